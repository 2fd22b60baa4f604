// SPDX-License-Identifier: MIT
// Whose work is in what the build makes: nothing of scripts/third_party.lock is left out, and each notice is whole.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const root = new URL("../..", import.meta.url).pathname;
const pins = readFileSync(join(root, "scripts/third_party.lock"), "utf8").split("\n").map((line) => line.split(" "))
  .filter(([kind, name]) => ["debian", "upstream", "script", "face", "tool"].includes(kind) && name !== "esbuild-wasm");
const sbom = JSON.parse(readFileSync(join(root, "build/lectern.spdx.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "lectern-notices-"));
after(() => rmSync(folder, { recursive: true }));

test("the bill of materials has each part with the hash that it is pinned by", () => {
  assert.equal(sbom.spdxVersion, "SPDX-2.3");
  for (const [, name, version, , hash] of pins) {
    const found = sbom.packages.find((it) => it.name === name);
    assert.ok(found, `${name} is there`);
    if (found.versionInfo !== version) continue; // the pin that bootstrap falls back to
    const { algorithm, checksumValue } = found.checksums[0];
    assert.equal(algorithm === "SHA512" ? `sha512-${Buffer.from(checksumValue, "hex").toString("base64")}` : checksumValue, hash, name);
  }
  const known = new Set([sbom.SPDXID, ...sbom.packages.map((it) => it.SPDXID)]);
  assert.equal(known.size, sbom.packages.length + 1, "each has an id of its own");
  for (const id of known) assert.match(id, /^SPDXRef-[A-Za-z0-9.-]+$/);
  for (const { spdxElementId, relatedSpdxElement } of sbom.relationships) assert.ok(known.has(spdxElementId) && known.has(relatedSpdxElement));
  const held = new Set(sbom.relationships.map((it) => it.relatedSpdxElement));
  for (const { SPDXID, name } of sbom.packages) assert.ok(held.has(SPDXID), `${name} is part of something`);
});

test("the viewer's notices name who made each part and what is allowed", async () => {
  const { default: parts } = await import(join(root, "build/viewer/licences.js"));
  assert.ok(parts.length >= 12);
  for (const { name, version, licence, text } of parts) {
    assert.ok(name && version && licence, JSON.stringify({ name, version, licence }));
    assert.match(text, /copyright/i, name);
    assert.match(text, /permission|redistribution|licensed under|terms and conditions|freely/i, name);
  }
});

test("a part whose licence nobody has written down ends the build with a sentence", () => {
  for (const file of ["scripts/make_notices.mjs", "scripts/third_party.lock", "LICENSE"]) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  writeFileSync(join(folder, "scripts/third_party.lock"), `debian somebody 1.0 trixie ${"0".repeat(64)} https://example.org/somebody.git abc\n`);
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "scripts/make_notices.mjs"), "1", join(folder, "a.js"), join(folder, "b.json"), "emscripten=1=/"],
    { encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /third_party\.lock has somebody, of which no licence is known here/);
});
