// SPDX-License-Identifier: MIT
// Two hundred random histories of two tabs, a network and a service: presses, presses taken back, tabs that die in
// the middle, requests and answers that get lost, requests that come twice and late. Afterwards reader and service
// agree, and the reader counts once. The tabs run the modules of the site as it is published; each history has an
// article of its own, and a seed that its failure names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeMoodService } from "./mood_service.mjs";
import { makeSite, useReaders } from "./offline_kit.mjs";

const HISTORIES = 200;
const STEPS = 8;
const MOODS = ["touched", "sympathetic", "bored", "angry", "amused", "sad", "happy", "no-comment"];
const { reader } = useReaders();

/** Mulberry32: the same seed, the same history. */
function chance(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor(((t ^ (t >>> 14)) >>> 0) / 2 ** 32 * below);
  };
}

/** Loads the modules of the site into a tab without the viewer. */
async function openTab(page, url) {
  await page.goto(`${url}robots.txt`);
  await page.evaluate(async () => {
    const list = await (await fetch("sw.js")).text();
    const find = (name) => new URL(new RegExp(`_/${name}\\.[0-9a-f]{10}\\.js`).exec(list)[0], location.href).href;
    globalThis.moods = await import(find("moods"));
    globalThis.outbox = await import(find("outbox"));
    globalThis.service = { service: new URL("/", location.href).href, site: "reader.example" };
  });
}

test(`after each of ${HISTORIES} random histories reader and service agree, and nobody counts twice`, async (t) => {
  const site = await makeSite(t);
  const service = makeMoodService();
  let random = chance(0);
  let calm = true;
  /** Requests that a network sends once more, later. */
  const late = [];
  site.service = async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const copy = () => Object.assign([...chunks], { method: request.method, url: request.url, headers: request.headers });
    const bad = calm ? 9 : random(10);
    if (bad === 0) return response.destroy(); // it never arrives
    if (bad === 1) return response.writeHead(503, { "content-type": "application/problem+json", "retry-after": "1" }).end("{}");
    if (bad === 2) return response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in</h1>");
    if (bad === 3) return void service.answer(copy(), nobody()).then(() => response.destroy()); // its answer gets lost
    if (bad === 4) late.push(copy()); // and comes once more
    await service.answer(copy(), response);
  };
  await site.publish();
  await site.watch();
  const context = await reader(t);
  const tabs = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) await openTab(tab, site.url);

  for (let seed = 1; seed <= HISTORIES; seed++) {
    random = chance(seed);
    const article = `history-${seed}`;
    const said = [];
    calm = false;
    for (let step = 0; step < STEPS; step++) {
      const which = random(2);
      const tab = tabs[which];
      const what = random(10);
      if (what < 7) {
        const mood = random(4) ? MOODS[random(8)] : "";
        said.push(`${which}: ${mood || "taken back"}`);
        const sent = tab.evaluate(async ([article, mood]) => {
          await moods.put(article, mood, service);
          globalThis.sending = outbox.pressed(article);
        }, [article, mood]);
        if (random(2)) await sent;
        else sent.catch(() => {}); // the tab may die before
      } else if (what === 7) {
        said.push(`${which}: dies`);
        await openTab(tab, site.url);
      } else if (what === 8) {
        said.push("a request comes once more");
        const [again] = late.splice(0, 1);
        if (again) await service.answer(again, nobody());
      } else {
        said.push(`${which}: visits`);
        await tab.evaluate(() => void outbox.deliver());
      }
    }
    calm = true;
    for (let i = 0; i < 20 && await tabs[0].evaluate(() => outbox.send()); i++) await tabs[0].waitForTimeout(20);
    for (const again of late.splice(0)) await service.answer(again, nobody());
    const told = await tabs[0].evaluate((article) => moods.get(article), article);
    const counted = service.counts(article);
    const story = `seed ${seed}: ${said.join(", ")}`;
    assert.deepEqual(counted, told.mood ? { [told.mood]: 1 } : {}, story);
    assert.notEqual(told.place, 2, `${story}: nothing waits`);
  }
  assert.equal(service.tokens.size, 1, "one reader has one token");
});

/** An answer that nobody hears. */
const nobody = () => ({ writeHead() { return this; }, end() {}, destroy() {} });
