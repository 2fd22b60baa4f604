// SPDX-License-Identifier: MIT
// What a first visit of an article downloads of code and style: at most 225,000 bytes in brotli.
import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { settled, useSite } from "./kit.mjs";

const site = useSite();

test("a first visit loads at most 225 KB of WASM, JS and CSS in brotli", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  assert.equal(await settled(page), "canvas");
  const urls = await page.evaluate(() => performance.getEntriesByType("resource").map((it) => it.name));
  const code = urls.filter((url) => /\.(wasm|js|css)$/.test(url));
  assert.ok(code.some((url) => url.endsWith(".wasm")) && code.some((url) => url.endsWith(".css")));
  const sizes = await Promise.all(code.map(async (url) => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    return { name: url.replace(/.*\//, ""), size: brotliCompressSync(bytes).length };
  }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  t.diagnostic(`${total} bytes`);
  assert.ok(total <= 225_000, `${total} bytes: ${sizes.map(({ name, size }) => `${name} ${size}`).join(", ")}`);
});
