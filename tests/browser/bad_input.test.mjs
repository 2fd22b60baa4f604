// SPDX-License-Identifier: MIT
// Whatever an article holds, however its data comes and whatever else changes the page, the reader can read it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addBadContent, FIRST_WORDS, LAST_WORDS } from "./bad_content.mjs";
import { engines, withChromium } from "./engines.mjs";
import { compareLines, inkOf, picture, stats, stillness, unseen, useSite } from "./kit.mjs";

const PATIENCE_MS = 60_000; // of a busy machine
const WINDOW = { width: 1000, height: 700 };

/** Brings the paragraph with some words into the window's middle: its box. Runs in the page. */
const bring = (words) => {
  const element = [...document.querySelectorAll(".body p")].find((it) => it.textContent.includes(words));
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};

/** The words are seen, and nothing in the window is not. */
async function assertSeen(page, words) {
  let box;
  // What is laid out on the way may have another height than was thought.
  for (const end = Date.now() + PATIENCE_MS; ;) {
    await page.evaluate(bring, words);
    await stillness(page);
    box = await page.evaluate(bring, words);
    if (box.y > -box.height && box.y < WINDOW.height) break;
    assert.ok(Date.now() < end, `"${words}" can be scrolled to`);
  }
  await stillness(page);
  assert.ok(inkOf(await picture(page), box) > 0.005, `"${words}" is seen`);
  assert.deepEqual((await page.evaluate(unseen)).faults, []);
  assert.deepEqual((await compareLines(page)).faults, []);
}

/** The article is seen from its first words to its last, and the figures say what is seen. */
async function assertReadable(page) {
  const { view, reason, words, glCalls } = await stats(page);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.view), view);
  const painted = await page.evaluate(() => document.querySelectorAll(".on").length);
  if (view === "canvas") {
    assert.equal(reason, "");
    assert.ok(painted > 3 && words > 5 && glCalls > 0, `${painted} blocks, ${words} words, ${glCalls} calls`);
  } else {
    assert.match(reason, /\S+ \S+/);
    assert.equal(painted, 0);
    assert.deepEqual(await page.evaluate(() => lectern.lines()), []);
  }
  for (const words of [FIRST_WORDS, LAST_WORDS]) await assertSeen(page, words);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
}

/** What the mouse selects from one line to a later one is a run of the text. @param {string} words in the first */
async function assertSelectable(page, words) {
  const { x, y } = await page.evaluate(bring, words);
  await stillness(page);
  await page.evaluate(() => getSelection().removeAllRanges());
  await page.mouse.move(x + 4, y + 12);
  await page.mouse.down();
  await page.mouse.move(x + 120, y + 70);
  await page.mouse.move(x + 150, y + 110);
  await page.mouse.up();
  await page.waitForFunction(() => getSelection().toString().length > 20);
  assert.ok(await page.evaluate(() => document.querySelector("article").textContent.replace(/\s/g, "")
    .includes(getSelection().toString().replace(/\s/g, ""))), "one run of the text is selected");
  await page.evaluate(() => getSelection().removeAllRanges());
}

const openIn = (site) => async (t, name, options) => {
  const start = Date.now();
  const page = await site.open(t, `a/bad-${name}/`, { wait: false, viewport: WINDOW, ...options });
  await page.evaluate(() => lectern.ready);
  const took = Date.now() - start;
  assert.ok(took < PATIENCE_MS, `it opened in ${took} ms`);
  await stillness(page);
  return page;
};

/** The texts of an article's paragraphs. Runs in the page. */
const paragraphs = () => [...document.querySelectorAll("article .body > p")].map((it) => it.textContent.replace(/\s+/g, " ").trim());

// What scripts and extensions do to a page, and whether the canvas can stay. Each runs in the page.
const EDITS = [
  ["puts a button beside the text", true, () => {
    const button = document.createElement("div");
    button.textContent = "Check spelling";
    document.body.append(button);
  }],
  ["puts a notice above the page", true, () => {
    const notice = document.createElement("div");
    notice.textContent = "You have read three articles this month.";
    notice.style.cssText = "height: 47px; margin: 0 10px";
    document.body.prepend(notice);
  }],
  ["marks a word", false, () => {
    const [text] = document.querySelector(".body > p").childNodes;
    const mark = document.createElement("mark");
    text.splitText(5).splitText(8);
    text.nextSibling.replaceWith(mark);
    mark.textContent = "Marked";
  }],
  ["takes a paragraph away", false, () => document.querySelectorAll(".body > p")[1].remove()],
  ["puts a paragraph between", false, () => {
    const added = document.createElement("p");
    added.textContent = "Reading time: three minutes.";
    document.querySelectorAll(".body > p")[1].before(added);
  }],
  ["writes every text anew", false, () => document.querySelectorAll(".body > p")
    .forEach((it, i) => (it.textContent = `Paragraph ${i}, as a script has it.`))],
];

