// SPDX-License-Identifier: MIT
// The way into the search's WebAssembly, and what it wants loaded: the parts of the publication's index, or where
// there is no network the pages that this browser keeps, of which it makes an index itself. What an answer is, the
// module decides (src/search).
import { get, list, open as openCache } from "./kept.js";

const CORE = "./search.wasm";
const ANY = 1 << 30; // any day
const MAX_ROUNDS = 12; // dictionary, lists, texts; more only when phrases turn out to be none

/**
 * @typedef {{ section: number, author: number, from?: number, to?: number, count: number }} Filter
 *   `section`, `author`: as About has them, -1 for any; days since 1970
 * @typedef {{ path: string, lang: string, date: string, section: string[], authors: string[], title: string[],
 *   passage: string[] }} Result `title` and `passage` are by turns plain and marked
 * @typedef {{ wanted: string[], total: number, results: Result[], instead: string[], some: boolean,
 *   lacking: boolean, cut: number }} Answer
 * @typedef {{ sections: string[][], authors: string[], first?: number, last?: number }} About
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** @type {Record<string, any>} */
let wasm;
/** Whether the index is that of the pages kept here. */
export let isOffline = false;
/** The index that is open, and the files' folder. */
let opened = "";
let folder = "";

async function load() {
  const url = new URL(CORE, import.meta.url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const module = await WebAssembly.compile(await response.arrayBuffer());
  /** @type {Record<string, Record<string, () => number>>} */
  const nothing = {};
  // The little that a standalone module asks of a system: to end, and to be told that memory has grown.
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (nothing[from] ??= {})[name] = () => 0;
  const instance = await WebAssembly.instantiate(module, nothing);
  wasm = instance.exports;
  wasm._initialize?.();
}

/** @type {Promise<void> | undefined} */
let loading;
const loadOnce = () => (loading ??= load().catch((error) => {
  loading = undefined; // perhaps the next time
  throw error;
}));

/** @param {string} name @param {(number | string | Uint8Array)[]} values texts and bytes become a pointer and a length */
function call(name, ...values) {
  /** @type {number[]} */
  const held = [];
  const plain = values.flatMap((value) => {
    if (typeof value === "number") return value;
    const bytes = typeof value === "string" ? encoder.encode(value) : value;
    const pointer = wasm.malloc(bytes.length || 1);
    held.push(pointer);
    new Uint8Array(wasm.memory.buffer).set(bytes, pointer);
    return [pointer, bytes.length];
  });
  const answer = wasm[`search_${name}`](...plain);
  held.forEach((pointer) => wasm.free(pointer));
  return answer;
}

/** @param {string} name @param {(number | string | Uint8Array)[]} values @returns {any} */
function read(name, ...values) {
  const pointer = call(name, ...values);
  const bytes = new Uint8Array(wasm.memory.buffer);
  return JSON.parse(decoder.decode(bytes.subarray(pointer, bytes.indexOf(0, pointer))));
}

/** @param {ArrayBuffer} packed */
const unpack = async (packed) => new Uint8Array(await new Response(
  new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer());

/** A file of the index, unpacked; throws a TypeError when there is no network. @param {string} name */
async function file(name) {
  for (const cache of /** @type {const} */ (["default", "reload"])) {
    const bytes = await unpack(await (await get(folder + name, { cache })).arrayBuffer()).catch(() => undefined);
    if (bytes && call("named", name, bytes)) return bytes;
  }
  throw new Error(`${name} is of another build`);
}

/** @param {unknown} error */
const noNetwork = (error) => error instanceof TypeError || /** @type {Error} */ (error)?.name === "TimeoutError";

/** Documents are parsed and never shown. Browsers insist on a policy where the page's asks for it. */
const parse = (() => {
  /** @type {(html: string) => string} */
  const same = (html) => html;
  const policy = Reflect.get(globalThis, "trustedTypes")?.createPolicy("lectern-search", { createHTML: same });
  return (/** @type {string} */ html) => new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
})();

/** A kept page as the module takes an article (src/search/abi.cpp). @param {string} path @param {string} html */
function linesOf(path, html) {
  const page = parse(html);
  const text = (/** @type {Element | null | undefined} */ it) => it?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const texts = (/** @type {string} */ selector) => [...page.querySelectorAll(selector)].map(text).filter((it) => it);
  const time = page.querySelector("article time");
  const day = Math.floor(Date.parse(time?.getAttribute("datetime")?.slice(0, 10) ?? "") / 864e5);
  const leaves = [...page.querySelectorAll(".body [data-block]")].filter((it) => !it.querySelector("[data-block]"));
  return { day: day || 0, lines: [path, text(page.querySelector("h1")), text(page.querySelector(".standfirst")),
    page.documentElement.lang, text(time), day || day === 0 ? day : "", texts(".breadcrumb a").slice(1).join("\t"),
    texts(".byline a").join("\t"), ...leaves.map(text)].join("\n") };
}

/** Opens an index of what is kept here; false when nothing is. @param {URL} home */
async function openKept(home) {
  const pages = await openCache("pages");
  const articles = (await list().catch(() => [])).filter(({ url }) => url.startsWith(new URL("a/", home).href));
  const read = await Promise.all(articles.map(async ({ url }) =>
    linesOf(url.slice(home.href.length), await (await pages.match(url))?.text() ?? "")));
  if (!read.length) return false;
  for (const { lines } of read.sort((a, b) => a.day - b.day)) call("add", lines);
  call("build");
  isOffline = true;
  return true;
}

/** @type {Promise<void> | undefined} */
let ready;
/**
 * Opens the index of a root, once; a sentence is thrown when it can't be had.
 * @param {URL} root its address
 */
export const open = (root) => (ready ??= (async () => {
  await loadOnce();
  [folder, opened] = /** @type {string[]} */ (/^(.*\/)([^/]*)$/.exec(root.href)?.slice(1));
  isOffline = false;
  try {
    if (!call("open", await file(opened))) throw new Error(`${opened} is no index of this version`);
  } catch (error) {
    if (!noNetwork(error) || !(await openKept(new URL("..", folder)))) throw error;
  }
})().catch((error) => {
  ready = undefined; // perhaps the next time
  throw error;
}));

/**
 * Where a text has a query's words, in order. Needs no index.
 * @param {string} query @param {string} lang of the text @param {string} text @returns {Promise<[number, number][]>}
 */
export async function marks(query, lang, text) {
  await loadOnce();
  /** @type {number[]} */
  const ends = read("marks", query, lang, text);
  return Array.from({ length: ends.length / 2 }, (_, i) => [ends[2 * i], ends[2 * i + 1]]);
}

/** What results can be filtered by. @returns {About} */
export const about = () => ({ sections: [], authors: [], ...read("about") });

/** Another try at what could not be loaded. */
addEventListener("online", () => (ready = undefined));

/**
 * @param {string} text @param {Filter} filter
 * @param {() => boolean} isOld whether something else is asked by now
 * @returns {Promise<Answer | null>} null when it is old
 */
export async function ask(text, { section, author, from = ANY, to = ANY, count }, isOld) {
  for (let round = 0; ; round++) {
    /** @type {Answer} */
    const answer = read("ask", text, section, author, from, to, count);
    if (!answer.wanted?.length || round === MAX_ROUNDS) return answer;
    const failed = await Promise.all([...new Set(answer.wanted)].map(async (name) => {
      try {
        call("put", name, await file(name));
      } catch (error) {
        if (noNetwork(error)) return true;
        call("put", name, ""); // goes on without it, and says so
      }
    }));
    if (isOld()) return null;
    if (failed.some((it) => it) && !(await openKept(new URL("..", folder)))) {
      for (const name of answer.wanted) call("put", name, "");
    }
  }
}
