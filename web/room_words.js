// SPDX-License-Identifier: MIT
// The words of the reader's panels in the site's language, which the page names (kRoomKeys in
// src/publish/page_strings.hpp). Loaded when a panel needs them.
const room = /** @type {HTMLElement} */ (document.querySelector(".room"));
/** @type {Promise<Record<string, string>> | undefined} */
let told;

/**
 * What says a word by its name, with the values of what stands in braces in it.
 * @returns {Promise<(name: string, values?: Record<string, string>) => string>}
 */
export async function roomWords() {
  const url = new URL((room.dataset.words ?? "").replace(/.*\//, ""), import.meta.url); // the page's own address changes
  told ??= fetch(url).then((response) => response.ok ? response.json() : Promise.reject());
  told.catch(() => (told = undefined));
  const words = await told;
  return (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_, it) => values[it] ?? "");
}

export const { lang, dir } = room;
