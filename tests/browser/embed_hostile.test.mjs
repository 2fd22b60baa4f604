// SPDX-License-Identifier: MIT
// Embeds where something is wrong or someone means ill: a plain card or the article's HTML stands there, one line
// is in the console, and nothing is thrown into the partner's page.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { settled, useSite } from "./kit.mjs";
import { hear, usePartner } from "./partner.mjs";

const partner = usePartner();
const stranger = usePartner();
// Before the site is published, both are there.
const site = useSite({ addContent: async (content) => {
  const path = join(content, "publication.json");
  const publication = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...publication, embed: { allow: [partner.url] } }));
} });

const line = (article = "lighthouse", attributes = "") =>
  `<script async src="${site.url}/embed.js" data-article="${article}" ${attributes}></script>`;
/** A partner's page, and the warnings of its console. */
async function open(t, body, { from = partner, ...options } = {}) {
  const warnings = [];
  const page = await site.open(t, from.page(body), { wait: false, expected: /./, ...options,
    init: options.init ?? (() => {}) });
  page.on("console", (message) => /^Lectern: /.test(message.text()) && warnings.push(message.text()));
  return { page, warnings };
}
const frameOf = async (page) => (await hear(page, "ready"), page.frames().find((it) => it.url().includes("/embed/")));
/** Which view the frame has once it is seen. */
const viewOf = async (frame) => (await frame.waitForFunction(() => globalThis.lectern), settled(frame));
const thrown = (page) => page.evaluate(() => globalThis.thrown);
/** All that a host answers but the policy, as one that sends no headers. */
const withoutPolicy = (pattern) => [pattern, async (route) => {
  const response = await route.fetch();
  const { "content-security-policy": _, "x-frame-options": __, ...headers } = response.headers();
  await route.fulfill({ response, headers });
}];

test("who is on the list sees the article; who is not sees a card, by the host's headers", async (t) => {
  const { page } = await open(t, line());
  assert.equal(await viewOf(await frameOf(page)), "canvas");
  const other = (await open(t, line("lighthouse", "data-title='A lighthouse'"), { from: stranger })).page;
  await other.waitForFunction(() => globalThis.failed.length);
  const card = other.getByRole("link", { name: "A lighthouse" });
  assert.equal(await card.getAttribute("href"), `${site.url}/a/lighthouse/`);
  assert.equal(await other.locator("iframe").count(), 0);
  assert.deepEqual(await thrown(other), []);
});

test("where the host sends no headers, the frame itself shows a card and says so", async (t) => {
  const { page } = await open(t, line(), { from: stranger, route: withoutPolicy("**/embed/**") });
  const { code } = await hear(page, "error");
  assert.equal(code, "refused");
  const frame = await frameOf(page);
  assert.equal(await frame.locator(".body").isVisible(), false);
  assert.ok(await frame.getByRole("link", { name: "The Lectern Reader" }).isVisible());
  // No wish of the page around changes that.
  await page.evaluate((origin) => document.querySelector("iframe").contentWindow
    .postMessage({ lectern: 1, type: "settings", form: "full" }, origin), site.url);
  await page.waitForTimeout(200);
  assert.equal(await frame.locator(".body").isVisible(), false);
});

test("only what is below embed/ can be framed", async (t) => {
  const { page } = await open(t, `<iframe src="${site.url}/a/lighthouse/"></iframe>`);
  await page.waitForTimeout(500);
  assert.equal(await page.frames()[1].locator("h1.title").count(), 0);
});

test("an article that is not there is a card, with one line in the console", async (t) => {
  const { page, warnings } = await open(t, line("no-such-article", "data-title='It was here'"));
  await page.waitForFunction(() => globalThis.failed.length);
  assert.ok(await page.getByRole("link", { name: "It was here" }).isVisible());
  assert.deepEqual(warnings.length, 1, warnings.join());
  assert.deepEqual(await thrown(page), []);
});

test("wrong use is one line in the console, and nothing is thrown", async (t) => {
  const { page, warnings } = await open(t, `<script src="${site.url}/embed.js"></script><lectern-article></lectern-article>
    <div id="box"></div>`);
  await page.evaluate(() => {
    for (const options of [undefined, null, {}, { article: "" }, { article: "x", site: "javascript:1" }, { article: "x", site: "" }, 7]) {
      lecternEmbed(document.querySelector("#box"), options).set({ theme: "dark" });
    }
    lecternEmbed(null, { article: "x" }).remove();
  });
  await page.waitForTimeout(100);
  assert.equal(warnings.length, 8, "and one of the empty element before the console was listened to");
  assert.deepEqual(await thrown(page), []);
});

const GARBAGE = () => {
  const cyclic = { lectern: 1, type: "height" };
  cyclic.height = cyclic;
  const values = [null, undefined, NaN, -1, 0, Infinity, 1e300, "", "x".repeat(1e6), {}, [], [[]], cyclic, new Date(0), /x/,
    new Map([[1, 2]]), new ArrayBuffer(8), 10n, true, "javascript:alert(1)", "constructor", "__proto__"];
  const all = [...values];
  for (const type of ["ready", "height", "navigate", "mood", "progress", "error", "blur", "settings", ...values]) {
    for (const value of values) {
      all.push({ lectern: 1, type, height: value, url: value, top: value, mood: value, progress: value, code: value,
        message: value, title: value, tokens: value, form: value, theme: value, navigate: value, secret: value, value }, { lectern: value, type });
    }
  }
  return all;
};

