// SPDX-License-Identifier: MIT
// What the reader saves: an article, a column; the page that lists it; and what the publication takes back.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { inkOf, picture, settled, stillness } from "./kit.mjs";
import { kept, makeSite, show, until, useReaders } from "./offline_kit.mjs";

const { reader } = useReaders();
const button = (page, name) => page.getByRole("button", { name });
const heading = (page) => page.locator("h1").first().textContent();

test("an article is saved by its button, which is painted, and says how large it is", async (t) => {
  const site = await makeSite(t);
  const context = await reader(t);
  const page = await show(context, `${site.url}a/lighthouse/`);
  const save = button(page, "Save article");
  await save.evaluate((it) => it.scrollIntoView({ block: "center" }));
  await stillness(page);
  assert.equal(await save.evaluate((it) => it.classList.contains("on")), true);
  assert.ok(inkOf(await picture(page, await save.boundingBox())) > 0.02);
  await save.click();
  await page.locator(".share .status").filter({ hasText: /Saved, .* \(\d+ kB\)/ }).waitFor();
  await page.goto(`${site.url}saved/`);
  await page.getByRole("heading", { name: "Saved", exact: true }).waitFor();
  const list = page.locator(".kept-page");
  assert.match(await list.first().textContent(), /How a lighthouse signs its name.*\d+ kB/);
});

test("a whole column is saved, and read without a network; what is removed is gone", async (t) => {
  const site = await makeSite(t);
  const context = await reader(t);
  site.fault = (path) => path === "saved/" ? { status: 503, body: "" } : null;
  await site.watch();
  const page = await show(context, `${site.url}c/world/oceans/`);
  const articles = await page.locator(".story-title a").evaluateAll((all) => all.map((it) => it.href));
  assert.ok(articles.length >= 4);
  while (!site.sent.includes("saved/")) await page.waitForTimeout(50);
  site.fault = () => null; // the list of what is kept could not be had at first: it comes with what is saved
  await button(page, "Save this column").click();
  await page.locator(".save-column .status").filter({ hasText: /^Saved\. \d+ \/ \d+ · / }).waitFor();
  await site.stop();
  for (const url of articles) {
    await page.goto(url);
    assert.equal(await settled(page), "canvas", url);
    assert.ok(await page.evaluate(async () => {
      const pictures = [...document.images];
      for (const it of pictures) it.loading = "eager";
      await Promise.all(pictures.map((it) => it.decode().catch(() => {})));
      return pictures.every((it) => it.naturalWidth > 0);
    }), `the pictures of ${url}`);
  }
  await page.goto(`${site.url}c/world/oceans/`);
  await settled(page);
  assert.equal(await page.locator(".story-title a").count(), articles.length);

  await page.goto(`${site.url}saved/`); // never shown before, and there
  await button(page, "Remove: How a lighthouse signs its name").click();
  await page.waitForFunction(() => !document.querySelector(".kept-lists").textContent.includes("lighthouse signs"));
  await page.goto(`${site.url}a/lighthouse/`);
  assert.equal(await heading(page), "There is no network");
});

test("what was withdrawn goes at the next contact", async (t) => {
  const site = await makeSite(t);
  const context = await reader(t);
  const page = await show(context, `${site.url}a/lighthouse/`);
  await button(page, "Save article").click();
  await page.locator(".share .status").filter({ hasText: /Saved/ }).waitFor();
  await kept(page);
  await button(page, "Sad").click();
  await site.edit("oceans/lighthouse.md", /^title:/m, "withdrawn: true\ntitle:");
  await page.goto(site.url);
  await until(page, async () => !(await caches.match("/a/lighthouse/")) && !(await caches.match("/a/lighthouse/article.json")));
  const moods = () => page.evaluate(() => new Promise((done) => {
    indexedDB.open("lectern").onsuccess = ({ target }) => {
      const request = target.result.transaction("moods").objectStore("moods").getAllKeys();
      request.onsuccess = () => (target.result.close(), done(request.result));
    };
  }));
  while ((await moods()).length) await page.waitForTimeout(50);
});

test("of a picture in several widths one is kept, and stands for the others", async (t) => {
  const site = await makeSite(t);
  const context = await reader(t, { viewport: { width: 320, height: 700 } });
  const page = await show(context, `${site.url}a/lighthouse/`);
  const shown = () => page.locator("img").first().evaluate((it) => it.currentSrc);
  const small = await shown();
  await kept(page);
  await site.stop();
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.reload();
  await page.waitForFunction(() => document.images[0].complete && document.images[0].naturalWidth > 0);
  assert.notEqual(await shown(), small, "another width is asked for");
});

