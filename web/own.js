// SPDX-License-Identifier: MIT
// Files of the reader's own: picked, dropped on the page, or fetched from an address. They are read
// in the browser and sent nowhere; whether they can be shown is for the core to say.
import { words } from "./words.js";

/** @typedef {{ bytes: Uint8Array, name: string }} Own */

const MAX_MIB = 64; // as src/ingest/limits.hpp
const PATIENCE_MS = 20_000;
const ENDING = /\.(json|md|markdown|txt)$/i;
const TYPE = /^(application\/(\S+\+)?json|text\/(x-)?markdown)\b/i;

/** @param {Blob} blob @param {string} name @returns {Promise<Own>} */
async function bytesOf(blob, name) {
  if (blob.size > MAX_MIB << 20) throw new Error(words("too_large", { name, n: MAX_MIB }));
  try {
    return { name, bytes: new Uint8Array(await blob.arrayBuffer()) };
  } catch {
    throw new Error(words("unreadable", { name }));
  }
}

/** Throws a sentence when it is of another kind, too large, or gone. @param {Blob} file */
export async function readFile(file) {
  const name = (file instanceof File && file.name) || "article";
  const unnamed = !name.includes(".") && /^(text\/plain\b.*)?$/.test(file.type);
  if (!ENDING.test(name) && !TYPE.test(file.type) && !unnamed) {
    throw new Error(words("unknown", { name }));
  }
  return bytesOf(file, name);
}

/** The file at an address; null when a page is there. @param {URL} url */
export async function fetchFile(url) {
  const named = ENDING.test(url.pathname);
  if (!named && (url.pathname.endsWith("/") || url.origin !== location.origin)) return null;
  let response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new Error(words("not_fetched", { name: url.href, why: words("no_leave") }));
  }
  if (!named && !(response.ok && TYPE.test(response.headers.get("content-type") ?? ""))) {
    response.body?.cancel();
    return null;
  }
  if (!response.ok) throw new Error(words("not_fetched", { name: url.href, why: words("answered", { n: response.status }) }));
  return bytesOf(await response.blob(), url.pathname.replace(/.*\//, ""));
}

/**
 * What another app shares with the installed one comes in the page's address (share_target of the manifest). Only what
 * is of this publication is opened: anyone may make such an address.
 * @returns {string | undefined} the sentence to be said when it is something else
 */
export function takeShared() {
  const asked = new URLSearchParams(location.search);
  const texts = ["url", "text", "title"].map((name) => asked.get(`share-${name}`) ?? "");
  if (!texts.some(Boolean)) return;
  history.replaceState(history.state, "", location.pathname);
  const home = new URL("..", import.meta.url).href;
  const found = texts.join(" ").match(/\S+/g)?.find((it) => it.startsWith(home))?.replace(/[).,;:!?]+$/, "");
  if (!found) return words("not_opened", { why: words("no_page") });
  lectern.open(found).catch(() => {}); // it has been said
}

/**
 * The picker on a page and the page as a place to drop on.
 * @param {(file: File) => void} open
 * @param {boolean} inner whether something of the page itself is being dragged: a picture counts as a file too
 */
export function watchFiles(open, inner) {
  // Files that the system opens with the installed app.
  Reflect.get(globalThis, "launchQueue")?.setConsumer(async (/** @type {{ files: { getFile(): Promise<File> }[] }} */ { files }) => {
    if (files.length) open(await files[0].getFile());
  });
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest(".own-file button");
    if (button) /** @type {HTMLInputElement} */ (button.nextElementSibling).click();
  });
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest(".own-file")) return;
    if (target.files?.length) open(target.files[0]);
    target.value = ""; // the same file may be picked again
  });

  const hint = document.createElement("p");
  hint.className = "drop-hint";
  hint.append(words("drop"));
  addEventListener("dragstart", () => (inner = true));
  addEventListener("dragend", () => (inner = false));
  /** @param {DragEvent} event */
  const carriesFile = ({ dataTransfer }) => !inner && !!dataTransfer?.types.includes("Files");
  for (const type of /** @type {const} */ (["dragenter", "dragover"])) {
    addEventListener(type, (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault(); // that is what makes it a place to drop on
      /** @type {DataTransfer} */ (event.dataTransfer).dropEffect = "copy";
      document.body.append(hint);
    });
  }
  addEventListener("dragleave", ({ relatedTarget }) => relatedTarget || hint.remove());
  addEventListener("drop", (event) => {
    hint.remove();
    if (!carriesFile(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) open(file);
  });
}
