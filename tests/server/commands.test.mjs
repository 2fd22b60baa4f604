// SPDX-License-Identifier: MIT
// `lectern moods` as its keeper sees it, and the service inside `lectern serve`.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { folderFor, lectern, Service, SITES, sleep, token, writeSites } from "./kit.mjs";

const folder = folderFor({ after });
const sites = writeSites(folder);
const database = `sqlite:${folder}/moods.db`;

test("wrong use and what can't be had are one sentence each", () => {
  const table = /** @type {[string[], number, RegExp][]} */ ([
    [["moods"], 2, /it needs --db and --sites/],
    [["moods", "--db", database, "--sites", sites, "--port", "x"], 2, /--port needs a number/],
    [["moods", "--db", database, "--sites", sites, "--limits", "on"], 2, /--limits takes only off/],
    [["moods", "--db", "mysql://x", "--sites", sites], 3, /must be sqlite:PATH or postgresql/],
    [["moods", "--db", `sqlite:${folder}/none/x.db`, "--sites", sites], 3, /unable to open database file/],
    [["moods", "--db", `sqlite:${sites}`, "--sites", sites], 3, /file is not a database/],
    [["moods", "--db", "postgresql://nobody@127.0.0.1:1/x", "--sites", sites], 3, /Connection refused/],
    [["moods", "--db", database, "--sites", `${folder}/none.json`], 3, /can't be read/],
    [["moods", "--db", database, "--sites", sites, "--bind", "nowhere"], 3, /can't be had|is free/],
    [["moods", "count", "--db", database], 2, /it knows export and erase/],
    [["moods", "export", "--db", database], 2, /one of --site and --token/],
    [["moods", "export", "--db", `sqlite:${folder}/none.db`, "--site", "local"], 3, /is not there/],
    [["moods", "erase", "--db", database, "--token", "short"], 2, /that is no token/],
    [["serve", folder, "--moods", "x"], 3, /must be sqlite:PATH or postgresql/],
  ]);
  for (const [words, status, sentence] of table) {
    const result = lectern(words);
    assert.equal(result.status, status, words.join(" ") + result.stderr);
    assert.match(result.stderr, sentence);
    assert.equal(result.stderr.split("\n").length, 2, result.stderr);
  }
  const wrong = writeSites(folderFor({ after }), { "news.example": { origins: ["news.example"] } });
  const result = lectern(["moods", "--db", database, "--sites", wrong]);
  assert.deepEqual([result.status, result.stderr.match(/sites\.json:1:\d+: error: .*no origin/)?.length], [1, 1]);
});

test("the file of sites is taken over when it changes, and kept when it is broken", async (context) => {
  const service = await Service.moods(database, sites);
  context.after(() => service.stop());
  const status = async (/** @type {string} */ article) => (await service.counts("news.example", article)).status;
  const becomes = async (/** @type {string} */ article, /** @type {number} */ wanted) => {
    for (let tries = 0; await status(article) !== wanted; tries++) {
      assert.ok(tries < 200, `${article} is not ${wanted}`);
      await sleep(50);
    }
  };
  assert.deepEqual([await status("one"), await status("new")], [200, 404]);
  const news = { ...SITES["news.example"], articles: ["new"], withdrawn: ["one"] };
  writeFileSync(sites, JSON.stringify({ "news.example": news }));
  await becomes("new", 200);
  assert.equal(await status("one"), 410);
  assert.equal((await service.counts("local", "x")).status, 404);
  writeFileSync(sites, "{");
  for (let tries = 0; !/"problem":".*sites.json:1:2: error/.test(service.log); tries++) {
    assert.ok(tries < 200, service.log);
    assert.equal(await status("new"), 200);
    await sleep(50);
  }
});

test("serve --moods counts for the site that it shows, on the same origin", async (context) => {
  const site = join(folder, "site");
  mkdirSync(join(site, "a/one"), { recursive: true });
  writeFileSync(join(site, "index.html"), "front");
  writeFileSync(join(site, "a/one/index.html"), "one");
  writeFileSync(join(site, "withdrawn.json"), JSON.stringify({ withdrawn: [{ id: "gone" }] }));
  const service = await Service.start(["serve", site, "--moods", `sqlite:${folder}/serve.db`, "--port", "0"]);
  context.after(() => service.stop());
  assert.equal(await (await fetch(`${service.base}/a/one/`)).text(), "one");
  const reader = token();
  const press = (/** @type {string} */ article, /** @type {string} */ origin) =>
    service.ask("PUT", `/v1/sites/local/articles/${article}/reactions/me`,
      { token: reader, body: { mood: "happy", seq: 1 }, headers: { Origin: origin } });
  assert.equal((await press("one", service.base)).json.counts.happy, 1);
  assert.equal((await press("one", "https://evil.example")).status, 403);
  assert.equal((await press("none", service.base)).status, 404);
  assert.equal((await press("gone", service.base)).status, 410);
  // The page that an article gets while the server runs.
  mkdirSync(join(site, "a/none"));
  writeFileSync(join(site, "a/none/index.html"), "none");
  assert.equal((await press("none", service.base)).status, 200);
  assert.equal((await service.ask("GET", "/healthz")).status, 200);
});
