// SPDX-License-Identifier: MIT
// What Copy puts on the clipboard. By itself the browser would copy the twin's look too: transparent
// text. So the selection is written anew: elements and addresses without look, and plain text.

const BLOCKS = "p h1 h2 h3 h4 h5 h6 pre blockquote figure figcaption ul ol dl table hr div section nav footer"
  .split(" ");
const KEPT = ["href", "src", "alt", "start", "colspan", "rowspan", "datetime", "lang", "dir", "title"];

/** @param {string} text soft hyphens are for line ends alone */
const visible = (text) => text.replaceAll("\u00ad", "");

/**
 * Text with marks that say what stands between: \f a block's edge, \v a line's edge, \r a line
 * break, \0 a space that stays.
 * @param {Node} node @param {boolean} pre @returns {string}
 */
function plain(node, pre) {
  if (node instanceof Text) {
    return pre ? node.data.replaceAll(" ", "\0") : visible(node.data).replace(/[\t\n ]+/g, " ");
  }
  const name = node.nodeName.toLowerCase();
  if (name === "br") return "\r";
  const inner = [...node.childNodes].map((child) => plain(child, pre || name === "pre")).join("");
  if (["li", "tr", "dt", "dd"].includes(name)) return `\v${inner}\v`;
  if (name === "td" || name === "th") return node.nextSibling ? `${inner}\t` : inner;
  return BLOCKS.includes(name) ? `\f${inner}\f` : inner;
}

/** Takes all look off. @param {DocumentFragment} fragment */
export function clean(fragment) {
  for (const marker of fragment.querySelectorAll("i.b")) marker.replaceWith(...marker.childNodes);
  for (const element of fragment.querySelectorAll("*")) {
    if (element.matches("button, input, [hidden], [role=status]:empty")) {
      element.remove();
      continue;
    }
    for (const { name } of [...element.attributes]) {
      // Addresses as the browser resolves them: they are pasted elsewhere.
      const value = KEPT.includes(name) && Reflect.get(element, name);
      if (value) element.setAttribute(name, String(value));
      else element.removeAttribute(name);
    }
  }
  fragment.normalize();
}

/** @param {Element} stage @param {() => boolean} isOurs whether its page is painted now */
export function watchCopy(stage, isOurs) {
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!isOurs() || !event.clipboardData || event.defaultPrevented || !selection?.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (range.collapsed || !range.intersectsNode(stage)) return;
    const fragment = range.cloneContents();
    clean(fragment);
    const { commonAncestorContainer: around } = range;
    if ((around instanceof Element ? around : around.parentElement)?.closest("pre")) {
      const pre = document.createElement("pre"); // of which the selection is a part
      pre.append(fragment);
      fragment.append(pre);
    }
    const text = plain(fragment, false)
      .replace(/ *([\f\v\r]) */g, "$1")
      .replace(/[\f\v]*\f[\f\v]*/g, "\n\n")
      .replace(/\v+|\r/g, "\n")
      .trim()
      .replaceAll("\0", " ");
    const box = document.createElement("div");
    box.append(fragment);
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", visible(box.innerHTML));
    event.preventDefault();
  });
}
