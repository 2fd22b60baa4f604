// SPDX-License-Identifier: MIT
// Code in its colours: on the canvas as in the HTML, light and dark, in the reader's themes, on paper, and copied.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { around, assertPainted, compareLines, contrast, countColors, picture, settled, stillness, useSite, view } from "./kit.mjs";

const CODE = `/* how high
   the water stands */
export function depth(tide, chart = 2.5) {
  if (tide < 0) return chart; // never less
  return \`\${chart + tide} m of "water"\`;
}
`;
const site = useSite({ addContent: (content) => writeFile(join(content, "colours.md"),
  `# Colours\n\nA paragraph.\n\n\`\`\`js\n${CODE}\`\`\`\n\n\`\`\`diff\n-ebb\n+flood\n\`\`\`\n\n\`\`\`text\nlet it = "be";\n\`\`\`\n`) });
const KINDS = ["comment", "keyword", "string", "number", "name", "inserted", "deleted"];
const DENSE = { viewport: { width: 900, height: 800 }, deviceScaleFactor: 3 }; // letters have px of their whole colour

const number = (css) => css.match(/\d+/g).slice(0, 3).reduce((all, it) => 256 * all + Number(it), 0);
const rgb = (color) => [color >> 16, (color >> 8) & 255, color & 255];

/** The colours of the spans, by kind, and what they stand on. */
const colours = (page) => page.evaluate((kinds) => {
  // What has been painted is transparent, so it is the token that tells.
  const probe = document.createElement("div");
  document.body.append(probe);
  const of = (token) => ((probe.style.color = `var(--${token})`), getComputedStyle(probe).color);
  const all = [...kinds.map((kind) => [kind, of(`code-${kind}`)]), ["tint", of("tint")], ["ink", of("ink")]];
  probe.remove();
  return Object.fromEntries(all);
}, KINDS).then((all) => Object.fromEntries(Object.entries(all).map(([name, css]) => [name, number(css)])));

/** Each kind's spans are seen in its colour. */
async function assertSeen(page, what) {
  const wanted = await colours(page);
  for (const kind of KINDS) {
    const span = page.locator(`.body pre .code-${kind}`).first();
    await span.scrollIntoViewIfNeeded();
    await page.mouse.move(1, 1);
    await stillness(page);
    const counts = countColors(await picture(page, around(await span.boundingBox())), {});
    assert.ok((counts.get(wanted[kind]) ?? 0) > 8, `${what}: ${kind} is #${wanted[kind].toString(16)}`);
  }
}

for (const colorScheme of ["light", "dark"]) {
  for (const query of ["?view=html", ""]) {
    test(`each kind has its colour, ${colorScheme}, ${query ? "as HTML" : "on the canvas"}`, async (t) => {
      const page = await site.open(t, `a/colours/${query}`, { ...DENSE, colorScheme });
      assert.equal(await view(page), query ? "html" : "canvas");
      if (!query) await assertPainted(page, "code");
      await assertSeen(page, colorScheme);
      const all = await colours(page);
      for (const kind of KINDS) assert.ok(contrast(rgb(all[kind]), rgb(all.tint)) >= 4.5, `${kind} can be read`);
      assert.equal(await page.locator("pre:has(.language-text) span").count(), 0, "text is plain");
    });
  }
}

test("lines stand where the browser has them, and where they stand without colours", async (t) => {
  const page = await site.open(t, "a/colours/");
  const { faults, compared } = await compareLines(page, 0.5, 0.5);
  assert.deepEqual(faults, []);
  assert.ok(compared > 10, `${compared} lines`);
  const widths = () => page.locator(".body pre code").first().evaluate((code) => {
    const range = document.createRange();
    range.selectNodeContents(code);
    const { width, height } = range.getBoundingClientRect();
    return [width, height].map((it) => Math.round(it * 16));
  });
  const coloured = await widths();
  await page.goto(`${site.url}/a/colours/?view=html`);
  await settled(page);
  await page.evaluate(() => document.querySelectorAll("pre span").forEach((it) => it.replaceWith(...it.childNodes)));
  assert.deepEqual(await widths(), coloured);
});

test("what is copied is the code, by the button and by selection", async (t) => {
  const page = await site.open(t, "a/colours/", { permissions: ["clipboard-read", "clipboard-write"] });
  const pre = page.locator(".body pre").first();
  assert.equal(await pre.locator("code").textContent(), CODE);
  await pre.hover();
  await pre.getByRole("button").click();
  await page.waitForFunction((code) => navigator.clipboard.readText().then((it) => it === code), CODE);
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await pre.locator("code").evaluate((it) => getSelection().selectAllChildren(it));
  await page.keyboard.press("Control+c");
  await page.waitForFunction(() => navigator.clipboard.readText());
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), CODE.trim());
  assert.equal(await view(page), "canvas");
});

test("each of the reader's themes has colours that can be read, on the canvas too", async (t) => {
  const page = await site.open(t, "a/colours/", DENSE);
  await page.keyboard.press("s");
  await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
  await page.keyboard.press("Escape");
  const choose = (theme) => page.evaluate(async (theme) => {
    const { name } = performance.getEntriesByType("resource").find(({ name }) => /\/_\/choices\./.test(name));
    const { choose, THEMES } = await import(name);
    if (theme) choose({ theme });
    return Object.keys(THEMES);
  }, theme);
  for (const theme of await choose()) {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await choose(theme);
      const all = await colours(page);
      for (const kind of KINDS) {
        const found = contrast(rgb(all[kind]), rgb(all.tint));
        assert.ok(found >= 4.5, `${theme}, ${colorScheme}: ${kind} has ${found.toFixed(2)}`);
      }
    }
    if (theme === "sepia") await assertSeen(page, theme);
  }
});

test("on paper, and where more contrast or the system's colours are asked for, it is plain", async (t) => {
  const page = await site.open(t, "a/colours/", { colorScheme: "light" });
  for (const media of [{ media: "print" }, { contrast: "more" }, { forcedColors: "active" }]) {
    await page.emulateMedia(media);
    const found = await page.evaluate(() => [...document.querySelectorAll("pre span")].filter((it) =>
      getComputedStyle(it).color !== getComputedStyle(it.parentElement).color).map((it) => it.textContent));
    assert.deepEqual(found, [], JSON.stringify(media));
    await page.emulateMedia({ media: "screen", contrast: "no-preference", forcedColors: "none" });
  }
});
