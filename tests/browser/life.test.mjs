// SPDX-License-Identifier: MIT
// What befalls a page while it is open: graphics lost, tab hidden, window turned, zoom, fonts that
// come late. The reader keeps the text and the place.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertKept, assertPainted, difference, goTo, inkOf, launch, PHONE, picture, pictureNow, place,
  stats, stillness, unseen, useSite } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";
const LONG = "a/day-book/";
const FONT = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"; // scripts/bootstrap sees to it

const lose = (page) => page.evaluate(() => {
  const gl = document.querySelector("#lectern-canvas").getContext("webgl2");
  globalThis.loser = gl.getExtension("WEBGL_lose_context") ?? globalThis.loser;
  globalThis.loser.loseContext();
});

test("graphics lost in the middle of a long read keep the place, and twice is enough", async (t) => {
  const page = await site.open(t, LONG);
  await goTo(page, 0.6);
  const before = await place(page);
  await lose(page);
  await page.waitForFunction(() => lectern.stats().view === "html");
  await assertKept(page, before, "as HTML");
  assert.deepEqual((await page.evaluate(unseen)).faults, []);
  assert.ok(inkOf(await picture(page)) > 0.01, "as HTML");
  await page.evaluate(() => globalThis.loser.restoreContext());
  await assertPainted(page, "restored");
  await assertKept(page, before, "restored");

  await lose(page);
  await page.waitForFunction(() => lectern.stats().view === "html");
  assert.match((await stats(page)).reason, /twice/);
  await page.evaluate(() => globalThis.loser.restoreContext());
  await goTo(page, 0.2);
  assert.equal((await stats(page)).view, "html");
  assert.match((await stats(page)).reason, /twice/);
  assert.equal(await page.locator(".on").count(), 0);
  assert.deepEqual((await page.evaluate(unseen)).faults, []);
  assert.ok(inkOf(await picture(page)) > 0.01, "for good");
});

test("a hidden tab draws nothing, and one frame brings it up to date", async (t) => {
  // No headless browser hides a tab: this one is told so, and gets no frames, as a hidden one.
  const page = await site.open(t, ARTICLE, { init: () => {
    const real = requestAnimationFrame;
    const waiting = [];
    let hidden = false;
    globalThis.requestAnimationFrame = (call) => (hidden ? waiting.push(call) : real(call));
    Object.defineProperty(document, "hidden", { get: () => hidden });
    Object.defineProperty(document, "visibilityState", { get: () => (hidden ? "hidden" : "visible") });
    globalThis.hide = (so) => {
      hidden = so;
      document.dispatchEvent(new Event("visibilitychange"));
      if (!hidden) waiting.splice(0).forEach(real);
      return waiting.length;
    };
    globalThis.waitingFrames = () => waiting.length;
    globalThis.drawn = 0;
    const draw = WebGL2RenderingContext.prototype.drawElements;
    WebGL2RenderingContext.prototype.drawElements = function (...values) {
      globalThis.drawn++;
      return draw.apply(this, values);
    };
  } });
  const before = await page.evaluate(() => (hide(true), [globalThis.drawn, lectern.stats().frames]));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => scrollTo(0, 500));
  await page.setViewportSize({ width: 900, height: 800 });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  assert.deepEqual(await page.evaluate(() => [globalThis.drawn, lectern.stats().frames]), before);
  assert.ok(await page.evaluate(() => globalThis.waitingFrames()) <= 1, "it asks for one frame at most");
  await page.evaluate(() => void hide(false));
  await assertPainted(page, "shown again");
  assert.ok((await stats(page)).frames > before[1]);
});

test("Back from another site shows the page as it was left, from the browser's cache", async (t) => {
  const browser = await launch([], { ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  t.after(() => browser.close());
  const page = await site.open(t, ARTICLE, { browser });
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => (globalThis.persisted = persisted));
    scrollTo(0, 700);
  });
  await stillness(page);
  const before = await picture(page);
  await page.goto(site.url.replace("127.0.0.1", "localhost") + "/map/");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => void setTimeout(() => history.back()));
  for (const end = Date.now() + 15_000; ;) { // no event of the page's tells of it
    if (await page.evaluate(() => globalThis.persisted).catch(() => false)) break;
    assert.ok(Date.now() < end, "it comes from the cache");
    await new Promise((done) => setTimeout(done, 50));
  }
  await assertPainted(page, "with the theme of now");
  assert.ok(difference(before, await picture(page)) > 0.5, "with the theme of now");
  await page.emulateMedia({ colorScheme: "light" });
  await assertPainted(page, "back");
  assert.equal(await page.evaluate(() => scrollY), 700);
  assert.ok(difference(before, await picture(page)) < 0.001, "as it was left");
});

