// SPDX-License-Identifier: MIT
// The page and the real mood service together: what two readers press is in the database, also when the service is
// killed between a press and its sending.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { countsOf, Service } from "../server/kit.mjs";
import { makeSite, show, useReaders } from "./offline_kit.mjs";

const { reader } = useReaders();
const button = (page, name) => page.getByRole("button", { name });
const status = (page, words) => page.locator(".moods .status").filter({ hasText: words }).waitFor();

test("two readers' moods are counted once each by lectern serve --moods, through a kill and a restart", async (t) => {
  const site = await makeSite(t);
  await writeFile(join(site.content, "publication.json"), JSON.stringify({ title: "The Lectern Reader", moods: { service: "/" } }));
  await site.publish();
  await site.stop();
  const serve = (port) => Service.start(["serve", site.out, "--moods", `sqlite:${site.folder}/moods.db`, "--port", String(port)]);
  let service = await serve(0);
  t.after(() => service.stop());
  const counts = async () => (await service.counts("local", "lighthouse")).json.counts;

  const one = await show(await reader(t), `${service.base}/a/lighthouse/`);
  await button(one, "Sad").click();
  await status(one, "Counted");
  const two = await show(await reader(t), `${service.base}/a/lighthouse/`);
  await button(two, "Sad · 1").click();
  await button(two, "Sad · 2").waitFor();
  await status(two, "Counted"); // what is pressed shows at once
  assert.deepEqual(await counts(), countsOf({ sad: 2 }));

  await service.stop("SIGKILL");
  await button(one, "Happy").click();
  await status(one, "sent when there is a network");
  service = await serve(new URL(service.base).port);
  await one.reload();
  await status(one, "Counted");
  assert.deepEqual(await counts(), countsOf({ sad: 1, happy: 1 }));
  await two.reload();
  await button(two, "Happy · 1").waitFor();
  await button(two, "Sad · 1").click();
  await button(two, "Happy · 1").waitFor();
  await two.locator(".mood-button[aria-pressed=true]").waitFor({ state: "detached" });
  await two.reload();
  await button(two, "Happy · 1").waitFor();
  // What is taken back is seen at once, and sent from this visit or the one before.
  for (const end = Date.now() + 60_000; (await counts()).sad > 0 && Date.now() < end; ) await two.waitForTimeout(50);
  assert.deepEqual(await counts(), countsOf({ happy: 1 }));
});
