// SPDX-License-Identifier: MIT
// Going on to another page of the publication without loading it anew: its document is fetched, and
// its page takes the place of the one at hand. To the reader it is as any site is: the address,
// Back and Forward, reload and the place after Back. A link is still a link; only a plain press of
// one is taken over, and what cannot be fetched whole leaves the page at hand and says so.
import { words } from "./words.js";

/**
 * What one page brings along; `own`: it is a file of the reader's own.
 * @typedef {{ title: string, lang: string, dir: string, head: Element[], page: Element,
 *   own?: import("./own.js").Own }} Entry
 */

const root = document.documentElement;
// The modules are in the publication's folder "_".
const home = new URL("..", import.meta.url);

const HEAD = "meta[name=description], meta[name=robots], meta[name^='twitter:'], meta[property], " +
  "link[rel=canonical], link[rel=alternate]";
const PATIENCE_MS = 20_000;
// A hand that only passes over a link does not stay as long.
const HOVER_MS = 65;
const MAX_KEPT = 8;

/** Pages by address, the latest last. @type {Map<string, Promise<Entry> | Entry>} */
const kept = new Map();
/**
 * Files of the reader's own, which no address leads to: by the mark that their entries of the history
 * have. They last as long as the document; after a reload such an entry is the page of its address.
 * @type {Map<string, Entry>}
 */
const owns = new Map();
/** The mark of the one at hand. */
let own = "";
/** Where the reader was on each entry of the history. @type {Map<string, number>} */
const places = new Map();
let key = "";
let address = "";
let turn = 0;
const [arrival] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
/** A text fragment, which `location` does not tell. @param {string} url */
const namesPassage = (url) => url.includes(":~:");
/** The reader was led to a place: by Back, by loading the page anew, or by a passage that the address names. */
let isLed = arrival?.type !== "navigate" || namesPassage(arrival.name);
export const wasLed = () => isLed;
/** @type {Element} */
let stage;
let hooks = { onLeave() {}, async onEnter(/** @type {Entry["own"]} */ _) {} };

/** Whether nothing is to move by itself. */
export const still = matchMedia("(prefers-reduced-motion: reduce)");
const newKey = () => Math.random().toString(36).slice(2);

/** @param {URL | Location} url */
const addressOf = (url) => url.origin + url.pathname + url.search;

/** @param {Document} of @returns {Entry | null} */
function entryOf(of) {
  const page = of.querySelector(".stage > .page");
  const { lang, dir } = of.documentElement;
  return page && { title: of.title, lang, dir, head: [...of.head.querySelectorAll(HEAD)], page };
}

/** The viewer's version: the names of its styles and of the site's words, which have their hashes. @param {Document} of */
const versionOf = (of) => [of.querySelector("link[rel=stylesheet]")?.getAttribute("href"),
  of.querySelector("script[data-site]")?.getAttribute("data-site")].map((it) => it?.replace(/.*\//, "")).join();

/**
 * A document of this publication. The browser parses it and runs nothing in it.
 * @param {string} url @returns {Promise<Entry>}
 */
const fetchPage = (url) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("GET", url);
  request.responseType = "document";
  request.timeout = PATIENCE_MS;
  request.onerror = () => reject(new Error(words("no_answer")));
  request.ontimeout = () => reject(new Error(words("too_slow")));
  request.onload = () => {
    const found = request.response;
    if (request.status !== 200) return reject(new Error(words("answered", { n: request.status })));
    const entry = found instanceof Document && addressOf(new URL(request.responseURL)) === url && entryOf(found);
    if (!entry) return reject(new Error(words("no_page")));
    if (!found.querySelector("#page-end")) return reject(new Error(words("cut_off")));
    // Published anew meanwhile: the new page wants its own viewer.
    if (versionOf(found) !== versionOf(document)) return reject(null);
    resolve(entry);
  };
  request.send();
});

/** @param {string} url */
export function fetchOnce(url) {
  const known = kept.get(url);
  if (known) return known;
  const entry = fetchPage(url);
  keep(kept, url, entry);
  entry.catch(() => kept.get(url) === entry && kept.delete(url));
  return entry;
}

/** @template T @param {Map<string, T>} map @param {string} name @param {T} entry */
function keep(map, name, entry) {
  map.delete(name);
  map.set(name, entry);
  for (const oldest of map.keys()) {
    if (map.size <= MAX_KEPT) break;
    map.delete(oldest);
  }
}

/** @param {Entry} entry @param {string} [mark] of a file of the reader's own */
function swap(entry, mark = "") {
  hooks.onLeave(); // gives the page at hand back as it was published
  const before = entryOf(document);
  if (before && !own) keep(kept, address, before);
  own = mark;
  address = addressOf(location);
  document.title = entry.title;
  root.lang = entry.lang;
  root.dir = entry.dir;
  document.head.querySelectorAll(HEAD).forEach((it) => it.remove());
  // The data of the page that was loaded: that of another can't come in, as no script's text can under
  // Trusted Types.
  document.head.querySelector("script[type='application/ld+json']")?.remove();
  document.head.append(...entry.head.map((it) => document.importNode(it, true)));
  stage.querySelector(".page")?.replaceWith(document.importNode(entry.page, true));
  if (!still.matches) stage.animate({ opacity: [0.4, 1] }, { duration: 160, easing: "ease-out" });
}

