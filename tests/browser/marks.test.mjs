// SPDX-License-Identifier: MIT
// What the reader marks stays, by its words; and all that was made here can be taken along, read in, and erased.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { difference, picture, PHONE, settled, stillness, useSite, view } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";

/** Selects some words of the article's text. */
const select = (page, words) => page.evaluate((words) => {
  const walker = document.createTreeWalker(document.querySelector(".body"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && !walker.currentNode.data.includes(words));
  const { currentNode: text } = walker;
  text.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
  const at = text.data.indexOf(words);
  getSelection().setBaseAndExtent(text, at, text, at + words.length);
}, words);

/** What is marked in the text, in its order. */
const marked = (page) => page.evaluate(() => [...CSS.highlights.get("lectern-marks") ?? []].map(String));

async function mark(page, words, note = "") {
  await select(page, words);
  await page.getByRole("button", { name: "Mark or share this passage" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Mark", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Marks and notes" });
  await dialog.getByRole("textbox", { name: "Note" }).fill(note);
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.locator("dialog").waitFor({ state: "detached" });
  await stillness(page);
}

/** Some words in the middle of a paragraph, the first from one on that begins with a long text. */
const wordsOf = (page, from) => page.locator(".body > p").evaluateAll((all, from) =>
  all.slice(from).map((it) => it.firstChild.data?.split(/\s+/) ?? []).find((it) => it.length > 5).slice(1, 5).join(" "), from);

for (const [what, options, query] of [["painted", {}, ""], ["as HTML", {}, "?view=html"], ["on a phone", PHONE, ""], ["in the dark", { colorScheme: "dark" }, ""]]) {
  test(`a passage is marked with a note, is seen, and is there at the next visit, ${what}`, async (t) => {
    const page = await site.open(t, ARTICLE + query, options);
    const words = await wordsOf(page, 2);
    await select(page, words);
    await page.evaluate(() => getSelection().removeAllRanges());
    await stillness(page);
    const plain = await picture(page);
    await mark(page, words, "to be looked up");
    assert.deepEqual(await marked(page), [words]);
    await page.mouse.move(0, 0);
    const seen = difference(plain, await picture(page));
    assert.ok(seen > 0.0005 && seen < 0.05, `${(100 * seen).toFixed(3)} % of the px differ`);
    await page.reload();
    await settled(page);
    await page.waitForFunction(() => CSS.highlights.get("lectern-marks")?.size);
    assert.deepEqual(await marked(page), [words]);
    assert.equal(await view(page), query ? "html" : "canvas", "a mark changes nothing of the page");

    // A press on it opens the note.
    await select(page, words);
    const { x, y, width, height } = await page.evaluate(() => getSelection().getRangeAt(0).getBoundingClientRect().toJSON());
    await page.evaluate(() => getSelection().removeAllRanges());
    await (options === PHONE ? page.touchscreen.tap(x + width / 2, y + height / 2) : page.mouse.click(x + width / 2, y + height / 2));
    const dialog = page.getByRole("dialog", { name: "Marks and notes" });
    assert.equal(await dialog.getByRole("textbox").inputValue(), "to be looked up");
    await dialog.getByRole("button", { name: "Remove this mark" }).click();
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.deepEqual(await marked(page), []);
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((it) => it.endsWith(" marks")).length), 0);
  });
}

test("marks go with their words when the article is edited, and what is gone is said", async (t) => {
  const page = await site.open(t, `${ARTICLE}?view=html`);
  const [kept, changed, gone] = await Promise.all([1, 4, 6].map((it) => wordsOf(page, it)));
  for (const words of [gone, kept, changed]) await mark(page, words);
  assert.deepEqual(await marked(page), [kept, changed, gone]);
  const other = changed.replace(/ \S+ /, " quite other ");
  // Another edition: a paragraph before all, words changed within a marked passage, a marked paragraph that is no more.
  await page.route(/lighthouse\/\?/, async (route) => {
    const html = await (await route.fetch()).text();
    const paragraphs = html.split(/(?=<p[ >])/);
    const first = paragraphs.findIndex((it) => it.includes(kept));
    await route.fulfill({ contentType: "text/html; charset=utf-8", body: [...paragraphs.slice(0, first), "<p>Something new.</p>\n",
      ...paragraphs.slice(first).map((it) => it.includes(gone) ? it.replace(/<p[ >].*<\/p>/s, "") : it.replace(changed, other))].join("") });
  });
  await page.reload();
  await settled(page);
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "Marks and notes" });
  await dialog.waitFor();
  assert.deepEqual(await marked(page), [kept, other]);
  assert.match(await dialog.locator("li").last().textContent(), /no longer in the text/);
  await dialog.getByRole("button", { name: /^Remove this mark/ }).last().click();
  assert.equal(await dialog.locator("li").count(), 2);
  await dialog.getByRole("link", { name: changed }).click();
  await page.waitForFunction((other) => getSelection().toString() === other, other);
  await page.locator("dialog").waitFor({ state: "detached" });
});

test("marks of other articles are in the list, and lead there", async (t) => {
  const page = await site.open(t, ARTICLE);
  const words = await wordsOf(page, 2);
  await mark(page, words, "there");
  await page.goto(`${site.url}/a/spring-tides/`);
  await settled(page);
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "Marks and notes" });
  assert.equal(await dialog.getByRole("heading", { name: "In other articles" }).count(), 1);
  await dialog.getByRole("link", { name: words }).click();
  await page.waitForURL(/\/a\/lighthouse\//);
  await page.waitForFunction(() => CSS.highlights.get("lectern-marks")?.size);
  assert.deepEqual(await marked(page), [words]);
  await page.waitForFunction((words) => getSelection().toString() === words, words);
});

