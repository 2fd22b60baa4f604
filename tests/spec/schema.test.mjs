// SPDX-License-Identifier: MIT
// assets/article.schema.json says of every article what the reader says: what one refuses, the other
// refuses. What the reader only warns of (a date that is none, a refused address), both accept.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";

const ROOT = new URL("../../", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(ROOT, "build/native/lectern");
const folder = mkdtempSync(join(tmpdir(), "lectern-schema-"));
after(() => rmSync(folder, { recursive: true }));

const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
  .compile(JSON.parse(readFileSync(join(ROOT, "assets/article.schema.json"), "utf8")));

/** @param {unknown} article @returns {string} "" when it is valid */
const complaints = (article) => validate(article) ? "" : JSON.stringify(validate.errors);

/** @param {string[]} words @param {string} [input] */
const lectern = (words, input = "") =>
  spawnSync(LECTERN, words, { input, encoding: "utf8", maxBuffer: 1 << 26 });

/** All files below a folder with that ending. @param {string} path @param {string} ending @returns {string[]} */
const files = (path, ending) => readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? files(join(path, entry.name), ending)
    : entry.name.endsWith(ending) ? [join(path, entry.name)] : []);

const SAMPLE = join(ROOT, "assets/sample");
const GOLDEN = join(ROOT, "tests/golden/articles");

test("every article JSON of the sample is valid", () => {
  const articles = files(SAMPLE, ".json").filter((path) => basename(path) !== "publication.json");
  assert.ok(articles.length > 0);
  for (const path of articles) {
    assert.equal(complaints(JSON.parse(readFileSync(path, "utf8"))), "", path);
  }
});

test("what render writes of every Markdown file is valid", () => {
  for (const path of [...files(SAMPLE, ".md"), ...files(GOLDEN, ".md")]) {
    const { status, stdout, stderr } = lectern(["render", path, "--format", "json"]);
    assert.equal(status, 0, stderr);
    assert.equal(complaints(JSON.parse(stdout)), "", path);
  }
});

test("every article.json that build writes is valid", () => {
  const { status, stderr } = lectern(["build", SAMPLE, "-o", join(folder, "site")]);
  assert.equal(status, 0, stderr);
  const written = files(join(folder, "site/a"), "article.json");
  assert.ok(written.length > 0);
  for (const path of written) {
    const article = JSON.parse(readFileSync(path, "utf8"));
    assert.equal(typeof article.page.siteTitle, "string");
    assert.equal(complaints(article), "", path);
  }
});

const text = { format: "text", text: "x" };
const words = { type: "text", text: "x" };
/** @param {object[]} blocks @param {object} [more] */
const article = (blocks, more) => ({ title: "T", body: { format: "blocks", blocks, ...more } });
/** @param {object[]} inlines */
const paragraph = (...inlines) => article([{ type: "paragraph", inlines }]);

/** @type {[string, unknown][]} */
const BROKEN = [
  ["no object", []],
  ["no title", { body: text }],
  ["an empty title", { title: " \t", body: text }],
  ["a title of another type", { title: 3, body: text }],
  ["no body", { title: "T" }],
  ["a body that is text", { title: "T", body: "x" }],
  ["a body without a format", { title: "T", body: { text: "x" } }],
  ["an unknown format", { title: "T", body: { format: "html", text: "x" } }],
  ["a body without its text", { title: "T", body: { format: "markdown" } }],
  ["text that is a list", { title: "T", body: { format: "text", text: ["x"] } }],
  ["a body without its blocks", { title: "T", body: { format: "blocks", text: "x" } }],
  ["blocks that are no list", { title: "T", body: { format: "blocks", blocks: {} } }],
  ["another version", { lectern: 2, title: "T", body: text }],
  ["an unknown direction", { title: "T", dir: "up", body: text }],
  ["a section of numbers", { title: "T", section: [1], body: text }],
  ["an author of another type", { title: "T", authors: [["A"]], body: text }],
  ["an image without an address", { title: "T", image: { alt: "a" }, body: text }],
  ["an image's width as text", { title: "T", image: { src: "a.png", width: "640" }, body: text }],
  ["a date that is a number", { title: "T", published: 2026, body: text }],
  ["a tag that is an object", { title: "T", tags: [{}], body: text }],
  ["moods that are text", { title: "T", moods: "no", body: text }],
  ["nothing where text is wanted", { title: "T", standfirst: null, body: text }],
  ["a withdrawal that is a number", { title: "T", withdrawn: 3, body: text }],
  ["aliases in an object", { title: "T", aliases: { a: "b" }, body: text }],
  ["an alias that is no text", { title: "T", aliases: ["/a", 3], body: text }],
  ["translations in a list", { title: "T", translations: ["de"], body: text }],
  ["a correction that is text", { title: "T", corrections: ["x"], body: text }],
  ["a related story that is a number", { title: "T", related: [7], body: text }],
  ["a block that is text", article([/** @type {any} */ ("x")])],
  ["a block without a type", article([{ inlines: [] }])],
  ["an unknown block", article([{ type: "video" }])],
  ["a paragraph without inlines", article([{ type: "paragraph" }])],
  ["a heading of level 7", article([{ type: "heading", level: 7, inlines: [] }])],
  ["a quote of inlines", article([{ type: "quote", inlines: [words] }])],
  ["a list without items", article([{ type: "list", ordered: true }])],
  ["an item without blocks", article([{ type: "list", items: [{ task: true }] }])],
  ["a cell aligned to the top", article([{ type: "table", rows: [{ cells: [{ align: "top", inlines: [] }] }] }])],
  ["details whose summary is text", article([{ type: "details", summary: "x", blocks: [] }])],
  ["a figure without blocks", article([{ type: "figure", caption: [] }])],
  ["an unknown inline", paragraph({ type: "blink", inlines: [] })],
  ["emphasis of text", paragraph({ type: "emphasis", text: "x" })],
  ["an image's height below 0", paragraph({ type: "image", url: "a.png", height: -1 })],
  ["a reference without a note", paragraph({ type: "footnoteReference" })],
  ["a reference to note 0", paragraph({ type: "footnoteReference", note: 0 })],
  ["footnotes that are no list", article([], { footnotes: {} })],
  ["a footnote of text", article([], { footnotes: [{ text: "x" }] })],
];

