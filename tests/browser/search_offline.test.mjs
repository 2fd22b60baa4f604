// SPDX-License-Identifier: MIT
// The search where no server answers: the pages that this browser keeps are searched, and only they.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "./kit.mjs";
import { kept, makeSite, show, useReaders } from "./offline_kit.mjs";

const { reader } = useReaders();

test("without a network the pages that are kept are searched, as the index would be", async (t) => {
  const site = await makeSite(t);
  const context = await reader(t);
  const page = await show(context, `${site.url}a/lighthouse/`);
  await kept(page);
  await site.stop();
  await page.goto(site.url);
  await settled(page);
  await page.locator(".search input").fill("lihgthouses");
  await page.waitForFunction(() => document.querySelectorAll(".search-results li").length === 1);
  assert.match(await page.locator(".search-status").textContent(), /^1 story\. There is no network: .* “lighthouses?”/);
  assert.match(await page.locator(".search-passage").textContent(), /Lighthouses near each other/);
  assert.match(await page.locator(".search-results .story-date").textContent(), /^World › Oceans · Oceans desk · \d+ November 2026$/);
  await page.locator(".search-results a").click();
  await page.waitForURL("**/a/lighthouse/**");
  assert.equal(await settled(page), "canvas");
  await page.waitForFunction(() => /^1 \/ \d+$/.test(document.querySelector(".find [role=status]")?.textContent ?? ""));
});
