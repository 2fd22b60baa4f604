// SPDX-License-Identifier: MIT
// `lectern build` as a script sees it: what is left out, and what time it takes it to be.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const LECTERN = process.env.LECTERN ?? new URL("../../build/native/lectern", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "lectern-build-"));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} path @param {string} text */
const file = (path, text) => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
};
file("viewer/shell.html", "<!doctype html>\n<title>{{title}}</title>\n{{body}}\n");
for (const name of ["lectern.css", "pages.css", "boot.js", "look.js", "embed_frame.js", "embed.js", "embed.d.ts", "embed.css",
  "sw.js", "sw_off.js"]) file(`viewer/${name}`, "");
file("content/a.md", "---\ntitle: A\npublished: 2020-01-01\n---\nText.\n");
file("content/b.md", "---\ntitle: B\npublished: 2021-01-01\n---\nText.\n");
file("content/c.md", "---\ntitle: C\ndraft: true\n---\nText.\n");
file("content/d.md", "---\ntitle: D\ndraft: true\n---\nText.\n");

/** @param {string} epoch @param {string[]} options */
const build = (epoch, ...options) => {
  const { status, stdout, stderr } = spawnSync(LECTERN,
    ["build", "content", "-o", "site", "--viewer", "viewer", ...options],
    { cwd: folder, encoding: "utf8", env: { ...process.env, SOURCE_DATE_EPOCH: epoch } });
  return { status, stdout, stderr };
};

test("what is left out is counted on the summary's line", () => {
  assert.match(build("1600000000").stdout, /^Published 1 article to site \(\d+ files changed\); 2 drafts and 1 with a future date left out\n$/);
  assert.equal(existsSync(join(folder, "site/a/b")), false);
  assert.match(build("").stdout, /^Published 2 articles to site \(.*\); 2 drafts left out\n$/);
  assert.match(build("1600000000", "--drafts").stdout, /\); 1 with a future date left out\n$/);
  assert.match(build("1600000000", "--drafts", "--future").stdout, /^Published 4 articles to site \(\d+ files changed\)\n$/);
});

test("a time that is none is wrong use", () => {
  for (const epoch of ["now", "-1", "1.5", "99999999999999999999"]) {
    assert.deepEqual(build(epoch), { status: 2, stdout: "",
      stderr: `lectern: SOURCE_DATE_EPOCH must be a whole number of seconds since 1970, not "${epoch}"\n` });
  }
});
