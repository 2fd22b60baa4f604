// SPDX-License-Identifier: MIT
// The 652 examples of CommonMark 0.31.2 through `lectern render`. Where Lectern means to differ,
// deviations.mjs says why and what comes out instead, and that is checked as strictly.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { test } from "node:test";

import { deviations } from "./deviations.mjs";
import { normalize } from "./normalize.mjs";

const LECTERN = process.env.LECTERN ?? new URL("../../build/native/lectern", import.meta.url).pathname;
/** @type {{ number: number, section: string, markdown: string, html: string }[]} */
const examples = createRequire(import.meta.url)("commonmark-spec").tests;

/** @param {string} markdown @returns {Promise<string>} */
const render = (markdown) => new Promise((resolve, reject) => {
  const words = ["render", "-", "--format", "html", "--from", "markdown"];
  const child = execFile(LECTERN, words, (error, stdout) => {
    // 1 says that something in the input is wrong; what can be read is written all the same.
    if (error && error.code !== 1) reject(error);
    else resolve(stdout);
  });
  child.stdin?.end(markdown);
});

test("there are 652 examples", () => assert.equal(examples.length, 652));

test("CommonMark 0.31.2", { concurrency: cpus().length * 2 }, async (suite) => {
  await Promise.all(examples.map(({ number, section, markdown, html }) =>
    suite.test(`example ${number}: ${section}`, async () => {
      const tabs = (/** @type {string} */ text) => text.replaceAll("→", "\t");
      const output = await render(tabs(markdown));
      const ours = normalize(output);
      const theirs = normalize(tabs(html));
      const deviation = deviations.get(number);
      if (!deviation) return assert.equal(ours, theirs);
      assert.equal(output.trimEnd(), deviation.html, deviation.reason);
      assert.notEqual(ours, theirs, "this example differs no longer: take it off the list");
    })));
});
