// SPDX-License-Identifier: MIT
// The field that searches the publication: what is typed is answered at each key, with plain links. The publisher
// writes the field and its words (src/publish/search_field.cpp); this module is loaded when the field is first used.
import { about, ask, isOffline, open } from "./search_core.js";
import { home } from "./kept.js";

const RESULTS = 10; // and as many more at each wish
const SLOW_MS = 400; // an answer that takes longer is said to be on its way
const ADDRESS_MS = 500; // after the last key the address has the query; browsers refuse one at each
const MAX_YEARS = 12;
const DAY = 864e5;
const PERIODS = { week: 7, month: 31, year: 366 };

/** @typedef {ReturnType<typeof fieldOf>} Field */

/** @type {WeakMap<Element, Field>} */
const fields = new WeakMap();

/** @param {string} tag @param {string} css @param {(string | Node)[]} inside */
function make(tag, css, ...inside) {
  const element = Object.assign(document.createElement(tag), { className: css });
  element.append(...inside);
  return element;
}

/** @param {string[]} pieces by turns plain and marked */
const marked = (pieces) => pieces.map((piece, i) => i % 2 ? make("mark", "", piece) : piece).filter((it) => it !== "");

/** @param {HTMLElement} place the landmark */
function fieldOf(place) {
  // A page that was put back brings what it showed.
  for (const it of place.querySelectorAll(".search-filters, .search-status, .search-results, .search-more")) it.remove();
  const input = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  /** @type {Record<string, string>} */
  const words = JSON.parse(place.dataset.words ?? "{}");
  const lang = document.documentElement.lang;
  const status = make("p", "search-status");
  status.setAttribute("role", "status");
  const filters = make("div", "search-filters");
  filters.hidden = true;
  const results = make("ul", "search-results");
  results.setAttribute("role", "list");
  const more = /** @type {HTMLButtonElement} */ (make("button", "button search-more", words.more));
  more.type = "button";
  more.hidden = true;
  const selects = /** @type {const} */ (["section", "author", "time"]).map((name) => {
    const select = /** @type {HTMLSelectElement} */ (make("select", ""));
    select.setAttribute("aria-label", words[name]);
    select.name = name;
    filters.append(select);
    return select;
  });
  place.append(filters, status, results, more);

  const say = (/** @type {string} */ key, values = {}) => (words[key] ?? "").replace(/\{(\w+)\}/g,
    (_, name) => String(/** @type {Record<string, unknown>} */ (values)[name] ?? ""));
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang);
  const counted = (/** @type {number} */ n) =>
    say(words[`stories_${plural.select(n)}`] ? `stories_${plural.select(n)}` : "stories_other", { n: number.format(n) });

  let turn = 0;
  let count = RESULTS;
  let timer = 0;

  /** What can be chosen from, as the index has it. */
  function fillFilters() {
    const { sections, authors, first, last } = about();
    const [bySection, byAuthor, byTime] = selects;
    /** @param {HTMLSelectElement} select @param {string} any @param {[string, string][]} all value and text */
    const fill = (select, any, all) => {
      const before = select.value || select.dataset.asked || "";
      select.replaceChildren(...[["", any], ...all].map(([value, text]) => new Option(text, value)));
      select.value = before;
      if (select.selectedIndex < 0) select.value = "";
      select.hidden = all.length < 2;
    };
    const order = new Intl.Collator(lang).compare;
    fill(bySection, words.any_section, sections.map((path) => /** @type {[string, string]} */ ([path.join("/"),
      "\u2003".repeat(path.length - 1) + path.at(-1)])).sort((a, b) => order(a[0], b[0])));
    fill(byAuthor, words.any_author, authors.map((name) => /** @type {[string, string]} */ ([name, name]))
      .sort((a, b) => order(a[0], b[0])));
    const year = (/** @type {number} */ day) => new Date(day * DAY).getUTCFullYear();
    const [newest, oldest] = last === undefined || first === undefined ? [0, 1] : [year(last), year(first)];
    const years = Array.from({ length: Math.min(newest - oldest + 1, MAX_YEARS) }, (_, i) => String(newest - i));
    fill(byTime, words.any_time, [...Object.keys(PERIODS).map((it) => /** @type {[string, string]} */ ([it, words[it]])),
      ...years.map((it) => /** @type {[string, string]} */ ([it, it]))]);
    byTime.hidden = last === undefined;
  }

  /** @returns {import("./search_core.js").Filter} */
  function filter() {
    const { sections, authors } = about();
    const [section, author, time] = selects.map((it) => it.value);
    const days = PERIODS[/** @type {keyof typeof PERIODS} */ (time)];
    const period = days ? { from: Math.floor(Date.now() / DAY) - days }
      : time ? { from: Date.UTC(Number(time), 0) / DAY, to: Date.UTC(Number(time) + 1, 0) / DAY - 1 } : {};
    return { section: sections.findIndex((path) => path.join("/") === section), author: authors.indexOf(author), count, ...period };
  }

  /** The address says what is searched for: so it can be sent on, and Back leads to it. */
  function writeAddress() {
    clearTimeout(timer);
    if (!place.isConnected) return;
    const url = new URL(location.href);
    for (const { name, value } of [input, ...selects]) {
      const text = value.trim();
      if (text && input.value.trim()) url.searchParams.set(name, text.slice(0, 500));
      else url.searchParams.delete(name);
    }
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  }

  /** @param {import("./search_core.js").Result} result @param {string} asked what is marked in the story */
  function item({ path, lang: own, date, section, authors, title, passage }, asked) {
    const url = new URL(path, home);
    url.hash = `find=${encodeURIComponent(asked.trim().slice(0, 200))}`; // find.js marks the words there
    const link = Object.assign(make("a", "", ...marked(title)), { href: url.href });
    const heading = make("h2", "story-title", link);
    const text = make("p", "search-passage", ...marked(passage));
    for (const it of [heading, text]) {
      it.lang = own;
      it.dir = "auto";
    }
    const facts = [section.join(" › "), authors.join(", "), date];
    return make("li", "", heading, text, make("p", "story-date", facts.filter((it) => it).join(" · ")));
  }

  function clear() {
    turn++;
    count = RESULTS;
    place.removeAttribute("data-on");
    filters.hidden = more.hidden = true;
    results.replaceChildren();
    status.textContent = "";
  }

  /** @param {import("./search_core.js").Answer} answer @param {string} query */
  function show(answer, query) {
    // A misspelt word is not in the story: what was looked for in its place is.
    const isOne = !/\s/.test(query.trim());
    const asked = [...(isOne && answer.instead.length ? [] : [query]), ...answer.instead].join(" ");
    results.replaceChildren(...answer.results.map((it) => item(it, asked)));
    more.hidden = answer.results.length >= answer.total || answer.results.length < count;
    filters.hidden = false;
    const notes = [answer.total ? counted(answer.total) + "." : say("nothing", { query: query.trim().slice(0, 100) })];
    if (isOffline) notes.push(say("offline"));
    if (answer.total && answer.instead.length) notes.push(say("instead", { words: answer.instead.map((it) => `“${it}”`).join(", ") }));
    if (answer.some) notes.push(say("some"));
    if (answer.cut) notes.push(say("cut", { n: answer.cut }));
    if (answer.lacking) notes.push(say("lacking"));
    status.textContent = notes.join(" ");
  }

  async function run() {
    const mine = ++turn;
    const isOld = () => mine !== turn;
    const query = input.value; // a space at its end says that the last word is whole
    clearTimeout(timer);
    timer = window.setTimeout(writeAddress, ADDRESS_MS);
    if (!query.trim()) return clear();
    place.setAttribute("data-on", "");
    const slow = window.setTimeout(() => isOld() || (status.textContent = words.busy), SLOW_MS);
    try {
      await open(new URL(/** @type {string} */ (place.dataset.index), document.baseURI));
      if (isOld()) return;
      fillFilters();
      const answer = await ask(query, filter(), isOld);
      if (answer && !isOld()) show(answer, query);
    } catch {
      if (isOld()) return;
      results.replaceChildren();
      more.hidden = filters.hidden = true;
      const link = Object.assign(make("a", "", words.all_stories), { href: place.dataset.all });
      status.replaceChildren(words.failed, " ", link);
    } finally {
      clearTimeout(slow);
    }
  }

  const search = () => {
    count = RESULTS;
    return run();
  };
  const links = () => [...results.querySelectorAll("a")];

  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event)).isComposing) search();
  });
  input.addEventListener("compositionend", search);
  filters.addEventListener("change", search);
  place.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    writeAddress();
    links()[0]?.focus();
  });
  results.addEventListener("click", writeAddress, { capture: true });
  more.addEventListener("click", async () => {
    const before = links().length;
    count += RESULTS;
    await run();
    links()[before]?.focus();
  });
  place.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey || shiftKey || event.isComposing) return;
    if (key === "Escape" && input.value) {
      input.value = "";
      search();
      input.focus();
    } else if ((key === "ArrowDown" || key === "ArrowUp") && !(event.target instanceof HTMLSelectElement)) {
      const stops = [input, ...links()];
      const at = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
      const next = at < 0 ? undefined : stops[at + (key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      next.focus();
    } else {
      return;
    }
    event.preventDefault();
  });

  // What the address asks for, when nothing is typed yet.
  const asked = new URLSearchParams(location.search);
  if (!input.value) input.value = asked.get("q") ?? "";
  for (const select of selects) select.dataset.asked = asked.get(select.name) ?? "";
  // So that the first answer need not wait for it.
  open(new URL(/** @type {string} */ (place.dataset.index), document.baseURI)).catch(() => {});
  return { search };
}

/** Takes care of the field on the page at hand. */
export function start() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".search"));
  if (!place || fields.has(place)) return;
  const field = fieldOf(place);
  fields.set(place, field);
  field.search();
}
