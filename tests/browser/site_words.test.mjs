// SPDX-License-Identifier: MIT
// A publication in another language than English: the viewer has its words, and what the canvas leaves to the
// browser is there too.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { stillness, useSite, view } from "./kit.mjs";

// A picture within a text leaves that text to the browser.
const DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const site = useSite({
  async addContent(content) {
    await writeFile(join(content, "publication.json"), JSON.stringify({ title: "صحيفة الميناء", lang: "ar" }));
    await mkdir(join(content, "harbour"));
    const article = (title, day, text) => `---\ntitle: ${title}\nlang: ar\nsection: [علوم]\ntags: [بحر]\nauthors: [ليلى]\n` +
      `published: 2026-05-0${day}\n---\n${text}[^1]\n\n[^1]: حاشية ![نقطة](${DOT})\n`;
    await writeFile(join(content, "harbour/tide.md"), "---\ntitle: Tide\nlang: en\nauthors: [A]\npublished: 2026-05-03\n---\nThe tide turns.\n");
    await writeFile(join(content, "harbour/salt.md"), article("لماذا البحر مالح؟", 1, "تحمل الأنهار أملاحًا إلى البحر."));
    await writeFile(join(content, "harbour/light.md"), article("كيف تعمل المنارة؟", 2, "تدور العدسة كل عشر ثوانٍ."));
  },
});

test("the viewer takes an Arabic page over with Arabic words", async (t) => {
  const page = await site.open(t, "a/harbour-salt/");
  assert.equal(await view(page), "canvas", await page.evaluate(() => lectern.stats().reason));
  for (const [role, name] of [["navigation", "مسار التنقل"], ["region", "مقالات ذات صلة"], ["region", "شارك هذه الصفحة"],
    ["group", "ما شعورك بعد قراءة هذا المقال؟"], ["navigation", "خريطة الأقسام"], ["navigation", "العناوين"],
    ["navigation", "المقال السابق والمقال التالي"]]) {
    assert.equal(await page.getByRole(role, { name, exact: true }).count(), 1, name);
  }
  await page.getByRole("button", { name: "سعادة" }).click();
  await page.getByText("محفوظ في هذا المتصفح فقط.").waitFor();
});

test("an English article there has English words nowhere but in itself", async (t) => {
  const page = await site.open(t, "a/harbour-tide/");
  assert.equal(await view(page), "canvas", await page.evaluate(() => lectern.stats().reason));
  assert.equal(await page.getByRole("group", { name: "ما شعورك بعد قراءة هذا المقال؟" }).count(), 1);
  assert.equal(await page.getByText("Share this page").count(), 0);
});

test("buttons stand beside each other from right to left, each in one line", async (t) => {
  const page = await site.open(t, "a/harbour-salt/");
  const [copy, mail] = await Promise.all(["نسخ الرابط", "البريد الإلكتروني"].map((name) =>
    page.locator(".share-row > *", { hasText: name }).boundingBox()));
  assert.ok(copy.width > copy.height && mail.width > mail.height, JSON.stringify([copy, mail]));
  assert.equal(copy.y, mail.y);
  assert.ok(mail.x + mail.width < copy.x, "from right to left");
});

test("a link in footnotes whose line is painted and whose text is the browser's is seen", async (t) => {
  const page = await site.open(t, "a/harbour-salt/");
  const notes = page.locator(".footnotes");
  await notes.scrollIntoViewIfNeeded();
  await stillness(page);
  assert.match(await notes.getAttribute("class") ?? "", /\bon\b/, "their line is painted");
  assert.equal(await notes.locator("p.on").count(), 0, "their text is not");
  assert.notEqual(await notes.locator("a").evaluate((it) => getComputedStyle(it).color), "rgba(0, 0, 0, 0)");
});

test("what the modules say is Arabic too", async (t) => {
  const page = await site.open(t, "a/harbour-salt/", { expected: /404|Failed to load/ });
  await page.route("**/a/harbour-light/", (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<p>" }));
  await page.getByRole("link", { name: "كيف تعمل المنارة؟" }).first().click();
  await page.getByText("تعذّر فتح الصفحة: أجاب الخادم بالرمز 404.").waitFor();
});

test("a file of the reader's own has the site's words", async (t) => {
  const page = await site.open(t, "a/harbour-salt/");
  await page.evaluate(() => lectern.open(new File(["# Own\n\nText[^1]\n\n[^1]: Note\n"], "own.md")));
  assert.equal(await view(page), "canvas");
  assert.equal(await page.getByRole("navigation", { name: "مسار التنقل" }).count(), 1);
});
