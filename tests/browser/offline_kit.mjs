// SPDX-License-Identifier: MIT
// A site whose server can be stopped, started again on the same port, and replaced by something worse;
// and that can be published anew, with another version of the viewer too.
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before } from "node:test";
import { promisify } from "node:util";
import { launch, root, settled } from "./kit.mjs";

const lectern = process.env.LECTERN ?? join(root, "build/native/lectern");
/** What a browser logs when no server answers, and when one answers nonsense. */
const NO_NETWORK = /ERR_(CONNECTION|INTERNET|FAILED|EMPTY)|Failed to load resource|Failed to fetch|MIME type|integrity|digest/;

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
  ".json": "application/json", ".svg": "image/svg+xml", ".txt": "text/plain", ".webmanifest": "application/manifest+json" };

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' https: data:; media-src 'self' https:; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

/** Sites of a test each: nothing that one does is seen by another. `under` is a path that the site stands below. */
export async function makeSite(t, { under = "" } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "lectern-offline-"));
  const site = { folder, content: join(folder, "content"), viewer: join(folder, "viewer"), out: join(folder, "site"),
    port: 0, url: "" };
  await cp(join(root, "assets/sample"), site.content, { recursive: true });
  await cp(join(root, "build/viewer"), site.viewer, { recursive: true });

  site.publish = () => promisify(execFile)(lectern,
    ["build", site.content, "-o", join(site.out, under), "--viewer", site.viewer]);
  /** Changes an article and publishes. */
  site.edit = async (path, from, to) => {
    const file = join(site.content, path);
    await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
    await site.publish();
  };
  /** Another version of the viewer: one of its files has other bytes. */
  site.change = (file = "copy.js", text = "\nexport const another = 1;\n") => appendFile(join(site.viewer, file), text);

  let stopping = async () => {};
  site.stop = () => stopping();
  site.start = async () => {
    const server = spawn(lectern, ["serve", site.out, "--port", String(site.port)], { stdio: ["ignore", "pipe", "inherit"] });
    const gone = new Promise((done) => server.once("exit", done));
    stopping = async () => {
      server.kill();
      await gone;
    };
    for await (const line of createInterface({ input: server.stdout })) {
      const found = /^Lectern: (http:\/\/127\.0\.0\.1:(\d+))\/$/.exec(line);
      if (!found) continue;
      site.port = Number(found[2]);
      site.url = `${found[1]}/${under}`;
      return;
    }
    throw new Error("lectern serve ended without an address");
  };
  /** Something else that listens where the site did. */
  site.replace = async (answer) => {
    await site.stop();
    const server = createServer(answer);
    await new Promise((done) => server.listen(site.port, "127.0.0.1", done));
    stopping = () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    });
  };
  /** The site from a server that notes which files it sends, and answers some paths as `fault` says. */
  site.sent = [];
  site.fault = () => null;
  site.policy = POLICY;
  site.service = null; // what answers below v1/, if anything
  site.watch = () => site.replace(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname).slice(1);
    if (site.service && path.startsWith("v1/")) return site.service(request, response);
    const file = join(site.out, path.endsWith("/") || !path ? `${path}index.html` : path);
    const bytes = await readFile(file).catch(() => null);
    const { status = bytes ? 200 : 404, body = bytes ?? "" } = site.fault(path, bytes) ?? {};
    const etag = `"${createHash("sha256").update(body).digest("hex")}"`;
    if (status === 200 && request.headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end();
    site.sent.push(path);
    response.writeHead(status, { etag, "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "cache-control": path.startsWith("_/") ? "max-age=31536000, immutable" : "no-cache",
      "content-security-policy": site.policy });
    response.end(body);
  });
  t.after(async () => {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await site.publish();
  await site.start();
  return site;
}

/** A browser for the file's tests; `visit` gives a reader of their own, whose pages share what is kept. */
export function useReaders() {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());
  return {
    async reader(t, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      context.setDefaultTimeout(60_000); // of a busy machine
      const problems = [];
      context.on("page", (page) => {
        page.on("console", (it) => it.type() === "error" && !NO_NETWORK.test(it.text()) && problems.push(it.text()));
        page.on("pageerror", (error) => problems.push(String(error)));
      });
      t.after(async () => {
        await context.close();
        if (problems.length) throw new Error(`the page logged: ${problems.join("; ")}`);
      });
      return context;
    },
  };
}

/** Opens a page and waits until the viewer shows it. */
export async function show(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await settled(page);
  return page;
}

/** Waits until something holds in the page, which may take its time to say so: waitForFunction takes a promise for yes. */
export async function until(page, holds, value) {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (await page.evaluate(holds, value).catch(() => false)) return; // it may be on its way to another page
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`this never came true: ${holds}`);
}

/** Waits until the page at hand and the front page are kept, and the service worker answers. */
export const kept = (page, path) => until(page, async (path) => {
  const { pathname } = new URL(document.querySelector("script[data-worker]").dataset.worker, document.baseURI);
  return navigator.serviceWorker.controller && await caches.match(new URL("./", location.origin + pathname)) &&
    await caches.match(path ? new URL(path, location.origin + pathname) : location.origin + location.pathname);
}, path);
