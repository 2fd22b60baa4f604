// SPDX-License-Identifier: MIT
// The reader's settings: put on at once, on page and canvas alike, without moving what is read; kept, and there
// before the next page is painted; and never in the way when what is kept is of no use.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { colorsOf, compareLines, contrast, lines, picture, PHONE, place, settled, stats, stillness, topOf, useSite, view } from "./kit.mjs";

// A picture of one colour.
const RED = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" fill="#c81020"/></svg>`;
const KINDS = `---
title: Kinds of text
published: 2026-01-01
authors: [The harbour desk]
---
A paragraph with \`code\`, a [link](https://example.com/), <mark>a mark</mark> and a note.[^1]

## A heading

\`\`\`
let it = be;
\`\`\`

| Head | Two |
|---|---|
| A cell | another |

![Red](red.svg "A caption")

[^1]: The note itself.
`;
const site = useSite({
  async addContent(content) {
    await mkdir(join(content, "kinds"));
    await writeFile(join(content, "kinds/red.svg"), RED);
    await writeFile(join(content, "kinds/kinds.md"), KINDS.replace("title:", "id: kinds\ntitle:"));
  },
});
const ARTICLE = "a/lighthouse/";
const THEMES = ["auto", "paper", "sepia", "grey", "night", "contrast"];

const openPanel = async (page) => {
  await page.locator("[data-room=settings]").click();
  await page.locator("dialog.panel").waitFor();
};
const pick = (page, name, value) => page.locator(`.panel [name=${name}][value=${value}]`).check();
const setSize = (page, step) => page.locator(".panel [type=range]").fill(String(step));
const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const bodySize = (page) => page.evaluate(() => getComputedStyle(document.querySelector(".body p")).fontSize);
const kept = (page) => page.evaluate(() => JSON.parse(Object.entries(localStorage).find(([it]) => it.endsWith(" look"))?.[1] ?? "null"));

/** Chooses in the panel and closes it. */
async function choose(page, choices) {
  await openPanel(page);
  for (const [name, value] of Object.entries(choices)) await (name === "size" ? setSize(page, value) : pick(page, name, value));
  await page.keyboard.press("Escape");
  await page.locator("dialog.panel").waitFor({ state: "detached" });
}

/** How far down the window a letter of the text is, and how high its line. */
const letter = async (page, spot) => ({ top: await topOf(page, spot),
  line: await page.evaluate((block) => parseFloat(getComputedStyle(document.querySelector(`[data-block="${block}"]`)).lineHeight), spot.block) });

const TEXTS = { text: ".body p", heading: ".body h2", byline: ".byline", link: ".body p a", code: ".body pre", "inline code": ".body p code",
  cell: ".body td", "table head": ".body th", note: ".footnotes p", caption: "figcaption", button: ".share-button", mark: ".body mark" };

for (const query of ["", "?view=html"]) {
  test(`each theme keeps 4.5:1 in all kinds of text, ${query || "on the canvas"}`, async (t) => {
    const page = await site.open(t, `a/kinds/${query}`, { viewport: { width: 900, height: 1700 }, deviceScaleFactor: 2 });
    assert.equal(await view(page), query ? "html" : "canvas", (await stats(page)).reason);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const grounds = new Set();
      // Only these two follow the system.
      for (const theme of colorScheme === "light" ? THEMES : ["auto", "contrast"]) {
        await choose(page, { theme });
        await page.mouse.move(1, 1);
        await stillness(page);
        const image = await picture(page);
        for (const [what, selector] of Object.entries(TEXTS)) {
          const box = await page.locator(selector).first().boundingBox();
          const { ground, ink } = colorsOf(image, { x: 2 * box.x, y: 2 * box.y, width: 2 * box.width, height: 2 * box.height });
          assert.ok(contrast(ground, ink) >= 4.5, `${what}, ${theme} where the system is ${colorScheme}: ${ink} on ${ground}`);
          if (what === "text") grounds.add(String(ground));
        }
        const { x, y } = await page.locator(".body img").boundingBox();
        assert.deepEqual([...image.at(2 * Math.round(x) + 16, 2 * Math.round(y) + 16)].slice(0, 3), [200, 16, 32], `the picture, ${theme}`);
      }
      // The system's own is one of paper and night.
      assert.equal(grounds.size, colorScheme === "light" ? THEMES.length - 1 : 2);
    }
  });
}

