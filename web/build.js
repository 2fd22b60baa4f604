// SPDX-License-Identifier: MIT
// Makes the elements of a page that no HTML came for, by the steps that the core has written them in
// (src/semantics/markup_steps.hpp). Nothing is parsed: a text stays a text whatever is in it.

const [CLOSE, OPEN, TEXT] = [0, 1, 2]; // all others are a name and a value

// A document that shows nothing: its pictures are not fetched before the page is shown.
const inert = document.implementation.createHTMLDocument();

/**
 * @param {Uint8Array} steps
 * @param {string[]} texts title, language and direction, then those of the steps
 */
export function build(steps, [title, lang, dir, ...texts]) {
  /** @type {ParentNode & Node} */
  let into = inert.createDocumentFragment();
  let at = 0;
  for (const step of steps) {
    if (step === OPEN) {
      const element = inert.createElement(texts[at++]);
      into.append(element);
      into = element;
    } else if (step === CLOSE) {
      into = /** @type {ParentNode & Node} */ (into.parentNode);
    } else if (step === TEXT) {
      into.append(texts[at++]);
    } else {
      /** @type {Element} */ (into).setAttribute(texts[at++], texts[at++]);
    }
  }
  return { title, lang, dir, page: /** @type {Element} */ (into.firstElementChild) };
}
