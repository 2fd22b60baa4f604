// SPDX-License-Identifier: MIT
// How far the reader is: a thin line at the top, the time that is left, and the place to go on from at the next visit.
// Loaded with the first scroll, or at once for a reader who was here before. Nothing here runs while nobody scrolls.
import { locate, placeOf } from "./place.js";
import { addStyles, make } from "./make.js";
import { roomWords } from "./room_words.js";

/**
 * Characters a minute that adults read in their language: Trauzettel-Klosinski and Dietz, Standardized Assessment of
 * Reading Performance, IOVS 2012; the mean of its 17 languages for others.
 * @type {Record<string, number>}
 */
const SPEEDS = { ar: 612, zh: 255, nl: 978, en: 987, fi: 1078, fr: 998, de: 920, he: 833, it: 950, ja: 357, pl: 916, pt: 913, ru: 986, sl: 885, es: 1025, sv: 917, tr: 1054 };
const MEAN = 863;

const STYLES = `
.progress { position: fixed; z-index: 2; inset: 0 0 auto; height: 3px; background: var(--accent); transform-origin: left; pointer-events: none; }
[dir="rtl"] > body > .progress { transform-origin: right; }
.room .left { padding-inline: 1.25em 0.25em; font-size: small; }
.room { transition: transform 0.15s; }
@media (width < 52rem) { .room.away:not(:focus-within) { transform: translateY(calc(100% + 1.5em)); } }
@media (prefers-reduced-motion: reduce) { .room { transition: none; } }
.notice .again { min-height: 2.75rem; margin-inline-start: 0.75rem; padding: 0 1rem; border: 1px solid currentColor; border-radius: var(--radius); background: none; color: inherit; font: inherit; cursor: pointer; }
@media print { .progress { display: none; } }`;

const key = `lectern ${new URL("..", import.meta.url).pathname} places`;
const MOST = 100; // articles whose place is kept
const STAY_MS = 2000; // who rests so long reads
const EDGE = 24; // px above the line that is gone on with
const AWAY = 48; // px further down; less may be a place that is only kept
const BEGUN = 1.2, ENDED = 0.95; // windows from the top, share of the article: before and behind it there is nothing to go on with

const room = /** @type {HTMLElement} */ (document.querySelector(".room"));
const bar = make("div", { className: "progress", ariaHidden: "true" });
const left = make("span", { className: "left" });
addStyles(STYLES);

/** @type {HTMLElement | null} */
let body = null;
let article = "", minutes = 0, resting = 0, before = 0, shownMinutes = -1;
/** @type {Awaited<ReturnType<typeof roomWords>> | undefined} */
let words;

/** @typedef {import("./place.js").Place & { at: number }} Kept */
/** What was kept is from outside. @returns {Record<string, Kept>} */
function keptPlaces() {
  try {
    const all = JSON.parse(localStorage.getItem(key) ?? "{}");
    return Object.fromEntries(Object.entries(typeof all === "object" && all ? all : {}).filter(([, it]) =>
      Number.isFinite(it?.at) && Number.isInteger(it.block) && Number.isInteger(it.offset) && it.offset >= 0 &&
      Array.isArray(it.pieces) && it.pieces.length === 3 && it.pieces.every((/** @type {unknown} */ piece) => typeof piece === "string")));
  } catch {
    return {};
  }
}

/** @param {import("./place.js").Place | null} place null: there is nothing to go on with */
function keep(place) {
  const { [article]: known, ...others } = keptPlaces();
  if (!place && !known) return;
  const all = Object.entries({ ...others, ...(place && { [article]: { ...place, at: Date.now() } }) });
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(all.sort(([, a], [, b]) => b.at - a.at).slice(0, MOST))));
  } catch {
    // Full, or forbidden: then the next visit begins at the top.
  }
}

/** How much of the article is read: 1 where its end has come into the window. */
function share() {
  const rest = /** @type {HTMLElement} */ (body).getBoundingClientRect().bottom - innerHeight;
  return rest <= 0 ? 1 : scrollY / (scrollY + rest);
}

