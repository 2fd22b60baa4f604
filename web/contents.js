// SPDX-License-Identifier: MIT
// The article's contents, from its headings: beside the text where there is room, else as a panel. The part at hand
// is marked, each heading is a link, and its link can be copied.
import { copyText } from "./host.js";
import { addStyles, make } from "./make.js";
import { openPanel } from "./panel.js";
import { lang, roomWords } from "./room_words.js";

const STYLES = `
.beside { position: fixed; z-index: 1; inset-block: 6em; inset-inline-start: 1.5em; box-sizing: border-box; width: min(var(--free) - 4em, 20em); overflow: auto; overscroll-behavior: contain; font: 400 small/1.4 var(--sans); }
.beside ol { margin: 0; padding: 0; list-style: none; }
.beside a { display: block; padding: 0.375em 0.5em; box-shadow: inset 2px 0 var(--rule); color: var(--muted); line-height: inherit; text-decoration: none; overflow-wrap: anywhere; }
[dir="rtl"] .beside a { box-shadow: inset -2px 0 var(--rule); }
.beside a:hover { color: var(--ink); text-decoration: underline; }
.beside [aria-current] { box-shadow: inset 2px 0 var(--accent); color: var(--ink); font-weight: 700; }
[dir="rtl"] .beside [aria-current] { box-shadow: inset -2px 0 var(--accent); }
:is(.beside, .panel) [data-level="3"] { padding-inline-start: 1.25em; }
@media print { .beside { display: none; } }`;

const LINE = 120; // px from the window's top: what stands there is read
const STEP = 16;
const SETTLED_MS = 500;

/** @type {CSSStyleSheet | undefined} */
let sheet;
/** @type {{ beside: HTMLElement, headings: HTMLElement[] } | null} */
let shown = null;

/** @returns {HTMLElement[]} */
const findHeadings = () => [...document.querySelectorAll(".body :is(h2, h3)[id]")].map((it) => /** @type {HTMLElement} */ (it));

/** The heading of what is read: the last one before what stands at the line. @param {HTMLElement[]} headings */
export function currentOf(headings) {
  const body = document.querySelector(".body")?.getBoundingClientRect();
  if (!body || body.top > LINE) return null;
  if (body.bottom < LINE) return headings[headings.length - 1];
  const number = (/** @type {Element} */ it) => Number(it.getAttribute("data-block"));
  // Upwards out of a gap. Asked of the browser like this, a long text is not laid out for it.
  for (let y = LINE; y > 0; y -= STEP) {
    const block = document.elementFromPoint((body.left + body.right) / 2, y)?.closest(".body [data-block]");
    if (block && !block.querySelector("[data-block]")) return headings.filter((it) => number(it) <= number(block)).pop() ?? null;
  }
  return null;
}

/** @param {HTMLElement[]} headings @param {HTMLElement | null} current @param {(heading: HTMLElement, link: HTMLElement) => Node[]} more beside each link */
const listOf = (headings, current, more = () => []) => make("ol", { role: "list" }, ...headings.map((heading) => {
  const link = make("a", { href: `#${encodeURIComponent(heading.id)}`, dir: "auto" }, heading.textContent ?? "");
  link.lang = document.documentElement.lang;
  link.dataset.level = heading.localName.slice(1);
  if (heading === current) link.setAttribute("aria-current", "location");
  return make("li", {}, link, ...more(heading, link));
}));

function markCurrent() {
  if (!shown) return;
  const current = currentOf(shown.headings);
  const links = shown.beside.querySelectorAll("a");
  const link = links[shown.headings.findIndex((it) => it === current)];
  if (link?.hasAttribute("aria-current")) return;
  for (const it of links) it.removeAttribute("aria-current");
  if (!link) return;
  link.setAttribute("aria-current", "location");
  const { top, bottom } = link.getBoundingClientRect(), box = shown.beside.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) shown.beside.scrollTop += top - box.top - box.height / 3;
}

let again = 0;
// After a jump the text there is laid out, and moves without another scroll, if late.
const flow = new ResizeObserver(follow);
function follow() {
  markCurrent();
  clearTimeout(again);
  again = window.setTimeout(markCurrent, SETTLED_MS);
}

function takeAway() {
  shown?.beside.remove();
  shown = null;
  removeEventListener("scroll", follow);
  flow.disconnect();
}

/** @param {number} free px before the text; 0: there is no room, or nothing to show */
export async function showBeside(free) {
  const headings = free ? findHeadings() : [];
  if (shown && headings.length === shown.headings.length && headings.every((it, i) => it === shown?.headings[i])) {
    shown.beside.style.setProperty("--free", `${free}px`);
    return;
  }
  takeAway();
  if (!headings.length) return;
  const words = await roomWords();
  if (!headings[0].isConnected) return; // another page is shown by now, and has its own
  takeAway(); // one that came meanwhile
  sheet ??= addStyles(STYLES);
  const beside = make("nav", { className: "beside", lang, ariaLabel: words("contents") }, listOf(headings, null));
  beside.style.setProperty("--free", `${free}px`);
  document.querySelector(".room")?.after(beside);
  shown = { beside, headings };
  addEventListener("scroll", follow, { passive: true });
  flow.observe(/** @type {Element} */ (document.querySelector(".body")));
}

export async function open() {
  const words = await roomWords();
  sheet ??= addStyles(STYLES);
  const headings = findHeadings();
  const note = make("p", { className: "note", role: "status" });
  const panel = openPanel(words("contents"), words("close"), listOf(headings, currentOf(headings), (heading, link) => {
    link.onclick = () => panel.close(); // then the browser goes there
    const title = words("copy_heading", { title: heading.textContent ?? "" });
    const copy = make("button", { type: "button", ariaLabel: title, title }, "#");
    copy.onclick = async () => {
      note.textContent = "";
      const done = await copyText(new URL(`#${encodeURIComponent(heading.id)}`, location.href).href);
      note.textContent = words(done ? "copied" : "copy_failed");
    };
    return [copy];
  }), note);
  panel.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });

}
