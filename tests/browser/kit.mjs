// SPDX-License-Identifier: MIT
// What every browser test needs: a published site on a server of its own, a browser, pages that
// fail the test when they log an error, and pictures of what a reader sees.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { decodePng } from "./png.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const lectern = process.env.LECTERN ?? join(root, "build/native/lectern");

// WebGL2 without a graphics card, and nothing that talks to the outside.
const CHROMIUM_FLAGS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist", "--no-sandbox", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const launch = (flags = [], options = {}) => chromium.launch({
  ...options,
  executablePath: process.env.LECTERN_CHROMIUM || "/usr/bin/chromium",
  args: [...(options.headless === false ? [] : ["--headless=new"]), ...CHROMIUM_FLAGS, ...flags],
});

/** Publishes the sample with the fixtures beside it, and serves it: { url, close }. */
async function publishAndServe(addContent) {
  const folder = await mkdtemp(join(tmpdir(), "lectern-browser-"));
  const content = join(folder, "content");
  await cp(join(root, "assets/sample"), content, { recursive: true });
  await cp(join(root, "tests/browser/fixtures"), join(content, "fixtures"), { recursive: true });
  await addContent?.(content);
  await promisify(execFile)(lectern, ["build", content, "-o", join(folder, "site")]);
  const server = spawn(lectern, ["serve", join(folder, "site"), "--port", "0"],
    { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /^Lectern: (http:\S+)\/$/.exec(line)?.[1];
    if (!url) continue;
    return {
      url,
      async close() {
        server.kill();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }
  throw new Error(`${lectern} serve ended without an address`);
}

/** The sites of a file's tests, by what is added to them: each is published once, and closed by the last that asked. */
const sites = new Map();

/** @param {((content: string) => Promise<void>) | undefined} addContent */
function shareSite(addContent) {
  const shared = sites.get(addContent) ?? { users: 0, site: undefined };
  sites.set(addContent, shared);
  shared.users++;
  return {
    open: () => (shared.site ??= publishAndServe(addContent)),
    async close() {
      if (!--shared.users) await (await shared.site)?.close();
    },
  };
}

/**
 * A browser and a site for the tests of one file. `open` gives a page; an error that the page logs
 * or throws fails the test, unless `expected` matches it. `init` runs in the page before all else,
 * `route` is a pattern of addresses and what answers them; `until` is as playwright's waitUntil.
 * `addContent` may write more articles into the content folder, whose path it is given; `start` gives another
 * browser. `look` gives a page that all tests of the file share, for those that only look at it.
 */
export function useSite({ addContent, start = launch } = {}) {
  const world = { url: "", browser: null };
  const site = shareSite(addContent);
  before(async () => {
    [{ url: world.url }, world.browser] = await Promise.all([site.open(), start()]);
  });
  /** What is to be done before the browser is closed. @type {(() => Promise<void>)[]} */
  const ends = [];
  after(async () => {
    try {
      await Promise.all(ends.map((end) => end()));
    } finally {
      await world.browser?.close();
      await site.close();
    }
  });

  world.open = async (t, path, { expected, init, route, browser = world.browser, wait = true, until = "load",
    ...options } = {}) => {
    // A service worker would answer in place of what a test answers; offline.test.mjs has it. What moves is looked at
    // where a test asks for it.
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block", reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000); // of a busy machine
    const problems = [];
    const note = (text) => expected?.test(text) || problems.push(text);
    page.on("console", (message) => message.type() === "error" && note(message.text()));
    page.on("pageerror", (error) => note(String(error)));
    t.after(async () => {
      await context.close();
      assert.deepEqual(problems, [], "the page logged no error");
    });
    if (init) await page.addInitScript(init);
    if (route) await page.route(...route);
    await page.goto(new URL(path, `${world.url}/`).href, { waitUntil: until });
    if (wait) await settled(page);
    return page;
  };
  const shared = new Map();
  world.look = (path, options) => {
    const key = JSON.stringify([path, options]);
    if (!shared.has(key)) shared.set(key, world.open({ after: (end) => ends.push(end) }, path, options));
    return shared.get(key);
  };
  return world;
}

/** Waits for the viewer and its first frames, so that what is seen next is what stays. */
export async function settled(page) {
  const view = await page.evaluate(() => lectern.ready);
  // Pictures that come into reach are loaded late.
  if (page.context?.().browser().browserType().name() === "chromium") await page.waitForLoadState("networkidle");
  else await page.waitForFunction(() => [...document.images].every((it) => it.complete || it.loading === "lazy"));
  await stillness(page);
  return view;
}

/** Waits for the viewer, and until no frame was drawn for a while and none that was asked for is still to come. */
export const stillness = (page) => page.evaluate(async () => {
  await lectern.ready;
  for (let last = -1, calm = 0; calm < 3; ) {
    const { frames } = lectern.stats();
    calm = frames === last ? calm + 1 : 0;
    last = frames;
    await new Promise((done) => setTimeout(() => requestAnimationFrame(done), 80));
  }
});

/**
 * Shows the lines that the core has broken as the browser draws them, in place of the canvas: so that the two can be
 * compared where the browser alone would break elsewhere. Runs in the page.
 */
export const showText = () => {
  document.querySelector("#lectern-canvas").hidden = true;
  for (const it of document.querySelectorAll(".on")) it.classList.remove("on");
};

/** Counts the frames that are asked for and the draw calls: the `init` of a page whose counts `drawing` gives. */
export const countDrawing = () => {
  globalThis.asked = globalThis.drawn = 0;
  const real = requestAnimationFrame;
  globalThis.requestAnimationFrame = (call) => (globalThis.asked++, real(call));
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...values) {
    globalThis.drawn++;
    return draw.apply(this, values);
  };
};
/** Both counts, and the frames that the viewer tells of. */
export const drawing = (page) => page.evaluate(() => [globalThis.asked, globalThis.drawn, lectern.stats().frames]);

export const view = (page) => page.evaluate(() => document.documentElement.dataset.view);
export const stats = (page) => page.evaluate(() => lectern.stats());
export const lines = (page) => page.evaluate(() => lectern.lines());

/** The DOM's own line rects of each painted block, beside what lines() says of it: within so many px. */
export const compareLines = (page, across = 1, down = 1) => page.evaluate(([across, down]) => {
  const told = new Map();
  for (const line of lectern.lines()) {
    if (!told.has(line.block)) told.set(line.block, []);
    told.get(line.block).push(line);
  }
  const faults = [];
  let compared = 0;
  const worst = [0, 0, 0]; // at the left, at the right, at the top
  for (const [block, expected] of told) {
    const element = document.querySelector(`[data-block="${block}"]`);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const rects = [];
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      rects.push(...[...range.getClientRects()].filter((rect) => rect.width > 0.5));
    }
    for (const line of expected) {
      const middle = line.y + line.height / 2 - scrollY;
      const mine = rects.filter((rect) => Math.abs((rect.top + rect.bottom) / 2 - middle) < line.height / 2);
      if (!mine.length) {
        if (line.text.trim()) faults.push(`${block}: no line "${line.text}"`);
        continue;
      }
      compared++;
      const left = Math.min(...mine.map((rect) => rect.left));
      const right = Math.max(...mine.map((rect) => rect.right));
      const top = Math.min(...mine.map((rect) => rect.top)) + scrollY;
      // In Firefox a rect grows upwards by the fonts that stand in for missing glyphs; the line stays.
      const growth = Math.max(0, ...mine.map((rect) => rect.height - line.height));
      const off = [left - line.x, right - line.x - line.width, Math.max(0, Math.abs(top - line.y) - growth)];
      off.forEach((it, i) => (worst[i] = Math.max(worst[i], Math.abs(it))));
      if (off.some((it, i) => Math.abs(it) > (i < 2 ? across : down))) {
        faults.push(`${block}: "${line.text.slice(0, 40)}" is off by ${off.map((it) => it.toFixed(2))}`);
      }
    }
  }
  return { faults, compared, worst };
}, [across, down]);

/**
 * Texts in the window that cannot be seen: transparent ones that are not painted, or are painted where
 * the canvas does not reach; and how many are painted and how many plain. Runs in the page.
 */
export const unseen = () => {
  const canvas = document.querySelector("#lectern-canvas").getBoundingClientRect();
  const faults = [];
  const walker = document.createTreeWalker(document.querySelector(".body"), NodeFilter.SHOW_TEXT);
  let [painted, plain] = [0, 0];
  const range = document.createRange();
  const isIn = (rect) => rect.width > 0.5 && rect.bottom > 0 && rect.top < innerHeight;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !isIn(text.parentElement.getBoundingClientRect())) continue;
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()].filter(isIn);
    if (!rects.length) continue;
    const style = getComputedStyle(text.parentElement);
    const what = `"${text.data.trim().slice(0, 30)}"`;
    const isClear = /rgba.*, 0\)$|transparent/.test(style.color);
    if (!text.parentElement.closest(".on")) {
      plain++;
      if (isClear || style.visibility !== "visible") faults.push(`${what} is neither painted nor plain`);
      continue;
    }
    painted++;
    if (!isClear) faults.push(`${what} is seen twice`);
    if (rects.some((rect) => Math.max(rect.top, 0) < canvas.top - 1 ||
      Math.min(rect.bottom, innerHeight) > canvas.bottom + 1)) faults.push(`${what} is beyond the canvas`);
  }
  return { faults, painted, plain };
};

