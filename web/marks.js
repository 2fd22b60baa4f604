// SPDX-License-Identifier: MIT
// Passages that the reader has marked, with notes. A mark is kept in the browser by its words and those around it (the
// TextQuoteSelector of W3C's Web Annotation Data Model), so it is found again in an article that was edited. The browser
// draws it over the page's own text, without a change of the page. Loaded where something is marked.
import { highlight } from "./highlight.js";
import { pageText } from "./page_text.js";
import { addStyles, make } from "./make.js";
import { openPanel } from "./panel.js";
import { letterAt } from "./place.js";
import { roomWords } from "./room_words.js";

const home = new URL("..", import.meta.url);
const key = `lectern ${home.pathname} marks`;
const AROUND = 32; // characters kept of what stands before a passage and behind it
const SHOWN = 160; // of a passage in the list

// As the selection: over the canvas the page's own text is transparent, and where it lies above it has the ink.
const STYLES = `
::highlight(lectern-marks) { background: color-mix(in srgb, var(--highlight) 99%, transparent); color: var(--ink); }
::highlight(lectern-notes) { text-decoration: underline 2px var(--accent); }
@supports (-webkit-nbsp-mode: space) { ::highlight(lectern-marks) { background: color-mix(in srgb, var(--highlight) 60%, transparent); color: inherit; } }
@media (forced-colors: active) { ::highlight(lectern-marks) { background: Mark; color: MarkText; } }
.panel textarea { box-sizing: border-box; width: 100%; min-height: 6em; padding: 0.5em; border: 1px solid var(--rule); border-radius: var(--radius); background: var(--paper); color: var(--ink); font: inherit; resize: vertical; }
.panel .mark { white-space: pre-line; font-family: var(--serif); }
.panel .mark-note { display: block; color: var(--muted); font-family: var(--sans); }
.panel .gone { flex: 1; color: var(--muted); }
.panel h3 { margin: 1em 0 0; font: 700 0.875em/1.4 var(--sans); }`;

/**
 * `page` below the publication's folder; `at` in ms since 1970, which also tells marks apart.
 * @typedef {{ page: string, title: string, text: string, before: string, behind: string, note: string, at: number }} Mark
 */

addStyles(STYLES);

/** Those of the page at hand, in the order of the text; those that are not found in it last. @type {{ mark: Mark, range: Range | null }[]} */
let here = [];

const pageNow = () => location.pathname.slice(home.pathname.length);

/** What of it is a mark: it is from outside. @param {unknown} found @returns {Mark[]} */
export const sane = (found) => (Array.isArray(found) ? found : []).filter((it) => Number.isFinite(it?.at) && it.text &&
  ["page", "title", "text", "before", "behind", "note"].every((name) => typeof it[name] === "string") &&
  new URL(it.page, home).href.startsWith(home.href));

/** All that are kept, the oldest first. */
export function kept() {
  try {
    return sane(JSON.parse(localStorage.getItem(key) ?? "[]"));
  } catch {
    return [];
  }
}

/** @param {Mark[]} marks @returns {boolean} whether they will be there at the next visit */
export function store(marks) {
  try {
    if (marks.length) localStorage.setItem(key, JSON.stringify(marks));
    else localStorage.removeItem(key);
  } catch {
    return false; // full, or forbidden
  }
  show(marks);
  return true;
}

/** How many characters two texts share at their starts. @param {string} a @param {string} b */
const shared = (a, b) => {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
};
/** @param {string} text */
const turned = (text) => [...text].reverse().join("");

/**
 * Where a passage stands in a text now: its words, most like before around them; else what now stands between its
 * neighbours, or between its own first and last words, when that is about as long.
 * @param {Mark} mark @param {string} all @returns {[number, number] | null}
 */
export function find({ text, before, behind }, all) {
  let best = -1, bestShared = -1;
  for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
    const same = shared(turned(all.slice(0, at).slice(-AROUND)), turned(before)) + shared(all.slice(at + text.length), behind);
    if (same > bestShared) [best, bestShared] = [at, same];
  }
  if (best >= 0) return [best, best + text.length];
  const most = 2 * text.length + AROUND;
  const between = (/** @type {string} */ first, /** @type {string} */ last, isWithin = 0) => {
    const from = first.trim() ? all.indexOf(first) : -1;
    const to = from < 0 || !last.trim() ? -1 : all.indexOf(last, from + first.length);
    if (to < 0 || to - from > most) return null;
    return /** @type {[number, number]} */ (isWithin ? [from, to + last.length] : [from + first.length, to]);
  };
  const found = between(before, behind) ?? (text.length > AROUND ? between(text.slice(0, AROUND / 2), text.slice(-AROUND / 2), 1) : null);
  return found && all.slice(...found).trim() ? found : null;
}

/** Draws those of the page at hand. @param {Mark[]} marks */
function show(marks) {
  const own = marks.filter(({ page }) => page === pageNow());
  const body = own.length ? document.querySelector(".body") : null;
  here = [];
  if (body) {
    const { text, rangeOf } = pageText(body);
    const places = own.map((mark) => ({ mark, place: find(mark, text) }));
    places.sort((a, b) => (a.place?.[0] ?? Infinity) - (b.place?.[0] ?? Infinity));
    here = places.map(({ mark, place }) => ({ mark, range: place && rangeOf(...place) }));
  }
  // What is looked for is above them.
  highlight("lectern-marks", here.flatMap(({ range }) => range ?? []), -1);
  highlight("lectern-notes", here.flatMap(({ mark, range }) => mark.note && range || []), -1);
}

