// SPDX-License-Identifier: MIT
// The partner's design tokens for an embedded article: colours, faces, sizes, by the names of docs/themes.md. Where the
// viewer is, its core lays out again with them; a card has their colours alone. Loaded when a partner sends some.
const COLOUR = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;
const MOST = 100; // tokens, and more than there are
const LONG = 200; // characters of a list of fonts

/** Text and its ground: what must be told apart, WCAG 2.2, 1.4.3. */
const PAIRS = [["ink", "paper"], ["muted", "paper"], ["accent", "paper"], ["ink", "tint"], ["on-accent", "accent"]];
const LEAST = 4.5;

const root = document.documentElement;
/** @type {CSSStyleSheet | undefined} */
let sheet;

/** What can be a token. @param {object} tokens @returns {Record<string, string | number>} */
const sane = (tokens) => Object.fromEntries(Object.entries(tokens).slice(0, MOST).filter(([name, value]) =>
  /^[a-z][a-z0-9-]{1,40}$/.test(name) &&
  (Number.isFinite(value) || (typeof value === "string" && value.length <= LONG && !/[;{}<>\\\n]/.test(value)))));

/** @param {Record<string, string | number>} tokens @param {boolean} dark */
function colours(tokens, dark) {
  return Object.entries(tokens).filter(([name, value]) => name.endsWith("-dark") === dark && COLOUR.test(String(value)))
    .map(([name, value]) => `--${name.replace(/-dark$/, "")}:${value}`).join(";");
}

/** @param {Record<string, string | number>} tokens */
function wearColours(tokens) {
  if (!sheet) document.adoptedStyleSheets.push(sheet = new CSSStyleSheet());
  sheet.replaceSync(["light", "dark"].map((scheme) => {
    const all = colours(tokens, scheme === "dark");
    return `:root[data-theme=${scheme}]{${all}}@media (prefers-color-scheme:${scheme}){:root:not([data-theme]){${all}}}`;
  }).join(""));
}

/** Relative luminance, WCAG 2.2. @param {string} colour #rgb or #rrggbb */
function luminance(colour) {
  const hex = colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Says which texts are hard to read now. */
function checkContrast() {
  const styles = getComputedStyle(root);
  for (const [text, ground] of PAIRS) {
    const [a, b] = [text, ground].map((name) => styles.getPropertyValue(`--${name}`).trim());
    if (!COLOUR.test(a) || !COLOUR.test(b)) continue;
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < LEAST) console.warn(`Lectern: ${text} on ${ground} has a contrast of ${ratio.toFixed(1)}:1; texts need ${LEAST}:1.`);
  }
}

/** @param {object} tokens @param {boolean} isPainted the viewer has the page */
export async function wear(tokens, isPainted) {
  const all = sane(tokens);
  if (isPainted) (await import("./viewer.js")).restyle(all);
  else wearColours(all);
  // Styles are worked out anew first.
  requestAnimationFrame(() => setTimeout(checkContrast, 100));
}