/**
 * The first letter of the topmost whole line: its block, its offset in the block's text, and how far down it is. Not of
 * what the browser skips, which is unseen although it may reach into view, where it is higher than it was guessed to be.
 */
export const place = (page) => page.evaluate(() => {
  const range = document.createRange();
  for (const element of document.querySelectorAll(".body [data-block]")) {
    if (element.querySelector("[data-block]") || !element.checkVisibility({ contentVisibilityAuto: true }) ||
      element.getBoundingClientRect().bottom < 0) continue;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let offset = 0; walker.nextNode(); offset += walker.currentNode.length) {
      for (let i = 0; i < walker.currentNode.length; i++) {
        range.setStart(walker.currentNode, i);
        range.setEnd(walker.currentNode, i + 1);
        const { top, width } = range.getBoundingClientRect();
        if (width && top >= 0) return { block: element.dataset.block, offset: offset + i, top };
      }
    }
  }
});

/** What the reader sees, as a picture in device px. `clip` in CSS px of the window. */
export async function picture(page, clip) {
  const options = { scale: "device", caret: "initial", ...(clip && { clip }) };
  return decodePng(await page.screenshot(options));
}

/** How often each color, as a number of 24 bits, is in a part of a picture. @returns {Map<number, number>} */
export function countColors(image, { x = 0, y = 0, width = image.width, height = image.height }) {
  const counts = new Map();
  const right = Math.min(image.width, Math.round(x + width)), bottom = Math.min(image.height, Math.round(y + height));
  for (let row = Math.max(0, Math.round(y)); row < bottom; row++) {
    for (let column = Math.max(0, Math.round(x)); column < right; column++) {
      const at = 4 * (row * image.width + column);
      const color = image.data[at] << 16 | image.data[at + 1] << 8 | image.data[at + 2];
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
  }
  return counts;
}
const rgb = (color) => [color >> 16, (color >> 8) & 255, color & 255];
const commonest = (counts) => [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];

/**
 * How much of a picture's part is ink: the share of px that differ clearly from its ground, which
 * is the color that most px have.
 */
export function inkOf(image, part = {}) {
  const counts = countColors(image, part);
  if (!counts.size) return 0;
  const ground = rgb(commonest(counts));
  let [all, ink] = [0, 0];
  for (const [color, count] of counts) {
    all += count;
    if (rgb(color).some((it, i) => Math.abs(it - ground[i]) > 40)) ink += count;
  }
  return ink / all;
}

/** The share of px in which two pictures of one size differ clearly. */
export function difference(a, b) {
  assert.deepEqual([a.width, a.height], [b.width, b.height], "both pictures have one size");
  let differing = 0;
  const differs = (i) => Math.abs(a.data[i] - b.data[i]) > 24;
  for (let i = 0; i < a.data.length; i += 4) if (differs(i) || differs(i + 1) || differs(i + 2)) differing++;
  return differing / (a.width * a.height);
}

/** Relative luminance, WCAG 2.2. */
const luminance = (color) => {
  const [r, g, b] = color.map((it) => it / 255).map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** How many times as light one color is as another, WCAG 2.2. */
export const contrast = (a, b) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

/** The commonest color of a part of a picture, and the one of at least a few px that stands out most from it. */
export function colorsOf(image, part) {
  const counts = countColors(image, part);
  const ground = rgb(commonest(counts));
  const ink = [...counts].filter(([, count]) => count > 8).map(([color]) => rgb(color))
    .sort((a, b) => contrast(b, ground) - contrast(a, ground))[0];
  return { ground, ink };
}

/** The average color of a picture. */
export function average(image) {
  const sum = [0, 0, 0];
  for (let i = 0; i < image.data.length; i++) if (i % 4 < 3) sum[i % 4] += image.data[i];
  return sum.map((it) => it / (image.width * image.height));
}

/** A box of the window, a little larger, for `picture`'s clip. */
export const around = ({ x, y, width, height }, by = 0) => ({
  x: Math.floor(x - by), y: Math.floor(y - by),
  width: Math.ceil(width + 2 * by), height: Math.ceil(height + 2 * by),
});

export const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const LINE = 32; // px, a little more than a line of the text

/** Scrolls to a share of the page's height. */
export const goTo = async (page, share) => {
  await page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), share);
  await stillness(page);
};

