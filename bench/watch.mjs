// SPDX-License-Identifier: MIT
// How long `lectern serve --watch` takes from the end of a save to the new page being served, with one
// article of so many changed: medians of LECTERN_ROUNDS (5) for each of LECTERN_WATCHED ("16 1000"). An open
// page asks every 60 ms and reloads then. Run by scripts/bench; figures mean little while the machine does
// other things.
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = new URL("..", import.meta.url).pathname;
const LECTERN = process.env.LECTERN ?? join(root, "build/native/lectern");
const ROUNDS = Number(process.env.LECTERN_ROUNDS ?? 5);
const SIZES = (process.env.LECTERN_WATCHED ?? "16 1000").split(" ").map(Number);

/** 1,000 words; each article has some of its own, so that some are about the same. */
function article(number) {
  const words = Array.from({ length: 1000 }, (_, i) => `word${(i * i * 31 + number * (i % 7)) % 4000}`);
  const paragraphs = Array.from({ length: 10 }, (_, i) => `${words.slice(i * 100, i * 100 + 100).join(" ")}.`);
  return `---\ntitle: Article ${number}\nsection: [Column ${number % 9}]\ntags: [tag${number % 50}]\ndate: 2026-01-${10 + (number % 20)}\n---\n${paragraphs.join("\n\n")}\n`;
}

async function measure(folder, count) {
  const content = join(folder, `content-${count}`);
  mkdirSync(content);
  for (let i = 0; i < count; i++) writeFileSync(join(content, `article-${i}.md`), article(i));
  const server = spawn(LECTERN, ["serve", join(folder, `site-${count}`), "--watch", content, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const address = await new Promise((resolve, reject) => {
      server.on("exit", () => reject(new Error("lectern serve ended")));
      server.stdout.on("data", (bytes) => resolve(/http\S+/.exec(String(bytes))?.[0]));
    });
    const version = async () => (await fetch(`${address}.lectern/version`)).text();
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      await sleep(500);
      const before = await version();
      appendFileSync(join(content, "article-7.md"), `\nAdded in round ${round}.\n`);
      const begin = performance.now();
      while (await version() === before) await sleep(2);
      times.push(performance.now() - begin);
    }
    return times.sort((a, b) => a - b)[times.length >> 1];
  } finally {
    server.kill("SIGTERM");
  }
}

const folder = mkdtempSync(join(tmpdir(), "lectern-bench-watch-"));
try {
  console.log("serve --watch, one article changed: ms until the new site is served");
  for (const count of SIZES) console.log(`${String(count).padStart(7)} articles ${(await measure(folder, count)).toFixed(0).padStart(6)} ms`);
} finally {
  rmSync(folder, { recursive: true });
}
