// SPDX-License-Identifier: MIT
// How much the mood service carries, beside what the same disk and machine do without it, in one run and by turns,
// as medians: durable presses beside a bare loop of the same groups of changes put into SQLite; how long a press
// takes at half of that load; counts beside nginx with a file of the same size; presses with ten million rows
// beside an empty database; and a service that is killed a hundred times under load. Run by scripts/bench moods.
// LECTERN_ROUNDS, LECTERN_SECONDS, LECTERN_ROWS and LECTERN_KILLS make it shorter.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crashLoop } from "../tests/server/crashes.mjs";
import { ROOT, Service, sleep, writeSites } from "../tests/server/kit.mjs";
import { sqliteStore } from "../tests/server/stores.mjs";

const LOAD = join(ROOT, "build/native/bench/lectern_mood_load");
const ROUNDS = Number(process.env.LECTERN_ROUNDS ?? 3);
const SECONDS = Number(process.env.LECTERN_SECONDS ?? 5);
const ROWS = Number(process.env.LECTERN_ROWS ?? 10_000_000);
const KILLS = Number(process.env.LECTERN_KILLS ?? 100);
const CONNECTIONS = 256, ARTICLES = 1000;
const COUNTS = "/v1/sites/local/articles/article-1/reactions";

// On a disk, which /tmp often is not.
mkdirSync(join(ROOT, "build"), { recursive: true });
const folder = mkdtempSync(join(ROOT, "build/bench-moods-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const sites = writeSites(folder);
const { database } = sqliteStore(folder);

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const load = (...words) => JSON.parse(execFileSync(LOAD, words.map(String), { encoding: "utf8" }));
const shown = (number) => Math.round(number).toLocaleString("en");
const verdict = (fine) => fine ? "ok" : "MISSED";

/** Runs with a service on that database. */
async function served(address, run) {
  const service = await Service.start(["moods", "--db", address, "--sites", sites, "--port", "0", "--limits", "off"], "ignore");
  try {
    return await run(Number(new URL(service.base).port), service);
  } finally {
    await service.stop();
  }
}

async function figure(service, name) {
  const { text } = await service.ask("GET", "/metrics");
  return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
}

/** Presses as many as can be; how many a second, and how many changes a commit had. */
const presses = (address, articles = ARTICLES, seconds = SECONDS) => served(address, async (port, service) => {
  const result = load("put", port, CONNECTIONS, seconds, 0, articles);
  const commits = await figure(service, "lectern_moods_commits_total");
  const changes = await figure(service, "lectern_moods_changes_total");
  if (result.failed > 0) throw new Error(`${result.failed} presses failed`);
  return { ...result, group: Math.max(1, Math.round(changes / commits)) };
});

async function durable() {
  const runs = [], loops = [];
  for (let round = 0; round < ROUNDS; round++) {
    runs.push(await presses(database()));
    loops.push(load("loop", database(), runs[round].group, SECONDS, ARTICLES));
  }
  const service = median(runs.map((run) => run.perSecond)), loop = median(loops.map((run) => run.perSecond));
  const commit = median(loops.map((run) => run.commitP50));
  console.log(`durable presses      ${shown(service)} a second; the bare loop, ${median(runs.map((run) => run.group))} a commit, `
    + `${shown(loop)}: ${(service / loop).toFixed(2)} of it (at least 0.33: ${verdict(service * 3 >= loop)})`);
  const halves = [];
  for (let round = 0; round < ROUNDS; round++) {
    halves.push(await served(database(), (port) => load("put", port, CONNECTIONS, SECONDS, Math.floor(service / 2), ARTICLES)));
  }
  const p99 = median(halves.map((run) => run.p99));
  console.log(`  at half of that    p50 ${median(halves.map((run) => run.p50)).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; `
    + `the loop's median commit ${commit.toFixed(1)} ms: ${(p99 / commit).toFixed(1)} times (at most 5: ${verdict(p99 <= 5 * commit)})`);
}

/** nginx with one file, on a port of its own, its log like the service's thrown away. */
async function withNginx(bytes, run) {
  const port = 20_000 + process.pid % 20_000;
  mkdirSync(join(folder, "www"));
  writeFileSync(join(folder, "www/counts.json"), "x".repeat(bytes));
  writeFileSync(join(folder, "nginx.conf"), `daemon off; worker_processes auto; pid ${folder}/nginx.pid; error_log stderr error;
    events { worker_connections 1024; }
    http { access_log /dev/null; default_type application/json; keepalive_requests 1000000000; sendfile on; open_file_cache max=10;
      client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
      server { listen 127.0.0.1:${port}; root ${folder}/www; } }`);
  execFileSync("chmod", ["755", folder]);
  const child = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder, "-e", "stderr"], { stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise((done) => child.once("exit", done));
  try {
    for (let tries = 0; tries < 100; tries++) {
      if (await fetch(`http://127.0.0.1:${port}/counts.json`).then((answer) => answer.ok, () => false)) break;
      await sleep(50);
    }
    return await run(port);
  } finally {
    child.kill();
    await ended;
  }
}

async function counts() {
  const address = database();
  load("fill", address, 20_000, ARTICLES);
  await served(address, async (port, service) => {
    const bytes = (await service.counts("local", "article-1")).text.length;
    await withNginx(bytes, async (other) => {
      const mine = [], theirs = [];
      for (let round = 0; round < ROUNDS; round++) {
        mine.push(load("get", port, COUNTS, 64, SECONDS).perSecond);
        theirs.push(load("get", other, "/counts.json", 64, SECONDS).perSecond);
      }
      const share = median(mine) / median(theirs);
      console.log(`counts               ${shown(median(mine))} a second; nginx ${shown(median(theirs))}: `
        + `${share.toFixed(2)} of it (at least 0.50: ${verdict(share >= 0.5)})`);
    });
  });
}

/**
 * A thousand articles have many rows; presses come for the first hundred of them, or for all alike. Four times as
 * long as elsewhere: the log is to begin anew in each run, since what it costs to move it is what many rows cost.
 */
async function manyRows() {
  const full = database();
  load("fill", full, ROWS, ARTICLES);
  for (const [articles, which] of [[ARTICLES / 10, "a tenth of the articles"], [ARTICLES, "all articles"]]) {
    const empty = [], filled = [];
    for (let round = 0; round < ROUNDS; round++) {
      empty.push((await presses(database(), articles, 4 * SECONDS)).perSecond);
      filled.push((await presses(full, articles, 4 * SECONDS)).perSecond);
    }
    const share = median(filled) / median(empty);
    console.log(`with ${shown(ROWS)} rows  ${shown(median(filled))} presses a second of ${which}; empty ${shown(median(empty))}: `
      + `${share.toFixed(2)} of it (at least 0.75: ${verdict(share >= 0.75)})`);
  }
}

async function kills() {
  const { acknowledged } = await crashLoop(database(), sites, KILLS);
  console.log(`killed ${KILLS} times      all of ${shown(acknowledged)} acknowledged changes are there, counts equal rows, none is doubled`);
}

await durable();
await counts();
await manyRows();
if (KILLS > 0) await kills();
