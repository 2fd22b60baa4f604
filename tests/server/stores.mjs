// SPDX-License-Identifier: MIT
// The two kinds of database, each as a fresh one for a test. PostgreSQL is a real server, started on a
// port and a data folder of its own; it refuses to run as root, and runs as the user postgres then.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sleep } from "./kit.mjs";

/** @returns {Promise<number>} */
const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    server.close(() => done(port));
  });
});

/** The newest version's programs. */
const programs = () => {
  const versions = readdirSync("/usr/lib/postgresql").sort((a, b) => Number(b) - Number(a));
  return `/usr/lib/postgresql/${versions[0]}/bin`;
};

/** @returns {{ uid?: number, gid?: number }} whom its programs run as */
function user() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/**
 * @typedef {object} Store
 * @property {string} name
 * @property {() => string} database makes an empty one: its address
 * @property {(database: string) => string} bytes all that is kept, as text
 * @property {(database: string, version: number) => void} setVersion of the schema, while nobody uses it
 * @property {(database: string) => void} cut ends all connections to it
 * @property {() => Promise<void>} stop
 */

/** @param {string} folder @returns {Store} */
export function sqliteStore(folder) {
  let count = 0;
  const path = (/** @type {string} */ database) => database.replace("sqlite:", "");
  return {
    name: "SQLite",
    database: () => `sqlite:${join(folder, `moods${++count}.db`)}`,
    bytes: (database) => ["", "-wal"].map((ending) => path(database) + ending).filter(existsSync)
      .map((file) => readFileSync(file, "latin1")).join(""),
    setVersion: (database, version) => {
      const file = openSync(path(database), "r+");
      writeSync(file, Buffer.from([0, 0, 0, version]), 0, 4, 60);  // user_version (sqlite.org/fileformat, 1.3)
      closeSync(file);
    },
    cut: () => {},
    stop: async () => {},
  };
}

/** Starts PostgreSQL. @returns {Promise<Store>} */
export async function postgresStore() {
  const folder = mkdtempSync(join(tmpdir(), "lectern-postgres-"));
  const who = user();
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid ?? who.uid);
  chmodSync(folder, 0o700);
  const data = join(folder, "data");
  const port = await freePort();
  execFileSync(join(programs(), "initdb"), ["-D", data, "-U", "lectern", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { cwd: "/", stdio: "pipe", ...who });
  const child = spawn(join(programs(), "postgres"), ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder],
    { cwd: "/", stdio: ["ignore", "ignore", "pipe"], ...who });
  let log = "";
  child.stderr.on("data", (text) => (log = (log + text).slice(-4000)));
  const ended = new Promise((done) => child.once("exit", done));
  const address = (/** @type {string} */ name) => `postgresql://lectern@127.0.0.1:${port}/${name}`;
  const sql = (/** @type {string} */ text, database = address("postgres")) =>
    execFileSync(join(programs(), "psql"), ["-qAt", database, "-c", text], { stdio: "pipe" });
  for (let tries = 0; ; tries++) {
    try {
      sql("SELECT 1");
      break;
    } catch (error) {
      if (tries === 300 || child.exitCode !== null) throw new Error(`PostgreSQL does not start: ${log}`, { cause: error });
      await sleep(100);
    }
  }
  let count = 0;
  return {
    name: "PostgreSQL",
    database: () => {
      const name = `moods${++count}`;
      sql(`CREATE DATABASE ${name}`);
      return address(name);
    },
    bytes: (database) => execFileSync(join(programs(), "pg_dump"), [database], { encoding: "utf8" }),
    setVersion: (database, version) => void sql(`UPDATE lectern_schema SET version = ${version}`, database),
    cut: (database) => void sql("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
      + ` WHERE datname = '${new URL(database).pathname.slice(1)}'`),
    stop: async () => {
      child.kill("SIGINT");  // a fast shutdown, which ends sessions
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
