// SPDX-License-Identifier: MIT
// An article that render writes as JSON is the same article: its HTML is that of the file it came from.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";

const ROOT = new URL("../../", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(ROOT, "build/native/lectern");
const KITCHEN_SINK = join(ROOT, "tests/spec/kitchen_sink.md");

/** @param {string} path @param {string} format @param {string} [input] @returns {string} */
function render(path, format, input) {
  const words = ["render", path, "--format", format, ...(path === "-" ? ["--from", "article"] : [])];
  const { status, stdout, stderr } = spawnSync(LECTERN, words, { input, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** @param {string} path @returns {string[]} */
const articles = (path) => readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? articles(join(path, entry.name))
    : /\.(md|json)$/.test(entry.name) && entry.name !== "publication.json" ? [join(path, entry.name)] : []);

const all = [KITCHEN_SINK, ...articles(join(ROOT, "assets/sample")), ...articles(join(ROOT, "tests/golden/articles"))];

for (const path of all) {
  test(`${basename(path)} is the same after a round trip`, () => {
    const json = render(path, "json");
    assert.equal(render("-", "html", json), render(path, "html"));
    assert.equal(render("-", "text", json), render(path, "text"));
    assert.equal(render("-", "json", json), json);
  });
}

test("a body of text keeps its lines", () => {
  const text = JSON.stringify({ title: "T", body: { format: "text", text: "a *b*\n[^c]\r\n\r\n<d>\n" } });
  const json = render("-", "json", text);
  assert.equal(render("-", "html", json), "<p>a *b*\n[^c]</p>\n<p>&lt;d&gt;</p>\n");
  assert.equal(render("-", "html", text), render("-", "html", json));
});

test("the kitchen sink has everything", () => {
  const html = render(KITCHEN_SINK, "html");
  assert.match(readFileSync(KITCHEN_SINK, "utf8"), /^---\n/);
  const tags = new Set([...html.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));
  for (const tag of ("p h1 h2 h3 h4 h5 h6 em strong del code a img sub sup kbd ins s u b i mark small abbr cite q " +
    "samp var br ul ol li dl dt dd input blockquote pre table thead tbody tr th td hr figure figcaption details summary section footer")
    .split(" ")) assert.ok(tags.has(tag), tag);
});
