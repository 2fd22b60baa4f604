// SPDX-License-Identifier: MIT
// What was acknowledged survives a kill, whichever database keeps it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { crashLoop } from "./crashes.mjs";
import { audit, folderFor, Service, token, writeSites } from "./kit.mjs";
import { postgresStore, sqliteStore } from "./stores.mjs";

const folder = folderFor({ after });
const sites = writeSites(folder);
const rounds = process.env.LECTERN_QUICK ? 3 : 10;

test("SQLite: what was acknowledged is there after every kill, and counts once", async () => {
  const { acknowledged } = await crashLoop(sqliteStore(folder).database(), sites, rounds);
  assert.ok(acknowledged >= rounds * 100);
});

test("PostgreSQL: the same", async () => {
  const store = await postgresStore();
  try {
    const { acknowledged } = await crashLoop(store.database(), sites, Math.ceil(rounds / 3));
    assert.ok(acknowledged >= Math.ceil(rounds / 3) * 100);
  } finally {
    await store.stop();
  }
});

test("SQLite on a full disk: refused for the moment, and all that was acknowledged is there", async () => {
  const database = sqliteStore(folderFor({ after })).database();
  await (await Service.moods(database, sites)).stop();
  // A file may have 400 blocks of 1 KiB, which stands in for the disk.
  const service = await Service.start(["moods", "--db", database, "--sites", sites, "--port", "0", "--limits", "off"],
    "pipe", ["bash", "-c", 'ulimit -f 400; exec "$0" "$@"']);
  /** @type {string[]} */
  const counted = [];
  for (let full = false; !full;) {
    const answers = await Promise.all(Array.from({ length: 20 }, async () => {
      const reader = token();
      return { reader, status: (await service.press("local", "x", reader, "sad", 1)).status };
    }));
    for (const { reader, status } of answers) {
      assert.ok(status === 200 || status === 503, `${status}`);
      if (status === 200) counted.push(reader);
      else full = true;
    }
    assert.ok(counted.length < 50_000, "the disk is never full");
  }
  assert.equal((await service.counts("local", "x")).status, 200);
  await service.stop(); // which writes the rest of the log
  assert.match(service.log, /"problem":"the database: /);
  const again = await Service.moods(database, sites);
  const { total } = (await again.counts("local", "x")).json;
  assert.ok(total >= counted.length, `${total} of ${counted.length}`);
  for (const reader of counted.slice(-50)) {
    assert.deepEqual((await again.counts("local", "x", reader)).json.mine, { mood: "sad", seq: 1 });
  }
  assert.equal((await again.press("local", "x", token(), "sad", 1)).status, 200);
  await audit(again, database, "local");
  await again.stop();
});
