// SPDX-License-Identifier: MIT
// The panel "About Lectern": which version this is and whose work is in it, each with its whole notice. Loaded when it
// is opened, the notices with it: without them there is no panel.
import parts from "./licences.js";
import { addStyles, make } from "./make.js";
import { openPanel } from "./panel.js";
import { roomWords } from "./room_words.js";

const STYLES = `
.panel summary { padding: 0.6875em 0; cursor: pointer; }
.panel summary::before { content: none; }
.panel pre { margin: 0 0 0.75em; font: 400 0.8125em/1.45 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

export async function open() {
  const words = await roomWords();
  sheet ??= addStyles(STYLES);
  openPanel(words("about"), words("close"), ...parts.map(({ name, version, licence, home, text }) => make("details", {},
    make("summary", {}, `${name} ${version} · ${licence}`),
    ...home ? [make("a", { href: home, rel: "noopener", target: "_blank" }, home)] : [], make("pre", { lang: "en", dir: "ltr" }, text))));
}
