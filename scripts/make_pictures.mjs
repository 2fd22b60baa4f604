// SPDX-License-Identifier: MIT
// Draws the pictures of the publication in assets/sample, so that the repository holds no picture of
// unknown origin. `node scripts/make_pictures.mjs [NAME ...]` writes all of them, or those named,
// into assets/sample/media. All chance is seeded: the same Node writes the same bytes each time.
// Needs Node 18 and nothing else; nothing in the product includes it.
// This is the command line and the list; scripts/pictures/ has a file a picture and what they draw with.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { WIDTH_PX } from "./pictures/numbers.mjs";
import { encode_png } from "./pictures/png.mjs";
import { draw_a_series } from "./pictures/scenes/a_series.mjs";
import { draw_analemma } from "./pictures/scenes/analemma.mjs";
import { draw_bread } from "./pictures/scenes/bread.mjs";
import { draw_container_ship } from "./pictures/scenes/container_ship.mjs";
import { draw_day_lengths } from "./pictures/scenes/day_lengths.mjs";
import { draw_element_characters } from "./pictures/scenes/element_characters.mjs";
import { draw_empty_wire } from "./pictures/scenes/empty_wire.mjs";
import { draw_iceberg } from "./pictures/scenes/iceberg.mjs";
import { draw_lighthouse } from "./pictures/scenes/lighthouse.mjs";
import { draw_moon_tide } from "./pictures/scenes/moon_tide.mjs";
import { draw_one_and_twenty } from "./pictures/scenes/one_and_twenty.mjs";
import { draw_page_parts } from "./pictures/scenes/page_parts.mjs";
import { draw_pilcrow } from "./pictures/scenes/pilcrow.mjs";
import { draw_rainbow } from "./pictures/scenes/rainbow.mjs";
import { draw_raindrop } from "./pictures/scenes/raindrop.mjs";
import { draw_saccades } from "./pictures/scenes/saccades.mjs";
import { draw_star_names } from "./pictures/scenes/star_names.mjs";
import { draw_tide_curve } from "./pictures/scenes/tide_curve.mjs";
import { draw_type_case } from "./pictures/scenes/type_case.mjs";
import { draw_wind_pennants } from "./pictures/scenes/wind_pennants.mjs";

/** @typedef {import("./pictures/canvas.mjs").Picture} Picture */

/** In the order of the publication. @type {Record<string, () => Picture>} */
const PICTURES = {
  moon_tide: draw_moon_tide,
  tide_curve: draw_tide_curve,
  container_ship: draw_container_ship,
  lighthouse: draw_lighthouse,
  wind_pennants: draw_wind_pennants,
  a_series: draw_a_series,
  type_case: draw_type_case,
  saccades: draw_saccades,
  pilcrow: draw_pilcrow,
  bread: draw_bread,
  rainbow: draw_rainbow,
  raindrop: draw_raindrop,
  iceberg: draw_iceberg,
  star_names: draw_star_names,
  element_characters: draw_element_characters,
  empty_wire: draw_empty_wire,
  one_and_twenty: draw_one_and_twenty,
  page_parts: draw_page_parts,
  analemma: draw_analemma,
  day_lengths: draw_day_lengths,
};

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "assets", "sample", "media");
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PICTURES, name));
if (unknown.length > 0) {
  const known = Object.keys(PICTURES).join(", ");
  console.error(`make_pictures: no picture is called ${unknown.join(", ")}; there are ${known}.`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  writeFileSync(join(folder, `${name.replaceAll("_", "-")}.png`), encode_png(draw().pixels, WIDTH_PX));
}
