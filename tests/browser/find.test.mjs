// SPDX-License-Identifier: MIT
// The browser's own find box, opened and typed into as a person does: what it finds is marked where the
// words are painted, and can be read as well as on the plain page.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { describe, test } from "node:test";
import { promisify } from "node:util";
import { engines, launchOnScreen } from "./engines.mjs";
import { colorsOf, contrast, picture, stillness, useSite } from "./kit.mjs";

const PATIENCE_MS = 20_000;
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Two words that a line's end stands between. Runs in the page, on the canvas. */
const overLineEnd = () => {
  const block = Number(document.querySelector(".body > p").dataset.block);
  const [first, second] = lectern.lines().filter((line) => line.block === block);
  return `${first.text.split(" ").slice(-2).join(" ")} ${second.text.split(" ").slice(0, 2).join(" ")}`;
};

/** Where a phrase stands in the window, brought there if so asked, and how often in the article. Runs in the page. */
const rectsOf = ([phrase, bring]) => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  let text = "";
  const places = [];
  while (walker.nextNode()) {
    [...walker.currentNode.data].forEach((letter, i) => {
      const isSpace = /\s/.test(letter);
      if (isSpace && text.endsWith(" ")) return;
      text += isSpace ? " " : letter;
      places.push([walker.currentNode, i]);
    });
  }
  const at = text.indexOf(phrase);
  const range = document.createRange();
  range.setStart(...places[at]);
  const [node, last] = places[at + phrase.length - 1];
  range.setEnd(node, last + 1);
  if (bring) places[at][0].parentElement.scrollIntoView({ block: "center", behavior: "instant" });
  return { count: text.split(phrase).length - 1, rects: [...range.getClientRects()]
    .filter(({ width, top, bottom }) => width > 8 && top > 0 && bottom < innerHeight)
    .map(({ x, y, width, height }) => ({ x, y, width, height })) };
};

/** What window.find comes upon from the start to the end. Runs in the page. */
const countHits = (phrase) => {
  getSelection().removeAllRanges();
  let count = 0;
  while (count < 50 && window.find(phrase, true, false, false)) count++;
  getSelection().removeAllRanges();
  scrollTo(0, 0);
  return count;
};

for (const [name] of engines) {
  describe(name, () => {
    const site = useSite({ start: () => launchOnScreen(name) });
    const keys = (...args) => promisify(execFile)("xdotool", args, { env: site.browser.env });

    for (const colorScheme of ["light", "dark"]) {
      test(`what the find box finds is marked on the painted words, ${colorScheme}`, async (t) => {
        const page = await site.open(t, "a/lighthouse/", { viewport: { width: 1000, height: 700 }, colorScheme });
        const phrases = [await page.evaluate(overLineEnd), "each passing beam is one flash", "Fl(2) W 15s 35m",
          "a chart outlives a lamp"];
        const clear = {};
        for (const view of ["html", "canvas"]) {
          await page.goto(`${site.url}/a/lighthouse/?view=${view}`);
          assert.equal(await page.evaluate(() => lectern.ready), view);
          const { stdout } = await keys("search", "--onlyvisible", "--name", ".");
          await keys("windowfocus", "--sync", stdout.trim().split("\n").at(-1));
          for (const phrase of phrases) {
            await page.evaluate(rectsOf, [phrase, true]);
            await stillness(page);
            const { rects: [first] } = await page.evaluate(rectsOf, [phrase]);
            const { ground } = colorsOf(await picture(page), first);
            await page.evaluate(() => scrollTo(0, 0));
            await stillness(page);
            await keys("key", "ctrl+f");
            // The box takes the focus from the page, but for Chromium's, of which it hears nothing.
            for (const end = Date.now() + (name === "chromium" ? 1000 : PATIENCE_MS);
              await page.evaluate(() => document.hasFocus()) && Date.now() < end;) await sleep(100);
            await keys("type", "--delay", "12", phrase);
            await keys("key", "Return");
            // Marked: the commonest color where it stands is another than before.
            let marks = [];
            for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(200)) {
              await stillness(page);
              const { rects } = await page.evaluate(rectsOf, [phrase]);
              const shot = await picture(page);
              marks = rects.map((rect) => colorsOf(shot, rect));
              if (marks.length && marks.every((it) => it.ground.some((c, i) => Math.abs(c - ground[i]) > 8))) break;
              marks = [];
            }
            assert.ok(marks.length, `${view}: "${phrase}" is marked`);
            const least = Math.min(...marks.map(({ ground, ink }) => contrast(ground, ink)));
            if (view === "html") clear[phrase] = least;
            else assert.ok(least > 0.8 * Math.min(clear[phrase], 6), `"${phrase}": ${least}, plain ${clear[phrase]}`);
            await keys("key", "Escape");
          }
        }
      });
    }

    test("each phrase is found as often as it stands there", async (t) => {
      const page = await site.open(t, "a/everything/", { viewport: { width: 1000, height: 700 } });
      const phrases = await page.evaluate(() => ["th", "td", "figcaption", "pre", "li .t", "summary"].map((selector) =>
        [...document.querySelectorAll(`.body ${selector}`)].map((it) => it.textContent.trim().split("\n")[0])
          .sort((a, b) => b.length - a.length)[0]));
      for (const phrase of [await page.evaluate(overLineEnd), ...phrases]) {
        const { count } = await page.evaluate(rectsOf, [phrase.replace(/\s+/g, " ")]);
        assert.ok(count > 0, phrase);
        assert.equal(await page.evaluate(countHits, phrase), count, phrase);
      }
    });
  });
}
