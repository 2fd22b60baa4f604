// SPDX-License-Identifier: MIT
// The canvas beside the browser's own drawing of the same lines: a reader must not see which it is. When
// they differ by more than they should, both pictures are left in build/test/pictures/.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { decodePng } from "../browser/png.mjs";
import { difference, root, settled, stillness, useSite } from "../browser/kit.mjs";

const site = useSite();
const quick = !!process.env.LECTERN_QUICK;
const folder = join(root, "build/test/pictures");
const KEEP = process.env.LECTERN_KEEP_PICTURES; // all of them, to look through

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1180 };
const DESK = { width: 1440, height: 900 };

// Sizes, themes and resolutions chosen so that each pair of them comes up, not each three.
const LOOKS = [[PHONE, "light", 2], [PHONE, "dark", 1], [TABLET, "light", 1], [TABLET, "dark", 2],
  [DESK, "light", 1], [DESK, "dark", 2], [DESK, "dark", 1], [PHONE, "light", 1]];

/** Glyphs are rastered by the same engine at the same places, up to the rounding of a px. */
const MOST = 0.01;
const ALL = Infinity;
const PAGES = [ // path, how many windows of it, share of px that may differ, looks
  ["a/lighthouse/", 3, MOST, [0, 3, 4]],
  ["a/everything/", ALL, MOST, [4, 5]],
  ["a/star-names/", 3, MOST, [2, 1]],
  ["a/element-characters/", 3, MOST, [3]],
  ["a/shunya/", 3, MOST, [0, 6]],
  ["a/einundzwanzig/", 3, MOST, [6]],
  ["a/day-book/", 2, MOST, [7, 2]],
  ["", 2, 0, [0, 5]],
  ["c/science/", 1, 0, [1]],
  ["map/", 1, 0, [2]],
];

/** Shows what the canvas has painted as the browser draws it, or takes that back. Runs in the page. */
const asText = (so) => {
  document.querySelector("#lectern-canvas").hidden = so;
  if (so) globalThis.painted = [...document.querySelectorAll(".on")];
  for (const it of globalThis.painted) it.classList.toggle("on", !so);
};

/** Pictures of so many windows of a page; `drawn`: with the browser's drawing of what the canvas paints. */
async function shots(page, windows, drawn) {
  const pictures = [];
  const height = page.viewportSize().height;
  for (let i = 0; i < windows; i++) {
    await page.evaluate((y) => scrollTo(0, y), i * height * 0.9);
    await stillness(page);
    if (drawn) await page.evaluate(asText, true);
    pictures.push(await page.screenshot({ scale: "device", caret: "initial" }));
    if (drawn) await page.evaluate(asText, false);
    if (await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1)) break;
  }
  return pictures;
}

for (const [path, windows, most, looks] of quick ? PAGES.filter(([path]) => /lighthouse|star/.test(path)) : PAGES) {
  for (const look of quick ? looks.slice(0, 1) : looks) {
    const [viewport, colorScheme, deviceScaleFactor] = LOOKS[look];
    const name = `${path.replace(/^a\/|\/$/g, "").replace(/\W/g, "-") || "front"}-` +
      `${viewport.width}-${colorScheme}-${deviceScaleFactor}`;
    test(`${path || "the front page"} ${viewport.width} px wide, ${colorScheme}, ${deviceScaleFactor} px for one`, async (t) => {
      const isPhone = viewport === PHONE;
      const options = { viewport, colorScheme, deviceScaleFactor, hasTouch: isPhone, isMobile: isPhone };
      const count = quick ? Math.min(windows, 3) : windows;
      const views = [];
      const heights = [];
      // The canvas, and the browser's drawing of the same, are of two pages: one that was changed from the one to the other
      // and back shows parts of both now and then, in Chromium, until something else is drawn.
      for (const kind of path.startsWith("a/") ? ["?view=html", "canvas", "drawn"] : ["?view=html", ""]) {
        const isPainted = kind === "canvas" || kind === "drawn";
        const page = await site.open(t, path + (isPainted ? "" : kind), options);
        if (isPainted) assert.equal(await page.evaluate(() => lectern.ready), "canvas");
        await settled(page);
        heights.push(await page.evaluate(() => document.documentElement.scrollHeight));
        // Chromium scales a picture down in one of two ways, tile by tile, as it comes.
        if (!most) await page.locator("img").evaluateAll((all) => all.forEach((it) => (it.style.visibility = "hidden")));
        // Of an article the lines are the core's: the browser's own page is as high, and no more is compared with it.
        if (isPainted || !path.startsWith("a/")) views.push(await shots(page, count, kind === "drawn"));
        await page.context().close();
      }
      if (path.startsWith("a/")) views.reverse(); // the browser's first
      const pairs = views[0].map((it, i) => [it, views[1][i]]);
      const over = [];
      let worst = 0;
      for (const [i, [html, canvas]] of pairs.entries()) {
        const share = canvas ? difference(decodePng(html), decodePng(canvas)) : 1;
        worst = Math.max(worst, share);
        if (share > most) over.push(`window ${i + 1}: ${(100 * share).toFixed(2)} %`);
        if (share <= most && !KEEP) continue;
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `${name}-${i + 1}-html.png`), html);
        if (canvas) await writeFile(join(folder, `${name}-${i + 1}-canvas.png`), canvas);
      }
      t.diagnostic(`worst: ${(100 * worst).toFixed(3)} % of the px differ`);
      assert.deepEqual(over, [], `pictures in ${folder}`);
      assert.ok(Math.abs(heights[0] - heights[1]) <= 1, `${heights} px high`);
    });
  }
}
