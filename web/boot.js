// SPDX-License-Identifier: MIT
// The entry: gives the page its `lectern`, and loads the viewer when the page's own text has been painted.
// Nothing else runs before that, so that an article is read as soon as a page without scripts.

const VIEWER = "./viewer.js";
// A page that is in view and yet not painted by then may never be; a busy machine takes seconds.
const PATIENCE_MS = 10_000;
const NOTHING = { view: "html", reason: "", frames: 0, layouts: 0, layoutMs: 0, parseMs: 0, words: 0,
  blocks: 0, atlasBytes: 0, heapBytes: 0, glCalls: 0 };

/** @typedef {import("./viewer.js").Viewer} Viewer */

/** @type {(view: "canvas" | "html") => void} */
let tell = () => {};
const ready = new Promise((resolve) => (tell = resolve));
/** @type {Viewer | null} */
let viewer = null;
let reason = "";

/** Presses before the viewer can hear. @type {Event[]} */
const early = [];
const keep = (/** @type {Event} */ event) => void early.push(event);
addEventListener("click", keep);

/** Resolves when the page's own text has been painted. */
const firstText = () => new Promise((resolve) => {
  const isTold = PerformanceObserver.supportedEntryTypes.includes("paint");
  if (!isTold || document.visibilityState === "hidden") return resolve(undefined); // that is not painted at all
  new PerformanceObserver((list, watch) => {
    if (!list.getEntriesByName("first-contentful-paint").length) return;
    watch.disconnect();
    resolve(undefined);
  }).observe({ type: "paint", buffered: true });
  setTimeout(resolve, PATIENCE_MS);
});

/** Has the browser fetch all files of the viewer side by side, not one after the other as they name each other. */
function fetchAll() {
  const script = /** @type {HTMLElement | null} */ (document.querySelector("script[data-files]"));
  const { files = "", site = "" } = script?.dataset ?? {};
  for (const href of `${files} ${site}`.match(/\S+/g) ?? []) {
    const isCode = href.endsWith(".js");
    document.head.append(Object.assign(document.createElement("link"), isCode
      ? { rel: "modulepreload", href }
      : { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
  }
}

const started = firstText().then(async () => {
  fetchAll();
  const { start } = /** @type {typeof import("./viewer.js")} */ (await import(VIEWER));
  removeEventListener("click", keep);
  return (viewer = start(tell, early));
}).catch((error) => {
  reason = `The viewer could not be loaded: ${error.message}.`;
  tell("html");
  return null;
});

// The search, once its field is used or an address asks for it.
const seek = () => void import("./search.js").then((it) => it.start(), () => {});
const isField = (/** @type {unknown} */ it) => it instanceof Element && it.closest(".search");
addEventListener("focusin", ({ target }) => isField(target) && seek());
if (location.hash.startsWith("#find=")) ready.then(() => import("./find.js")).then((it) => it.start(), () => {});
if (isField(document.activeElement) || new URLSearchParams(location.search).has("q")) seek();

Object.defineProperty(globalThis, "lectern", { enumerable: true, value: Object.freeze({
  ready,
  stats: () => ({ ...NOTHING, reason, ...viewer?.stats() }),
  lines: () => viewer?.lines() ?? [],
  /** @param {string | URL | Blob} what */
  async open(what) {
    if (!(await started)) throw new Error(reason);
    return viewer?.open(what);
  },
}) });
