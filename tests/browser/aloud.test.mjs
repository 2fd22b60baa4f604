// SPDX-License-Identifier: MIT
// An article read aloud: what is heard, in which voice, and that the reader sees where. No browser here has a voice:
// one that says nothing stands in its place, and ends a sentence when it is told to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { difference, picture, settled, stillness, useSite, view } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/lighthouse/";

/** Runs in the page before all else. */
const voices = () => {
  globalThis.voices = [["Ann", "en-GB"], ["Bob", "en-US"], ["Uta", "de-DE"]].map(([name, lang]) => ({ name, lang, voiceURI: name, default: name === "Ann" }));
  globalThis.spoken = [];
  let now;
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  const end = (event, detail) => {
    const it = now;
    now = undefined;
    it?.[event]?.(detail);
  };
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => globalThis.voices,
    speak(it) {
      now = it;
      globalThis.spoken.push([it.text, it.voice.name, it.rate]);
    },
    cancel: () => end("onerror", { error: "canceled" }),
  });
  Object.defineProperty(globalThis, "speechSynthesis", { value: synthesis });
  globalThis.finish = () => end("onend", {});
  globalThis.fail = () => end("onerror", { error: "synthesis-failed" });
};

const heard = (page) => page.evaluate(() => globalThis.spoken.at(-1));
const count = (page) => page.evaluate(() => globalThis.spoken.length);
/** The marked sentence, and whether it is in sight above the player. */
const followed = (page) => page.evaluate(() => {
  const [range] = CSS.highlights.get("lectern-aloud") ?? [];
  if (!range) return null;
  const { top, bottom } = range.getBoundingClientRect();
  return { text: range.toString().replace(/\s+/g, " "), isSeen: top >= 0 && bottom <= document.querySelector(".aloud").getBoundingClientRect().top };
});
const player = (page) => page.getByRole("region", { name: "Read aloud" });
async function start(page) {
  await page.getByRole("button", { name: "Read aloud" }).click();
  await player(page).waitFor();
  await page.waitForFunction(() => globalThis.spoken.length);
}

test("an article is read sentence by sentence, each marked and in sight, to its end", async (t) => {
  const page = await site.open(t, ARTICLE, { init: voices });
  const plain = await picture(page, { x: 0, y: 0, width: 1280, height: 600 });
  await start(page);
  assert.deepEqual(await heard(page), [await page.locator("h1").textContent(), "Ann", 1]);
  await stillness(page);
  assert.ok(difference(plain, await picture(page, { x: 0, y: 0, width: 1280, height: 600 })) > 0.001, "it is marked");
  const all = [];
  for (let i = 0; i < 200 && await player(page).count(); i++) {
    const [text] = await heard(page);
    all.push(text);
    if (i % 8 === 0) await stillness(page);
    const { text: marked, isSeen } = await followed(page);
    assert.equal(marked, text.replace(/\s+/g, " "));
    if (i % 8 === 0) assert.ok(isSeen, `"${text}" is in sight`);
    await page.evaluate(() => globalThis.finish());
  }
  assert.equal(await player(page).count(), 0, "it ends with the article");
  assert.equal(await followed(page), null);
  const read = all.join("").replace(/\s+/g, "");
  for (const paragraph of await page.locator(".body > p").allTextContents()) assert.ok(read.includes(paragraph.replace(/\s+/g, "")), paragraph);
  assert.ok(all.length > 20, `${all.length} sentences`);
  assert.equal(await view(page), "canvas");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("data-room")), "listen", "the focus is where it was");
});

test("speed and voice are chosen, and kept; one goes by paragraphs, pauses and goes on", async (t) => {
  const page = await site.open(t, ARTICLE, { init: voices });
  await start(page);
  const bar = player(page);
  await bar.getByRole("combobox", { name: "Speed" }).selectOption("1.5");
  await bar.getByRole("combobox", { name: "Voice" }).selectOption("Bob");
  assert.deepEqual((await heard(page)).slice(1), ["Bob", 1.5]);
  for (let i = 0; i < 3; i++) await bar.getByRole("button", { name: "Next paragraph" }).click();
  const [third] = await heard(page);
  await page.evaluate(() => globalThis.finish());
  await bar.getByRole("button", { name: "Previous paragraph" }).click();
  assert.equal((await heard(page))[0], third, "to the start of the one at hand");
  await bar.getByRole("button", { name: "Previous paragraph" }).click();
  assert.notEqual((await heard(page))[0], third, "then to the one before");
  await bar.getByRole("button", { name: "Pause" }).click();
  const said = await count(page);
  await page.evaluate(() => globalThis.finish());
  assert.equal(await count(page), said, "nothing is said");
  await bar.getByRole("button", { name: "Play" }).click();
  assert.equal(await count(page), said + 1);
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });

  await page.reload();
  await settled(page);
  await page.evaluate(() => scrollTo(0, 1200));
  await stillness(page);
  await page.keyboard.press("l");
  await player(page).waitFor();
  await page.waitForFunction(() => globalThis.spoken.length);
  assert.deepEqual((await heard(page)).slice(1), ["Bob", 1.5]);
  assert.equal((await followed(page)).isSeen, true);
  assert.notEqual((await heard(page))[0], await page.locator("h1").textContent(), "from where one reads");
});

test("a hidden tab is read on, unless the reader wants it to pause", async (t) => {
  const page = await site.open(t, ARTICLE, { init: voices });
  const hide = (so) => page.evaluate((so) => {
    Object.defineProperty(document, "hidden", { value: so, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, so);
  await start(page);
  await hide(true);
  assert.equal(await player(page).getByRole("button", { name: "Pause" }).count(), 1);
  await hide(false);
  await player(page).getByRole("checkbox", { name: "Pause when the tab is hidden" }).check();
  await hide(true);
  assert.equal(await player(page).getByRole("button", { name: "Play", exact: true }).count(), 1);
});

test("the voice is that of the text's language; where there is none, or it fails, the player says so", async (t) => {
  const page = await site.open(t, "a/einundzwanzig/", { init: voices });
  await start(page);
  assert.equal((await heard(page))[1], "Uta");
  await page.evaluate(() => globalThis.fail());
  await player(page).getByText("The voice could not go on.").waitFor();
  await page.evaluate(() => (globalThis.voices = globalThis.voices.slice(0, 2)));
  await player(page).getByRole("button", { name: "Play", exact: true }).click();
  await player(page).getByText("This device has no voice for this language: German.").waitFor();
  // Another article in its place: the player goes.
  await page.locator(".turn a").first().click();
  await player(page).waitFor({ state: "detached" });
});
