// SPDX-License-Identifier: MIT
// `lectern doctor`: a whole site has nothing wrong, and each thing that is wrong is one sentence.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

const ROOT = new URL("../../", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(ROOT, "build/native/lectern");
const VIEWER = process.env.LECTERN_VIEWER ?? join(ROOT, "build/viewer");
const folder = mkdtempSync(join(tmpdir(), "lectern-doctor-"));
const site = join(folder, "site");
after(() => rmSync(folder, { recursive: true }));
before(() => {
  const { status, stderr } = spawnSync(LECTERN,
    ["build", join(ROOT, "assets/sample"), "-o", site, "--viewer", VIEWER, "--base-url", "https://example.org/news"], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

/** @param {string[]} words @returns {Promise<{ status: number | null, stdout: string, stderr: string }>} */
const doctor = (...words) => new Promise((resolve) => {  // not in step: it may ask a server of this process
  const child = spawn(LECTERN, ["doctor", ...words]);
  let stdout = "", stderr = "";
  child.stdout.on("data", (bytes) => { stdout += bytes; });
  child.stderr.on("data", (bytes) => { stderr += bytes; });
  child.on("close", (status) => resolve({ status, stdout, stderr }));
});

test("a site that is whole", async () => {
  assert.deepEqual(await doctor(site), { status: 0, stdout: "", stderr: "" });
});

test("each thing that is wrong in a folder", async () => {
  const broken = join(folder, "broken");
  cpSync(site, broken, { recursive: true });
  const boot = /** @type {string} */ (readdirSync(join(broken, "_")).find((name) => name.startsWith("boot.")));
  rmSync(join(broken, "_", boot));
  rmSync(join(broken, "a/lighthouse/article.json"));
  writeFileSync(join(broken, "a/rainbow/article.json"), "{");
  const css = /** @type {string} */ (readdirSync(join(broken, "_")).find((name) => name.startsWith("style.")));
  writeFileSync(join(broken, "_", css), "/* shorter now */");
  const page = join(broken, "a/seven-constants/index.html");
  writeFileSync(page, readFileSync(page, "utf8").replaceAll("https://example.org/news/a/seven-constants/", "https://old.org/a/seven-constants/"));
  const { status, stdout, stderr } = await doctor(broken);
  assert.deepEqual([status, stdout], [1, ""]);
  assert.deepEqual(stderr.trimEnd().split("\n").map((line) => line.replace(`${broken}/`, "").replace(/ and ".*" needs/, " and … needs")), [
    `_/${boot}: error: this answers with 404, and … needs it`,
    `_/${css}: error: these are not the bytes that its name was made of: it was changed on the way`,
    "a/lighthouse/article.json: error: this answers with 404, and … needs it",
    "a/rainbow/article.json: error: this is no article as the publisher writes it, so the page stays HTML",
    'a/seven-constants/: warning: its own address is "https://old.org/a/seven-constants/", but it stands at "https://example.org/news/a/seven-constants/"; was the site built with another --base-url?']);
});

test("what a host sends wrong", async () => {
  const types = { html: "text/html", js: "text/plain", css: "text/css", json: "application/json", wasm: "application/octet-stream" };
  const server = createServer((request, response) => {
    let path = join(site, decodeURIComponent(request.url ?? "/"));
    if (path.endsWith("/")) path += "index.html";
    try {
      const bytes = readFileSync(path);
      const type = types[/** @type {keyof typeof types} */ (path.slice(path.lastIndexOf(".") + 1))] ?? "image/png";
      response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": "script-src 'self'" }).end(bytes);
    } catch {
      response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Sorry</h1>");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(0)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const { status, stderr } = await doctor(`http://127.0.0.1:${port}`);
  server.close();
  assert.equal(status, 1);
  for (const sentence of [
    /\/: error: the Content-Security-Policy lacks 'wasm-unsafe-eval' in script-src, so the viewer can't start/,
    /\/_\/boot\.\w+\.js: error: this is sent as "text\/plain", not text\/javascript: /,
    /\/_\/lectern\.\w+\.wasm: error: this is sent as "application\/octet-stream", not application\/wasm: /,
    /\/: warning: its own address is "https:\/\/example\.org\/news\/", but it stands at "http:\/\/127/,
    /no-such-page: warning: a page that does not exist answers with 200, not 404/,
  ]) assert.match(stderr, sentence);
});

test("rooted links are followed, and a piece may first have stood elsewhere", async () => {
  const content = join(folder, "content"), at = join(folder, "rooted");
  mkdirSync(content);
  writeFileSync(join(content, "a.md"), "---\ntitle: A\ncanonical: https://elsewhere.org/piece/\n---\n[gone](/news/gone/) [map](/news/map/) [shop](/shop/)\n");
  assert.equal(spawnSync(LECTERN, ["build", content, "-o", at, "--viewer", VIEWER, "--base-url", "https://example.org/news"]).status, 0);
  const { status, stderr } = await doctor(at);
  assert.equal(stderr, `${at}/gone/: error: this answers with 404, and "${at}/a/a/" needs it\n`);
  assert.equal(status, 1);
});

test("what can't be asked", async () => {
  assert.equal((await doctor(join(folder, "none"))).status, 3);
  assert.equal((await doctor("https://example.org/")).status, 2);
  const { status, stderr } = await doctor("http://127.0.0.1:9/");
  assert.equal(status, 3);
  assert.match(stderr, /^lectern: doctor: http:\/\/127\.0\.0\.1:9\/ does not answer: .+\n$/);
});

/** A server that answers what `pages` has, and files of the site without a header but their type. */
async function host(pages = {}) {
  const types = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", wasm: "application/wasm" };
  const server = createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? "/");
    const page = pages[/** @type {keyof typeof pages} */ (url)];
    if (page) return void response.writeHead(200, { "Content-Type": "text/html", ...page[1] }).end(page[0]);
    try {
      const path = join(site, url.endsWith("/") ? `${url}index.html` : url);
      const bytes = readFileSync(path);
      response.writeHead(200, { "Content-Type": types[/** @type {keyof typeof types} */ (path.slice(path.lastIndexOf(".") + 1))] ?? "image/png" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(0)));
  return { server, url: `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}` };
}

test("embeds: what the host does not send, and what a partner's page lacks, each with the line to change", async () => {
  const pub = await host();
  const line = `<script async src="${pub.url}/embed.js" data-article="lighthouse"></script>`;
  const partner = await host({
    "/good": [line, { "Content-Security-Policy": `script-src ${pub.url}; frame-src ${pub.url}` }],
    "/bad": [line.replace("lighthouse", "gone") + `<iframe src="${pub.url}/a/rainbow/"></iframe>`, { "Content-Security-Policy": "default-src 'self'" }],
  });
  const good = await doctor(`${pub.url}/`, "--partner", `${partner.url}/good`);
  const bad = await doctor(`${pub.url}/`, "--partner", `${partner.url}/bad`);
  const gone = await doctor(`${pub.url}/`, "--partner", `${partner.url}/none`);
  for (const { server } of [pub, partner]) server.close();
  for (const sentence of [
    /any site may frame this page; .* send X-Frame-Options: SAMEORIGIN/,
    /send Access-Control-Allow-Origin: \* for embed\.js, article\.json and all below _\//,
  ]) assert.match(good.stderr, sentence);
  assert.doesNotMatch(good.stderr, /\/good: /);
  for (const sentence of [
    /\/bad: error: the article "gone" is not on the site/,
    /\/bad: error: it frames ".*\/a\/rainbow\/", .* take .*\/embed\/rainbow\//,
    /\/bad: error: its Content-Security-Policy keeps the publication out; add http:\/\/127\.0\.0\.1:\d+ to default-src/,
  ]) assert.match(bad.stderr, sentence);
  assert.equal(bad.status, 1);
  assert.deepEqual([gone.status, /answers with 404/.test(gone.stderr)], [3, true]);
  assert.equal((await doctor(site, "--partner", "http://127.0.0.1:9/")).status, 2);
});

test("an embed is tried in a real browser", async () => {
  const browser = process.env.LECTERN_CHROMIUM || "/usr/bin/chromium";
  assert.deepEqual(await doctor(site, "--browser", browser), { status: 0, stdout: "", stderr: "" });
  const silent = join(folder, "silent");
  cpSync(site, silent, { recursive: true });
  for (const name of readdirSync(join(silent, "_"))) if (name.startsWith("embed-frame.")) rmSync(join(silent, "_", name));
  const { status, stderr } = await doctor(silent, "--browser", browser);
  assert.equal(status, 1);
  assert.match(stderr, /\/embed\/[\w-]+\/: error: in .*chromium the frame of [\w-]+ said nothing to the page around it/);
  assert.match((await doctor(site, "--browser", "/bin/false")).stderr, /error: \/bin\/false could not be run/);
});
