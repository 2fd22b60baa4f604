// SPDX-License-Identifier: MIT
// "Embed" in Share: the line of HTML that shows the article in another page, with a preview of what it does.
// Loaded when the button is pressed. The names of the choices are those that the line has.
import { make } from "./make.js";
import { words } from "./words.js";

const home = new URL("..", import.meta.url);

const STYLES = `
.embed-dialog { box-sizing: border-box; width: min(44rem, 100vw - 1rem); max-height: calc(100dvh - 1rem); padding: 1.25rem; border: 1px solid var(--rule); border-radius: 0.5rem; background: var(--paper); color: var(--ink); font: 0.9375rem/1.4 var(--sans); }
.embed-dialog::backdrop { background: #0008; }
.embed-dialog form { display: flex; flex-wrap: wrap; gap: 0.75rem; }
.embed-dialog label { display: grid; gap: 0.25rem; font-family: monospace; }
.embed-dialog :is(select, button) { min-height: 2.75rem; padding: 0 1rem; font: inherit; }
.embed-dialog textarea { box-sizing: border-box; display: block; width: 100%; margin: 1rem 0; padding: 0.5rem; font: 0.8125rem/1.5 monospace; background: var(--tint); color: inherit; }
.embed-dialog iframe { display: block; width: 100%; height: 20rem; margin-top: 1rem; border: 1px dashed var(--rule); }
.embed-dialog .embed-measure { position: absolute; visibility: hidden; left: -200rem; margin: 0; border: 0; }
.embed-dialog .embed-close { align-self: start; margin-inline-start: auto; }`;

/** Widths of a place, CSS px, between which its height is taken to lie on a line; the last is wide enough for any. */
const KNOTS = [280, 320, 380, 460, 580, 740];
const STEP = 10; // between the widths at which it is measured

/** What can be chosen, the first being what holds without a word. */
const CHOICES = { form: ["full", "compact", "card"], theme: ["auto", "light", "dark"], height: ["auto", "fixed"], load: ["near", "click"] };

const escape = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);

/**
 * The height of a place as CSS, in which 100% is its width: lines from knot to knot, nowhere below what was measured, since
 * a place that is too high is made lower where no one looks, and one that is too low at once.
 * @param {(width: number) => number} measure
 */
function heightOf(measure) {
  const heights = KNOTS.map(measure);
  const raise = KNOTS.map(() => 0);
  for (let i = 1; i < KNOTS.length; i++) {
    for (let width = KNOTS[i - 1] + STEP; width < KNOTS[i]; width += STEP) {
      const share = (width - KNOTS[i - 1]) / (KNOTS[i] - KNOTS[i - 1]);
      const short = measure(width) - (heights[i - 1] + share * (heights[i] - heights[i - 1]));
      for (const end of [i - 1, i]) raise[end] = Math.max(raise[end], Math.ceil(short));
    }
  }
  const at = heights.map((height, i) => height + raise[i]);
  const falls = at.slice(1).map((height, i) => {
    const wide = KNOTS[i + 1] - KNOTS[i], slope = (height - at[i]) / wide;
    return slope ? ` ${slope < 0 ? "-" : "+"} ${Math.abs(slope).toFixed(2)}*clamp(0px,100% - ${KNOTS[i]}px,${wide}px)` : "";
  }).join("");
  return falls ? `calc(${at[0]}px${falls})` : `${at[0]}px`;
}

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @param {string} article its id @param {string} title */
export function offer(article, title) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    document.adoptedStyleSheets.push(sheet);
  }
  const selects = Object.entries(CHOICES).map(([name, values]) =>
    make("select", { name }, ...values.map((value) => make("option", { value }, value))));
  const code = make("textarea", { readOnly: true, rows: 6, ariaLabel: "HTML" });
  const copy = make("button", { type: "button" }, words("copy"));
  const frame = make("iframe", { title });
  // Out of sight, so that no viewer starts in it.
  const measure = make("iframe", { className: "embed-measure", ariaHidden: "true", tabIndex: -1 });
  const dialog = make("dialog", { className: "embed-dialog", ariaLabel: document.querySelector("[data-key=embed]")?.textContent ?? "" },
    make("form", { method: "dialog" }, ...selects.map((it) => make("label", {}, it.name, it)),
      make("button", { className: "embed-close", ariaLabel: words("close") }, "×")),
    code, copy, frame, measure);

  let height = ""; // of the place
  const write = () => {
    const chosen = selects.filter(({ selectedIndex }) => selectedIndex > 0).map(({ name, value }) => ` data-${name}="${value}"`).join("");
    // The tag keeps the article's place until its script is there.
    const place = height ? ` style="display:block;padding-top:${height}"` : "";
    code.value = `<script async src="${new URL("embed.js", home)}" data-article="${escape(article)}" data-title="${escape(title)}"${chosen}${place}></script>`;
  };
  const show = () => {
    const url = new URL(`embed/${encodeURIComponent(article)}/`, home);
    for (const { name, value } of selects) if (name !== "load") url.searchParams.set(name, name === "height" ? "fixed" : value);
    frame.src = url.href;
    const isFixed = selects[2].value === "fixed";
    height = isFixed ? "480px" : "";
    write();
    if (isFixed) return;
    url.searchParams.set("height", "auto");
    measure.src = url.href;
  };
  measure.onload = () => {
    const stage = /** @type {HTMLElement | null | undefined} */ (measure.contentDocument?.querySelector(".stage"));
    if (!stage) return;
    height = heightOf((width) => {
      measure.style.width = `${width}px`;
      return Math.ceil(stage.getBoundingClientRect().height);
    });
    write();
  };
  copy.onclick = () => {
    code.select();
    const done = () => (copy.textContent = "✓");
    if (navigator.clipboard) navigator.clipboard.writeText(code.value).then(done, () => document.execCommand("copy") && done());
    else if (document.execCommand("copy")) done();
  };
  for (const it of selects) it.onchange = show;
  dialog.onclose = () => dialog.remove();
  document.body.append(dialog);
  show();
  dialog.showModal();
}
