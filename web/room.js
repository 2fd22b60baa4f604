// SPDX-License-Identifier: MIT
// The reader's room: what opens its panels, and what goes along with reading. Only what is of use is loaded.
import { say, wasLed } from "./navigate.js";

const room = /** @type {HTMLElement | null} */ (document.querySelector(".room"));
const button = /** @type {HTMLElement | null | undefined} */ (room?.querySelector("[data-room=contents]"));
const contents = () => import("./contents.js");
/** What each button opens. @type {Record<string, () => Promise<{ open: () => Promise<unknown> | void }>>} */
const OPENS = { contents, settings: () => import("./settings.js"), listen: () => import("./aloud.js"), find: () => import("./find.js") };

/** Has an article at hand, which its own address leads to. */
let isArticle = false;
/** @type {Promise<typeof import("./progress.js")> | undefined} */
let along;
const goAlong = () => {
  if (isArticle) along ??= import("./progress.js");
  along?.then((it) => it.arrived(isArticle, wasLed()), () => (along = undefined));
};

/** @type {(edit: () => void) => void} */
let quietly;

let free = 0;
/** @returns {number} px between the window's edge and the text */
function measureFree() {
  const { left = 0, right = innerWidth } = document.querySelector(".lead")?.getBoundingClientRect() ?? {};
  return document.documentElement.dir === "rtl" ? innerWidth - right : left;
}

/** The contents of an article with some headings: beside the text where there is room, else behind the button. */
function offerContents() {
  const isThere = document.querySelectorAll(".body :is(h2, h3)[id]").length >= 3;
  free = measureFree();
  if (button) button.hidden = !isThere;
  const beside = isThere && free >= 208 ? free : 0;
  if (beside || document.querySelector(".beside")) contents().then((it) => it.showBeside(beside), () => {});
}

/** @param {Promise<unknown>} opening */
const failing = (opening) => opening.catch(() => room?.dataset.failed && say(room.dataset.failed));

/** @param {KeyboardEvent} event */
function pressKey({ key, target, ctrlKey, altKey, metaKey, isComposing, defaultPrevented }) {
  if (!/^[?cfjklmstz]$/.test(key) || ctrlKey || altKey || metaKey || isComposing || defaultPrevented) return;
  if (target instanceof Element && target.closest("input, textarea, select, dialog, [contenteditable]")) return;
  failing(import("./keys.js").then((it) => it.press(key)));
}

/** @param {Event} event */
function press({ target }) {
  if (!(target instanceof Element)) return;
  const name = target.closest("[data-room]")?.getAttribute("data-room");
  if (name) failing(OPENS[name]().then((it) => it.open()));
  else if (target instanceof HTMLImageElement && target.closest("article:not(.story) figure") && !target.closest("a")) failing(import("./lightbox.js").then((it) => it.open(target)));
}

let previews = false;
/** A link that is pointed at, focused or held: from then on the module hears by itself. @param {Event} event */
function point(event) {
  const link = isArticle && event.target instanceof Element && event.target.closest(".body a[href]");
  if (!link || previews || (event.type === "pointerover" && Reflect.get(event, "pointerType") === "touch")) return;
  previews = true;
  let isOver = false;
  for (const type of ["pointerout", "pointerup", "focusout"]) link.addEventListener(type, () => (isOver = true), { once: true, passive: true });
  import("./preview.js").then((it) => isOver || it.hear(event), () => (previews = false));
}

/** @param {boolean} isPublished the page at hand is not a file of the reader's own */
export function enterRoom(isPublished) {
  if (!room) return;
  isArticle = isPublished && !!document.querySelector(".body");
  offerContents();
  for (const it of room.querySelectorAll("[data-room=listen], [data-room=find]")) it.toggleAttribute("hidden", !isArticle);
  try {
    if (Object.keys(localStorage).some((it) => it.endsWith(" marks"))) import("./marks.js").then((it) => it.arrived(), () => {});
  } catch {
    // A browser that keeps nothing.
  }
  if (document.querySelector(".body pre")) import("./code.js").then((it) => it.offerCopies(quietly), () => {});
  try {
    if (along || localStorage.length) goAlong(); // who was here before may have stopped in the middle
  } catch {
    // A browser that keeps nothing.
  }
}

/** @param {Event[]} presses that came before @param {typeof quietly} edits makes edits of the page that are our own */
export function watchRoom(presses, edits) {
  if (!room) return;
  quietly = edits;
  presses.forEach(press);
  addEventListener("click", press);
  addEventListener("keydown", pressKey);
  for (const type of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(type, point, { passive: true });
  document.addEventListener("selectionchange", () => {
    if (isArticle && (!getSelection()?.isCollapsed || room.querySelector(".passage"))) import("./passage.js").then((it) => it.offerPassage(), () => {});
  });
  addEventListener("scroll", () => along ?? goAlong(), { passive: true });
  new ResizeObserver(() => free !== measureFree() && offerContents()).observe(document.body);
}