test("what is chosen is put on at once, on page and canvas alike, and reset", async (t) => {
  const page = await site.open(t, ARTICLE);
  const before = await lines(page);
  await openPanel(page);
  for (const [name, value] of [["theme", "sepia"], ["size", 5], ["leading", "loose"], ["measure", "narrow"], ["size", 11], ["leading", "tight"],
    ["size", 0], ["leading", "looser"], ["measure", "medium"], ["size", 8]]) {
    await (name === "size" ? setSize(page, value) : pick(page, name, value));
    await stillness(page);
    assert.equal(await view(page), "canvas", (await stats(page)).reason);
    const { faults, compared } = await compareLines(page);
    assert.deepEqual(faults, [], `${name} ${value}`);
    assert.ok(compared > 5, `${compared} lines`);
  }
  assert.equal(await bodySize(page), "28.5px");
  assert.equal(await paper(page), "rgb(246, 236, 217)");
  assert.deepEqual([...(await picture(page)).at(640, 4)].slice(0, 3), [246, 236, 217], "the canvas too");
  await page.getByRole("button", { name: "Reset" }).click();
  await stillness(page);
  assert.equal(await page.locator(".panel [name=theme]:checked").getAttribute("value"), "auto");
  assert.deepEqual(await lines(page), before);
  assert.equal(await kept(page), null);
});

for (const [what, path, options] of [["on the canvas", "a/day-book/", {}], ["on the canvas of a phone", "a/day-book/", PHONE],
  ["as HTML", "a/day-book/?view=html", {}]]) {
  test(`20,000 words: a change keeps the place within a line, ${what}`, async (t) => {
    const page = await site.open(t, path, options);
    for (const share of [0.1, 0.55]) {
      await page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), share);
      await stillness(page);
      for (const choice of [{ size: 7 }, { measure: "narrow" }, { leading: "looser" }, { theme: "grey" }, { size: 3, leading: "normal" },
        { align: "justified", hyphens: "on" }]) {
        const spot = await place(page);
        const { top } = await letter(page, spot);
        await choose(page, choice);
        await stillness(page);
        const now = await letter(page, spot);
        assert.ok(Math.abs(now.top - top) <= now.line + 1, `${JSON.stringify(choice)} at ${share}: ${top} px, then ${now.top}`);
      }
      await choose(page, { measure: "wide", theme: "auto", align: "ragged", hyphens: "off" });
    }
    assert.equal(await view(page), path.includes("html") ? "html" : "canvas", (await stats(page)).reason);
  });
}

test("they stay from page to page, after a reload, on lists and where nothing is found", async (t) => {
  const page = await site.open(t, ARTICLE, { expected: /404/ });
  await choose(page, { theme: "night", size: 6 });
  await page.locator(".headline a").nth(3).click();
  await page.waitForFunction((old) => !location.pathname.endsWith(old), ARTICLE);
  await settled(page);
  assert.equal(await paper(page), "rgb(23, 22, 20)");
  assert.equal(await bodySize(page), "23.75px");
  assert.deepEqual((await compareLines(page)).faults, []);
  await page.reload();
  await settled(page);
  assert.equal(await bodySize(page), "23.75px");
  assert.deepEqual((await compareLines(page)).faults, []);
  for (const path of ["", "c/science/", "map/", "saved/", "404.html", "offline.html"]) {
    await page.goto(`${site.url}/${path}`);
    assert.equal(await paper(page), "rgb(23, 22, 20)", path);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "20px", path);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
  }
  await page.goto(`${site.url}/c/science/`);
  await choose(page, { theme: "sepia" });
  assert.equal(await paper(page), "rgb(246, 236, 217)");
  await page.locator(".story-title a").first().click();
  await page.waitForURL(/\/a\//);
  await page.waitForFunction(() => document.documentElement.dataset.view === "canvas");
  await stillness(page);
  assert.deepEqual([...(await picture(page)).at(640, 4)].slice(0, 3), [246, 236, 217]);
  assert.equal(await page.locator("meta[name=theme-color]").first().getAttribute("content"), "#f6ecd9");
});

test("the first paint has them, without any module", async (t) => {
  const page = await site.open(t, ARTICLE, { expected: /ERR_FAILED/ });
  await choose(page, { theme: "grey", size: 7 });
  await page.route(/\/_\/boot\./, (route) => route.abort());
  await page.addInitScript(() => new MutationObserver((_, watch) => {
    if (!document.body) return;
    watch.disconnect();
    globalThis.atBody = [document.documentElement.dataset.theme, getComputedStyle(document.documentElement).fontSize];
  }).observe(document, { childList: true, subtree: true }));
  await page.goto(`${site.url}/${ARTICLE}`);
  assert.deepEqual(await page.evaluate(() => globalThis.atBody), ["dark", "22px"]);
  assert.equal(await paper(page), "rgb(59, 60, 63)");
});

