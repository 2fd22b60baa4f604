// SPDX-License-Identifier: MIT
// `lectern build` beside Hugo over the same articles of 1,000 words, in one run, by turns, as medians: a whole
// site, and one article changed; then how it grows. Wall and CPU time, the most memory and the number of files.
// LECTERN_ROUNDS (5), LECTERN_ARTICLES (10000), LECTERN_SIZES ("1000 10000 100000") ask for less. Run by
// scripts/bench; figures mean little while the machine does other things.
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { WORDS, article, writeArticles } from "./articles.mjs";
import { writeHugo } from "./hugo.mjs";

const root = new URL("..", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");
const ROUNDS = Number(process.env.LECTERN_ROUNDS ?? 5);
const ARTICLES = Number(process.env.LECTERN_ARTICLES ?? 10_000);
const SIZES = (process.env.LECTERN_SIZES ?? "1000 10000 100000").split(" ").filter(Boolean).map(Number);

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

// What builds keep for the next one, as on a machine where none was before.
const cache = mkdtempSync(join(process.env.LECTERN_BENCH_DIR ?? tmpdir(), "lectern-publish-cache-"));

/** `cpu`: seconds of all cores, which another load changes less than the wall clock. @returns {{ seconds: number, cpu: number, mib: number }} */
function run(words, cwd) {
  const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", ...words], { cwd, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, XDG_CACHE_HOME: cache, SOURCE_DATE_EPOCH: "2000000000" } });
  if (status !== 0) throw new Error(`${words.join(" ")}: ${stderr}`);
  const [seconds, user, system, kib] = /** @type {string} */ (stderr.trimEnd().split("\n").pop()).split(" ").map(Number);
  return { seconds, cpu: user + system, mib: kib / 1024 };
}

const lectern = (folder, site) => ["lectern", [LECTERN, "build", join(folder, "content"), "-o", join(folder, site)], join(folder, site)];
const hugo = (folder, site) => ["hugo", ["hugo", "--quiet", "-s", join(folder, "hugo"), "-d", join(folder, site)], join(folder, site)];
const countFiles = (folder) => Number(execFileSync("sh", ["-c", `find '${folder}' -type f | wc -l`], { encoding: "utf8" }));
const mebibytes = (folder) => Number(execFileSync("du", ["-sm", folder], { encoding: "utf8" }).split("\t")[0]);

/** Both at the same articles, by turns. */
function compare(count) {
  const folder = mkdtempSync(join(process.env.LECTERN_BENCH_DIR ?? tmpdir(), "lectern-publish-"));
  try {
    writeArticles(join(folder, "content"), count);
    writeHugo(join(folder, "hugo"));
    symlinkSync(join(folder, "content"), join(folder, "hugo/content"));
    const figures = {};
    for (let round = 0; round < ROUNDS; ++round) {
      // Into a folder of its own each time, all removed at the end: ext4 is slow to give out again what
      // was removed a moment ago.
      for (const [name, words, site] of [lectern(folder, `site${round}`), hugo(folder, `public${round}`)]) {
        const whole = run(words);
        appendFileSync(join(folder, "content", article(7).folder, "a7.md"), `\nOne more sentence, the ${round + 1}th of ${name}.\n`);
        const one = run(words);
        (figures[name] ??= []).push({ whole, one, files: countFiles(site), size: mebibytes(site) });
      }
    }
    console.log(`${count} articles of ${WORDS} words, medians of ${ROUNDS}, ${cpus().length} cores; ${execFileSync("hugo", ["version"], { encoding: "utf8" }).split(" ")[1]}\n`);
    console.log("|         | whole site, s | CPU, s | memory, MiB | one changed, s | CPU, s | files | MiB |");
    console.log("|---------|--------------:|-------:|------------:|---------------:|-------:|------:|----:|");
    const of = (name, pick) => median(figures[name].map(pick));
    for (const name of Object.keys(figures)) {
      console.log(`| ${name.padEnd(7)} | ${of(name, (r) => r.whole.seconds).toFixed(2)} | ${of(name, (r) => r.whole.cpu).toFixed(2)} | ${of(name, (r) => r.whole.mib).toFixed(0)} | ` +
        `${of(name, (r) => r.one.seconds).toFixed(2)} | ${of(name, (r) => r.one.cpu).toFixed(2)} | ${of(name, (r) => r.files)} | ${of(name, (r) => r.size)} |`);
    }
    const ratio = (pick) => of("hugo", pick) / of("lectern", pick);
    console.log(`\nLectern is ${ratio((r) => r.whole.seconds).toFixed(1)} times as fast (CPU ${ratio((r) => r.whole.cpu).toFixed(1)}) in ${(100 / ratio((r) => r.whole.mib)).toFixed(0)} % of the memory; ` +
      `one changed article takes ${(100 * of("lectern", (r) => r.one.seconds) / of("lectern", (r) => r.whole.seconds)).toFixed(0)} % of a whole site's time, ${(100 * of("lectern", (r) => r.one.cpu) / of("lectern", (r) => r.whole.cpu)).toFixed(0)} % of its CPU.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Alone, at several sizes, once each. */
function grow() {
  console.log(`\n|  articles | whole site, s | CPU, ms an article | memory, MiB | one changed, s | CPU, % of whole | files |`);
  console.log("|----------:|--------------:|-------------------:|------------:|---------------:|----------------:|------:|");
  for (const count of SIZES) {
    const folder = mkdtempSync(join(process.env.LECTERN_BENCH_DIR ?? tmpdir(), "lectern-publish-"));
    try {
      writeArticles(join(folder, "content"), count);
      const [, words, site] = lectern(folder, "site");
      const whole = run(words);
      appendFileSync(join(folder, "content", article(7).folder, "a7.md"), "\nOne more sentence.\n");
      const one = run(words);
      console.log(`| ${count} | ${whole.seconds.toFixed(2)} | ${(1000 * whole.cpu / count).toFixed(2)} | ${whole.mib.toFixed(0)} | ${one.seconds.toFixed(2)} | ${(100 * one.cpu / whole.cpu).toFixed(0)} | ${countFiles(site)} |`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

try {
  if (ARTICLES > 0) compare(ARTICLES);
  grow();
} finally {
  rmSync(cache, { recursive: true, force: true });
}