function rest() {
  if (!body?.isConnected) return;
  keep(scrollY > BEGUN * innerHeight && share() < ENDED ? placeOf() : null);
}

function tell() {
  if (!body?.isConnected) return;
  const read = share();
  bar.style.transform = `scaleX(${read})`;
  const now = read < 1 ? Math.ceil(minutes * (1 - read)) : 0;
  if (now !== shownMinutes && words) {
    shownMinutes = now;
    const time = new Intl.NumberFormat(room.lang, { style: "unit", unit: "minute", unitDisplay: "short" }).format(now);
    left.textContent = now ? words("left", { time }) : "";
    left.hidden = !now;
  }
}

function scrolled() {
  tell();
  // On a narrow window the buttons go while one reads on, and come when one goes back.
  const by = scrollY - before;
  if (by > AWAY || by < 0) {
    room.classList.toggle("away", by > 0);
    before = scrollY;
  }
  clearTimeout(resting);
  resting = window.setTimeout(rest, STAY_MS);
}

/** Goes to where the reader stopped, and says so. */
async function resume() {
  const place = keptPlaces()[article];
  const spot = place && locate(place);
  if (!spot) return;
  const range = document.createRange(); // stays at its letter when the viewer takes the text apart
  range.setStart(spot.text, spot.offset);
  range.setEnd(spot.text, spot.offset + 1);
  const off = () => range.getBoundingClientRect().top - EDGE;
  const go = () => {
    if (Math.abs(off()) > 2) scrollBy({ top: off(), behavior: "instant" });
    return scrollY;
  };
  // What was far is laid out only now, and may be higher than it was guessed to be.
  for (let i = 0, there = -1; i < 6 && (there < 0 || Math.abs(scrollY - there) < 2); i++) {
    there = go();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  const say = await roomWords();
  const again = make("button", { type: "button", className: "again" }, say("start_again"));
  const notice = make("p", { className: "notice", role: "status", lang: room.lang, dir: room.dir }, say("resumed"), again);
  again.onclick = () => {
    notice.remove();
    scrollTo({ top: 0, behavior: "instant" });
    keep(null);
    const title = /** @type {HTMLElement | null} */ (document.querySelector("h1"));
    title?.setAttribute("tabindex", "-1");
    title?.focus({ preventScroll: true });
  };
  document.querySelector(".notice")?.remove();
  document.body.append(notice);
  const goOn = () => {
    if (notice.isConnected && Math.abs(off()) < innerHeight / 2) return;
    notice.remove();
    removeEventListener("scroll", goOn);
  };
  addEventListener("scroll", goOn, { passive: true });
}

/** Another page is at hand. @param {boolean} isArticle @param {boolean} wasLed to a place in it */
export function arrived(isArticle, wasLed) {
  const now = location.pathname;
  const isSame = isArticle && body?.isConnected && now === article;
  if (isSame) return;
  clearTimeout(resting);
  body = isArticle ? document.querySelector(".body") : null;
  article = now;
  before = scrollY;
  shownMinutes = -1;
  room.classList.remove("away");
  if (!body) {
    bar.remove();
    left.remove();
    return;
  }
  const language = (document.documentElement.lang || "en").split("-")[0];
  minutes = (body.textContent?.length ?? 0) / (SPEEDS[language] ?? MEAN);
  document.body.append(bar);
  room.prepend(left);
  tell();
  // Not when a fragment, the browser's own memory or the reader has led elsewhere.
  if (wasLed || location.hash) return;
  if (scrollY) resting = window.setTimeout(rest, STAY_MS); // this module came with a scroll
  else resume();
}

roomWords().then((it) => ((words = it), tell()), () => {});
addEventListener("scroll", scrolled, { passive: true });
addEventListener("pagehide", () => resting && body?.isConnected && scrollY > BEGUN * innerHeight && rest());
