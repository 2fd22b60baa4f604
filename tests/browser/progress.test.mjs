// SPDX-License-Identifier: MIT
// How far the reader is, and going on where they stopped.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawing, countDrawing, place, settled, stillness, topOf, useSite } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/day-book/";

const goTo = async (page, share) => {
  await page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), share);
  await stillness(page);
};
/** Until what is kept is, or is no longer, this. */
const keptIs = (page, it, so) => page.waitForFunction(([it, so]) =>
  ((Object.entries(localStorage).find(([name]) => name.endsWith(" places"))?.[1] ?? "{}") === it) === so, [it, so]);
const kept = (page) => page.evaluate(() => JSON.parse(Object.entries(localStorage).find(([it]) => it.endsWith(" places"))?.[1] ?? "{}"));
/** Reads on there until the place is kept. */
async function readAt(page, share) {
  const before = JSON.stringify(await kept(page));
  await goTo(page, share);
  await keptIs(page, before, false);
  return place(page);
}
const notice = (page) => page.getByText("You are where you stopped reading.");
const bar = (page) => page.evaluate(() => document.querySelector(".progress")?.getBoundingClientRect().width ?? 0);

/** The place is in sight, near the top. */
async function assertThere(page, spot, what) {
  await notice(page).waitFor();
  await stillness(page);
  const y = await topOf(page, spot);
  assert.ok(y >= -40 && y < 140, `${what}: it is at ${y} px`);
}

test("a line at the top and the minutes left follow the reader, and nothing moves by itself", async (t) => {
  const page = await site.open(t, ARTICLE, { init: countDrawing });
  await goTo(page, 0.25);
  await page.locator(".room .left").waitFor();
  const widths = [], minutes = [];
  for (const share of [0.25, 0.5, 0.75]) {
    await goTo(page, share);
    widths.push(await bar(page) / 1280);
    minutes.push(parseInt(await page.locator(".room .left").textContent(), 10));
    assert.match(await page.locator(".room .left").textContent(), /^\d+ min left$/);
  }
  widths.forEach((it, i) => assert.ok(Math.abs(it - 0.25 * (i + 1)) < 0.1, `${it} at ${0.25 * (i + 1)}`));
  // 21,400 words at 228 a minute are 94 minutes.
  minutes.forEach((it, i) => assert.ok(Math.abs(it / 94 - (1 - 0.25 * (i + 1))) < 0.15, `${it} minutes left at ${0.25 * (i + 1)}`));
  const [asked, drawn, frames] = await drawing(page);
  await page.waitForTimeout(2500);
  assert.deepEqual(await drawing(page), [asked, drawn, frames]);
  await goTo(page, 1);
  await page.locator(".room .left").waitFor({ state: "hidden" });
});

test("the next visit goes on where the reader stopped, until they start again", async (t) => {
  const page = await site.open(t, ARTICLE);
  const spot = await readAt(page, 0.4);
  await page.goto(`${site.url}/`);
  await page.goto(`${site.url}/${ARTICLE}`);
  await assertThere(page, spot, "loaded");
  assert.equal(await page.evaluate(() => lectern.ready), "canvas");
  await page.goto(`${site.url}/c/science/`);
  await settled(page);
  await page.locator(`a[href$="${ARTICLE}"]`).first().click();
  await assertThere(page, spot, "within the viewer");
  await page.getByRole("button", { name: "Start again" }).click();
  await page.waitForFunction(() => scrollY === 0 && document.activeElement.localName === "h1");
  await page.goto(`${site.url}/${ARTICLE}`);
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.deepEqual(await kept(page), {});
});

