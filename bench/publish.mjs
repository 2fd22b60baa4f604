// SPDX-License-Identifier: MIT
// `lectern build` beside Hugo over the same articles of 1,000 words, in one run, by turns, as medians: a whole
// site, and one article changed; then how it grows. Wall time, the most memory and the number of files.
// LECTERN_ROUNDS (5), LECTERN_ARTICLES (10000), LECTERN_SIZES ("1000 10000 100000") ask for less. Run by
// scripts/bench; figures mean little while the machine does other things.
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { writeHugo } from "./hugo.mjs";

const root = new URL("..", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");
const ROUNDS = Number(process.env.LECTERN_ROUNDS ?? 5);
const ARTICLES = Number(process.env.LECTERN_ARTICLES ?? 10_000);
const SIZES = (process.env.LECTERN_SIZES ?? "1000 10000 100000").split(" ").filter(Boolean).map(Number);
const WORDS = 1000;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Numbers from 0 to 1, the same in each run. */
function series(seed) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    return (seed >>> 8) / 2 ** 24;
  };
}

/** Words as a language has them: few that are everywhere, many that are rare (Zipf). */
function vocabulary(size) {
  const next = series(1);
  const [heads, tails] = [["b", "br", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w"], ["a", "e", "i", "o", "u", "ar", "en", "ing", "or"]];
  const pick = (list) => list[Math.floor(next() * list.length)];
  const words = new Set();
  for (let syllables = 1; words.size < size; syllables = Math.min(4, syllables + (words.size > 100 * syllables ** 3 ? 1 : 0))) {
    words.add(Array.from({ length: syllables }, () => pick(heads) + pick(tails)).join(""));
  }
  return [...words];
}

const WORD = vocabulary(30_000);
const TOPICS = 400;  // an article's rarer words are those of a topic, so that some are about the same

function article(number) {
  const next = series(number + 17);
  const topic = Math.floor(next() * TOPICS);
  const word = () => {
    const rank = Math.floor(Math.exp(next() * Math.log(3000)));
    return next() < 0.85 ? WORD[rank - 1] : WORD[3000 + (topic * 61 + Math.floor(next() ** 2 * 200)) % 27_000];
  };
  const sentence = (length) => {
    const words = Array.from({ length }, word);
    return words.join(" ").replace(/^./, (c) => c.toUpperCase());
  };
  const paragraphs = [];
  for (let count = 0, i = 0; count < WORDS; ++i) {
    const sentences = Array.from({ length: 5 }, () => sentence(8 + Math.floor(next() * 10)));
    count += sentences.join(" ").split(" ").length;
    if (i % 4 === 3) paragraphs.push(`## ${sentence(4)}`);
    const [first, ...rest] = sentences;
    paragraphs.push(`${first}. ${rest.map((s, k) => (k === 1 ? `*${s}*` : k === 2 ? `[${s}](https://example.org/${i})` : s)).join(". ")}.`);
  }
  const section = `Column ${number % 20}`;
  const date = new Date(Date.UTC(2016, 0, 1) + number * 3_000_000).toISOString().slice(0, 19) + "Z";
  const tags = [0, 1, 2].map((i) => `topic ${(topic + i * 37) % TOPICS}`);
  return { folder: `column-${number % 20}`, text: `---\ntitle: "${sentence(7)}"\ndate: ${date}\nsection: ${section}\nauthors: ["Writer ${number % 50}"]\n` +
    `tags: ${JSON.stringify(tags)}\n---\n${paragraphs.join("\n\n")}\n` };
}

function writeArticles(content, count) {
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, "publication.json"), JSON.stringify({ title: "Bench", url: "https://example.org" }));
  for (let i = 0; i < count; ++i) {
    const { folder, text } = article(i);
    mkdirSync(join(content, folder), { recursive: true });
    writeFileSync(join(content, folder, `a${i}.md`), text);
  }
}

/** `cpu`: seconds of all cores, which another load changes less than the wall clock. @returns {{ seconds: number, cpu: number, mib: number }} */
function run(words, cwd) {
  const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", ...words], { cwd, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, SOURCE_DATE_EPOCH: "2000000000" } });
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
    console.log("|         | whole site, s | CPU, s | memory, MiB | one changed, s | files | MiB |");
    console.log("|---------|--------------:|-------:|------------:|---------------:|------:|----:|");
    const of = (name, pick) => median(figures[name].map(pick));
    for (const name of Object.keys(figures)) {
      console.log(`| ${name.padEnd(7)} | ${of(name, (r) => r.whole.seconds).toFixed(2)} | ${of(name, (r) => r.whole.cpu).toFixed(2)} | ${of(name, (r) => r.whole.mib).toFixed(0)} | ` +
        `${of(name, (r) => r.one.seconds).toFixed(2)} | ${of(name, (r) => r.files)} | ${of(name, (r) => r.size)} |`);
    }
    const ratio = (pick) => of("hugo", pick) / of("lectern", pick);
    console.log(`\nLectern is ${ratio((r) => r.whole.seconds).toFixed(1)} times as fast (CPU ${ratio((r) => r.whole.cpu).toFixed(1)}) in ${(100 / ratio((r) => r.whole.mib)).toFixed(0)} % of the memory; ` +
      `one changed article takes ${(100 * of("lectern", (r) => r.one.seconds) / of("lectern", (r) => r.whole.seconds)).toFixed(0)} % of a whole site.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Alone, at several sizes, once each. */
function grow() {
  console.log(`\n|  articles | whole site, s | CPU, ms an article | memory, MiB | one changed, s | files |`);
  console.log("|----------:|--------------:|-------------------:|------------:|---------------:|------:|");
  for (const count of SIZES) {
    const folder = mkdtempSync(join(process.env.LECTERN_BENCH_DIR ?? tmpdir(), "lectern-publish-"));
    try {
      writeArticles(join(folder, "content"), count);
      const [, words, site] = lectern(folder, "site");
      const whole = run(words);
      appendFileSync(join(folder, "content", article(7).folder, "a7.md"), "\nOne more sentence.\n");
      const one = run(words);
      console.log(`| ${count} | ${whole.seconds.toFixed(2)} | ${(1000 * whole.cpu / count).toFixed(2)} | ${whole.mib.toFixed(0)} | ${one.seconds.toFixed(2)} | ${countFiles(site)} |`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

if (ARTICLES > 0) compare(ARTICLES);
grow();
