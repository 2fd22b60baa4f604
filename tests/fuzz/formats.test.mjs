// SPDX-License-Identifier: MIT
// Whatever a file holds, the command ends by itself with 0 or 1 and says well-formed sentences: samples of
// each format cut off at every byte, and changed at places that a fixed series of numbers chooses.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { PUBLICATION, SAMPLES, TOKENS } from "./samples.mjs";

const ROOT = new URL("../../", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(ROOT, "build/native/lectern");
const VIEWER = process.env.LECTERN_VIEWER ?? join(ROOT, "build/viewer");
const ROUNDS = process.env.LECTERN_QUICK ? 40 : Number(process.env.LECTERN_FUZZ ?? 200);  // of each sample
const folder = mkdtempSync(join(tmpdir(), "lectern-fuzz-"));
after(() => rmSync(folder, { recursive: true }));

/** Numbers below n, the same in each run (mulberry32). @param {number} seed */
function series(seed) {
  return (/** @type {number} */ n) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** @param {Buffer} bytes @param {(n: number) => number} below */
function mutated(bytes, below) {
  for (let changes = 1 + below(4); changes > 0; --changes) {
    const at = below(bytes.length + 1), length = below(1 + Math.min(64, bytes.length - at));
    const before = bytes.subarray(0, at), cut = bytes.subarray(at, at + length), rest = bytes.subarray(at + length);
    const token = Buffer.from(TOKENS[below(TOKENS.length)], "utf8");
    const other = SAMPLES[below(SAMPLES.length)].text;
    const into = [() => Buffer.alloc(0), () => token, () => Buffer.concat([cut, cut]), () => Buffer.from([below(256)]),
      () => Buffer.concat([token, cut]), () => Buffer.from(other.slice(below(other.length)).slice(0, 80)),
      () => Buffer.concat(Array(1 + below(3000)).fill(token))][below(7)]();
    bytes = Buffer.concat([before, into, rest]);
  }
  return bytes;
}

/** @typedef {{ name: string, bytes: Buffer }} File */
let folders = 0;

/** Runs a command over a folder of these files. @param {File[]} files @param {(content: string) => string[]} words */
function run(files, words) {
  const content = join(folder, `c${folders++}`);
  mkdirSync(content);
  writeFileSync(join(content, "publication.json"), PUBLICATION);
  for (const { name, bytes } of files) writeFileSync(join(content, name), bytes);
  const result = spawnSync(LECTERN, words(content), { cwd: folder, encoding: "utf8", timeout: 120_000, maxBuffer: 1 << 30, env: { ...process.env, SOURCE_DATE_EPOCH: "1780000000" } });
  rmSync(content, { recursive: true });
  return result;
}

/** Fails with the one file that ends the command badly. @param {File[]} files @param {(content: string) => string[]} words */
function endsWell(files, words) {
  const { status, signal, stdout, stderr } = run(files, words);
  if (signal === null && (status === 0 || status === 1)) return { stdout, stderr };
  if (files.length > 1) {
    const half = files.length >> 1;
    endsWell(files.slice(0, half), words);
    endsWell(files.slice(half), words);
  }
  assert.fail(`${status ?? signal}: ${files.length > 1 ? "only with all of them" : JSON.stringify([files[0].name, files[0].bytes.toString("latin1")])}\n${stderr.slice(-2000)}`);
}

/** @param {File[]} files */
function isChecked(files) {
  const { stdout } = endsWell(files, (content) => ["check", content, "--format", "json"]);
  for (const { line, column, severity, code, message } of JSON.parse(stdout)) {
    assert.ok(line >= 0 && column >= 0 && (line === 0) === (column === 0), message);
    assert.match(severity, /^(error|warning)$/);
    assert.match(code, /^[a-z-]+$/);
    assert.match(message, /^[^\p{Cc}]+$/u);
  }
}

for (const { name, ending, text } of SAMPLES) {
  test(`${name}, cut off at every byte`, () => {
    const bytes = Buffer.from(text);
    isChecked(Array.from(bytes, (_, i) => ({ name: `${i}.${ending}`, bytes: bytes.subarray(0, i) })));
  });

  test(`${name}, changed`, () => {
    const below = series(name.length * 7919);
    const files = Array.from({ length: ROUNDS }, (_, i) => ({ name: `${i}.${ending}`, bytes: mutated(Buffer.from(text), below) }));
    isChecked(files);
    endsWell(files, (content) => ["build", content, "-o", `${content}-site`, "--viewer", VIEWER, "--drafts", "--future"]);
  });
}

/** The value with each part of it in turn as something else. @param {any} value @returns {any[]} */
function wrongTypes(value) {
  const others = [null, true, -7.5, "", "text", [], [[]], {}, { a: 1 }].filter((other) => JSON.stringify(other) !== JSON.stringify(value));
  if (typeof value !== "object" || value === null) return others;
  const inner = Object.entries(value).flatMap(([key, part]) => wrongTypes(part).map((wrong) =>
    (Array.isArray(value) ? Object.assign([...value], { [key]: wrong }) : { ...value, [key]: wrong })));
  const without = Object.keys(value).map((gone) => (Array.isArray(value) ? value.filter((_, i) => String(i) !== gone)
    : Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone))));
  return [...others, ...without, ...inner];
}

