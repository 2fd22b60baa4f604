// SPDX-License-Identifier: MIT
// A selected passage to be marked, or shared: as a link that opens there (WICG Scroll To Text Fragment), or as a quotation with
// its source. Loaded when something of the text is selected; and when a link to a passage is followed within the
// viewer, which has to do there what the browser does when it loads a page.
import { copyText } from "./host.js";
import { pageText } from "./page_text.js";
import { addStyles, make } from "./make.js";
import { openPanel } from "./panel.js";
import { lang, roomWords } from "./room_words.js";

const STYLES = `
.room .passage::before { content: "❝"; content: "❝" / ""; }
.panel .row .button { display: grid; align-content: center; min-height: 2.75em; padding: 0 0.75em; border: 1px solid var(--rule); box-shadow: none; }`;
const WHOLE = 120; // characters: a longer passage is told by its first and last words
const WORDS = 5; // of these, and of what stands before where it is found more than once
const MOST = 2000; // characters of a quotation that is sent by e-mail

/** @param {string} text */
const spaced = (text) => text.replace(/[\u00ad]/g, "").replace(/\s+/g, " ");

/** @param {string} text @returns {string} its words as a pattern, whatever space is between them */
const patternOf = (text) => spaced(text).trim().split(" ").map((it) => [...it].map((letter) => letter.replace(/[.*+?^${}()|[\]\\/]/, "\\$&")).join("\u00ad?")).join("\\s+");

/** @param {string} text @param {number} count words of it, from its end when less than none */
const someWords = (text, count) => {
  const words = [...new Intl.Segmenter(lang, { granularity: "word" }).segment(spaced(text).trim())];
  const ends = words.map(({ isWordLike }, i) => isWordLike ? i : -1).filter((i) => i >= 0);
  return (count > 0 ? words.slice(0, (ends[count - 1] ?? words.length) + 1) : words.slice(ends[ends.length + count] ?? 0)).map((it) => it.segment).join("").trim();
};

/** @param {string} text */
const encoded = (text) => encodeURIComponent(text).replace(/-/g, "%2D");

/** Moves the ends of a range out to those of words, within their texts. @param {Range} range */
function widen(range) {
  const { startContainer: first, endContainer: last } = range;
  const cuts = (/** @type {string} */ text) => [...new Intl.Segmenter(document.documentElement.lang || "en", { granularity: "word" }).segment(text)]
    .map(({ index }) => index).concat(text.length);
  if (first instanceof Text) range.setStart(first, cuts(first.data).filter((it) => it <= range.startOffset).pop() ?? 0);
  if (last instanceof Text) range.setEnd(last, cuts(last.data).find((it) => it >= range.endOffset) ?? last.length);
}

/** @param {Range} selected @param {Element} body */
function linkTo(selected, body) {
  const range = selected.cloneRange();
  widen(range);
  const { text, offsetOf } = pageText(body);
  const passage = text.slice(offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset));
  const isWhole = spaced(passage).length <= WHOLE && !passage.trim().includes("\n");
  const first = isWhole ? spaced(passage).trim() : someWords(passage, WORDS);
  const parts = isWhole ? [encoded(first)] : [encoded(first), encoded(someWords(passage, -WORDS))];
  const block = range.startContainer.parentElement?.closest("[data-block]");
  if ([...text.matchAll(new RegExp(patternOf(first), "giu"))].length > 1 && block) {
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const prefix = someWords(before.toString(), -WORDS);
    if (prefix) parts.unshift(`${encoded(prefix)}-`);
  }
  return `${location.href.replace(/#.*/, "")}#:~:text=${parts.join(",")}`;
}

/**
 * Selects the passage that an address names, and brings it into view.
 * @param {string} hash @returns {boolean} whether the page has it
 */
