// SPDX-License-Identifier: MIT
// Takes the sample publication's screenshots for the installation of the app, as its readers see it in Chromium:
// assets/sample/theme/screenshots/. `node scripts/make_screenshots.mjs` after scripts/build.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { launch, root, settled } from "../tests/browser/kit.mjs";

/** What each file is called is its description. */
const PICTURES = [
  { name: "The-front-page", path: "", viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  { name: "An-article", path: "a/lighthouse/", viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
];
const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");
const sample = join(root, "assets/sample");
const folder = mkdtempSync(join(tmpdir(), "lectern-screenshots-"));
execFileSync(LECTERN, ["build", sample, "-o", folder], { stdio: ["ignore", "ignore", "inherit"] });
const server = spawn(LECTERN, ["serve", folder, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const browser = await launch();
try {
  const line = await new Promise((done) => createInterface({ input: server.stdout }).once("line", done));
  const [url] = /http:\S+/.exec(line) ?? [];
  mkdirSync(join(sample, "theme/screenshots"), { recursive: true });
  for (const { name, path, viewport, deviceScaleFactor } of PICTURES) {
    const context = await browser.newContext({ viewport, deviceScaleFactor, colorScheme: "light", serviceWorkers: "block" });
    const page = await context.newPage();
    await page.goto(url + path);
    await settled(page);
    await page.screenshot({ path: join(sample, "theme/screenshots", `${name}.jpg`), type: "jpeg", quality: 82 });
    await context.close();
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true });
}
