// SPDX-License-Identifier: MIT
// A mood service of a test's own, and requests whose answers are compared with docs/moods.openapi.json:
// an answer that the description does not have fails the test that asked for it.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Ajv2020 } from "ajv/dist/2020.js";

export const ROOT = new URL("../../", import.meta.url).pathname;
export const LECTERN = process.env.LECTERN ?? join(ROOT, "build/native/lectern");
export const MOODS = ["touched", "sympathetic", "bored", "angry", "amused", "sad", "happy", "no-comment"];
export const ORIGIN = "https://news.example";

/** Any ids of "local"; of "news.example" two, and one that was withdrawn. */
export const SITES = {
  "news.example": { origins: [ORIGIN], articles: ["one", "two", "brücke"], withdrawn: ["gone"] },
  local: { origins: [] },
};

const openapi = JSON.parse(readFileSync(join(ROOT, "docs/moods.openapi.json"), "utf8"));
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
ajv.addVocabulary(["openapi", "info", "security", "paths", "components"]);
ajv.addSchema(openapi, "openapi");
/** @type {Record<string, import("ajv").ValidateFunction>} by what they check: each takes long to make */
const validators = {};

/** @param {any} value @returns {any} what a $ref leads to */
const resolve = (value) => !value?.$ref ? value
  : value.$ref.slice(2).split("/").reduce((at, key) => at[key], openapi);

/** @param {string} path @returns {string | undefined} */
const templateOf = (path) => Object.keys(openapi.paths).find((template) =>
  new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(path));

/**
 * Fails unless the description of the service has the answer.
 * @param {string} method @param {string} path @param {{ status: number, headers: Headers, text: string }} answer
 */
export function conforms(method, path, { status, headers, text }) {
  const template = templateOf(path);
  const what = `${method} ${template ?? path} → ${status}`;
  if (!template) return assert.equal(status, 404, `${what} is not described`);
  const operation = openapi.paths[template][method === "HEAD" ? "get" : method.toLowerCase()];
  const described = resolve((operation ?? Object.values(openapi.paths[template])[0]).responses[status]);
  assert.ok(described, `${what} is not described`);
  for (const name of Object.keys(described.headers ?? {})) {
    assert.ok(headers.has(name), `${what} has no ${name}`);
  }
  if (method === "HEAD") return;
  const content = Object.entries(described.content ?? {})[0];
  if (!content) return assert.equal(text, "", `${what} has a body`);
  const [type, { schema }] = content;
  assert.equal(headers.get("content-type")?.split(";")[0], type, what);
  if (type === "text/plain") return;
  const validate = (validators[schema.$ref] ??= ajv.compile({ $ref: `openapi${schema.$ref}` }));
  assert.ok(validate(JSON.parse(text)), `${what}: ${text} ${JSON.stringify(validate.errors)}`);
}

export const token = () => randomBytes(16).toString("base64url");
export const sleep = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/** A folder that is gone when the tests are over. @param {import("node:test").TestContext | { after: any }} context */
export function folderFor(context) {
  const folder = mkdtempSync(join(tmpdir(), "lectern-moods-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** @param {string} folder @param {object} [sites] @returns {string} the file's path */
export function writeSites(folder, sites = SITES) {
  const path = join(folder, "sites.json");
  writeFileSync(path, JSON.stringify(sites));
  return path;
}

/** @param {string[]} words @param {string} [input] */
export function lectern(words, input = "") {
  const { status, signal, stdout, stderr } = spawnSync(LECTERN, words, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(signal, null, `killed by ${signal}`);
  return { status, stdout, stderr };
}

export class Service {
  /** @param {import("node:child_process").ChildProcess} child @param {string} base */
  constructor(child, base) {
    this.child = child;
    this.base = base;
    this.log = "";
    child.stderr?.on("data", (text) => (this.log += text));
    this.ended = new Promise((done) => child.once("exit", (code, signal) => done(signal ?? code)));
  }

  /**
   * Starts and waits until it listens.
   * @param {string[]} words of the command, with its name
   * @param {"pipe" | "ignore"} log where it goes
   * @param {string[]} under what runs it
   */
  static async start(words, log = "pipe", under = []) {
    const [program, ...rest] = [...under, LECTERN, ...words];
    const child = spawn(program, rest, { stdio: ["ignore", "pipe", log] });
    let said = "";
    child.stderr?.on("data", (text) => (said += text));
    const base = await new Promise((done, fail) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const address = /^Lectern: (http:\S+)\/$/.exec(line);
        if (address) done(address[1]);
      });
      child.once("exit", (code) => fail(new Error(`lectern ${words.join(" ")} ended with ${code}: ${said}`)));
    });
    const service = new Service(child, base);
    service.log = said;
    return service;
  }

  /** @param {string} database @param {string} sites @param {string[]} more */
  static moods(database, sites, ...more) {
    return Service.start(["moods", "--db", database, "--sites", sites, "--port", "0", ...more]);
  }

  /** @param {NodeJS.Signals} [signal] @returns {Promise<number | string>} how it ended */
  stop(signal = "SIGTERM") {
    this.child.kill(signal);
    return this.ended;
  }

  /**
   * @param {string} method @param {string} path
   * @param {{ token?: string, body?: unknown, headers?: Record<string, string> }} [options] a body that is no
   * text is sent as JSON
   */
  async ask(method, path, { token, body, headers = {} } = {}) {
    const raw = typeof body === "string" || body === undefined;
    const answer = await fetch(this.base + path, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(!raw && { "Content-Type": "application/json" }),
        ...headers,
      },
      body: /** @type {string | undefined} */ (raw ? body : JSON.stringify(body)),
    });
    const text = await answer.text();
    conforms(method, path.split("?")[0], { status: answer.status, headers: answer.headers, text });
    const json = /json/.test(answer.headers.get("content-type") ?? "") && text ? JSON.parse(text) : undefined;
    return { status: answer.status, headers: answer.headers, text, json };
  }

  /** @param {string} site @param {string} article @param {string} [token] */
  counts(site, article, token) {
    return this.ask("GET", `/v1/sites/${site}/articles/${article}/reactions`, { token });
  }
  /** @param {string} site @param {string} article @param {string} token @param {string} mood @param {number} seq */
  press(site, article, token, mood, seq) {
    return this.ask("PUT", `/v1/sites/${site}/articles/${article}/reactions/me`, { token, body: { mood, seq } });
  }
  /** @param {string} site @param {string} article @param {string} token @param {number} seq */
  unpress(site, article, token, seq) {
    return this.ask("DELETE", `/v1/sites/${site}/articles/${article}/reactions/me?seq=${seq}`, { token });
  }
}

/** The eight counts, all 0 but those given. @param {Record<string, number>} some */
export const countsOf = (some = {}) => Object.fromEntries(MOODS.map((mood) => [mood, some[mood] ?? 0]));

/** Each article's counts are its readers' rows, none twice. @param {Service} service @param {string} database */
export async function audit(service, database, site = "news.example") {
  const written = lectern(["moods", "export", "--db", database, "--site", site]);
  assert.equal(written.status, 0, written.stderr);
  const rows = written.stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const keys = rows.map((row) => `${row.article} ${row.reader}`);
  assert.equal(new Set(keys).size, keys.length, "a reader has two rows of an article");
  for (const article of new Set(rows.map((row) => row.article))) {
    /** @type {Record<string, number>} */
    const counted = {};
    for (const row of rows) {
      if (row.article === article && row.mood) counted[row.mood] = (counted[row.mood] ?? 0) + 1;
    }
    assert.deepEqual((await service.counts(site, article)).json.counts, countsOf(counted), article);
  }
  return rows;
}
