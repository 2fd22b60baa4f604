// SPDX-License-Identifier: MIT
// A story that was found opens with the words marked: how many, from one to the next, and on the canvas in the
// colors of the marks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { colorsOf, contrast, picture, settled, stillness, useSite, view } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";
const status = (page) => page.locator(".find [role=status]").textContent();
const now = (page) => page.evaluate(() => {
  const [range] = CSS.highlights.get("lectern-find-now");
  const { x, y, width, height } = range.getBoundingClientRect();
  return { text: String(range), x, y, width, height };
});
const saying = (page, text) => page.waitForFunction((text) =>
  new RegExp(text).test(document.querySelector(".find [role=status]")?.textContent ?? ""), text);

for (const scheme of ["light", "dark"]) {
  test(`words are marked and counted, and can be read in ${scheme} colors`, async (t) => {
    const page = await site.open(t, `${ARTICLE}#find=${encodeURIComponent("lamps")}`, { colorScheme: scheme });
    await saying(page, "^1 / \\d+$");
    assert.equal(await settled(page), "canvas");
    const count = await page.evaluate(() => CSS.highlights.get("lectern-find").size + 1);
    const words = await page.evaluate(() => (document.querySelector("article").innerText.match(/\blamps?\b/gi) ?? []).length);
    assert.ok(count > 1 && Math.abs(count - words) <= 2, `${count} marks of ${words}`);
    await stillness(page);
    const first = await now(page);
    assert.match(first.text, /^lamps?$/i);
    const { ground, ink } = colorsOf(await picture(page), first);
    assert.ok(contrast(ground, ink) >= 4.5, `${ink} on ${ground}`);
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.notEqual(`rgb(${ground.join(", ")})`, paper, "the mark has a ground of its own");
  });
}

test("Enter and its sister go from place to place, in sight, and Escape takes the marks away", async (t) => {
  const page = await site.open(t, `${ARTICLE}#find=light`);
  await saying(page, "^1 / ");
  const count = Number((await status(page)).split(" / ")[1]);
  assert.ok(count > 2);
  await page.locator(".find input").focus();
  await page.keyboard.press("Enter");
  await saying(page, "^2 / ");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await saying(page, `^${count} / `);
  const { y, height } = await now(page);
  assert.ok(y > 0 && y + height < 800, `the last place is in sight, at ${y}`);
  await page.locator(".find input").fill("keeper");
  await saying(page, "^1 / ");
  assert.match((await now(page)).text, /^keeper/i);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".find").count(), 0);
  assert.equal(await page.evaluate(() => CSS.highlights.get("lectern-find").size), 0);
  assert.equal(new URL(page.url()).hash, "");
  assert.equal(await view(page), "canvas");
});

test("hostile fragments find nothing and break nothing", async (t) => {
  for (const hash of ["#find=%E0%A4%A", "#find=", `#find=${"x".repeat(5000)}`, "#find=%3Cimg%20src%3Dx%3E"]) {
    const page = await site.open(t, ARTICLE + hash);
    assert.equal(await settled(page), "canvas");
  }
});
