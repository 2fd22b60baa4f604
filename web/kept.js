// SPDX-License-Identifier: MIT
// What this browser keeps of the publication, in two caches: pages, each with its article.json, and files,
// whose names have the hash of their content, so that each is kept once whatever pages and versions need it.
// The service worker (sw.js) answers from them; pages put in what was read and what was saved. A page is put in
// last, after all that it needs.

export const home = new URL("..", import.meta.url); // this module is in the publication's folder "_"

/** What a reader without a network starts from: the front page, and the one that lists what is kept. */
export const always = [home.href, new URL("saved/", home).href];

const NOTE = "lectern-kept"; // the header that a kept page has its Note in
/** The header of what stands for another width of a picture: the address of that. */
export const INSTEAD = "lectern-instead";
const MAX_READ = 60; // pages that were only read; the oldest give way
const PATIENCE_MS = 30_000;

/**
 * @typedef {{ title: string, at: number, saved: boolean, bytes: number, files: string[] }} Note
 *   `at` in ms since 1970; `files`: the addresses in "_" that the page needs; `bytes` with all of these
 * @typedef {Note & { url: string }} Kept
 */

/** Publications that share an origin have caches of their own. @param {"pages" | "files"} what */
export const open = (what) => caches.open(`lectern ${home.pathname} ${what}`);

/**
 * Nothing is swept away while something is being put in.
 * @template T @param {LockMode} mode @param {() => Promise<T>} act @returns {Promise<T>}
 */
const locked = async (mode, act) => navigator.locks.request(`lectern ${home.pathname} kept`, { mode }, act);
/** @template T @param {() => Promise<T>} act */
export const putting = (act) => locked("shared", act);

/** As a page is kept: what is asked for beside the path makes no difference. @param {string | URL} address */
export function pageUrl(address) {
  const url = new URL(address, home);
  url.search = url.hash = "";
  return url.href;
}

/**
 * Whether an answer is the file that was asked for: not another address's, and no portal's page instead.
 * @param {Response} response @param {string} url
 */
export function isWhole(response, url) {
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  return response.status === 200 && !response.redirected && response.type === "basic" &&
    isPage === /\/([^/]*\.html)?$/.test(new URL(url).pathname);
}

/** The addresses in "_" that a page's HTML names. @param {string} html @param {string} url of the page */
export const filesOf = (html, url) => [...new Set(
  [...html.matchAll(/\s(?:src|href|poster|data-files|data-site)="([^"]*)"/g)]
    .flatMap(([, names]) => names.split(" "))
    .filter((name) => /^(\.{0,2}\/)*_\/[^/]+$/.test(name))
    .map((name) => new URL(name, url).href))];

/**
 * The pictures that a page offers in several widths: of each the one that is kept, as this window shows it or would,
 * and the others, which it stands for. @param {string} html @param {string} url of the page
 */
function picturesOf(html, url) {
  const shown = new Set([...document.images].map((it) => it.currentSrc));
  const enough = Math.min(screen.width, 720) * devicePixelRatio; // the column's measure is 40rem
  return [...html.matchAll(/\ssrcset="([^"]+)"[^>]*?\ssrc="([^"]+)"/g)].map(([, sources, src]) => {
    const all = sources.split(",").map((it) => it.trim().split(/\s+/))
      .map(([name, width]) => ({ url: new URL(name, url).href, width: parseInt(width) || 0 }))
      .filter((it) => it.url.startsWith(new URL("_/", home).href)).sort((a, b) => a.width - b.width);
    const best = all.find((it) => shown.has(it.url)) ?? all.find(({ width }) => width >= enough) ?? all.at(-1);
    const urls = [...all.map((it) => it.url), new URL(src, url).href];
    return { best: best?.url ?? src, others: urls.filter((it) => it !== best?.url) };
  });
}

/** Sound and films: large, so that they come with what is saved alone. @param {string} url */
const isPlayed = (url) => /\.(mp3|m4a|og[agv]|opus|wav|flac|aac|mp4|webm|m4v|mov)$/i.test(url);

/** The viewer's own among them. @param {string} url */
export const isCode = (url) => /\/_\/([^/]+\.(js|css|wasm)|site\.[0-9a-f]{10}\.json)$/.test(url);

