// SPDX-License-Identifier: MIT
// Pictures in several widths: the browser takes one that fits its screen, and the viewer's page is the
// publisher's, whether it was loaded or opened inside.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, settled, stillness, useSite, view } from "./kit.mjs";

const site = useSite();

/** The pictures of the article at hand: all that their elements say, and which file is shown. */
const pictures = (page) => page.evaluate(() => [...document.querySelectorAll("main article img")].map((it) => ({
  attributes: Object.fromEntries([...it.attributes].filter((at) => at.name !== "class").map((at) => [at.name, at.value])),
  shown: it.currentSrc.split("/").pop() ?? "",
})));

for (const [name, options, width] of /** @type {[string, object, number][]} */ ([
  ["a wide window", { viewport: { width: 1280, height: 900 } }, 640],
  ["a phone", PHONE, 960],
])) {
  test(`a picture is taken in the width that fits, on ${name}`, async (t) => {
    const page = await site.open(t, "a/rainbow/", options);
    await settled(page);
    assert.equal(await view(page), "canvas");
    const [lead] = await pictures(page);
    assert.match(lead.shown, new RegExp(`^rainbow-${width}\\.[0-9a-f]{10}\\.webp$`));
    assert.equal(lead.attributes.fetchpriority, "high");
    assert.equal(lead.attributes.width, "1600");
    const box = await page.locator("main article img").first().boundingBox();
    assert.ok(box && Math.abs(box.width / box.height - 16 / 9) < 0.02, "the space that was kept for it");
  });
}

test("an article opened inside has the pictures that it has when it is loaded", async (t) => {
  const page = await site.open(t, "a/rainbow/");
  await settled(page);
  const loaded = await pictures(page);
  assert.ok(loaded.length > 1 && loaded.every((it) => it.attributes.srcset));
  assert.deepEqual(loaded.map((it) => it.attributes.loading), loaded.map((_, i) => (i === 0 ? undefined : "lazy")));
  await page.goto(new URL("../../", page.url()).href);
  await page.locator('a[href$="a/rainbow/"]').last().click();
  await page.waitForFunction(() => location.pathname.endsWith("/a/rainbow/") && document.documentElement.dataset.view === "canvas");
  await stillness(page);
  assert.deepEqual((await pictures(page)).map((it) => it.attributes), loaded.map((it) => it.attributes));
});
