// SPDX-License-Identifier: MIT
// Pictures beside each other, and sounds and films in their place.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { compareLines, inkOf, picture, stillness, useSite } from "./kit.mjs";

/** A second of a tone: 8,000 samples of a byte, as WAV. */
function tone() {
  const samples = Uint8Array.from({ length: 8000 }, (_, i) => 128 + 100 * Math.sin(i / 8));
  const head = Buffer.from("RIFF....WAVEfmt ....................data....");
  head.writeUInt32LE(36 + samples.length, 4);
  for (const [at, value] of [[16, 16], [24, 8000], [28, 8000], [40, samples.length]]) head.writeUInt32LE(value, at);
  for (const [at, value] of [[20, 1], [22, 1], [32, 1], [34, 8]]) head.writeUInt16LE(value, at);
  return Buffer.concat([head, samples]);
}

const ARTICLE = `---
id: seen
title: Seen and heard
lang: en
---
Before.

![moon](../media/moon-tide.png) ![curve](../media/tide-curve.png "A caption of its own")

![The horn of a ship](horn.wav "It says where it is.")

<figure>
<img src="../media/iceberg.png" alt="ice">
<img src="../media/bread.png" alt="bread">
<img src="../media/rainbow.png" alt="rainbow">
<figcaption>Three in a row.</figcaption>
</figure>

![A film that is not there](https://film.example/a.mp4)

After.
`;
const site = useSite({
  async addContent(content) {
    await writeFile(join(content, "fixtures/seen.md"), ARTICLE);
    await writeFile(join(content, "fixtures/horn.wav"), tone());
  },
});

for (const [what, viewport] of [["a desk", { width: 1280, height: 900 }], ["a phone", { width: 390, height: 844 }]]) {
  test(`pictures stand beside each other, on page and canvas alike, on ${what}`, async (t) => {
    const asked = [];
    const page = await site.open(t, "a/seen/?view=html", { viewport });
    page.on("request", (it) => asked.push(it.url()));
    const places = () => page.evaluate(async () => {
      for (const it of document.images) {
        it.loading = "eager";
        await it.decode();
      }
      return [...document.querySelectorAll(".body img, .body figcaption, audio, video, .body p")].map((it) => {
        const { left, top, width, height } = it.getBoundingClientRect();
        return [it.alt ?? it.localName, ...[left, top + scrollY, width, height].map(Math.round)];
      });
    });
    const html = await places();
    await page.goto(`${site.url}/a/seen/`);
    await page.evaluate(() => lectern.ready);
    await stillness(page);
    const painted = await places();
    for (const [i, [name, ...numbers]] of html.entries()) {
      numbers.forEach((number, k) => assert.ok(Math.abs(number - painted[i][k + 1]) <= 1, `${name}: ${numbers} and ${painted[i].slice(1)}`));
    }
    const at = Object.fromEntries(painted.map(([name, ...rest]) => [name, rest]));
    assert.equal(at.moon[1], at.curve[1]);
    assert.ok(at.curve[0] >= at.moon[0] + at.moon[2] + 7);
    assert.equal(at.ice[1] === at.rainbow[1], what === "a desk");
    for (const name of ["moon", "curve", "ice", "bread", "rainbow"]) {
      const it = page.getByRole("img", { name });
      await it.evaluate((element) => element.scrollIntoView({ block: "center" }));
      await stillness(page);
      assert.equal(await it.evaluate((element) => element.classList.contains("on")), true, name);
      assert.ok(inkOf(await picture(page, await it.boundingBox())) > 0.05, name);
    }
    assert.deepEqual((await compareLines(page)).faults, []);
    assert.deepEqual(asked.filter((url) => url.includes("film.example")), [], "nothing elsewhere is asked before a press");
  });
}

test("a sound is played by the browser's own player, with its name", async (t) => {
  const page = await site.open(t, "a/seen/");
  const sound = page.locator("audio");
  assert.equal(await sound.getAttribute("aria-label"), "The horn of a ship");
  await sound.evaluate((it) => it.scrollIntoView({ block: "center" }));
  await stillness(page);
  const { width, height } = await sound.boundingBox();
  assert.ok(width > 600 && height >= 40, `${width} x ${height}`);
  assert.ok(inkOf(await picture(page, await sound.boundingBox())) > 0.05, "it is seen");
  assert.ok(await sound.evaluate(async (it) => {
    it.muted = true;
    await it.play();
    return it.duration > 0.9 && it.duration < 1.1;
  }));
  assert.equal(await page.getByText("It says where it is.").count(), 1);
});
