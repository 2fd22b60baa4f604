// SPDX-License-Identifier: MIT
// What a first visit of an article downloads of code and style: at most 220,000 bytes in brotli.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const root = new URL("../..", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");

test("a first visit loads at most 220 KB of WASM, JS and CSS in brotli", (t) => {
  const site = mkdtempSync(join(tmpdir(), "lectern-size-"));
  t.after(() => rmSync(site, { recursive: true }));
  execFileSync(LECTERN, ["build", join(root, "assets/sample"), "-o", site]);
  const files = readdirSync(join(site, "_")).filter((name) => /\.(wasm|js|css)$/.test(name));
  const sizes = files.map((name) => brotliCompressSync(readFileSync(join(site, "_", name))).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  t.diagnostic(`${total} bytes`);
  assert.ok(total <= 220_000, `${total} bytes: ${files.map((name, i) => `${name} ${sizes[i]}`).join(", ")}`);
});
