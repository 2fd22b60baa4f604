// SPDX-License-Identifier: MIT
// Draws assets/icon-192.png and icon-512.png after icon.svg, for systems that take no SVG as an app's icon.
// `node scripts/make_icons.mjs`; the same Node writes the same bytes each time. Needs Node 18 and nothing else.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Picture } from "./pictures/canvas.mjs";
import { WIDTH_PX } from "./pictures/numbers.mjs";
import { encode_png } from "./pictures/png.mjs";
import { polygon } from "./pictures/shapes.mjs";

const assets = fileURLToPath(new URL("../assets/", import.meta.url));
const svg = readFileSync(`${assets}icon.svg`, "utf8");
const SIDE = 512; // of the drawing

/** The corners of a path that is made of M, h, v, H and straight lines. @param {string} path */
function corners(path) {
  /** @type {[number, number][]} */
  const points = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers] of path.matchAll(/([MhvHVZ])([^MhvHVZ]*)/g)) {
    const values = numbers.trim().split(/[ ,]+/).filter(Boolean).map(Number);
    for (let i = 0; i < values.length; i++) {
      if (command === "h") x += values[i];
      else if (command === "H") x = values[i];
      else if (command === "v") y += values[i];
      else if (command === "V") y = values[i];
      else [x, y] = [values[i], values[++i]];
      points.push([x, y]);
    }
  }
  return points;
}

const ground = /<rect[^>]*fill="([^"]+)"/.exec(svg)?.[1] ?? "#000000";
for (const side of [192, 512]) {
  const picture = new Picture(ground);
  for (const [, path, colour] of svg.matchAll(/<path d="([^"]+)" fill="([^"]+)"/g)) {
    picture.paint(polygon(corners(path).map(([x, y]) => [x * side / SIDE, y * side / SIDE])), colour);
  }
  const pixels = new Float32Array(side * side * 3);
  for (let row = 0; row < side; row++) {
    pixels.set(picture.pixels.subarray(row * WIDTH_PX * 3, (row * WIDTH_PX + side) * 3), row * side * 3);
  }
  writeFileSync(`${assets}icon-${side}.png`, encode_png(pixels, side));
}
