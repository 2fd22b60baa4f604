// SPDX-License-Identifier: MIT
// The search on a built site: its landmark, its index's files, and that they are the same whoever makes them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inflateSync } from "node:zlib";

const root = new URL("../..", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");
const folder = mkdtempSync(join(tmpdir(), "lectern-search-"));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {string[]} options */
function build(name, ...options) {
  execFileSync(LECTERN, ["build", join(root, "assets/sample"), "-o", join(folder, name), ...options]);
  const files = readdirSync(join(folder, name, "_")).filter((it) => /^search.*\.bin$/.test(it)).sort();
  return { read: (path) => readFileSync(join(folder, name, path)), files };
}
const { read, files } = build("one", "--jobs", "1");

test("the front page and the map have a search landmark with a named field, and a way on without scripts", () => {
  for (const [path, up] of [["index.html", ""], ["map/index.html", "../"]]) {
    const [all, lang, inside] = /<search class="search" aria-label="([^"]+)"[^>]*>(.*?)<\/search>/s.exec(String(read(path))) ?? [];
    assert.ok(all && lang, path);
    assert.match(inside, /<input type="search" name="q" aria-label="[^"]+"/, path);
    assert.match(inside, new RegExp(`<noscript>.*href="${up.replaceAll(".", "\\.")}all/"`, "s"), path);
    const index = /data-index="([^"]+)"/.exec(all)?.[1] ?? "";
    assert.ok(index.startsWith(`${up}_/search.`) && files.includes(index.replace(/.*\//, "")), `${path}: ${index}`);
    const words = JSON.parse((/data-words="([^"]+)"/.exec(all)?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
    assert.ok(words.nothing.includes("{query}") && words.stories_other.includes("{n}"));
  }
});

test("each file of the index can be unpacked, and the root is marked", () => {
  assert.deepEqual([...new Set(files.map((it) => it.replace(/\..*/, "")))].sort(),
    ["search-ends", "search-lists", "search-pairs", "search-texts", "search-words", "search"].sort());
  for (const file of files) {
    const bytes = inflateSync(read(`_/${file}`));
    assert.equal(bytes.subarray(0, 14).toString() === "Lectern search", file.startsWith("search."), file);
  }
});

test("the index is the same with any number of jobs, and no other file changes by it", () => {
  const other = build("other", "--jobs", "4");
  assert.deepEqual(other.files, files);
  for (const file of files) assert.ok(other.read(`_/${file}`).equals(read(`_/${file}`)), file);
});

test("an article with an error is not in it, nor is a draft", () => {
  const texts = files.filter((it) => it.startsWith("search-texts")).map((it) => inflateSync(read(`_/${it}`)).toString("latin1")).join();
  for (const id of readdirSync(join(folder, "one/a"))) assert.ok(texts.includes(`a/${id}/`), id);
});

test("a text that repeats itself, whose parts are one file, is published whole", () => {
  const content = join(folder, "echo");
  mkdirSync(content);
  writeFileSync(join(content, "echo.md"), `# Echo\n\n${"The tide comes in, and the tide goes out.\n\n".repeat(20_000)}`);
  for (let i = 0; i < 5; i++) execFileSync(LECTERN, ["build", content, "-o", join(folder, `echo-${i}`), "--jobs", "8"]);
});
