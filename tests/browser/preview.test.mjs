// SPDX-License-Identifier: MIT
// What a link within the publication leads to, shown beside it: on hover, on focus by key, on a long press.
import assert from "node:assert/strict";
import { test } from "node:test";
import { stillness, useSite } from "./kit.mjs";

const site = useSite();
const NOTES = "a/everything/", STORY = "a/rainbow/";
const note = (page) => page.locator(".body .footnote-ref a").first();
const shown = (page) => page.locator(".preview");

/** Brings a link into the middle of the window and gives its place there. */
async function find(page, link) {
  await link.evaluate((it) => it.scrollIntoView({ block: "center", behavior: "instant" }));
  await stillness(page);
  const { x, y, width, height } = await link.boundingBox();
  return [x + width / 2, y + height / 2];
}

async function rest(page, link) {
  await page.mouse.move(...await find(page, link));
  await shown(page).waitFor();
}

test("a pointer that rests on a footnote's number shows the note beside it, until it leaves", async (t) => {
  const page = await site.open(t, NOTES);
  await rest(page, note(page));
  assert.match(await shown(page).textContent(), /^\s*The word is plain: a note at the foot of the page\. .* at its end\.\s*$/);
  assert.doesNotMatch(await shown(page).textContent(), /↩/, "the way back is not part of it");
  assert.equal(await shown(page).locator("a, [id]").count(), 0, "nothing in it takes the focus or an address");
  const [link, box] = await Promise.all([note(page).boundingBox(), shown(page).boundingBox()]);
  assert.ok(box.y >= link.y + link.height || box.y + box.height <= link.y, "the link stays in sight");
  assert.ok(box.x >= 0 && box.x + box.width <= 1280);

  await page.mouse.move(box.x + 40, box.y + 12);
  await page.waitForTimeout(400);
  assert.equal(await shown(page).count(), 1, "the pointer may go into it");
  await page.mouse.move(5, 5);
  await shown(page).waitFor({ state: "detached" });
});

test("a link to another article shows its picture, title and beginning; one that only passes shows nothing", async (t) => {
  const page = await site.open(t, STORY);
  const link = page.locator(".body a", { hasText: "lighthouse lens" });
  const at = await find(page, link);
  await page.mouse.move(...at);
  await page.mouse.move(5, 5);
  await page.waitForTimeout(600);
  assert.equal(await shown(page).count(), 0);
  await rest(page, link);
  const title = await shown(page).locator("strong").textContent();
  await link.click();
  await page.waitForFunction((it) => document.querySelector("h1")?.textContent === it, title);
  assert.equal(await shown(page).count(), 0, "it goes when the link is followed");
});

test("the keyboard's focus shows it, Escape puts it away, and the focus stays", async (t) => {
  const page = await site.open(t, NOTES);
  await find(page, note(page));
  await note(page).evaluate((it) => it.focus({ focusVisible: true }));
  await shown(page).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await shown(page).count(), 0);
  assert.ok(await note(page).evaluate((it) => it === document.activeElement));
});

test("a long press shows it and follows nothing; a short one follows the link", async (t) => {
  const page = await site.open(t, NOTES, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const [x, y] = await find(page, note(page));
  const finger = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => finger.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", { x, y });
  await shown(page).waitFor();
  await touch("touchEnd");
  await page.waitForTimeout(200);
  assert.equal(await shown(page).count(), 1, "it stays when the finger is lifted");
  assert.equal(new URL(page.url()).hash, "");
  const box = await shown(page).boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390, "within the window");
  await page.touchscreen.tap(195, 20);
  await shown(page).waitFor({ state: "detached" });
  await page.touchscreen.tap(x, y);
  await page.waitForFunction(() => location.hash === "#fn-1");
});
