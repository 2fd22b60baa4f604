// SPDX-License-Identifier: MIT
// A long read: only what is near the reader is laid out and painted, the rest is plain HTML. Nobody
// may notice where the one ends and the other begins.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertKept, assertPainted, compareLines, goTo, picture, place, stats, stillness, unseen, useSite } from "./kit.mjs";

const site = useSite();
const LONG = "a/day-book/";
const quick = !!process.env.LECTERN_QUICK;

const NO_GAP = 120; // px: nothing in this text is as high and has no ink

/** The highest part of the article's column in the window that has no ink, in px. */
async function emptyHeight(page) {
  const { x, width } = await page.locator(".body").boundingBox();
  const image = await picture(page, { x: x - 12, y: 0, width: width + 12, height: page.viewportSize().height });
  let [most, now] = [0, 0];
  for (let y = 0; y < image.height; y++) {
    const [r, g, b] = image.at(0, y); // the ground, beside the column
    now++;
    for (let i = (y * image.width + 12) * 4; i < (y + 1) * image.width * 4; i += 4) {
      const { data } = image;
      if (Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) > 60) now = 0;
    }
    most = Math.max(most, now);
  }
  return most;
}

async function assertReadable(page, where) {
  await assertPainted(page, where);
  const empty = await emptyHeight(page);
  assert.ok(empty < NO_GAP, `${where}: ${empty} px without ink`);
  const laid = await page.locator(".laid").count();
  assert.ok(laid < 400, `${where}: ${laid} blocks are laid out`);
}

