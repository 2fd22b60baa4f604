// SPDX-License-Identifier: MIT
// An article's pictures, large: by pointer, keys and fingers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { picture as shot, settled, stillness, useSite } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/everything/";

const large = (page) => page.locator("dialog.lightbox");
const shown = (page) => large(page).locator("img").evaluate(async (it) => {
  await it.decode();
  const { left, top, width, height } = it.getBoundingClientRect();
  return { name: new URL(it.currentSrc).pathname, alt: it.alt, natural: it.naturalWidth, left, top, width, height };
});
const first = (page) => page.getByRole("img", { name: /compartments full of metal type/ });

for (const view of ["canvas", "html"]) {
  test(`a press on a picture shows it as large as the window, and closing leads back (${view})`, async (t) => {
    const page = await site.open(t, `${ARTICLE}?view=${view}`, { viewport: { width: 1280, height: 800 } });
    await settled(page);
    await first(page).scrollIntoViewIfNeeded();
    await stillness(page);
    const at = await page.evaluate(() => scrollY);
    assert.equal(await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("lightbox")).length), 0);
    await first(page).click();
    await page.getByRole("dialog", { name: /compartments full of metal type/ }).waitFor();
    const { left, width, height, natural } = await shown(page);
    assert.ok(width >= 1270 || height >= 790, `${width} x ${height}`);
    assert.ok(natural >= 1270, "the file is as large as it is shown");
    assert.ok(Math.abs(left * 2 + width - 1280) <= 1, "in the middle");
    assert.match(await large(page).locator("p").textContent(), /^The caption is the title/);
    const pixels = await shot(page);
    assert.ok(new Set(pixels.data.filter((_, i) => i % 4001 === 0)).size > 8, "something is seen");
    await page.keyboard.press("Escape");
    await large(page).waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => scrollY), at);
  });
}

test("keys: z opens what is in sight, arrows turn, + and 0 zoom", async (t) => {
  const page = await site.open(t, ARTICLE, { viewport: { width: 1280, height: 800 } });
  await first(page).scrollIntoViewIfNeeded();
  await stillness(page);
  await page.keyboard.press("z");
  await large(page).waitFor();
  const { alt, width } = await shown(page);
  assert.match(alt, /compartments/);
  await page.keyboard.press("+");
  assert.ok(Math.abs((await shown(page)).width / width - 1.5) < 0.01);
  await page.keyboard.press("ArrowRight"); // moves about in it
  assert.equal((await shown(page)).alt, alt);
  await page.keyboard.press("0");
  await page.keyboard.press("ArrowRight");
  assert.match((await shown(page)).alt, /red arcs/);
  await page.getByRole("button", { name: "Previous picture" }).click();
  assert.equal((await shown(page)).alt, alt);
  await page.getByRole("button", { name: "Close" }).click();
  await large(page).waitFor({ state: "detached" });
  await page.keyboard.press("?");
  await page.getByText("Enlarge the picture in sight").waitFor();
});

test("a press makes it larger around the pointer, and a second one whole again", async (t) => {
  const page = await site.open(t, ARTICLE, { viewport: { width: 1000, height: 700 } });
  await first(page).click();
  const whole = await shown(page);
  const at = { x: whole.left + whole.width * 0.8, y: whole.top + whole.height * 0.7 };
  await page.mouse.click(at.x, at.y);
  const near = await shown(page);
  assert.ok(near.width >= 2 * whole.width - 1);
  assert.ok(Math.abs((at.x - near.left) / near.width - 0.8) < 0.01, "what was pressed stays under the pointer");
  assert.ok(Math.abs((at.y - near.top) / near.height - 0.7) < 0.01);
  await page.mouse.click(at.x, at.y);
  assert.ok(Math.abs((await shown(page)).width - whole.width) < 1);
});

test("on a phone: a tap, a swipe, a turn of the phone", async (t) => {
  const page = await site.open(t, ARTICLE, { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 });
  await first(page).tap();
  await large(page).waitFor();
  const { alt, width } = await shown(page);
  assert.equal(Math.round(width), 390);
  const devtools = await page.context().newCDPSession(page);
  const touch = (type, x) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 400 }] });
  await touch("touchStart", 300);
  for (const x of [250, 200, 150]) await touch("touchMove", x);
  await touch("touchEnd");
  await page.waitForFunction((alt) => document.querySelector(".lightbox img").alt !== alt, alt);
  await page.setViewportSize({ width: 844, height: 390 });
  await page.waitForFunction(() => Math.abs(document.querySelector(".lightbox img").getBoundingClientRect().height - 390) < 1);
});

test("a picture that leads somewhere does so, and one that is not there stays small", async (t) => {
  const page = await site.open(t, ARTICLE, { route: ["**/saccades*", (route) => route.abort()], expected: /ERR_FAILED/ });
  await page.getByRole("img", { name: /red arcs/ }).scrollIntoViewIfNeeded();
  await page.waitForFunction(() => [...document.images].some((it) => /red arcs/.test(it.alt) && it.complete));
  await page.getByRole("img", { name: /red arcs/ }).click();
  await page.getByRole("img", { name: "A drawing of the paragraph sign with its guide lines." }).click();
  await page.waitForURL(/\/a\/pilcrow\/$/);
  assert.equal(await large(page).count(), 0);
});
