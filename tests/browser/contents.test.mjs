// SPDX-License-Identifier: MIT
// An article's contents: beside the text where there is room, in a panel where there is none.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { PHONE, settled, stillness, useSite } from "./kit.mjs";

const site = useSite({
  addContent: (content) => writeFile(join(content, "two.md"), "---\ntitle: Two\npublished: 2026-01-01\n---\n## One\n\nText.\n\n## Two\n\nText.\n"),
});
const WIDE = { viewport: { width: 1600, height: 800 } };
const current = (page) => page.locator(".beside [aria-current=location]").textContent();
const heading = (page, text) => page.evaluate((text) => [...document.querySelectorAll(".body :is(h2, h3)")]
  .find((it) => it.textContent === text).getBoundingClientRect().top, text);

test("beside the text: a link for each heading, the current one marked, in step with the page", async (t) => {
  const page = await site.open(t, "a/everything/", WIDE);
  const links = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
  await links.first().waitFor();
  const titles = await page.evaluate(() => [...document.querySelectorAll(".body :is(h2, h3)[id]")].map((it) => it.textContent));
  assert.deepEqual(await links.allTextContents(), titles);
  for (const at of [2, titles.length - 2, 0]) {
    await page.evaluate((at) => [...document.querySelectorAll(".body :is(h2, h3)[id]")][at].scrollIntoView({ block: "start" }), at);
    await page.waitForFunction((title) => document.querySelector(".beside [aria-current]")?.textContent === title, titles[at]);
  }
  await links.nth(3).click();
  await page.waitForFunction((title) => document.querySelector(".beside [aria-current]")?.textContent === title, titles[3]);
  assert.ok(Math.abs(await heading(page, titles[3])) < 40);
  assert.equal(await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1))).textContent), titles[3]);
  // It stands beside the text and within the window.
  const { beside, text } = await page.evaluate(() => ({ beside: document.querySelector(".beside").getBoundingClientRect(),
    text: document.querySelector(".lead").getBoundingClientRect() }));
  assert.ok(beside.left >= 0 && beside.right <= text.left, `${beside.right} px, the text begins at ${text.left}`);
});

test("it goes with its article, and comes where the window gets room", async (t) => {
  const page = await site.open(t, "a/rainbow/", WIDE);
  await page.locator(".beside a").first().waitFor();
  await page.setViewportSize({ width: 900, height: 800 });
  await page.locator(".beside").waitFor({ state: "detached" });
  assert.ok(await page.getByRole("button", { name: "Contents" }).isVisible());
  await page.setViewportSize(WIDE.viewport);
  await page.locator(".beside a").first().waitFor();
  await page.goto(`${site.url}/a/two/`);
  await settled(page);
  assert.equal(await page.locator(".beside").count(), 0, "two headings are no contents");
  assert.equal(await page.locator("[data-room=contents]").isVisible(), false);
  await page.goto(`${site.url}/a/rainbow/`);
  await page.locator(".beside a").first().waitFor();
  await page.locator(".masthead a").click();
  await page.waitForURL(`${site.url}/`);
  await page.locator(".beside").waitFor({ state: "detached" });
});

test("who goes on before its words are there gets none of the article that they have left", async (t) => {
  const page = await site.open(t, "map/", WIDE);
  await settled(page);
  const held = [];
  await page.route("**/room.*.json", (route) => void held.push(route));
  await page.locator('a[href$="a/rainbow/"]').first().click();
  await page.waitForFunction(() => document.querySelector("h1")?.textContent.includes("rainbow"));
  while (!held.length) await page.waitForTimeout(50);
  await page.goBack();
  await page.waitForFunction(() => location.pathname.endsWith("/map/") && !document.querySelector(".body"));
  for (const route of held) await route.continue();
  await stillness(page);
  assert.equal(await page.locator(".beside").count(), 0);
});

test("in Arabic it stands at the right", async (t) => {
  const page = await site.open(t, "a/star-names/", WIDE);
  await page.locator(".beside a").first().waitFor();
  const { left, text } = await page.evaluate(() => ({ left: document.querySelector(".beside").getBoundingClientRect().left,
    text: document.querySelector(".lead").getBoundingClientRect().right }));
  assert.ok(left >= text, `${left} px, the text ends at ${text}`);
});

for (const [what, options] of [["a phone", PHONE], ["one column", { viewport: { width: 900, height: 800 } }]]) {
  test(`a panel on ${what}: it leads to a heading, and copies a link to one`, async (t) => {
    const page = await site.open(t, "a/everything/", { ...options, permissions: ["clipboard-read", "clipboard-write"] });
    await page.evaluate(() => {
      document.querySelectorAll(".body h2")[2].scrollIntoView();
      scrollBy(0, 20);
    });
    await stillness(page);
    const comeBack = async () => {
      await page.evaluate(() => scrollBy(0, -20)); // on a phone the button comes with it
      await page.waitForFunction(() => document.querySelector(".room").getBoundingClientRect().bottom <= innerHeight);
    };
    await comeBack();
    const button = page.getByRole("button", { name: "Contents" });
    await button.click();
    const dialog = page.getByRole("dialog", { name: "Contents" });
    await dialog.waitFor();
    const third = await page.evaluate(() => document.querySelectorAll(".body h2")[2].textContent);
    assert.equal(await dialog.locator("[aria-current=location]").textContent(), third);
    await dialog.getByRole("button", { name: /^Copy link to/ }).nth(4).click();
    await dialog.getByText("The link is copied.").waitFor();
    const titles = await dialog.getByRole("link").allTextContents();
    const url = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    assert.equal(await page.evaluate((hash) => document.getElementById(decodeURIComponent(hash.slice(1))).textContent, url.hash), titles[4]);
    await dialog.getByRole("link").nth(6).click();
    await dialog.waitFor({ state: "detached" });
    await stillness(page);
    assert.ok(Math.abs(await heading(page, titles[6])) < 60, "there");
    await comeBack();
    await button.click();
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.dataset.room), "contents");
  });
}

test("the current heading of 20,000 words is found wherever one jumps to", async (t) => {
  const page = await site.open(t, "a/day-book/", { viewport: { width: 1600, height: 800 } });
  await page.locator(".beside a").first().waitFor();
  for (const share of [0.9, 0.2, 0.6]) {
    await page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), share);
    await stillness(page);
    const before = await page.evaluate(() => [...document.querySelectorAll(".body :is(h2, h3)[id]")]
      .filter((it) => it.getBoundingClientRect().top <= 120).pop().textContent);
    await page.waitForFunction((title) => document.querySelector(".beside [aria-current]")?.textContent === title, before);
    assert.equal(await current(page), before);
    assert.ok(await page.evaluate(() => {
      const { top, bottom } = document.querySelector(".beside [aria-current]").getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }), "it is in sight");
  }
});
