// SPDX-License-Identifier: MIT
// The reader's settings rule: where the canvas can't follow one, the HTML shows at once, whole, and the
// canvas comes back when it can.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertPainted, compareLines, inkOf, launch, picture, PHONE, settled, stats, stillness, unseen, useSite,
  view } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";
const PAGES = [ARTICLE, "a/everything/", "a/many-scripts/", "", "c/science/", "map/", "404.html"];

// What WCAG 2.2, 1.4.12 asks a page to bear.
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

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

test("text spacing, added while reading and taken back", async (t) => {
  const page = await site.open(t, ARTICLE);
  await page.evaluate(() => scrollTo(0, 600));
  await page.evaluate(addStyle, SPACING);
  await page.waitForFunction(isHtml);
  assert.match((await stats(page)).reason, /places the line ".+" [\d.]+ px off/);
  assert.deepEqual(await page.evaluate(cut), []);
  assert.deepEqual(await page.evaluate(overlapping), []);
  assert.deepEqual((await page.evaluate(unseen)).faults, []);
  assert.ok(inkOf(await picture(page)) > 0.02);
  await page.evaluate(dropStyles);
  await page.waitForFunction(isCanvas);
  await assertPainted(page, "without the style");
});

for (const [what, style] of [
  ["text spacing", SPACING],
  ["a font of the reader's own", "* { font-family: 'Noto Sans Mono', monospace !important }"],
  ["larger text", "p { font-size: 150% !important }"],
  ["higher lines", "* { line-height: 2 !important }"],
]) {
  test(`${what} from the start, on a phone`, async (t) => {
    const page = await site.open(t, ARTICLE, { ...PHONE, init:
      `addEventListener("DOMContentLoaded", () => (${addStyle})(${JSON.stringify(style)}))` });
    assert.equal(await view(page), "html");
    assert.deepEqual(await page.evaluate(cut), []);
    assert.deepEqual(await page.evaluate(overlapping), []);
    await page.evaluate(dropStyles);
    await page.waitForFunction(isCanvas);
    await assertPainted(page, "without the style");
  });
}

test("colours of the reader's own are seen", async (t) => {
  const page = await site.open(t, ARTICLE);
  await page.evaluate(addStyle, "* { color: yellow !important; background: black !important }");
  await stillness(page);
  const text = await picture(page, await page.locator("h1").boundingBox());
  assert.ok(inkOf(text) > 0.02);
  let yellow = 0;
  for (let x = 0; x < text.width; x++) {
    for (let y = 0; y < text.height; y++) {
      const [r, g, b] = text.at(x, y);
      if (r > 200 && g > 200 && b < 80) yellow++;
    }
  }
  assert.ok(yellow > 100, `${yellow} px are yellow`);
});

test("a smallest size of text", async (t) => {
  const browser = await launch(["--blink-settings=minimumFontSize=22"]);
  t.after(() => browser.close());
  const page = await site.open(t, "a/everything/", { browser, ...PHONE });
  assert.equal(await page.evaluate(() => lectern.ready), "html");
  assert.deepEqual(await page.evaluate(cut), []);
  assert.deepEqual(await page.evaluate(overlapping), []);
});

test("more contrast", async (t) => {
  const page = await site.open(t, ARTICLE);
  await page.evaluate(() => scrollTo(0, 600));
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector(".byline")).color);
  await page.emulateMedia({ contrast: "more" });
  await page.waitForFunction(isHtml);
  assert.equal((await stats(page)).reason, "More contrast is asked for.");
  assert.equal(await colour(), await page.evaluate(() => getComputedStyle(document.documentElement).color));
  await page.emulateMedia({ contrast: "no-preference" });
  await page.waitForFunction(isCanvas);
  await assertPainted(page, "without more contrast");
});

test("nothing moves by itself", async (t) => {
  for (const reducedMotion of ["no-preference", "reduce"]) {
    const page = await site.open(t, ARTICLE, { reducedMotion });
    await page.locator(".mood-button").first().hover();
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
  }
});

test("at 400 % each page fits the window, without scrolling sideways", async (t) => {
  // A window of 1280 by 1024 px, zoomed.
  const page = await site.open(t, "", { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4,
    expected: /404/ });
  for (const path of PAGES) {
    await page.goto(`${site.url}/${path}`);
    if (path.startsWith("a/")) {
      assert.equal(await settled(page), "canvas", path);
      assert.deepEqual((await compareLines(page)).faults, [], path);
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, path);
    assert.deepEqual(await page.evaluate(cut), [], path);
    assert.deepEqual(await page.evaluate(overlapping), [], path);
  }
});

test("print shows all of the text, in ink, with its addresses, and nothing of the site", async (t) => {
  const page = await site.open(t, "a/everything/");
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
  assert.ok(seen.address.includes(seen.href), seen.address);
  const pdf = await page.pdf({ format: "A4" });
  assert.ok(pdf.length > 20_000);
});
