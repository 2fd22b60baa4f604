// SPDX-License-Identifier: MIT
// The periodic table in the colours of the characters' radicals, for languages/element-characters:
// metal, stone, gas, and two squares of water. Which element is which is a table of the exceptions; the
// rest is metal.

import { Picture } from "../canvas.mjs";
import { CORAL, GOLD, INK, mix, NIGHT, PAPER, SEA, TEAL, WHITE } from "../colours.mjs";
import { label } from "../lettering.mjs";
import { range } from "../numbers.mjs";
import { rect } from "../shapes.mjs";

const STONE = [5, 6, 14, 15, 16, 33, 34, 52, 53, 85, 117];
const GAS = [1, 2, 7, 8, 9, 10, 17, 18, 36, 54, 86, 118];
const WATER = [35, 80];
const CELL = 78;
const GAP = 8;

/** Column from 0 to 17 and row; the two rows of fifteen stand below. @param {number} z @returns {[number, number]} */
function place(z) {
  if (z === 1) return [0, 0];
  if (z === 2) return [17, 0];
  for (const [first, row] of [[3, 1], [11, 2]])
    if (z < first + 8) return [z - first < 2 ? z - first : z - first + 10, row];
  for (const [first, row] of [[19, 3], [37, 4]]) if (z < first + 18) return [z - first, row];
  const row = z < 87 ? 5 : 6;
  const at = z - (z < 87 ? 55 : 87);
  if (at < 2) return [at, row];
  return at < 17 ? [at, row + 2.4] : [at - 14, row];
}

export function draw_element_characters() {
  const p = new Picture(PAPER);
  const left = (1600 - 18 * (CELL + GAP) + GAP) / 2;
  const top = 42;
  const tone = (/** @type {number} */ z) =>
    STONE.includes(z) ? CORAL : GAS.includes(z) ? GOLD : WATER.includes(z) ? NIGHT : mix(TEAL, PAPER, 0.28);
  range(118).forEach((i) => {
    const z = i + 1;
    const [column, row] = place(z);
    const x = left + column * (CELL + GAP);
    const y = top + row * (CELL + GAP);
    p.paint(rect(x, y, CELL, CELL, 7), tone(z));
    p.paint(rect(x, y + CELL - 14, CELL, 14, 7), mix(tone(z), INK, 0.14));
    p.paint(label(String(z), x + CELL / 2, y + 21, 26, 3.6), WATER.includes(z) ? WHITE : mix(INK, SEA, 0.1));
  });
  [5, 6].forEach((row) => {
    const x = left + 2 * (CELL + GAP);
    const y = top + row * (CELL + GAP);
    p.paint(range(3).map((k) => rect(x + 19 + 16 * k, y + 34, 8, 8, 4)), mix(PAPER, SEA, 0.6));
  });
  return p;
}
