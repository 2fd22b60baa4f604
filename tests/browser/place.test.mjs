// SPDX-License-Identifier: MIT
// The reader's place, when the window changes: the same words stay where they are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertKept, assertPainted, goTo, PHONE, place, stillness, useSite } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";
const LONG = "a/day-book/";

test("a narrower window and a wide one again keep the place", async (t) => {
  const page = await site.open(t, LONG);
  for (const share of [0.2, 0.7]) {
    await goTo(page, share);
    const before = await place(page);
    await page.setViewportSize({ width: 700, height: 800 });
    await assertPainted(page, "in the narrow window");
    await assertKept(page, before, "narrow");
    await page.setViewportSize({ width: 1280, height: 800 });
    await stillness(page);
    await assertKept(page, before, "wide again");
  }
});

test("a window of any size and zoom keeps text and place", async (t) => {
  const page = await site.open(t, LONG);
  const session = await page.context().newCDPSession(page);
  await goTo(page, 0.5);
  // Zoom is fewer CSS px, each of them larger.
  for (const [what, width, height, deviceScaleFactor] of [["150 %", 853, 533, 1.5], ["300 %", 427, 267, 3],
    ["67 %", 1920, 1200, 2 / 3], ["100 %", 1280, 800, 1], ["small", 500, 400, 1], ["back", 1280, 800, 1]]) {
    const before = await place(page);
    await session.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
    await page.waitForFunction((width) => innerWidth === width, width);
    await assertPainted(page, what);
    if (before.top < height) await assertKept(page, before, what);
  }
});

test("a phone that is turned, and turned back, keeps text and place", async (t) => {
  const page = await site.open(t, LONG, PHONE);
  await goTo(page, 0.5);
  for (const [what, viewport] of [["turned", { width: 780, height: 390 }], ["turned back", PHONE.viewport]]) {
    const before = await place(page);
    await page.setViewportSize(viewport);
    await assertPainted(page, what);
    if (before.top < viewport.height) await assertKept(page, before, what);
  }
});

test("a page that has arrived in part stands where the whole one does", async (t) => {
  const lefts = [];
  for (const cut of [false, true]) {
    const page = await site.open(t, ARTICLE, { wait: false, javaScriptEnabled: false, route: ["**/lighthouse/", async (route) => {
      const html = await (await route.fetch()).text();
      const at = html.search(/<(div|aside)[^>]*class="side"/);
      assert.ok(at > 0);
      await route.fulfill({ body: cut ? html.slice(0, at) : html, contentType: "text/html" });
    }] });
    lefts.push(await page.locator(".lead").evaluate((it) => it.getBoundingClientRect().left));
  }
  assert.equal(lefts[1], lefts[0]);
});