/** @param {string} url @param {RequestInit} [how] */
export async function get(url, how) {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), credentials: "same-origin", ...how });
  if (!isWhole(response, url)) throw new Error(`the answer for ${url} is not the file`);
  return response;
}

/** An answer as it is kept: the bytes that came out of it. @param {Response} response @param {Blob} body */
function copyOf(response, body) {
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.set("content-length", String(body.size));
  return new Response(body, { headers });
}

/** @param {Response} response @returns {Note} */
const noteOf = (response) => JSON.parse(decodeURIComponent(response.headers.get(NOTE) ?? ""));

/** @param {Response} response @param {Note} note */
function withNote(response, note) {
  const headers = new Headers(response.headers);
  headers.set(NOTE, encodeURIComponent(JSON.stringify(note)));
  return new Response(response.body, { headers });
}

/** All pages that are kept, the latest first. @returns {Promise<Kept[]>} */
export async function list() {
  const pages = await open("pages");
  const all = await Promise.all((await pages.keys()).filter(({ url }) => url.endsWith("/")).map(async ({ url }) => {
    const response = await pages.match(url);
    return response && { url, ...noteOf(response) };
  }));
  return all.filter((it) => it !== undefined).sort((a, b) => b.at - a.at);
}

/** @param {string} html @param {string} url */
function titleOf(html, url) {
  const [, text = ""] = /<h1[^>]*>(.*?)<\/h1>/s.exec(html) ?? [];
  const plain = text.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#39);/g,
    (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[/** @type {"amp"} */ (name)] ?? "'");
  return plain.trim() || decodeURIComponent(new URL(url).pathname);
}

/**
 * Keeps a page with all that it needs; throws when a part can't be had, and then nothing of it has changed.
 * @param {string | URL} address
 * @param {{ saved?: boolean, cache?: RequestCache, signal?: AbortSignal, onBytes?: (bytes: number) => void }} [how]
 *   saved: by the reader's wish, so it never gives way; cache: "force-cache" takes what was just shown;
 *   onBytes: told of each part's size
 * @returns {Promise<Kept>}
 */
export const keep = (address, how = {}) => putting(() => putPage(address, how));

/** @param {Kept} page */
const givesWay = ({ saved, url }) => !saved && !always.includes(url);

/** Keeps the pages to start from that are not kept yet, where they can be had. */
export async function keepAlways() {
  for (const url of always) {
    if (!(await (await open("pages")).match(url))) await keepRead(url).catch(() => {});
  }
}

/**
 * As the reader wishes it: what was only read stays too, where there is no network to fetch it anew.
 * @param {string | URL} address @param {Parameters<typeof keep>[1]} how
 */
export async function save(address, how) {
  const kept = await keep(address, { ...how, saved: true }).catch(async (error) => {
    const url = pageUrl(address);
    return changing(url, async (found, pages) => {
      if (!found) throw error;
      const note = { ...noteOf(found), saved: true };
      await pages.put(url, withNote(found, note));
      return { url, ...note };
    });
  });
  await keepAlways(); // what is said to be saved can be found
  return kept;
}

/**
 * What is kept of a page depends on what was: one change at a time, lest a page that is saved while it is kept as
 * read becomes one that was only read.
 * @template T
 * @param {string} url
 * @param {(before: Response | undefined, pages: Cache) => Promise<T>} act
 * @returns {Promise<T>}
 */
const changing = async (url, act) => navigator.locks.request(`lectern ${url} kept`, async () => {
  const pages = await open("pages");
  return act(await pages.match(url), pages);
});

