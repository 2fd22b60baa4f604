// SPDX-License-Identifier: MIT
// Starts the viewer over a published page, or says why the page stays HTML; the same again for each page
// that the reader goes on to. A page is whole before this runs and stays so when anything here fails.
import { watchCopy } from "./copy.js";
import { call, decode, isLoaded, load, text } from "./core.js";
import { feed, isDark, pressed, scrolled, viewport } from "./feed.js";
import { loadHyphens, makeHost } from "./host.js";
import { say, showOwn, still, visit, watchLinks } from "./navigate.js";
import { enterRoom, watchRoom } from "./room.js";
import { makeTwin } from "./twin.js";
import { takeWords, words } from "./words.js";

const root = document.documentElement;
/** The page stands in another site's, and its links lead out of it. */
const isEmbedded = root.dataset.embed !== undefined;
const stage = /** @type {HTMLElement} */ (document.querySelector(".stage"));
const canvas = /** @type {HTMLCanvasElement | null} */ (document.querySelector("#lectern-canvas"));
const forced = matchMedia("(forced-colors: active)");
const contrast = matchMedia("(prefers-contrast: more)");
/** @type {{ saveData?: boolean } | undefined} */
const connection = Reflect.get(navigator, "connection");

// Where nothing can be kept, there is no button for it.
const canSave = "serviceWorker" in navigator && window.top === window && !!document.querySelector("script[data-worker]");

// A browser that takes the graphics back again and again is short of memory.
const MAX_LOSSES = 2;
const WARMING_MS = 3000;
const LONG = 65_536; // bytes of JSON: what is shorter is never read in steps

let reason = "";
let losses = 0;
/** @type {(view: "canvas" | "html") => void} */
let tell = () => {};

/** @param {"html" | "loading" | "canvas"} view */
const show = (view, why = "") => {
  root.dataset.view = view;
  reason = why;
  if (view === "html") tell(view);
};

/** Why no page can be painted here; "" when one can. */
function obstacle() {
  const asked = new URLSearchParams(location.search).get("view");
  if (asked === "html") return "The address asks for the plain page.";
  if (!canvas) return "This page has no canvas.";
  if (forced.matches) return "The system's own colours are asked for.";
  if (contrast.matches) return "More contrast is asked for.";
  if (losses >= MAX_LOSSES) return "The browser took the graphics back twice.";
  if (connection?.saveData && asked !== "canvas") return "The reader asks to save data.";
  return "";
}

/** @param {string} why */
const leave = (why) => {
  call("leave", why);
  show("html", why);
};
/** Shows the HTML for a while. @param {string} why */
const pause = (why) => {
  if (root.dataset.view !== "canvas") return;
  twin.hold(() => {
    call("context_lost");
    show("html", why);
  });
};
let lost = false;
/** Goes back to the canvas, unless something else keeps the HTML. */
const resume = () => {
  if (lost || obstacle() || root.dataset.view !== "html") return;
  call("context_restored");
  if (coreStats().view === "canvas") show("canvas"); // unless it has left for good
};
const twin = makeTwin(() => {
  leave("The page's text was changed by something else, a translator for example.");
});
const host = makeHost(twin, canvas ?? document.createElement("canvas"), {
  onFrame() {
    call("frame");
    if (root.dataset.view !== "canvas") return;
    // On paper nothing is transparent.
    if (twin.isNew() && matchMedia("screen").matches) {
      const { worst, at, isSeen } = twin.verify(lines());
      if (isSeen) return pause(obstacle() || "The text has colours of the reader's own.");
      if (worst > 1) return pause(obstacle() || `The browser places ${at} ${worst.toFixed(1)} px off.`);
    }
    tell("canvas");
  },
  // The core gives up by itself, in the middle of a call: its reason can be asked for after it.
  onRelease() {
    if (root.dataset.view !== "canvas") return;
    show("html");
    queueMicrotask(() => (reason ||= text("message")));
  },
});

/** Grows with each page: what was begun for one before is not carried on. */
let session = 0;
let hears = false;
/** Buttons pressed before the core could hear. @type {number[]} */
let early = [];
const click = (/** @type {number} */ block) => call("click", block, Number(still.matches));
const press = (/** @type {Event} */ event) => {
  const block = pressed(event);
  if (block >= 0) hears ? click(block) : early.push(block);
};

/**
 * The page's article: its JSON, and the text of a long one, which is taken out of that. The browser does so in a
 * tenth of the time that the core takes, which then reads the text in steps.
 * @param {Document} of @returns {Promise<[string | Uint8Array, string]>}
 */
async function article(of) {
  const link = /** @type {HTMLLinkElement | null} */ (of.querySelector("#lectern-article"));
  if (!link) throw new Error("this page names no article");
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(`the server answered ${response.status} for the article`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length < LONG) return [bytes, ""];
  try {
    const all = JSON.parse(decode(bytes));
    const { text } = all.body;
    if (!all.page.cuts || typeof text !== "string") return [bytes, ""];
    all.body.text = "";
    return [JSON.stringify(all), text];
  } catch {
    return [bytes, ""]; // the core says what is wrong
  }
}

