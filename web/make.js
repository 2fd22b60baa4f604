// SPDX-License-Identifier: MIT
// Elements and styles that a module adds to the page.

/** @param {string} styles @param {CSSStyleSheet} [made] those before, to be replaced */
export function addStyles(styles, made) {
  const added = made ?? new CSSStyleSheet();
  added.replaceSync(styles);
  if (!made) document.adoptedStyleSheets.push(added);
  return added;
}

/**
 * @template {keyof HTMLElementTagNameMap} T @param {T} name @param {Record<string, unknown>} more @param {...(Node | string)} inside
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(name, more, ...inside) {
  const element = document.createElement(name);
  Object.assign(element, more);
  element.append(...inside);
  return element;
}
