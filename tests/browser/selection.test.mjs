// SPDX-License-Identifier: MIT
// Find, selection and copy are the browser's own, over lines that the core has broken.
import assert from "node:assert/strict";
import { test } from "node:test";
import { picture, stillness, useSite } from "./kit.mjs";

const site = useSite();
const permissions = ["clipboard-read", "clipboard-write"];

/** Two words that a line end of the first paragraph stands between. */
const acrossLineEnd = (page) => page.evaluate(() => {
  const block = Number(document.querySelector(".body p").dataset.block);
  const [first, second] = lectern.lines().filter((line) => line.block === block);
  return `${first.text.split(" ").pop()} ${second.text.split(" ")[0]}`;
});

test("a phrase over a line end is found", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  const phrase = await acrossLineEnd(page);
  assert.ok(await page.locator(".body p").first().locator("i.b").count() > 0, "the paragraph has markers");
  assert.equal(await page.evaluate((it) => window.find(it, true), phrase), true, phrase);
  assert.equal((await page.evaluate(() => getSelection().toString())).replace(/\s+/g, " "), phrase);
});

test("a phrase far below the window is found", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  assert.equal(await page.evaluate(() => window.find("a chart outlives a lamp")), true);
  await page.waitForFunction(() => scrollY > 300);
});

test("a selection is seen, and goes on line by line under the mouse", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  await page.evaluate(() => scrollTo(0, 600));
  await stillness(page);
  const box = await page.locator(".body p").first().boundingBox();
  const before = await picture(page, box);
  await page.mouse.move(box.x + 100, box.y + 15);
  await page.mouse.down();
  const lengths = [];
  for (const [dx, dy] of [[200, 15], [box.width + 30, 15], [150, 46], [400, 46]]) {
    await page.mouse.move(box.x + dx, box.y + dy, { steps: 4 });
    lengths.push(await page.evaluate(() => getSelection().toString().length));
  }
  await page.mouse.up();
  for (let i = 1; i < lengths.length; i++) assert.ok(lengths[i] > lengths[i - 1], `it grows: ${lengths}`);
  assert.ok(lengths.at(-1) < 200, "and never jumps");
  assert.notEqual((await picture(page, box)).data.compare(before.data), 0);
});

test("a selection lives through a new layout", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  const phrase = await acrossLineEnd(page);
  await page.evaluate((it) => window.find(it), phrase);
  await page.setViewportSize({ width: 600, height: 800 });
  await stillness(page);
  assert.equal((await page.evaluate(() => getSelection().toString())).replace(/\s+/g, " "), phrase);
});

/** What Copy of a selection gives: [plain, HTML]. */
async function copied(page, select) {
  await page.evaluate(select);
  await page.keyboard.press("Control+c");
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : "");
    return [await read("text/plain"), await read("text/html")];
  });
}

test("a copied paragraph is its own text, without line ends, markers or soft hyphens", async (t) => {
  const page = await site.open(t, "a/many-scripts/", { permissions });
  const paragraph = page.locator(".body p", { hasText: "soft" });
  await paragraph.evaluate((it) => it.scrollIntoView());
  await stillness(page);
  const source = (await paragraph.textContent()).replaceAll("\u00ad", "");
  const [plain, html] = await copied(page, () => {
    const element = [...document.querySelectorAll(".body p")].find((it) => it.textContent.includes("soft"));
    getSelection().selectAllChildren(element);
  });
  assert.equal(plain, source);
  assert.doesNotMatch(html, /transparent|class=|style=|data-|\u00ad/);
});

test("copied rich text keeps elements and whole addresses, and no look", async (t) => {
  const page = await site.open(t, "a/lighthouse/", { permissions });
  const [plain, html] = await copied(page, () => getSelection().selectAllChildren(document.querySelector("article")));
  assert.match(html, /<h1>How a lighthouse signs its name<\/h1>/);
  assert.match(html, /<em>character<\/em>/);
  assert.match(html, new RegExp(`<a href="${site.url}/a/spring-tides/">our guide to tides</a>`));
  assert.doesNotMatch(html, /transparent|class=|style=|data-block/);
  assert.match(plain, /^How a lighthouse signs its name\n\nNeighbouring lights/);
  assert.match(plain, /range = 2\.08 × \(√height of lamp \+ √height of eye\)/);
  assert.match(plain, /\n\nSteps instead of glass\n\nAround 1800 keepers burned oil/);
});

test("copied code keeps its spaces and line ends", async (t) => {
  const page = await site.open(t, "a/many-scripts/", { permissions });
  const [plain] = await copied(page, () => getSelection().selectAllChildren(document.querySelector(".body")));
  assert.match(plain, /if \(answer\) \{\n {4}console\.log\("indented"\);\n\}/);
});