test("another tab puts them on as well", async (t) => {
  const page = await site.open(t, ARTICLE);
  const other = await page.context().newPage();
  await other.goto(`${site.url}/${ARTICLE}`);
  await settled(other);
  await choose(page, { theme: "sepia", size: 5 });
  await other.waitForFunction(() => getComputedStyle(document.querySelector(".body p")).fontSize === "21.375px");
  await stillness(other);
  assert.deepEqual((await compareLines(other)).faults, []);
  assert.equal(await paper(other), "rgb(246, 236, 217)");
});

test("what is kept but of no use is as if nothing were", async (t) => {
  const page = await site.open(t, ARTICLE);
  const published = [await paper(page), await bodySize(page)];
  const key = await page.evaluate(() => `lectern ${new URL("..", document.querySelector("script[src*=look]").src).pathname} look`);
  const nonsense = ["", "{", "null", "7", '"night"', "[]", '{"look":7}', '{"look":{"theme":"pink","size":"x","tokens":7}}',
    '{"look":{"tokens":"ink red;}*{display:none\\npaper #fff}body{display:none"}}', '{"look":{"fonts":[["a","https://example.com/a.woff2","400","normal",""]]}}',
    '{"version":0,"choice":{"theme":"mauve","size":400}}', "x".repeat(100_000)];
  for (const value of nonsense) {
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [key, value]);
    await page.reload();
    assert.equal(await settled(page), "canvas", value.slice(0, 40));
    assert.deepEqual([await paper(page), await bodySize(page)], published, value.slice(0, 40));
  }
  // One of a newer version, with a theme that this one has not: the rest of it holds.
  await page.evaluate((key) => localStorage.setItem(key, '{"version":9,"choice":{"theme":"mauve","size":"20","glow":1}}'), key);
  await page.reload();
  await settled(page);
  await openPanel(page);
  assert.equal(await page.locator(".panel [name=theme]:checked").getAttribute("value"), "auto");
  await pick(page, "theme", "night");
  assert.equal(await bodySize(page), "23.75px");
});

for (const [what, init] of [
  ["forbids", () => Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })],
  ["is full", () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); })],
  ["has none", () => Object.defineProperty(globalThis, "localStorage", { value: null })],
]) {
  test(`where the browser's storage ${what} they hold for the visit, and that is said`, async (t) => {
    const page = await site.open(t, ARTICLE, { init });
    await openPanel(page);
    await pick(page, "theme", "night");
    await page.getByText("This browser lets the page keep nothing").waitFor();
    await pick(page, "leading", "loose");
    await page.keyboard.press("Escape");
    await page.locator(".headline a").nth(3).click();
    await page.waitForFunction((old) => !location.pathname.endsWith(old), ARTICLE);
    await settled(page);
    assert.equal(await paper(page), "rgb(23, 22, 20)");
    await openPanel(page);
    assert.equal(await page.locator(".panel [name=leading]:checked").getAttribute("value"), "loose");
  });
}

