// SPDX-License-Identifier: MIT
// `lectern render` and `lectern check` as a script sees them: what comes out where, and exit codes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const LECTERN = process.env.LECTERN ?? new URL("../../build/native/lectern", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "lectern-cli-"));
after(() => rmSync(folder, { recursive: true }));

/** @param {string[]} words @param {string | Buffer} [input] */
const run = (words, input = "") => {
  const { status, signal, stdout, stderr } = spawnSync(LECTERN, words, { input, encoding: "utf8" });
  assert.equal(signal, null, `killed by ${signal}`);
  return { status, stdout, stderr };
};

/** @param {string} name @param {string} text */
const file = (name, text) => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
};

const ARTICLE = '{"title": "T", "body": {"format": "markdown", "text": "a *b*\\n\\n- c"}}';

test("render writes HTML, text or JSON on stdout", () => {
  const path = file("a.json", ARTICLE);
  assert.deepEqual(run(["render", path, "--format", "html"]),
    { status: 0, stdout: "<p>a <em>b</em></p>\n<ul>\n<li>c\n</li>\n</ul>\n", stderr: "" });
  assert.deepEqual(run(["render", path, "--format", "text"]), { status: 0, stdout: "a b\n\nc\n", stderr: "" });
  const json = run(["render", path, "--format", "json"]);
  assert.equal(json.status, 0);
  assert.equal(JSON.parse(json.stdout).body.text, "a *b*\n\n- c");
});

test("render tells an article from Markdown by its name, and on stdin by its first character", () => {
  assert.match(run(["render", "-", "--format", "html"], ARTICLE).stdout, /<em>b<\/em>/);
  assert.equal(run(["render", "-", "--format", "html"], "# a").stdout, "<h1>a</h1>\n");
  assert.equal(run(["render", "-", "--format", "html", "--from", "markdown"], "{a}").stdout, "<p>{a}</p>\n");
});

test("a Markdown fragment needs no title, an article does", () => {
  assert.deepEqual(run(["render", "-", "--format", "html"], "text"),
    { status: 0, stdout: "<p>text</p>\n", stderr: "" });
  const matter = run(["render", "-", "--format", "html"], "---\nid: a\n---\ntext");
  assert.equal(matter.status, 1);
  assert.equal(matter.stdout, "<p>text</p>\n");
  assert.match(matter.stderr, /^-:1:1: error: the article has no title/);
});

test("what can be read is written beside the errors", () => {
  const { status, stdout, stderr } = run(["render", "-", "--format", "html", "--from", "article"],
    '{"title": 3, "body": {"format": "text", "text": "x"}}');
  assert.deepEqual([status, stdout], [1, "<p>x</p>\n"]);
  assert.equal(stderr, '-:1:11: error: "title" must be text, not a number\n');
  assert.deepEqual(run(["render", "-", "--format", "html", "--from", "article"], "{"), {
    status: 1,
    stdout: "",
    stderr: '-:1:2: error: the file ends here, where a key in double quotes or "}" is expected; the object of line 1 is not closed\n',
  });
});

test("wrong use is 2, with one sentence", () => {
  for (const words of [
    [], ["frobnicate"], ["render"], ["render", "a", "b", "--format", "html"], ["render", "-"],
    ["render", "-", "--format", "pdf"], ["render", "-", "--format", "html", "--from", "rtf"],
    ["render", "-", "--nothing"], ["render", "-", "--format"], ["check"], ["check", "a", "--format", "html"],
  ]) {
    const { status, stdout, stderr } = run(words);
    assert.deepEqual([status, stdout], [2, ""], words.join(" "));
    assert.match(stderr, /^lectern.*: .+\n$/, words.join(" "));
  }
});

test("what cannot be read or written is 3, with one sentence", () => {
  for (const words of [["render", join(folder, "none.md"), "--format", "html"],
    ["render", folder, "--format", "html"], ["check", join(folder, "none")]]) {
    const { status, stderr } = run(words);
    assert.equal(status, 3, words.join(" "));
    assert.match(stderr, /^lectern: .+ cannot be read: .+\n$/);
  }
  const full = spawnSync("sh", ["-c", `echo a | "${LECTERN}" render - --format html > /dev/full`], { encoding: "utf8" });
  assert.equal(full.status, 3);
  assert.match(full.stderr, /^lectern: standard output cannot be written: .+\n$/);
});

test("every command has --help and --version", () => {
  for (const command of ["build", "check", "doctor", "render", "serve"]) {
    const help = run([command, "--help"]);
    assert.deepEqual([help.status, help.stderr], [0, ""], command);
    assert.match(help.stdout, new RegExp(`^usage: lectern ${command} `));
    assert.match(run([command, "--version"]).stdout, /^lectern \d+\.\d+\.\d+\n$/);
  }
  assert.match(run(["--help"]).stdout, /^usage: lectern /);
});

test("check says all problems of a folder by path and place", () => {
  const content = join(folder, "content");
  file("content/publication.json", '{"title": "P", "url": "https://a.org"}');
  file("content/b.md", "---\ntitle: B\nmoods: 3\n---\n\n[a](javascript:x)\n");
  file("content/a.md", "text <script>x</script>\n");
  const { status, stdout, stderr } = run(["check", content]);
  assert.deepEqual([status, stdout], [1, ""]);
  assert.deepEqual(stderr.split("\n").map((line) => line.replace(content + "/", "").replace(/: the .*| was left .*/, "")), [
    "a.md:1:1: error", "a.md:1:6: warning: a <script>", 'b.md:3:8: error: "moods" must be true or false, not text',
    "b.md:6:1: warning", ""]);
  const json = run(["check", content, "--format", "json"]);
  assert.deepEqual([json.status, json.stderr], [1, ""]);
  assert.deepEqual(JSON.parse(json.stdout)[2], {
    path: join(content, "b.md"), line: 3, column: 8, severity: "error", code: "wrong-type",
    message: '"moods" must be true or false, not text',
  });
});

test("check takes a file too, and warnings alone are fine", () => {
  const path = file("fine.md", "# T\n\n<style>x</style>a\n");
  assert.deepEqual(run(["check", path]),
    { status: 0, stdout: "", stderr: `${path}:3:1: warning: a <style> was left out\n` });
  assert.deepEqual(run(["check", path, "--format", "json"]).status, 0);
  assert.equal(run(["check", file("a.json", "[")]).status, 1);
});