test("wherever the reader goes, each line is seen and stands where the page has it", async (t) => {
  const page = await site.open(t, LONG);
  assert.equal(await page.evaluate(() => lectern.ready), "canvas");
  assert.ok((await stats(page)).words > 19_000);
  await page.evaluate(() => document.querySelector(".body h2").scrollIntoView());
  await assertReadable(page, "near the top");
  for (let i = 0; i < 20; i++) await page.mouse.wheel(0, 500);
  await page.waitForFunction(() => scrollY > 8000);
  await assertReadable(page, "after the wheel");
  await page.keyboard.press("End");
  await page.waitForFunction(() => scrollY + innerHeight > document.documentElement.scrollHeight - 1);
  await stillness(page);
  const left = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
  assert.ok(left < 1, `the end is where all has its height, not ${left} px before`);
  await page.evaluate(() => document.querySelector(".body .part:last-child > :last-child").scrollIntoView({ block: "end" }));
  await assertReadable(page, "at the end");
  await page.keyboard.press("Home");
  await page.waitForFunction(() => scrollY === 0);
  await stillness(page);
  await page.evaluate(() => document.querySelector(".body h2").scrollIntoView());
  await assertReadable(page, "at the top again");
  await goTo(page, 0.5);
  await assertReadable(page, "in the middle");
  assert.equal(await page.evaluate(() => window.find("every line in them is about something", true)), true, "a phrase far off is found");
  assert.match(await page.evaluate(() => getSelection().toString()), /every line/);
  await page.waitForFunction(() => {
    const { top, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await assertReadable(page, "where a phrase was found");
});

test("nothing is blank while the wheel turns fast", async (t) => {
  const page = await site.open(t, LONG);
  await page.evaluate(() => document.querySelectorAll(".body h3")[2].scrollIntoView());
  await stillness(page);
  await page.evaluate((source) => {
    const unseen = eval(source);
    globalThis.seen = { frames: 0, painted: 0, faults: [] };
    const port = new MessageChannel();
    port.port1.onmessage = () => { // comes after the frame that asked for it
      const { faults, painted } = unseen();
      seen.frames++;
      seen.painted += painted;
      seen.faults.push(...faults.map((fault) => `at ${Math.round(scrollY)}: ${fault}`));
    };
    const sample = () => (port.port2.postMessage(0), requestAnimationFrame(sample));
    sample();
  }, `(${unseen})`);
  await page.mouse.move(400, 400);
  for (let i = 0; i < (quick ? 5 : 10); i++) {
    for (const step of [150, 400, 900]) await page.mouse.wheel(0, i % 4 === 3 ? -step : step);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  const seen = await page.evaluate(() => seen);
  assert.ok(seen.frames > 10, `${seen.frames} frames`);
  assert.ok(seen.painted > 0);
  assert.deepEqual(seen.faults, []);
});

test("in a narrower window, and a wide one again, all is seen", async (t) => {
  const page = await site.open(t, LONG);
  await goTo(page, 0.7);
  for (const width of [700, 400, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForFunction((width) => innerWidth === width, width);
    await assertReadable(page, `${width} px wide`);
  }
});

test("what changes its height above leaves the place", async (t) => {
  // The picture comes without its size, and late.
  let bring;
  const late = new Promise((done) => (bring = done));
  const page = await site.open(t, "a/everything/", {
    wait: false,
    until: "domcontentloaded",
    route: [/pilcrow\.\w+\.png$/, async (route) => (await late, route.continue())],
    init: () => addEventListener("DOMContentLoaded", () => {
      for (const it of document.querySelectorAll(".body img")) {
        it.removeAttribute("width");
        it.removeAttribute("height");
      }
    }),
  });
  await page.evaluate(() => lectern.ready);
  await stillness(page);
  const details = page.locator(".body details").first();
  await details.evaluate((it) => scrollTo(0, it.getBoundingClientRect().bottom + scrollY + 5));
  await stillness(page);
  const before = await place(page);
  const check = async (what) => {
    await stillness(page);
    await assertKept(page, before, what);
  };
  await details.evaluate((it) => (it.open = !it.open));
  await check("details");
  bring();
  await page.waitForFunction(() => [...document.querySelectorAll(".body img")].some((it) => it.naturalHeight));
  await check("pictures");
  const { faults } = await compareLines(page);
  assert.deepEqual(faults, []);
});

test("twice from end to end leaves memory and elements level", async (t) => {
  const page = await site.open(t, LONG);
  const step = quick ? 4000 : 1600;
  const figures = [];
  let most = 0;
  for (let pass = 0; pass < 2; pass++) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (const down of [true, false]) {
      for (let y = 0; y < height; y += step) {
        most = Math.max(most, await page.evaluate((y) => new Promise((done) => {
          scrollTo(0, y);
          requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelectorAll(".laid").length)));
        }), down ? y : height - y));
      }
    }
    await page.evaluate(() => scrollTo(0, 0));
    await stillness(page);
    figures.push(await page.evaluate(() => {
      const { heapBytes, atlasBytes } = lectern.stats();
      return { heapBytes, atlasBytes, elements: document.querySelectorAll(":not(i.b)").length };
    }));
  }
  assert.deepEqual(figures[1], figures[0]);
  assert.ok(most < 400, `${most} blocks were laid out`);
});

test("a selection from painted text into plain text gives the words alone", async (t) => {
  const page = await site.open(t, LONG);
  await goTo(page, 0.4);
  const { selected, source } = await page.evaluate(() => {
    const texts = [...document.querySelectorAll(".body p")];
    const painted = texts.findLastIndex((it) => it.matches(".on") && it.querySelector("i.b"));
    const [from, to] = [texts[painted], texts.find((it, i) => i > painted && !it.matches(".laid"))];
    getSelection().setBaseAndExtent(from, 0, to, to.childNodes.length);
    return { selected: getSelection().toString(),
      source: getSelection().getRangeAt(0).cloneContents().textContent };
  });
  assert.ok(source.length > 300);
  assert.equal(selected.replace(/\s+/g, ""), source.replace(/\s+/g, ""));
});

test("a drag of the mouse past the laid text goes on word by word", async (t) => {
  const page = await site.open(t, LONG);
  await goTo(page, 0.3);
  const box = await page.locator(".body").boundingBox();
  await page.mouse.move(box.x + 5, 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, 500, { steps: 4 });
  for (let i = 0; i < 6; i++) {
    await page.mouse.wheel(0, 900);
    await page.mouse.move(box.x + 300 + i, 500);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  await page.mouse.up();
  await stillness(page);
  const { selected, source } = await page.evaluate(() => {
    const range = getSelection().getRangeAt(0);
    return { selected: getSelection().toString(), source: range.cloneContents().textContent };
  });
  const bare = (text) => text.replace(/\s+/g, "");
  assert.ok(selected.length > 3000, `${selected.length} letters`);
  assert.equal(bare(selected), bare(source));
});
