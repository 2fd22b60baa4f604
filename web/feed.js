// SPDX-License-Identifier: MIT
// What happens in the browser, told to the core: viewport, scrolling, pointer, focus, presses, theme,
// fonts and pictures. Every listener is passive; nothing is prevented, so the page stays a page.
import { call } from "./core.js";

// A scroll that has not gone on for so long has come to rest.
const REST_MS = 100;
// In another site's page it is told by strips, some frames apart (embed_frame.js).
const REST_OF_STRIPS_MS = 200;
// Where the keys Home and End have led, the layout ends within this time.
const SETTLED_MS = 1000;

const root = document.documentElement;
const stage = /** @type {HTMLElement} */ (document.querySelector(".stage"));

/** In another site's page: what the reader sees of a frame that is higher than the screen begins there (embed_frame.js). */
const seen = () => root.dataset.seen;
/** How far down the page the reader is, CSS px; other scripts may have put something above it. */
export const scrolled = () => Number(seen() ?? -stage.getBoundingClientRect().top);

/** Width of the stage, height of what is seen and root font size in CSS px, and device px for a CSS px. */
export const viewport = () => [stage.clientWidth, seen() === undefined ? innerHeight : screen.height,
  parseFloat(getComputedStyle(root).fontSize), devicePixelRatio];

const dark = matchMedia("(prefers-color-scheme: dark)");
/** 1 for light on dark: as the page has been told to be, else as the system is. */
export const isDark = () => Number(root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);

/** @param {EventTarget | null} target */
const blockOf = (target) => target instanceof Element
  ? /** @type {HTMLElement | null} */ (target.closest("[data-block]")) : null;

/** @param {HTMLElement} element */
const number = (element) => Number(element.dataset.block);

/**
 * @param {(magnified: boolean) => void} onMagnify the reader pinched the page larger, or back
 * @param {() => void} onRestyle text is set in another way: by a reader's own style sheet, an extension, a zoom, a font
 * @param {() => void} onRecolor its colour is another: the theme's, or a reader's own
 */
