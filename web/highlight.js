// SPDX-License-Identifier: MIT
// Parts of the text that the browser draws in another way, without a change of the page (CSS Custom Highlight API).

/** @type {Map<string, any> | undefined} */
const all = Reflect.get(globalThis.CSS ?? {}, "highlights");
const Highlight = Reflect.get(globalThis, "Highlight");

/** Whether the browser knows them. */
export const canHighlight = !!all;

/**
 * What the style `::highlight(NAME)` holds for, from now on.
 * @param {string} name @param {Range[]} ranges @param {number} [priority] of two at one place the greater is seen
 */
export function highlight(name, ranges, priority = 0) {
  if (!all) return;
  if (!all.has(name)) all.set(name, Object.assign(new Highlight(), { priority }));
  const own = all.get(name);
  own.clear(); // WebKit draws anew what is taken out of a highlight, and not one that goes as a whole
  for (const range of ranges) own.add(range);
}
