// SPDX-License-Identifier: MIT
// How evenly lines are filled: the sample's paragraphs as the browser sets them, and as the canvas does, at two
// widths; and what setting 20,000 words anew costs. Run by scripts/bench.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { launch, root, settled, stillness } from "../tests/browser/kit.mjs";

const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");
const ROUNDS = Number(process.env.LECTERN_ROUNDS ?? 7);
const WIDTHS = [390, 820]; // beyond, the text is no wider
const LONG = "day-book"; // its far parts are the browser's

const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
const site = join(folder, "site");
execFileSync(LECTERN, ["build", join(root, "assets/sample"), "-o", site], { stdio: ["ignore", "ignore", "inherit"] });
const server = spawn(LECTERN, ["serve", site, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const url = await new Promise((done) => createInterface({ input: server.stdout }).once("line", (it) => done(/(http:\S+)\//.exec(it)[1])));
const browser = await launch();
const articles = readdirSync(join(site, "a")).filter((it) => it !== LONG);

/**
 * Of each paragraph of more than one line: how many, what share of its room each but the last leaves empty, and
 * whether the last is a single word on less than 0.3 of it. Runs in the page.
 */
const measure = () => [...document.querySelectorAll(".body p, .body .t")].map((it) => {
  const room = it.getBoundingClientRect();
  const range = document.createRange();
  const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
  const lines = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      for (const rect of range.getClientRects()) {
        const middle = (rect.top + rect.bottom) / 2;
        let line = lines.find(({ y }) => Math.abs(y - middle) < rect.height / 2);
        if (!line) lines.push((line = { y: middle, left: rect.left, right: rect.right, words: 0 }));
        [line.left, line.right] = [Math.min(line.left, rect.left), Math.max(line.right, rect.right)];
        line.words++;
      }
    }
  }
  const last = lines.pop();
  return { lines: lines.length + 1, empty: lines.map(({ left, right }) => 1 - (right - left) / room.width),
    lost: !!lines.length && last.words === 1 && last.right - last.left < 0.3 * room.width };
}).filter(({ lines }) => lines > 1);

const mean = (all) => all.reduce((sum, it) => sum + it, 0) / all.length;
for (const width of WIDTHS) {
  for (const view of ["html", "canvas"]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const found = [];
    for (const id of articles) {
      await page.goto(`${url}/a/${id}/?view=${view}`);
      await settled(page);
      for (const by of [1, 0]) { // what was seen as HTML has the browser's lines until then
        await page.setViewportSize({ width: width - by, height: 900 });
        if (view === "canvas") await stillness(page);
      }
      found.push(...await page.evaluate(measure));
    }
    const off = found.flatMap(({ empty }) => empty.map((it) => it - mean(empty)));
    const uneven = 100 * Math.sqrt(mean(off.map((it) => it * it)));
    console.log(`${width} px, ${view === "html" ? "the browser's own lines" : "the canvas's"}: ${found.length} paragraphs of ` +
      `${found.reduce((sum, it) => sum + it.lines, 0)} lines, which differ in length by ${uneven.toFixed(2)} % ` +
      `(standard deviation within a paragraph, its last line left out); ${found.filter((it) => it.lost).length} end in a short word alone`);
    await page.close();
  }
}

const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`${url}/a/${LONG}/`);
await settled(page);
const times = [];
for (let i = 0; i < ROUNDS; i++) {
  await page.setViewportSize({ width: i % 2 ? 1280 : 700, height: 800 });
  await stillness(page);
  times.push(await page.evaluate(() => lectern.stats().layoutMs));
}
console.log(`20,000 words at another width: ${times.sort((a, b) => a - b)[ROUNDS >> 1].toFixed(1)} ms of layout (at most 10)`);
await browser.close();
server.kill();
rmSync(folder, { recursive: true });
