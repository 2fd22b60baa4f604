// SPDX-License-Identifier: MIT
// The page opens: the viewer takes it over, says so, and what it says of itself is true.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, stats, useSite, view } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";

test("an article opens on the canvas, under the recommended policy and without an error", async (t) => {
  const page = await site.open(t, ARTICLE);
  assert.equal(await page.evaluate(() => lectern.ready), "canvas");
  assert.equal(await view(page), "canvas");
  assert.equal(await page.title().then((it) => it.startsWith("How a lighthouse signs its name")), true);
  const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get("content-security-policy"));
  assert.match(policy, /require-trusted-types-for 'script'/);
});

test("the page's own text is painted before the viewer is fetched and takes the graphics", async (t) => {
  const page = await site.open(t, ARTICLE, { init: () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, options) {
      if (kind === "webgl2") globalThis.graphicsAt ??= performance.now();
      return getContext.call(this, kind, options);
    };
  } });
  const [text, graphics] = await page.evaluate(() =>
    [performance.getEntriesByName("first-contentful-paint")[0].startTime, globalThis.graphicsAt]);
  assert.ok(text < graphics, `text at ${text}, graphics at ${graphics} ms`);
  const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name, startTime }) =>
    ({ name: name.replace(/.*\//, ""), startTime }))
    // The reader's settings are there before the first text, which they set.
    .filter(({ name }) => /\.(js|wasm|json)$/.test(name) && !/^(boot|look)\./.test(name)));
  assert.ok(fetched.length > 10, `${fetched.length} files`);
  for (const { name, startTime } of fetched) assert.ok(startTime > text, `${name} is fetched at ${startTime}, text is there at ${text} ms`);
});

test("globalThis.lectern is frozen and has its four parts", async (t) => {
  const page = await site.open(t, ARTICLE);
  assert.deepEqual(await page.evaluate(() => Object.keys(lectern).sort()), ["lines", "open", "ready", "stats"]);
  assert.equal(await page.evaluate(() => Object.isFrozen(lectern)), true);
});

test("stats() has all its fields, and they are plausible", async (t) => {
  const page = await site.open(t, ARTICLE);
  const it = await stats(page);
  assert.deepEqual(Object.keys(it).sort(), ["atlasBytes", "blocks", "frames", "glCalls", "heapBytes",
    "layoutMs", "layouts", "parseMs", "reason", "view", "words"]);
  assert.equal(it.view, "canvas");
  assert.equal(it.reason, "");
  assert.ok(it.frames > 0 && it.layouts > 0 && it.glCalls > 0 && it.atlasBytes > 0);
  assert.ok(it.words > 400 && it.words < 800, `${it.words} words`);
  const blocks = await page.locator("[data-block]").count();
  assert.ok(it.blocks > 20 && it.blocks <= blocks, `${it.blocks} blocks of ${blocks} elements`);
  assert.ok(it.heapBytes < 64 * 2 ** 20, `${it.heapBytes} bytes of memory`);
});

test("lines() gives the painted lines with their text", async (t) => {
  const page = await site.open(t, ARTICLE);
  const painted = await lines(page);
  assert.ok(painted.length > 20);
  for (const line of painted) {
    assert.deepEqual(Object.keys(line).sort(), ["baseline", "block", "height", "text", "width", "x", "y"]);
    assert.ok(line.baseline > line.y && line.baseline < line.y + line.height, line.text);
  }
  const title = await page.locator("h1").textContent();
  const titleBlock = Number(await page.locator("h1").getAttribute("data-block"));
  const text = painted.filter((line) => line.block === titleBlock).map((line) => line.text).join(" ");
  assert.equal(text, title);
});

test("?view=html stays HTML and says why, without a frame", async (t) => {
  const page = await site.open(t, `${ARTICLE}?view=html`);
  assert.equal(await page.evaluate(() => lectern.ready), "html");
  const it = await stats(page);
  assert.deepEqual([it.view, it.frames, it.glCalls], ["html", 0, 0]);
  assert.match(it.reason, /plain page/);
  assert.deepEqual(await lines(page), []);
});

test("?view=canvas opens on the canvas", async (t) => {
  const page = await site.open(t, `${ARTICLE}?view=canvas`);
  assert.equal(await page.evaluate(() => lectern.ready), "canvas");
});

test("open() goes to another article's address", async (t) => {
  const page = await site.open(t, ARTICLE);
  await page.evaluate(() => void lectern.open("../spring-tides/"));
  await page.waitForURL("**/a/spring-tides/");
  assert.equal(await page.evaluate(() => lectern.ready), "canvas");
});

test("a page without an article has no viewer to wait for", async (t) => {
  const page = await site.open(t, "", { wait: false });
  const known = await page.evaluate(() => "lectern" in globalThis && lectern.ready);
  assert.ok(known === false || known === "html");
});
