// SPDX-License-Identifier: MIT
// Whatever an article holds and however its data comes, the reader can read it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addBadContent, FIRST_WORDS, LAST_WORDS } from "./bad_content.mjs";
import { compareLines, inkOf, picture, stats, stillness, unseen, useSite } from "./kit.mjs";

const site = useSite({ addContent: addBadContent });
const PATIENCE_MS = 15_000;

/** The article is seen from its first words to its last, and the figures say what is seen. */
async function assertReadable(page) {
  const { view, reason, words, glCalls } = await stats(page);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.view), view);
  const painted = await page.locator(".on").count();
  if (view === "canvas") {
    assert.equal(reason, "");
    assert.ok(painted > 3 && words > 5 && glCalls > 0, `${painted} blocks, ${words} words, ${glCalls} calls`);
  } else {
    assert.match(reason, /\S+ \S+/);
    assert.equal(painted, 0);
    assert.deepEqual(await page.evaluate(() => lectern.lines()), []);
  }
  for (const words of [FIRST_WORDS, LAST_WORDS]) {
    const text = page.locator(".body p", { hasText: words });
    // What is laid out on the way may have another height than was thought.
    for (const end = Date.now() + PATIENCE_MS; ;) {
      await text.evaluate((it) => it.scrollIntoView({ block: "center" }));
      await stillness(page);
      const { y } = await text.boundingBox();
      if (y > 0 && y < 700) break;
      assert.ok(Date.now() < end, `"${words}" can be scrolled to`);
    }
    assert.ok(inkOf(await picture(page, await text.boundingBox())) > 0.01, `"${words}" is seen`);
    assert.deepEqual((await page.evaluate(unseen)).faults, []);
    assert.deepEqual((await compareLines(page)).faults, []);
  }
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280, "nothing sticks out");
}

async function open(t, name, options) {
  const start = Date.now();
  const page = await site.open(t, `a/bad-${name}/`, { wait: false, ...options });
  await page.evaluate(() => lectern.ready);
  const took = Date.now() - start;
  assert.ok(took < PATIENCE_MS, `it opened in ${took} ms`);
  await stillness(page);
  return page;
}

for (const [what, name, count] of [
  ["a table of 500 columns", "wide-table", ["td", 1500]],
  ["a table of 3,000 rows", "long-table", ["tr", 3001]],
  ["100,000 characters without a break", "endless-word"],
  ["20,000 links", "many-links", [".body a", 20_000]],
  ["100,000 quotations in each other", "deep-quotes", ["blockquote", 24]],
  ["a picture of no size", "no-size-picture", ["figure img, p img", 1]],
  ["an empty picture", "empty-picture", ["figure img, p img", 1]],
  ["a broken picture", "broken-picture", ["figure img, p img", 1]],
]) {
  test(`an article with ${what}`, async (t) => {
    const page = await open(t, name);
    assert.equal(await page.evaluate(() => lectern.ready), "canvas");
    if (count) assert.equal(await page.locator(`.body :is(${count[0]})`).count(), count[1]);
    await assertReadable(page);
  });
}

test("a picture that is missing, and comes to the eye as its description", async (t) => {
  const page = await open(t, "missing-picture", { expected: /404/,
    route: [/\/gone\.\w+\.png$/, (route) => route.fulfill({ status: 404 })] });
  await page.waitForFunction(() => document.querySelector(".body img").complete);
  await assertReadable(page);
  const image = page.locator(".body img");
  assert.equal(await image.evaluate((it) => it.matches(".on")), false);
  assert.ok(inkOf(await picture(page, await image.boundingBox())) > 0.001, "the browser shows its description");
});

test("a picture of 20,000 x 20,000 px does not hold up the page", { skip: !!process.env.LECTERN_QUICK }, async (t) => {
  const page = await site.open(t, "a/bad-huge-picture/", { wait: false, until: "commit", init: () => {
    globalThis.longest = 0;
    let last;
    const tick = () => {
      const now = performance.now();
      if (last) globalThis.longest = Math.max(globalThis.longest, now - last);
      last = now;
      setTimeout(tick, 20);
    };
    addEventListener("load", tick);
  } });
  page.setDefaultTimeout(60_000); // browsers take seconds to draw it themselves
  await page.waitForFunction(() => globalThis.lectern);
  assert.equal(await page.evaluate(() => lectern.ready), "canvas");
  await stillness(page);
  const longest = await page.evaluate(() => globalThis.longest);
  assert.ok(longest < 5000, `the page answers no press for ${longest} ms`);
  assert.equal(await page.locator(".body img").evaluate((it) => it.matches(".on")), false);
  assert.equal(await page.locator(".body p.on", { hasText: LAST_WORDS }).count(), 1);
});

for (const [what, answer, reason] of [
  ["is missing", () => ({ status: 404 }), /404/],
  ["is cut off", (text) => ({ body: text.slice(0, text.length / 2) }), /article\.json.*\S/],
  ["is of a later version", (text) => ({ json: { ...JSON.parse(text), lectern: 2 } }), /version|lectern/],
  ["is a captive portal's page", () => ({ body: "<h1>Log in to the train</h1>", contentType: "text/html" }), /\S+ \S+/],
]) {
  test(`an article whose data ${what}`, async (t) => {
    const page = await open(t, "plain", { expected: /404/, route: ["**/article.json",
      async (route) => route.fulfill(answer(await (await route.fetch()).text()))] });
    const { view, reason: said } = await stats(page);
    assert.equal(view, "html");
    assert.match(said, reason);
    await assertReadable(page);
  });
}
