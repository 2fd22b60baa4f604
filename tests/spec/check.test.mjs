// SPDX-License-Identifier: MIT
// What `lectern check` and `build` say to an editor, and what hostile content folders do to them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";

const ROOT = new URL("../../", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(ROOT, "build/native/lectern");
const VIEWER = process.env.LECTERN_VIEWER ?? join(ROOT, "build/viewer");
const folder = mkdtempSync(join(tmpdir(), "lectern-check-"));
after(() => rmSync(folder, { recursive: true }));

/** @param {string[]} words @param {Record<string, string>} [env] */
const run = (words, env = {}) => {
  const { status, signal, stdout, stderr } = spawnSync(LECTERN, words,
    { encoding: "utf8", cwd: folder, env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  assert.equal(signal, null, `killed by ${signal}`);
  return { status, stdout, stderr };
};

/** A content folder. @param {string} name @param {Record<string, string>} files */
const content = (name, files) => {
  for (const [path, text] of Object.entries(files)) {
    const full = join(folder, name, path);
    if (!existsSync(dirname(full))) mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
  return name;
};

/** @param {string} content @param {string} site @param {string[]} [more] */
const build = (content, site, more = []) =>
  run(["build", content, "-o", site, "--viewer", VIEWER, ...more]);

const PUBLICATION = '{"title": "P", "url": "https://a.org"}';

test("the source line stands below a problem when it is asked for", () => {
  const c = content("excerpt", { "publication.json": PUBLICATION, "a.md": "---\ntitle: A\nsectoin: B\n---\n\n日本 <script>x</script>\n" });
  const said = run(["check", c, "--excerpts", "always"]);
  assert.deepEqual([said.status, said.stdout], [0, ""]);
  assert.equal(said.stderr,
    'excerpt/a.md:3:1: warning: unknown key "sectoin": did you mean "section"?\n' +
    "    3 | sectoin: B\n      | ^\n" +
    "excerpt/a.md:6:4: warning: a <script> was left out\n" +
    "    6 | 日本 <script>x</script>\n      |      ^\n");
  assert.equal(run(["check", c, "--excerpts", "never"]).stderr.split("\n").length, 3);
  assert.equal(run(["check", c]).stderr.split("\n").length, 3, "no terminal, no excerpts");
  assert.match(run(["check", c], { CLICOLOR_FORCE: "1", NO_COLOR: "" }).stderr, /\x1b\[1;33mwarning:\x1b\[0m unknown/);
  assert.doesNotMatch(run(["check", c], { CLICOLOR_FORCE: "1", NO_COLOR: "1" }).stderr, /\x1b/);
  assert.equal(run(["check", c, "--excerpts", "often"]).status, 2);
});

test("JSON has a code for each problem, in the order of path and place", () => {
  const c = content("codes", {
    "publication.json": PUBLICATION,
    "b.md": "---\ntitle: B\nlang: xq\npublished: 2026-02-30\n---\n\n[x](none.md) [y](#none) [z](http://a.org)\n",
    "a.json": "{",
  });
  const { status, stdout, stderr } = run(["check", c, "--format", "json"]);
  assert.deepEqual([status, stderr], [1, ""]);
  /** @type {{ path: string, line: number, column: number, severity: string, code: string, message: string }[]} */
  const problems = JSON.parse(stdout);
  assert.deepEqual(problems.map((p) => `${p.path}:${p.line}:${p.column} ${p.severity} ${p.code}`), [
    "codes/a.json:1:2 error syntax", "codes/b.md:3:7 warning bad-language", "codes/b.md:4:12 warning bad-date",
    "codes/b.md:7:1 warning missing-target", "codes/b.md:7:14 warning missing-part", "codes/b.md:7:25 warning plain-http"]);
  assert.ok(problems.every((p) => p.message.length > 0));
});

test("--strict says what may well be meant so", () => {
  const c = content("strict", { "publication.json": PUBLICATION, "a.md": "---\ntitle: A\nlayout: post\n---\n\n## B\n\n## B\n" });
  assert.deepEqual(run(["check", c]), { status: 0, stdout: "", stderr: "" });
  const { status, stderr } = run(["check", c, "--strict"]);
  assert.equal(status, 0);
  assert.equal(stderr, 'strict/a.md:3:1: warning: unknown key "layout": nothing reads it\n' +
    'strict/a.md:8:1: warning: the heading "B" stands in line 6 already, at the same level\n');
});

test("names of every kind are read, said in one line, and published", () => {
  const long = "n".repeat(252) + ".md";
  const c = content("names", {
    "publication.json": PUBLICATION, "with space \"and' quotes.md": "# A\n", "new\nline.md": "# B\n\n<script>x</script>\n",
    [long]: "# C\n", "u\u0308ber.md": "# D\n", "\x1b[31m.md": "# E\n", "-o.md": "# F\n",
  });
  const { status, stderr } = run(["check", c]);
  assert.equal(status, 0);
  assert.equal(stderr, "names/new\\nline.md:3:1: warning: a <script> was left out\n");
  const json = JSON.parse(run(["check", c, "--format", "json"]).stdout);
  assert.equal(json[0].path, "names/new\nline.md");
  const built = build(c, "names-site");
  assert.equal(built.status, 0, built.stderr);
  assert.match(built.stdout, /^Published 6 articles /);
});

test("a folder of links that lead nowhere good ends", () => {
  const c = content("links", { "publication.json": PUBLICATION, "a.md": "# A\n\n[x](../outside.md) ![y](out.png)\n" });
  writeFileSync(join(folder, "outside.md"), "# O\n");
  symlinkSync("self", join(folder, c, "self"));
  symlinkSync("two", join(folder, c, "one"));
  symlinkSync("one", join(folder, c, "two"));
  symlinkSync("..", join(folder, c, "up"));
  symlinkSync("/etc/passwd", join(folder, c, "passwd.md"));
  spawnSync("mkfifo", [join(folder, c, "pipe.md")]);
  const { status, stderr } = run(["check", c]);
  assert.equal(status, 0);
  assert.equal(stderr,
    'links/a.md:3:1: warning: the link\'s target "../outside.md" leads out of the content folder\n' +
    'links/a.md:3:20: warning: the picture "out.png" is not there\n' +
    "links/passwd.md: warning: this symbolic link leads out of the content folder and is left out\n" +
    "links/up: warning: this symbolic link leads out of the content folder and is left out\n");
});

test("ten thousand files with errors are said quickly, the first two thousand of them", () => {
  /** @type {Record<string, string>} */
  const files = {};
  for (let i = 0; i < 10000; ++i) files[`${i % 100}/${i}.md`] = "---\ntitle: A\nmoods: 3\n---\n";
  const c = content("many", files);
  const begin = Date.now();
  const { status, stderr } = run(["check", c]);
  assert.equal(status, 1);
  const lines = stderr.trimEnd().split("\n");
  assert.equal(lines.length, 2001);
  assert.match(lines[2000], /^lectern: there are 8001 more problems; --format json has all$/);  // one is of the base URL
  assert.ok(Date.now() - begin < 20000, `${Date.now() - begin} ms`);
  assert.equal(JSON.parse(run(["check", c, "--format", "json"]).stdout).length, 10001);
  const built = build(c, "many-site");
  assert.equal(built.status, 1);
  assert.match(built.stderr, /left out because of errors: \S+( \S+){19} and 9980 more\n$/);
});

test("a folder of empty files is said and ends", () => {
  const dir = join(folder, "empty");
  mkdirSync(dir);
  for (let i = 0; i < 5000; ++i) writeFileSync(join(dir, `${i}.md`), "");
  const { status, stderr } = run(["check", "empty"]);
  assert.equal(status, 1);
  assert.match(stderr, /^empty: warning: there is no base URL.*\nempty\/0.md: error: the file is empty\n/);
});

test("what can't be written is 3, with one sentence", () => {
  const c = content("plain", { "publication.json": PUBLICATION, "a.md": "# A\n" });
  writeFileSync(join(folder, "file"), "");
  for (const site of ["/proc/lectern-site", "file/site"]) {
    const { status, stdout, stderr } = build(c, site);
    assert.deepEqual([status, stdout], [3, ""], site);
    assert.match(stderr, /^lectern: build: \S+ can't be written: .+\n$/);
  }
  // A file system that is full: no file may grow beyond a block, as the shell says.
  const full = spawnSync("sh", ["-c", `ulimit -f 2; exec "${LECTERN}" build ${c} -o full --viewer "${VIEWER}"`],
    { encoding: "utf8", cwd: folder });
  assert.deepEqual([full.status, full.signal, full.stdout], [3, null, ""]);
  assert.match(full.stderr, /^lectern: build: full\/\S+ can't be written: File too large\n$/);
  assert.equal(build(c, "full").status, 0, "the next build ends what that one began");
  assert.equal(run(["check", "nowhere"]).status, 3);
});

test("one article that can't be read is 3; the others are published", { skip: process.getuid?.() !== 0 && "needs root to give a right up" }, () => {
  const c = content("locked-content", { "publication.json": PUBLICATION, "a.md": "# A\n", "b.md": "# B\n" });
  chmodSync(folder, 0o777);
  chmodSync(join(folder, c, "b.md"), 0o600);
  const as_nobody = (/** @type {string[]} */ ...words) =>
    spawnSync(LECTERN, words, { encoding: "utf8", cwd: folder, uid: 65534, gid: 65534 });
  const checked = as_nobody("check", c);
  assert.deepEqual([checked.status, checked.stderr], [3, "locked-content/b.md: error: this file can't be read: Permission denied\n"]);
  const built = as_nobody("build", c, "-o", "locked-out", "--viewer", VIEWER);
  assert.equal(built.status, 3, built.stderr);
  assert.match(built.stdout, /^Published 1 article /);
});

test("a site that may not be written is 3, also where a site is", { skip: process.getuid?.() !== 0 && "needs root to give a right up" }, () => {
  const c = content("mine", { "publication.json": PUBLICATION, "a.md": "# A\n" });
  chmodSync(folder, 0o755);
  assert.equal(build(c, "locked").status, 0);
  writeFileSync(join(folder, c, "a.md"), "# A\n\nmore\n");
  const { status, stderr } = spawnSync(LECTERN, ["build", c, "-o", "locked", "--viewer", VIEWER],
    { encoding: "utf8", cwd: folder, uid: 65534, gid: 65534 });
  assert.equal(status, 3, stderr);
  assert.match(stderr, /^lectern: build: locked\/\S+ can't be written: Permission denied\n$/);
  assert.ok(existsSync(join(folder, "locked/a/a/index.html")));
});
