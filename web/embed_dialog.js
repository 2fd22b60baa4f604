// SPDX-License-Identifier: MIT
// "Embed" in Share: the line of HTML that shows the article in another page, with a preview of what it does.
// Loaded when the button is pressed. The names of the choices are those that the line has.
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
.embed-dialog .embed-close { margin-inline-start: auto; }`;

/** What can be chosen, the first being what holds without a word. */
const CHOICES = { form: ["full", "compact", "card"], theme: ["auto", "light", "dark"], height: ["auto", "fixed"], load: ["near", "click"] };

const escape = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);

/**
 * @template {keyof HTMLElementTagNameMap} T @param {T} name @param {Record<string, unknown>} more @param {...(Node | string)} inside
 * @returns {HTMLElementTagNameMap[T]} */
function make(name, more, ...inside) {
  const element = document.createElement(name);
  Object.assign(element, more);
  element.append(...inside);
  return element;
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
  const code = make("textarea", { readOnly: true, rows: 4, ariaLabel: "HTML" });
  const copy = make("button", { type: "button" }, words("copy"));
  const frame = make("iframe", { title });
  const dialog = make("dialog", { className: "embed-dialog", ariaLabel: document.querySelector("[data-key=embed]")?.textContent ?? "" },
    make("form", { method: "dialog" }, ...selects.map((it) => make("label", {}, it.name, it)),
      make("button", { className: "embed-close", ariaLabel: words("close") }, "×")),
    code, copy, frame);

  let height = 0; // of the preview
  const write = () => {
    const chosen = selects.filter(({ selectedIndex }) => selectedIndex > 0).map(({ name, value }) => ` data-${name}="${value}"`).join("");
    // The tag keeps the article's place until its script is there.
    const place = height ? ` style="display:block;height:${height}px"` : "";
    code.value = `<script async src="${new URL("embed.js", home)}" data-article="${escape(article)}" data-title="${escape(title)}"${chosen}${place}></script>`;
  };
  const show = () => {
    const url = new URL(`embed/${encodeURIComponent(article)}/`, home);
    for (const { name, value } of selects) if (name !== "load") url.searchParams.set(name, name === "height" ? "fixed" : value);
    height = selects[2].value === "fixed" ? 480 : 0;
    frame.src = url.href;
    write();
  };
  const hear = (/** @type {MessageEvent} */ { source, data }) => {
    if (source !== frame.contentWindow || data?.lectern !== 1 || data.type !== "height" || selects[2].value === "fixed") return;
    height = Math.round(Number(data.height)) || 0;
    write();
  };
  copy.onclick = () => {
    code.select();
    const done = () => (copy.textContent = "✓");
    if (navigator.clipboard) navigator.clipboard.writeText(code.value).then(done, () => document.execCommand("copy") && done());
    else if (document.execCommand("copy")) done();
  };
  for (const it of selects) it.onchange = show;
  addEventListener("message", hear);
  dialog.onclose = () => {
    removeEventListener("message", hear);
    dialog.remove();
  };
  document.body.append(dialog);
  show();
  dialog.showModal();
}
