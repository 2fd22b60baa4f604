// SPDX-License-Identifier: MIT
// All that the reader has made here, as one file: settings, marks, places in articles, and the list of saved pages.
// Written, read back, and erased. Loaded when one of these is asked for. docs/reading.md has the file's format.
import { chosen, choose, DEFAULTS } from "./choices.js";
import { home, list, remove, save } from "./kept.js";
import { kept, sane, store } from "./marks.js";
import { base, transact } from "./moods.js";

const VERSION = 1;
const MOST_BYTES = 16 << 20;
const MOST_PAGES = 500;
const prefix = `lectern ${home.pathname} `;
const PLACES = `${prefix}places`; // progress.js looks at each when it uses it

/** @param {string} name @returns {Record<string, any>} */
const read = (name) => {
  try {
    const found = JSON.parse(localStorage.getItem(name) ?? "{}");
    return typeof found === "object" && found ? found : {};
  } catch {
    return {};
  }
};

/** What the reader has made here, as it is written. */
export async function collect() {
  const saved = await list().then((pages) => pages.filter((it) => it.saved), () => []); // no caches here
  return {
    lectern: VERSION, publication: home.href, made: new Date().toISOString(), settings: chosen(), marks: kept(), places: read(PLACES),
    saved: saved.map(({ url, title }) => ({ page: url.slice(home.href.length), title })),
  };
}

/** Offers the file to be kept. */
export async function write() {
  const blob = new Blob([`${JSON.stringify(await collect(), null, 2)}\n`], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${location.hostname}-reading.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Adds what such a file has to what is here; its settings take the place of these.
 * @param {any} found @returns {Promise<boolean>} false: it is no such file
 */
export async function put(found) {
  if (found?.lectern !== VERSION || typeof found.settings !== "object") return false;
  choose({ ...DEFAULTS, ...found.settings });
  const own = kept();
  const isNew = (/** @type {import("./marks.js").Mark} */ mark) => !own.some((it) => it.page === mark.page && it.text === mark.text && it.before === mark.before);
  let last = Math.max(0, ...own.map((it) => it.at));
  const added = sane(found.marks).filter(isNew).map((it) => own.some(({ at }) => at === it.at) ? { ...it, at: ++last } : it);
  store([...own, ...added].sort((a, b) => a.at - b.at));
  try {
    const places = typeof found.places === "object" && found.places ? found.places : {};
    if (Object.keys(places).length) localStorage.setItem(PLACES, JSON.stringify({ ...places, ...read(PLACES) }));
  } catch {
    // Full, or forbidden.
  }
  const pages = Array.isArray(found.saved) ? found.saved.slice(0, MOST_PAGES) : [];
  for (const { page } of pages) {
    const url = typeof page === "string" ? new URL(page, home).href : "";
    if (url.startsWith(home.href)) await save(url, {}).catch(() => {}); // withdrawn, or no network
  }
  return true;
}

/** @param {File} file @returns {Promise<boolean>} false: it is no such file */
export async function readIn(file) {
  if (file.size > MOST_BYTES) return false;
  try {
    return await put(JSON.parse(await file.text()));
  } catch {
    return false; // no JSON
  }
}

/** Erases all that this browser keeps of the publication for the reader; the pages that are needed offline come back by reading. */
export async function erase() {
  choose(DEFAULTS);
  store([]);
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
  } catch {
    // Nothing is kept here.
  }
  await list().then(remove).catch(() => {});
  await transact("readwrite", (moods, devices) => {
    moods.delete(IDBKeyRange.bound(`${base} `, `${base} \uffff`));
    devices.delete(base);
  }).catch(() => {});
}
