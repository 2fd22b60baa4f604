// SPDX-License-Identifier: MIT
// The publication as an installed app: what a system finds in its manifest, and what it then opens with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSite, show, useReaders } from "./offline_kit.mjs";

const { reader } = useReaders();

test("Chromium finds nothing wrong with the manifest, and all that it names is there", async (t) => {
  const site = await makeSite(t);
  const page = await show(await reader(t), site.url);
  const session = await page.context().newCDPSession(page);
  const { url, data, errors } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((it) => it !== "in-incognito"), []); // as contexts are
  const manifest = JSON.parse(data);
  assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  assert.deepEqual(manifest.screenshots.map(({ form_factor }) => form_factor).sort(), ["narrow", "wide"]);
  const pictures = [...manifest.icons, ...manifest.screenshots];
  for (const { src, sizes, type } of pictures) {
    const found = await page.evaluate(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      return [`${image.naturalWidth}x${image.naturalHeight}`, (await fetch(src)).headers.get("content-type")];
    }, new URL(src, url).href);
    assert.equal(found[1], type, src);
    if (sizes !== "any") assert.equal(found[0], sizes, src);
  }
  for (const address of [manifest.start_url, ...manifest.shortcuts.map((it) => it.url), manifest.file_handlers[0].action, manifest.share_target.action]) {
    assert.equal(await page.evaluate(async (it) => (await fetch(it)).status, new URL(address, url).href), 200, address);
  }
});

test("files that the system opens with the app are shown", async (t) => {
  const site = await makeSite(t);
  const context = await reader(t);
  await context.addInitScript(() => Object.defineProperty(globalThis, "launchQueue",
    { value: { setConsumer: (take) => (globalThis.launch = take) } }));
  const page = await show(context, `${site.url}map/`);
  await page.waitForFunction(() => globalThis.launch);
  await page.evaluate(() => globalThis.launch({ files: [{ getFile: async () => new File(["# From the desktop"], "a.md") }] }));
  await page.waitForFunction(() => document.querySelector("h1")?.textContent === "From the desktop");
});

/** The address that a system makes of what another app shares. */
async function sharedWith(page, values) {
  const manifest = await page.evaluate(async () => {
    const { href } = document.querySelector("link[rel=manifest]");
    return { href, ...await (await fetch(href)).json() };
  });
  const { action, params } = manifest.share_target;
  const url = new URL(action, manifest.href);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(params[name], value);
  return url.href;
}

test("an address of the publication that another app shares opens; of anything else a sentence says that it can't", async (t) => {
  const site = await makeSite(t);
  const page = await show(await reader(t), site.url);
  for (const values of [
    { title: "A lighthouse", text: `Have you read ${site.url}a/lighthouse/?` },
    { url: `${site.url}a/lighthouse/` },
    { text: `${site.url}a/lighthouse/article.json` },
  ]) {
    await page.goto(await sharedWith(page, values));
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "How a lighthouse signs its name");
    await page.goBack();
    await page.waitForFunction(() => location.pathname === "/map/" && !location.search && document.querySelector(".own-file"));
  }
  for (const values of [{ url: "https://elsewhere.example/a/lighthouse/" }, { text: "no address at all" }]) {
    await page.goto(await sharedWith(page, values));
    await page.locator(".notice").filter({ hasText: "could not be opened" }).waitFor();
    assert.equal(page.url(), `${site.url}map/`);
  }
});
