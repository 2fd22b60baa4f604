// SPDX-License-Identifier: MIT
// Moods on their way to a service: sent once whatever happens on the way, kept until then, and nothing before
// the first press.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { settled } from "./kit.mjs";
import { makeMoodService } from "./mood_service.mjs";
import { kept, makeSite, show, until, useReaders } from "./offline_kit.mjs";

const { reader } = useReaders();
const button = (page, name) => page.getByRole("button", { name });
const status = (page, words) => page.locator(".moods .status").filter({ hasText: words }).waitFor();
const pressed = (page) => page.locator(".mood-button[aria-pressed=true]").allTextContents();

/** Waits until nothing is being sent, and nothing waits to be but the article's choice with that number. */
const quiet = (page, seq) => until(page, async (seq) => {
  const { held, pending } = await navigator.locks.query();
  const choice = await new Promise((done) => {
    indexedDB.open("lectern").onsuccess = ({ target }) => {
      target.result.transaction("moods").objectStore("moods").getAll().onsuccess = (it) => done(it.target.result[0]);
    };
  });
  return !held.length && !pending.length && choice?.seq === seq;
}, seq);

/** Keeps every other page from the records, as a slow disk does, until what it gives is called. */
async function busyRecords(page) {
  await page.evaluate(() => new Promise((done) => {
    indexedDB.open("lectern").onsuccess = ({ target }) => {
      const store = target.result.transaction(["moods", "devices"], "readwrite").objectStore("moods");
      globalThis.isBusy = true;
      const more = () => isBusy && (store.count().onsuccess = more);
      store.count().onsuccess = () => (more(), done());
    };
  }));
  return () => page.evaluate(() => void (globalThis.isBusy = false));
}

/** A site with a service, and a reader's page of it. */
async function begin(t, { weather, ...options } = {}) {
  const site = await makeSite(t);
  const moods = makeMoodService();
  if (weather) moods.weather = weather;
  site.service = moods.answer;
  await writeFile(join(site.content, "publication.json"),
    JSON.stringify({ title: "The Lectern Reader", moods: { service: "/", site: "reader.example" } }));
  await site.publish();
  await site.watch();
  const context = await reader(t, options);
  return { site, moods, context, page: await show(context, `${site.url}a/lighthouse/`) };
}

test("nothing is sent and no token is there before the first press; then the choice is counted", async (t) => {
  const { moods, page } = await begin(t);
  await page.waitForTimeout(500);
  assert.deepEqual(moods.asked.map(({ method, token }) => [method, token]), [["GET", undefined]]);
  assert.ok(!("cookie" in moods.asked[0].headers || "authorization" in moods.asked[0].headers));
  const stored = () => page.evaluate(() => new Promise((done) => {
    indexedDB.open("lectern").onsuccess = ({ target }) => {
      const request = target.result.transaction("devices").objectStore("devices").getAll();
      request.onsuccess = () => done(request.result);
    };
  }));
  assert.deepEqual(await stored(), []);
  await button(page, "Sad").click();
  await status(page, "Counted");
  assert.deepEqual(moods.counts("lighthouse"), { sad: 1 });
  assert.deepEqual(await pressed(page), ["Sad · 1"], "the count is shown, those of zero are not");
  assert.equal((await stored()).length, 1);
  await button(page, "Sad").click();
  await page.waitForFunction(() => !document.querySelector(".moods").textContent.includes("· 1"));
  assert.deepEqual(moods.counts("lighthouse"), {});
});

test("what others chose is shown, and changes of mind count once", async (t) => {
  const { moods, page } = await begin(t);
  moods.rows.set("spring-tides someone", { mood: "happy", seq: 1 });
  await page.evaluate(() => lectern.open("/a/spring-tides/"));
  await button(page, "Happy · 1").waitFor();
  for (const name of ["Sad", "Bored", "Happy", "Angry"]) await button(page, name).click();
  await status(page, "Counted");
  await page.waitForFunction(() => document.querySelector("[aria-pressed=true]").textContent === "Angry · 1");
  assert.deepEqual(moods.counts("spring-tides"), { happy: 1, angry: 1 });
});

