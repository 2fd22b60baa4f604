// SPDX-License-Identifier: MIT
// The package `hyphen`, as scripts/third_party.lock pins it; src/app/CMakeLists.txt makes modules of its files.
/** @param patterns of a language @returns puts `hyphenChar` into words */
export default function makeHyphenator(patterns: unknown,
  options: { hyphenChar: string, html: boolean, minWordLength: number }): (text: string) => string;
