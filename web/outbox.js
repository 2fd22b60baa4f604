// SPDX-License-Identifier: MIT
// Sends the choices that moods.js keeps to the publication's mood service, and asks it for counts. A choice is
// sent until it is answered; its sequence number lets the service tell a repetition from a new choice, so nothing
// counts twice whatever gets lost, and of several choices for an article only the last is sent. It is loaded where
// a service is configured, by pages and, for what waits when no page is open, by the service worker.
import { base, keyOf, makeToken, then, transact, waits } from "./moods.js";

/** @typedef {import("./moods.js").Choice} Choice */
/** @typedef {import("./moods.js").Device} Device */
/** @typedef {Record<string, number>} Counts by mood */
/**
 * What became of an article's choice; `changed`: another tab has another one.
 * @typedef {{ article: string, counts?: Counts, sent?: boolean, changed?: boolean }} Told
 */

const PATIENCE_MS = 20_000;
const MAX_REFUSED = 10; // then the service is believed
const MAX_ROUNDS = 100;
const LATER_S = 30; // where the service does not say when
const MAX_LATER_S = 600;
/** The tag of Background Sync. */
export const SYNC = "lectern-moods";

let shown = "";
let turn = 0; // an answer for counts asked before is older than what has come since
let timer = 0;
/** @type {(told: Told) => void} */
let hear = () => {};

/** Between tabs and the service worker: whoever sends tells all. */
const channel = new BroadcastChannel(`lectern ${base} moods`);
/** @param {Told} told */
function take(told) {
  if (told.article !== shown) return;
  turn++;
  hear(told);
}
/** @param {Told} told */
function tell(told) {
  channel.postMessage(told);
  take(told);
}

/** @param {import("./moods.js").Service} service @param {string} article */
const urlOf = ({ service, site }, article) => new URL(
  `v1/sites/${encodeURIComponent(site)}/articles/${encodeURIComponent(article)}/reactions`,
  service).href;

/** @param {string} url @param {RequestInit} [how] */
async function ask(url, how) {
  const answer = await fetch(url, { credentials: "omit", referrerPolicy: "strict-origin", redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS), ...how });
  const type = answer.headers.get("content-type") ?? "";
  // Anything else is not from the service: a network that wants the reader to log in, say.
  if (!/^application\/(problem\+)?json\b/.test(type)) throw new Error("no answer of a mood service");
  return { status: answer.status, later: Number(answer.headers.get("retry-after")) || LATER_S, body: await answer.json() };
}

/** @param {any} body @returns {Counts} */
const countsOf = (body) => Object.fromEntries(Object.entries(body?.counts ?? {})
  .filter(([, count]) => Number.isSafeInteger(count) && Number(count) >= 0));

/**
 * What all readers have chosen; nothing that tells one from another is sent.
 * @param {import("./moods.js").Service} service @param {string} article
 * @returns {Promise<Counts | null>} null without an answer
 */
export const counts = (service, article) => ask(urlOf(service, article))
  .then(({ status, body }) => status === 200 ? countsOf(body) : null, () => null);

/**
 * Changes a choice, unless the reader has changed it meanwhile (then another `seq` is there). Gives whether it did.
 * @param {string} key @param {number} seq @param {(choice: Choice) => Choice | null} change null removes it
 * @returns {Promise<boolean>}
 */
const settle = (key, seq, change) => transact("readwrite", (moods, _, give) => then(moods.get(key), (choice) => {
  give(choice?.seq === seq);
  if (choice?.seq !== seq) return;
  const next = change(choice);
  next ? moods.put(next, key) : moods.delete(key);
}));

const newToken = () => transact("readwrite", (_, devices) => then(devices.get(base), (device) =>
  device && devices.put({ ...device, token: makeToken() }, base)));

/**
 * Sends one choice once. Gives how many seconds to wait when the service can't take it now, else 0.
 * @param {Device} device @param {string} article @param {Choice} choice
 */