test("without a network a choice waits, the last one wins, and it is sent at the next visit", async (t) => {
  const { site, moods, page } = await begin(t);
  await kept(page);
  await site.stop();
  await button(page, "Sad").click();
  await status(page, "sent when there is a network");
  await page.reload();
  await settled(page);
  await page.waitForFunction(() => document.querySelector("[aria-pressed=true]")?.textContent === "Sad");
  await button(page, "Happy").click();
  await button(page, "Amused").click();
  await quiet(page, 3);
  await page.goto("about:blank"); // or what it still tries may come through, and be sent again since the page that asked has gone
  moods.asked = [];
  await site.watch();
  await page.goto(`${site.url}a/lighthouse/`);
  await status(page, "Counted");
  assert.deepEqual(moods.counts("lighthouse"), { amused: 1 });
  const sent = moods.asked.filter(({ method }) => method === "PUT").map(({ text }) => text);
  assert.deepEqual(sent, ['{"mood":"amused","seq":3}'], "the last alone is sent, and once");
});

test("a press is there although the reader leaves before it can be written", async (t) => {
  const { site, moods, context, page } = await begin(t);
  await button(page, "Sad").click();
  await status(page, "Counted");
  const other = await context.newPage();
  await other.goto(`${site.url}robots.txt`);
  const free = await busyRecords(other);
  await button(page, "Amused").click();
  await page.reload();
  await free();
  await settled(page);
  await until(page, () => document.querySelector("[aria-pressed=true]")?.textContent === "Amused · 1");
  await status(page, "Counted");
  assert.deepEqual(moods.counts("lighthouse"), { amused: 1 });
  assert.equal(await page.evaluate(() => localStorage.length), 0, "it is in the record now");
});

test("tabs whose first presses are written at the same moment have one token and count once", async (t) => {
  const { site, moods, context, page } = await begin(t);
  const others = [await show(context, `${site.url}a/lighthouse/`), await show(context, `${site.url}a/spring-tides/`)];
  const busy = await context.newPage();
  await busy.goto(`${site.url}robots.txt`);
  const free = await busyRecords(busy);
  for (const it of [page, ...others]) await button(it, "Happy").click();
  await free();
  for (const it of [page, ...others]) await status(it, "Counted");
  assert.equal(moods.tokens.size, 1);
  await until(page, () => document.querySelector("[aria-pressed=true]")?.textContent === "Happy · 1");
  assert.deepEqual([moods.counts("lighthouse"), moods.counts("spring-tides")], [{ happy: 1 }, { happy: 1 }]);
});

for (const [what, weather] of [
  ["an answer that got lost", "lost"], ["a busy service", 429], ["a broken service", 503]]) {
  test(`${what} counts nothing twice and loses nothing`, async (t) => {
    let bad = 2;
    const { moods, page } = await begin(t, { weather: (method) => method !== "GET" && bad-- > 0 ? weather : null });
    await button(page, "Sad").click();
    for (let tries = 1; tries < 3; tries++) {
      for (const end = Date.now() + 60_000; moods.asked.filter(({ method }) => method === "PUT").length < tries; ) {
        assert.ok(Date.now() < end, `try ${tries} is made`);
        await page.waitForTimeout(50);
      }
      await page.reload();
      await settled(page);
    }
    await status(page, "Counted");
    assert.deepEqual(moods.counts("lighthouse"), { sad: 1 });
  });
}