for (const { name, text } of SAMPLES.filter(({ ending }) => ending === "json")) {
  test(`${name}, with each part of another type, or not there`, () => {
    isChecked(wrongTypes(JSON.parse(text)).map((value, i) => ({ name: `${i}.json`, bytes: Buffer.from(JSON.stringify(value)) })));
  });
}

test("publication.json, changed and of other types", () => {
  const below = series(31);
  const texts = [...wrongTypes(JSON.parse(PUBLICATION)).map((value) => Buffer.from(JSON.stringify(value))),
    ...Array.from({ length: ROUNDS / 4 }, () => mutated(Buffer.from(PUBLICATION), below))];
  const content = join(folder, "publication");
  mkdirSync(content);
  writeFileSync(join(content, "a.md"), "# A\n\n[x](/y/)\n");
  for (const text of texts) {
    writeFileSync(join(content, "publication.json"), text);
    const { status, signal } = spawnSync(LECTERN, ["build", content, "-o", `${content}-site`, "--viewer", VIEWER], { cwd: folder, timeout: 60_000 });
    assert.ok(signal === null && (status === 0 || status === 1), `${status ?? signal}: ${JSON.stringify(text.toString("latin1"))}`);
  }
});

test("a file of another format than its ending says", () => {
  const files = SAMPLES.flatMap(({ name, text }) => ["md", "json", "html", "mdx"].map((ending) => ({ name: `${name}.${ending}`, bytes: Buffer.from(text) })));
  isChecked(files);
});

test("what render gives of a changed article is an article", () => {
  const below = series(4711);
  for (let i = 0; i < ROUNDS / 4; ++i) {
    const { ending, text } = SAMPLES[i % SAMPLES.length];
    const path = join(folder, `one.${ending}`);
    writeFileSync(path, mutated(Buffer.from(text), below));
    const made = spawnSync(LECTERN, ["render", path, "--format", "json"], { encoding: "utf8", timeout: 60_000, maxBuffer: 1 << 30 });
    assert.equal(made.signal, null);
    assert.ok(made.status === 0 || made.status === 1, made.stderr);
    if (made.stdout === "") continue;
    const again = spawnSync(LECTERN, ["render", "-", "--from", "article", "--format", "json"], { input: made.stdout, encoding: "utf8", timeout: 60_000, maxBuffer: 1 << 30 });
    // An article without a title stays one.
    if (JSON.parse(made.stdout).title !== "") assert.equal(again.stderr.match(/error: .*/)?.[0], undefined);
    assert.equal(again.stdout, made.stdout);
  }
});
