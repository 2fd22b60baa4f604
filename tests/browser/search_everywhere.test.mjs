// SPDX-License-Identifier: MIT
// The search in each engine: what is typed is found, marked, counted, and taken away again; and marked in the story.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { engines } from "./engines.mjs";
import { settled, useSite } from "./kit.mjs";

const type = (text) => {
  const input = document.querySelector(".search input");
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

for (const [name, start] of engines) {
  describe(name, () => {
    const site = useSite({ start });

    test("a word that is typed is found and marked, and Escape takes all away", async (t) => {
      const page = await site.open(t, "", { wait: false });
      await page.evaluate(type, "lighthouses");
      await page.waitForFunction(() => document.querySelectorAll(".search-results li").length > 0);
      const found = await page.evaluate(() => ({
        hrefs: [...document.querySelectorAll(".search-results a")].map((it) => it.getAttribute("href")),
        marks: [...document.querySelectorAll(".search-results mark")].map((it) => it.textContent.toLowerCase()),
        status: document.querySelector(".search-status").textContent,
        hidden: getComputedStyle(document.querySelector("main > .story")).display,
      }));
      assert.ok(found.hrefs.some((it) => it.includes("/a/lighthouse/#find=")), found.hrefs.join());
      assert.ok(found.marks.some((it) => it.startsWith("lighthouse")), found.marks.join());
      assert.match(found.status, /^\d+ stor/);
      assert.equal(found.hidden, "none");
      await page.evaluate(() => document.querySelector(".search input")
        .dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true })));
      await page.waitForFunction(() => !document.querySelector(".search-results li"));
    });

    test("an article is searched by its button or a key, and Escape gives the focus back", async (t) => {
      const page = await site.open(t, "a/lighthouse/");
      await settled(page);
      await page.evaluate(() => document.querySelector("[data-room=find]").focus());
      await page.keyboard.press("f");
      await page.waitForFunction(() => document.activeElement?.matches(".find input"));
      for (const key of "lamp") await page.keyboard.press(key);
      await page.waitForFunction(() => document.querySelector(".find [role=status]")?.textContent === "1 / 6");
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector(".find"));
      assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "Search in this article");
      await page.evaluate(() => document.activeElement.click());
      await page.waitForFunction(() => document.activeElement?.matches(".find input"));
      await page.goto(`${site.url}/map/`);
      await settled(page);
      assert.equal(await page.evaluate(() => document.querySelector("[data-room=find]").hidden), true, "lists are no article");
    });

    test("a story that was found opens with the words marked", async (t) => {
      const page = await site.open(t, "a/lighthouse/#find=lamp", { wait: false });
      await page.waitForFunction(() => document.querySelector(".find [role=status]")?.textContent === "1 / 6");
      const marked = await page.evaluate(() => ["lectern-find", "lectern-find-now"].map((it) => CSS.highlights.get(it).size));
      assert.deepEqual(marked, [5, 1]);
    });
  });
}