test("all that was made can be saved as a file, erased in one press, taken back, and read in again", async (t) => {
  const page = await site.open(t, ARTICLE);
  const words = await wordsOf(page, 2);
  await mark(page, words, "kept");
  const isSaved = () => page.evaluate(async () => !!(await caches.match(location.href)));
  await page.getByRole("button", { name: "Happy" }).click();
  await page.getByRole("button", { name: "Save article" }).click();
  await page.waitForFunction(async () => await caches.match(location.href) && document.querySelector("[aria-pressed=true]"));
  const settings = async () => {
    await page.keyboard.press("s");
    return page.getByRole("dialog", { name: "Reading settings" });
  };
  const own = () => page.evaluate(() => Object.keys(localStorage).length);
  let dialog = await settings();
  await dialog.getByRole("radio", { name: "Sepia" }).check();
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Save as a file" }).click()]);
  const file = join(tmpdir(), `lectern-marks-${process.pid}.json`);
  await download.saveAs(file);
  const { lectern, marks, settings: kept } = JSON.parse(await readFile(file, "utf8"));
  assert.deepEqual([lectern, kept.theme, marks.map((it) => [it.text, it.note])], [1, "sepia", [[words, "kept"]]]);

  await dialog.getByRole("button", { name: "Erase everything" }).click();
  await dialog.getByText("All that was kept").waitFor();
  assert.equal(await own(), 0);
  assert.equal(await isSaved(), false);
  assert.deepEqual(await marked(page), []);
  assert.equal(await dialog.getByRole("radio", { name: "As the system" }).isChecked(), true);
  await dialog.getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => CSS.highlights.get("lectern-marks")?.size);
  assert.equal(await dialog.getByRole("radio", { name: "Sepia" }).isChecked(), true);
  await page.waitForFunction(async () => await caches.match(location.href));
  await dialog.getByRole("button", { name: "Erase everything" }).click();
  await dialog.getByText("All that was kept").waitFor();

  await dialog.locator("input[type=file]").setInputFiles(file);
  await dialog.getByText("What the file has is here now.").waitFor();
  assert.deepEqual(await marked(page), [words]);
  await dialog.locator("input[type=file]").setInputFiles(file); // twice is once
  await page.waitForFunction(() => document.querySelector("dialog .note").textContent);
  assert.deepEqual(await marked(page), [words]);

  // Other files change nothing, and say so.
  for (const text of ["", "{", "[]", '{"lectern":2,"settings":{}}', '{"lectern":1}', "null"]) {
    await writeFile(file, text);
    await dialog.locator("input[type=file]").setInputFiles(file);
    await dialog.getByText("no marks and settings").waitFor();
    assert.deepEqual(await marked(page), [words], text);
  }
  // What is no mark in it is left out.
  const bad = [null, 1, {}, { at: 1 }, { page: "https://example.org/", title: "", text: "x", before: "", behind: "", note: "", at: 5 },
    { page: "javascript:alert(1)", title: "", text: "x", before: "", behind: "", note: "", at: 6 }];
  await writeFile(file, JSON.stringify({ lectern: 1, settings: { theme: "<b>" }, marks: bad, places: [1], saved: [{ page: "//example.org/" }, 5] }));
  await dialog.locator("input[type=file]").setInputFiles(file);
  await dialog.getByText("What the file has is here now.").waitFor();
  assert.deepEqual(await marked(page), [words]);
  assert.equal(await dialog.getByRole("radio", { name: "As the system" }).isChecked(), true);
  await page.reload();
  await settled(page);
  assert.equal(await page.locator("[aria-pressed=true]").count(), 0, "the mood is erased too");
});

test("ten thousand marks, and stored data that is none, leave the page to be read", async (t) => {
  const page = await site.open(t, ARTICLE);
  const key = await page.evaluate(() => `lectern ${location.pathname.replace(/a\/lighthouse\/$/, "")} marks`);
  const words = await wordsOf(page, 2);
  await page.evaluate(([key, page]) => {
    const text = document.querySelector(".body").textContent;
    localStorage.setItem(key, JSON.stringify(Array.from({ length: 10_000 }, (_, i) => ({ page, title: "", text: text.slice(i % 3000, i % 3000 + 12),
      before: "", behind: "", note: i % 2 ? "one of many" : "", at: i + 1 }))));
  }, [key, ARTICLE]);
  await page.reload();
  assert.equal(await settled(page), "canvas");
  await page.waitForFunction(() => CSS.highlights.get("lectern-marks")?.size > 1000);
  await mark(page, words, "one more");
  assert.ok((await marked(page)).includes(words));
  for (const stored of ["{", "7", "{}", "[null, {}]"]) {
    await page.evaluate(([key, stored]) => localStorage.setItem(key, stored), [key, stored]);
    await page.reload();
    await settled(page);
    await mark(page, words);
    assert.deepEqual(await marked(page), [words], stored);
  }
});

test("where nothing can be kept the reader is told", async (t) => {
  const page = await site.open(t, ARTICLE, { init: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  } });
  await select(page, await wordsOf(page, 2));
  await page.getByRole("button", { name: "Mark or share this passage" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Mark", exact: true }).click();
  await dialog.getByText("This could not be kept").waitFor();
});