test("a hostile child: what a frame sends is checked, and what others send in its name is ignored", async (t) => {
  const { page } = await open(t, `${line()}<iframe id="other" srcdoc="x"></iframe>`);
  const frame = await frameOf(page);
  await viewOf(frame);
  await page.evaluate(() => {
    globalThis.seen = [];
    document.addEventListener("lectern-height", ({ detail }) => globalThis.seen.push(detail.height));
    document.addEventListener("lectern-navigate", ({ detail }) => globalThis.seen.push(detail.url));
    globalThis.open = () => globalThis.seen.push("opened");
  });
  const height = () => page.evaluate(() => document.querySelector("lectern-article iframe").getBoundingClientRect().height);
  const before = await height();
  // From another frame, and from the page itself, with the right form.
  await page.frames().find((it) => it.parentFrame() && it !== frame).evaluate(() => parent.postMessage({ lectern: 1, type: "height", height: 77 }, "*"));
  await page.evaluate(() => postMessage({ lectern: 1, type: "height", height: 77 }, "*"));
  await page.waitForTimeout(200);
  assert.equal(await height(), before);
  assert.deepEqual(await page.evaluate(() => globalThis.seen), []);
  // From the frame: garbage of every kind, many times.
  await frame.evaluate((make) => {
    const all = new Function(`return (${make})()`)();
    for (let i = 0; i < 2; i++) for (const it of all) parent.postMessage(it, "*");
  }, String(GARBAGE)).catch((error) => assert.match(String(error), /Trusted|unsafe-eval/));
  await page.waitForTimeout(500);
  assert.deepEqual(await thrown(page), []);
  assert.ok((await page.evaluate(() => globalThis.seen)).every((it) => it >= 1 && it <= 500_000), "nothing but sane heights");
});

test("a hostile parent: the frame heeds nothing but known wishes of the page that it stands in", async (t) => {
  const { page } = await open(t, line());
  const frame = await frameOf(page);
  await viewOf(frame);
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  const look = () => frame.evaluate(() => JSON.stringify([document.documentElement.dataset, document.body.innerText.length]));
  const before = await look();
  await page.evaluate((make) => {
    const target = document.querySelector("iframe").contentWindow;
    for (const it of new Function(`return (${make})()`)()) target.postMessage(it, "*");
  }, String(GARBAGE));
  await page.waitForTimeout(500);
  assert.equal(await look(), before);
  assert.deepEqual(problems, []);
  // The frame's own window and a stranger's are not the page that it stands in.
  await frame.evaluate(() => postMessage({ lectern: 1, type: "settings", theme: "dark" }, "*"));
  await page.waitForTimeout(100);
  assert.equal(await look(), before);
});

test("removed, moved and hidden while it loads", async (t) => {
  const { page } = await open(t, `<script src="${site.url}/embed.js"></script><div id="a"></div><div id="b"></div>`);
  await page.evaluate(async () => {
    const frames = () => new Promise((done) => setTimeout(done, 30));
    for (let i = 0; i < 5; i++) {
      const element = document.createElement("lectern-article");
      Object.assign(element.dataset, { article: "lighthouse", height: "200" });
      document.querySelector("#a").append(element);
      await frames();
      if (i % 2) element.remove();
      else document.querySelector("#b").append(element);
      await frames();
      element.style.display = i % 3 ? "none" : "block";
    }
  });
  await page.evaluate(() => document.querySelectorAll("lectern-article").forEach((it) => (it.style.display = "block")));
  await page.waitForFunction(() => document.querySelectorAll("iframe").length === 3);
  for (const frame of page.frames().slice(1)) await frame.waitForFunction(() => document.documentElement.dataset.view === "canvas");
  assert.deepEqual(await thrown(page), []);
});

test("two loaders on a page are one", async (t) => {
  const { page } = await open(t, `${line()}${line("rainbow", "data-form='card'")}
    <script async src="${site.url}/embed.js?another" data-article="rainbow" data-form="compact"></script>`);
  // Whoever grows pushes the others away, and only what is near is loaded.
  for (let i = 0; i < 3; i++) {
    const embed = page.locator("lectern-article").nth(i);
    await embed.waitFor();
    await embed.evaluate((it) => it.scrollIntoView());
    await embed.locator("iframe").waitFor();
  }
  await page.waitForFunction(() => globalThis.heard.filter(({ type }) => type === "height").length >= 3);
  assert.equal(await page.locator("lectern-article iframe").count(), 3);
  assert.deepEqual(await thrown(page), []);
});

test("under a policy without WebAssembly the HTML is read, the partner is told, and a mood holds for the visit", async (t) => {
  const { page } = await open(t, line(), { route: ["**/embed/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "script-src 'self'; default-src 'self'; frame-ancestors *" } });
  }] });
  const frame = await frameOf(page);
  const { code, message } = await hear(page, "error");
  assert.equal(code, "viewer");
  assert.match(message, /could not be loaded/);
  assert.ok(await frame.getByText("chart prints each rhythm").first().isVisible());
  const sad = frame.getByRole("button", { name: "Sad" });
  await sad.click();
  assert.equal(await sad.getAttribute("aria-pressed"), "true");
});
