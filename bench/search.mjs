// SPDX-License-Identifier: MIT
// The search at LECTERN_ARTICLES (10000) articles of 1,000 words: how long after each key the results stand, in
// Chromium, with what it needs already loaded and with nothing loaded yet; what a query loads; how large the index is
// and what share of a build it takes. LECTERN_ROUNDS (3) for each query. Run by scripts/bench; figures mean little while
// the machine does other things.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { brotliCompressSync } from "node:zlib";
import { launch } from "../tests/browser/kit.mjs";
import { WORD, writeArticles } from "./articles.mjs";

const root = new URL("..", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");
const ROUNDS = Number(process.env.LECTERN_ROUNDS ?? 3);
const ARTICLES = Number(process.env.LECTERN_ARTICLES ?? 10_000);

// Common words, rarer ones, several, a phrase, a slip and a name.
const slip = WORD[4000].slice(0, 2) + "x" + WORD[4000].slice(3);
const QUERIES = [WORD[30], WORD[900], WORD[5000], `${WORD[10]} ${WORD[2000]}`, `${WORD[200]} ${WORD[4000]} ${WORD[700]}`,
  `"${WORD[3]} ${WORD[40]}"`, slip, "writer 17"];

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** Types a query key by key and tells how long each took in the page, and what was loaded: in ms and bytes. */
async function type(page, query) {
  return page.evaluate(async (query) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector(".search input"));
    const times = [];
    for (let size = 1; size <= query.length; size++) {
      const results = document.querySelector(".search-status");
      const begin = performance.now();
      const done = results && new Promise((resolve) => {
        const watch = new MutationObserver(() => (watch.disconnect(), resolve(performance.now() - begin)));
        watch.observe(results, { childList: true });
      });
      input.value = query.slice(0, size);
      input.dispatchEvent(new InputEvent("input"));
      if (done) times.push(await done);
    }
    return times;
  }, query);
}

async function measure(browser, address) {
  const cold = [], warm = [], bytes = [];
  let module = 0;
  for (const query of QUERIES) {
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext({ serviceWorkers: "block" });
      const page = await context.newPage();
      await page.goto(address);
      await page.evaluate(() => globalThis.lectern.ready);
      await page.locator(".search input").focus();
      await page.waitForSelector(".search-status", { state: "attached" });
      cold.push(...await type(page, query));
      warm.push(...await type(page, query));
      const loaded = await page.evaluate(() => performance.getEntriesByType("resource").filter((it) => /\/search/.test(it.name))
        .map((it) => ({ name: it.name, bytes: /** @type {PerformanceResourceTiming} */ (it).transferSize })));
      bytes.push({ query, bytes: loaded.filter((it) => it.name.endsWith(".bin")).reduce((all, it) => all + it.bytes, 0) });
      // The index is packed as it lies on the disk; hosts send code in brotli.
      if (module) continue;
      for (const { name } of loaded.filter((it) => !it.name.endsWith(".bin"))) {
        module += brotliCompressSync(Buffer.from(await (await fetch(name)).arrayBuffer())).length;
      }
      await context.close();
    }
  }
  return { cold, warm, bytes, module };
}

const folder = mkdtempSync(join(process.env.LECTERN_BENCH_DIR ?? tmpdir(), "lectern-search-"));
try {
  const [content, out] = [join(folder, "content"), join(folder, "site")];
  writeArticles(content, ARTICLES);
  const begin = performance.now();
  execFileSync(LECTERN, ["build", content, "-o", out], { env: { ...process.env, SOURCE_DATE_EPOCH: "2000000000" } });
  const whole = (performance.now() - begin) / 1000;
  const [seconds, files, size] = execFileSync(join(root, "build/native/bench/lectern_search_time"), [content, String(cpus().length)],
    { encoding: "utf8" }).split(" ").map(Number);
  const server = spawn(LECTERN, ["serve", out, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const browser = await launch();
  try {
    let address = "";
    for await (const line of createInterface({ input: server.stdout })) {
      address = /^Lectern: (http:\S+)$/.exec(line)?.[1] ?? "";
      if (address) break;
    }
    const { cold, warm, bytes, module } = await measure(browser, address);
    const kb = (value) => `${(value / 1000).toFixed(0)} KB`;
    console.log(`search, ${ARTICLES} articles of 1,000 words`);
    console.log(`  index: ${(size / 1e6).toFixed(1)} MB in ${files} files; ${seconds.toFixed(1)} s of a build of ${whole.toFixed(1)} s`);
    console.log(`  from key to results, all loaded: median ${at(warm, 0.5).toFixed(1)} ms, 95 % within ${at(warm, 0.95).toFixed(1)} ms`);
    console.log(`  the same with nothing loaded: median ${at(cold, 0.5).toFixed(1)} ms, 95 % within ${at(cold, 0.95).toFixed(1)} ms`);
    console.log(`  loaded: ${kb(module)} of code in brotli once, and typing a query key by key`);
    for (const query of QUERIES) {
      console.log(`    ${kb(Math.max(...bytes.filter((it) => it.query === query).map((it) => it.bytes))).padStart(7)}  ${query}`);
    }
  } finally {
    await browser.close();
    server.kill();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
