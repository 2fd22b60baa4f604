// SPDX-License-Identifier: MIT
// The files for hosts in docs/deploy, tried: nginx and Caddy as Debian has them, each with a published site.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

const ROOT = new URL("../../", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(ROOT, "build/native/lectern");
const folder = mkdtempSync(join(tmpdir(), "lectern-deploy-"));
const site = join(folder, "site");
/** @type {import("node:child_process").ChildProcess[]} */
const servers = [];
after(async () => {
  await Promise.all(servers.map((it) => it.exitCode ?? new Promise((done) => (it.once("exit", done), it.kill()))));
  rmSync(folder, { recursive: true });
});
before(() => {
  // Workers may be another user, when root starts the server.
  chmodSync(folder, 0o755);
  const { status, stderr } = spawnSync(LECTERN, ["build", join(ROOT, "assets/sample"), "-o", site], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

/** @returns {Promise<number>} */
const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
    probe.close(() => resolve(port));
  });
});

/** Starts a server and waits until it answers. @param {string} command @param {string[]} words @param {number} port @param {Record<string, string>} [env] */
async function start(command, words, port, env = {}) {
  const server = spawn(command, words, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...env } });
  servers.push(server);
  let said = "";
  server.stderr?.on("data", (bytes) => { said += bytes; });
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 300; i++) {
    if (server.exitCode !== null) throw new Error(`${command} ended: ${said}`);
    if (await fetch(url).then((it) => it.arrayBuffer(), () => null)) return url;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${command} does not answer: ${said}`);
}

async function nginx() {
  const port = await freePort();
  const own = readFileSync(join(ROOT, "docs/deploy/nginx.conf"), "utf8")
    .replaceAll("/srv/news", site).replace("listen 80;", `listen 127.0.0.1:${port};`);
  writeFileSync(join(folder, "site.conf"), own);
  mkdirSync(join(folder, "temp"));
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${folder}/temp/${it};`);
  writeFileSync(join(folder, "main.conf"), `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr warn;
events {}
http { access_log off; ${temp.join(" ")} include ${folder}/site.conf; }
`);
  return start("/usr/sbin/nginx", ["-p", folder, "-c", join(folder, "main.conf")], port);
}

async function caddy() {
  const port = await freePort();
  const own = readFileSync(join(ROOT, "docs/deploy/Caddyfile"), "utf8")
    .replaceAll("/srv/news", site).replace("news.example\n", `http://127.0.0.1:${port}\n`);
  writeFileSync(join(folder, "Caddyfile"), `{\n\tadmin off\n}\n${own}`);
  return start("caddy", ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"], port,
    { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder });
}

for (const [name, make] of /** @type {const} */ ([["nginx", nginx], ["Caddy", caddy]])) {
  test(`${name}, set up as docs/deploy.md says, serves a site with nothing wrong`, async () => {
    const url = await make();
    // Not in step: the server of another test may be asked meanwhile.
    const doctor = spawn(LECTERN, ["doctor", `${url}/`]);
    let said = "";
    doctor.stderr.on("data", (bytes) => { said += bytes; });
    const code = await new Promise((done) => doctor.on("close", done));
    assert.deepEqual([code, said], [0, ""]);

    const get = async (/** @type {string} */ path, headers = {}) => {
      const answer = await fetch(url + path, { headers, redirect: "manual" });
      await answer.arrayBuffer();
      return answer;
    };
    const policy = (/** @type {Response} */ { headers }) => headers.get("content-security-policy") ?? "";
    const page = await get("/a/lighthouse/");
    assert.match(policy(page), /default-src 'self'; script-src 'self' 'wasm-unsafe-eval'/);
    assert.equal(page.headers.get("cache-control"), "no-cache");
    assert.equal(page.headers.get("x-content-type-options"), "nosniff");
    assert.equal(page.headers.get("x-frame-options"), "SAMEORIGIN");
    assert.doesNotMatch(policy(page), /frame-ancestors/);
    assert.match(policy(await get("/embed/lighthouse/")), /frame-ancestors \*/);

    // Asked again, a page is not sent again.
    const etag = page.headers.get("etag") ?? "";
    assert.equal((await get("/a/lighthouse/", { "if-none-match": etag, "accept-encoding": "identity" })).status, 304);
    assert.match((await get("/a/lighthouse")).headers.get("location") ?? "", /^\/a\/lighthouse\/$|^http.*\/a\/lighthouse\/$/);

    const hashed = Object.fromEntries(readdirSync(join(site, "_")).map((it) => [it.split(".")[0] + it.slice(it.lastIndexOf(".")), `/_/${it}`]));
    const types = { "lectern.wasm": /^application\/wasm/, "boot.js": /^(text|application)\/javascript/, "style.css": /^text\/css/ };
    for (const [file, type] of Object.entries(types)) {
      const { headers } = await get(hashed[file]);
      assert.match(headers.get("content-type") ?? "", type);
      assert.equal(headers.get("cache-control"), "public, max-age=31536000, immutable");
      assert.equal(headers.get("content-encoding"), "gzip", `${file} is sent compressed`);
    }
    assert.match((await get("/manifest.webmanifest")).headers.get("content-type") ?? "", /^application\/manifest\+json/);

    const missing = await get("/no/such/page/");
    assert.equal(missing.status, 404);
    assert.match(policy(missing), /style-src 'self' '(sha256-|unsafe-inline)/, "its styles are inside");
    for (const path of ["/.lectern-files", "/_headers", "/nginx.conf"]) assert.equal((await get(path)).status, 404, path);
  });
}