/**
 * What the site tells the viewer of itself (src/publish/site_look.cpp); nothing when the viewer knows it.
 * @returns {Promise<{ words?: string, says?: string[], tokens?: string } | undefined>}
 */
async function aboutSite() {
  const script = /** @type {HTMLElement | null} */ (document.querySelector("script[data-site]"));
  if (!script?.dataset.site) return;
  const response = await fetch(script.dataset.site);
  if (!response.ok) throw new Error(`the server answered ${response.status} for the site's words`);
  return response.json();
}

/** @param {string} sentence */
const stop = (sentence) => {
  twin.release();
  show("html", sentence);
};
/** @type {Promise<void> | undefined} */
let loading;
const core = () => isLoaded() ? undefined
  : (loading ??= Promise.all([aboutSite(), load(host.answer, stop)]).then(([site]) => {
    const { words = "", says = [], tokens = "" } = site ?? {};
    takeWords(says);
    if (site && !call("site", words, tokens)) throw new Error("the site's words are those of another version");
    if (root.dataset.tokens) call("restyle", root.dataset.tokens); // the reader's own (look.js)
  }).finally(() => (loading = undefined)));

/** @type {Promise<unknown> | undefined} */
let warming;
/** Has the browser start its graphics, away from the page; best effort. */
const graphics = () => (warming ??= new Promise((resolve) => {
  const policy = Reflect.get(globalThis, "trustedTypes")?.createPolicy("lectern",
    { createScriptURL: (/** @type {string} */ it) => it });
  const url = new URL("./warm.js", import.meta.url).href;
  const worker = new Worker(policy?.createScriptURL(url) ?? url);
  worker.onmessage = worker.onerror = () => (worker.terminate(), resolve(0));
  setTimeout(worker.onmessage, WARMING_MS);
}).catch(() => {}));

/** Lets the page do what else it has to. */
const breathe = () => new Promise((done) => setTimeout(done));

/** The file that the core has read last and not shown. @type {import("./own.js").Own | undefined} */
let read;
/** Has the core read a file; throws its sentence about what is wrong. @param {import("./own.js").Own} own */
async function readOwn(own) {
  const site = /** @type {HTMLAnchorElement | null} */ (stage.querySelector(".site-name a"));
  const readIt = () => text("read_own", own.bytes, own.name, site?.textContent ?? "",
    site?.getAttribute("href") ?? "./", root.lang);
  let problem = readIt();
  if (await learn()) problem = readIt();
  if (problem || !isLoaded()) throw new Error(problem || reason);
  read = own;
}

/** Tells the core the names of characters that few texts have, if it has met one: it must then read again. */
async function learn() {
  if (!call("wants_names")) return false;
  call("names", await import("./entities.js").then((it) => it.default, () => ""));
  return true;
}

/** A file of the reader's own as a page. @param {import("./own.js").Own} own */
async function pageOf(own) {
  try {
    await core();
  } catch (error) {
    throw new Error(`The viewer could not be loaded: ${/** @type {Error} */ (error).message}.`);
  }
  await readOwn(own);
  call("build_own");
  const page = host.takeBuilt();
  if (!page) throw new Error(reason);
  return { ...page, head: [], own };
}

/** @type {Promise<typeof import("./own.js")> | undefined} */
let files;
/** Loads what only those need who open a file of their own. @param {Event} [event] */
const ownFiles = (event) => (files ??= import("./own.js").then((it) => {
  it.watchFiles((file) => showOwn(it.readFile(file).then(pageOf)).catch(({ message }) => say(message)),
    event?.type === "dragstart");
  const wrong = it.takeShared();
  if (wrong) say(wrong);
  return it;
}).catch(() => {
  files = undefined;
  throw new Error(words("not_loaded"));
}));
/** @param {Event} [event] */
const expectFiles = (event) => void ownFiles(event).catch(() => {});

