// SPDX-License-Identifier: MIT
// What two HTML fragments may differ in and still be the same, as CommonMark's own test suite has it:
// white space beside block tags, runs of white space outside <pre>, and ways to write one character.

const BLOCK = "(?:p|ul|ol|li|blockquote|pre|h[1-6]|hr|div|table|thead|tbody|tr|td|th)";

/** @param {string} html */
export function normalize(html) {
  return html
    .split(/(<pre\b[\s\S]*?<\/pre>)/)
    .map((part, i) => (i % 2 ? part : part.replace(/\s+/g, " ")))
    .join("")
    .replace(new RegExp(`\\s*(</?${BLOCK}\\b[^>]*>)\\s*`, "g"), (all, tag) =>
      tag.startsWith("<pre") ? tag + all.slice(all.indexOf(tag) + tag.length) : tag)
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .trim();
}
