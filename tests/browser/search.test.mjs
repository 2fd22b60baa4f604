// SPDX-License-Identifier: MIT
// The search in the publication: typed, with keys, filtered, by its address, without a part of the index, and
// without scripts; search_offline has it without a network.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { useSite } from "./kit.mjs";

const story = (title, head, text) => `---\ntitle: ${JSON.stringify(title)}\n${head}\n---\n${text}\n`;

const site = useSite({ async addContent(content) {
  const folder = join(content, "searched");
  await mkdir(folder);
  const add = (name, ...rest) => writeFile(join(folder, `${name}.md`), story(...rest));
  await add("zeppelin", "Zeppelins over the harbour", "section: [Region]\nauthors: [Wilma Zeppel]\npublished: 2024-03-01",
    "Nobody had seen a zeppelin before it landed beside the fish market, and the fish market closed for the day.");
  await add("airship", "An airship for the islands", "section: [Economy]\nauthors: [Otto Luft]\npublished: 2026-01-10",
    "The islands want a zeppelin of their own. Their council has read every letter of the yard twice.");
  await add("hostile", "<img src=x onerror=alert(1)> \"quoted\" & zeppelin", "published: 2023-01-01",
    "A title that is no title: <b>zeppelin</b> and `</mark><script>alert(1)</script>`.");
  await add("cafe", "Das Café in der Straße", "lang: de\npublished: 2025-05-05", "Die Häuser am Zeppelinfeld.");
  for (let i = 0; i < 25; i++) await add(`many-${i}`, `Quokka ${i}`, `published: 2025-02-${i + 1 < 10 ? "0" : ""}${i + 1}`, "Quokkas smile.");
} });

const field = (page) => page.locator(".search input");
const titles = (page) => page.locator(".search-results .story-title").allTextContents();
const status = (page) => page.locator(".search-status");
/** Types, and waits until what is said matches. */
async function find(page, text, said) {
  await field(page).fill(text);
  await page.waitForFunction(([text, said]) => document.querySelector(".search input").value === text &&
    new RegExp(said).test(document.querySelector(".search-status")?.textContent ?? ""), [text, said]);
}

test("stories are found as one types, with the words marked, as links", async (t) => {
  const page = await site.open(t, "");
  await field(page).focus();
  await page.keyboard.type("zeppelin fish", { delay: 20 });
  await page.waitForFunction(() => document.querySelectorAll(".search-results li").length === 1);
  assert.deepEqual(await titles(page), ["Zeppelins over the harbour"]);
  assert.equal(await status(page).textContent(), "1 story.");
  assert.equal(await status(page).getAttribute("role"), "status");
  assert.deepEqual(await page.locator(".search-results .story-title mark").allTextContents(), ["Zeppelins"]);
  const passage = page.locator(".search-passage");
  assert.match(await passage.textContent(), /seen a zeppelin before it landed beside the fish market/);
  assert.deepEqual(await passage.locator("mark").allTextContents(), ["zeppelin", "fish", "fish"]);
  assert.equal(await page.locator(".search-results .story-date").textContent(), "Region · Wilma Zeppel · 1 March 2024");
  const link = page.locator(".search-results a");
  assert.equal(await link.evaluate((it) => it.href), `${site.url}/a/searched-zeppelin/#find=zeppelin%20fish`);
  assert.equal(await page.locator(".story-lead").isVisible(), false, "the page's own list gives way");
  await link.click();
  await page.waitForURL("**/a/searched-zeppelin/#find=zeppelin%20fish");
  await page.waitForFunction(() => /^1 \/ \d+$/.test(document.querySelector(".find [role=status]")?.textContent ?? ""));
  await page.goBack();
  await page.waitForURL("**/?q=zeppelin+fish");
  await page.waitForFunction(() => document.querySelectorAll(".search-results li").length === 1);
  assert.equal(await field(page).inputValue(), "zeppelin fish");
});