export function showPassage(hash) {
  const body = document.querySelector("article");
  const directive = /:~:(?:[^&]*&)*?text=([^&]*)/.exec(hash)?.[1];
  if (!body || !directive) return false;
  const { text, rangeOf } = pageText(body);
  let found;
  try {
    const parts = directive.split(",").map((it) => [decodeURIComponent(it.replace(/^-|-$/g, "")), it.endsWith("-") ? "before" : it.startsWith("-") ? "behind" : "own"]);
    const of = (/** @type {string} */ kind) => parts.filter((it) => it[1] === kind).map(([text]) => patternOf(text));
    const [before = "", [first, last] = [], behind = ""] = [of("before")[0], of("own"), of("behind")[0]];
    if (!first) return false;
    const pattern = `${before && `(?:${before})\\s*`}(${first}${last ? `[^]*?${last}` : ""})${behind && `(?=\\s*${behind})`}`;
    found = new RegExp(pattern, "idu").exec(text)?.indices?.[1];
  } catch {
    return false; // no UTF-8, or too long for a pattern
  }
  if (!found) return false;
  const range = rangeOf(found[0], found[1]);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  const { top } = range.getBoundingClientRect();
  scrollBy({ top: top - innerHeight / 3, behavior: "instant" });
  return true;
}

/** The button, while something of the text is selected. @type {HTMLElement | undefined} */
let button;
/** @type {Range | null} */
let selected = null;

const selection = () => {
  const found = getSelection();
  const body = document.querySelector(".body");
  const range = found?.rangeCount && !found.isCollapsed ? found.getRangeAt(0) : null;
  // In Firefox it may be in a box of the browser's own, of which a page is shown nothing.
  const within = range?.commonAncestorContainer;
  return range && within instanceof Node && body?.contains(within) && range.toString().trim() ? range.cloneRange() : null;
};

export async function offerPassage() {
  selected = selection();
  const words = await roomWords();
  if (!button) {
    addStyles(STYLES);
    button = make("button", { type: "button", className: "passage", ariaLabel: words("passage") });
    button.onpointerdown = (event) => event.preventDefault(); // lest the selection go
    button.onclick = open;
    document.querySelector(".room")?.prepend(button);
  }
  button.hidden = !selected;
}

async function open() {
  const body = document.querySelector(".body");
  const range = selected;
  if (!range || !body) return;
  const words = await roomWords();
  const url = linkTo(range, body);
  const quote = spaced(range.toString()).trim();
  const title = document.querySelector("h1")?.textContent ?? "";
  const [author] = [...document.querySelectorAll(".byline")].map((it) => it.textContent ?? "");
  const quotation = `“${quote}”\n— ${[title, author, document.querySelector(".site-name")?.textContent].filter(Boolean).join(", ")}\n${url}`;
  const note = make("p", { className: "note", role: "status" });
  const copying = (/** @type {string} */ word, /** @type {string} */ text) => {
    const it = make("button", { type: "button" }, words(word));
    it.onclick = async () => (note.textContent = words(await copyText(text) ? "code_copied" : "copy_failed"));
    return it;
  };
  const mail = make("a", { className: "button", href: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(quotation.slice(0, MOST))}` }, words("email"));
  const share = make("button", { type: "button" }, words("share_sheet"));
  share.onclick = () => navigator.share({ title, text: quote, url }).catch(() => {}); // also when the reader changes their mind
  const quoted = make("blockquote", { lang: document.documentElement.lang, dir: "auto" }, quote.length > 300 ? `${quote.slice(0, 300)}…` : quote);
  const mark = make("button", { type: "button" }, words("mark"));
  mark.onclick = async () => {
    const { add, openMark } = await import("./marks.js");
    const at = add(range);
    if (at === null) return void (note.textContent = words("not_kept"));
    panel.close();
    getSelection()?.removeAllRanges();
    await openMark(at);
  };
  const panel = openPanel(words("passage"), words("close"), quoted, make("div", { className: "row" }, mark, copying("copy_link", url), copying("copy_quote", quotation), mail,
    ...("share" in navigator ? [share] : [])), note);
}
