// SPDX-License-Identifier: MIT
// Articles of 1,000 words to measure with: the same in each run, in words that come as often as a language's do.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const WORDS = 1000;

/** Numbers from 0 to 1, the same in each run. */
function series(seed) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    return (seed >>> 8) / 2 ** 24;
  };
}

/** Words as a language has them: few that are everywhere, many that are rare (Zipf). */
function vocabulary(size) {
  const next = series(1);
  const [heads, tails] = [["b", "br", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w"], ["a", "e", "i", "o", "u", "ar", "en", "ing", "or"]];
  const pick = (list) => list[Math.floor(next() * list.length)];
  const words = new Set();
  for (let syllables = 1; words.size < size; syllables = Math.min(4, syllables + (words.size > 100 * syllables ** 3 ? 1 : 0))) {
    words.add(Array.from({ length: syllables }, () => pick(heads) + pick(tails)).join(""));
  }
  return [...words];
}

export const WORD = vocabulary(30_000);
const TOPICS = 400;  // an article's rarer words are those of a topic, so that some are about the same

export function article(number) {
  const next = series(number + 17);
  const topic = Math.floor(next() * TOPICS);
  const word = () => {
    const rank = Math.floor(Math.exp(next() * Math.log(3000)));
    return next() < 0.85 ? WORD[rank - 1] : WORD[3000 + (topic * 61 + Math.floor(next() ** 2 * 200)) % 27_000];
  };
  const sentence = (length) => {
    const words = Array.from({ length }, word);
    return words.join(" ").replace(/^./, (c) => c.toUpperCase());
  };
  const paragraphs = [];
  for (let count = 0, i = 0; count < WORDS; ++i) {
    const sentences = Array.from({ length: 5 }, () => sentence(8 + Math.floor(next() * 10)));
    count += sentences.join(" ").split(" ").length;
    if (i % 4 === 3) paragraphs.push(`## ${sentence(4)}`);
    const [first, ...rest] = sentences;
    paragraphs.push(`${first}. ${rest.map((s, k) => (k === 1 ? `*${s}*` : k === 2 ? `[${s}](https://example.org/${i})` : s)).join(". ")}.`);
  }
  const section = `Column ${number % 20}`;
  const date = new Date(Date.UTC(2016, 0, 1) + number * 3_000_000).toISOString().slice(0, 19) + "Z";
  const tags = [0, 1, 2].map((i) => `topic ${(topic + i * 37) % TOPICS}`);
  return { folder: `column-${number % 20}`, text: `---\ntitle: "${sentence(7)}"\ndate: ${date}\nsection: ${section}\nauthors: ["Writer ${number % 50}"]\n` +
    `tags: ${JSON.stringify(tags)}\n---\n${paragraphs.join("\n\n")}\n` };
}

export function writeArticles(content, count) {
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, "publication.json"), JSON.stringify({ title: "Bench", url: "https://example.org" }));
  for (let i = 0; i < count; ++i) {
    const { folder, text } = article(i);
    mkdirSync(join(content, folder), { recursive: true });
    writeFileSync(join(content, folder, `a${i}.md`), text);
  }
}
