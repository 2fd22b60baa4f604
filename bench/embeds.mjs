// SPDX-License-Identifier: MIT
// What embeds cost a partner's page: the work of its main thread beside the same page with empty frames, what is
// transferred before an embed is near beside lite-youtube-embed, and its frames while it scrolls past twenty, beside text of
// the same height without any: what is late there is the machine's. Chromium; the medians of some rounds by turns. Run by
// scripts/bench.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { brotliCompressSync } from "node:zlib";
import { launch, root } from "../tests/browser/kit.mjs";

const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");
const ROUNDS = Number(process.env.LECTERN_ROUNDS ?? 7);
const VIEWPORT = { width: 1280, height: 800 };
const ARTICLES = ["lighthouse", "rainbow", "beaufort-scale", "why-bread-rises", "kilogram"];

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
const site = join(folder, "site");
execFileSync(LECTERN, ["build", join(root, "assets/sample"), "-o", site, "--compress"], { stdio: ["ignore", "ignore", "inherit"] });
const publication = spawn(LECTERN, ["serve", site, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const [line] = await new Promise((done) => createInterface({ input: publication.stdout }).once("line", (it) => done([it])));
const pub = /(http:\S+)\//.exec(line)[1];

const pages = {
  "/empty": ARTICLES.map(() => '<iframe src="about:blank" style="display:block;width:100%;height:150px;border:0"></iframe>').join(""),
  "/five": ARTICLES.map((id) => `<script async src="${pub}/embed.js" data-article="${id}" data-height="150"></script>`).join(""),
  "/far": `<div style="height:4000px"></div><script async src="${pub}/embed.js" data-article="lighthouse"></script>`,
  "/twenty": Array.from({ length: 20 }, (_, i) =>
    `<script async src="${pub}/embed.js" data-article="${ARTICLES[i % 5]}"></script>`).join("<p>Between</p>"),
  // The same texts in lazy frames of another site, without our scripts: what frames alone cost.
  "/frames": Array.from({ length: 20 }, (_, i) =>
    `<iframe loading="lazy" sandbox src="${pub}/embed/${ARTICLES[i % 5]}/" style="display:block;width:100%;height:3000px;border:0"></iframe>`).join("<p>Between</p>"),
};
// As high as twenty embeds of which two have been loaded.
pages["/text"] = Array.from({ length: 20 }, () =>
  `<div style="height:1025px;overflow:hidden">${`<p>${"The lamp turns, and the dark turns with it. ".repeat(20)}</p>`.repeat(9)}</div>`).join("<p>Between</p>");
// Its two files as it advises, and the player's place; its poster comes from another site, and is not counted.
const lite = dirname(createRequire(import.meta.url).resolve("lite-youtube-embed/package.json"));
pages["/lite"] = `<link rel="stylesheet" href="/lite-yt-embed.css"><script async src="/lite-yt-embed.js"></script>
  <div style="height:4000px"></div><lite-youtube videoid="xxxxxxxxxxx"></lite-youtube>`;
const partner = createServer(({ url }, response) => {
  if (url.startsWith("/lite-")) {
    const type = url.endsWith(".js") ? "text/javascript" : "text/css";
    const bytes = brotliCompressSync(readFileSync(join(lite, "src", url)));
    return response.writeHead(200, { "content-type": type, "content-encoding": "br" }).end(bytes);
  }
  response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><link rel="icon" href="data:,"><body>${pages[url]}`);
}).listen(0, "127.0.0.1");
await new Promise((done) => partner.once("listening", done));
const home = `http://localhost:${partner.address().port}`;

const browser = await launch();
/** Opens a page of the partner in a fresh profile; `use` gets it and a session of the browser's own tools. */
async function visit(path, use) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("Network.enable");
  const result = await use(page, session, () => page.goto(home + path));
  await context.close();
  return result;
}
/** Ms of the processor that the partner's main thread has taken until its frames have come to rest. */
const work = (path) => visit(path, async (page, session, go) => {
  await go();
  await sleep(8000);
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "ThreadTime").value;
});
/** Bytes and requests of files whose addresses match, 1.5 s after a page was opened with the embed far below. */
const transferred = (path, what) => visit(path, async (page, session, go) => {
  let [bytes, requests] = [0, 0];
  const ours = new Set();
  session.on("Network.responseReceived", ({ requestId, response }) => what.test(response.url) && ours.add(requestId));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (ours.has(requestId)) [bytes, requests] = [bytes + encodedDataLength, requests + 1];
  });
  await go();
  await sleep(1500);
  return `${bytes} bytes in ${requests} request(s)`;
});
/** Of the frames of a partner's page while it is scrolled: the longest, ms, and how many of a hundred are above 50 ms. */
const scroll = (path) => visit(path, async (page, session, go) => {
  await go();
  await sleep(3000);
  return page.evaluate(async () => {
    let [last, worst, long, count] = [performance.now(), 0, 0, 0];
    for (let y = 0; y < document.documentElement.scrollHeight && y < 40_000; y += 60) {
      scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(done));
      const now = performance.now();
      worst = Math.max(worst, now - last);
      long += Number(now - last > 50);
      count++;
      last = now;
    }
    return { worst, share: 100 * long / count };
  });
});

const rows = { empty: [], five: [], scroll: [], text: [], frames: [] };
// The first use of the browser's graphics is not counted.
await scroll("/twenty");
for (let i = 0; i < ROUNDS; i++) {
  rows.empty.push(await work("/empty"));
  rows.five.push(await work("/five"));
  rows.scroll.push(await scroll("/twenty"));
  rows.text.push(await scroll("/text"));
  rows.frames.push(await scroll("/frames"));
}
const more = median(rows.five) - median(rows.empty);
console.log(`Main thread of the partner's page: ${median(rows.empty).toFixed(0)} ms with five empty frames, ` +
  `${median(rows.five).toFixed(0)} ms with five embeds: ${more.toFixed(0)} more (at most 50: ${more <= 50 ? "ok" : "MISSED"}).`);
console.log(`Transferred before an embed is near: ${await transferred("/far", new RegExp(`^${pub}`))}; ` +
  `lite-youtube-embed without its poster: ${await transferred("/lite", /\/lite-/)}.`);
const [ours, text, plain] = [rows.scroll, rows.text, rows.frames].map((row) => `${median(row.map(({ worst }) => worst)).toFixed(0)} ms at most, ` +
  `${median(row.map(({ share }) => share)).toFixed(1)} % above 50 ms`);
console.log(`Frames while scrolling past twenty embeds: ${ours} (none); past text without any: ${text}; ` +
  `past twenty plain frames of the same texts: ${plain}.`);
await browser.close();
partner.close();
partner.closeAllConnections();
publication.kill();
rmSync(folder, { recursive: true });
