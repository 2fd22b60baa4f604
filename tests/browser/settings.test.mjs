// SPDX-License-Identifier: MIT
// The reader's settings rule: where the canvas can't follow one, the HTML shows at once, whole, and the
// canvas comes back when it can.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { altered } from "./altered.mjs";
import { engines } from "./engines.mjs";
import { assertPainted, compareLines, inkOf, launch, picture, PHONE, settled, stats, stillness, unseen, useSite,
  view } from "./kit.mjs";

const ARTICLE = "a/lighthouse/";
const PAGES = [ARTICLE, "", "map/", "a/everything/", "a/many-scripts/", "c/science/", "404.html"];
const NARROW = { width: 500, height: 800 }; // WebKit's window is not less

// What WCAG 2.2, 1.4.12 asks a page to bear.
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

const STYLES = [
  ["a font of the reader's own", "* { font-family: 'Noto Sans Mono', monospace !important }"],
  ["text spacing", SPACING],
  ["larger text", "p { font-size: 150% !important }"],
  ["higher lines", "* { line-height: 2 !important }"],
];

/** A style sheet that is the reader's own, as an extension adds one. */
const addStyle = (text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
};
const dropStyles = () => (document.adoptedStyleSheets = []);

const isHtml = () => document.documentElement.dataset.view === "html";
const isCanvas = () => document.documentElement.dataset.view === "canvas" && !!document.querySelector(".on");

/** Elements with text that is cut off, or that stick out sideways. Runs in the page. */
const cut = () => [...document.querySelectorAll(".page :is(h1, h2, h3, p, li, button, a, figcaption, summary)")]
  .filter((it) => it.checkVisibility() && it.textContent.trim()).filter((it) => {
    const { left, right } = it.getBoundingClientRect();
    const hides = getComputedStyle(it).overflow !== "visible" && it.scrollHeight > it.clientHeight + 1;
    return hides || ((left < -1 || right > innerWidth + 1) && !it.closest("table, pre"));
  }).map((it) => it.textContent.trim().slice(0, 40));

/** Lines of text that lie over each other. Runs in the page. */
const overlapping = () => {
  const blocks = [...document.querySelectorAll(".page :is(h1, h2, p, li, button, figcaption)")]
    .filter((it) => it.checkVisibility() && it.textContent.trim() && !it.querySelector("p, li, h2, button"))
    .map((it) => {
      const range = document.createRange();
      range.selectNodeContents(it);
      return [it.textContent.trim().slice(0, 40), range.getBoundingClientRect()];
    });
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  return blocks.flatMap(([text, a], i) => blocks.slice(i + 1).filter(([, b]) => over(a, b))
    .map(([other]) => `${text} / ${other}`));
};