for (const [name, start] of engines) {
  describe(name, () => {
    const isChromium = name === "chromium";
    // Without what its tree for assistive technology costs with 20,000 links, which are opened against the clock.
    const site = useSite({ addContent: addBadContent, ...(!isChromium && { start }) });
    const open = openIn(site);

    for (const [what, name] of [
      ["100,000 characters without a break", "endless-word"],
      ["20,000 links", "many-links"],
      ["characters that are not seen, and marks of direction", "hidden-marks"],
    ]) {
      test(`an article with ${what}`, async (t) => {
        const page = await open(t, name);
        assert.equal(await page.evaluate(() => lectern.ready), "canvas", (await stats(page)).reason);
        if (name === "many-links") assert.equal(await page.evaluate(() => document.querySelectorAll(".body a").length), 20_000);
        await assertReadable(page);
        await assertSelectable(page, FIRST_WORDS);
        if (name === "hidden-marks") await assertSeen(page, "a line goes on as ever");
      });
    }

    test("something else that changes the page leaves its text seen, in order, to be selected", async (t) => {
      const page = await site.open(t, "a/lighthouse/", { viewport: WINDOW });
      for (const [what, stays, edit] of EDITS) {
        await page.goto(`${site.url}/a/lighthouse/`);
        await page.evaluate(() => lectern.ready);
        await stillness(page);
        await page.evaluate(edit);
        const wanted = await page.evaluate(paragraphs);
        await page.waitForFunction((it) => document.documentElement.dataset.view === it, stays ? "canvas" : "html");
        await stillness(page);
        if (!stays) assert.match((await stats(page)).reason, /changed by something else/, what);
        else {
          const { faults, compared } = await compareLines(page);
          assert.deepEqual(faults, [], what);
          assert.ok(compared > 5, `${what}: ${compared} lines`);
        }
        assert.deepEqual(await page.evaluate(paragraphs), wanted, what);
        for (const words of [wanted[0], wanted.at(-1)]) await assertSeen(page, words.slice(0, 20));
        await assertSelectable(page, wanted[0].slice(0, 20));
      }
    });
  });
}

if (withChromium) describe("Chromium alone", () => {
  const site = useSite({ addContent: addBadContent });
  const open = openIn(site);

  for (const [what, name, count] of [
    ["a table of 500 columns", "wide-table", ["td", 1500]],
    ["a table of 3,000 rows", "long-table", ["tr", 3001]],
    ["100,000 quotations in each other", "deep-quotes", ["blockquote", 24]],
    ["a picture of no size", "no-size-picture", ["figure img, p img", 1]],
    ["an empty picture", "empty-picture", ["figure img, p img", 1]],
    ["a broken picture", "broken-picture", ["figure img, p img", 1]],
  ]) {
    test(`an article with ${what}`, async (t) => {
      const page = await open(t, name);
      assert.equal(await page.evaluate(() => lectern.ready), "canvas");
      if (count) assert.equal(await page.locator(`.body :is(${count[0]})`).count(), count[1]);
      await assertReadable(page);
    });
  }

  test("a picture that is missing, and comes to the eye as its description", async (t) => {
    const page = await open(t, "missing-picture", { expected: /404/,
      route: [/\/gone\.\w+\.png$/, (route) => route.fulfill({ status: 404 })] });
    await page.waitForFunction(() => document.querySelector(".body img").complete);
    await assertReadable(page);
    const image = page.locator(".body img");
    assert.equal(await image.evaluate((it) => it.matches(".on")), false);
    assert.ok(inkOf(await picture(page, await image.boundingBox())) > 0.001, "the browser shows its description");
  });

  test("a picture of 20,000 x 20,000 px does not hold up the page", { skip: !!process.env.LECTERN_QUICK }, async (t) => {
    const page = await site.open(t, "a/bad-huge-picture/", { wait: false, until: "commit", init: () => {
      globalThis.longest = 0;
      let last;
      const tick = () => {
        const now = performance.now();
        if (last) globalThis.longest = Math.max(globalThis.longest, now - last);
        last = now;
        setTimeout(tick, 20);
      };
      addEventListener("load", tick);
    } });
    page.setDefaultTimeout(60_000); // browsers take seconds to draw it themselves
    await page.waitForFunction(() => globalThis.lectern);
    assert.equal(await page.evaluate(() => lectern.ready), "canvas");
    await stillness(page);
    const longest = await page.evaluate(() => globalThis.longest);
    assert.ok(longest < 5000, `the page answers no press for ${longest} ms`);
    assert.equal(await page.locator(".body img").evaluate((it) => it.matches(".on")), false);
    assert.equal(await page.locator(".body p.on", { hasText: LAST_WORDS }).count(), 1);
  });

  for (const [what, answer, reason] of [
    ["is missing", () => ({ status: 404 }), /404/],
    ["is cut off", (text) => ({ body: text.slice(0, text.length / 2) }), /article\.json.*\S/],
    ["is of a later version", (text) => ({ json: { ...JSON.parse(text), lectern: 2 } }), /version|lectern/],
    ["is a captive portal's page", () => ({ body: "<h1>Log in to the train</h1>", contentType: "text/html" }), /\S+ \S+/],
  ]) {
    test(`an article whose data ${what}`, async (t) => {
      const page = await open(t, "plain", { expected: /404/, route: ["**/article.json",
        async (route) => route.fulfill(answer(await (await route.fetch()).text()))] });
      const { view, reason: said } = await stats(page);
      assert.equal(view, "html");
      assert.match(said, reason);
      await assertReadable(page);
    });
  }
});
