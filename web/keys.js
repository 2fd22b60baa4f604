// SPDX-License-Identifier: MIT
// Keys for reading, and the list of them. Letters alone, which no browser takes and which a screen reader keeps for
// itself while it reads; they act only where nothing is being typed, and can be switched off (WCAG 2.2, 2.1.4).
import { addStyles, make } from "./make.js";
import { openPanel } from "./panel.js";
import { roomWords } from "./room_words.js";

const STYLES = `
.keys { margin: 0; }
.keys div { display: flex; align-items: center; gap: 1em; min-height: 2.25em; }
.keys kbd { min-width: 1.75em; padding: 0.125em 0.375em; border: 1px solid var(--rule); border-radius: var(--radius); text-align: center; font: 400 0.9375em/1.4 var(--mono); }
.keys dd { margin: 0; }
.panel .switch { display: flex; align-items: center; gap: 0.75em; min-height: 2.75em; }
.panel .switch input { width: 1.25em; height: 1.25em; accent-color: var(--accent); }`;

const key = `lectern ${new URL("..", import.meta.url).pathname} keys`;

/** @param {number} by */
function toHeading(by) {
  const headings = [...document.querySelectorAll("h1, .body :is(h2, h3)")];
  // Its upper edge is where a press before has led to.
  const next = by > 0 ? headings.find((it) => it.getBoundingClientRect().top > 2)
    : headings.filter((it) => it.getBoundingClientRect().top < -2).pop();
  if (!(next instanceof HTMLElement)) return;
  next.scrollIntoView({ block: "start", behavior: "instant" });
  next.setAttribute("tabindex", "-1");
  next.focus({ preventScroll: true });
}

/** @type {Record<string, [string, () => unknown]>} */
const KEYS = {
  "?": ["key_keys", list],
  s: ["key_settings", () => import("./settings.js").then((it) => it.open())],
  c: ["key_contents", () => !document.querySelector("[data-room=contents][hidden]") && import("./contents.js").then((it) => it.open())],
  f: ["find", () => !document.querySelector("[data-room=find][hidden]") && import("./find.js").then((it) => it.open())],
  l: ["listen", () => !document.querySelector("[data-room=listen][hidden]") && import("./aloud.js").then((it) => it.open())],
  m: ["marks", () => import("./marks.js").then((it) => it.openList())],
  z: ["key_enlarge", () => import("./lightbox.js").then((it) => it.openNearest())],
  j: ["key_next", () => toHeading(1)],
  k: ["key_previous", () => toHeading(-1)],
  t: ["key_start", () => scrollTo({ top: 0, behavior: "instant" })],
};

let isOff = false;
const isSwitchedOff = () => {
  try {
    return localStorage.getItem(key) === "off";
  } catch {
    return isOff;
  }
};
/** @param {boolean} off */
function switchOff(off) {
  isOff = off;
  try {
    if (off) localStorage.setItem(key, "off");
    else localStorage.removeItem(key);
  } catch {
    // For this visit.
  }
}

async function list() {
  const words = await roomWords();
  addStyles(STYLES);
  const box = make("input", { type: "checkbox", checked: !isSwitchedOff() });
  box.onchange = () => switchOff(!box.checked);
  openPanel(words("keys"), words("close"), make("dl", { className: "keys" }, ...Object.entries(KEYS).map(([name, [word]]) =>
    make("div", {}, make("dt", {}, make("kbd", {}, name)), make("dd", {}, words(word))))),
  make("label", { className: "switch" }, box, words("keys_on")));
}

/** A key was pressed that may be one of these. @param {string} name */
export function press(name) {
  if (isSwitchedOff() && name !== "?") return;
  return KEYS[name]?.[1]();
}
