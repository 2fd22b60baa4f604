// SPDX-License-Identifier: MIT
// Two hundred random histories of two tabs, a network and a service: presses, presses taken back, tabs that die in
// the middle, requests and answers that get lost, requests that come twice and late. Afterwards reader and service
// agree, and the reader counts once. The tabs are frames of one page, with the site's own modules; each history has
// an article of its own, and a seed that its failure names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeMoodService, useRealService } from "./mood_service.mjs";
import { makeSite, useReaders } from "./offline_kit.mjs";

const STEPS = 8;
const MOODS = ["touched", "sympathetic", "bored", "angry", "amused", "sad", "happy", "no-comment"];
const { reader } = useReaders();

/** Mulberry32: the same seed, the same steps. @param {number} seed */
function chance(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor(((t ^ (t >>> 14)) >>> 0) / 2 ** 32 * below);
  };
}

/** What happens, step by step: which tab, what, and whether it is waited for. */
const historyOf = (random) => Array.from({ length: STEPS }, () => {
  const what = random(10);
  return { tab: random(2), what: what < 7 ? "press" : what < 8 ? "die" : "visit",
    mood: random(4) ? MOODS[random(8)] : "", waits: random(2) === 0 };
});

/** Runs in the page: a history of an article, then calm weather until nothing waits. */
async function live([article, steps]) {
  globalThis.tabs ??= [];
  const text = await (await fetch("sw.js")).text();
  const find = (name) => new URL(new RegExp(`_/${name}\\.[0-9a-f]{10}\\.js`).exec(text)[0], location.href).href;
  const openTab = async (i) => {
    tabs[i]?.frame.remove();
    const frame = document.createElement("iframe");
    await new Promise((done) => {
      frame.onload = done;
      frame.src = "robots.txt";
      document.documentElement.append(frame);
    });
    // A module belongs to the window that loads it.
    const load = frame.contentWindow.Function("url", "return import(url)");
    tabs[i] = { frame, moods: await load(find("moods")), outbox: await load(find("outbox")) };
  };
  for (const i of [0, 1]) if (!tabs[i]) await openTab(i);
  const service = { service: new URL("/", location.href).href, site: "reader.example" };
  for (const { tab, what, mood, waits } of steps) {
    const { moods, outbox } = tabs[tab];
    if (what === "die") await openTab(tab);
    else if (what === "visit") outbox.deliver();
    else {
      const put = moods.put(article, mood, service).then(() => void outbox.pressed(article));
      if (waits) await put;
    }
  }
  await fetch("v1/calm");
  // A tab that is alive has written what it was told to, when it has written this.
  for (const { moods } of tabs) await moods.get(article, service);
  for (let i = 0; i < 100 && await tabs[0].outbox.send(); i++) await new Promise((done) => setTimeout(done, 20));
  return tabs[0].moods.get(article, service);
}

/** @param {(folder: string) => any} start gives a service @param {number} first seed @param {number} count */
async function liveAll(t, start, first, count) {
  const site = await makeSite(t);
  const service = await start(site.folder);
  let random = chance(0);
  let calm = true;
  /** Requests that the network sends once more, later. */
  const late = [];
  site.service = async (request, response) => {
    if (request.url === "/v1/calm") calm = true;
    if (request.url === "/v1/calm") return response.end();
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const copy = () => Object.assign([...chunks], { method: request.method, url: request.url, headers: request.headers });
    if (late.length && !random(3)) await service.answer(late.shift(), nobody());
    const bad = calm ? 9 : random(10);
    if (bad === 0) return response.destroy(); // it never arrives
    if (bad === 1) return response.writeHead(503, { "content-type": "application/problem+json", "retry-after": "1" }).end("{}");
    if (bad === 2) return response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in</h1>");
    if (bad === 3) return void service.answer(copy(), nobody()).then(() => response.destroy()); // its answer gets lost
    if (bad === 4) late.push(copy()); // and comes once more
    await service.answer(copy(), response);
  };
  site.policy = "default-src 'self'; script-src 'self' 'unsafe-eval'"; // of the test's own doing, for the frames
  await site.publish();
  await site.watch();
  const context = await reader(t);
  const page = await context.newPage();
  await page.goto(`${site.url}robots.txt`);

  for (let seed = first; seed < first + count; seed++) {
    random = chance(seed);
    const steps = historyOf(random);
    const article = `history-${seed}`;
    calm = false;
    const told = await page.evaluate(live, [article, steps]);
    for (const again of late.splice(0)) await service.answer(again, nobody());
    const story = `seed ${seed}: ${JSON.stringify(steps)}`;
    assert.deepEqual(await service.counts(article), told.mood ? { [told.mood]: 1 } : {}, story);
    assert.notEqual(told.place, 2, `${story}: it waits still`);
  }
  return service;
}

test("after each of 160 random histories reader and service agree, and nobody counts twice", async (t) => {
  const { tokens } = await liveAll(t, () => makeMoodService(), 1, 160);
  assert.equal(tokens.size, 1, "one reader has one token");
});

test("after each of 40 more with the real service too", async (t) => {
  await liveAll(t, (folder) => useRealService(t, folder), 161, 40);
});

/** An answer that nobody hears. */
const nobody = () => ({ writeHead() { return this; }, end() {}, destroy() {} });
