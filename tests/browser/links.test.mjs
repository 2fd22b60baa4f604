// SPDX-License-Identifier: MIT
// Links on the canvas are the browser's own: other buttons, keys held down, its menu, its status bar and dragging.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { engines } from "./engines.mjs";
import { stillness, useSite, view } from "./kit.mjs";

const ARTICLE = "a/lighthouse/";

/** The middle of a painted link, which is brought into view, and its address. Runs in the page. */
const findLink = async () => {
  const link = document.querySelector(".body a[href*='spring-tides']");
  link.scrollIntoView({ block: "center", behavior: "instant" });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const [{ left, top, width, height }] = link.getClientRects();
  return { x: left + width / 2, y: top + height / 2, href: link.href };
};

for (const [name, start] of engines) {
  describe(name, () => {
    const site = useSite({ start });
    const open = async (t) => {
      const page = await site.open(t, ARTICLE, { viewport: { width: 1000, height: 700 } });
      const link = await page.evaluate(findLink);
      await stillness(page);
      assert.ok(await page.evaluate(() => document.querySelector(".body a[href*='spring-tides']").closest(".on")), "it is painted");
      return { page, link };
    };

    test("the middle button, and a key held down, open a link elsewhere and leave the page", async (t) => {
      const { page, link: { x, y, href } } = await open(t);
      // WebKitGTK's test browser knows no keys.
      const ways = [{ button: "middle" }, ...(name === "webkit" ? [] : [{ keys: ["Control"] }, { keys: ["Shift"] }])];
      for (const [i, { button, keys = [] }] of ways.entries()) {
        for (const key of keys) await page.keyboard.down(key);
        await page.mouse.click(x, y, { button });
        for (const key of keys) await page.keyboard.up(key);
        for (const end = Date.now() + 15_000; ;) {
          const opened = (await page.addresses()).filter((it) => it === href);
          if (opened.length === i + 1) break;
          assert.ok(Date.now() < end, `${button ?? keys.join("+")}: ${opened.length} tabs have it`);
          await new Promise((done) => setTimeout(done, 50));
        }
        await page.bringToFront?.();
      }
      assert.ok((await page.evaluate(() => location.href)).endsWith(ARTICLE));
      assert.equal(await view(page), "canvas");
    });

    test("the menu and the status bar are the link's", async (t) => {
      const { page, link: { x, y, href } } = await open(t);
      await page.evaluate(() => addEventListener("contextmenu", ({ target, defaultPrevented }) =>
        (globalThis.asked = [target.closest("a")?.href, defaultPrevented])));
      await page.mouse.move(x, y);
      await page.mouse.move(x + 1, y);
      if (page.status) {
        for (const end = Date.now() + 15_000; await page.status() !== href;) assert.ok(Date.now() < end, await page.status());
      }
      assert.equal(await page.evaluate(([x, y]) => getComputedStyle(document.elementFromPoint(x, y)).cursor === "pointer" ||
        document.elementFromPoint(x, y).closest("a").matches(":any-link:hover"), [x, y]), true, "the pointer is over the link");
      await page.mouse.click(x, y, { button: "right" });
      await page.waitForFunction(() => globalThis.asked);
      assert.deepEqual(await page.evaluate(() => globalThis.asked), [href, false]);
      if (page.menu) assert.deepEqual(await page.menu(), { state: "open", link: href });
    });

    test("a link can be dragged away", async (t) => {
      const { page, link: { x, y, href } } = await open(t);
      await page.evaluate(() => addEventListener("dragstart", ({ dataTransfer, defaultPrevented }) =>
        (globalThis.dragged = [dataTransfer.getData("text/uri-list"), defaultPrevented])));
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (const by of [4, 10, 20, 40]) await page.mouse.move(x + by, y + by);
      await page.waitForFunction(() => globalThis.dragged);
      await page.mouse.up();
      assert.deepEqual(await page.evaluate(() => globalThis.dragged), [href, false]);
      assert.ok((await page.evaluate(() => location.href)).endsWith(ARTICLE));
    });
  });
}
