// SPDX-License-Identifier: MIT
// The modules' JSDoc types hold, as TypeScript's checker sees them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";

const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const web = new URL("../../web", import.meta.url).pathname;

test("tsc finds nothing in the modules", () => {
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", web], { encoding: "utf8" });
  assert.equal(stdout, "");
  assert.equal(status, 0);
});
