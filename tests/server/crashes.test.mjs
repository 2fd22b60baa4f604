// SPDX-License-Identifier: MIT
// What was acknowledged survives a kill, whichever database keeps it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { crashLoop } from "./crashes.mjs";
import { folderFor, writeSites } from "./kit.mjs";
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
