// SPDX-License-Identifier: MIT
// What a link in an article leads to, shown beside it: a footnote, another part of the page, another article. A pointer
// that rests on the link, the keyboard's focus or a long press shows it. Assistive technology is not told of it: it
// repeats what stands a press away.
import { clean } from "./copy.js";
import { fetchOnce, isOurs } from "./navigate.js";
import { addStyles, make } from "./make.js";

const STYLES = `
.preview { position: fixed; z-index: 2; box-sizing: border-box; width: min(24rem, 100vw - 1.5rem); max-height: 40vh; padding: 0.75rem 1rem; border-radius: var(--radius); background: var(--paper); color: var(--ink); font: 400 1rem/1.45 var(--serif); box-shadow: 0 0 0 1px var(--rule), 0 0.25rem 1.25rem #0004; overflow: auto; overflow-wrap: anywhere; }
.preview > :is(p, ul, ol, blockquote, pre) + :is(p, ul, ol, blockquote, pre) { margin-top: 0.5rem; }
.preview :is(strong, small) { display: block; }
.preview :is(ul, ol) { padding-inline-start: 1.25rem; }
.preview img { float: inline-end; width: 5rem; height: 5rem; margin-inline-start: 0.75rem; border-radius: var(--radius); object-fit: cover; }
.preview strong { font-weight: 700; }
.preview small { color: var(--muted); font: var(--label); }
@media print { .preview { display: none; } }`;

const REST_MS = 350; // of a pointer or the focus on a link
const PRESS_MS = 400; // of a finger; the browser's own menu comes later
const LEAVE_MS = 300; // to get from the link to what is shown
const GAP_PX = 6;
const RAISED_PX = 10; // of a footnote's number above the line that it stands in
const WANDER_PX = 10; // of a finger that stays

/** @type {HTMLElement | null} */
let shown = null;
/** @type {HTMLAnchorElement | null} whose it is */
let owner = null;
/** @type {HTMLAnchorElement | null} what is to be shown, or is */
let wanted = null;
let timer = 0;
let isHeld = false; // shown by a finger that is still down
/** @type {CSSStyleSheet | undefined} */
let sheet;

function hide() {
  clearTimeout(timer);
  shown?.remove();
  shown = owner = wanted = null;
}

/** What an element of a page holds, without what works only there. @param {Element} element */
function insideOf(element) {
  const fragment = document.createDocumentFragment();
  fragment.append(...document.importNode(element, true).childNodes);
  fragment.querySelectorAll("a[aria-label], img, audio, video, table").forEach((it) => it.remove());
  clean(fragment);
  fragment.querySelectorAll("a").forEach((it) => it.replaceWith(...it.childNodes));
  return fragment;
}

/** A note whole, a heading with the paragraph below it, anything else alone. @param {HTMLElement} target @returns {Node[]} */
function partOf(target) {
  if (!/^H[2-6]$/.test(target.tagName)) return [insideOf(target)];
  const next = target.nextElementSibling;
  return [make("strong", {}, insideOf(target)), ...next?.matches("p") ? [make("p", {}, insideOf(next))] : []];
}

/** @param {URL} url @returns {Promise<Node[]>} nothing when the page can't be had or is no article */
async function articleOf(url) {
  const entry = await Promise.resolve(fetchOnce(url.origin + url.pathname)).catch(() => null);
  const title = entry?.page.querySelector(".body") && entry.page.querySelector("h1");
  if (!entry || !title) return [];
  const [picture, text, date] = ["figure img", ".standfirst, .body p", ".dateline"].map((it) => entry.page.querySelector(it));
  const src = picture?.getAttribute("src");
  return [...src ? [make("img", { alt: "", src: new URL(src, url).href })] : [], make("strong", {}, insideOf(title)),
    ...text ? [make("p", {}, insideOf(text))] : [], ...date ? [make("small", {}, insideOf(date))] : []];
}

