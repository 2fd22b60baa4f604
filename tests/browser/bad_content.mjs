// SPDX-License-Identifier: MIT
// Articles that no editor would write, and pictures that are none.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

/** Who sees these in one of them has had the whole article. */
export const FIRST_WORDS = "These are the first words.";
export const LAST_WORDS = "And these are the last words.";

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG whose header claims a size; its only row of px is red. */
function png(width, height) {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  const row = Buffer.from([0, 255, 0, 0]);
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header),
    chunk("IDAT", deflateSync(row)), chunk("IEND", Buffer.alloc(0))]);
}

const many = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const row = (cells) => `| ${cells.join(" | ")} |`;
const picture = (file) => `![What the picture shows.](media/${file})`;

const BODIES = {
  "huge-picture": picture("huge.png"),
  "no-size-picture": picture("none.png"),
  "empty-picture": picture("empty.png"),
  "broken-picture": picture("broken.png"),
  "missing-picture": picture("gone.png"),
  "long-table": [row(["Year", "Sheep", "Remarks"]), row(["--", "--:", "--"]),
    ...many(3000, (i) => row([1000 + i, i * 7, "None were lost."]))].join("\n"),
  "endless-word": "unbroken".repeat(12_500),
  "many-links": many(200, (p) => many(100, (i) => `[link ${p}.${i}](https://example.org/${p}/${i})`).join(" "))
    .join("\n\n"),
  // Zero width, joiners, soft hyphens, a mark of byte order, one after the other; every mark of direction, some never
  // closed; and letters under a hundred marks.
  "hidden-marks": [
    many(60, (i) => `wo\u200brd${i}\u2060\u200c\u200d\ufeff and so\u00adme`).join(" "),
    "\u202eThis is turned round\u202c, \u202btold to go left\u202c, \u2067set apart\u2069, \u2066\u2068and nested\u2069\u2069 again.",
    `Never closed: \u202e${"right to left ".repeat(20)}`,
    `Nested without end: ${"\u2067\u202d".repeat(200)}${"deep down ".repeat(20)}`,
    "After them all a line goes on as ever.",
    `Marks: ${many(12, () => `e${"\u0301\u0323\u0330".repeat(33)}`).join(" ")} and on.`,
  ].join("\n\n"),
  "deep-quotes": `${">".repeat(100_000)} far down`,
  plain: "An article with nothing the matter.",
};

const paragraph = (text) => ({ type: "paragraph", inlines: [{ type: "text", text }] });

/** Markdown's tables end at 128 columns, these do not. */
const WIDE_TABLE = {
  lectern: 1,
  title: "A case of wide-table",
  body: { format: "blocks", blocks: [
    paragraph(FIRST_WORDS),
    { type: "table", rows: many(4, (row) => ({ cells: many(500, (column) =>
      ({ inlines: [{ type: "text", text: `${row}.${column}` }] })) })) },
    paragraph(LAST_WORDS),
  ] },
};

/** @param {string} content the folder to write them into */
export async function addBadContent(content) {
  const folder = join(content, "bad");
  const media = join(folder, "media");
  await mkdir(media, { recursive: true });
  await Promise.all([
    writeFile(join(folder, "wide-table.json"), JSON.stringify(WIDE_TABLE)),
    writeFile(join(media, "huge.png"), png(20_000, 20_000)),
    writeFile(join(media, "none.png"), png(0, 0)),
    writeFile(join(media, "empty.png"), ""),
    writeFile(join(media, "broken.png"), png(400, 300).fill(7, 40)),
    writeFile(join(media, "gone.png"), png(400, 300)), // what answers for it is the tests' affair
    ...Object.entries(BODIES).map(([name, body]) => writeFile(join(folder, `${name}.md`),
      `---\ntitle: A case of ${name}\n---\n${FIRST_WORDS}\n\n${body}\n\n${LAST_WORDS}\n`)),
  ]);
}