test("forms, marks on letters, slips and phrases find what is meant", async (t) => {
  const page = await site.open(t, "map/");
  await find(page, "zeppelins", "^3 stories");
  await find(page, "cafe strasse", "^1 story");
  await find(page, "haus zeppelinfeld", "^1 story");
  await find(page, "zepelin", "^[34] stories. Looked for .*“zeppelin”");
  await find(page, "\"the fish market\"", "^1 story");
  await find(page, "\"market fish\"", "^Nothing was found for");
  await find(page, "zeppelin quokka", "^\\d+ stories. No story has all of these words");
});

test("titles are text, whatever they look like", async (t) => {
  const page = await site.open(t, "");
  await find(page, "quoted zeppelin", "^1 story");
  assert.deepEqual(await titles(page), ["<img src=x onerror=alert(1)> \"quoted\" & zeppelin"]);
  await find(page, "x".repeat(10_000), "^Nothing was found for");
  await find(page, "quokka ".repeat(1500), "Only the first 12 words");
  await find(page, "\"\"\" \\ <b> %00 &amp;", "stor|Nothing");
});

test("sections, authors and times narrow it down, and stand in the address", async (t) => {
  const page = await site.open(t, "");
  await find(page, "zeppelin ", "^3 stories");
  const [section, author, time] = ["section", "author", "time"].map((name) => page.locator(`.search select[name=${name}]`));
  const wait = (n) => page.waitForFunction((n) => document.querySelectorAll(".search-results li").length === n, n);
  await section.selectOption("Economy");
  await wait(1);
  assert.deepEqual(await titles(page), ["An airship for the islands"]);
  await section.selectOption("");
  await wait(3);
  await author.selectOption("Wilma Zeppel");
  await wait(1);
  await author.selectOption("");
  await time.selectOption("2023");
  await wait(1);
  await page.waitForURL("**/?q=zeppelin&time=2023");
  await page.reload();
  await wait(1);
  assert.equal(await time.inputValue(), "2023");
});

test("keys lead through the results and back, and Escape clears", async (t) => {
  const page = await site.open(t, "");
  await find(page, "quokka", "^25 stories");
  const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.tagName);
  await field(page).focus();
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "Quokka 24", "newer ones first among equals");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "Quokka 23");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "INPUT");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "Quokka 24");
  await page.locator(".search-more").click();
  await page.waitForFunction(() => document.activeElement.textContent === "Quokka 14");
  assert.equal((await titles(page)).length, 20);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector(".search-results li"));
  assert.deepEqual([await field(page).inputValue(), await focused(), await status(page).textContent()], ["", "INPUT", ""]);
  assert.ok(await page.locator(".story-lead").isVisible());
  await page.waitForURL(`${site.url}/`);
});

test("nothing of it is loaded before it is used", async (t) => {
  const page = await site.open(t, "");
  const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").map((it) => it.name)
    .filter((it) => /\/search/.test(it)).length);
  assert.equal(await loaded(), 0);
  await field(page).focus();
  await page.waitForFunction(() => performance.getEntriesByType("resource").some((it) => /\/search\..*\.bin/.test(it.name)));
});

test("without a part of the index it goes on and says so", async (t) => {
  const page = await site.open(t, "", { expected: /404|Failed to load/,
    route: [/search-texts/, (route) => route.fulfill({ status: 404 })] });
  await find(page, "zeppelin", "A part of the index could not be loaded");
  const other = await site.open(t, "", { route: [/search-lists/, (route) =>
    route.fulfill({ contentType: "application/octet-stream", body: "of another build" })] });
  await find(other, "zeppelin", "A part of the index could not be loaded");
});

test("without the index, or the module, there is a sentence and a way on", async (t) => {
  for (const what of [/\/search\.[0-9a-f]+\.bin/, /search\.[0-9a-f]+\.wasm/]) {
    const page = await site.open(t, "", { expected: /404|Failed to load/, route: [what, (route) => route.fulfill({ status: 404 })] });
    await find(page, "zeppelin", "^The search could not be loaded.");
    assert.equal(await status(page).locator("a").getAttribute("href"), "all/");
  }
});

test("without scripts there is a link in place of the field", async (t) => {
  const page = await site.open(t, "", { javaScriptEnabled: false, wait: false });
  assert.equal(await field(page).isVisible(), false);
  assert.equal(await page.locator(".search a").getAttribute("href"), "all/");
});
