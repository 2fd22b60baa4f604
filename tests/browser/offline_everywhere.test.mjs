// SPDX-License-Identifier: MIT
// Reading without a network in Chromium, Firefox and WebKit alike: the server is stopped, and the front page, what was
// read and what was saved are there as before.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines } from "./engines.mjs";
import { settled } from "./kit.mjs";
import { kept, makeSite, show } from "./offline_kit.mjs";

const heading = (page) => page.evaluate(() => document.querySelector("h1").textContent);

for (const [name, start] of engines) {
  describe(name, () => {
    let browser;
    before(async () => (browser = await start()));
    after(() => browser?.close());

    test("the second visit needs no server: front page, a read article, a saved column, and the list of them", async (t) => {
      const site = await makeSite(t);
      const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
      t.after(() => context.close());
      context.setDefaultTimeout?.(60_000); // of a busy machine
      const page = await show(context, `${site.url}a/lighthouse/`);
      await kept(page);
      await page.goto(`${site.url}c/world/oceans/`);
      await page.waitForFunction(() => document.querySelector(".save-column:not([hidden]) button"));
      const articles = await page.evaluate(() => [...document.querySelectorAll(".story-title a")].map((it) => it.href));
      await page.evaluate(() => document.querySelector(".save-column button").click());
      await page.waitForFunction(() => document.querySelector(".save-column .status").textContent.startsWith("Saved. "));
      await site.stop();

      for (const url of [`${site.url}a/lighthouse/`, articles.find((it) => !it.includes("/lighthouse/"))]) {
        await page.goto(url);
        assert.equal(await settled(page), "canvas", url);
        assert.doesNotMatch(await heading(page), /no network/, url);
      }
      for (const path of ["", "c/world/oceans/"]) {
        await page.goto(site.url + path);
        await page.waitForFunction(() => document.querySelectorAll(".story-title a").length > 3);
      }
      await page.goto(`${site.url}saved/`);
      await page.waitForFunction((count) => document.querySelectorAll(".kept-page").length >= count, articles.length);
      await page.goto(`${site.url}a/shipping-forecast-that-never-was/`);
      assert.equal(await heading(page), "There is no network");
    });
  });
}
