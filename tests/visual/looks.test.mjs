// SPDX-License-Identifier: MIT
// The canvas beside the browser's own drawing of the same page: a reader must not see which it is. When
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

async function shots(page, windows) {
  const pictures = [];
  const height = page.viewportSize().height;
  for (let i = 0; i < windows; i++) {
    await page.evaluate((y) => scrollTo(0, y), i * height * 0.9);
    await stillness(page);
    pictures.push(await page.screenshot({ scale: "device", caret: "initial" }));
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
      const sets = [];
      for (const query of ["?view=html", ""]) {
        const page = await site.open(t, path + query, options);
        if (!query && path.startsWith("a/")) assert.equal(await page.evaluate(() => lectern.ready), "canvas");
        await settled(page);
        // Chromium scales a picture down in one of two ways, tile by tile, as it comes.
        if (!most) await page.locator("img").evaluateAll((all) => all.forEach((it) => (it.style.visibility = "hidden")));
        sets.push(await shots(page, count));
        await page.context().close();
      }
      const [html, canvas] = sets;
      const over = [];
      let worst = 0;
      for (const [i, bytes] of html.entries()) {
        const share = canvas[i] ? difference(decodePng(bytes), decodePng(canvas[i])) : 1;
        worst = Math.max(worst, share);
        if (share > most) over.push(`window ${i + 1}: ${(100 * share).toFixed(2)} %`);
        if (share <= most && !KEEP) continue;
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `${name}-${i + 1}-html.png`), bytes);
        if (canvas[i]) await writeFile(join(folder, `${name}-${i + 1}-canvas.png`), canvas[i]);
      }
      t.diagnostic(`worst: ${(100 * worst).toFixed(3)} % of the px differ`);
      assert.deepEqual(over, [], `pictures in ${folder}`);
      assert.equal(canvas.length, html.length);
    });
  }
}
