// SPDX-License-Identifier: MIT
// Searching in the article at hand: its words are marked in the text by the browser, without a change of the page, and
// one can go from one to the next. Opened by an address that ends in #find=WORDS, as results of the publication's
// search do. The browser's own search is not touched.
import { canHighlight, highlight } from "./highlight.js";
import { pageText } from "./page_text.js";
import { marks } from "./search_core.js";

const MOST = 2000; // marks; of more nobody wants to see each
/** As the selection: over the canvas the page's own text is transparent, and where it lies above it has the ink. */
const STYLES = `
::highlight(lectern-find) { background: color-mix(in srgb, var(--highlight) 99%, transparent); color: var(--ink); }
::highlight(lectern-find-now) { background: color-mix(in srgb, var(--accent) 99%, transparent); color: var(--on-accent); }
@supports (-webkit-nbsp-mode: space) {
  ::highlight(lectern-find) { background: color-mix(in srgb, var(--highlight) 60%, transparent); color: inherit; }
  ::highlight(lectern-find-now) { background: color-mix(in srgb, var(--accent) 45%, transparent); color: inherit; }
}
.find { position: fixed; z-index: 3; inset-block-start: 0.5rem; inset-inline-end: 0.5rem; display: flex; align-items: center; gap: 0.25rem; max-width: calc(100vw - 1rem); padding: 0.25rem; border: 1px solid var(--rule); border-radius: var(--radius); background: var(--paper); color: var(--ink); font: 400 0.9375rem/1.4 var(--sans); box-shadow: 0 2px 12px rgb(0 0 0 / 18%); }
.find input { flex: 1 1 10rem; min-width: 5rem; min-height: 2.75rem; padding: 0 0.625rem; border: 0; background: none; color: inherit; font: inherit; -webkit-appearance: none; appearance: none; }
.find [role="status"] { color: var(--muted); white-space: nowrap; font-variant-numeric: tabular-nums; }
.find button { width: 2.75rem; height: 2.75rem; padding: 0; border: 0; border-radius: var(--radius); background: none; color: inherit; font: 400 1.25rem/1 var(--sans); cursor: pointer; }
.find button:hover { background: var(--tint-over); }
@media (forced-colors: active) { ::highlight(lectern-find) { background: Mark; color: MarkText; } ::highlight(lectern-find-now) { background: Highlight; color: HighlightText; } }
@media print { .find { display: none; } }`;

/** @type {HTMLElement | null} */
let panel = null;
/** @type {Range[]} */
let found = [];
let now = -1;
let turn = 0;
/** What had the focus before. @type {Element | null} */
let from = null;

/** @param {string} query @returns {Promise<Range[]>} */
async function rangesOf(query) {
  const page = document.querySelector("main article") ?? document.body;
  const { text, rangeOf } = pageText(...page.querySelectorAll("h1, .standfirst, .body"));
  const places = await marks(query, document.documentElement.lang, text);
  return places.slice(0, MOST).map(([begin, end]) => rangeOf(begin, end));
}

function mark() {
  highlight("lectern-find", found.filter((_, i) => i !== now));
  highlight("lectern-find-now", found.slice(now, now + 1));
}

/** @param {number} to one of those that were found */
function go(to) {
  if (!panel || !found.length) return;
  now = (to + found.length) % found.length;
  const range = found[now];
  const block = range.startContainer.parentElement?.closest("[data-block]") ?? range.startContainer.parentElement;
  const isSeen = () => {
    const { top, bottom } = range.getBoundingClientRect();
    return top > 70 && bottom < innerHeight - 20;
  };
  if (!isSeen()) block?.scrollIntoView({ block: "center", behavior: "instant" });
  // A long paragraph: the place itself.
  if (!isSeen()) scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3, behavior: "instant" });
  if (!canHighlight) getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  mark();
  said(`${now + 1} / ${found.length}`);
}

/** @param {string} text */
const said = (text) => {
  const status = panel?.querySelector("[role=status]");
  if (status) status.textContent = text;
};

/** @param {string} query @param {boolean} jump to the first place after what is read */
async function look(query, jump) {
  const mine = ++turn;
  const ranges = query.trim() ? await rangesOf(query) : [];
  if (mine !== turn || !panel) return;
  found = ranges;
  now = -1;
  mark();
  said(query.trim() ? `0 / ${found.length}` : "");
  const below = found.findIndex((it) => it.getBoundingClientRect().top > 0);
  if (jump) go(Math.max(below, 0));
}

function close() {
  turn++;
  const isIn = !!panel?.contains(document.activeElement);
  panel?.remove();
  if (isIn && from instanceof HTMLElement) from.focus({ preventScroll: true });
  panel = null;
  found = [];
  mark();
  if (location.hash.startsWith("#find=")) history.replaceState(history.state, "", location.pathname + location.search);
}

/** @param {Record<string, string>} words */
function makePanel(words) {
  const box = document.createElement("search");
  box.className = "find";
  box.setAttribute("role", "search"); // older engines do not know the element
  box.setAttribute("aria-label", words.find);
  const input = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  input.setAttribute("aria-label", words.find);
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  box.append(input, status);
  /** @param {string} sign @param {string} name @param {() => void} press */
  const button = (sign, name, press) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: sign, title: name });
    made.setAttribute("aria-label", name);
    made.addEventListener("click", press);
    box.append(made);
  };
  button("↑", words.previous, () => go(now - 1));
  button("↓", words.next, () => go(now + 1));
  button("×", words.close, close);
  input.addEventListener("input", () => void look(input.value, true));
  box.addEventListener("keydown", (event) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey, isComposing, target } = event;
    if (altKey || ctrlKey || metaKey || isComposing) return;
    if (key === "Escape") close();
    else if (key === "Enter" && target === input) go(now + (shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
  });
  document.body.append(box);
  return box;
}

/**
 * Opens the panel.
 * @param {string} query what is looked for at once; the focus stays then where it is
 */
export async function open(query = "") {
  const script = /** @type {HTMLElement | null} */ (document.querySelector("script[data-find]"));
  if (!panel) {
    const words = await (await fetch(new URL((script?.dataset.find ?? "").replace(/.*\//, ""), import.meta.url))).json();
    panel ??= makePanel(words);
  }
  const input = /** @type {HTMLInputElement} */ (panel.querySelector("input"));
  if (!query) {
    if (!panel.contains(document.activeElement)) from = document.activeElement;
    return input.focus();
  }
  input.value = query;
  await look(query, true);
}

const styles = new CSSStyleSheet();
styles.replaceSync(STYLES);
document.adoptedStyleSheets.push(styles);

/** Does what the address asks for. */
export function start() {
  const [, asked = ""] = /^#find=(.*)/.exec(location.hash) ?? [];
  try {
    if (asked) open(decodeURIComponent(asked)).catch(() => {});
  } catch {
    // Not UTF-8: nothing is looked for.
  }
}
