// SPDX-License-Identifier: MIT
// The reader's room in all three engines: a smoke run of each part.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { engines } from "./engines.mjs";
import { compareLines, difference, inkOf, lines, picture, settled, showText, stats, stillness, useSite } from "./kit.mjs";

const press = (selector) => document.querySelector(selector).click();
const choose = ([name, value]) => {
  const input = document.querySelector(name === "size" ? ".panel [type=range]" : `.panel [name=${name}][value=${value}]`);
  if (name !== "size") return void input.click();
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
};
const isThere = (selector) => !!document.querySelector(selector);
const isGone = (selector) => !document.querySelector(selector);

for (const [name, start] of engines) {
  describe(name, () => {
    const site = useSite({ start });

    test("settings are put on at once, painted where the browser has them, and there after a reload", async (t) => {
      const page = await site.open(t, "a/lighthouse/", { viewport: { width: 1000, height: 700 } });
      assert.equal(await settled(page), "canvas", (await stats(page)).reason);
      await page.evaluate(press, "[data-room=settings]");
      await page.waitForFunction(isThere, "dialog.panel[open]");
      for (const choice of [["theme", "sepia"], ["size", "5"], ["leading", "loose"], ["measure", "narrow"], ["face", "serif"], ["size", "8"], ["align", "justified"]]) {
        await page.evaluate(choose, choice);
        await page.waitForFunction(() => document.fonts.status === "loaded");
        await stillness(page);
        const { view, reason } = await stats(page);
        // WebKit rounds what is as wide as a letter at some sizes: there the HTML may show.
        if (name === "webkit" && view === "html") {
          assert.match(reason, /px off/);
          continue;
        }
        assert.equal(view, "canvas", `${choice}: ${reason}`);
        const { faults, compared } = await compareLines(page);
        assert.deepEqual(faults, [], String(choice));
        assert.ok(compared > 3, `${choice}: ${compared} lines`);
      }
      const look = () => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.documentElement).fontSize];
      assert.deepEqual(await page.evaluate(look), ["rgb(246, 236, 217)", "24px"]);
      await page.reload();
      await settled(page);
      assert.deepEqual(await page.evaluate(look), ["rgb(246, 236, 217)", "24px"]);
      if (name === "webkit" && (await stats(page)).view === "html") return;
      assert.deepEqual((await compareLines(page)).faults, []);
      assert.equal((await stats(page)).view, "canvas", (await stats(page)).reason);
    });

    test("justified text has straight edges and broken words hyphens, painted as in the HTML, and neither is copied", async (t) => {
      const page = await site.open(t, "a/long-words/", { viewport: { width: 500, height: 900 } });
      assert.equal(await settled(page), "canvas", (await stats(page)).reason);
      await page.evaluate(press, "[data-room=settings]");
      await page.waitForFunction(isThere, "dialog.panel[open]");
      await page.evaluate(choose, ["align", "justified"]);
      await page.evaluate(choose, ["hyphens", "on"]);
      await page.evaluate(() => document.querySelector("dialog.panel .close").click());
      await page.waitForFunction(isGone, "dialog.panel[open]");
      await page.waitForFunction(() => lectern.lines().some(({ hyphen }) => hyphen));
      await stillness(page);
      const { faults } = await compareLines(page, 0.5, 1);
      assert.deepEqual(faults, []);
      const prose = await page.evaluate(() => [...document.querySelectorAll(".body :is(p, .t)")].map((it) => Number(it.dataset.block)));
      const all = (await lines(page)).filter(({ block }) => prose.includes(block));
      const inner = all.filter((line, i) => all[i + 1]?.block === line.block);
      const right = await page.evaluate(() => document.querySelector(".body").getBoundingClientRect().right);
      assert.ok(inner.length > 6, `${inner.length} lines`);
      for (const { text, x, width, hyphen = 0 } of inner) assert.ok(Math.abs(x + width + hyphen - right) < 0.5, `"${text}" ends at ${x + width + hyphen}, not ${right}`);
      const parted = inner.filter(({ hyphen }) => hyphen);
      assert.ok(parted.length, "a word is broken");
      assert.ok(!parted.some(({ text }) => text.endsWith("Messwert")), "code is not");
      const painted = await picture(page);
      for (const { text, x, y, width, height, hyphen } of parted) assert.ok(inkOf(painted, { x: x + width, y, width: hyphen, height }) > 0.01, text);
      await page.evaluate(showText);
      const share = difference(painted, await picture(page));
      assert.ok(share < 0.015, `${(100 * share).toFixed(2)} % of the px differ`);
      const text = await page.evaluate(() => {
        addEventListener("copy", ({ clipboardData }) => (globalThis.copied = clipboardData.getData("text/plain")));
        getSelection().selectAllChildren(document.querySelector(".body p"));
        return document.querySelector(".body p").textContent;
      });
      await page.keyboard.press("Control+c");
      await page.waitForFunction(() => globalThis.copied);
      const plain = (it) => it.replace(/\s+/g, " ").trim();
      assert.equal(plain(await page.evaluate(() => globalThis.copied)), plain(text));
      await page.goto(`${site.url}/a/long-words/?view=html`);
      await settled(page);
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".body p")).textAlign), "justify");
    });

    test("contents, progress, keys and code", async (t) => {
      const page = await site.open(t, "a/everything/", { viewport: { width: 1500, height: 700 } });
      await page.waitForFunction(isThere, ".beside a");
      await page.evaluate(() => document.querySelectorAll(".body h2")[3].scrollIntoView());
      await page.waitForFunction(() => document.querySelector(".beside [aria-current]")?.textContent === document.querySelectorAll(".body h2")[3].textContent);
      await page.waitForFunction(() => document.querySelector(".progress")?.getBoundingClientRect().width > 100);
      await page.waitForFunction(() => /^\d+ min left$/.test(document.querySelector(".room .left")?.textContent));
      await page.waitForFunction(isThere, "pre .copy-code");
      await page.keyboard.press("?");
      await page.waitForFunction(isThere, "dialog.panel[open] kbd");
      await page.evaluate(press, ".panel .close");
      await page.waitForFunction(isGone, "dialog");
      await page.evaluate(() => getSelection().selectAllChildren(document.querySelector(".body p")));
      await page.waitForFunction(isThere, ".room .passage:not([hidden])");
      await stillness(page);
      assert.equal((await stats(page)).view, "canvas", (await stats(page)).reason);
    });

    test("a marked passage is drawn at the next visit, and read aloud with the rest", async (t) => {
      const page = await site.open(t, "a/lighthouse/", { viewport: { width: 1000, height: 700 } });
      await page.evaluate(() => getSelection().selectAllChildren(document.querySelector(".body p")));
      await page.waitForFunction(isThere, ".room .passage:not([hidden])");
      await page.evaluate(press, ".room .passage");
      await page.waitForFunction(isThere, "dialog.panel[open] .row button");
      await page.evaluate(press, "dialog .row button");
      await page.waitForFunction(isThere, "dialog textarea");
      await page.evaluate(press, ".panel .close");
      await page.reload();
      await settled(page);
      await page.waitForFunction(() => CSS.highlights.get("lectern-marks")?.size === 1);
      const text = (it) => it.replace(/\s+/g, " ").trim();
      assert.equal(text(await page.evaluate(() => String([...CSS.highlights.get("lectern-marks")][0]))),
        text(await page.evaluate(() => document.querySelector(".body p").textContent)));
      await page.evaluate(() => document.querySelector(".body p").scrollIntoView({ block: "center" }));
      await stillness(page);
      const before = await picture(page);
      await page.evaluate(() => CSS.highlights.get("lectern-marks").clear());
      await stillness(page);
      assert.ok(difference(before, await picture(page)) > 0.002, "it is seen");
      // Where there is no voice that is said.
      await page.evaluate(press, "[data-room=listen]");
      await page.waitForFunction(() => /no voice for this language/.test(document.querySelector(".aloud, .notice")?.textContent ?? "") ||
        document.querySelector(".aloud select + select option"));
      assert.equal((await stats(page)).view, "canvas", (await stats(page)).reason);
    });

    test("who comes back goes on where they stopped", async (t) => {
      const page = await site.open(t, "a/lighthouse/", { viewport: { width: 700, height: 500 } });
      await page.evaluate(() => scrollTo(0, 1500));
      await page.waitForFunction(() => Object.keys(localStorage).some((it) => it.endsWith(" places")));
      await page.goto(`${site.url}/map/`);
      await page.goto(`${site.url}/a/lighthouse/`);
      await page.waitForFunction(isThere, ".notice .again");
      await stillness(page);
      const y = await page.evaluate(() => scrollY);
      assert.ok(Math.abs(y - 1500) < 60, `${y} px, and not 1500`);
    });
  });
}
