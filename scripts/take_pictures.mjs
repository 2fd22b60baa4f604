// SPDX-License-Identifier: MIT
// Takes the pictures of README.md, docs/reading.md and docs/typography.md from the sample publication: node scripts/take_pictures.mjs, after
// scripts/build and scripts/bootstrap test.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { launch, root, stillness } from "../tests/browser/kit.mjs";

const LECTERN = join(root, "build/native/lectern");
const folder = mkdtempSync(join(tmpdir(), "lectern-pictures-"));
execFileSync(LECTERN, ["build", join(root, "assets/sample"), "-o", folder], { stdio: ["ignore", "ignore", "inherit"] });
const server = spawn(LECTERN, ["serve", folder, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
let url = "";
for await (const line of createInterface({ input: server.stdout })) if ((url = /^Lectern: (http:\S+)\/$/.exec(line)?.[1] ?? "")) break;
const browser = await launch();

/** As WebP, which Chromium writes itself. @param {string} name @param {Buffer[]} pictures side by side @param {number} columns */
async function save(name, pictures, columns) {
  const page = await browser.newPage();
  const bytes = await page.evaluate(async ([all, columns]) => {
    const images = await Promise.all(all.map(async (it) => createImageBitmap(await (await fetch(`data:image/png;base64,${it}`)).blob())));
    const [{ width, height }] = images;
    const canvas = new OffscreenCanvas(width * columns, height * Math.ceil(images.length / columns));
    images.forEach((it, i) => canvas.getContext("2d").drawImage(it, width * (i % columns), height * Math.floor(i / columns)));
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.6 })).arrayBuffer())];
  }, [pictures.map((it) => it.toString("base64")), columns]);
  writeFileSync(join(root, "docs", name), Buffer.from(bytes));
  await page.close();
}

try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 720 } });
  await page.goto(`${url}/a/lighthouse/`);
  await page.evaluate(() => lectern.ready);
  const open = async () => {
    await page.locator("[data-room=settings]").click();
    await page.locator("dialog.panel").waitFor();
  };
  await open();
  await page.locator(".panel [value=sepia]").check();
  await stillness(page);
  await save("reading-settings.webp", [await page.screenshot()], 1);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 420, height: 420 });
  await page.evaluate(() => document.querySelector(".body h2")?.scrollIntoView());
  const themes = [];
  for (const [theme, colorScheme] of [["paper"], ["sepia"], ["grey"], ["night"], ["contrast", "light"], ["contrast", "dark"]]) {
    await page.emulateMedia({ colorScheme: colorScheme ?? "light" });
    await page.evaluate(() => scrollBy(0, -2));
    await stillness(page);
    await open();
    await page.locator(`.panel [value=${theme}]`).check();
    await page.keyboard.press("Escape");
    await stillness(page);
    themes.push(await page.screenshot());
  }
  await save("reading-themes.webp", themes, 3);

  const fresh = async (path, viewport) => {
    const made = await browser.newPage({ viewport });
    await made.goto(url + path);
    await made.evaluate(() => lectern.ready);
    return made;
  };
  const wide = await fresh("/a/everything/", { width: 1500, height: 640 });
  await wide.locator(".beside a").nth(2).click();
  await wide.waitForFunction(() => document.querySelector(".room .left")?.textContent);
  await wide.keyboard.press("f");
  await wide.locator(".find input").pressSequentially("list");
  await wide.waitForFunction(() => /^[1-9]/.test(document.querySelector(".find [role=status]")?.textContent ?? ""));
  await stillness(wide);
  await save("reading-beside.webp", [await wide.screenshot()], 1);

  const first = await fresh("/a/lighthouse/", { width: 1180, height: 760 });
  await stillness(first);
  const parts = [await first.screenshot()];
  await first.emulateMedia({ colorScheme: "dark" });
  await first.locator("[data-key=amused]").evaluate((it) => {
    it.click();
    it.scrollIntoView({ block: "center" });
  });
  await stillness(first);
  parts.push(await first.screenshot());
  await save("screenshot.webp", parts, 2);

  const noted = await fresh("/a/everything/", { width: 760, height: 380 });
  const note = noted.locator(".body .footnote-ref a").first();
  await note.evaluate((it) => it.scrollIntoView({ block: "center" }));
  await stillness(noted);
  await note.hover();
  await noted.locator(".preview").waitFor();
  await save("reading-preview.webp", [await noted.screenshot()], 1);

  const lines = [];
  for (const [query, tokens] of [["?view=html"], [""], ["", "align justify\nhyphens auto"]]) {
    const it = await fresh(`/a/lighthouse/${query}`, { width: 380, height: 620 });
    await it.evaluate((tokens) => {
      if (tokens) document.dispatchEvent(new CustomEvent("lectern-look", { detail: { tokens } }));
      document.querySelectorAll(".body h2")[1].scrollIntoView();
      document.querySelector(".room").hidden = true;
    }, tokens);
    await it.waitForTimeout(1000); // the patterns come
    await it.setViewportSize({ width: 360, height: 620 }); // all lines are set anew
    if (!query) await stillness(it);
    lines.push(await it.screenshot());
  }
  await save("typography.webp", lines, 3);
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
