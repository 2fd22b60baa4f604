// SPDX-License-Identifier: MIT
// What the canvas costs a reader: each article of the bench beside the same page without its scripts, and
// without the parts that let Chromium pass over what is far, in one browser and one run, by turns, as medians.
// Prints a table; figures of another machine mean little, ratios and differences do. Run by scripts/bench.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { brotliCompressSync } from "node:zlib";
import { launch, root, stillness } from "../tests/browser/kit.mjs";

const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");
const ROUNDS = Number(process.env.LECTERN_ROUNDS ?? 7);
const WORDS = { words1k: 1000, words20k: 20_000, words200k: 200_000 };
const VIEWPORT = { width: 1280, height: 800 };
const WHEEL_STEPS = 20;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** The day book of the sample, cut or repeated to about so many words. */
function article(words) {
  const source = readFileSync(join(root, "assets/sample/science/day-book.md"), "utf8");
  const body = source.slice(source.indexOf("\n---", 3) + 4).replace(/^!\[.*$/gm, "").replace(/\]\([^)#]*\.md\)/g, "](#)");
  const blocks = body.split(/\n{2,}/);
  const chosen = [];
  for (let count = 0, i = 0; count < words; i++) {
    const block = blocks[i % blocks.length];
    count += block.split(/\s+/).length;
    chosen.push(block);
  }
  return `---\ntitle: A day book of ${words} words\nsection: [Bench]\npublished: 2026-01-01\n---\n${chosen.join("\n\n")}\n`;
}

/** Publishes the articles, each again without scripts, a/ID/plain.html, and laid out whole, a/ID/whole.html. */
function publish(folder) {
  const content = join(folder, "content");
  const site = join(folder, "site");
  mkdirSync(content);
  for (const [id, words] of Object.entries(WORDS)) writeFileSync(join(content, `${id}.md`), article(words));
  execFileSync(LECTERN, ["build", content, "-o", site], { stdio: ["ignore", "ignore", "pipe"] });
  for (const id of Object.keys(WORDS)) {
    const page = readFileSync(join(site, `a/${id}/index.html`), "utf8");
    const plain = page.replace(/<script[^]*?<\/script>/g, "");
    writeFileSync(join(site, `a/${id}/plain.html`), plain);
    writeFileSync(join(site, `a/${id}/whole.html`), plain.replace("</head>", '<link rel="stylesheet" href="whole.css"></head>'));
    writeFileSync(join(site, `a/${id}/whole.css`), ".part { display: contents; }");
  }
  return site;
}

async function serve(site) {
  const server = spawn(LECTERN, ["serve", site, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /^Lectern: (http:\S+)\/$/.exec(line)?.[1];
    if (url) return { url, stop: () => server.kill() };
  }
  throw new Error("lectern serve ended without an address");
}

/** Resident memory of a browser's renderers and its GPU process, in MB, shared pages counted by share. */
function memory(browserPid) {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))[1]);
      return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, "utf8") }];
    } catch {
      return [];
    }
  });
  const family = new Set([browserPid]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(Number(pid));
  }
  let kilobytes = 0;
  for (const { pid, command } of processes) {
    if (!family.has(Number(pid)) || !/--type=(renderer|gpu-process)/.test(command)) continue;
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

const taskTime = async (cdp) => {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
};

/** One visit. `plain`: without scripts. */
async function visit(browser, url, plain) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable");
  await page.addInitScript(() => {
    globalThis.seen = { blocked: 0, shift: 0, slowest: 0 };
    new PerformanceObserver((list) => list.getEntries().forEach((it) => {
      globalThis.seen.blocked += it.duration;
    })).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((it) => {
      globalThis.seen.shift += it.value;
    })).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((it) => {
      globalThis.seen.slowest = Math.max(globalThis.seen.slowest, it.duration);
    })).observe({ type: "event", buffered: true, durationThreshold: 16 });
  });
  await page.goto(url);
  if (!plain) await page.evaluate(() => lectern.ready);
  await sleep(1000);
  const figures = await page.evaluate(() => ({
    text: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    blocked: globalThis.seen.blocked,
    shift: globalThis.seen.shift,
    ...(globalThis.lectern && { parse: lectern.stats().parseMs, view: lectern.stats().view }),
  }));

  let before = await taskTime(cdp);
  await page.mouse.move(400, 400);
  for (let i = 0; i < WHEEL_STEPS; i++) {
    await page.mouse.wheel(0, 120);
    await sleep(50);
  }
  await sleep(300);
  figures.scroll = (await taskTime(cdp) - before) / WHEEL_STEPS;

  before = await taskTime(cdp);
  await page.setViewportSize({ ...VIEWPORT, width: 900 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await sleep(300);
  figures.relayout = await taskTime(cdp) - before;
  if (!plain) figures.layout = await page.evaluate(() => lectern.stats().layoutMs);

  if (!plain) {
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.evaluate(() => void (globalThis.seen.slowest = 0));
    const button = page.locator(".mood-button").first();
    await button.scrollIntoViewIfNeeded();
    await stillness(page);
    const { x, y, width, height } = await button.boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2); // button.click() would also count playwright's own listeners
    await sleep(800);
    figures.press = await page.evaluate(() => globalThis.seen.slowest);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    const frames = await page.evaluate(() => lectern.stats().frames);
    await sleep(2000);
    figures.idle = await page.evaluate(() => lectern.stats().frames) - frames;
  }
  await context.close();
  return figures;
}

