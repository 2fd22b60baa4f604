// SPDX-License-Identifier: MIT
// A reader leaves a mood: by pointer, by key, kept over a reload, changed, and taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { difference, picture, settled, stillness, useSite } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";
const button = (page, name) => page.getByRole("button", { name, exact: true });
const MOODS = ["Touched", "Sympathetic", "Bored", "Angry", "Amused", "Sad", "Happy", "No comment"];
const pressed = (page) => page.locator(".mood-button[aria-pressed=true]").allTextContents();

/** A picture of one mood's button alone. */
async function look(page, name) {
  await button(page, name).evaluate((element) => element.scrollIntoView({ block: "center" }));
  await stillness(page);
  return picture(page, await button(page, name).boundingBox());
}

test("a press by pointer chooses a mood, is seen, and survives a reload", async (t) => {
  const page = await site.open(t, ARTICLE);
  const before = await look(page, "Amused");
  await button(page, "Amused").click();
  assert.deepEqual(await pressed(page), ["Amused"]);
  await page.mouse.move(5, 5);
  const after = await look(page, "Amused");
  assert.ok(difference(before, after) > 0.3, "the chosen button looks different");
  assert.match(await page.getByRole("status").allTextContents().then((it) => it.join(" ")), /this browser only/);

  await page.reload();
  await settled(page);
  await page.waitForFunction(() => document.querySelector(".mood-button[aria-pressed=true]"));
  assert.deepEqual(await pressed(page), ["Amused"]);
  assert.ok(difference(await look(page, "Amused"), after) < 0.02, "and looks the same after it");
});

/** The picture of a mood above its name. */
async function drawing(page, name) {
  const { x, y, width } = await button(page, name).evaluate((element) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    return element.getBoundingClientRect().toJSON();
  });
  await stillness(page);
  return picture(page, { x: x + width / 2 - 16, y: y + 7, width: 32, height: 32 });
}

test("each mood has a drawing of its own, which the canvas paints as the HTML has it", async (t) => {
  const [canvas, html] = [await site.open(t, ARTICLE), await site.open(t, `${ARTICLE}?view=html`)];
  for (const page of [canvas, html]) await button(page, "Sad").evaluate((it) => it.click());
  const [ours, theirs] = [[], []];
  for (const name of MOODS) {
    ours.push(await drawing(canvas, name));
    theirs.push(await drawing(html, name));
  }
  for (const [i, own] of ours.entries()) {
    const apart = theirs.map((it) => difference(own, it));
    assert.equal(apart.indexOf(Math.min(...apart)), i, `${MOODS[i]} looks most like itself: ${apart}`);
    assert.ok(apart[i] < 0.2, `${MOODS[i]}: ${apart[i]}`);
  }
});

test("a press lets the drawing grow over some frames, or at once where motion is unwanted", async (t) => {
  const frames = async (reducedMotion) => {
    const page = await site.open(t, ARTICLE, { reducedMotion });
    const before = await drawing(page, "Happy");
    const drawn = await page.evaluate(() => lectern.stats().frames);
    await button(page, "Happy").evaluate((it) => it.click());
    await stillness(page);
    assert.ok(difference(before, await drawing(page, "Happy")) > 0.3);
    return await page.evaluate(() => lectern.stats().frames) - drawn;
  };
  const [moved, still] = [await frames("no-preference"), await frames("reduce")];
  assert.ok(moved > still && moved < 30, `${moved} frames, ${still} without motion`);
});

test("a press by key does the same, with Enter and with Space", async (t) => {
  const page = await site.open(t, ARTICLE);
  await button(page, "Sad").focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await pressed(page), ["Sad"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.deepEqual(await pressed(page), ["Happy"], "one mood at a time");
});

test("a second press takes it back, for good", async (t) => {
  const page = await site.open(t, ARTICLE);
  const before = await look(page, "Bored");
  await button(page, "Bored").click();
  await button(page, "Bored").click();
  assert.deepEqual(await pressed(page), []);
  await page.mouse.move(5, 5);
  assert.ok(difference(before, await look(page, "Bored")) < 0.01, "it looks as before");
  await page.reload();
  await settled(page);
  await page.waitForTimeout(300);
  assert.deepEqual(await pressed(page), []);
});

test("each article has a mood of its own", async (t) => {
  const page = await site.open(t, ARTICLE);
  await button(page, "Touched").click();
  await page.goto(`${site.url}/a/spring-tides/`);
  await settled(page);
  assert.deepEqual(await pressed(page), []);
  await button(page, "Angry").click();
  await page.goto(`${site.url}/${ARTICLE}`);
  await settled(page);
  await page.waitForFunction(() => document.querySelector(".mood-button[aria-pressed=true]"));
  assert.deepEqual(await pressed(page), ["Touched"]);
});

test("a script's click() and assistive technology press too", async (t) => {
  const page = await site.open(t, ARTICLE);
  await button(page, "No comment").evaluate((element) => element.click());
  assert.deepEqual(await pressed(page), ["No comment"]);
});

test("moods work in the HTML view as well, and both views share them", async (t) => {
  const page = await site.open(t, `${ARTICLE}?view=html`);
  await button(page, "Happy").click();
  assert.deepEqual(await pressed(page), ["Happy"]);
  await page.goto(`${site.url}/${ARTICLE}`);
  await settled(page);
  await page.waitForFunction(() => document.querySelector(".mood-button[aria-pressed=true]"));
  assert.deepEqual(await pressed(page), ["Happy"]);
});

test("a browser that keeps nothing is said to the reader, and the page goes on", async (t) => {
  const page = await site.open(t, ARTICLE, {
    init: () => Object.defineProperty(globalThis, "indexedDB", {
      get() { throw new DOMException("denied", "SecurityError"); },
    }),
  });
  await button(page, "Sad").click();
  assert.deepEqual(await pressed(page), ["Sad"]);
  await page.getByText("does not let the page keep it").waitFor();
});

test("a press before the viewer is there is not lost", async (t) => {
  let letGo;
  const held = new Promise((done) => (letGo = done));
  const page = await site.open(t, ARTICLE, { wait: false, route: ["**/*.wasm", async (route) => {
    await held;
    await route.continue();
  }] });
  await page.waitForFunction(() => document.documentElement.dataset.view === "loading");
  await button(page, "Amused").click();
  letGo();
  await settled(page);
  await page.waitForFunction(() => document.querySelector(".mood-button[aria-pressed=true]"));
  assert.deepEqual(await pressed(page), ["Amused"]);
});