test("pinched larger, the text is sharp as HTML's; pinched back, it is painted", async (t) => {
  const shots = [];
  for (const query of ["?view=html", ""]) {
    const page = await site.open(t, `${ARTICLE}${query}`, PHONE);
    await page.evaluate(() => document.querySelector(".body p").scrollIntoView());
    await stillness(page);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2.5 });
    await page.waitForFunction(() => visualViewport.scale > 2 && !document.querySelector(".on"));
    await stillness(page);
    shots.push(await picture(page));
    if (query) continue;
    await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 1 });
    await page.waitForFunction(() => document.querySelector(".on"));
    await assertPainted(page, "pinched back");
  }
  assert.ok(inkOf(shots[0]) > 0.02);
  const share = difference(...shots);
  assert.ok(share < 0.005, `${(100 * share).toFixed(2)} % of the px differ from the HTML's`);
});

test("who saves data keeps the HTML", async (t) => {
  const asked = [];
  const page = await site.open(t, ARTICLE, {
    init: () => Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }) }),
    route: ["**/*", (route) => (asked.push(route.request().url()), route.continue())],
  });
  const { view, reason } = await stats(page);
  assert.equal(view, "html");
  assert.match(reason, /save data/);
  assert.equal(await page.locator(".on, .laid").count(), 0);
});

for (const [what, path, options] of [["a short page", ARTICLE], ["a long page", LONG],
  ["a phone", "a/everything/", PHONE]]) {
  test(`nothing moves when the canvas takes over ${what}`, async (t) => {
    const page = await site.open(t, path, { ...options,
      init: () => addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => {
        globalThis.shifts = [];
        new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries()
          .map(({ value, sources }) => [value, sources.map(({ node }) => node?.className)])))
          .observe({ type: "layout-shift" });
      }))),
      // The viewer comes when the whole page has been seen.
      route: ["**/*.wasm", async (route) => {
        await route.request().frame().waitForFunction(() => globalThis.shifts);
        await route.continue();
      }],
    });
    assert.equal(await page.evaluate(() => lectern.ready), "canvas");
    assert.ok(await page.locator(".on").count() > 3);
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
  });
}

/** A web font in the place of the text's first one. */
const webFont = (page, display) => page.evaluate((display) => {
  const [family] = getComputedStyle(document.querySelector(".body p")).fontFamily.split(",");
  document.fonts.add(new FontFace(family, "url(/late.ttf)", { display }));
}, display);

test("a web font that comes late is painted, and keeps the place", async (t) => {
  let bring;
  const late = new Promise((done) => (bring = done));
  const page = await site.open(t, LONG, {
    route: ["**/late.ttf", async (route) => {
      await late;
      await route.fulfill({ body: await readFile(FONT), contentType: "font/ttf" });
    }],
  });
  await goTo(page, 0.5);
  const before = await place(page);
  const old = await pictureNow(page);
  await webFont(page, "swap");
  await stillness(page);
  await assertPainted(page, "before it");
  assert.ok(difference(old, await pictureNow(page)) < 0.001, "until then nothing changes");
  bring();
  await page.evaluate(() => document.fonts.ready);
  await assertPainted(page, "with it");
  assert.ok(difference(old, await pictureNow(page)) > 0.01, "it is the new font that is seen");
  await assertKept(page, before, "with it");
});

test("a web font that never comes leaves the text readable", async (t) => {
  const page = await site.open(t, ARTICLE, { route: ["**/late.ttf", () => {}] });
  await webFont(page, "block");
  await page.evaluate(() => document.querySelector(".body p").scrollIntoView());
  await stillness(page);
  await page.setViewportSize({ width: 700, height: 800 }); // so that all is drawn anew
  await page.evaluate(() => new Promise((done) => setTimeout(done, 3500))); // a browser's patience with it
  await assertPainted(page, "without it");
});