/** Takes over the page that the stage holds now. @param {import("./own.js").Own} [own] it is made of */
async function enter(own) {
  const mine = ++session;
  hears = false;
  if (stage.querySelector(".own-file")) expectFiles();
  const page = /** @type {HTMLElement | null} */ (stage.querySelector('.page[data-block="0"]'));
  if (!page) return show("html", "This page holds no article.");
  if (!("WebAssembly" in globalThis)) return show("html", "This browser runs no WebAssembly.");
  const why = obstacle();
  if (!why) show("loading");
  try {
    const hyphenated = getComputedStyle(root).getPropertyValue("--hyphens") === "auto";
    const [found] = await Promise.all([own ? undefined : article(document), core(), why || graphics(),
      hyphenated && loadHyphens(root.lang)]);
    if (mine !== session) return;
    host.attach(page);
    await breathe();
    if (mine !== session || !isLoaded()) return;
    if (own && own !== read) await readOwn(own);
    read = undefined;
    call("start", ...viewport(), isDark(), Number("share" in navigator), Number(!own && canSave), Number(!why),
      Number(isEmbedded));
    call("scroll", scrolled());
    const address = location.href.replace(/#.*/, "");
    const open = () => found ? call("open", ...found, address) : call("open_own", address);
    for (let more = open(); ; more = call("step")) {
      if (found && await learn()) more = open();
      if (!more) break;
      await breathe();
      if (mine !== session || !isLoaded()) return;
    }
    if (mine !== session || !isLoaded()) return;
    if (coreStats().view === "canvas") show("canvas");
    else show("html", why || text("message"));
  } catch (error) {
    if (mine === session) stop(`The viewer could not be loaded: ${/** @type {Error} */ (error).message}.`);
    return;
  }

  if (root.dataset.view === "canvas") {
    page.getBoundingClientRect(); // laid out now, not within the first frame
    call("moved");
    call("redraw");
  }
  hears = true;
  early.splice(0).forEach(click);
}

/** Takes over the page at hand, and then keeps it for when there is no network. @param {import("./own.js").Own} [own] */
const arrive = (own) => (enterRoom(!own), enter(own)).finally(() => own || isEmbedded || connection?.saveData ||
  import("./offline.js").then((it) => it.visited()).catch(() => {}));

/** The canvas may come and go: the HTML shows meanwhile. */
function watchPainting() {
  canvas?.addEventListener("webglcontextlost", (event) => {
    event.preventDefault(); // else the browser never gives it back
    lost = true;
    pause(++losses < MAX_LOSSES ? "The browser took the graphics back." : obstacle());
  });
  canvas?.addEventListener("webglcontextrestored", () => ((lost = false), resume()));
  for (const asked of [forced, contrast]) {
    asked.addEventListener("change", () => obstacle() ? pause(obstacle()) : resume());
  }
}

/** @returns {Partial<typeof NOTHING>} */
const coreStats = () => JSON.parse(text("stats") || "{}");

/** The painted lines, in px of the document. */
function lines() {
  const { left, top } = stage.getBoundingClientRect(); // beside a phone's rounded edge, below another script's banner
  const [right, down] = [left + scrollX, top + scrollY];
  /** @type {{ block: number, text: string, x: number, y: number, width: number, height: number, baseline: number }[]} */
  const all = JSON.parse((root.dataset.view === "canvas" && text("lines")) || "[]");
  return all.map((line) => ({ ...line, x: line.x + right, y: line.y + down, baseline: line.baseline + down }));
}

/** Sets tokens while a page is read (restyle.js). @param {Record<string, string | number>} tokens */
export async function restyle(tokens) {
  const [it] = await Promise.all([import("./restyle.js"), core()]);
  it.restyle(tokens);
}

/** What `lectern` of a page is made of. */
const viewer = {
  stats() {
    const view = root.dataset.view === "canvas" ? "canvas" : "html";
    return { ...coreStats(), view, reason };
  },
  lines,
  /** @param {string | URL | Blob} what */
  async open(what) {
    const { fetchFile, readFile } = await ownFiles();
    if (what instanceof Blob) return showOwn(readFile(what).then(pageOf));
    const url = new URL(what, location.href);
    if (!/^https?:$/.test(url.protocol)) throw new Error("Only addresses of http and https can be opened.");
    const own = await fetchFile(url);
    await (own ? showOwn(pageOf(own)) : visit(url));
  },
};
/** @typedef {typeof viewer} Viewer */

/**
 * @param {(view: "canvas" | "html") => void} onReady told once which of both the reader sees
 * @param {Event[]} presses that came before
 */
export function start(onReady, presses) {
  tell = onReady;
  presses.forEach(press);
  stage.addEventListener("click", press);
  feed((magnified) => {
    // The browser draws the DOM's text sharp at any scale.
    twin.showPlain(magnified);
    canvas?.toggleAttribute("hidden", magnified);
  }, () => {
    twin.doubt();
    call("fonts_changed");
    resume();
  }, () => {
    twin.doubt();
    call("redraw");
    resume();
  });
  watchCopy(stage, () => root.dataset.view === "canvas");
  watchPainting();
  if (!isEmbedded) watchPages();
  watchRoom(presses, twin.quietly);
  arrive();
  return viewer;
}

/** The reader may go on to another page, or open a file of their own. */
function watchPages() {
  for (const type of ["dragstart", "dragenter"]) addEventListener(type, expectFiles, { once: true });
  watchLinks(stage, {
    onLeave() {
      session++;
      hears = false;
      early = [];
      call("leave", "");
      show("html");
    },
    onEnter: arrive,
  });
}
