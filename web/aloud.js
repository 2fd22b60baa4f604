// SPDX-License-Identifier: MIT
// Reads the article aloud with the voices that the system has (Web Speech API), sentence by sentence: the one that is
// heard is marked and kept in sight. Loaded when the reader asks for it.
import { highlight } from "./highlight.js";
import { say as tell } from "./navigate.js";
import { pageText } from "./page_text.js";
import { addStyles, make } from "./make.js";
import { topmost } from "./place.js";
import { lang, dir, roomWords } from "./room_words.js";

const STYLES = `
::highlight(lectern-aloud) { background: color-mix(in srgb, var(--tint-down) 99%, transparent); color: var(--ink); }
@supports (-webkit-nbsp-mode: space) { ::highlight(lectern-aloud) { background: color-mix(in srgb, var(--accent) 30%, transparent); color: inherit; } }
@media (forced-colors: active) { ::highlight(lectern-aloud) { background: Highlight; color: HighlightText; } }
.aloud { position: fixed; z-index: 3; inset: auto 0 0; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25em 0.5em; padding: 0.5em 1em calc(0.5em + env(safe-area-inset-bottom)); border-top: 1px solid var(--rule); background: var(--paper); color: var(--ink); font: 400 medium/1.4 var(--sans); }
.aloud button { min-width: 2.75em; min-height: 2.75em; padding: 0; border: 0; border-radius: var(--radius); background: none; color: inherit; font: 400 1.125em/1 var(--sans); cursor: pointer; }
.aloud button:hover { background: var(--tint-over); }
.aloud label { display: flex; align-items: center; gap: 0.375em; min-height: 2.75em; }
.aloud select { max-width: 12em; min-height: 2.75em; border: 1px solid var(--rule); border-radius: var(--radius); background: var(--paper); color: inherit; font: inherit; }
.aloud [type="checkbox"] { width: 1.25em; height: 1.25em; accent-color: var(--accent); }
.aloud [role="status"]:empty { display: none; }
:root:has(> body > .aloud) { scroll-padding-bottom: 8rem; }
body:has(> .aloud) { padding-block-end: 8rem; }
body:has(> .aloud) > .room { display: none; }
@media print { .aloud { display: none; } }`;

addStyles(STYLES);

const key = `lectern ${new URL("..", import.meta.url).pathname} aloud`;
const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
const VOICES_MS = 2000; // some systems tell of their voices late

/** @typedef {{ speed: number, voices: Record<string, string>, pauses: boolean }} Wishes voices by base language; pauses: when the tab is hidden */
/** What was kept is from outside. @returns {Wishes} */
function wishes() {
  try {
    const { speed, voices, pauses } = JSON.parse(localStorage.getItem(key) ?? "{}");
    return { speed: SPEEDS.includes(speed) ? speed : 1, voices: typeof voices === "object" && voices ? voices : {}, pauses: pauses === true };
  } catch {
    return { speed: 1, voices: {}, pauses: false };
  }
}
let wished = wishes();
/** @param {Partial<Wishes>} change */
function wish(change) {
  wished = { ...wished, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(wished));
  } catch {
    // For this visit.
  }
}

/** @param {string} tag */
const baseOf = (tag) => tag.toLowerCase().split(/[-_]/)[0];
/** @param {string} language */
const voicesFor = (language) => speechSynthesis.getVoices().filter((it) => baseOf(it.lang) === baseOf(language));
/** @param {string} language */
const voiceFor = (language) => {
  const all = voicesFor(language);
  return all.find((it) => it.voiceURI === wished.voices[baseOf(language)]) ??
    all.find((it) => it.lang.replace("_", "-").toLowerCase() === language.toLowerCase()) ?? all.find((it) => it.default) ?? all[0];
};

/** @param {string} language its tag */
const nameOf = (language) => new Intl.DisplayNames([lang], { type: "language" }).of(language || "en") ?? language;

/** @typedef {{ text: string, range: Range, language: string, block: Element }} Sentence */
/** The article's sentences, in their order. What is not read but seen is left out: code, tables, marks of footnotes. @returns {Sentence[]} */
function sentencesOf() {
  const parts = [...document.querySelectorAll("h1, .standfirst, .body [data-block]")].filter((it) =>
    !it.querySelector("[data-block]") && !it.closest("pre, table, [hidden], [aria-hidden=true]") && it.checkVisibility());
  return parts.flatMap((block) => {
    const { text, rangeOf } = pageText(block);
    const language = block.closest("[lang]")?.getAttribute("lang") || "en";
    return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index }) => ({ text: segment.trim(), range: rangeOf(index, index + segment.trimEnd().length), language, block }));
  });
}

/** @type {{ close: () => void, resume: () => void } | null} */
let player = null;