/** As `picture`, which waits for fonts in Chromium. */
export async function pictureNow(page) {
  if (page.context?.().browser().browserType().name() !== "chromium") return picture(page);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "png" });
  return decodePng(Buffer.from(data, "base64"));
}

/** The canvas shows the text in the window, each line at its place. */
export async function assertPainted(page, what) {
  await page.waitForFunction(() => document.documentElement.dataset.view === "canvas");
  await stillness(page);
  const { faults, painted } = await page.evaluate(unseen);
  assert.deepEqual(faults, [], what);
  assert.ok(painted > 3, `${what}: ${painted} texts are painted`);
  const lines = await compareLines(page);
  assert.deepEqual(lines.faults, [], what);
  // In a window that is lower than ten lines and half as much again above and below there are fewer.
  const least = await page.evaluate(() => Math.min(10, innerHeight / 30));
  assert.ok(lines.compared > least, `${what}: ${lines.compared} lines`);
  assert.ok(inkOf(await pictureNow(page)) > 0.01, what);
}

/** How far down the window the letter of a `place` is now. */
export const topOf = (page, { block, offset }) => page.evaluate(([block, offset]) => {
  const walker = document.createTreeWalker(document.querySelector(`[data-block="${block}"]`), NodeFilter.SHOW_TEXT);
  while (walker.nextNode().length <= offset) offset -= walker.currentNode.length;
  const range = document.createRange();
  range.setStart(walker.currentNode, offset);
  range.setEnd(walker.currentNode, offset + 1);
  return range.getBoundingClientRect().top;
}, [block, offset]);

/** What was at the `place` still is, within a line. */
export async function assertKept(page, { block, offset, top }, what) {
  const now = await topOf(page, { block, offset });
  assert.ok(Math.abs(now - top) <= LINE, `${what}: block ${block} is at ${now}, it was at ${top}`);
}
