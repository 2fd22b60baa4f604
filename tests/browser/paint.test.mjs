// SPDX-License-Identifier: MIT
// What is painted is what lines() and the twin say, at the place that they say, and only there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { average, compareLines, difference, inkOf, launch, lines, picture, stillness, useSite } from "./kit.mjs";

const site = useSite();
const SIZES = {
  "a wide window": { viewport: { width: 1280, height: 800 } },
  "two device px for a CSS px": { viewport: { width: 1100, height: 700 }, deviceScaleFactor: 2 },
  "one and a quarter": { viewport: { width: 1100, height: 700 }, deviceScaleFactor: 1.25 },
  "a phone": { viewport: { width: 390, height: 780 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true },
};

const sizes = Object.entries(SIZES).slice(0, process.env.LECTERN_QUICK ? 1 : undefined);
for (const [name, options] of sizes) {
  for (const id of ["many-scripts", "lighthouse"]) {
    test(`every DOM line of ${id} is within 1 px of the painted one, on ${name}`, async () => {
      const page = await site.look(`a/${id}/`, options);
      assert.equal(await page.evaluate(() => lectern.ready), "canvas");
      let total = 0;
      for (let y = 0; ; y += 3 * options.viewport.height) {
        await page.evaluate((to) => scrollTo(0, to), y);
        await stillness(page);
        const { faults, compared } = await compareLines(page);
        assert.deepEqual(faults, []);
        total += compared;
        if (await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1)) break;
      }
      assert.ok(total > 40, `${total} lines compared`);
    });
  }

  test(`there is ink on the canvas where lines() says, on ${name}`, async () => {
    const page = await site.look("a/lighthouse/", options);
    await page.evaluate(() => scrollTo(0, 0));
    await stillness(page);
    const dpr = options.deviceScaleFactor ?? 1;
    const image = await picture(page);
    const seen = (await lines(page)).filter((line) => line.y > 0 && line.y + line.height < options.viewport.height);
    assert.ok(seen.length > 5);
    for (const line of seen) {
      const box = { x: line.x * dpr, y: line.y * dpr, width: line.width * dpr, height: line.height * dpr };
      assert.ok(inkOf(image, box) > 0.03, `"${line.text}" has ink`);
    }
  });
}

test("the text that is seen is the canvas's: without it the painted blocks are empty", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  await page.evaluate(() => scrollTo(0, 600));
  await stillness(page);
  const clip = await page.locator(".body p").nth(1).boundingBox();
  assert.ok(inkOf(await picture(page, clip)) > 0.02);
  await page.evaluate(() => document.querySelector("#lectern-canvas").toggleAttribute("hidden", true));
  assert.equal(inkOf(await picture(page, clip)), 0);
});

test("the canvas looks as the HTML does", async (t) => {
  const shots = [];
  for (const query of ["?view=html", ""]) {
    const page = await site.open(t, `a/lighthouse/${query}`);
    shots.push(await picture(page));
  }
  assert.ok(difference(...shots) < 0.01, `${(100 * difference(...shots)).toFixed(2)} % of the px differ`);
});

test("the dark theme is dark on the canvas too, and follows the system while open", async (t) => {
  const page = await site.open(t, "a/lighthouse/", { colorScheme: "dark" });
  assert.equal(await page.evaluate(() => lectern.ready), "canvas");
  const dark = await picture(page);
  assert.ok(Math.max(...average(dark)) < 110, "dark");
  const [r, g, b] = dark.at(4, 700);
  assert.deepEqual([r, g, b], [0x17, 0x16, 0x14], "the ground is paper's dark value");
  await page.emulateMedia({ colorScheme: "light" });
  await stillness(page);
  const light = await picture(page);
  assert.ok(Math.min(...average(light)) > 150, "light");
  assert.ok(inkOf(light, { x: 300, y: 80, width: 600, height: 300 }) > 0.01);
});

