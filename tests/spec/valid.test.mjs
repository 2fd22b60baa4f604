// SPDX-License-Identifier: MIT
// What is published is valid: every page by html-validate, which knows the content model of HTML, feeds
// and sitemaps by schemas of their own. Of the sample, and of articles that no editor would write.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { HtmlValidate, StaticConfigLoader } from "html-validate/browser";

const ROOT = new URL("../../", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(ROOT, "build/native/lectern");
const folder = mkdtempSync(join(tmpdir(), "lectern-valid-"));
after(() => rmSync(folder, { recursive: true }));

const checker = new HtmlValidate(new StaticConfigLoader({
  extends: ["html-validate:standard"],
  rules: {
    "no-redundant-role": "off", // lists without markers: PLATFORM_NOTES.md
    "require-sri": "off", // all files are the site's own
    "heading-level": "off", // the author's to choose; `lectern check` says it
  },
}));

/** @param {string} path @param {string} [ending] @returns {string[]} */
const files = (path, ending = "") => readdirSync(path, { withFileTypes: true, recursive: true })
  .filter((it) => it.isFile() && it.name.endsWith(ending)).map((it) => join(it.parentPath ?? it.path, it.name));

/** @param {string} content @param {string} day when it is built: of its two days before there are news */
function build(content, day) {
  const site = mkdtempSync(join(folder, "site-"));
  const env = { ...process.env, SOURCE_DATE_EPOCH: `${Date.parse(day) / 1000}` };
  const { status, stderr } = spawnSync(LECTERN, ["build", content, "-o", site, "--base-url", "https://example.org/news",
    "--drafts", "--future"], { encoding: "utf8", env });
  assert.ok(status === 0 || status === 1, stderr);
  return site;
}

/** @param {string} site */
async function assertValid(site) {
  const pages = files(site, ".html");
  assert.ok(pages.length > 3);
  const faults = [];
  for (const path of pages) {
    const report = await checker.validateString(readFileSync(path, "utf8"));
    for (const { messages } of report.results) {
      for (const it of messages) faults.push(`${relative(site, path)}:${it.line}:${it.column} ${it.ruleId}: ${it.message}`);
    }
  }
  assert.deepEqual(faults.slice(0, 20), []);
}

const SCHEMAS = join(ROOT, "tests/spec/schemas");
const jsonFeed = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(join(SCHEMAS, "json_feed.schema.json"), "utf8")));