async function sendOne(device, article, { mood, seq = 0 }) {
  const key = keyOf(article);
  const url = `${urlOf(device, article)}/me`;
  const authorization = `Bearer ${device.token}`;
  const { status, later, body } = mood
    ? await ask(url, { method: "PUT", headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ mood, seq }) })
    : await ask(`${url}?seq=${seq}`, { method: "DELETE", headers: { authorization } });
  // The service has counted another choice under this number, which this browser has forgotten.
  const forgotten = status === 200 && body.mine?.seq === seq && (body.mine.mood ?? "") !== mood;
  if (status === 200 && !forgotten) {
    const sent = await settle(key, seq, (choice) => ({ ...choice, acked: seq }));
    tell({ article, counts: countsOf(body), sent });
  } else if (status === 409 || forgotten) {
    // The service knows a later one, or this one as another: this browser's records are older than its token, say from a backup. What
    // the reader has chosen here and now is the last word.
    const known = Number((body.mine ?? body.state?.mine)?.seq);
    if (!Number.isSafeInteger(known)) throw new Error("the service does not say what it knows");
    await settle(key, seq, (choice) => ({ ...choice, acked: known, seq: Math.max(known, seq) + 1 }));
  } else if (status === 410) {
    await settle(key, seq, () => null);
    tell({ article, changed: true });
  } else if (status === 401) {
    await newToken();
    return 1;
  } else if (status === 429 || status >= 500) {
    return later;
  } else {
    await settle(key, seq, (choice) => {
      const refused = (choice.refused ?? 0) + 1;
      return { ...choice, refused, ...(refused >= MAX_REFUSED && { acked: seq }) };
    });
  }
  return 0;
}

/** @returns {Promise<{ device?: Device, waiting: [string, Choice][] }>} */
const look = () => transact("readonly", (moods, devices, give) => {
  const range = IDBKeyRange.bound(keyOf(""), keyOf("\uffff"));
  then(devices.get(base), (device) => then(moods.getAllKeys(range), (keys) => then(moods.getAll(range), (choices) =>
    give({ device, waiting: keys.map((/** @type {string} */ key, /** @type {number} */ i) =>
      [key.slice(keyOf("").length), choices[i]]).filter((/** @type {[string, Choice]} */ [, choice]) => waits(choice)) }))));
});

/** One tab at a time; where locks are missing several may send the same, which does no harm. @param {() => Promise<number>} act */
const alone = async (act) => navigator.locks ? navigator.locks.request(`lectern ${base} outbox`, act) : act();

/**
 * Sends all that waits. Gives 0 when no more can be sent now, after how many seconds the service wants to be asked
 * again, or Infinity when it can't be reached; it never throws.
 */
export const send = () => alone(async () => {
  /** What the service would not have, in this go. @type {Set<string>} */
  const refused = new Set();
  try {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const { device, waiting } = await look();
      const [next] = waiting.filter(([article, { seq }]) => !refused.has(`${seq} ${article}`));
      if (!device || !next) return 0;
      const [article, choice] = next;
      const later = await sendOne(device, article, choice);
      if (later) return Math.min(later, MAX_LATER_S);
      refused.add(`${choice.seq} ${article}`);
    }
    return LATER_S;
  } catch {
    return Infinity; // no network, or storage that does not answer
  }
});


/** Sends now, and what can't be sent when there is a network again, from whatever page is open then. */
export async function deliver() {
  clearTimeout(timer);
  const later = await send();
  if (!later) return;
  if (later !== Infinity) timer = window.setTimeout(deliver, later * 1000);
  const registration = await navigator.serviceWorker?.getRegistration();
  await Reflect.get(registration ?? {}, "sync")?.register(SYNC).catch(() => {}); // Chromium has it, and may refuse
}

/** A choice was made here: other tabs are told, and it is sent. @param {string} article */
export function pressed(article) {
  channel.postMessage({ article, changed: true });
  return deliver();
}

/**
 * Tells what becomes of an article's moods, until another is shown.
 * @param {import("./moods.js").Service} service @param {string} article @param {(told: Told) => void} tell
 */
export async function watch(service, article, tell) {
  if (!shown) {
    addEventListener("online", () => void deliver());
    channel.onmessage = ({ data }) => take(data);
  }
  shown = article;
  hear = tell;
  const asked = ++turn;
  const found = await counts(service, article);
  if (found && asked === turn) tell({ article, counts: found });
  await deliver();
}
