// SPDX-License-Identifier: MIT
// The reader's settings: what can be chosen, what it looks like as tokens, and where it is kept. look.js puts a look
// on, in this tab, in others, and before the next page is painted.
import { FACES } from "./faces.js";
import { hold } from "./place.js";

/**
 * What look.js takes. `size`: per cent of the browser's own; `tokens`: lines of a name and a value (docs/themes.md);
 * `fonts`: family, file, weight, style and range of characters; `papers`: for the browser's own edges, light and dark.
 * @typedef {{ theme?: string, size?: number, tokens?: string, fonts?: string[][], papers?: string[] }} Look
 * @typedef {{ theme: string, size: string, face: string, measure: string, leading: string, align: string, hyphens: string }} Choice
 */

const VERSION = 1;
const key = `lectern ${new URL("..", import.meta.url).pathname} look`;

const NAMES = ["paper", "ink", "muted", "accent", "rule", "tint", "tint-over", "tint-down", "on-accent", "highlight",
  "code-comment", "code-keyword", "code-string", "code-number", "code-name", "code-inserted", "code-deleted"];
/** Colours of NAMES. @type {Record<string, { light?: string, dark?: string }>} */
export const THEMES = {
  auto: {},
  paper: {},
  sepia: { light: "#f6ecd9 #3a2d20 #66563f #8a3510 #dccbaa #eee1c9 #e4d4b5 #d8c49f #ffffff #ecca7a " +
    "#6b5a42 #6f2a63 #34602a #834404 #23558a #23633a #98261a" },
  grey: { dark: "#3b3c3f #ebebe8 #c3c3bf #ffb99d #5c5d61 #46474b #515256 #5e5f64 #26140c #6b581f " +
    "#c3c3bf #ecc6ef #c2e2b8 #f3cd98 #b5d8f5 #a9e2ba #ffbcb1" },
  night: {},
  contrast: {
    light: "#ffffff #000000 #000000 #00007a #000000 #f2f2f2 #dddddd #c4c4c4 #ffffff #ffe75c " +
      "#333333 #5c005c #0a4a14 #663300 #00398a #0a4a14 #8a0000",
    dark: "#000000 #ffffff #ffffff #ffe14d #ffffff #1c1c1c #333333 #4d4d4d #000000 #00479e " +
      "#d0d0d0 #f5b8ff #b6f5a8 #ffd28a #a8dcff #9df5b4 #ffb3a8",
  },
};
/** Which of both it is, where it is not as the system is. @type {Record<string, string>} */
const SCHEMES = { paper: "light", sepia: "light", grey: "dark", night: "dark" };

/** Sizes are px where the browser's own is 16, as it is in most; measures are shares of the published one. */
export const CHOICES = {
  theme: Object.keys(THEMES),
  size: ["13", "14", "15", "16", "17", "18", "20", "22", "24", "27", "30", "34"],
  face: ["own", ...Object.keys(FACES)],
  measure: ["narrow", "medium", "wide"],
  leading: ["tight", "normal", "loose", "looser"],
  align: ["ragged", "justified"],
  hyphens: ["off", "on"],
};
const MEASURES = { narrow: 0.725, medium: 0.85, wide: 1 };
const LEADINGS = { tight: 0.875, normal: 1, loose: 1.125, looser: 1.3125 };
/** @type {Choice} */
export const DEFAULTS = { theme: "auto", size: "16", face: "own", measure: "wide", leading: "normal", align: "ragged", hyphens: "off" };

/** A token as it was published. @param {string} name @param {boolean} [dark] */
function published(name, dark = false) {
  const selector = dark ? ':root[data-theme="dark"]' : ":root";
  for (const { cssRules } of document.styleSheets) {
    for (const rule of cssRules) {
      if (!(rule instanceof CSSStyleRule) || rule.selectorText !== selector) continue;
      const value = rule.style.getPropertyValue(`--${name}`).trim();
      if (value) return value;
    }
  }
  return "";
}

/** The colours of a theme where the scheme is light or dark. @param {string} theme @param {"light" | "dark"} scheme */
export function coloursOf(theme, scheme) {
  const own = THEMES[theme][scheme]?.split(" ");
  return Object.fromEntries(NAMES.map((name, i) => [name, own?.[i] ?? published(name, scheme === "dark")]));
}

/** @param {Choice} choice @returns {Look} */
function lookOf({ theme, size, face, measure, leading, align, hyphens }) {
  const scheme = SCHEMES[theme];
  /** @type {[string, string][]} */
  const tokens = [];
  for (const [of, end] of /** @type {const} */ ([["light", ""], ["dark", "-dark"]])) {
    if (!THEMES[theme][of]) continue;
    for (const [name, value] of Object.entries(coloursOf(theme, of))) tokens.push([name + end, value]);
  }
  if (face !== "own") {
    const { family, everywhere } = FACES[face];
    const isSans = published("body").endsWith("var(--sans)"); // what is read at length
    for (const name of ["serif", "sans"]) {
      const rest = published(name);
      // The core takes lists of 300 characters.
      if (everywhere || name === "serif" || isSans) tokens.push([name, `"${family}", ${rest.length < 250 ? rest : "serif"}`]);
    }
  }
  const width = Math.max(20, Math.round(16 * parseFloat(published("main-width")) * Reflect.get(MEASURES, measure)) / 16);
  if (measure !== DEFAULTS.measure) tokens.push(["main-width", `${width}rem`]);
  if (leading !== DEFAULTS.leading) tokens.push(["leading", String(Reflect.get(LEADINGS, leading))]);
  if (align !== DEFAULTS.align) tokens.push(["align", "justify"]);
  if (hyphens !== DEFAULTS.hyphens) tokens.push(["hyphens", "auto"]);
  const papers = /** @type {const} */ (["light", "dark"]).map((system) =>
    coloursOf(theme, /** @type {"light" | "dark"} */ (scheme ?? system)).paper);
  return { theme: scheme, size: size === DEFAULTS.size ? 0 : 6.25 * Number(size), tokens: tokens.map((it) => it.join(" ")).join("\n"),
    fonts: face === "own" ? [] : FACES[face].fonts, papers };
}

/** What was kept is from outside: of an older or newer version, or nothing of ours at all. @param {unknown} kept @returns {Choice} */
const sane = (kept) => /** @type {Choice} */ (Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => {
  const found = typeof kept === "object" && kept ? Reflect.get(kept, name) : undefined;
  return [name, Reflect.get(CHOICES, name).includes(found) ? found : value];
})));

/** Where nothing is kept, those of this visit. */
let current = DEFAULTS;
let keeps = true;

/** What is chosen at the moment. @returns {Choice} */
export function chosen() {
  if (!keeps) return current;
  try {
    const kept = localStorage.getItem(key);
    return (current = sane(kept && JSON.parse(kept)?.choice));
  } catch {
    return current;
  }
}

/** Puts a choice on at once, and keeps it. @param {Partial<Choice>} change @returns whether it will be there at the next visit */
export function choose(change) {
  current = sane({ ...chosen(), ...change });
  const look = lookOf(current);
  hold(() => document.dispatchEvent(new CustomEvent("lectern-look", { detail: look })));
  try {
    const isDefault = Object.entries(DEFAULTS).every(([name, value]) => Reflect.get(current, name) === value);
    if (isDefault) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ version: VERSION, choice: current, look }));
    keeps = true;
  } catch {
    keeps = false;
  }
  return keeps;
}