export function feed(onMagnify, onRestyle, onRecolor) {
  /**
   * @param {EventTarget} target
   * @param {string} types
   * @param {(event: any) => void} listener
   */
  const on = (target, types, listener, capture = false) => {
    for (const type of types.split(" ")) {
      target.addEventListener(type, listener, { passive: true, capture });
    }
  };

  // Two probes. One is as wide as the viewport without its scroll bar and as high as the root's font size: it
  // changes when they do, and not when the page's height does. The other is as large as a text in each family.
  const [probe, sample] = ["probe", "probe sample"].map((name) => {
    const made = stage.appendChild(document.createElement("div"));
    made.className = name;
    made.setAttribute("aria-hidden", "true");
    return made;
  });
  sample.append(document.createElement("p"), document.createElement("p"));
  let told = String(viewport());
  const tellViewport = () => {
    const now = viewport();
    if (String(now) !== told) call("viewport", ...now);
    told = String(now);
  };
  new ResizeObserver(tellViewport).observe(probe);
  new ResizeObserver(onRestyle).observe(sample);
  on(sample, "transitionend", onRecolor); // of its colour, in lectern.css
  on(window, "resize", tellViewport);
  // Zooming and another screen change the resolution, sometimes without a resize.
  const watchResolution = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
      tellViewport();
      watchResolution();
    }, { once: true });
  };
  watchResolution();

  const tellTheme = () => call("theme", isDark());
  on(dark, "change", tellTheme);
  // In WebKit no event tells.
  const watchFonts = () => document.fonts.forEach(({ status, loaded }) => status === "loaded" || loaded.then(onRestyle, () => {}));
  let { tokens } = root.dataset;
  new MutationObserver(() => {
    tellTheme();
    if (tokens === (tokens = root.dataset.tokens)) return;
    tellViewport(); // the size of text may be another too, and one layout is enough
    call("restyle", tokens ?? "");
    call("fonts_changed");
    watchFonts();
  }).observe(root, { attributeFilter: ["data-theme", "data-tokens"] });

  let magnified = false;
  const pinch = window.visualViewport;
  if (pinch) on(pinch, "resize", () => {
    if (magnified === pinch.scale > 1.01) return;
    onMagnify((magnified = !magnified));
  });

  /** Where a pointer hovers, in the window: @type {{ x: number, y: number, pressed: number } | null} */
  let hover = null;
  const tellPointer = () => {
    const { left, top } = stage.getBoundingClientRect();
    if (hover) call("pointer", hover.x - left, hover.y - top, hover.pressed);
    else call("pointer", -1, -1, 0);
  };
  on(window, "pointermove pointerdown pointerup", (/** @type {PointerEvent} */ event) => {
    if (!event.isPrimary) return;
    const lifted = event.type === "pointerup" && event.pointerType === "touch";
    hover = lifted ? null : { x: event.clientX, y: event.clientY, pressed: event.buttons & 1 };
    tellPointer();
  });
  on(window, "pointercancel blur", () => ((hover = null), tellPointer()));
  on(root, "pointerleave", () => ((hover = null), tellPointer()));
  let resting = 0;
  const rest = () => {
    call("rest");
    if (hover) tellPointer(); // the page has moved under it
  };
  const move = () => {
    call("scroll", scrolled());
    clearTimeout(resting);
    resting = window.setTimeout(rest, seen() === undefined ? REST_MS : REST_OF_STRIPS_MS);
  };
  on(window, "scroll", move);
  on(document, "lectern-seen", () => (tellViewport(), move()));
  on(document, "lectern-unseen", () => clearTimeout(resting)); // nothing is drawn for no one

  // The keys Home and End lead to where the page begins and ends when all there has its height, not to where
  // they were guessed to be before. While the browser is on its way it is left alone.
  let goal = "", until = 0, arrived = false, at = 0;
  const goOn = () => {
    if (!arrived || performance.now() > until) return;
    const top = goal === "End" ? root.scrollHeight - innerHeight : 0;
    if (Math.abs(scrollY - top) >= 1) scrollTo({ top, behavior: "instant" });
  };
  on(window, "keydown pointerdown wheel touchstart popstate", (/** @type {Partial<KeyboardEvent>} */ event) => {
    const { key = "", metaKey, target } = event;
    goal = metaKey ? { ArrowUp: "Home", ArrowDown: "End" }[key] ?? "" : key;
    const goes = goal === "End" || (goal === "Home" && scrollY);
    until = goes && !(target instanceof HTMLInputElement) ? Infinity : 0;
    arrived = false;
  });
  on(window, "scroll", () => {
    if (goal === "Home" && !scrollY) until = 0; // it is exact
    if (goal === "End" && arrived && scrollY < at - 1) until = 0; // something else leads back up
    at = scrollY;
  });
  on(window, "scrollend", () => {
    if (!arrived) until = Math.min(until, performance.now() + SETTLED_MS); // what was skipped is laid out next
    arrived = true;
    goOn();
  });
  new ResizeObserver(goOn).observe(root);

  on(stage, "focusin", (/** @type {FocusEvent} */ { target }) => {
    const block = blockOf(target);
    if (!block || !(target instanceof Element) || !target.matches(":focus-visible")) {
      return call("focus", -1, -1);
    }
    call("focus", number(block), [...block.querySelectorAll("a")].findIndex((a) => a === target));
  });
  on(stage, "focusout", () => call("focus", -1, -1));

  on(stage, "toggle", ({ target }) => {
    if (target instanceof HTMLDetailsElement) call("toggled", number(target), Number(target.open));
  }, true);
  on(stage, "load error", ({ target }) => {
    if (target instanceof HTMLImageElement) call("redraw");
  }, true);
  on(document.fonts, "loadingdone", onRestyle);
  watchFonts();

  // Brought back from the browser's cache: events in between were not seen.
  on(window, "pageshow", ({ persisted }) => {
    if (!persisted) return;
    tellTheme();
    tellViewport();
    call("scroll", scrolled());
  });
}

/** A button's block when an event presses one. @param {Event} event */
export function pressed({ target }) {
  const button = target instanceof Element && target.closest("button[data-block]");
  return button ? number(/** @type {HTMLElement} */ (button)) : -1;
}