/** @type {[string, unknown][]} */
const ODD = [
  ["the least there is", { title: "T", body: { format: "text", text: "" } }],
  ["unknown keys", { title: "T", x: 1, body: { ...text, y: [] } }],
  ["one author as text", { title: "T", authors: "A", body: text }],
  ["an author as an object", { title: "T", authors: { name: "A", url: "https://a.b/" }, body: text }],
  ["a section with slashes", { title: "T", section: "A/B", body: text }],
  ["an image by its address", { title: "T", image: "a.png", body: text }],
  ["one tag", { title: "T", tags: "a", body: text }],
  ["a date alone", { title: "T", published: "2026-05-09", body: text }],
  ["a date that is none", { title: "T", published: "soon", body: text }],
  ["an address that is refused", paragraph({ type: "link", url: "javascript:x", inlines: [words] })],
  ["one correction", { title: "T", corrections: { text: "x" }, body: text }],
  ["version 1.0", { lectern: 1.0, title: "T", body: text }],
  ["no blocks", article([])],
  ["a code block without text", article([{ type: "code" }])],
  ["a table without rows", article([{ type: "table", rows: [] }])],
  ["a link in a link", paragraph({ type: "link", url: "a", inlines: [{ type: "link", url: "b", inlines: [] }] })],
  ["a list from 0", article([{ type: "list", ordered: true, start: 0, items: [] }])],
  ["details in a figure in details", article([{ type: "details", blocks: [{ type: "figure", blocks: [{ type: "details", open: true, summary: [words], blocks: [] }], caption: [words] }] }])],
  ["a reference to nothing", paragraph({ type: "footnoteReference", note: 7 })],
  ["footnotes", article([{ type: "paragraph", inlines: [{ type: "footnoteReference", note: 1 }] }], { footnotes: [{ blocks: [] }] })],
  ["a page around it", { title: "T", body: text, page: { siteTitle: "S", prev: { title: "P", url: "../p/" } } }],
];

/** Whether `check` and `render` take it; both must say the same. @param {unknown} value */
function isRead(value) {
  const path = join(folder, "article.json");
  writeFileSync(path, JSON.stringify(value));
  const checked = lectern(["check", path]);
  const rendered = lectern(["render", path, "--format", "html"]);
  assert.ok(checked.status === 0 || checked.status === 1, checked.stderr);
  assert.equal(rendered.status, checked.status, rendered.stderr);
  if (checked.status) assert.match(checked.stderr, /:\d+:\d+: error: /);
  return checked.status === 0;
}

for (const [name, value] of BROKEN) {
  test(`both refuse ${name}`, () => {
    assert.notEqual(complaints(value), "");
    assert.equal(isRead(value), false);
  });
}

for (const [name, value] of ODD) {
  test(`both accept ${name}`, () => {
    assert.equal(complaints(value), "");
    assert.equal(isRead(value), true);
  });
}
