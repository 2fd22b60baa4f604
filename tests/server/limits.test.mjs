// SPDX-License-Identifier: MIT
// Rates are limited for tokens, networks and new tokens, and the answer says how long to wait.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { folderFor, Service, token, writeSites } from "./kit.mjs";

const folder = folderFor({ after });
const sites = writeSites(folder);
let databases = 0;

/** @param {import("node:test").TestContext} context @param {string[]} words */
async function start(context, ...words) {
  const service = await Service.moods(`sqlite:${folder}/moods${++databases}.db`, sites, ...words);
  context.after(() => service.stop());
  return service;
}

/** @param {{ status: number, headers: Headers }} answer */
function isLimited({ status, headers }) {
  assert.equal(status, 429);
  assert.ok(Number(headers.get("retry-after")) >= 1);
}

/**
 * How many are answered before one is limited; allowances fill up again meanwhile.
 * @param {(i: number) => Promise<{ status: number, headers: Headers }>} ask
 */
async function countUntilLimited(ask) {
  for (let i = 0; i < 1000; i++) {
    const answer = await ask(i);
    if (answer.status === 200) continue;
    isLimited(answer);
    return i;
  }
  assert.fail("nothing is limited");
}

test("a token may change so often, another on the same network still may", async (context) => {
  const service = await start(context);
  const reader = token();
  const count = await countUntilLimited((i) => service.press("local", `a${i}`, reader, "sad", 1));
  assert.ok(count >= 60, `${count} changes`);
  assert.equal((await service.press("local", "a1", token(), "sad", 1)).status, 200);
  assert.equal((await service.counts("local", `a${count}`)).json.total, 0);
});

test("a network may bring so many new tokens an hour; known ones go on", async (context) => {
  const service = await start(context);
  const known = token();
  assert.equal((await service.press("local", "x", known, "sad", 1)).status, 200);
  const accepted = 1 + await countUntilLimited(() => service.press("local", "x", token(), "sad", 1));
  assert.ok(accepted >= 200, `${accepted} new tokens`);
  assert.equal((await service.press("local", "x", known, "happy", 2)).json.counts.happy, 1);
  assert.equal((await service.counts("local", "x")).json.total, accepted);
});

test("behind a proxy the reader's network is what the proxy saw last", async (context) => {
  const service = await start(context, "--behind-proxy");
  const from = (/** @type {string} */ address) => service.ask("PUT", "/v1/sites/local/articles/x/reactions/me",
    { token: token(), body: { mood: "sad", seq: 1 }, headers: { "X-Forwarded-For": address } });
  await countUntilLimited((i) => from(`203.0.${i % 256}.1, 198.51.100.${i % 256}`));
  assert.equal((await from("198.51.100.9, 203.0.113.1")).status, 200);
  assert.equal((await from("2001:db8:1::1")).status, 200);
});

test("without --behind-proxy nobody chooses their network", async (context) => {
  const service = await start(context);
  await countUntilLimited((i) => service.ask("PUT", "/v1/sites/local/articles/x/reactions/me",
    { token: token(), body: { mood: "sad", seq: 1 }, headers: { "X-Forwarded-For": `198.51.${i % 256}.7` } }));
});
