// SPDX-License-Identifier: MIT
// Where a reader's moods are kept: IndexedDB in this browser, one record for each article. `put` is the one
// place that every choice passes through; where a mood service counts them, it gives each a sequence number, and
// the record is the outbox too (outbox.js sends it).
// Private windows, sandboxed frames and full disks refuse, and third-party frames may never answer:
// all of that is "not kept", never an exception.

// A busy phone may take seconds for its first answer.
const PATIENCE_MS = 10_000;

/** Other publications on this origin have another. */
export const base = new URL("..", import.meta.url).pathname;
/** @param {string} article */
export const keyOf = (article) => `${base} ${article}`;

/**
 * `seq` grows with each choice, and `acked` is the latest that the service has answered: the two differ while a
 * choice waits. Without a service there is neither. `refused`: how often the service would not have it.
 * @typedef {{ mood: string, at: number, seq?: number, acked?: number, refused?: number }} Choice
 * @typedef {{ service: string, site: string }} Service
 * @typedef {Service & { token: string }} Device
 */

/** @type {Promise<IDBDatabase> | undefined} */
let opened;
/** Stays open, so that a press just before the reader leaves is still written. */
const open = () => (opened ??= new Promise((resolve, reject) => {
  const opening = indexedDB.open("lectern", 2);
  opening.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) opening.result.createObjectStore("moods");
    opening.result.createObjectStore("devices");
  };
  opening.onerror = () => ((opened = undefined), reject());
  opening.onsuccess = () => {
    const database = opening.result;
    // Another tab's newer version must not have to wait.
    database.onversionchange = () => (database.close(), (opened = undefined));
    database.onclose = () => (opened = undefined);
    resolve(database);
  };
}));

/**
 * Runs requests in one transaction; what the last of them gives is the result.
 * @param {IDBTransactionMode} mode
 * @param {(moods: IDBObjectStore, devices: IDBObjectStore, give: (result: any) => void) => void} act
 * @returns {Promise<any>}
 */
export const transact = (mode, act) => new Promise((resolve, reject) => {
  setTimeout(reject, PATIENCE_MS);
  open().then((database) => {
    /** @type {any} */
    let result;
    const transaction = database.transaction(["moods", "devices"], mode);
    act(transaction.objectStore("moods"), transaction.objectStore("devices"), (it) => (result = it));
    transaction.oncomplete = () => resolve(result);
    transaction.onerror = transaction.onabort = reject;
  }).catch(reject);
});

/** @param {IDBRequest<any>} request @param {(result: any) => void} act */
export const given = (request, act) => (request.onsuccess = () => act(request.result));

/** @param {Choice | undefined} choice */
export const waits = (choice) => (choice?.seq ?? 0) > (choice?.acked ?? 0);

/** The eight, in their order everywhere. */
export const MOODS = ["touched", "sympathetic", "bored", "angry", "amused", "sad", "happy", "no-comment"];

/** Where a choice is, as state::MoodPlace has it; on this visit alone when storage does not answer. */
export const PLACE = { visit: 0, browser: 1, waiting: 2, counted: 3 };

// IndexedDB may not have begun to write when the reader leaves, and then drops it: until a choice is in its record
// it stands where a page that is about to go can still put it. What is found there later goes into the record then.
/** @param {string} article */
const noteKey = (article) => `lectern ${base} mood ${article}`; // an article may be called "marks"
/** @param {string} article */
function noted(article) {
  try {
    return localStorage.getItem(noteKey(article));
  } catch {
    return null; // refused
  }
}
/** @param {string} article @param {string} mood @param {boolean} isThere */
function note(article, mood, isThere) {
  try {
    if (isThere) localStorage.setItem(noteKey(article), mood);
    else if (noted(article) === mood) localStorage.removeItem(noteKey(article));
  } catch {
    // Refused, or full: the record alone then.
  }
}

/**
 * @param {string} article
 * @param {Service | null} service as of put
 * @returns {Promise<{ mood: string, place: number, late: boolean }>} mood "" for none; late: a page that has gone left
 *   it, so it is yet to be sent
 */
export async function get(article, service) {
  const left = noted(article);
  const late = left !== null && await record(article, left, service, true);
  try {
    const choice = await transact("readonly", (moods, _, give) => given(moods.get(keyOf(article)), give));
    const place = waits(choice) ? PLACE.waiting : choice?.seq ? PLACE.counted : PLACE.browser;
    return { mood: String(choice?.mood ?? ""), place, late };
  } catch {
    return { mood: "", place: PLACE.visit, late: false };
  }
}

/** 128 random bits in hexadecimal: no one can guess it, and it says nothing. */
export const makeToken = () => [...crypto.getRandomValues(new Uint8Array(16))]
  .map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Writes a choice. Of all tabs one at a time reads and writes, so no number is given twice and one token made.
 * @param {string} article @param {string} mood @param {Service | null} service
 * @param {boolean} isLeft only if it is still noted: a tab may have written it, or had another choice, meanwhile
 * @returns {Promise<boolean>} whether it will be there at the next visit
 */
async function record(article, mood, service, isLeft) {
  let done = true;
  try {
    await transact("readwrite", (moods, devices) => {
      const key = keyOf(article);
      if (service) given(devices.get(base), (device) => devices.put({ token: makeToken(), ...device, ...service }, base));
      given(moods.get(key), (/** @type {Choice | undefined} */ before) => {
        if (isLeft && noted(article) !== mood) return;
        /** @type {Choice} */
        const choice = { mood, at: Date.now(), ...(service && { seq: (before?.seq ?? 0) + 1, acked: before?.acked ?? 0 }) };
        choice.mood || choice.seq ? moods.put(choice, key) : moods.delete(key);
        moods.transaction.commit();
      });
    });
  } catch {
    done = false;
  }
  note(article, mood, false);
  return done;
}

/**
 * @param {string} article
 * @param {string} mood "" takes it back
 * @param {Service | null} service to be told; the first choice makes this browser a token for it
 * @returns {Promise<boolean>} whether it will be there at the next visit
 */
export function put(article, mood, service) {
  note(article, mood, true);
  return record(article, mood, service, false);
}

/** Forgets articles that were withdrawn, with what waits to be sent. @param {string[]} articles */
export const forget = (articles) => transact("readwrite", (moods) => articles.forEach((it) => moods.delete(keyOf(it))));