for (const [name, start] of engines) {
  describe(name, () => {
    const site = useSite({ start });
    const open = (t, path = ARTICLE, options = {}) => site.open(t, path, { viewport: { width: 1000, height: 700 }, ...options });

    /** Nothing is cut off, nothing lies over another thing, and all in the window is seen. */
    async function assertWhole(page, what) {
      assert.deepEqual(await page.evaluate(cut), [], what);
      assert.deepEqual(await page.evaluate(overlapping), [], what);
      assert.deepEqual((await page.evaluate(unseen)).faults, [], what);
      assert.ok(inkOf(await picture(page)) > 0.02, what);
    }

    test("text spacing, added while reading and taken back", async (t) => {
      const page = await open(t);
      await page.evaluate(() => scrollTo(0, 600));
      // Only Firefox takes a sheet that is the reader's own from a test.
      await (page.userStyle ? page.userStyle(SPACING) : page.evaluate(addStyle, SPACING));
      await page.waitForFunction(isHtml);
      assert.match((await stats(page)).reason, /places .+ [\d.]+ px off/);
      await assertWhole(page, "with the style");
      await (page.userStyle ? page.userStyle("") : page.evaluate(dropStyles));
      await page.waitForFunction(isCanvas);
      await assertPainted(page, "without the style");
    });

    for (const [what, style] of STYLES.slice(0, name === "chromium" ? 4 : 1)) {
      test(`${what} from the start, on a narrow page`, async (t) => {
        const url = await altered(t, site, { init: `() =>
          addEventListener("DOMContentLoaded", () => (${addStyle})(${JSON.stringify(style)}))` });
        const page = await open(t, `${url}/${ARTICLE}`, name === "chromium" ? PHONE : { viewport: NARROW });
        assert.equal(await view(page), "html");
        await assertWhole(page, "with the style");
        await page.evaluate(dropStyles);
        await page.waitForFunction(isCanvas);
        await assertPainted(page, "without the style");
      });
    }

    test("colours of the reader's own are seen", async (t) => {
      const page = await open(t);
      await page.evaluate(addStyle, "* { color: yellow !important; background: black !important }");
      await page.waitForFunction(isHtml);
      assert.match((await stats(page)).reason, /colours of the reader's own/);
      const box = await page.evaluate(() => {
        const { x, y, width, height } = document.querySelector("h1").getBoundingClientRect();
        return { x: Math.ceil(x), y: Math.ceil(y), width, height };
      });
      const seen = await picture(page);
      assert.ok(inkOf(seen, box) > 0.02);
      let yellow = 0;
      for (let x = box.x; x < box.x + box.width; x++) {
        for (let y = box.y; y < box.y + box.height; y++) {
          const [r, g, b] = seen.at(x, y);
          if (r > 200 && g > 200 && b < 80) yellow++;
        }
      }
      assert.ok(yellow > 100, `${yellow} px are yellow`);
      await page.evaluate(dropStyles);
      await page.waitForFunction(isCanvas);
      await page.evaluate(() => scrollTo(0, 600));
      await assertPainted(page, "in its own colours");
    });

    test("a smallest size of text", async (t) => {
      let browser = site.browser;
      if (name === "chromium") {
        browser = await launch(["--blink-settings=minimumFontSize=22"]);
        t.after(() => browser.close());
      }
      const page = await open(t, "a/everything/", { browser, viewport: NARROW, minimumFontSize: 22 });
      assert.equal(await page.evaluate(() => lectern.ready), "html");
      const small = () => [...document.querySelectorAll(".byline, figcaption")].map((it) => it.getBoundingClientRect().height);
      assert.ok((await page.evaluate(small)).every((it) => it >= 22), "it is in force");
      await assertWhole(page, "with it");
    });

    for (const [what, setting, reason] of [
      ["more contrast", { contrast: "more" }, /^More contrast is asked for/],
      ["the system's own colours", { forcedColors: "active" }, /^The system's own colours are asked for/],
    ]) {
      if (name === "webkit" && setting.forcedColors) continue; // it knows no such thing
      test(`${what}, from the start${name === "webkit" ? "" : " and later"}`, async (t) => {
        const started = await open(t, ARTICLE, setting);
        assert.equal(await started.evaluate(() => lectern.ready), "html");
        assert.match((await stats(started)).reason, reason);
        await assertWhole(started, "from the start");
        const byline = () => started.evaluate(() => getComputedStyle(document.querySelector(".byline")).color);
        assert.equal(await byline(), await started.evaluate(() => getComputedStyle(document.documentElement).color));
        if (name === "webkit") return; // it is told before it starts
        const page = await open(t);
        await page.evaluate(() => scrollTo(0, 600));
        await page.emulateMedia(setting);
        await page.waitForFunction(isHtml);
        assert.match((await stats(page)).reason, reason);
        await assertWhole(page, "later");
        await page.emulateMedia(setting.contrast ? { contrast: "no-preference" } : { forcedColors: "none" });
        await page.waitForFunction(isCanvas);
        await assertPainted(page, "without it");
      });
    }

    test("nothing moves by itself", async (t) => {
      for (const reducedMotion of ["no-preference", "reduce"]) {
        const page = await open(t, ARTICLE, { reducedMotion });
        assert.equal(await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches), reducedMotion === "reduce");
        const [x, y] = await page.evaluate(() => {
          const button = document.querySelector(".mood-button");
          button.scrollIntoView({ block: "center" });
          const { left, top } = button.getBoundingClientRect();
          return [left + 9, top + 9];
        });
        await page.mouse.move(x, y);
        assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
      }
    });

    test("at 400 % each page fits the window, without scrolling sideways", async (t) => {
      // WebKitGTK ends at 300 %, and goes there by steps.
      const [viewport, factor] = name === "webkit" ? [{ width: 955, height: 768 }, 1.2 ** 6] : [{ width: 1280, height: 1024 }, 4];
      const page = await open(t, "", { viewport, expected: /404/, wait: false });
      for (const path of name === "chromium" ? PAGES : PAGES.slice(0, 3)) {
        await page.goto(`${site.url}/${path}`);
        if (path.startsWith("a/")) await settled(page);
        await page.zoom(factor);
        await page.waitForFunction(() => innerWidth <= 320);
        if (path.startsWith("a/")) {
          await page.evaluate(() => document.querySelector(".body p").scrollIntoView());
          await stillness(page);
          // WebKit sets text another way then: there the HTML may show.
          if (name === "webkit" && await page.evaluate(isHtml)) await assertWhole(page, path);
          else await assertPainted(page, path);
        }
        // An innerWidth is a whole number, the page's width is not.
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), path);
        assert.deepEqual(await page.evaluate(cut), [], path);
        assert.deepEqual(await page.evaluate(overlapping), [], path);
      }
    });

    // Chromium has no zoom of the text alone but the size that a reader sets once.
    test("text that the browser makes larger, and no more than the text", async (t) => {
      if (name === "chromium") {
        const browser = await launch(["--blink-settings=defaultFontSize=23"]);
        t.after(() => browser.close());
        const page = await open(t, ARTICLE, { browser });
        assert.ok(await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector(".body p")).fontSize)) > 23);
        await assertWhole(page, "at 1.44");
        await page.evaluate(() => document.querySelector(".body p").scrollIntoView());
        await stillness(page);
        return assertPainted(page, "at 1.44");
      }
      const page = await open(t, ARTICLE, { zoomsText: true });
      const zoom = (factor) => name === "webkit" ? page.zoom(factor) : page.zoomText(factor);
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      const before = await height();
      for (const factor of [1.44, 1]) {
        await zoom(factor);
        await page.waitForFunction(([before, larger]) => larger === document.documentElement.scrollHeight > 1.3 * before, [before, factor > 1]);
        if (factor === 1) await page.waitForFunction(isCanvas);
        await stillness(page);
        assert.equal(await page.evaluate(() => innerWidth), 1000);
        await assertWhole(page, `at ${factor}`);
        await page.evaluate(() => scrollTo(0, 600));
        if (await page.evaluate(isCanvas)) await assertPainted(page, `at ${factor}`);
        else assert.match((await stats(page)).reason, /px off/);
      }
    });

    // WebKitGTK can't be told to show a page as on paper.
    if (name !== "webkit") test("print shows all of the text, in ink, with its addresses, and nothing of the site", async (t) => {
      const page = await open(t, "a/everything/");
      await page.emulateMedia({ media: "print", colorScheme: "light" });
      const seen = await page.evaluate(() => {
        const hidden = [];
        const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (walker.nextNode()) {
          const text = walker.currentNode;
          if (!text.data.trim()) continue;
          range.selectNodeContents(text);
          const { color } = getComputedStyle(text.parentElement);
          if (!range.getClientRects().length || /, 0\)$|transparent/.test(color)) hidden.push(text.data.slice(0, 40));
        }
        const link = document.querySelector('.body p a[href^="http"]');
        return { hidden, href: link.getAttribute("href"),
          address: getComputedStyle(link, "::after").content,
          site: [...document.querySelectorAll("nav, .masthead, .moods, .share, canvas, .skip")]
            .filter((it) => it.checkVisibility()).map((it) => it.className) };
      });
      assert.deepEqual(seen.hidden, []);
      assert.deepEqual(seen.site, []);
      assert.ok(seen.address.includes(seen.href) || seen.address.includes("attr(href)"), seen.address); // as Firefox has it
      await page.evaluate(() => document.querySelector(".body p").scrollIntoView({ block: "center" }));
      assert.ok(inkOf(await picture(page)) > 0.02, "it is seen");
      if (name === "chromium") assert.ok((await page.pdf({ format: "A4" })).length > 20_000);
      await page.emulateMedia({ media: "screen" });
      await stillness(page);
      assert.equal(await view(page), "canvas");
    });

    if (name === "firefox") test("its reader mode has the whole text", async (t) => {
      const page = await open(t, ARTICLE);
      const texts = () => [...document.querySelectorAll(".body > p, .body h2, .body li, .body pre")]
        .map((it) => it.textContent.replace(/\s+/g, " ").trim());
      const wanted = await page.evaluate(texts);
      const found = await page.readable();
      for (const text of wanted) assert.ok(found.includes(text), text);
    });
  });
}
