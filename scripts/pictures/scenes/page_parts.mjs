// SPDX-License-Identifier: MIT
// A page with one of everything, for letters/everything: title, picture, list, quotation, table, code
// and note, each as a plain shape with its own colour. Nothing on it can be read, so that it says what
// a page is made of and not what it tells.

import { Picture } from "../canvas.mjs";
import { CORAL, GOLD, INK, MIST, mix, MOSS, NIGHT, PAPER, PLUM, RUST, SAND, SEA, TEAL, WHITE } from "../colours.mjs";
import { random, range } from "../numbers.mjs";
import { both, disc, polygon, rect, segment } from "../shapes.mjs";

/** @typedef {import("../shapes.mjs").Field} Field */

const TEXT = mix(PAPER, NIGHT, 0.34);

export function draw_page_parts() {
  const p = new Picture(TEAL);
  const rnd = random(41);
  /**
   * A row of words.
   * @param {number} x0 @param {number} x1 @param {number} y @param {number} [high] @returns {Field[]}
   */
  const words = (x0, x1, y, high = 12) => {
    const row = [];
    for (let x = x0; x < x1 - 20; ) {
      const end = Math.min(x1, x + Math.max(24, 1.8 * high) + rnd() * 62);
      if (end - x > 1.6 * high) row.push(rect(x, y, end - x, high, high / 2));
      x = end + 10;
    }
    return row;
  };
  /** @param {number} x0 @param {number} x1 @param {number} y @param {number} n */
  const lines = (x0, x1, y, n) =>
    range(n).flatMap((i) => words(x0, i === n - 1 ? x0 + (x1 - x0) * 0.6 : x1, y + 26 * i));
  const sheet = (/** @type {number} */ x, /** @type {number} */ y) => {
    p.paint(rect(x + 16, y + 18, 600, 900, 8), mix(TEAL, INK, 0.4));
    p.paint(rect(x, y, 600, 900, 8), WHITE);
  };

  sheet(170, 70);
  p.paint([...words(230, 640, 124, 30), ...words(230, 520, 170, 30)], INK);
  p.paint(words(230, 690, 226, 14), CORAL);
  const frame = rect(230, 264, 480, 230, 4);
  p.paint(frame, MIST);
  p.paint(disc(610, 330, 34), GOLD);
  p.paint(both(frame, polygon([[220, 500], [340, 352], [430, 440], [520, 376], [720, 520]])), SEA);
  p.paint(both(frame, polygon([[220, 500], [300, 430], [420, 520]])), mix(SEA, INK, 0.35));
  p.paint(words(230, 560, 508, 9), mix(PAPER, NIGHT, 0.55));
  p.paint(lines(230, 710, 552, 3), TEXT);
  range(3).forEach((i) => {
    p.paint(disc(250 + 34 * i, 659 + 34 * i, 7), CORAL);
    p.paint(words(272 + 34 * i, 560 + 34 * i, 653 + 34 * i), TEXT);
  });
  p.paint(rect(230, 764, 10, 84, 5), GOLD);
  p.paint(lines(262, 690, 772, 3), mix(TEXT, PLUM, 0.4));

  sheet(830, 150);
  p.paint(words(890, 1180, 206, 24), INK);
  p.paint(rect(890, 252, 480, 168, 4), mix(PAPER, SAND, 0.5));
  p.paint(rect(890, 252, 480, 42, 4), MOSS);
  p.paint(range(3).map((i) => rect(1010 + 120 * i, 252, 2, 168)), mix(SAND, INK, 0.25));
  p.paint(range(3).map((i) => rect(890, 292 + 42 * i, 480, 2)), mix(SAND, INK, 0.25));
  range(4).forEach((row) => range(4).forEach((column) => {
    const long = 40 + rnd() * 50;
    const x = 890 + 120 * column + (column === 0 ? 14 : 106 - long);
    p.paint(rect(x, 267 + 42 * row, long, 12, 6), row ? TEXT : WHITE);
  }));
  p.paint(lines(890, 1370, 450, 2), TEXT);
  p.paint(rect(890, 520, 480, 150, 8), NIGHT);
  const inset = [0, 1, 2, 2, 1];
  inset.forEach((step, i) => {
    const x = 914 + 34 * step;
    p.paint(rect(x, 540 + 24 * i, 60 + rnd() * 60, 10, 5), [CORAL, GOLD, MIST, MIST, GOLD][i]);
    p.paint(rect(x + 134, 540 + 24 * i, 50 + rnd() * 110, 10, 5), mix(NIGHT, MIST, 0.55));
  });
  p.paint(segment([1060, 706], [1200, 706], 4), RUST);
  range(2).forEach((i) => {
    p.paint(rect(893, 737 + 44 * i, 26, 26, 5), mix(PAPER, NIGHT, 0.5));
    p.paint(rect(897, 741 + 44 * i, 18, 18, 3), WHITE);
    p.paint(words(938, 1300 - 60 * i, 744 + 44 * i), TEXT);
  });
  p.paint([segment([898, 749], [905, 757], 5), segment([905, 757], [920, 736], 5)], MOSS);
  p.paint(rect(890, 828, 150, 3), TEXT);
  p.paint([rect(890, 846, 8, 12, 4), ...words(908, 1280, 848, 9)], mix(TEXT, NIGHT, 0.3));
  return p;
}
