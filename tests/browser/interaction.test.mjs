// SPDX-License-Identifier: MIT
// Links, buttons, pointer and keys: the browser's own, with the canvas showing what it feels.
import assert from "node:assert/strict";
import { test } from "node:test";
import { countDrawing, difference, drawing, picture, stats, stillness, useSite } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";

async function centered(page, locator) {
  await locator.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await stillness(page);
  return locator.boundingBox();
}

test("a link in the text is followed by a click", async (t) => {
  const page = await site.open(t, ARTICLE);
  await page.getByRole("link", { name: "our guide to tides" }).click();
  await page.waitForURL("**/a/spring-tides/");
  assert.equal(await page.evaluate(() => lectern.ready), "canvas");
});

test("a link is followed by key, and its address is right for a middle click", async (t) => {
  const page = await site.open(t, ARTICLE);
  const link = page.locator("a[rel=next], a[rel=prev]").first();
  const href = await link.evaluate((element) => element.href);
  const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click({ button: "middle" })]);
  await tab.waitForURL(href);
  await tab.close();
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(href);
});

test("Copy link copies the page's address and says so", async (t) => {
  const page = await site.open(t, ARTICLE, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("The link is copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${site.url}/${ARTICLE}`);
});

test("Copy link works without the clipboard interface", async (t) => {
  const page = await site.open(t, ARTICLE, {
    permissions: ["clipboard-read", "clipboard-write"],
    init: () => {
      globalThis.realClipboard = navigator.clipboard;
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    },
  });
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("The link is copied.").waitFor();
  assert.equal(await page.evaluate(() => globalThis.realClipboard.readText()), `${site.url}/${ARTICLE}`);
});

test("hover and press change how a button looks, and leaving takes it back", async (t) => {
  const page = await site.open(t, ARTICLE);
  const button = page.getByRole("button", { name: "Amused" });
  const box = await centered(page, button);
  const shoot = async () => (await stillness(page), picture(page, box));
  const rest = await shoot();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const hovered = await shoot();
  assert.ok(difference(rest, hovered, 4) > 0 || rest.data.compare(hovered.data) !== 0, "hover is seen");
  await page.mouse.down();
  const held = await shoot();
  assert.notEqual(held.data.compare(hovered.data), 0, "being held down is seen");
  await page.mouse.move(3, 3);
  await page.mouse.up();
  assert.equal((await shoot()).data.compare(rest.data), 0, "leaving takes it back");
  assert.deepEqual(await page.locator(".mood-button[aria-pressed=true]").count(), 0, "no click was made");
});

test("hover changes how a link looks", async (t) => {
  const page = await site.open(t, ARTICLE);
  const box = await centered(page, page.getByRole("link", { name: "our guide to tides" }));
  const rest = await picture(page, box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await stillness(page);
  assert.notEqual((await picture(page, box)).data.compare(rest.data), 0);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("a:hover")).cursor), "pointer");
});

test("keyboard focus has a ring, a pointer's has none", async (t) => {
  const page = await site.open(t, ARTICLE);
  const button = page.getByRole("button", { name: "Copy link" });
  const box = await centered(page, button);
  const clip = { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 };
  const rest = await picture(page, clip);
  await page.keyboard.press("Tab");
  await button.focus();
  await stillness(page);
  const ringed = await picture(page, clip);
  assert.notEqual(ringed.data.compare(rest.data), 0, "a ring");
  await page.evaluate(() => document.activeElement.blur());
  await stillness(page);
  assert.equal((await picture(page, clip)).data.compare(rest.data), 0, "gone with the focus");
});

test("a finger presses, and leaves nothing hovered behind", async (t) => {
  const page = await site.open(t, ARTICLE, { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });
  const button = page.getByRole("button", { name: "Happy" });
  const box = await centered(page, button);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForFunction(() => document.querySelector("[aria-pressed=true]")?.textContent === "Happy");
  const untouched = page.getByRole("button", { name: "Sad" });
  const other = await untouched.boundingBox();
  const before = await picture(page, other);
  await stillness(page);
  assert.equal((await picture(page, other)).data.compare(before.data), 0);
});

test("ten idle seconds ask for no frame and draw nothing", async (t) => {
  const page = await site.open(t, ARTICLE, { init: countDrawing });
  const before = await drawing(page);
  assert.ok(before[0] > 0 && before[1] > 0);
  await page.waitForTimeout(process.env.LECTERN_QUICK ? 3000 : 10_000);
  assert.deepEqual(await drawing(page), before);
});

test("one frame for one change, and glCalls counts the real draw calls", async (t) => {
  const page = await site.open(t, ARTICLE, { init: countDrawing });
  const before = await stats(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await stillness(page);
  const after = await stats(page);
  assert.ok(after.frames - before.frames <= 3, `${after.frames - before.frames} frames for a theme`);
  assert.equal(await page.evaluate(() => globalThis.drawn), after.glCalls);
});

test("pointer moves over plain text draw no frames", async (t) => {
  const page = await site.open(t, ARTICLE);
  const box = await page.locator(".body p").first().boundingBox();
  await page.mouse.move(box.x + 10, box.y + 10);
  await stillness(page);
  const before = (await stats(page)).frames;
  for (let i = 0; i < 50; i++) await page.mouse.move(box.x + 10 + i * 5, box.y + 10 + (i % 5));
  await stillness(page);
  assert.equal((await stats(page)).frames, before);
});
