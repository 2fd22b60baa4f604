// SPDX-License-Identifier: MIT
// What befalls a page while it is open: graphics lost, tab hidden, window turned, zoom, another screen, fonts
// that come late. The reader keeps the text and the place.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { altered } from "./altered.mjs";
import { engines, withChromium } from "./engines.mjs";
import { assertKept, assertPainted, countDrawing, difference, drawing, goTo, inkOf, launch, PHONE, picture, pictureNow,
  place, showText, stats, stillness, unseen, useSite } from "./kit.mjs";

const ARTICLE = "a/lighthouse/";
const LONG = "a/day-book/";
const FONT = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"; // scripts/bootstrap sees to it
const WINDOW = { width: 1000, height: 700 };

const lose = (page) => page.evaluate(() => {
  const gl = document.querySelector("#lectern-canvas").getContext("webgl2");
  globalThis.loser = gl.getExtension("WEBGL_lose_context") ?? globalThis.loser;
  globalThis.loser.loseContext();
});

/** The text is painted as sharp as the browser draws it, which takes its place for a moment. */
async function assertSharp(page, most, what) {
  const painted = await picture(page);
  await page.evaluate(() => globalThis.painted = document.querySelectorAll(".on"));
  await page.evaluate(showText);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const share = difference(painted, await picture(page));
  await page.evaluate(() => {
    for (const it of globalThis.painted) it.classList.add("on");
    document.querySelector("#lectern-canvas").hidden = false;
  });
  assert.ok(share < most, `${what}: ${(100 * share).toFixed(2)} % of the px differ from the HTML's`);
}

/** No headless Chromium hides a tab: a page is told so, and gets no frames, as a hidden one. */
const pretend = () => {
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
  };
};

/** A web font in the place of the text's first one. */
const webFont = (page, display) => page.evaluate((display) => {
  const [family] = getComputedStyle(document.querySelector(".body p")).fontFamily.split(",");
  document.fonts.add(new FontFace(family, "url(/late.ttf)", { display }));
}, display);