/** @param {URL} url */
async function foreseePage(url) {
  try {
    const { head } = await fetchOnce(addressOf(url));
    const article = head.find((it) => it.id === "lectern-article")?.getAttribute("href");
    if (article) await fetch(new URL(article, url)); // for the browser's own cache
  } catch {
    // It was only a guess; a press will say what is wrong.
  }
}

/** Where a screen reader goes on, and the next Tab. */
function focusStart() {
  const start = /** @type {HTMLElement | null} */ (stage.querySelector("h1"));
  start?.setAttribute("tabindex", "-1");
  start?.focus({ preventScroll: true });
}

/** @param {string} hash */
function scrollToPart(hash) {
  if (namesPassage(hash)) import("./passage.js").then((it) => it.showPassage(hash), () => {});
  let id = hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // Not UTF-8: it stands for itself.
  }
  const part = id && document.getElementById(id);
  if (part) part.scrollIntoView({ behavior: "instant" });
  else scrollTo({ top: 0, behavior: "instant" });
}

/** @param {string} text one sentence, "" takes it away @param {string} [url] to try it as the browser does */
export function say(text, url) {
  document.querySelector(".notice")?.remove();
  if (!text) return;
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  notice.dir = "auto";
  notice.append(text);
  if (url) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = url;
    link.dataset.load = ""; // not taken over once more
    notice.append(" ", link);
  }
  document.body.append(notice);
}

/**
 * @param {URL} url of this publication
 * @param {(entry: Entry) => void} show
 * @param {Entry} [entry] when it is not to be asked for
 */
async function go(url, show, entry) {
  const mine = ++turn;
  say("");
  try {
    const known = entry ?? fetchOnce(addressOf(url));
    // Without a wait where none is needed: Back then shows no other page in between.
    const next = known instanceof Promise ? await known : known;
    if (mine !== turn) return;
    show(next);
    hooks.onEnter(next.own);
  } catch (error) {
    if (mine !== turn) return;
    if (!error) return location.assign(url);
    say(words("not_opened", { why: /** @type {Error} */ (error).message }), url.href);
  }
}

/** Goes to a page: within the viewer when it is of this publication. @param {URL} url */
export function visit(url) {
  if (!isOurs(url)) {
    location.assign(url);
    return Promise.resolve();
  }
  return go(url, (entry) => {
    isLed = namesPassage(url.hash);
    history.pushState({ lectern: (key = newKey()) }, "", url);
    swap(entry);
    scrollToPart(url.hash);
    focusStart();
  });
}

/**
 * Shows a file of the reader's own in place of the page at hand, under its address; Back leads to that.
 * @param {Promise<Entry>} reading when it fails, the page at hand stays
 */
export async function showOwn(reading) {
  const mine = ++turn;
  say("");
  const entry = await reading;
  if (mine !== turn) throw new Error("Something else was opened meanwhile.");
  const mark = newKey();
  keep(owns, mark, entry);
  history.pushState({ lectern: (key = newKey()), own: mark }, "", addressOf(location));
  swap(entry, mark);
  scrollToPart("");
  focusStart();
  await hooks.onEnter(entry.own);
}

/** @param {URL} url */
export const isOurs = (url) => url.origin === home.origin && url.pathname.startsWith(home.pathname) &&
  url.pathname.endsWith("/") && !url.search && !location.search;

/** A link that a plain press may take over. @param {Event} event */
function linkOf({ target }) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  const same = addressOf(url) === addressOf(location);
  return isOurs(url) && !same && link.dataset.load === undefined ? url : null;
}

/**
 * @param {Element} where holds the page
 * @param {typeof hooks} calls when a page is given up, and when another stands in its place
 */
export function watchLinks(where, calls) {
  stage = where;
  hooks = calls;
  address = addressOf(location);
  key = history.state?.lectern ?? newKey();
  history.replaceState({ ...history.state, lectern: key }, "");

  document.addEventListener("click", (event) => {
    const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
    if (event.defaultPrevented || button || metaKey || ctrlKey || shiftKey || altKey) return;
    const url = linkOf(event);
    if (!url) return;
    event.preventDefault();
    visit(url);
  });

  let timer = 0;
  const foresee = (/** @type {Event} */ event) => {
    clearTimeout(timer);
    const url = linkOf(event);
    if (!url || Reflect.get(navigator, "connection")?.saveData) return;
    timer = window.setTimeout(() => foreseePage(url), event.type === "pointerover" ? HOVER_MS : 0);
  };
  for (const type of ["pointerover", "pointerdown", "focusin"]) {
    document.addEventListener(type, foresee, { passive: true });
  }

  addEventListener("scroll", () => places.set(key, scrollY), { passive: true });
  addEventListener("popstate", ({ state }) => {
    const isHere = addressOf(location) === address;
    // A part of the page at hand, pressed just now: the browser has made an entry for it.
    if (!state && isHere) return history.replaceState({ lectern: (key = newKey()), own }, "");
    const mark = owns.has(state?.own) ? state.own : "";
    key = state?.lectern ?? "";
    if (isHere && mark === own) return; // another part of it
    const place = places.get(key);
    go(new URL(location.href), (entry) => {
      isLed = true;
      swap(entry, mark);
      if (place === undefined) scrollToPart(location.hash);
      else scrollTo({ top: place, behavior: "instant" });
    }, owns.get(mark));
  });
}