test("neither a fragment nor Back nor a reload is overruled, nor is who has read to the end led back", async (t) => {
  const page = await site.open(t, ARTICLE);
  await readAt(page, 0.2);
  const id = await page.evaluate(() => [...document.querySelectorAll(".body h2[id]")][3].id);
  await page.goto(`${site.url}/${ARTICLE}#${encodeURIComponent(id)}`);
  await settled(page);
  assert.ok(await page.evaluate((id) => Math.abs(document.getElementById(id).getBoundingClientRect().top) < 40, id));
  assert.equal(await notice(page).count(), 0);
  const spot = await readAt(page, 0.4);
  // Back, to the top of it.
  await page.goto(`${site.url}/c/science/`);
  await settled(page);
  await page.locator(`a[href$="${ARTICLE}"]`).first().click();
  await assertThere(page, spot, "within the viewer");
  await page.evaluate(() => scrollTo(0, 0));
  await stillness(page);
  await page.locator(".masthead a").click();
  await page.waitForURL(`${site.url}/`);
  await page.goBack();
  await page.waitForURL(`${site.url}/${ARTICLE}`);
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.reload();
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await goTo(page, 1);
  await keptIs(page, "{}", true);
});

test("the place is found again after the article was edited", async (t) => {
  const page = await site.open(t, ARTICLE);
  const spot = await readAt(page, 0.4);
  const text = await page.evaluate((block) => document.querySelector(`[data-block="${block}"]`).textContent, spot.block);
  const edits = {
    "a part before it is gone": (html) => html.replace(/<div class="part"[^]*?<\/div>/, ""),
    "its own words are others": (html) => html.replace(new RegExp(`data-block="${spot.block}"[^>]*>`), "$&Quite another beginning, "),
  };
  for (const [what, edit] of Object.entries(edits)) {
    let isEdited = false;
    await page.route((url) => url.pathname.endsWith(ARTICLE), async (route) => {
      const response = await route.fetch();
      const html = await response.text(), edited = edit(html);
      isEdited = html !== edited;
      await route.fulfill({ response, body: edited });
    });
    await page.goto(`${site.url}/c/science/`);
    await page.goto(`${site.url}/${ARTICLE}?view=html`);
    await notice(page).waitFor();
    assert.ok(isEdited, what);
    const block = await page.evaluate((piece) => [...document.querySelectorAll(".body [data-block]")]
      .find((it) => !it.querySelector("[data-block]") && it.textContent.includes(piece)).dataset.block, text.slice(31, 91));
    const y = await page.evaluate((block) => document.querySelector(`[data-block="${block}"]`).getBoundingClientRect(), block);
    assert.ok(y.bottom > 0 && y.top < 140, `${what}: ${y.top} px`);
    await page.unrouteAll();
  }
});

test("what is kept but of no use is as if nothing were", async (t) => {
  const page = await site.open(t, ARTICLE);
  const key = await page.evaluate(() => `lectern ${new URL("..", document.querySelector("script[src*=look]").src).pathname} places`);
  const path = new URL(ARTICLE, `${site.url}/`).pathname;
  const of = (place) => JSON.stringify({ [path]: place });
  for (const value of ["", "{", "7", "null", "[]", of(null), of(7), of({ at: 1, block: -5, offset: 1e9, pieces: ["a", "b", "c"] }),
    of({ at: 1, block: 2, offset: 1, pieces: "abc" }), of({ at: 1, block: 2, offset: 1, pieces: [1, 2, 3] })]) {
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [key, value]);
    await page.goto(`${site.url}/${ARTICLE}`);
    await settled(page);
    assert.equal(await page.evaluate(() => scrollY), 0, value);
    assert.equal(await notice(page).count(), 0, value);
  }
  await readAt(page, 0.4);
  assert.equal(Object.keys(await kept(page)).length, 1);
});

test("on a phone the buttons go while one reads on, and come back", async (t) => {
  const page = await site.open(t, ARTICLE, { viewport: { width: 390, height: 780 } });
  const settings = page.getByRole("button", { name: "Reading settings" });
  const isInSight = () => settings.evaluate((it) => it.getBoundingClientRect().bottom <= innerHeight);
  assert.ok(await isInSight());
  await page.evaluate(() => scrollTo(0, 100));
  await page.locator(".progress").waitFor({ state: "attached" });
  for (const [y, sight] of [[1500, false], [1200, true], [2600, false]]) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await page.waitForFunction((sight) => sight === (document.querySelector(".room").getBoundingClientRect().bottom <= innerHeight), sight);
  }
  await settings.focus();
  await page.waitForFunction(() => document.querySelector(".room").getBoundingClientRect().bottom <= innerHeight);
});
