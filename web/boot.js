// SPDX-License-Identifier: MIT
// The entry: starts the viewer over a published page, or says why the page stays HTML. The page is
// whole before this runs and stays so when anything here fails.
import { watchCopy } from "./copy.js";
import { call, isLoaded, load, text } from "./core.js";
import { feed, pressed, viewport } from "./feed.js";
import { makeHost } from "./host.js";
import { makeTwin } from "./twin.js";

const root = document.documentElement;
const page = /** @type {HTMLElement | null} */ (document.querySelector('.page[data-block="0"]'));
const canvas = /** @type {HTMLCanvasElement | null} */ (document.querySelector("#lectern-canvas"));
const forced = matchMedia("(forced-colors: active)");

const NOTHING = { view: "html", reason: "", frames: 0, layouts: 0, layoutMs: 0, parseMs: 0, words: 0,
  blocks: 0, atlasBytes: 0, heapBytes: 0, glCalls: 0 };

let reason = "";
/** @type {(view: "canvas" | "html") => void} */
let tell = () => {};
const ready = new Promise((resolve) => (tell = resolve));

/** @param {"html" | "loading" | "canvas"} view */
const show = (view, why = "") => {
  root.dataset.view = view;
  reason = why;
  if (view === "html") tell(view);
};

/** Why this page cannot be painted; "" when it can. */
function obstacle() {
  if (new URLSearchParams(location.search).get("view") === "html") return "The address asks for the plain page.";
  if (!canvas) return "This page has no canvas.";
  if (forced.matches) return "The system's own colours are asked for.";
  return "";
}

async function article() {
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector("#lectern-article"));
  if (!link) throw new Error("this page names no article");
  const response = await fetch(link.href); // as the link preloads it
  if (!response.ok) throw new Error(`the server answered ${response.status} for the article`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {HTMLElement} page */
async function start(page) {
  const why = obstacle();
  if (!why) show("loading");
  /** @param {string} why */
  const leave = (why) => {
    call("leave", why);
    show("html", why);
  };
  const twin = makeTwin(page, () => {
    leave("The page's text was changed by something else, a translator for example.");
  });
  /** @param {string} why */
  const stop = (why) => {
    twin.release();
    show("html", why);
  };

  /** Buttons pressed before the core could hear: @type {number[]} */
  const early = [];
  let hears = false;
  page.addEventListener("click", (event) => {
    const block = pressed(event);
    if (block >= 0) hears ? call("click", block) : early.push(block);
  });

  const host = makeHost(twin, canvas ?? document.createElement("canvas"), {
    onFrame() {
      call("frame");
      if (root.dataset.view === "canvas") tell("canvas");
    },
    // The core gives up by itself, in the middle of a call: its reason can be asked for after it.
    onRelease() {
      if (root.dataset.view !== "canvas") return;
      show("html");
      queueMicrotask(() => (reason ||= text("message")));
    },
  });
  try {
    const [json] = await Promise.all([article(), load(host, stop)]);
    call("start", ...viewport(), Number(matchMedia("(prefers-color-scheme: dark)").matches),
      Number("share" in navigator), Number(!why));
    const painted = call("open", json, location.href.replace(/#.*/, ""));
    if (!isLoaded()) return;
    if (painted) show("canvas");
    else show("html", why || text("message"));
  } catch (error) {
    return stop(`The viewer could not be loaded: ${/** @type {Error} */ (error).message}.`);
  }

  if (root.dataset.view === "canvas") {
    const { worst, at } = twin.verify();
    if (worst > 1) leave(`The browser places block ${at} ${worst.toFixed(1)} px off.`);
    watchPainting();
  }
  feed(page, (magnified) => {
    // The browser draws the DOM's text sharp at any scale.
    twin.showPlain(magnified);
    canvas?.toggleAttribute("hidden", magnified);
  });
  watchCopy(page, () => root.dataset.view === "canvas");
  call("scroll", scrollY);
  hears = true;
  early.forEach((block) => call("click", block));
}

/** The canvas may come and go: the HTML shows meanwhile. */
function watchPainting() {
  /** @param {string} why */
  const pause = (why) => {
    if (root.dataset.view !== "canvas") return;
    call("context_lost");
    show("html", why);
  };
  let lost = false;
  const resume = () => {
    if (lost || forced.matches || root.dataset.view === "canvas") return;
    call("context_restored");
    if (coreStats().view === "canvas") show("canvas"); // unless it has left for good
  };
  canvas?.addEventListener("webglcontextlost", (event) => {
    event.preventDefault(); // else the browser never gives it back
    lost = true;
    pause("The browser took the graphics back.");
  });
  canvas?.addEventListener("webglcontextrestored", () => ((lost = false), resume()));
  forced.addEventListener("change", () => {
    if (forced.matches) pause("The system's own colours are asked for.");
    else resume();
  });
}

/** @returns {Partial<typeof NOTHING>} */
const coreStats = () => JSON.parse(text("stats") || "{}");

Object.defineProperty(globalThis, "lectern", { enumerable: true, value: Object.freeze({
  ready,
  stats() {
    const view = root.dataset.view === "canvas" ? "canvas" : "html";
    return { ...NOTHING, ...coreStats(), view, reason };
  },
  lines: () => JSON.parse((root.dataset.view === "canvas" && text("lines")) || "[]"),
  /** @param {string | URL | File} what */
  async open(what) {
    if (what instanceof Blob) throw new Error("Files cannot be opened yet; open an article's address.");
    location.assign(new URL(what, location.href));
  },
}) });

if (!page) show("html", "This page holds no article.");
else if (!("WebAssembly" in globalThis)) show("html", "This browser runs no WebAssembly.");
else start(page);
