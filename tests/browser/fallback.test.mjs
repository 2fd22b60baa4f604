// SPDX-License-Identifier: MIT
// Whenever the canvas cannot serve, the reader has the whole article as HTML, and stats() says why.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inkOf, launch, picture, stats, stillness, useSite, view } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";
const LAST_WORDS = "because a chart outlives a lamp.";

/** The article is there from the title to its last words, and can be seen. */
async function assertWholeArticle(page) {
  assert.ok(["html", "loading"].includes(await view(page)), `data-view is ${await view(page)}`);
  const last = page.locator(".body p").last();
  assert.ok((await last.textContent()).includes(LAST_WORDS));
  for (const locator of [page.locator("h1"), page.locator(".body p").first(), last]) {
    await locator.evaluate((element) => element.scrollIntoView({ block: "center" }));
    assert.ok(inkOf(await picture(page, await locator.boundingBox())) > 0.02, "it is seen");
  }
  const overlap = await page.evaluate(() => {
    const rects = [...document.querySelectorAll(".body > *")].map((it) => it.getBoundingClientRect());
    return rects.slice(1).filter((rect, i) => rect.top < rects[i].bottom - 1).length;
  });
  assert.equal(overlap, 0, "no block lies over another");
}

const becameHtml = async (page, reason) => {
  assert.equal(await page.evaluate(() => lectern.ready), "html");
  const it = await stats(page);
  assert.equal(it.view, "html");
  assert.match(it.reason, reason);
  await assertWholeArticle(page);
};

test("without JavaScript", async (t) => {
  const page = await site.open(t, ARTICLE, { javaScriptEnabled: false, wait: false });
  assert.equal(await page.locator("html").getAttribute("data-view"), "html");
  assert.ok((await page.locator(".body p").last().textContent()).includes(LAST_WORDS));
  assert.ok(inkOf(await picture(page, await page.locator("h1").boundingBox())) > 0.02);
  assert.equal(await page.locator(".mood-button").first().isVisible(), false, "no button that does nothing");
  await page.getByRole("link", { name: "our guide to tides" }).click();
  await page.waitForURL("**/a/spring-tides/");
});

test("without WebAssembly", async (t) => {
  const page = await site.open(t, ARTICLE, { init: () => delete globalThis.WebAssembly, wait: false });
  await becameHtml(page, /WebAssembly/);
});

test("without WebGL2", async (t) => {
  const page = await site.open(t, ARTICLE, {
    wait: false,
    init: () => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return /webgl/.test(kind) ? null : real.call(this, kind, ...rest);
      };
    },
  });
  await becameHtml(page, /WebGL2/);
  await page.getByRole("button", { name: "Amused" }).click();
  assert.equal(await page.locator("[aria-pressed=true]").textContent(), "Amused");
});

test("in a browser started without WebGL", async (t) => {
  const browser = await launch(["--disable-gpu", "--disable-3d-apis"]);
  t.after(() => browser.close());
  const page = await site.open(t, ARTICLE, { browser, wait: false, expected: /WebGL/ });
  await becameHtml(page, /WebGL2/);
});

for (const [what, pattern, act, reason] of [
  ["the WebAssembly is missing", "**/*.wasm", (route) => route.fulfill({ status: 404 }), /404/],
  ["the WebAssembly never comes whole", "**/*.wasm", (route) => route.fulfill({ body: Buffer.from("\0asm\x01\0\0\0\x01"), contentType: "application/wasm" }), /could not be loaded/],
  ["the network fails", "**/*.wasm", (route) => route.abort(), /could not be loaded/],
  ["Emscripten's module is missing", "**/lectern.*.js", (route) => route.fulfill({ status: 404 }), /could not be loaded/],
  ["the article's data is missing", "**/article.json", (route) => route.fulfill({ status: 404 }), /404/],
  ["the article's data is empty", "**/article.json", (route) => route.fulfill({ body: "" }), /\S+ \S+/],
  ["the article's data is cut off", "**/article.json", async (route) => {
    const text = await (await route.fetch()).text();
    await route.fulfill({ body: text.slice(0, text.length / 2) });
  }, /article\.json.*\S/],
  ["a field has a wrong type", "**/article.json", async (route) => {
    const json = await (await route.fetch()).json();
    await route.fulfill({ json: { ...json, title: { not: "a title" } } });
  }, /title/],
  ["the data is a list", "**/article.json", (route) => route.fulfill({ body: "[1, 2, 3]" }), /\S+ \S+/],
  ["the data is of another article", "**/article.json", async (route) => {
    const json = await (await route.fetch()).json();
    await route.fulfill({ json: { ...json, body: { format: "markdown", text: "Something else." } } });
  }, /HTML/],
]) {
  test(`when ${what}`, async (t) => {
    const page = await site.open(t, ARTICLE, { wait: false, expected: /404|ERR_FAILED/, route: [pattern, act] });
    await becameHtml(page, reason);
  });
}

test("deep nesting and huge numbers in the data do no harm", async (t) => {
  for (const body of [`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, `{"lectern": 1e999, "title": "x"}`,
    `{"title": "x", "body": {"format": "blocks", "blocks": ${"[".repeat(50_000)}`]) {
    const page = await site.open(t, ARTICLE, { wait: false,
      route: ["**/article.json", (route) => route.fulfill({ body })] });
    await becameHtml(page, /\S+ \S+/);
  }
});

test("the WebAssembly is served with a wrong type", async (t) => {
  const page = await site.open(t, ARTICLE, { route: ["**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  }] });
  assert.equal(await page.evaluate(() => lectern.ready), "canvas");
});

test("text that something else changes is shown, as a translator does", async (t) => {
  const page = await site.open(t, ARTICLE);
  const text = page.locator(".body p").first();
  await text.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
    const font = document.createElement("font");
    font.textContent = "An einer dunklen Küste sagt dir eine Stoppuhr, wo du bist.";
    element.replaceChildren(font);
  });
  await page.waitForFunction(() => document.documentElement.dataset.view === "html");
  assert.match((await stats(page)).reason, /translator/);
  assert.ok(inkOf(await picture(page, await text.boundingBox())) > 0.02);
  assert.equal(await page.locator("i.b").count(), 0, "no markers are left");
  assert.equal(await page.locator(".on, .laid").count(), 0);
});

test("what is pinched larger is the DOM's own text", async (t) => {
  const page = await site.open(t, ARTICLE, { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2 });
  await page.waitForFunction(() => !document.querySelector(".on"));
  assert.equal(await page.locator("#lectern-canvas").isVisible(), false);
  await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 1 });
  await page.waitForFunction(() => document.querySelector(".on"));
});