/** Opens the player, and begins with what is selected, or with the first line in the window. */
export async function open() {
  if (player) return player.resume();
  const words = await roomWords();
  if (!globalThis.speechSynthesis) return tell(words("no_voice", { language: nameOf(document.documentElement.lang) }));
  if (!speechSynthesis.getVoices().length) {
    await new Promise((done) => {
      speechSynthesis.addEventListener("voiceschanged", done, { once: true });
      setTimeout(done, VOICES_MS);
    });
  }
  const sentences = sentencesOf();
  if (!sentences.length || player) return;
  const page = document.querySelector("h1");

  let now = first(sentences), isOn = false, turn = 0;
  const status = make("span", { role: "status" });
  /** @param {string} sign @param {string} word @param {() => void} act */
  const button = (sign, word, act) => {
    const it = make("button", { type: "button", ariaLabel: words(word), title: words(word) }, sign);
    it.onclick = act;
    return it;
  };
  const play = button("⏸", "pause", () => (isOn ? pause() : resume()));
  const speed = make("select", { ariaLabel: words("speed") }, ...SPEEDS.map((it) =>
    make("option", { value: String(it), selected: it === wished.speed }, `${new Intl.NumberFormat(lang).format(it)} ×`)));
  speed.onchange = () => {
    wish({ speed: Number(speed.value) });
    again();
  };
  const voice = make("select", { ariaLabel: words("voice") });
  voice.onchange = () => {
    wish({ voices: { ...wished.voices, [baseOf(sentences[now].language)]: voice.value } });
    again();
  };
  const pauses = make("input", { type: "checkbox", checked: wished.pauses });
  pauses.onchange = () => wish({ pauses: pauses.checked });
  const bar = make("section", { className: "aloud", ariaLabel: words("listen"), lang, dir },
    button("⏮", "previous_part", () => skip(-1)), play, button("⏭", "next_part", () => skip(1)), speed, voice,
    make("label", {}, pauses, words("pause_hidden")), status, button("×", "close", close));
  bar.onkeydown = (event) => event.key === "Escape" && close();
  const before = document.activeElement;
  document.body.append(bar);
  play.focus();

  function offerVoices() {
    const { language } = sentences[now];
    const chosen = voiceFor(language);
    voice.replaceChildren(...voicesFor(language).map((it) => make("option", { value: it.voiceURI, selected: it === chosen }, it.name)));
    voice.hidden = voice.options.length < 2;
    return chosen;
  }

  function mark() {
    const { range, block } = sentences[now];
    highlight("lectern-aloud", [range], 1);
    const { top, bottom } = range.getBoundingClientRect();
    if (top >= innerHeight * 0.1 && bottom <= innerHeight - bar.offsetHeight - 16) return;
    block.scrollIntoView({ block: "nearest", behavior: "instant" }); // what is far has a height that was only guessed
    scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 4, behavior: "instant" });
  }

  function say() {
    const mine = ++turn;
    speechSynthesis.cancel();
    if (!page?.isConnected) return close();
    mark();
    const { text, language } = sentences[now];
    const chosen = offerVoices();
    if (!chosen) {
      status.textContent = words("no_voice", { language: nameOf(language) });
      return pause();
    }
    status.textContent = "";
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice: chosen, lang: chosen.lang, rate: wished.speed });
    utterance.onend = () => {
      if (mine !== turn || !isOn) return;
      if (now + 1 === sentences.length) return close();
      now++;
      say();
    };
    utterance.onerror = ({ error }) => {
      if (mine !== turn || error === "canceled" || error === "interrupted") return;
      status.textContent = words("speech_failed");
      pause();
    };
    speechSynthesis.speak(utterance);
  }
  const again = () => isOn && say();
  function resume() {
    isOn = true;
    play.textContent = "⏸";
    play.ariaLabel = play.title = words("pause");
    say();
  }
  function pause() {
    isOn = false;
    turn++;
    play.textContent = "▶";
    play.ariaLabel = play.title = words("play");
    speechSynthesis.cancel(); // Chromium on Android does not know how to pause
  }
  /** @param {number} by paragraphs */
  function skip(by) {
    const { block } = sentences[now];
    const start = sentences.findIndex((it) => it.block === block);
    let to = by > 0 ? sentences.findIndex((it, i) => i > now && it.block !== block) : start;
    if (by < 0 && start === now && start > 0) to = sentences.findIndex((it) => it.block === sentences[start - 1].block);
    if (to < 0) return;
    now = to;
    if (isOn) say();
    else mark();
  }
  const hidden = () => document.hidden && wished.pauses && isOn && pause();
  function close() {
    if (!player) return;
    player = null;
    pause();
    highlight("lectern-aloud", []);
    document.removeEventListener("visibilitychange", hidden);
    removeEventListener("pagehide", close);
    left.disconnect();
    const hadFocus = bar.contains(document.activeElement);
    bar.remove();
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
  document.addEventListener("visibilitychange", hidden);
  addEventListener("pagehide", close);
  // Another article has come in place of this one.
  const left = new MutationObserver(() => page?.isConnected || close());
  left.observe(document.body, { childList: true, subtree: true });
  player = { close, resume };
  resume();
}

/** @param {Sentence[]} sentences */
function first(sentences) {
  const selection = getSelection();
  const chosen = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const spot = chosen ? { text: chosen.startContainer, offset: chosen.startOffset } : scrollY > 0 ? topmost() : null;
  if (!spot) return 0;
  const at = sentences.findIndex(({ range }) => range.comparePoint(spot.text, spot.offset) <= 0);
  return Math.max(at, 0);
}