/** @param {string} site */
function assertFeedsAreValid(site) {
  const schemas = { "feed.xml": "rss", "atom.xml": "atom", "sitemap.xml": "sitemap", "sitemap-news.xml": "sitemap" };
  for (const [path, schema] of Object.entries(schemas)) {
    const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", "--relaxng", join(SCHEMAS, `${schema}.rng`), join(site, path)],
      { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  }
  assert.ok(jsonFeed(JSON.parse(readFileSync(join(site, "feed.json"), "utf8"))), JSON.stringify(jsonFeed.errors));
}

/** A content folder of nasty articles. */
function nasty() {
  const content = join(folder, "content");
  mkdirSync(join(content, "media"), { recursive: true });
  writeFileSync(join(content, "publication.json"), JSON.stringify({ title: 'Ink & <Paper> "News"', sections: [["A & B", 'C "D"']] }));
  const articles = {
    quotes: `---\ntitle: "</title><script>alert(1)</script> & \\"quotes\\" 'and'"\nstandfirst: "a --> b <!-- c ]]> d"\nsection: [A & B, 'C "D"']
tags: ["a/b", "<i>", "x,y z"]\nauthors: [{name: "A & B <c>"}, {name: "E", url: "https://example.org/?a=1&b=2"}]\npublished: 2026-01-02
image: {src: media/gone.png, alt: "a \\"b\\" <c>", caption: "x < y", credit: "&amp;"}\n---\nText &amp; &lt;b&gt; &nbsp; &#0; &bogus; <script>1</script>.\n`,
    blocks: `---\ntitle: Blocks in blocks\ndate: 2026-01-03\n---\n> - a\n>   1. b\n>\n>      \`\`\`js" onload="x\n>      code </code>\n>      \`\`\`\n> - [x] done\n\n${
      ""}| a | b |\n|:-:|--:|\n| \`x\\|y\` | ![p](media/p.png) [l](https://example.org/?a&b) |\n\n- [ ] task ![p](media/p.png)\n\n${
      ""}<details><summary>More *of* it</summary>\n\n# One\n\n## One\n\n<figure>\n\n![a](media/p.png)\n\ntext\n\n<figcaption>Why</figcaption></figure>\n\n</details>\n
[![a picture in a link](media/p.png)](https://example.org/) and [a [b](c) d](https://example.org/) <a href="https://example.org/"><b>x</a> y</b> <q cite="x">q</q>
<kbd>k<kbd>l</kbd></kbd> <abbr title='a "b"'>c</abbr> <ins>i</ins> <sub>s<sup>t</sup></sub> note[^n] again[^n] and[^o].\n\n[^n]: One.\n\n    > Two.\n\n[^o]: ![p](media/p.png)\n`,
    headings: `---\ntitle: Headings\ndate: 2026-01-04\ncorrections: [{date: 2026-01-05, text: "a < b & c"}]\nupdated: 2026-01-06\n---\n###### Deep\n\n# page-start\n\n# page-start\n\n#\n\n# fn-1\n\n## ${"long ".repeat(90)}\n\n# <b>x</b> [y](#z) \`z\` ![p](media/p.png)\n\n# אבג\n\n# !?\n`,
    right: `---\ntitle: مرحبا\nlang: ar\ndate: 2026-01-07\ntranslations: {en: quotes}\n---\nنص [وصلة](quotes.md).\n`,
    empty: "---\ntitle: Empty\n---\n",
    draft: "---\ntitle: Draft\ndraft: true\naliases: [/old/, /older.html]\n---\nText.\n",
    later: "---\ntitle: Later\ndate: 2999-01-01\n---\nText.\n",
  };
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(content, `${name}.md`), text);
  writeFileSync(join(content, "gone.md"), "---\ntitle: Gone\nwithdrawn: 2026-01-01\n---\nText.\n");
  writeFileSync(join(content, "media/p.png"), readFileSync(join(ROOT, "assets/sample/media/lighthouse.png")));
  // So many of a column that its list has pages.
  for (let i = 0; i < 40; i++) writeFileSync(join(content, `n${i}.md`), `---\ntitle: Number ${i}\nsection: [Many]\nauthors: [{name: N}]\ntags: [n]\n---\n${i}\n`);
  return content;
}

test("the sample's pages, feeds and sitemaps are valid", async () => {
  const site = build(join(ROOT, "assets/sample"), "2026-11-24");
  await assertValid(site);
  assertFeedsAreValid(site);
});

test("so are those of nasty articles", async () => {
  const site = build(nasty(), "2026-01-08");
  await assertValid(site);
  assertFeedsAreValid(site);
});

test("and those of the layout's own test articles", async () => {
  await assertValid(build(join(ROOT, "tests/golden/articles"), "2026-01-08"));
});

test("a fault would be found", async () => {
  const site = join(folder, "faults");
  mkdirSync(site);
  const page = "<!doctype html>\n<html lang=\"en\"><head><title>T</title></head><body>";
  const bodies = ["<p><div>a</div></p>", "<ul><p>a</p></ul>", "<p id=\"a\">a</p><p id=\"a\">b</p>", "<button><a href=\"x\">a</a></button>"];
  bodies.forEach((body, i) => writeFileSync(join(site, `${i}.html`), `${page}${body}</body></html>\n`));
  for (const i of bodies.keys()) {
    const report = await checker.validateString(readFileSync(join(site, `${i}.html`), "utf8"));
    assert.equal(report.valid, false, bodies[i]);
  }
  execFileSync("xmllint", ["--version"], { stdio: "ignore" });
  assert.equal(jsonFeed({ version: "https://jsonfeed.org/version/1.1", title: "T", items: [{ id: "1" }] }), false);
});
