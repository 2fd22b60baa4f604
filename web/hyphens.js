// SPDX-License-Identifier: MIT
// Where words may be broken with a hyphen: by the patterns that TeX has for each language, in the package `hyphen`.
// Loaded for readers who wish it. The publisher leaves out the languages that a publication has nothing in.
import makeHyphenator from "./hyphenator.js";

const SIGN = "\u00ad";
/** Letters beside digits are no word, and one with a soft hyphen has all that it is to have. */
const WORDS = /(?<![\p{L}\p{M}\p{N}\u00ad])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}\u00ad])/gu;
/** In a word of fewer letters nothing is won. */
const SHORTEST = 6;
/** Letters that stay together at a word's start and end. */
const [BEFORE, AFTER] = [2, 3];

const at = (/** @type {string} */ name) => () => import(name);
/** By the language, the region's own first. @type {Record<string, () => Promise<{ default: unknown }>>} */
const PATTERNS = {
  af: at("./hyphens-af.js"), be: at("./hyphens-be.js"), bg: at("./hyphens-bg.js"), ca: at("./hyphens-ca.js"),
  cs: at("./hyphens-cs.js"), cy: at("./hyphens-cy.js"), da: at("./hyphens-da.js"), de: at("./hyphens-de-1996.js"),
  el: at("./hyphens-el-monoton.js"), en: at("./hyphens-en-us.js"), es: at("./hyphens-es.js"),
  et: at("./hyphens-et.js"), eu: at("./hyphens-eu.js"), fi: at("./hyphens-fi.js"), fr: at("./hyphens-fr.js"),
  ga: at("./hyphens-ga.js"), gl: at("./hyphens-gl.js"), hr: at("./hyphens-hr.js"), hu: at("./hyphens-hu.js"),
  id: at("./hyphens-id.js"), is: at("./hyphens-is.js"), it: at("./hyphens-it.js"), ka: at("./hyphens-ka.js"),
  la: at("./hyphens-la.js"), lt: at("./hyphens-lt.js"), lv: at("./hyphens-lv.js"), mk: at("./hyphens-mk.js"),
  nb: at("./hyphens-nb.js"), nl: at("./hyphens-nl.js"), nn: at("./hyphens-nn.js"), no: at("./hyphens-no.js"),
  pl: at("./hyphens-pl.js"), pt: at("./hyphens-pt.js"), ro: at("./hyphens-ro.js"), ru: at("./hyphens-ru.js"),
  sk: at("./hyphens-sk.js"), sl: at("./hyphens-sl.js"), sq: at("./hyphens-sq.js"), sv: at("./hyphens-sv.js"),
  tr: at("./hyphens-tr.js"), uk: at("./hyphens-uk.js"),
};
const british = at("./hyphens-en-gb.js");

/** By the language as it was asked for. @type {Map<string, (word: string) => string>} */
const hyphenators = new Map();

/** @param {string} language a BCP 47 tag @returns whether its rules are at hand now */
export async function load(language) {
  const [subtag] = language.toLowerCase().split("-");
  const patterns = /^en-(?!us)[a-z]{2}\b/i.test(language) ? british : Object.hasOwn(PATTERNS, subtag) && PATTERNS[subtag];
  if (!patterns) return false;
  hyphenators.set(language, makeHyphenator((await patterns()).default, { hyphenChar: SIGN, html: false, minWordLength: SHORTEST }));
  return true;
}

/**
 * @param {string} text @param {string} language as it was loaded
 * @param {Float64Array} places UTF-16 units of the text before each place, ascending @returns how many there are
 */
export function find(text, language, places) {
  const hyphenate = hyphenators.get(language);
  let count = 0;
  if (!hyphenate) return 0;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (word.length < SHORTEST || word === word.toUpperCase()) continue;
    let length = 0;
    for (const part of hyphenate(word).split(SIGN).slice(0, -1)) {
      length += part.length;
      if (length >= BEFORE && length <= word.length - AFTER) places[count++] = index + length;
    }
  }
  return count;
}
