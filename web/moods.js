// SPDX-License-Identifier: MIT
// Where a reader's moods are kept: IndexedDB in this browser, one record for each article. A mood
// service gets its outbox here: `put` is the one place that every choice passes through.
// Private windows, sandboxed frames and full disks refuse, and third-party frames may never answer:
// all of that is "not kept", never an exception.

// A busy phone may take seconds for its first answer.
const PATIENCE_MS = 10_000;

/** Pages of other publications on this origin have another base. @param {string} article */
const keyOf = (article) => `${new URL("..", import.meta.url).pathname} ${article}`;

/**
 * Runs one request in a transaction of its own.
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<any>} act
 * @returns {Promise<any>}
 */
const run = (mode, act) => new Promise((resolve, reject) => {
  setTimeout(reject, PATIENCE_MS);
  const opening = indexedDB.open("lectern", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("moods");
  opening.onerror = reject;
  opening.onsuccess = () => {
    const database = opening.result;
    // Nothing stays open: another tab's newer version must not have to wait.
    try {
      const transaction = database.transaction("moods", mode);
      const request = act(transaction.objectStore("moods"));
      transaction.oncomplete = () => (database.close(), resolve(request.result));
      transaction.onerror = transaction.onabort = () => (database.close(), reject());
    } catch (error) {
      reject(error);
    }
  };
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
