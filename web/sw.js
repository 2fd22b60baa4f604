// SPDX-License-Identifier: MIT
// The service worker: answers from what is kept (kept.js) when the network does not. The publisher writes SITE,
// the list of this version's files, before it. Pages come from the network when it has one of this version, else as they were kept:
// a page is always whole and of one version, and a bad deployment changes nothing. Another version waits until
// the reader asks for it (offline.js) or comes back.
import { send, SYNC } from "./outbox.js";
import { filesOf, get, hasVersion, home, INSTEAD, isCode, isWhole, open, pageUrl, putting, putVersion, sweep } from "./kept.js";

const worker = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));

const PATIENCE_MS = 4000; // for a page that is kept as well
const HEAD = 65_536; // characters of a page at most until its head ends
const AT_ONCE = 4;
const OFFLINE = new URL("offline.html", home).href;
const offlineKey = `${OFFLINE}?${SITE.version}`;

const shell = Object.keys(SITE.files).map((path) => new URL(path, home).href);
/** Pages that were last answered as they were kept: the article must be the same. @type {Set<string>} */
const old = new Set();

/** Fetches what of this version is not there yet; rejects when any of it is missing or is not what it should be. */
const install = () => putting(async () => {
  const files = await open("files");
  const missing = Object.entries(SITE.files);
  /** @param {string} path @param {string} integrity */
  const fetchFile = async (path, integrity) => {
    const url = new URL(path, home).href;
    if (await files.match(url)) return;
    const answer = await get(url, { integrity }).catch(() => get(url, { integrity, cache: "reload" }));
    await files.put(url, answer);
  };
  const next = async () => {
    for (let file; (file = missing.pop()); ) await fetchFile(...file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  if (!(await files.match(offlineKey))) await files.put(offlineKey, await offlinePage());
  await putVersion(SITE.version, [...shell, offlineKey]);
});

/** The page that stands for those that are not kept. Some hosts send it from another name, so it is made anew. */
async function offlinePage() {
  const response = await fetch(OFFLINE, { cache: "no-cache" });
  const html = await response.text();
  const isHere = response.url.startsWith(OFFLINE.slice(0, -".html".length));
  if (!response.ok || !isHere || !html.includes('id="page-end"')) throw new Error("offline.html is not there");
  // The site may stand somewhere else than its base URL says, or have none.
  const body = html.replaceAll(`href="${SITE.base}`, `href="${home.pathname}`);
  // Its styles are inside; a host's policy for all files may not allow them.
  return new Response(body, { headers: { "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; script-src 'self'; style-src '${SITE.styles}'; img-src data:; manifest-src 'self'` } });
}

/** @param {Response} response */
async function headOf(response) {
  const reader = response.clone().body?.pipeThrough(new TextDecoderStream()).getReader();
  let head = "";
  while (reader && head.length < HEAD && !head.includes("</head>")) {
    const { done, value } = await reader.read();
    if (done) break;
    head += value;
  }
  reader?.cancel().catch(() => {});
  return head;
}

/**
 * What came instead of a page: "page", one of "another" version, a "redirect", or something "else", such as an
 * error or the page of a network that wants the reader to log in.
 * @param {Response} response @param {string} url
 */
async function judge(response, url) {
  if (response.type === "opaqueredirect") return "redirect";
  if (!isWhole(response, url)) return "else";
  const code = filesOf(await headOf(response), url).filter(isCode);
  if (!code.length) return "else";
  return code.every((file) => shell.includes(file)) ? "page" : "another";
}

/** @param {number} ms @returns {Promise<undefined>} */
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const fromNetwork = (/** @type {Request} */ request) => fetch(request).catch(() => null);

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function answerPage({ request }) {
  const url = pageUrl(request.url);
  const kept = await (await open("pages")).match(url);
  const response = await Promise.race([fromNetwork(request), ...(kept ? [wait(PATIENCE_MS)] : [])]);
  if (response) {
    const what = await judge(response, url);
    if (what === "another") worker.registration.update().catch(() => {});
    if (!kept || what === "page" || what === "redirect") {
      old.delete(url);
      return response;
    }
    response.body?.cancel().catch(() => {});
  }
  if (kept) {
    old.add(url);
    return kept;
  }
  return request.mode === "navigate" ? answerMissing(request.url) : Response.error();
}

/** A page that is not kept, and no network. @param {string} address */
async function answerMissing(address) {
  const url = new URL(address);
  const folder = url.pathname.replace(/\/index\.html$/, "").replace(/\/?$/, "/");
  if (folder !== url.pathname && await (await open("pages")).match(url.origin + folder)) {
    url.pathname = folder;
    return Response.redirect(url.href, 302);
  }
  return (await (await open("files")).match(offlineKey)) ?? Response.error();
}

/** An article's JSON. @param {FetchEvent} event */
async function answerArticle({ request }) {
  const url = pageUrl(request.url);
  const kept = await (await open("pages")).match(url);
  if (kept && old.has(new URL(".", url).href)) return kept;
  const response = await Promise.race([fromNetwork(request), ...(kept ? [wait(PATIENCE_MS)] : [])]);
  return response && (!kept || isWhole(response, url)) ? response : kept ?? Response.error();
}

/** A part of a kept file, as players of sound and film ask for. @param {Response} whole @param {string} range */
async function partOf(whole, range) {
  const body = await whole.blob();
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const first = from ? Number(from) : Math.max(0, body.size - Number(to));
  const last = from && to ? Math.min(Number(to), body.size - 1) : body.size - 1;
  const headers = new Headers(whole.headers);
  if (!from && !to) return new Response(body, { headers });
  if (first > last) return new Response(null, { status: 416, headers: { "content-range": `bytes */${body.size}` } });
  headers.set("content-range", `bytes ${first}-${last}/${body.size}`);
  headers.set("content-length", String(last - first + 1));
  return new Response(body.slice(first, last + 1), { status: 206, headers });
}

/** A file with the hash of its content in its name. @param {FetchEvent} event */
async function answerFile({ request }) {
  const files = await open("files");
  const kept = await files.match(request.url);
  const range = request.headers.get("range");
  const instead = kept?.headers.get(INSTEAD); // another width of the picture
  if (!kept || instead) {
    const response = await fromNetwork(request);
    if (response && (response.status !== 200 || isWhole(response, request.url))) return response;
  }
  const found = instead ? await files.match(instead) : kept;
  return !found ? Response.error() : range ? partOf(found, range) : found;
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(sweep().then(() => worker.clients.claim())));
worker.addEventListener("message", (event) => {
  if (event.data === "activate") event.waitUntil(worker.skipWaiting());
});
// Moods that could not be sent: the browser asks again later when this one fails.
worker.addEventListener("sync", (event) => {
  if (event.tag === SYNC) event.waitUntil(send().then((later) => later ? Promise.reject(new Error("later")) : undefined));
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return;
  const path = url.pathname.slice(home.pathname.length);
  // Pages in other sites' frames, and what is asked of the network alone.
  if (path.startsWith("embed/") || request.cache === "only-if-cached") return;
  if (path.startsWith("_/")) return event.respondWith(answerFile(event));
  if (path.endsWith("/article.json")) return event.respondWith(answerArticle(event));
  if (request.mode === "navigate" || path === "" || path.endsWith("/")) {
    // What the browser has thrown away is fetched again, when there is a network.
    event.waitUntil(hasVersion(SITE.version).then((is) => { if (!is) return install(); }).catch(() => {}));
    event.respondWith(answerPage(event));
  }
});