test("a face is loaded only when it is chosen, and the canvas paints in it", async (t) => {
  const page = await site.open(t, ARTICLE);
  const loaded = [], chosen = [];
  page.on("request", (request) => /\.woff2$/.test(request.url()) && loaded.push(request.url().replace(/.*\//, "").replace(/\..*/, "")));
  await openPanel(page);
  assert.deepEqual(loaded, []);
  for (const [face, family, file] of [["serif", "Literata", "literata-latin-400-normal"], ["sans", "Source Sans 3", "source-sans-3-latin-400-normal"],
    ["dyslexia", "OpenDyslexic", "opendyslexic-latin-400-normal"]]) {
    chosen.push(file.replace(/-latin.*/, ""));
    await pick(page, "face", face);
    await page.waitForFunction((family) => [...document.fonts].some((it) => it.family.includes(family) && it.status === "loaded"), family);
    await page.evaluate(() => document.fonts.ready);
    await stillness(page);
    assert.ok(loaded.includes(file), loaded.join());
    assert.ok(loaded.every((it) => chosen.some((name) => it.startsWith(name))), loaded.join());
    assert.equal(await view(page), "canvas", (await stats(page)).reason);
    assert.deepEqual((await compareLines(page)).faults, [], face);
    const standfirst = await page.locator(".standfirst").getAttribute("data-block");
    const { block, text, width } = (await lines(page)).find(({ block }) => block === Number(standfirst));
    const own = await page.evaluate(([block, text, family]) => {
      const context = document.createElement("canvas").getContext("2d");
      context.font = `${getComputedStyle(document.querySelector(`[data-block="${block}"]`)).fontSize} "${family}"`;
      return context.measureText(text).width;
    }, [block, text, family]);
    assert.ok(Math.abs(own - width) < 2, `${family}: ${width} px, and not ${own}`);
  }
});

test("by keys: the button, the panel, its choices, and back", async (t) => {
  const page = await site.open(t, ARTICLE);
  await page.keyboard.press("Tab"); // to the skip link
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.dataset.room === "settings")) break;
  }
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
  await page.locator(".panel [name=theme]:checked").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.documentElement.dataset.theme === "light");
  await page.getByRole("slider", { name: "Text size" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => getComputedStyle(document.documentElement).fontSize === "17px");
  assert.equal(await page.getByRole("slider").getAttribute("aria-valuetext"), "106%");
  // Nothing behind it takes the focus.
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement.closest("dialog")));
  }
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.room), "settings");
});

test("About Lectern has each part of the viewer with its whole notice, loaded only then", async (t) => {
  const page = await site.open(t, ARTICLE);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.locator("[data-room=settings]").click();
  await page.locator(".panel").getByRole("button", { name: "About Lectern" }).waitFor();
  assert.ok(!asked.some((url) => url.includes("/licences")));
  await page.getByRole("button", { name: "About Lectern" }).click();
  const panel = page.getByRole("dialog", { name: "About Lectern" });
  const parts = await panel.locator("summary").allTextContents();
  for (const part of [/^Lectern 0.* MIT$/, /^Dear ImGui/, /^SheenBidi .* Apache-2.0$/, /^Literata .* OFL-1.1$/, /^musl/]) {
    assert.ok(parts.some((it) => part.test(it)), `${part} among ${parts}`);
  }
  await panel.getByText(/^Dear ImGui/).click();
  assert.ok(await panel.getByText("Omar Cornut").isVisible());
  await page.keyboard.press("Escape");
  assert.equal(await panel.count(), 0);
});

test("a panel rises and a page comes in for a moment, and nothing moves where motion is unwanted", async (t) => {
  for (const reducedMotion of ["no-preference", "reduce"]) {
    const page = await site.open(t, ARTICLE, { reducedMotion });
    // As they begin, since they are soon over.
    await page.evaluate(() => {
      globalThis.moved = [];
      const { animate } = Element.prototype;
      Element.prototype.animate = function (...how) {
        globalThis.moved.push(["page", how[1].duration]);
        return animate.apply(this, how);
      };
      addEventListener("animationstart", ({ target }) => globalThis.moved.push([target.localName, 1000 * parseFloat(getComputedStyle(target).animationDuration)]));
    });
    await page.locator("[data-room=settings]").click();
    await page.locator(".panel").waitFor();
    await page.waitForTimeout(300);
    await page.keyboard.press("Escape");
    await page.evaluate(() => lectern.open("/a/spring-tides/"));
    await page.waitForFunction(() => document.querySelector("h1").textContent === "The sea keeps two clocks");
    await stillness(page);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".stage")).opacity), "1");
    assert.deepEqual(await page.evaluate(() => globalThis.moved), reducedMotion === "reduce" ? [] : [["dialog", 160], ["page", 160]]);
  }
});

test("on a phone all can be touched", async (t) => {
  const page = await site.open(t, ARTICLE, PHONE);
  await openPanel(page);
  const small = await page.evaluate(() => [...document.querySelectorAll(".room button:not([hidden]), .panel button, .panel label, .panel [type=range]")]
    .map((it) => [it.textContent, it.getBoundingClientRect()]).filter(([, { width, height, left, right }]) =>
      width < 44 || height < 44 || left < 0 || right > innerWidth).map(([text]) => text));
  assert.deepEqual(small, []);
});

test("an embedded article has none of it", async (t) => {
  const page = await site.open(t, "embed/lighthouse/", { wait: false });
  assert.equal(await page.locator(".room, [data-room]").count(), 0);
  await page.evaluate((base) => localStorage.setItem(`lectern ${base} look`, '{"look":{"theme":"dark","size":200}}'), "/");
  await page.reload();
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "16px");
});
