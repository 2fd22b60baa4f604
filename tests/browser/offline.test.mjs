// SPDX-License-Identifier: MIT
// Reading without a network, as a reader meets it: the server is stopped, replaced by a portal, or given
// another version, a good or a bad one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, settled, stillness, view } from "./kit.mjs";
import { kept, makeSite, show, until, useReaders } from "./offline_kit.mjs";

const { reader } = useReaders();
const heading = (page) => page.locator("h1").first().textContent();

for (const under of ["", "paper/"]) {
  test(`the second visit needs no server${under && ", below another site's path too"}`, async (t) => {
    const site = await makeSite(t, { under });
    const context = await reader(t);
    const base = site.url;
    const page = await show(context, `${base}a/lighthouse/`);
    await kept(page);
    await site.stop();

    await page.reload();
    assert.equal(await settled(page), "canvas", "the viewer starts");
    assert.ok((await lines(page)).length > 10);
    assert.ok(await page.locator("img").first().evaluate((it) => it.complete && it.naturalWidth > 0), "its picture");

    await page.goto(base);
    await settled(page);
    assert.equal(await heading(page), "The Lectern Reader");
    await page.locator('a[href$="a/lighthouse/"]').first().click();
    await page.waitForFunction(() => document.documentElement.dataset.view === "canvas");
    assert.match(page.url(), /a\/lighthouse\/$/, "from page to page");

    await page.goto(`${base}a/lighthouse/?view=html`);
    await settled(page);
    assert.equal(await view(page), "html", "what is asked of the view makes no difference");
    assert.match(await heading(page), /\w/);
    await page.goto(`${base}a/lighthouse`);
    assert.equal(page.url(), `${base}a/lighthouse/`, "the missing slash");

    for (const path of ["a/spring-tides/", "c/none/at/all/"]) {
      await page.goto(base + path);
      assert.equal(await heading(page), "There is no network", path);
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".page")).display), "block", "it has its styles");
      assert.equal(await page.locator("main a").first().evaluate((it) => it.href), base);
    }
    await page.locator("main a").first().click();
    await page.waitForFunction(() => document.querySelector(".front"));
  });
}

test("a page that is there is the newest one; a slow or broken answer is not waited for", async (t) => {
  const site = await makeSite(t);
  const context = await reader(t);
  const page = await show(context, `${site.url}a/lighthouse/`);
  const title = await heading(page);
  await kept(page);
  await site.edit("oceans/lighthouse.md", /^title:.*$/m, "title: The light, corrected");
  await page.reload();
  await settled(page);
  assert.equal(await heading(page), "The light, corrected");
  await until(page, async () => (await (await caches.match(location.href)).text()).includes("corrected"));

  for (const [what, answer] of [
    ["silence", () => {}],
    ["an error", (_, response) => response.writeHead(502).end("no")],
    ["a portal", (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in to the train</h1>")],
  ]) {
    await site.replace(answer);
    await page.goto(`${site.url}a/lighthouse/`);
    assert.equal(await heading(page), "The light, corrected", what);
    assert.equal(await settled(page), "canvas", what);
  }
  assert.notEqual(title, "The light, corrected");
  // The last was a portal: nothing of it was kept.
  const answers = await page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(await (await cache.match(request)).text());
    }
    return found;
  });
  assert.ok(answers.length > 10 && !answers.some((text) => text.includes("Log in")));
});
