// SPDX-License-Identifier: MIT
// A publication's own design: page and canvas agree on it, its masthead and footer are the browser's, and tokens
// that change while a page is read change both.
import assert from "node:assert/strict";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { compareLines, lines, picture, stats, stillness, useSite, view } from "./kit.mjs";

const theme = { accent: "#0a5c36", "accent-dark": "#8fd6ae", paper: "#ffffff", serif: '"Harbour Serif", serif',
  "body-size": 1.07, "body-line": 1.73, "title-weight": 400, "panel-heading-size": 0.9, "button-height": 3.3,
  "main-width": 36, "side-width": 15, "column-gap": 3, "page-padding": 1.6, "space-4": 1.1, "space-6": 2.6, radius: 1 };
const site = useSite({
  async addContent(content) {
    await writeFile(join(content, "publication.json"), JSON.stringify({ title: "The Harbour Post", theme }));
    await mkdir(join(content, "theme"), { recursive: true });
    // Browsers know a font by what is in it.
    await mkdir(join(content, "theme/fonts"));
    for (const [weight, name] of [[400, "Regular"], [700, "Bold"]]) {
      await copyFile(`/usr/share/fonts/truetype/noto/NotoSans-${name}.ttf`, join(content, `theme/fonts/Harbour Serif-${weight}.woff2`));
    }
    await writeFile(join(content, "theme/masthead.html"),
      '{{name}}\n<p class="motto">Since the tide turned</p>\n{{sections}}\n');
    await writeFile(join(content, "theme/footer.html"), '<p><a href="{{map}}">All columns</a> of {{title}}</p>\n');
    await writeFile(join(content, "theme/style.css"), ".motto { margin-top: 1rem; color: rgb(10, 20, 30); }\n");
  },
});
const SIZES = { "a wide window": { viewport: { width: 1280, height: 800 } },
  "one column": { viewport: { width: 900, height: 800 } },
  "a phone": { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true } };

for (const [name, options] of Object.entries(SIZES)) {
  test(`every DOM line is within 1 px of the painted one, on ${name}`, async () => {
    const page = await site.look("a/lighthouse/", options);
    assert.equal(await view(page), "canvas", (await stats(page)).reason);
    let total = 0;
    for (let y = 0; ; y += 2 * options.viewport.height) {
      await page.evaluate((to) => scrollTo(0, to), y);
      await stillness(page);
      const { faults, compared } = await compareLines(page);
      assert.deepEqual(faults, []);
      total += compared;
      if (await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1)) break;
    }
    assert.equal(await view(page), "canvas", (await stats(page)).reason);
    assert.ok(total > 40, `${total} lines compared`);
  });
}

test("the theme's masthead and footer are the browser's, styled, and lead on", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  assert.equal(await page.locator(".masthead .motto").evaluate((it) => getComputedStyle(it).color), "rgb(10, 20, 30)");
  assert.equal(await page.getByRole("banner").getByRole("link", { name: "The Harbour Post" }).count(), 1);
  assert.equal(await page.getByRole("contentinfo").getByRole("link", { name: "All columns" }).count(), 1);
  await page.getByRole("contentinfo").getByRole("link").click();
  await page.waitForURL(/\/map\/$/);
  await page.getByRole("contentinfo").getByRole("link").waitFor();
  await page.goBack();
  await page.waitForFunction(() => document.documentElement.dataset.view === "canvas");
});

test("it is painted in the theme's colours", async (t) => {
  for (const [colorScheme, wanted] of [["light", [10, 92, 54]], ["dark", [143, 214, 174]]]) {
    const page = await site.open(t, "a/lighthouse/", { colorScheme });
    await page.locator(".mood-button").first().click();
    await page.mouse.move(1, 1);
    await page.evaluate(() => document.activeElement?.blur());
    await page.locator(".mood-button").first().scrollIntoViewIfNeeded();
    await stillness(page);
    const { x, y, height } = await page.locator('.mood-button[aria-pressed="true"]').boundingBox();
    const image = await picture(page);
    assert.deepEqual([...image.at(Math.round(x + 20), Math.round(y + height - 8))].slice(0, 3), wanted, colorScheme);
    // Rounded by 16 px: the page shows at its corner.
    assert.notDeepEqual([...image.at(Math.round(x + 2), Math.round(y + 2))].slice(0, 3), wanted);
  }
});

test("text is set in the theme's own font, on the canvas too", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  await page.evaluate(() => document.fonts.ready);
  await stillness(page);
  const line = (await lines(page)).find(({ text }) => text.startsWith("On a dark coast a stopwatch"));
  assert.ok(line, "its paragraph is painted");
  const [own, other] = await page.evaluate((text) => ['"Harbour Serif"', "serif"].map((family) => {
    const context = document.createElement("canvas").getContext("2d");
    context.font = `400 ${getComputedStyle(document.querySelector(".body p")).fontSize} ${family}`;
    return context.measureText(text).width;
  }), line.text);
  assert.ok(Math.abs(own - other) > 5, "the font is there");
  assert.ok(Math.abs(line.width - own) < 1, `${line.width} px, and not ${own}`);
});

/** What the embed and a reader's own wishes call. */
const restyle = (page, tokens) => page.evaluate(async (tokens) => {
  const viewer = performance.getEntriesByType("resource").find(({ name }) => /\/_\/viewer\./.test(name));
  await (await import(viewer.name)).restyle(tokens);
}, tokens);

test("tokens change page and canvas while it is read, and back", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  const before = await lines(page);
  const text = before.find(({ text }) => text.length > 60).block;
  const width = () => page.locator(`[data-block="${text}"]`).evaluate((it) => it.getBoundingClientRect().width);
  const wide = await width();
  await restyle(page, { "body-size": 1.5, "main-width": 30, ink: "#303030", sans: "serif", "side-width": 30, bogus: 1 });
  await stillness(page);
  assert.equal(await view(page), "canvas", (await stats(page)).reason);
  assert.deepEqual((await compareLines(page)).faults, []);
  assert.equal(await width(), 30 * 16);
  assert.ok(wide > 30 * 16);
  assert.equal(await page.locator(".body p").first().evaluate((it) => getComputedStyle(it).fontSize), "24px");
  await restyle(page, {});
  await stillness(page);
  assert.deepEqual(await lines(page), before);
});
