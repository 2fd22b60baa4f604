// SPDX-License-Identifier: MIT
// A button in each block of code that copies it. Loaded where there is code.
import { copyText } from "./host.js";
import { addStyles, make } from "./make.js";
import { lang, roomWords } from "./room_words.js";

// Where a pointer can hover it does not stand over the code until then.
const STYLES = `
.body pre { position: relative; }
.copy-code { position: absolute; inset-block-start: 0.125rem; inset-inline-end: 0.125rem; width: 2.75rem; height: 2.75rem; padding: 0; border: 0; border-radius: var(--radius); background: var(--tint); color: var(--ink); font: 400 1.125rem/1 var(--sans); cursor: pointer; }
.copy-code::before { content: "⧉"; content: "⧉" / ""; }
.copy-code[data-done]::before { content: "✓"; content: "✓" / ""; }
.copy-code:hover { background: var(--tint-over); }
@media (hover: hover) { .copy-code { opacity: 0; } pre:hover > .copy-code, pre:focus > .copy-code, .copy-code:focus-visible { opacity: 1; } }
.copy-code:focus-visible { outline: 2px solid var(--accent) !important; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media print { .copy-code { display: none; } }`;
const DONE_MS = 2000;

/** @type {HTMLElement | undefined} */
let said;

/** @param {Event} event */
async function press({ target }) {
  const button = target instanceof Element && target.closest(".copy-code");
  const code = button && button.parentElement?.querySelector("code");
  if (!button || !code || !said) return;
  const done = await copyText(code.textContent ?? "");
  const words = await roomWords();
  said.textContent = words(done ? "code_copied" : "copy_failed");
  button.toggleAttribute("data-done", done);
  setTimeout(() => {
    button.removeAttribute("data-done");
    if (said) said.textContent = "";
  }, DONE_MS);
}

/** Gives each block of code of the page at hand its button. @param {(edit: () => void) => void} quietly makes edits of our own */
export async function offerCopies(quietly) {
  const words = await roomWords();
  if (!said) {
    addStyles(STYLES);
    document.body.append(said = make("p", { className: "said", role: "status", lang }));
    document.addEventListener("click", press);
  }
  quietly(() => {
    for (const pre of document.querySelectorAll(".body pre:not(:has(.copy-code))")) {
      pre.append(make("button", { type: "button", className: "copy-code", ariaLabel: words("copy_code"), lang }));
    }
  });
}