for (const [name, start] of engines) {
  describe(name, () => {
    const site = useSite({ start });
    const open = (t, path = ARTICLE, options = {}) => site.open(t, path, { viewport: WINDOW, ...options });

    test("graphics lost in the middle of a long read keep the place, and twice is enough", async (t) => {
      const page = await open(t, LONG);
      await goTo(page, 0.6);
      const before = await place(page);
      await lose(page);
      await page.waitForFunction(() => lectern.stats().view === "html");
      assert.match((await stats(page)).reason, /graphics/);
      await assertKept(page, before, "as HTML");
      assert.deepEqual((await page.evaluate(unseen)).faults, []);
      assert.ok(inkOf(await picture(page)) > 0.01, "as HTML");
      await page.evaluate(() => globalThis.loser.restoreContext());
      await assertPainted(page, "restored");
      await assertKept(page, before, "restored");
      await assertSharp(page, 0.015, "restored");

      await lose(page);
      await page.waitForFunction(() => lectern.stats().view === "html");
      assert.match((await stats(page)).reason, /twice/);
      await page.evaluate(() => globalThis.loser.restoreContext());
      await goTo(page, 0.2);
      assert.equal((await stats(page)).view, "html");
      assert.match((await stats(page)).reason, /twice/);
      assert.equal(await page.evaluate(() => document.querySelectorAll(".on").length), 0);
      assert.deepEqual((await page.evaluate(unseen)).faults, []);
      assert.ok(inkOf(await picture(page)) > 0.01, "for good");
    });

    test("a hidden tab draws nothing, and is up to date when it is seen again", async (t) => {
      const isReal = name !== "chromium";
      const page = await open(t, `${await altered(t, site, { init: isReal ? countDrawing
        : `() => { (${countDrawing})(); (${pretend})(); }` })}/${ARTICLE}`);
      const hide = (so) => isReal ? page.hide(so) : page.evaluate((so) => globalThis.hide(so), so);
      await hide(true);
      await page.waitForFunction(() => document.visibilityState === "hidden");
      const before = await drawing(page);
      // A theme that changes meanwhile WebKitGTK can't be told.
      await page.emulateMedia?.({ colorScheme: "dark" });
      await page.evaluate(() => scrollTo(0, 500));
      await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
      const after = await drawing(page);
      assert.deepEqual(after.slice(1), before.slice(1), "nothing is drawn");
      assert.ok(after[0] - before[0] <= 1, "it asks for one frame at most");
      await hide(false);
      await page.waitForFunction(() => document.visibilityState === "visible");
      await assertPainted(page, "shown again");
      if (page.emulateMedia) assert.ok((await stats(page)).frames > before[2]);
      await assertSharp(page, 0.015, "shown again");
    });

    test("Back from another site shows the page as it was left, from the browser's cache", async (t) => {
      let { browser } = site;
      if (name === "chromium") {
        browser = await launch([], { ignoreDefaultArgs: ["--disable-back-forward-cache"] });
        t.after(() => browser.close());
      }
      const page = await open(t, ARTICLE, { browser });
      await page.evaluate(() => {
        addEventListener("pageshow", ({ persisted }) => (globalThis.persisted = persisted));
        scrollTo(0, 700);
      });
      await stillness(page);
      const before = await picture(page);
      await page.goto(site.url.replace("127.0.0.1", "localhost") + "/map/");
      await page.emulateMedia?.({ colorScheme: "dark" });
      await page.evaluate(() => void setTimeout(() => history.back()));
      // No event of the page's tells of it, and in WebKit one that is asked while it goes into the cache answers never.
      const comes = async (isSo, what) => {
        for (const end = Date.now() + 15_000; !await isSo(); await new Promise((done) => setTimeout(done, 50))) {
          assert.ok(Date.now() < end, what);
        }
      };
      if (name === "webkit") await comes(async () => (await page.addresses())[0].endsWith(ARTICLE), "it goes back");
      await comes(() => page.evaluate(() => globalThis.persisted).catch(() => false), "it comes from the cache");
      await assertPainted(page, "back");
      if (page.emulateMedia) {
        assert.ok(difference(before, await picture(page)) > 0.5, "with the theme of now");
        await page.emulateMedia({ colorScheme: "light" });
        await assertPainted(page, "with the theme before");
      }
      assert.equal(await page.evaluate(() => scrollY), 700);
      assert.ok(difference(before, await picture(page)) < 0.001, "as it was left");
    });

    test("a page that is zoomed while it is read stays readable, sharp and where it was", async (t) => {
      const page = await open(t, LONG);
      await goTo(page, 0.5);
      const before = await place(page);
      const width = () => page.evaluate(() => innerWidth);
      const wide = await width();
      for (const factor of [1.44, 1]) {
        await page.zoom(factor);
        await page.waitForFunction((it) => Math.abs(innerWidth - it) < 10, Math.round(wide / factor));
        await stillness(page);
        // WebKit sets text another way then, and does not say how many px it has: there the HTML may show.
        if (name === "webkit" && factor > 1 && (await stats(page)).view === "html") {
          assert.match((await stats(page)).reason, /px off/);
          assert.deepEqual((await page.evaluate(unseen)).faults, []);
          assert.ok(inkOf(await picture(page)) > 0.01, `at ${factor}`);
        } else {
          await assertPainted(page, `at ${factor}`);
        }
        await assertKept(page, before, `at ${factor}`);
        if (factor > 1) await assertSharp(page, name === "firefox" ? 0.05 : 0.035, `at ${factor}`);
      }
    });

    test("a window that is made narrow and low, and wide again, keeps the place", async (t) => {
      const page = await open(t, LONG, { viewport: { width: 900, height: 600 } });
      await goTo(page, 0.5);
      const before = await place(page);
      for (const viewport of [{ width: 600, height: 900 }, { width: 900, height: 600 }]) {
        await page.setViewportSize(viewport);
        await page.waitForFunction((it) => innerWidth === it, viewport.width);
        await assertPainted(page, `${viewport.width} px wide`);
        await assertKept(page, before, `${viewport.width} px wide`);
      }
      await assertSharp(page, 0.015, "wide again");
    });

    test("a web font that comes late is painted, and keeps the place", async (t) => {
      let bring;
      const late = new Promise((done) => (bring = done));
      const url = await altered(t, site, { answers: { "/late.ttf": async (response) => {
        await late;
        response.writeHead(200, { "content-type": "font/ttf" }).end(await readFile(FONT));
      } } });
      const page = await open(t, `${url}/${LONG}`);
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
      const page = await open(t, `${await altered(t, site, { answers: { "/late.ttf": () => {} } })}/${ARTICLE}`,
        { expected: /late[.]ttf|ERR_CONNECTION_REFUSED/ }); // when the test ends it is still being asked for
      await webFont(page, "block");
      await page.evaluate(() => document.querySelector(".body p").scrollIntoView());
      await stillness(page);
      await page.setViewportSize({ width: 700, height: 800 }); // so that all is drawn anew
      await page.evaluate(() => new Promise((done) => setTimeout(done, 3500))); // a browser's patience with it
      await assertPainted(page, "without it");
    });
  });
}

if (withChromium) describe("Chromium alone", () => {
  const site = useSite();

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
});
