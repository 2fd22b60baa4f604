// SPDX-License-Identifier: MIT
// `lectern serve --watch`: a change is published and told to open pages; an error leaves the page.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = new URL("../../", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(ROOT, "build/native/lectern");
const VIEWER = process.env.LECTERN_VIEWER ?? join(ROOT, "build/viewer");
const folder = mkdtempSync(join(tmpdir(), "lectern-watch-"));
after(() => rmSync(folder, { recursive: true }));

/** Asks until it is so, for at most ten seconds. @param {() => Promise<boolean> | boolean} is @param {string} what */
const until = async (is, what) => {
  for (let i = 0; i < 200; ++i) {
    if (await is()) return;
    await sleep(50);
  }
  assert.fail(`never so: ${what}`);
};

test("a changed article is published and open pages are told", async () => {
  const content = join(folder, "content"), site = join(folder, "site");
  cpSync(join(ROOT, "assets/sample"), content, { recursive: true });
  const server = spawn(LECTERN, ["serve", site, "--watch", content, "--viewer", VIEWER, "--port", "0"]);
  let stdout = "", stderr = "";
  server.stdout.on("data", (bytes) => { stdout += bytes; });
  server.stderr.on("data", (bytes) => { stderr += bytes; });
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => server.on("exit", resolve));
  try {
    await until(() => stdout.includes("\n"), "its address");
    const address = /** @type {RegExpMatchArray} */ (stdout.match(/^Lectern: (\S+)\n/))[1];
    const get = async (/** @type {string} */ path) => (await fetch(address + path)).text();
    const version = await get(".lectern/version");
    assert.match(await get("a/lighthouse/"), new RegExp(`<script src="/.lectern/reload.js\\?${version}"></script>`));

    const article = join(content, "oceans/lighthouse.md");
    const before = readFileSync(article, "utf8");
    writeFileSync(article, before + "\nA sentence that was added.\n");
    await until(async () => (await get(".lectern/version")) !== version, "another version");
    assert.match(await get("a/lighthouse/"), /A sentence that was added\./);
    assert.match(stderr, /Published \d+ articles to \S+ \((\d+) files changed\), in \d+ ms\n$/);

    // An error leaves its article out, and the rest is published: what else has changed, and pages without it.
    const good = await get(".lectern/version");
    const other = join(content, "science/ice.md");
    writeFileSync(other, `${readFileSync(other, "utf8")}\nAnother sentence.\n`);
    writeFileSync(article, before.replace("title:", "moods: 3\ntitle:"));
    await until(async () => (await fetch(`${address}a/lighthouse/`)).status === 404, "the article left out");
    await until(async () => /Another sentence\./.test(await get("a/ice-floats/")), "the other one");
    assert.match(stderr, /lighthouse\.md:\d+:\d+: error: "moods" must be true or false/);
    assert.notEqual(await get(".lectern/version"), good);
    assert.doesNotMatch(await get(""), /a\/lighthouse\//);

    writeFileSync(article, before);
    await until(async () => (await get("a/lighthouse/")).includes("<article"), "the article as it was");
    assert.doesNotMatch(await get("a/lighthouse/"), /A sentence that was added\./);
    // What was made step by step is what is made at once.
    const clean = join(folder, "clean");
    spawnSync(LECTERN, ["build", content, "-o", clean, "--viewer", VIEWER]);
    for (const path of ["index.html", "a/lighthouse/index.html", "a/ice-floats/article.json", "a/rainbow/index.html", "map/index.html"])
      assert.equal(readFileSync(join(site, path), "utf8"), readFileSync(join(clean, path), "utf8"), path);
  } finally {
    server.kill("SIGTERM");
  }
  assert.equal(await ended, 0);
});

test("what needs --watch says so, and what can't be watched is one sentence", () => {
  const run = (/** @type {string[]} */ words) => spawnSync(LECTERN, words, { encoding: "utf8" });
  const alone = run(["serve", folder, "--drafts"]);
  assert.deepEqual([alone.status, alone.stderr], [2, "lectern: serve: --drafts needs --watch CONTENT\n"]);
  assert.equal(run(["serve", join(folder, "s"), "--watch", join(folder, "none"), "--viewer", VIEWER]).status, 3);
  assert.equal(run(["serve", folder, "--watch", join(folder, "content"), "--viewer", VIEWER]).status, 2);
});
