// SPDX-License-Identifier: MIT
// The page's text as one string, its blocks on lines of their own, and the way between offsets in it and the page.

/** @param {(Element | null)[]} roots parts of the page, in their order */
export function pageText(...roots) {
  /** @type {{ node: Text, start: number }[]} */
  const pieces = [];
  let text = "";
  /** @type {Element | null} */
  let block = null;
  for (const root of roots) {
    if (!root) continue;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const own = node.parentElement?.closest("[data-block]") ?? null;
      if (own !== block && text) text += "\n";
      block = own;
      pieces.push({ node, start: text.length });
      text += node.data;
    }
  }
  /** @param {number} at @param {boolean} isEnd @returns {[Text, number]} */
  const pointOf = (at, isEnd) => {
    let [low, high] = [0, pieces.length - 1]; // the last piece that starts before `at`, or there when it is no end
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle].start < at || (!isEnd && pieces[middle].start === at)) low = middle;
      else high = middle - 1;
    }
    const { node, start } = pieces[low];
    return [node, Math.max(0, Math.min(at - start, node.length))];
  };
  return {
    text,
    /** @param {number} begin @param {number} end behind the last character; there is some text */
    rangeOf(begin, end) {
      const range = document.createRange();
      range.setStart(...pointOf(begin, false));
      range.setEnd(...pointOf(end, true));
      return range;
    },
    /** The offset of a point of the page, or of the next that has text. @param {Node} node @param {number} offset */
    offsetOf(node, offset) {
      const own = pieces.find((it) => it.node === node);
      if (own) return own.start + offset;
      const point = document.createRange();
      point.setStart(node, offset);
      return pieces.find((it) => point.comparePoint(it.node, 0) >= 0)?.start ?? text.length;
    },
  };
}
