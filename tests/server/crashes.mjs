// SPDX-License-Identifier: MIT
// A service that is killed (SIGKILL) again and again while readers press: what it acknowledged must be
// there, what it did not may be, and nothing counts twice. Used by the tests, and longer by bench/moods.mjs.
import assert from "node:assert/strict";
import { audit, MOODS, Service, sleep, token } from "./kit.mjs";

const ARTICLES = ["one", "two", "brücke"];

/**
 * One reader of one article: `known` is what was acknowledged last, `sent` what has no answer yet.
 * @typedef {{ mood: string | null, seq: number }} Own
 * @typedef {{ token: string, article: string, known: Own, sent: Own | undefined }} Reader
 */

/** @param {Service} service @param {Reader} reader */
async function change(service, reader) {
  // Without an answer it is sent again as it was, which is what a device does.
  const seq = reader.known.seq + 1;
  reader.sent ??= { mood: Math.random() < 0.2 ? null : MOODS[Math.floor(Math.random() * MOODS.length)], seq };
  const { mood } = reader.sent;
  const answer = mood ? await service.press("news.example", reader.article, reader.token, mood, seq)
    : await service.unpress("news.example", reader.article, reader.token, seq);
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(answer.json.mine, { mood, seq });
  reader.known = reader.sent;
  reader.sent = undefined;
}

/** @param {Service} service @param {Reader} reader */
async function verify(service, reader) {
  const { json } = await service.counts("news.example", reader.article, reader.token);
  const mine = json.mine ?? { mood: null, seq: 0 };
  if (reader.sent && mine.seq === reader.sent.seq) return assert.deepEqual(mine, reader.sent);
  assert.deepEqual(mine, reader.known, "what was acknowledged is not there");
}

/**
 * @param {string} database @param {string} sites @param {number} rounds
 * @returns {Promise<{ acknowledged: number }>}
 */
export async function crashLoop(database, sites, rounds) {
  /** @type {Reader[]} */
  const readers = Array.from({ length: 60 }, (_, i) =>
    ({ token: token(), article: ARTICLES[i % 3], known: { mood: null, seq: 0 }, sent: undefined }));
  let acknowledged = 0;
  for (let round = 0; round < rounds; round++) {
    const service = await Service.moods(database, sites, "--limits", "off");
    await Promise.all(readers.map((reader) => verify(service, reader)));
    let killed = false;
    const before = acknowledged;
    const workers = readers.map(async (reader) => {
      try {
        for (;;) {
          await change(service, reader);
          acknowledged++;
        }
      } catch (error) {
        if (error instanceof assert.AssertionError || !killed) throw error;
      }
    });
    const all = Promise.all(workers);
    while (acknowledged < before + 100) await Promise.race([sleep(5), all]);
    await Promise.race([sleep(Math.random() * 100), all]);
    killed = true;
    assert.equal(await service.stop("SIGKILL"), "SIGKILL");
    await all;
  }
  const service = await Service.moods(database, sites, "--limits", "off");
  await Promise.all(readers.map((reader) => verify(service, reader)));
  await audit(service, database);
  await Promise.all(readers.map(async (reader) => reader.sent && await change(service, reader)));
  // All is known now: the counts are the readers' moods, one each.
  const rows = await audit(service, database);
  const moods = (/** @type {{ mood: string | null, article: string }[]} */ list) =>
    list.map(({ article, mood }) => `${article} ${mood}`).sort();
  assert.deepEqual(moods(rows), moods(readers.map((reader) => ({ article: reader.article, mood: reader.known.mood }))));
  assert.equal(await service.stop(), 0);
  return { acknowledged };
}
