// SPDX-License-Identifier: MIT
// The faces that a reader can choose, all under the SIL Open Font License 1.1, as subsets by characters of which the
// browser loads what a page has: Literata (the Literata Project Authors), Source Sans 3 (Adobe), OpenDyslexic
// (Abbie Gonzalez). scripts/bootstrap fetches them as scripts/third_party.lock pins them.

const LATIN = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC," +
  "U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_EXT = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF," +
  "U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";
const CYRILLIC = "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116";

/** @param {string} family @param {[string, string][]} ranges characters, and files of 400, 400 italic and 700 */
const fontsOf = (family, ranges) => ranges.flatMap(([range, files]) => files.split(" ").map((file, i) =>
  [family, file, i === 2 ? "700" : "400", i === 1 ? "italic" : "normal", range]));

/** The publisher puts the hash into a name that stands alone. @param {...string} names */
const files = (...names) => names.map((it) => it.slice(2)).join(" ");

/** `everywhere`: buttons and lists too. @type {Record<string, { family: string, everywhere?: boolean, fonts: string[][] }>} */
export const FACES = {
  serif: { family: "Literata", fonts: fontsOf("Literata", [
    [LATIN, files("./literata-latin-400-normal.woff2", "./literata-latin-400-italic.woff2", "./literata-latin-700-normal.woff2")],
    [LATIN_EXT, files("./literata-latin-ext-400-normal.woff2", "./literata-latin-ext-400-italic.woff2", "./literata-latin-ext-700-normal.woff2")],
    [CYRILLIC, files("./literata-cyrillic-400-normal.woff2", "./literata-cyrillic-400-italic.woff2", "./literata-cyrillic-700-normal.woff2")],
  ]) },
  sans: { family: "Source Sans 3", fonts: fontsOf("Source Sans 3", [
    [LATIN, files("./source-sans-3-latin-400-normal.woff2", "./source-sans-3-latin-400-italic.woff2", "./source-sans-3-latin-700-normal.woff2")],
    [LATIN_EXT, files("./source-sans-3-latin-ext-400-normal.woff2", "./source-sans-3-latin-ext-400-italic.woff2", "./source-sans-3-latin-ext-700-normal.woff2")],
    [CYRILLIC, files("./source-sans-3-cyrillic-400-normal.woff2", "./source-sans-3-cyrillic-400-italic.woff2", "./source-sans-3-cyrillic-700-normal.woff2")],
  ]) },
  dyslexia: { family: "OpenDyslexic", everywhere: true, fonts: fontsOf("OpenDyslexic", [
    [LATIN, files("./opendyslexic-latin-400-normal.woff2", "./opendyslexic-latin-400-italic.woff2", "./opendyslexic-latin-700-normal.woff2")],
  ]) },
};
