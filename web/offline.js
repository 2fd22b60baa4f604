// SPDX-License-Identifier: MIT
// The page's side of reading without a network: registers the service worker, keeps what is read, takes back
// what was withdrawn, and offers another version when one is ready. It is loaded when the page stands, and nothing
// waits for it.
import { forget } from "./moods.js";

const home = new URL("..", import.meta.url); // this module is in the publication's folder "_"
// Only where something can be kept.
const store = () => import("./kept.js");

const script = /** @type {HTMLElement | null} */ (document.querySelector("script[data-worker]"));
// The script is the first page's; the address at hand changes.
const worker = script && new URL(/** @type {string} */ (script.dataset.worker), document.baseURI);

const FRESH_MS = 600_000; // headlines are fetched again after
const PATIENCE_MS = 30_000;

/** Browsers insist on a checked address where the policy asks for it. @param {URL} url */
const trusted = (url) => Reflect.get(globalThis, "trustedTypes")
  ?.createPolicy("lectern-worker", { createScriptURL: (/** @type {string} */ it) => it }).createScriptURL(url.href) ?? url;

/** Offers the version that waits. @param {ServiceWorker} waiting */
function offer(waiting) {
  document.querySelector(".offer")?.remove();
  const notice = document.createElement("p");
  notice.className = "notice offer";
  notice.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = script?.dataset.updateNow ?? "";
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("activate");
  });
  notice.append(script?.dataset.update ?? "", " ", button);
  document.body.append(notice);
  // Another tab may have said so, or the version may turn out to be a bad one.
  waiting.addEventListener("statechange", () => notice.remove(), { once: true });
}

/** @param {ServiceWorkerRegistration} registration */
function watchUpdates(registration) {
  const look = () => registration.waiting && registration.active && offer(registration.waiting);
  look();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

/** @type {Promise<boolean> | undefined} */
let registered;
/** Whether a service worker answers here; registers it the first time. */
export const start = () => (registered ??= (async () => {
  if (!worker || !("serviceWorker" in navigator) || window.top !== window) return false;
  const registration = await navigator.serviceWorker.register(/** @type {string} */ (trusted(worker)),
    { scope: home.pathname, type: "module", updateViaCache: "none" });
  if (!registration) return false;
  watchUpdates(registration);
  return Promise.race([navigator.serviceWorker.ready.then(() => true),
    new Promise((done) => setTimeout(done, PATIENCE_MS, false))]);
})().catch(() => false));

/** The id of the article that a page is of, "" for a list. @param {string} url */
const articleOf = (url) => decodeURIComponent(/^a\/([^/]+)\/$/.exec(url.slice(home.href.length))?.[1] ?? "");

/** Takes back what the publication has withdrawn, and fetches headlines again, when there is a network. */
async function refresh() {
  const { get, keep, list, remove } = await store();
  const kept = await list();
  const withdrawn = await get(new URL("withdrawn.json", home).href, { cache: "no-cache" }).then((it) => it.json());
  /** @type {string[]} */
  const gone = withdrawn.withdrawn.map((/** @type {{ id: string }} */ { id }) => String(id));
  await remove(kept.filter(({ url }) => gone.includes(articleOf(url))));
  await forget(gone).catch(() => {});
  const lists = kept.filter(({ url, at, saved }) => Date.now() - at > FRESH_MS &&
    (url === home.href || saved && !articleOf(url)));
  for (const { url } of lists) await keep(url, { cache: "no-cache" });
}

let refreshed = 0;
/** Keeps the page at hand; the first time those to start from too. */
export async function visited() {
  if (!(await start())) return;
  if (document.querySelector(".kept-lists, .save-column")) import("./saved.js").then((it) => it.fill()).catch(() => {});
  const here = location.href;
  const { keepAlways, keepRead } = await store();
  await keepRead(here).catch(() => {}); // a page of another version, no room, no network: it is not kept
  await keepAlways();
  if (Date.now() - refreshed < FRESH_MS) return;
  refreshed = Date.now();
  await refresh().catch(() => {}); // at the next contact
}

/**
 * Saves the page at hand by the reader's wish: it never gives way to others.
 * @param {(bytes: number) => void} onBytes told how much is there so far
 * @returns {Promise<number>} bytes
 */
export async function save(onBytes) {
  const here = location.href;
  // Firefox asks the reader, and may wait for ever.
  navigator.storage?.persist?.().catch(() => {});
  if (!(await start())) throw new Error("nothing can be kept here");
  let sum = 0;
  const { bytes } = await (await store()).save(here, { onBytes: (more) => onBytes(sum += more) });
  return bytes;
}