test("sound is kept with what is saved, not with what was only read, and answered in parts", async (t) => {
  const site = await makeSite(t);
  await writeFile(join(site.content, "oceans/horn.wav"), Uint8Array.from({ length: 3000 }, (_, i) => i % 251));
  await writeFile(join(site.content, "oceans/horn.md"), "---\nid: horn\ntitle: A horn\n---\nIt is heard far out.\n\n![The horn](horn.wav)\n");
  await site.publish();
  const context = await reader(t);
  const page = await show(context, `${site.url}a/horn/`);
  await kept(page, "saved/");
  const isKept = () => page.evaluate(() => caches.match(document.querySelector("audio").src).then((it) => !!it));
  assert.equal(await isKept(), false);
  await button(page, "Save article").click();
  await page.locator(".share .status").filter({ hasText: /Saved/ }).waitFor();
  await page.reload();
  await settled(page);
  assert.equal(await isKept(), true, "it stays when the page is read again");
  await site.stop();
  const parts = await page.evaluate(async () => {
    const { src } = document.querySelector("audio");
    const whole = new Uint8Array(await (await fetch(src)).arrayBuffer());
    const ask = async (range) => {
      const answer = await fetch(src, { headers: { range } });
      return [answer.status, answer.headers.get("content-range"), [...new Uint8Array(await answer.arrayBuffer())]];
    };
    return { size: whole.length, start: [...whole.subarray(10, 20)], end: [...whole.subarray(-5)],
      answers: [await ask("bytes=10-19"), await ask("bytes=-5"), await ask(`bytes=${whole.length}-`)] };
  });
  const { size, start, end, answers } = parts;
  assert.deepEqual(answers[0], [206, `bytes 10-19/${size}`, start]);
  assert.deepEqual(answers[1], [206, `bytes ${size - 5}-${size - 1}/${size}`, end]);
  assert.deepEqual(answers[2].slice(0, 2), [416, `bytes */${size}`]);
});

for (const [what, init] of [
  ["whose disk is full", () => {
    if (globalThis.Cache) Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  }],
  ["that keeps nothing", () => {
    Object.defineProperty(globalThis, "caches", { get() { throw new DOMException("denied", "SecurityError"); } });
  }],
]) {
  test(`a browser ${what} says so in one sentence, and the article stays`, async (t) => {
    const site = await makeSite(t);
    const context = await reader(t);
    await context.addInitScript(init);
    const page = await show(context, `${site.url}a/lighthouse/`);
    await button(page, "Save article").click();
    await page.locator(".share .status").filter({ hasText: /could not be saved/ }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view), "canvas");
  });
}

test("what the browser has thrown away is fetched again", async (t) => {
  const site = await makeSite(t);
  const context = await reader(t);
  const page = await show(context, `${site.url}a/lighthouse/`);
  await kept(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await settled(page);
  await kept(page);
  await until(page, async () => {
    for (const name of await caches.keys()) {
      if ((await (await caches.open(name)).keys()).some(({ url }) => url.includes("/_/?"))) return true;
    }
    return false;
  });
  await site.stop();
  await page.reload();
  assert.equal(await settled(page), "canvas");
});

test("the list of what is saved and read opens within the viewer, with sizes and their sum, and takes away", async (t) => {
  const site = await makeSite(t);
  const context = await reader(t);
  const page = await show(context, `${site.url}a/lighthouse/`);
  await button(page, "Save article").click();
  await page.locator(".share .status").filter({ hasText: /Saved/ }).waitFor();
  await page.evaluate(() => (globalThis.isSamePage = true));
  await page.evaluate(() => lectern.open("/a/spring-tides/"));
  await kept(page, "a/spring-tides/");
  await page.evaluate(() => lectern.open("/"));
  await page.getByRole("link", { name: "Saved and read" }).click();
  await page.locator(".kept-page").nth(1).waitFor();
  assert.equal(await page.evaluate(() => globalThis.isSamePage), true, "no page was loaded");
  assert.deepEqual(await page.locator("main h2").allTextContents(), ["Saved", "Read lately"]);
  const shown = await page.locator(".kept-page").allTextContents();
  assert.match(shown[0], /^How a lighthouse signs its name.*kB/);
  assert.equal(shown.length, 2);
  const sizes = await page.locator(".kept-size").allTextContents();
  const numbers = sizes.map((it) => parseInt(it));
  const sum = parseInt((await page.locator(".list-count").textContent()).replace(/\D+/, ""));
  assert.ok(Math.abs(sum - numbers[0] - numbers[1]) <= 1, `${sizes} are ${sum}`);
  await page.getByRole("button", { name: /^Remove: / }).nth(1).click();
  await page.locator(".kept-page").nth(1).waitFor({ state: "detached" });
  assert.ok(!(await page.evaluate(async () => await caches.match("/a/spring-tides/"))));
  await page.locator(".kept-page a").click();
  await page.waitForFunction(() => document.documentElement.dataset.view === "canvas");
  assert.equal(await page.evaluate(() => globalThis.isSamePage), true, "nor on the way to the article");
});

test("the same list is a panel over the page that is read", async (t) => {
  const site = await makeSite(t);
  const page = await show(await reader(t), `${site.url}a/lighthouse/`);
  await button(page, "Save article").click();
  await page.locator(".share .status").filter({ hasText: /Saved/ }).waitFor();
  await page.evaluate(() => lectern.open("/a/spring-tides/"));
  await kept(page, "a/spring-tides/");
  await page.locator("[data-room=settings]").click();
  await page.getByRole("button", { name: "Saved and read" }).click();
  const panel = page.getByRole("dialog", { name: "Saved and read" });
  await panel.locator(".kept-page").nth(1).waitFor();
  assert.deepEqual(await panel.locator("h2.panel-heading").allTextContents(), ["Saved", "Read lately"]);
  await panel.getByRole("button", { name: /^Remove: .*clocks/ }).click();
  await panel.locator(".kept-page").nth(1).waitFor({ state: "detached" });
  await panel.getByRole("link", { name: "How a lighthouse signs its name" }).click();
  await page.waitForFunction(() => document.querySelector("h1").textContent === "How a lighthouse signs its name");
  assert.equal(await panel.count(), 0);
});
