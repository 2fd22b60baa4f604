// SPDX-License-Identifier: MIT
// What the modules say to readers, in English; a site in another language tells its own words, in this
// order (`viewer` in src/publish/page_strings.hpp).

const WORDS = {
  drop: "Drop the file to read it here. It is sent nowhere.",
  not_opened: "The page could not be opened: {why}.",
  no_answer: "the network did not answer",
  too_slow: "the network took too long",
  answered: "the server answered {n}",
  no_page: "something else than a page of this publication came back",
  cut_off: "it was cut off on the way",
  too_large: "{name} has more than {n} MiB.",
  unreadable: "{name} could not be read.",
  unknown: "{name} is neither article JSON nor Markdown.",
  not_fetched: "{name} could not be fetched: {why}.",
  no_leave: "no answer came, or this site does not let its pages ask there",
  not_loaded: "What opens files could not be loaded.",
  copy: "Copy",
  close: "Close",
};
/** @type {string[]} */
let told = [];

/** @param {string[]} lines of the site's language */
export const takeWords = (lines) => void (told = lines);

/** @param {keyof typeof WORDS} key @param {Record<string, string | number>} [values] of what stands in braces */
export const words = (key, values = {}) => (told[Object.keys(WORDS).indexOf(key)] || WORDS[key])
  .replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