/** Below the link, or above it where there is more room. @param {DOMRect} rect */
function place({ left, top, bottom }) {
  if (!shown) return;
  if (owner?.closest("sup")) bottom += RAISED_PX;
  const { offsetWidth, offsetHeight } = shown;
  const width = document.documentElement.clientWidth;
  const below = innerHeight - bottom >= offsetHeight + 2 * GAP_PX || innerHeight - bottom > top;
  shown.style.top = `${Math.max(GAP_PX, below ? bottom + GAP_PX : top - GAP_PX - offsetHeight)}px`;
  shown.style.left = `${Math.max(GAP_PX, Math.min(left - GAP_PX, width - offsetWidth - GAP_PX))}px`;
}

/** @param {string} hash */
function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // no UTF-8
  }
}

/** @param {HTMLAnchorElement} link @param {DOMRect} rect its line that is pointed at */
async function show(link, rect) {
  const url = new URL(link.href);
  const isHere = url.origin + url.pathname === location.origin + location.pathname;
  const target = isHere ? targetOf(url.hash) : null;
  const parts = target ? partOf(target) : isHere ? [] : await articleOf(url);
  if (wanted !== link || !parts.some((it) => it.textContent?.trim())) return;
  shown?.remove();
  owner = link;
  sheet ??= addStyles(STYLES);
  const { lang, dir } = /** @type {HTMLElement} */ ((target ?? link).closest("[lang]"));
  shown = make("div", { className: "preview", lang, dir: dir || document.documentElement.dir, ariaHidden: "true" }, ...parts);
  shown.onpointerenter = () => (clearTimeout(timer), (wanted = owner));
  shown.onpointerleave = leave;
  document.body.append(shown);
  place(rect);
}

function leave() {
  clearTimeout(timer);
  timer = window.setTimeout(hide, shown ? LEAVE_MS : 0);
}

/** @param {HTMLAnchorElement} link @param {number} after ms */
function plan(link, after, { x = -1, y = -1 } = {}) {
  if (wanted === link && !shown) return;
  clearTimeout(timer);
  wanted = link;
  if (owner === link) return;
  const rects = [...link.getClientRects()];
  const rect = rects.find((it) => it.left <= x && x <= it.right && it.top <= y && y <= it.bottom) ?? rects[0];
  if (rect) timer = window.setTimeout(() => show(link, rect), after);
}

/** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
function linkOf(target) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || !link.closest(".body") || link.closest(".footnotes")) return null;
  const url = new URL(link.href);
  return isOurs(url) || (link.hash && url.pathname === location.pathname && url.origin === location.origin) ? link : null;
}

/** What may want a link to be shown, or no more. @param {Event} event */
export function hear(event) {
  const { type, target } = event;
  const { pointerType = "", clientX: x, clientY: y } = /** @type {PointerEvent} */ (event);
  const link = linkOf(target);
  const touch = pointerType === "touch";
  if (type === "pointerover" && !touch) return link ? plan(link, REST_MS, { x, y }) : wanted && !shown?.contains(/** @type {Node} */ (target)) && leave();
  if (type === "focusin") return link?.matches(":focus-visible") ? plan(link, REST_MS) : link === wanted || hide();
  if (type === "pointerdown" && touch && link) {
    hide();
    plan(link, PRESS_MS, { x, y });
    [isHeld, startX, startY] = [true, x, y];
  } else if (!(target instanceof Node && shown?.contains(target))) {
    hide();
  }
}

let [startX, startY] = [0, 0];
document.addEventListener("pointermove", ({ pointerType, clientX, clientY }) => {
  if (isHeld && pointerType === "touch" && Math.hypot(clientX - startX, clientY - startY) > WANDER_PX) hide();
}, { passive: true });
/** The finger has done what it was there for: the link is not followed, and of a note there is no menu. @param {Event} event */
const held = (event) => {
  if (!isHeld || !shown) return;
  if (event.type === "click" || linkOf(event.target)?.closest(".footnote-ref")) event.preventDefault();
  event.stopImmediatePropagation();
};
addEventListener("click", (event) => (held(event), (isHeld = false)), { capture: true });
addEventListener("contextmenu", held, { capture: true });
addEventListener("pointerup", ({ pointerType }) => pointerType === "touch" && !shown && hide(), { passive: true });
addEventListener("keydown", ({ key }) => key === "Escape" && hide());
addEventListener("scroll", hide, { passive: true });
document.addEventListener("focusout", hide);
for (const type of ["pointerover", "focusin", "pointerdown"]) document.addEventListener(type, hear, { passive: true });
