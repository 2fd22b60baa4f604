// SPDX-License-Identifier: MIT
// What embeds cost a partner's page: the work of its main thread beside the same page with empty frames, what is
// transferred before an embed is near, and its frames while it scrolls past twenty. Chromium; the medians of some
// rounds by turns. Run by scripts/bench.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { launch, root } from "../tests/browser/kit.mjs";

const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");
const ROUNDS = Number(process.env.LECTERN_ROUNDS ?? 7);
const VIEWPORT = { width: 1280, height: 800 };
const ARTICLES = ["lighthouse", "rainbow", "beaufort-scale", "why-bread-rises", "kilogram"];

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
const site = join(folder, "site");
execFileSync(LECTERN, ["build", join(root, "assets/sample"), "-o", site], { stdio: ["ignore", "ignore", "inherit"] });
const publication = spawn(LECTERN, ["serve", site, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const [line] = await new Promise((done) => createInterface({ input: publication.stdout }).once("line", (it) => done([it])));
const pub = /(http:\S+)\//.exec(line)[1];

const pages = {
  "/empty": ARTICLES.map(() => '<iframe src="about:blank" style="display:block;width:100%;height:150px;border:0"></iframe>').join(""),
  "/five": ARTICLES.map((id) => `<script async src="${pub}/embed.js" data-article="${id}" data-height="150"></script>`).join(""),
  "/far": `<div style="height:4000px"></div><script async src="${pub}/embed.js" data-article="lighthouse"></script>`,
  "/twenty": Array.from({ length: 20 }, (_, i) =>
    `<script async src="${pub}/embed.js" data-article="${ARTICLES[i % 5]}"></script>`).join("<p>Between</p>"),
};
const partner = createServer(({ url }, response) => {
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
/** Ms of the partner's main thread until its frames have come to rest. */
const work = (path) => visit(path, async (page, session, go) => {
  await go();
  await sleep(8000);
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
});
/** Bytes and requests of the publication before an embed is near. */
const before = () => visit("/far", async (page, session, go) => {
  let [bytes, requests] = [0, 0];
  const ours = new Set();
  session.on("Network.responseReceived", ({ requestId, response }) => response.url.startsWith(pub) && ours.add(requestId));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (ours.has(requestId)) [bytes, requests] = [bytes + encodedDataLength, requests + 1];
  });
  await go();
  await sleep(1500);
  return [bytes, requests];
});
/** The longest time between two frames of the partner's page while it scrolls past twenty embeds, ms. */
const scroll = () => visit("/twenty", async (page, session, go) => {
  await go();
  await sleep(3000);
  return page.evaluate(async () => {
    let [last, worst] = [performance.now(), 0];
    for (let y = 0; y < document.documentElement.scrollHeight && y < 40_000; y += 60) {
      scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(done));
      const now = performance.now();
      worst = Math.max(worst, now - last);
      last = now;
    }
    return worst;
  });
});

const rows = { empty: [], five: [], scroll: [] };
for (let i = 0; i < ROUNDS; i++) {
  rows.empty.push(await work("/empty"));
  rows.five.push(await work("/five"));
  rows.scroll.push(await scroll());
}
const [bytes, requests] = await before();
console.log(`Main thread of the partner's page: ${median(rows.empty).toFixed(0)} ms with five empty frames, ` +
  `${median(rows.five).toFixed(0)} ms with five embeds.`);
console.log(`Transferred before an embed is near: ${bytes} bytes in ${requests} request(s), uncompressed.`);
console.log(`Longest frame while scrolling past twenty embeds: ${median(rows.scroll).toFixed(0)} ms.`);
await browser.close();
partner.close();
partner.closeAllConnections();
publication.kill();
rmSync(folder, { recursive: true });