/** Another page is at hand. */
export const arrived = () => show(kept());

/** @param {number} at @param {Partial<Mark>} change */
const alter = (at, change) => store(kept().map((it) => it.at === at ? { ...it, ...change } : it));
/** @param {number} at */
const forget = (at) => store(kept().filter((it) => it.at !== at));

/** Marks a passage of the page at hand, unless it is marked. @param {Range} range @returns {number | null} which; null: nothing can be kept */
export function add(range) {
  const body = document.querySelector(".body");
  if (!body) return null;
  const { text, offsetOf } = pageText(body);
  let [begin, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  while (begin < end && !text[begin].trim()) begin++;
  while (begin < end && !text[end - 1].trim()) end--;
  if (begin === end) return null;
  const all = kept();
  const page = pageNow(), own = text.slice(begin, end), before = text.slice(Math.max(0, begin - AROUND), begin);
  const same = all.find((it) => it.page === page && it.text === own && it.before === before);
  if (same) return same.at;
  const at = Math.max(Date.now(), ...all.map((it) => it.at + 1));
  const title = document.querySelector("h1")?.textContent ?? "";
  return store([...all, { page, title, text: own, before, behind: text.slice(end, end + AROUND), note: "", at }]) ? at : null;
}

/** @param {string} text */
const short = (text) => text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;

/** The panel of one mark: its passage, its note, and the way to be rid of it. @param {number} at */
export async function openMark(at) {
  const mark = kept().find((it) => it.at === at);
  if (!mark) return;
  const words = await roomWords();
  const status = make("p", { className: "note", role: "status" });
  const note = make("textarea", { value: mark.note, ariaLabel: words("note"), placeholder: words("note"), dir: "auto" });
  note.oninput = () => (status.textContent = alter(at, { note: note.value }) ? "" : words("not_kept"));
  const remove = make("button", { type: "button" }, words("remove_mark"));
  const panel = openPanel(words("marks"), words("close"), make("blockquote", { className: "mark", dir: "auto" }, short(mark.text)), note, status, remove);
  remove.onclick = () => {
    forget(at);
    panel.close();
  };
  note.focus();
}

/** @param {Range} range */
function lead(range) {
  range.startContainer.parentElement?.closest("[data-block]")?.scrollIntoView({ block: "center", behavior: "instant" });
  scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3, behavior: "instant" });
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** The panel with all marks: those of the page at hand, and the other pages that have some. */
export async function openList() {
  const words = await roomWords();
  arrived();
  const all = kept();
  /** @type {HTMLDialogElement} */
  let panel;
  /** @param {Mark} mark @param {Element} link */
  const item = (mark, link) => {
    if (mark.note) link.append(make("span", { className: "mark-note", dir: "auto" }, mark.note));
    const edit = make("button", { type: "button", ariaLabel: `${words("note")}: ${short(mark.text)}`, title: words("note") }, "✎");
    edit.onclick = () => {
      panel.close();
      openMark(mark.at);
    };
    const remove = make("button", { type: "button", ariaLabel: `${words("remove_mark")}: ${short(mark.text)}`, title: words("remove_mark") }, "×");
    remove.onclick = () => {
      const next = remove.closest("li")?.nextElementSibling ?? remove.closest("li")?.previousElementSibling;
      forget(mark.at);
      remove.closest("li")?.remove();
      /** @type {HTMLElement} */ (next?.querySelector("a, button") ?? panel.querySelector(".close")).focus();
    };
    return make("li", {}, link, edit, remove);
  };
  const own = here.map(({ mark, range }) => {
    if (!range) return item(mark, make("p", { className: "gone mark", dir: "auto" }, `${short(mark.text)} — ${words("gone")}`));
    const link = make("a", { href: "#", className: "mark", dir: "auto" }, short(mark.text));
    link.onclick = (event) => {
      event.preventDefault();
      panel.close();
      lead(range);
    };
    return item(mark, link);
  });
  const others = all.filter(({ page }) => page !== pageNow()).reverse().map((mark) => {
    const [words] = mark.text.split("\n");
    const link = make("a", { href: `${new URL(mark.page, home)}#:~:text=${encodeURIComponent(words.slice(0, 60)).replace(/-/g, "%2D")}`, className: "mark", dir: "auto" }, short(mark.text));
    link.append(make("span", { className: "mark-note" }, mark.title));
    link.onclick = () => panel.close();
    return item(mark, link);
  });
  panel = openPanel(words("marks"), words("close"), ...(all.length ? [] : [make("p", {}, words("no_marks"))]),
    make("ol", {}, ...own), ...(others.length ? [make("h3", {}, words("elsewhere")), make("ol", {}, ...others)] : []));
}

/** A press on a marked passage opens its panel. */
document.addEventListener("click", ({ target, clientX, clientY, defaultPrevented }) => {
  if (defaultPrevented || !(target instanceof Element) || target.closest("a, button, summary, dialog") || !target.closest(".body")) return;
  if (!here.length || !getSelection()?.isCollapsed) return;
  const [node, offset] = letterAt(clientX, clientY) ?? [];
  const pressed = node && here.find(({ range }) => range?.isPointInRange(node, offset ?? 0) &&
    [...range.getClientRects()].some((it) => clientX >= it.left && clientX <= it.right && clientY >= it.top && clientY <= it.bottom));
  if (pressed) openMark(pressed.mark.at);
});
addEventListener("storage", (event) => event.key === key && arrived()); // of another tab
