// SPDX-License-Identifier: MIT
// For readers who hear a page, use keys alone or see little: axe-core's rules, keys and focus, contrast as
// the canvas's px have it, and what is announced. What assistive technology finds is compared with the
// plain page in everywhere.test.mjs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { engines } from "./engines.mjs";
import { colorsOf, contrast, lines, picture, PHONE, root, settled, stillness, useSite } from "./kit.mjs";

const axe = await readFile(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const quick = !!process.env.LECTERN_QUICK;

const PAGES = ["a/everything/", "a/lighthouse/", "", "c/science/", "a/star-names/", "map/", "404.html"];
const DESK = { viewport: { width: 1280, height: 900 } };

/** Every rule of axe-core, the best practices too. What it calls incomplete is returned as well. */
async function assertNoFaults(page, what) {
  await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate(async () => {
    const brief = (rules) => rules.map(({ id, nodes }) =>
      `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary ?? ""}`).join("; ")}`);
    const found = await globalThis.axe.run(document, { rules: { "target-size": { enabled: true } } });
    return { violations: brief(found.violations), incomplete: brief(found.incomplete) };
  });
  assert.deepEqual(violations, [], what);
  return incomplete;
}

/** Puts the focus on a button by its name, as a key would. Runs in the page. */
const focusOn = async (name) => {
  const button = [...document.querySelectorAll("button")].find((it) => it.textContent.trim() === name);
  button.scrollIntoView({ block: "center", behavior: "instant" });
  button.focus({ focusVisible: true });
  const { x, y, height } = button.getBoundingClientRect();
  return { x, middle: y + height / 2 };
};

/** What Tab leads to, in reading order. Runs in the page. */
const stops = () => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter((it) => it.checkVisibility() && !it.closest("[hidden]") && !it.disabled)
  .filter((it) => !it.matches(".button-input") && getComputedStyle(it).visibility === "visible")
  .map((it) => it.textContent.trim().slice(0, 30));

/** Whether two pictures differ anywhere in a box. */
function differ(a, b, { x, y, width, height }) {
  for (let row = Math.floor(y); row < Math.min(a.height, Math.ceil(y + height)); row++) {
    for (let column = Math.floor(x); column < Math.min(a.width, Math.ceil(x + width)); column++) {
      if ([0, 1, 2].some((i) => a.at(column, row)[i] !== b.at(column, row)[i])) return true;
    }
  }
  return false;
}

for (const [name, start] of engines) {
  describe(name, () => {
    const site = useSite({ start });
    const open = async (t, path, options = {}) => {
      const page = await site.open(t, path, { ...DESK, ...options });
      await page.bringToFront();
      return page;
    };
    const isChromium = name === "chromium";

    const SCREENS = [["on a desk", DESK], ["on a phone, dark", { ...PHONE, colorScheme: "dark" }]];
    // The rules look at the page's elements and styles, which are the same in each engine, and at where it puts them.
    for (const [what, options] of isChromium ? SCREENS : SCREENS.slice(0, 1)) {
      test(`axe-core finds no fault in any page, plain or painted, ${what}`, async (t) => {
        const page = await open(t, "", { ...options, expected: /404/, wait: false });
        for (const path of quick ? PAGES.slice(0, 1) : isChromium ? PAGES : PAGES.slice(0, 4)) {
          const views = path.startsWith("a/") ? ["html", "canvas"] : ["html"];
          for (const view of views) {
            await page.goto(`${site.url}/${path}${path.startsWith("a/") ? `?view=${view}` : ""}`);
            if (path.startsWith("a/")) assert.equal(await settled(page), view, path);
            const incomplete = await assertNoFaults(page, `${path} ${view}`);
            // Colours over and under a canvas are not for it to judge: see below. Nor is an arrow as a name.
            assert.deepEqual(incomplete.filter((it) => !/^(color-contrast|label-content-name-mismatch: .*#fnref)/.test(it)),
              [], `${path} ${view}`);
          }
        }
      });
    }


    // The colours are the same in each engine.
    for (const colorScheme of isChromium ? ["light", "dark"] : ["dark"]) {
      test(`text on the canvas has 4.5 times its ground's luminance, ${colorScheme}`, async (t) => {
        const scale = 2; // strokes are whole px then
        const page = await open(t, "a/everything/",
          { viewport: { width: 700, height: 1000 }, deviceScaleFactor: scale, colorScheme });
        let [measured, least] = [0, Infinity];
        for (let y = 0, end = 1; y < end; y += isChromium ? 980 : 3 * 980) {
          await page.evaluate((y) => scrollTo(0, y), y);
          await stillness(page);
          const shot = await picture(page);
          const top = await page.evaluate(() => scrollY);
          for (const line of await lines(page)) {
            const box = { x: line.x * scale, y: (line.y - top) * scale,
              width: Math.min(line.width, 120) * scale, height: line.height * scale };
            if (!/\w/.test(line.text) || box.y < 0 || box.y + box.height > shot.height) continue;
            const { ground, ink } = colorsOf(shot, box);
            assert.equal(Math.max(...ground) < 128, colorScheme === "dark", `"${line.text}" stands on ${ground}`);
            const found = ink ? contrast(ground, ink) : 1;
            assert.ok(found >= 4.5, `"${line.text}": ${ink} on ${ground} is ${found.toFixed(2)}`);
            least = Math.min(least, found);
            measured++;
          }
          end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight + 980);
        }
        t.diagnostic(`${measured} lines, at least ${least.toFixed(2)}`);
        assert.ok(measured > 50, `${measured} lines`);
      });

      test(`focus rings and pressed moods have 3 times their ground's luminance, ${colorScheme}`, async (t) => {
        const page = await open(t, "a/lighthouse/", { viewport: { width: 1000, height: 700 }, deviceScaleFactor: 2, colorScheme });
        const { x, middle } = await page.evaluate(focusOn, "Amused");
        await page.evaluate(() => document.activeElement.blur());
        await stillness(page);
        const at = async (x, y) => [...(await picture(page)).at(Math.round(2 * x), Math.round(2 * y)).subarray(0, 3)];
        const [page_, rest] = [await at(x - 3, middle), await at(x + 4, middle)];
        await page.keyboard.press("Tab"); // from here on a focus is seen
        await page.evaluate(focusOn, "Amused");
        await stillness(page);
        const shot = await picture(page);
        const ring = colorsOf(shot, { x: 2 * (x - 5), y: 2 * middle - 10, width: 8, height: 20 });
        const found = [ring.ground, ring.ink].filter(Boolean).map((it) => contrast(it, page_));
        assert.ok(Math.max(...found) >= 3, `the ring: ${ring.ground}, ${ring.ink} on ${page_}`);
        await page.keyboard.press("Enter");
        await page.waitForFunction(() => document.activeElement.getAttribute("aria-pressed") === "true");
        await stillness(page);
        const pressed = await at(x + 4, middle);
        assert.ok(contrast(pressed, rest) >= 3, `pressed ${pressed}, else ${rest}`);
      });
    }

    test("Tab leads through all of a page in reading order, each stop in view and ringed on the canvas", async (t) => {
      const page = await open(t, "a/everything/");
      const wanted = await page.evaluate(stops);
      assert.ok(wanted.length > 20, `${wanted.length} stops`);
      const seen = [];
      const unringed = [];
      for (let i = 0; i < wanted.length + 10; i++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === document.body || element === document.documentElement) return null;
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return { text: element.textContent.trim().slice(0, 30), isStop: element.matches("a, button, input, summary, [tabindex='0']"),
            isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
            box: { x: Math.max(0, left - 6), y: Math.max(0, top - 6), width: right - left + 12, height: bottom - top + 12 } };
        });
        // After the last the focus leaves the page, or goes round.
        if (!at || seen.length === wanted.length) break;
        if (at.isStop) seen.push(at.text);
        assert.ok(at.isInView, `"${at.text}" is in view`);
        if (quick || i % (isChromium ? 6 : 18)) continue; // two pictures each
        await stillness(page);
        const ringed = await picture(page);
        await page.evaluate(() => {
          globalThis.focused = document.activeElement;
          globalThis.focused.blur();
        });
        await stillness(page);
        if (!differ(ringed, await picture(page), at.box)) unringed.push(at.text);
        await page.evaluate(() => globalThis.focused.focus({ focusVisible: true }));
      }
      assert.deepEqual(seen, wanted);
      assert.deepEqual(unringed, []);
    });

    test("the first Tab offers to skip to the text", async (t) => {
      for (const path of ["a/lighthouse/", "", "c/science/", "map/", "404.html"]) {
        const page = await open(t, path, { wait: path.startsWith("a/"), expected: /404/ });
        const box = () => page.evaluate(() => {
          const { x, y, height } = document.querySelector(".skip").getBoundingClientRect();
          return { x, y, height };
        });
        assert.ok((await box()).y < 0, "it is out of the way");
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => document.activeElement.className), "skip", path);
        const { x, y, height } = await box();
        assert.ok(y >= 0 && x >= 0 && height >= 24, `${path}: it is seen`);
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        await page.waitForFunction(() => document.querySelector("main").contains(document.activeElement));
      }
    });

    test("what is done is announced once", async (t) => {
      const page = await open(t, "a/lighthouse/", { permissions: ["clipboard-read", "clipboard-write"] });
      await page.evaluate(() => {
        globalThis.said = [];
        new MutationObserver((records) => records.forEach(({ target }) => {
          const live = (target.nodeType === 1 ? target : target.parentElement).closest("[role=status], [aria-live]");
          if (live?.textContent) globalThis.said.push(live.textContent);
        })).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      const said = () => page.evaluate(() => globalThis.said.splice(0));
      for (const [button, words] of [["Amused", /./], ["Copy link", /^The link is copied\.$/]]) {
        await page.evaluate(focusOn, button);
        await page.keyboard.press("Enter");
        await page.waitForFunction(() => globalThis.said.length);
        await stillness(page);
        const all = await said();
        assert.equal(all.length, 1, all.join(" | "));
        assert.match(all[0], words);
      }
    });

    test("another article begins at its title, which has the focus", async (t) => {
      const page = await open(t, "a/lighthouse/");
      await page.evaluate(() => document.querySelector("a[rel=next], a[rel=prev]").focus());
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.localName === "h1");
      assert.ok(await page.evaluate(() => document.title.startsWith(document.querySelector("h1").textContent)));
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() =>
        !!(document.querySelector("h1").compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)));
    });
  });
}
