// SPDX-License-Identifier: MIT
// The partner's design tokens for an embedded article: colours, faces, sizes, by the names of docs/themes.md. Where the
// viewer is, its core lays out again with them; compact and card take colours, faces, the radius, and of each style
// size, weight and face. Loaded when a partner sends some.
const COLOUR = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;
const MOST = 100; // tokens, and more than there are
const LONG = 200; // characters of a list of fonts

/** Text and its ground: what must be told apart, WCAG 2.2, 1.4.3. */
const PAIRS = [["ink", "paper"], ["muted", "paper"], ["accent", "paper"], ["ink", "tint"], ["on-accent", "accent"],
  ...["comment", "keyword", "string", "number", "name", "inserted", "deleted"].map((it) => [`code-${it}`, "tint"])];
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

/** A style as the stylesheet has it: "700 2.25rem/1.2 Georgia, serif". */
const TYPE = /^(italic )?(\d+) ([\d.]+)rem\/([\d.]+) (.+)$/s;
const FACES = ["serif", "sans", "mono"];
/** Their heights stay, so sizes stay near what fits. */
const [LEAST_SCALE, MOST_SCALE] = [0.75, 1.5];
const within = (/** @type {number} */ it, /** @type {number} */ least, /** @type {number} */ most) => Math.min(Math.max(it, least), most);

/**
 * What a form without the viewer has of faces, radius and type, as custom properties.
 * @param {Record<string, string | number>} tokens
 * @returns {[string, string][]}
 */
function typeOf(tokens) {
  /** @type {[string, string][]} */
  const all = FACES.filter((it) => typeof tokens[it] === "string").map((it) => [it, String(tokens[it])]);
  if (Number.isFinite(Number(tokens.radius))) all.push(["radius", `${within(Number(tokens.radius), 0, 2)}rem`]);
  const styles = getComputedStyle(root);
  const names = Object.keys(tokens).map((it) => /^(.+)-(size|weight|face)$/.exec(it)?.[1]);
  for (const name of new Set(names)) {
    const [, italic = "", weight, size] = TYPE.exec(styles.getPropertyValue(`--${name}`).trim()) ?? [];
    if (!name || !size) continue;
    const scale = within(Number(tokens[`${name}-size`]) / Number(size) || 1, LEAST_SCALE, MOST_SCALE);
    all.push([`${name}-scale`, String(scale)]);
    for (const property of [name, `${name}-phone`]) {
      const [, , , rem, line, faces] = TYPE.exec(styles.getPropertyValue(`--${property}`).trim()) ?? [];
      const face = FACES.includes(String(tokens[`${name}-face`])) ? `var(--${tokens[`${name}-face`]})` : faces;
      const bold = within(Number(tokens[`${name}-weight`]) || Number(weight), 100, 900);
      if (rem) all.push([property, `${italic}${bold} ${Number(rem) * scale}rem/${line} ${face}`]);
    }
  }
  return all;
}

/** @param {Record<string, string | number>} tokens */
function wearPlain(tokens) {
  if (!sheet) document.adoptedStyleSheets.push(sheet = new CSSStyleSheet());
  const set = (/** @type {[string, string][]} */ all) => {
    const [rule] = /** @type {CSSStyleSheet} */ (sheet).cssRules;
    for (const [name, value] of all) /** @type {CSSStyleRule} */ (rule).style.setProperty(`--${name}`, value);
  };
  sheet.replaceSync(`:root{}${["light", "dark"].map((scheme) => {
    const all = colours(tokens, scheme === "dark");
    return `:root[data-theme=${scheme}]{${all}}@media (prefers-color-scheme:${scheme}){:root:not([data-theme]){${all}}}`;
  }).join("")}`);
  // Faces first: the styles are read with them.
  set(typeOf(Object.fromEntries(Object.entries(tokens).filter(([name]) => FACES.includes(name)))));
  set(typeOf(tokens));
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
  else wearPlain(all);
  // Styles are worked out anew first.
  requestAnimationFrame(() => setTimeout(checkContrast, 100));
}
