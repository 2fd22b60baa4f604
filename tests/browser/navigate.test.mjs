// SPDX-License-Identifier: MIT
// Going from page to page within the viewer: no load, and yet all that a reader knows of any site.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, stillness, useSite, view } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";
const NEXT = '.headline a[href$="/spring-tides/"]';

/** Counts loads: a mark on the window does not survive one. */
const mark = (page) => page.evaluate(() => void (globalThis.marked = true));
const isSame = (page) => page.evaluate(() => globalThis.marked === true);

/** Waits until the viewer shows the page of an address. */
async function arrived(page, path, shown = "canvas") {
  await page.waitForFunction(([path, shown]) => location.pathname === path &&
    document.documentElement.dataset.view === shown, [`/${path}`, shown]);
  await stillness(page);
}

test("a link to another article swaps article, address, title and language without a load", async (t) => {
  const page = await site.open(t, ARTICLE);
  await mark(page);
  await page.locator(NEXT).click();
  await arrived(page, "a/spring-tides/");
  assert.equal(await isSame(page), true, "no load");
  const title = await page.locator("h1").textContent();
  assert.ok((await page.title()).startsWith(title));
  assert.ok((await lines(page)).some((line) => title.startsWith(line.text)), "the canvas has painted it");
  assert.equal(await page.locator("h1").count(), 1);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.match(await page.locator("#lectern-article").evaluate((it) => it.href), /spring-tides\/article\.json$/);
});

test("Back and Forward show the page at hand then, at its place", async (t) => {
  const page = await site.open(t, ARTICLE);
  await mark(page);
  await page.evaluate(() => scrollTo(0, 700));
  await stillness(page);
  await page.locator(".turn a").first().evaluate((it) => it.click());
  await page.waitForFunction(() => location.pathname !== "/a/lighthouse/");
  const next = await page.evaluate(() => location.pathname.slice(1));
  await arrived(page, next);
  await page.evaluate(() => scrollTo(0, 300));
  await stillness(page);
  await page.goBack();
  await arrived(page, ARTICLE);
  assert.equal(await page.evaluate(() => scrollY), 700);
  await page.goForward();
  await arrived(page, next);
  assert.equal(await page.evaluate(() => scrollY), 300);
  assert.equal(await isSame(page), true, "no load");
  await page.reload();
  await arrived(page, next);
  assert.ok(await page.evaluate(() => Math.abs(scrollY - 300) < 30), "reload keeps the place");
});

test("front page, columns and the column map open in the viewer, and articles from them", async (t) => {
  const page = await site.open(t, "");
  await mark(page);
  await page.locator(".story-lead .story-title a").click();
  await page.waitForFunction(() => location.pathname.startsWith("/a/"));
  const article = await page.evaluate(() => location.pathname.slice(1));
  await arrived(page, article);
  await page.locator(".crumb a").last().click();
  await page.waitForFunction(() => location.pathname.startsWith("/c/"));
  assert.equal(await view(page), "html");
  await page.locator(".sections a").last().click();
  await arrived(page, "map/", "html");
  await page.locator('.map a[href$="a/lighthouse/"]').click();
  await arrived(page, ARTICLE);
  await page.locator(".site-name a").click();
  await arrived(page, "", "html");
  assert.equal(await isSame(page), true, "no load");
});

test("moods go with their article", async (t) => {
  const page = await site.open(t, ARTICLE);
  await page.getByRole("button", { name: "Sad" }).click();
  await page.locator(NEXT).click();
  await arrived(page, "a/spring-tides/");
  await page.waitForTimeout(300);
  assert.equal(await page.locator("[aria-pressed=true]").count(), 0);
  await page.goBack();
  await arrived(page, ARTICLE);
  await page.waitForFunction(() => document.querySelector("[aria-pressed=true]")?.textContent === "Sad");
});

test("a hovered link is fetched before it is pressed", async (t) => {
  const page = await site.open(t, ARTICLE);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await Promise.all([
    page.waitForRequest((request) => request.url().endsWith("/a/spring-tides/article.json")),
    page.locator(NEXT).hover(),
  ]);
  await stillness(page);
  assert.deepEqual(asked.sort(), ["/a/spring-tides/", "/a/spring-tides/article.json"]);
});

test("other presses stay the browser's: new tab, modified, other sites, files", async (t) => {
  const page = await site.open(t, ARTICLE);
  const link = page.locator(NEXT);
  const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click({ modifiers: ["Control"] })]);
  await tab.waitForLoadState();
  assert.match(tab.url(), /spring-tides\/$/);
  assert.match(page.url(), /lighthouse\/$/);
});

for (const [what, answer, sentence] of [
  ["a captive portal", { status: 200, contentType: "text/html", body: "<h1>Log in to the train</h1>" }, /something else/],
  ["a page cut off", { status: 200, contentType: "text/html",
    body: '<link rel=stylesheet href="x.css"><div class="stage"><div class="page" data-block="0"><h1>Half' }, /cut off/],
  ["an error", { status: 503, contentType: "text/html", body: "no" }, /503/],
]) {
  test(`${what} leaves the article at hand, and says so`, async (t) => {
    const page = await site.open(t, ARTICLE, {
      route: [/\/a\/spring-tides\/$/, (route) => route.fulfill(answer)], expected: /503/ });
    await page.locator(NEXT).evaluate((it) => it.click());
    await page.locator(".notice").waitFor();
    assert.match(await page.locator(".notice").textContent(), sentence);
    assert.equal(await view(page), "canvas");
    assert.match(page.url(), /lighthouse\/$/);
    assert.ok((await lines(page)).length > 20);
  });
}

test("fifty articles in turn leave memory and elements level", async (t) => {
  const page = await site.open(t, ARTICLE);
  const measure = () => page.evaluate(() => {
    const { heapBytes, atlasBytes } = lectern.stats();
    return { heapBytes, atlasBytes, elements: document.querySelectorAll("*").length };
  });
  const figures = [];
  for (let i = 0; i < 50; i++) {
    const next = i % 2 ? ARTICLE : "a/spring-tides/";
    await page.evaluate((next) => lectern.open(next), `/${next}`);
    await page.waitForFunction(() => document.documentElement.dataset.view === "canvas" &&
      lectern.stats().frames > 0);
    if (i % 10 !== 9) continue;
    await stillness(page);
    figures.push(await measure());
  }
  assert.deepEqual(figures.at(-1), figures[1]);
});
