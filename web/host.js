// SPDX-License-Identifier: MIT
// The core's requests, by name, as src/platform/web sends them. Each gets its numbers and texts and
// room for answers; what it returns is a number too. It does what it is told and decides nothing.
import { build } from "./build.js";
import { call, decode } from "./core.js";
import { scrolled } from "./feed.js";
import { makeGl } from "./gl.js";
import * as moods from "./moods.js";
import { makePictures } from "./pictures.js";
import { isWebKit, makeText } from "./text.js";

/** @typedef {ReturnType<typeof import("./twin.js").makeTwin>} Twin */

/** @param {string} text Copy without the clipboard interface, which plain http lacks. */
function copyOld(text) {
  document.addEventListener("copy", (event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { once: true, capture: true });
  return document.execCommand("copy");
}

/** The service that counts moods, as the page names it. */
const { moods: serviceUrl, moodsSite: site } = /** @type {HTMLElement | null} */ (document.querySelector("script[data-moods]"))?.dataset ?? {};
const service = serviceUrl && site ? { service: new URL(serviceUrl, document.baseURI).href, site } : null;
const outbox = () => import("./outbox.js");

/** @param {import("./outbox.js").Told} told */
function tellMood({ counts, sent }) {
  if (sent) call("mood_placed", moods.PLACE.counted);
  if (counts) moods.MOODS.forEach((mood, i) => call("mood_counted", i, counts[mood] ?? 0));
}

/** @param {string} value @returns {Promise<boolean>} whether it was copied */
export const copyText = (value) => navigator.clipboard
  ? navigator.clipboard.writeText(value).then(() => true, () => copyOld(value))
  : Promise.resolve(copyOld(value));

/** What finds hyphens, once a reader or the publication wishes for them. @type {typeof import("./hyphens.js") | undefined} */
let rules;
/** Languages whose rules were asked for: once, since a site has not those of all. */
const asked = new Set();
/** @param {string} language @returns whether its rules for hyphens have come */
export async function loadHyphens(language) {
  if (asked.has(language)) return false;
  asked.add(language);
  try {
    rules = await import("./hyphens.js");
    return await rules.load(language);
  } catch {
    return false;
  }
}

const PLACE_MS = 600; // as in src/app/viewer_layout.cpp

/**
 * @param {Twin} twin
 * @param {HTMLCanvasElement} canvas
 * @param {{ onFrame: () => void, onRelease: () => void }} page
 */
export function makeHost(twin, canvas, page) {
  const gl = makeGl(canvas);
  const pictures = makePictures((block) => twin.elements[block], gl.into,
    () => call("redraw"));
  /** Made when first asked: a page that stays HTML measures nothing. @type {ReturnType<typeof makeText> | undefined} */
  let maker;
  let framed = false;
  let chosen = false;
  /** The page that was made last. @type {ReturnType<typeof build> | null} */
  let built = null;
  let anchorless = 0;
  let article = 0; // counts those opened: an answer for one before is not for this one
  const text = () => (maker ??= makeText(gl.into));
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      call("html_changed", Number(/** @type {HTMLElement} */ (target).dataset.block));
    }
  });

  const flow = new ResizeObserver(() => call("moved"));
  // What can be scrolled sideways can be with keys: browsers differ in making it so by themselves.
  const scrollers = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });

  /** What changes while it is read. Of another article's page, which the core has yet to notice, it may be anything. @param {number} block */
  const control = (block) => twin.elements[block]?.matches(".button, .status") ? twin.elements[block] : undefined;

  /**
   * @type {Record<string, (n: Float64Array, t: string[], out: Float64Array, data: Uint8Array,
   *   more: Uint8Array) => unknown>}
   */
  const requests = {
    words: (_, t, out) => text().words(t, out),
    hyphens(_, [words, language], out) {
      loadHyphens(language).then((now) => now && call("fonts_changed"));
      return rules?.find(words, language, out);
    },
    measure: (n, t, out) => text().measure(n, t, out),
    line: (n, t, out) => text().line(n, t, out),
    ink: (_, t, out) => text().ink(t, out),
    raster: (n, t) => text().raster(n, t),
    forget: () => maker?.forget(),

    html_height([block, width]) {
      const element = twin.elements[block];
      if (!element) return 0;
      const { style } = element;
      const before = [style.width, style.height];
      style.width = `${width}px`;
      style.height = element.localName === "audio" ? "revert" : "auto"; // a player's is the browser's own
      const { height } = element.getBoundingClientRect();
      [style.width, style.height] = before;
      sizes.observe(element); // once is enough, more does no harm
      return height;
    },

    tops: (n, _, out) => twin.tops(n, out),
    near: ([container, top, bottom], _, out) => out.set(twin.near(container, top, bottom)),

    picture_ready: ([block]) => pictures.ready(block),
    picture: ([texture, block, width, height]) => pictures.upload(texture, block, width, height),

    start: (size) => gl.start([...size]),
    texture: ([width, height, linear]) => gl.make(width, height, linear),
    fill([texture, width, height], _, __, pixels) {
      const to = gl.into(texture);
      to.texSubImage2D(to.TEXTURE_2D, 0, 0, 0, width, height, to.RGBA, to.UNSIGNED_BYTE, pixels);
    },
    drop: ([texture]) => gl.drop(texture),
    stop() {
      canvas.width = canvas.height = 1; // its memory is the largest of all
    },
    max_side: gl.maxSide,
    above: () => isWebKit,
    clear: ([color]) => gl.clear(color),
    draw: (n, _, __, vertices, indices) => gl.draw(n, vertices, indices),

    // Sizes are whole device px and the corner is on one, so the canvas's px are the screen's.
    place([left, top, width, height, dpr], _, out) {
      gl.fit(Math.round(width * dpr), Math.round(height * dpr));
      const values = { left, top, width: canvas.width / dpr, height: canvas.height / dpr };
      for (const [name, value] of Object.entries(values)) canvas.style.setProperty(`--canvas-${name}`, `${value}px`);
      out.set(gl.size());
    },

    build: (_, t, __, steps) => void (built = build(steps, t)),
    twin: (n) => twin.apply(n),
    release() {
      sizes.disconnect();
      flow.disconnect();
      twin.release();
      page.onRelease();
    },
    paint: (n) => twin.paint(n),
    attribute: ([block], [name, value]) => control(block)?.setAttribute(name, value),
    text: ([block], [value]) => control(block) && twin.setText(block, value),
    hidden: ([block, hidden]) => control(block)?.toggleAttribute("hidden", !!hidden),

    scroll_to([y]) {
      // While the core keeps the place the browser must not correct it as well: it would from where it
      // saw the reader before.
      const { style } = document.documentElement;
      style.overflowAnchor = "none";
      clearTimeout(anchorless);
      anchorless = window.setTimeout(() => style.removeProperty("overflow-anchor"), PLACE_MS);
      scrollBy({ top: y - scrolled(), behavior: "instant" });
    },
    frame() {
      if (framed) return;
      framed = true;
      const next = () => {
        // Firefox gives a hidden page a frame a second.
        if (document.hidden) return document.addEventListener("visibilitychange", next, { once: true });
        if (gl.isBusy()) return void requestAnimationFrame(next);
        framed = false;
        page.onFrame();
      };
      requestAnimationFrame(next);
    },
    end_frame: gl.end,
    load_mood: (_, [id]) => {
      const asked = ++article;
      chosen = false;
      const show = (/** @type {{ mood: string, place: number }} */ { mood, place }) => {
        if (asked !== article) return;
        call("mood_placed", place);
        if (place !== moods.PLACE.visit) call("mood_loaded", mood);
      };
      // After a choice it is older than that.
      moods.get(id, service).then((found) => {
        if (!chosen) show(found);
        if (found.late && service) outbox().then((it) => it.pressed(id));
      });
      if (!service) return;
      outbox().then((it) => it.watch(service, id, (told) => {
        if (told.changed) moods.get(id, service).then(show);
        else if (asked === article) tellMood(told);
      }));
    },
    store_mood: (_, [id, mood]) => {
      chosen = true;
      const asked = article;
      moods.put(id, mood, service).then((kept) => {
        if (asked === article) call("mood_placed", moods.PLACE[!kept ? "visit" : service ? "waiting" : "browser"]);
        if (kept && service) outbox().then((it) => it.pressed(id));
      });
    },
    copy: (_, [value]) => void copyText(value).then((done) => call("copied", Number(done))),
    embed: (_, [article, title]) => {
      import("./embed_dialog.js").then((it) => it.offer(article, title), () => {});
    },
    save: () => {
      const asked = article;
      const tell = (/** @type {number} */ status, bytes = 0) => asked === article && call("saved", status, Math.ceil(bytes / 1000));
      import("./offline.js").then((it) => it.save((bytes) => tell(1, bytes)))
        .then((bytes) => tell(2, bytes), () => tell(0));
    },
    share: (_, [title, url]) => {
      navigator.share({ title, url }).catch(() => {}); // also when the reader changes their mind
    },
  };

  return {
    /** @type {import("./lectern.js").Host} */
    answer(bytes, numbers, out, data, more) {
      const texts = decode(bytes).split("\0");
      return Number(requests[/** @type {string} */ (texts.shift())](numbers, texts, out, data, more)) || 0;
    },

    /** Gives away the page that the core has had made. */
    takeBuilt() {
      const page = built;
      built = null;
      return page;
    },

    /** What follows is asked of another page. @param {HTMLElement} page */
    attach(page) {
      twin.attach(page);
      // Heights that the browser changes by itself: told before it paints.
      flow.disconnect();
      scrollers.disconnect();
      const body = page.querySelector(".body");
      if (body) flow.observe(body);
      page.querySelectorAll(".body :is(table, pre)").forEach((it) => scrollers.observe(it));
      maker?.forget();
    },
  };
}
