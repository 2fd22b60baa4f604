// SPDX-License-Identifier: MIT
// Another version of the viewer: offered, taken when the reader says so, never mixed with the one before, and
// harmless when its deployment went wrong.
import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { settled, view } from "./kit.mjs";
import { kept, makeSite, show, until, useReaders } from "./offline_kit.mjs";

const { reader } = useReaders();
const boot = (page) => page.evaluate(() => document.querySelector("script[data-files]").src.replace(/.*\//, ""));
const files = async (site) => (await readdir(join(site.out, "_"))).map((name) => `_/${name}`);
const offer = (page) => page.locator(".offer");

/** A reader of the first version, who has the article at hand and the front page. */
async function firstVersion(t) {
  const site = await makeSite(t);
  await site.watch();
  const context = await reader(t);
  const page = await show(context, `${site.url}a/lighthouse/`);
  await kept(page);
  return { site, context, page, before: await boot(page), old: await files(site) };
}

test("another version waits, is offered, and comes when the reader says so; only what changed is fetched", async (t) => {
  const { site, page, before, old } = await firstVersion(t);
  await site.change();
  await site.publish();
  site.sent = [];
  await page.reload();
  await settled(page);
  await offer(page).waitFor();
  assert.match(await offer(page).textContent(), /new version/);
  assert.equal(await boot(page), before, "the page is as it was");
  assert.equal(await view(page), "canvas");
  // What embeds alone load is none of it.
  const added = (await files(site)).filter((path) => !old.includes(path) && !path.startsWith("_/embed")).sort();
  assert.deepEqual([...new Set(site.sent.filter((path) => path.startsWith("_/")))].sort(), added);

  await page.reload();
  await settled(page);
  assert.equal(await boot(page), before, "a reload is no yes");
  await offer(page).getByRole("button").click();
  await page.waitForFunction((before) => !document.querySelector(`script[src$="${before}"]`), before);
  await settled(page);
  assert.equal(await view(page), "canvas");
  assert.equal(await offer(page).count(), 0);
  await site.stop();
  await page.reload();
  await settled(page);
  assert.notEqual(await boot(page), before, "and it stays");
  assert.equal(await view(page), "canvas");
});

test("another version comes with the next start", async (t) => {
  const { site, context, page, before } = await firstVersion(t);
  await site.change();
  await site.publish();
  await page.reload();
  await offer(page).waitFor();
  await page.close();
  // The browser takes a while to see that nobody reads any more; until then each start is with the version before.
  const next = await context.newPage();
  for (const end = Date.now() + 30_000; ; ) {
    await next.goto("about:blank");
    await next.waitForTimeout(1000);
    await next.goto(`${site.url}a/lighthouse/`);
    await settled(next);
    if (await boot(next) !== before || Date.now() > end) break;
  }
  assert.notEqual(await boot(next), before);
  assert.equal(await offer(next).count(), 0);
});

for (const [what, fault] of [
  ["misses a file", () => ({ status: 404, body: "" })],
  ["has a file with other bytes", (_, bytes) => ({ body: Buffer.concat([bytes, Buffer.from("// x")]) })],
  ["has half a file", (_, bytes) => ({ body: bytes.subarray(0, bytes.length / 2) })],
]) {
  test(`a deployment that ${what} leaves the version before as it was`, async (t) => {
    const { site, page, before, old } = await firstVersion(t);
    await site.change();
    await site.publish();
    const bad = (path) => /^_\/copy\./.test(path) && !old.includes(path);
    site.fault = (path, bytes) => bad(path) && bytes ? fault(path, bytes) : null;
    site.sent = [];
    await page.reload();
    await settled(page);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
    for (const end = Date.now() + 20_000; !site.sent.some(bad) && Date.now() < end; ) await page.waitForTimeout(100);
    assert.ok(site.sent.some(bad), "the new version was tried");
    await until(page, async () => {
      const { installing, waiting } = await navigator.serviceWorker.getRegistration();
      return !installing && !waiting;
    });
    assert.equal(await offer(page).count(), 0);
    await page.reload();
    assert.equal(await settled(page), "canvas");
    assert.equal(await boot(page), before);
    await site.stop();
    await page.reload();
    assert.equal(await settled(page), "canvas", "without a network too");
    site.fault = () => null;
    await site.watch();
    await page.reload();
    await offer(page).waitFor(); // repaired
  });
}

test("two tabs of two versions both go on, without a network too", async (t) => {
  const { site, context, page, before } = await firstVersion(t);
  await site.change();
  await site.publish();
  const other = await show(context, `${site.url}a/lighthouse/`);
  await offer(other).getByRole("button").click();
  await other.waitForFunction((before) => !document.querySelector(`script[src$="${before}"]`), before);
  await settled(other);
  assert.equal(await boot(page), before);
  await site.stop();
  // What the older tab has not loaded yet is still there.
  await page.evaluate(() => lectern.open(new File(["# A file\n\nIts text."], "a.md")));
  await page.waitForFunction(() => document.querySelector("h1").textContent === "A file");
  await other.reload();
  assert.equal(await settled(other), "canvas");
});

test("a publication that says so takes the service worker away, and all that was kept", async (t) => {
  const { site, page } = await firstVersion(t);
  await writeFile(join(site.content, "publication.json"), JSON.stringify({ title: "The Lectern Reader", offline: false }));
  await site.publish();
  await page.reload();
  await until(page, async () => !(await navigator.serviceWorker.getRegistration()) && !(await caches.keys()).length);
  await page.reload();
  assert.equal(await settled(page), "canvas");
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
});