test("a service that knows a later choice is told the reader's own", async (t) => {
  const { moods, page } = await begin(t);
  await button(page, "Sad").click();
  await status(page, "Counted");
  const [key] = moods.rows.keys();
  moods.rows.set(key, { mood: "bored", seq: 41 }); // as if this browser's records came from a backup
  await button(page, "Happy").click();
  await page.waitForFunction(() => document.querySelector("[aria-pressed=true]").textContent === "Happy · 1");
  assert.deepEqual(moods.rows.get(key), { mood: "happy", seq: 42 });
  moods.rows.set(key, { mood: "bored", seq: 43 }); // as if the last choice had been forgotten: its number comes again
  await button(page, "Angry").click();
  await page.waitForFunction(() => document.querySelector("[aria-pressed=true]").textContent === "Angry · 1");
  assert.deepEqual(moods.rows.get(key), { mood: "angry", seq: 44 });
});

test("an article that is gone takes its choice along", async (t) => {
  const { page } = await begin(t, { weather: (method) => method === "GET" ? null : 410 });
  await button(page, "Sad").click();
  await page.waitForFunction(() => !document.querySelector("[aria-pressed=true]"));
  await page.reload();
  await settled(page);
  assert.deepEqual(await pressed(page), []);
});

test("a network that answers in the service's place changes nothing", async (t) => {
  const { site, moods, page } = await begin(t);
  site.service = (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in</h1>");
  await button(page, "Sad").click();
  await status(page, "sent when there is a network");
  site.service = moods.answer;
  await page.reload();
  await status(page, "Counted");
  assert.deepEqual(moods.counts("lighthouse"), { sad: 1 });
});

test("two tabs have one token, and the last choice of both wins", async (t) => {
  const { site, moods, context, page } = await begin(t);
  const other = await show(context, `${site.url}a/lighthouse/`);
  await Promise.all([button(page, "Sad").click(), button(other, "Happy").click()]);
  await Promise.all([status(page, "Counted"), status(other, "Counted")]);
  // Which of two at once was the last shows when both are through.
  const shown = (it) => it.evaluate(() => document.querySelector("[aria-pressed=true]")?.textContent.toLowerCase());
  const agree = async () => {
    const seen = await Promise.all([page, other].map(shown));
    return Object.entries(moods.counts("lighthouse")).every(([mood, count]) => seen.every((it) => it === `${mood} · ${count}`));
  };
  for (const end = Date.now() + 60_000; !(await agree()); ) {
    assert.ok(Date.now() < end, `${await Promise.all([page, other].map(shown))}`);
    await page.waitForTimeout(50);
  }
  await button(page, "Bored").click();
  await other.waitForFunction(() => document.querySelector("[aria-pressed=true]").textContent === "Bored · 1");
  await page.waitForFunction(() => document.querySelector("[aria-pressed=true]").textContent === "Bored · 1");
  assert.deepEqual(moods.counts("lighthouse"), { bored: 1 });
  assert.equal(moods.tokens.size, 1);
});

test("what waits is sent by the service worker when no page of the site is open any more", async (t) => {
  const { site, moods, context, page } = await begin(t);
  await kept(page);
  const other = await context.newPage(); // of no site
  const session = await context.newCDPSession(other);
  const registrations = [];
  session.on("ServiceWorker.workerRegistrationUpdated", (it) => registrations.push(...it.registrations));
  await session.send("ServiceWorker.enable");
  await site.stop();
  await button(page, "Bored").click();
  await quiet(page, 1);
  await page.close();
  await site.watch();
  assert.deepEqual(moods.counts("lighthouse"), {});
  const { registrationId } = registrations.find(({ scopeURL }) => scopeURL === site.url);
  // As the browser does, which takes minutes until it tries again.
  await session.send("ServiceWorker.dispatchSyncEvent",
    { origin: new URL(site.url).origin, registrationId, tag: "lectern-moods", lastChance: false });
  for (const end = Date.now() + 60_000; !moods.counts("lighthouse").bored && Date.now() < end; ) await other.waitForTimeout(50);
  assert.deepEqual(moods.counts("lighthouse"), { bored: 1 });
  assert.equal(moods.tokens.size, 1);
});
