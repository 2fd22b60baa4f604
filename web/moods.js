// SPDX-License-Identifier: MIT
// Where a reader's moods are kept: IndexedDB in this browser, one record for each article. A mood
// service gets its outbox here: `put` is the one place that every choice passes through.
// Private windows, sandboxed frames and full disks refuse, and third-party frames may never answer:
// all of that is "not kept", never an exception.

// A busy phone may take seconds for its first answer.
const PATIENCE_MS = 10_000;

/** Pages of other publications on this origin have another base. @param {string} article */
const keyOf = (article) => `${new URL("..", import.meta.url).pathname} ${article}`;

/** @type {Promise<IDBDatabase> | undefined} */
let opened;
/** Stays open, so that a press just before the reader leaves is still written. */
const open = () => (opened ??= new Promise((resolve, reject) => {
  const opening = indexedDB.open("lectern", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("moods");
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
 * Runs one request in a transaction of its own.
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<any>} act
 * @returns {Promise<any>}
 */
const run = (mode, act) => new Promise((resolve, reject) => {
  setTimeout(reject, PATIENCE_MS);
  open().then((database) => {
    const transaction = database.transaction("moods", mode);
    const request = act(transaction.objectStore("moods"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = reject;
    transaction.commit();
  }).catch(reject);
});

/**
 * @param {string} article
 * @returns {Promise<{ mood: string, kept: boolean }>} mood "" for none; kept: storage answers at all
 */
export async function get(article) {
  try {
    const record = await run("readonly", (store) => store.get(keyOf(article)));
    return { mood: String(record?.mood ?? ""), kept: true };
  } catch {
    return { mood: "", kept: false };
  }
}

/**
 * @param {string} article
 * @param {string} mood "" takes it back
 * @returns {Promise<boolean>} whether it will be there at the next visit
 */
export async function put(article, mood) {
  try {
    await run("readwrite", (store) => mood
      ? store.put({ mood, at: Date.now() }, keyOf(article))
      : store.delete(keyOf(article)));
    return true;
  } catch {
    return false;
  }
}