/** How long it takes from a choice among the reader's settings to the frame that shows it, in the middle of an article. */
async function setting(browser, url) {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(url);
  await page.evaluate(() => lectern.ready);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await stillness(page);
  await page.locator("[data-room=settings]").click();
  await page.locator(".panel [type=range]").waitFor();
  const times = {};
  for (const [what, name, values] of [["theme", "theme", ["sepia", "grey", "night"]], ["size", "", ["5", "7", "4"]],
    ["leading", "leading", ["loose", "tight", "normal"]], ["line ends", "align", ["justified", "ragged", "justified"]]]) {
    const all = [];
    for (const value of values) {
      await stillness(page);
      all.push(await page.evaluate(async ([name, value]) => {
        const input = document.querySelector(name ? `.panel [name=${name}][value=${value}]` : ".panel [type=range]");
        const { frames } = lectern.stats();
        const start = performance.now();
        if (name) {
          input.click();
        } else {
          input.value = value;
          input.dispatchEvent(new Event("input"));
        }
        while (lectern.stats().frames === frames) await new Promise((done) => requestAnimationFrame(done));
        return performance.now() - start;
      }, [name, value]));
    }
    times[what] = median(all);
  }
  await page.close();
  return times;
}

/** A mood's press: from it to the last frame of its motion, and the longest time between two of them. */
async function motion(browser, url) {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(url);
  await page.evaluate(() => lectern.ready);
  const button = page.locator(".mood-button").first();
  await button.scrollIntoViewIfNeeded();
  await stillness(page);
  const times = await button.evaluate(async (it) => {
    const start = performance.now(), drawn = [start];
    let { frames } = lectern.stats();
    it.click();
    while (performance.now() - start < 500) {
      await new Promise((done) => requestAnimationFrame(done));
      if (frames !== (frames = lectern.stats().frames)) drawn.push(performance.now());
    }
    return drawn.map((time) => time - start);
  });
  await page.close();
  return { whole: times.at(-1), frames: times.length - 1, longest: Math.max(...times.slice(2).map((time, i) => time - times[i + 1])) };
}

/** Memory of one page in a browser of its own. */
async function weigh(url, plain) {
  const browser = await launch();
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(url);
  if (!plain) await page.evaluate(() => lectern.ready);
  await sleep(2000);
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const megabytes = memory(processInfo.find(({ type }) => type === "browser").id);
  await browser.close();
  return megabytes;
}

/** What a visit loads of code and style, in bytes of brotli. */
async function download(url) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate(() => lectern.ready);
  const urls = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  await page.close();
  const files = urls.filter((name) => /\.(wasm|js|css)$/.test(name));
  return files.reduce((sum, name) =>
    sum + brotliCompressSync(readFileSync(join(site, new URL(name).pathname))).length, 0);
}

const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
const site = publish(folder);
const server = await serve(site);
const browser = await launch();
try {
  console.log(`${browser.version()}, medians of ${ROUNDS}, plain page / Lectern, ms unless said otherwise\n`);
  console.log(`first visit: ${await download(`${server.url}/a/words1k/`)} bytes of WASM, JS and CSS in brotli`);
  for (const id of Object.keys(WORDS)) {
    const [plain, ours] = [`${server.url}/a/${id}/plain.html`, `${server.url}/a/${id}/`];
    const figures = { plain: [], whole: [], ours: [] };
    for (let round = 0; round < ROUNDS; round++) {
      figures.plain.push(await visit(browser, plain, true));
      figures.whole.push(await visit(browser, `${server.url}/a/${id}/whole.html`, true));
      figures.ours.push(await visit(browser, ours, false));
    }
    const of = (who, name) => median(figures[who].map((it) => it[name]));
    const weights = { plain: [], ours: [] };
    for (let round = 0; round < Math.min(3, ROUNDS); round++) {
      weights.plain.push(await weigh(plain, true));
      weights.ours.push(await weigh(ours, false));
    }
    const pair = (name, digits = 1) => {
      const [a, b] = [of("plain", name), of("ours", name)];
      return `${a.toFixed(digits)} / ${b.toFixed(digits)} (${(b / a).toFixed(2)})`;
    };
    console.log(`\n${WORDS[id]} words, ${figures.ours[0].view}`);
    console.log(`  first text            ${pair("text")}`);
    console.log(`  long tasks in all     ${pair("blocked")}, of which parsing ${of("ours", "parse").toFixed(1)}`);
    console.log(`  layout shift          ${of("plain", "shift").toFixed(4)} / ${of("ours", "shift").toFixed(4)}`);
    console.log(`  a scroll step         ${pair("scroll", 2)}`);
    console.log(`  another width         ${pair("relayout")}, of which C++ ${of("ours", "layout").toFixed(1)}; ` +
      `the plain page laid out whole ${of("whole", "relayout").toFixed(1)}`);
    const settings = [];
    for (let round = 0; round < Math.min(3, ROUNDS); round++) settings.push(await setting(browser, ours));
    console.log(`  another setting       ${["theme", "size", "leading", "line ends"].map((name) =>
      `${name} ${median(settings.map((it) => it[name])).toFixed(0)}`).join(", ")}`);
    const motions = [];
    for (let round = 0; round < ROUNDS; round++) motions.push(await motion(browser, ours));
    const moved = (name) => median(motions.map((it) => it[name])).toFixed(0);
    console.log(`  motion of a press     ${moved("frames")} frames in ${moved("whole")}, the longest ${moved("longest")}`);
    console.log(`  a press, CPU 4x less  ${of("ours", "press").toFixed(0)}`);
    console.log(`  frames in 2 s idle    ${of("ours", "idle")}`);
    console.log(`  memory, MB            ${median(weights.plain).toFixed(0)} / ${median(weights.ours).toFixed(0)}`);
  }
} finally {
  await browser.close();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