/** @type {(address: string | URL, how: NonNullable<Parameters<typeof keep>[1]>) => Promise<Kept>} */
async function putPage(address, { saved = false, cache = "force-cache", signal, onBytes = () => {} }) {
  const url = pageUrl(address);
  const [pages, files] = await Promise.all([open("pages"), open("files")]);
  const known = await pages.match(url);
  const isSaved = saved || !!known && noteOf(known).saved;
  const how = { cache, ...(signal && { signal }) };
  // What the browser's own cache has may be an error that is over.
  const getPart = (/** @type {string} */ part) => get(part, how).catch(() => get(part, { ...how, cache: "reload" }));
  const response = await getPart(url);
  const body = await response.blob();
  const html = await body.text();
  if (!html.includes('id="page-end"')) throw new Error(`${url} was cut off on the way, or is no page of this publication`);
  let bytes = body.size;
  onBytes(body.size);
  const pictures = picturesOf(html, url);
  const others = new Set(pictures.flatMap((it) => it.others));
  const needed = [...new Set([...filesOf(html, url).filter((file) => !others.has(file) && (isSaved || !isPlayed(file))),
    ...pictures.map((it) => it.best)])];
  for (const file of needed) {
    let found = await files.match(file);
    if (found?.headers.has(INSTEAD)) found = undefined;
    // What is not there of the viewer is another version's: that one's service worker keeps it, checked.
    if (!found && isCode(file)) throw new Error(`${url} needs another version of the viewer`);
    if (!found) {
      const answer = await get(file, signal && { signal });
      found = copyOf(answer, await answer.blob());
      await files.put(file, found.clone());
    }
    if (isCode(file)) continue;
    const size = Number(found.headers.get("content-length")) || 0;
    bytes += size;
    onBytes(size);
  }
  for (const { best, others } of pictures) {
    for (const other of others) {
      if (!(await files.match(other))) await files.put(other, new Response(null, { headers: { [INSTEAD]: best } }));
    }
  }
  const [json] = /<link id="lectern-article"[^>]*>/.exec(html) ?? [];
  if (json) {
    const source = new URL("article.json", url).href;
    const answer = await getPart(source);
    const text = await answer.blob();
    bytes += text.size;
    onBytes(text.size);
    await pages.put(source, copyOf(answer, text));
  }
  return changing(url, async (before) => {
    const note = { title: titleOf(html, url), at: Date.now(), saved: saved || !!before && noteOf(before).saved, bytes, files: [...needed, ...others] };
    await pages.put(url, withNote(copyOf(response, body), note));
    return { url, ...note };
  });
}

/** Keeps a page that was read, for as long as there is room. @param {string | URL} address */
export async function keepRead(address) {
  const kept = await keep(address).catch(async (error) => {
    if (error.name !== "QuotaExceededError") throw error;
    await remove((await list()).filter(givesWay).slice(-MAX_READ / 3));
    return keep(address);
  });
  await remove((await list()).filter(givesWay).slice(MAX_READ));
  return kept;
}

/** @param {{ url: string }[]} gone */
export async function remove(gone) {
  if (!gone.length) return;
  const pages = await open("pages");
  for (const { url } of gone) {
    await pages.delete(url);
    await pages.delete(new URL("article.json", url).href);
  }
  await sweep();
}

/** Where the list of a version's files is kept, among them. @param {string} version */
const listUrl = (version) => new URL(`_/?${version}`, home).href;

/** Notes what a version is made of, when all of it is there. @param {string} version @param {string[]} urls */
export const putVersion = async (version, urls) =>
  (await open("files")).put(listUrl(version), new Response(JSON.stringify({ version, at: Date.now(), urls })));
/** @param {string} version */
export const hasVersion = async (version) => !!(await (await open("files")).match(listUrl(version)));

/**
 * Removes the files that neither a kept page nor a version in use needs. In use are the latest two, since other
 * tabs may still show the one before, and those that a kept page was made for.
 */
export const sweep = () => locked("exclusive", async () => {
  const files = await open("files");
  const keys = (await files.keys()).map(({ url }) => url);
  const notes = await list();
  const needed = new Set(notes.flatMap((note) => note.files));
  const versions = await Promise.all(keys.filter((url) => url.includes("/_/?"))
    .map(async (url) => (await files.match(url))?.json()));
  versions.sort((a, b) => b.at - a.at);
  versions.forEach(({ version, urls }, i) => {
    if (i > 1 && !notes.some((note) => note.files.filter(isCode).every((url) => urls.includes(url)))) return;
    needed.add(listUrl(version));
    urls.forEach((/** @type {string} */ url) => needed.add(url));
  });
  await Promise.all(keys.filter((url) => !needed.has(url)).map((url) => files.delete(url)));
});