test("scrolling to the end paints the end", async (t) => {
  const page = await site.open(t, "a/many-scripts/");
  for (let i = 0; i < 40; i++) await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
  await stillness(page);
  const seen = await page.evaluate(() => lectern.lines()
    .filter((line) => line.y > scrollY + 10 && line.y + line.height < scrollY + innerHeight - 10)
    .map((line) => ({ ...line, y: line.y - scrollY })));
  assert.ok(seen.length > 3);
  const image = await picture(page);
  for (const line of seen) assert.ok(inkOf(image, line) > 0.03, `"${line.text}" has ink`);
});

test("another size of the window is laid out and painted anew", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  const before = (await lines(page)).length;
  await page.setViewportSize({ width: 480, height: 700 });
  await stillness(page);
  const { faults } = await compareLines(page);
  assert.deepEqual(faults, []);
  const after = await lines(page);
  assert.notEqual(after.length, before);
  assert.ok(after.every((line) => line.x + line.width <= 480), "no line is cut off");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 480);
  assert.equal(await page.evaluate(() => document.querySelector("#lectern-canvas").width), 480);
});

for (const scale of [1, 1.25, 1.5, 2]) {
  test(`one px of the canvas is one px of a screen with ${scale} for a CSS px`, async (t) => {
    // Emulated scales do not reach the box that is asked for here.
    const browser = await launch([`--force-device-scale-factor=${scale}`]);
    t.after(() => browser.close());
    const page = await site.open(t, "a/lighthouse/", { browser, viewport: null });
    assert.equal(await page.evaluate(() => devicePixelRatio), scale);
    await page.evaluate(() => scrollTo(0, 777));
    await stillness(page);
    const { box, size, top } = await page.evaluate(async () => {
      const canvas = document.querySelector("#lectern-canvas");
      const [{ inlineSize, blockSize }] = await new Promise((done) => {
        new ResizeObserver(([entry]) => done(entry.devicePixelContentBoxSize))
          .observe(canvas, { box: "device-pixel-content-box" });
      });
      const top = (canvas.getBoundingClientRect().top + scrollY) * devicePixelRatio;
      return { box: [inlineSize, blockSize], size: [canvas.width, canvas.height], top };
    });
    assert.deepEqual(size, box);
    assert.ok(Math.abs(top - Math.round(top)) < 0.02, `its top is at ${top} device px`);
  });
}

test("what is in view as HTML keeps its lines on the canvas until the page has another width", async (t) => {
  const viewport = { width: 390, height: 900 };
  // How far down each word in view is.
  const words = (page) => page.evaluate(() => [...document.querySelectorAll(".body p")].flatMap((it) => {
    const tops = [], range = document.createRange(), walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const { index, 0: word } of walker.currentNode.data.matchAll(/\S+/g)) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        tops.push([word, Math.round(range.getBoundingClientRect().top)]);
      }
    }
    return tops;
  }).filter(([, top]) => top < innerHeight));
  const asHtml = await words(await site.open(t, "a/saccades/?view=html", { viewport }));
  const page = await site.open(t, "a/saccades/", { viewport });
  assert.ok(asHtml.length > 20, `${asHtml.length} words`);
  assert.deepEqual(await words(page), asHtml);
  for (const width of [420, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await stillness(page);
  }
  assert.notDeepEqual(await words(page), asHtml, "then they are as even as can be");
  assert.deepEqual((await compareLines(page)).faults, []);
});

test("a bullet is as large before a key or code as before a word", async () => {
  const page = await site.look("a/bullets/", { viewport: { width: 1100, height: 700 }, deviceScaleFactor: 2 });
  assert.equal(await page.evaluate(() => lectern.ready), "canvas");
  const boxes = await page.evaluate(() => [...document.querySelectorAll(".body li")].map((it) => {
    const { x, y, height } = it.getBoundingClientRect();
    return { x: x - 24, y, width: 20, height };
  }));
  const inks = [];
  for (const box of boxes) inks.push(inkOf(await picture(page, box)) * box.height);
  assert.equal(inks.length, 4);
  assert.ok(inks[0] > 0 && inks.every((it) => Math.abs(it - inks[0]) < 0.1 * inks[0]), String(inks));
});
