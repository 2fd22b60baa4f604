// SPDX-License-Identifier: MIT
// A panel of the reader's room: a dialog of the browser's own over the page, which stays in sight while its settings
// change. It is HTML and not drawn, since it is opaque, rarely open, and made of what browsers do best: radio buttons
// and sliders for keys and assistive technology (ARCHITECTURE.md).
import { addStyles, make } from "./make.js";
import { dir, lang } from "./room_words.js";

// `medium` is the browser's own size of text: what sets the page's must not move under the hand that sets it.
const STYLES = `
.panel { box-sizing: border-box; position: fixed; inset: auto 0 0; width: min(30em, 100vw); max-width: none; max-height: 75dvh; margin: 0; margin-inline-start: auto; padding: 0 1.25em calc(1em + env(safe-area-inset-bottom)); border: 0; border-radius: 0.75em 0.75em 0 0; background: var(--paper); color: var(--ink); font: 400 medium/1.4 var(--sans); box-shadow: 0 0 0 1px var(--rule), 0 0 2em #0006; overflow: auto; overscroll-behavior: contain; }
@media (width >= 40rem) { .panel { inset: auto 1em 4.5em auto; border-radius: 0.75em; } .panel[dir="rtl"] { inset: auto auto 4.5em 1em; margin-inline: 0; } }
.panel::backdrop { background: none; }
.panel header { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; justify-content: space-between; padding-top: 0.5em; background: var(--paper); }
.panel h2 { font: 700 1em/1.4 var(--sans); }
.panel button { min-width: 2.75em; min-height: 2.75em; padding: 0 0.75em; border: 1px solid var(--rule); border-radius: var(--radius); background: var(--tint); color: var(--ink); font: inherit; cursor: pointer; }
.panel blockquote { margin: 0; max-height: 30vh; overflow: auto; font-family: var(--serif); overflow-wrap: anywhere; }
.panel > button, .panel > textarea { margin-top: 0.75em; }
.panel button:hover { background: var(--tint-over); }
.panel .close { border: 0; background: none; }
.panel .close::before { content: "×"; content: "×" / ""; font-size: 1.5em; }
.panel fieldset { min-width: 0; margin: 0.5em 0 0; padding: 0; border: 0; }
.panel legend { padding: 0; color: var(--muted); font-size: 0.8125em; }
.panel .row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375em; margin-top: 0.25em; }
.panel .row > label { flex: 1 1 auto; display: grid; place-content: center; position: relative; min-height: 2.75em; padding: 0 0.75em; border-radius: var(--radius); box-shadow: inset 0 0 0 1px var(--rule); text-align: center; line-height: 1.2; cursor: pointer; }
.panel .row > label:has(:checked) { box-shadow: inset 0 0 0 2px var(--accent); font-weight: 700; }
.panel .row > label:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
.panel .theme { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); }
.panel [type="radio"] { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.panel [type="range"] { flex: 1; min-width: 0; height: max(2.75rem, 44px); margin: 0 0.5em; accent-color: var(--accent); }
.panel output { min-width: 3.25em; text-align: end; }
.panel .note { min-height: 1lh; margin-top: 0.5em; color: var(--muted); }
.panel a { color: inherit; line-height: 1.4; text-decoration: none; }
.panel ol { margin: 0; padding: 0; list-style: none; }
.panel li { display: flex; align-items: center; gap: 0.5em; }
.panel li button { border: 0; background: none; color: var(--muted); }
.panel li a { flex: 1; padding: 0.6875em 0; overflow-wrap: anywhere; }
.panel li a:hover { color: var(--accent); text-decoration: underline; }
.panel li [aria-current] { color: var(--accent); font-weight: 700; }
@keyframes rise { from { opacity: 0; translate: 0 1em; } }
@media (prefers-reduced-motion: no-preference) { .panel[open] { animation: rise 160ms ease-out; } }
@media print { .panel { display: none; } }`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** Opens a panel; it goes with Escape, its button, or a press beside it, and the focus goes back. @param {string} title @param {string} close */
export function openPanel(title, close, /** @type {(Node | string)[]} */ ...inside) {
  sheet ??= addStyles(STYLES);
  const heading = make("h2", { id: "panel-title" }, title);
  const button = make("button", { type: "button", className: "close", ariaLabel: close, title: close });
  const panel = make("dialog", { className: "panel", lang, dir }, make("header", {}, heading, button), ...inside);
  panel.setAttribute("aria-labelledby", heading.id);
  button.onclick = () => panel.close();
  panel.addEventListener("click", (event) => {
    const { left, right, top, bottom } = panel.getBoundingClientRect();
    const { clientX: x, clientY: y, target, detail } = event;
    if (target === panel && detail && (x < left || x > right || y < top || y > bottom)) panel.close();
  });
  panel.onclose = () => panel.remove();
  document.body.append(panel);
  panel.showModal();
  return panel;
}
