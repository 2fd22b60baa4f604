// SPDX-License-Identifier: MIT
// How eyes go over a page, for letters/saccades: bars for words, dots for stops, arcs for jumps, one
// of them back and yellow, and dashed ways to the next line. Words and stops are chosen by chance with
// a fixed seed; which words are looked at is a table.

import { Picture } from "../canvas.mjs";
import { CORAL, GOLD, INK, mix, NIGHT, PAPER, SEA, TEAL } from "../colours.mjs";
import { clamp, lerp, random, range } from "../numbers.mjs";
import { disc, polyline, rect, segment } from "../shapes.mjs";

/** @typedef {import("../shapes.mjs").Point} Point */

export function draw_saccades() {
  const p = new Picture(SEA);
  p.paint(rect(216, 86, 1200, 900, 6), mix(SEA, INK, 0.35));
  p.paint(rect(200, 70, 1200, 900, 6), PAPER);
  const rnd = random(23);
  const [left, right, first, leading] = [300, 1300, 216, 124];
  /** @type {Point[][]} */
  const lines = range(6).map((row) => {
    /** @type {Point[]} */
    const words = [];
    let x = left;
    while (x < right - 30) {
      const end = Math.min(right, x + 26 + rnd() * 118);
      words.push([x, right - end < 30 ? right : end]);
      x = end + 20;
    }
    const kept = row === 5 ? words.slice(0, 6) : words;
    p.paint(kept.map(([a, b]) => rect(a, first + row * leading, b - a, 24, 12)), mix(PAPER, NIGHT, 0.34));
    return kept;
  });
  const stops = [[0, 2, 3, 5, 7, 9], [0, 1, 3, 2, 4, 6, 8], [0, 2, 3, 5, 6, 8], [0, 2, 4, 5, 7]];
  /** @type {Point[]} */
  const path = [];
  stops.forEach((row, i) => row.forEach((word) => {
    const [a, b] = lines[i][Math.min(word, lines[i].length - 1)];
    path.push([lerp(a, b, 0.45), first + i * leading + 12]);
  }));
  path.slice(1).forEach((b, i) => {
    const a = path[i];
    const sweep = b[1] !== a[1];
    const back = !sweep && b[0] < a[0];
    const lift = sweep ? 0 : back ? 34 : -clamp(Math.abs(b[0] - a[0]) * 0.32, 30, 62);
    const curve = range(25).map((k) => {
      const y = lerp(a[1], b[1], k / 24) + lift * 4 * (k / 24) * (1 - k / 24) * 0.9;
      return /** @type {Point} */ ([lerp(a[0], b[0], k / 24), y]);
    });
    if (sweep) p.paint(curve.slice(1).flatMap((c, k) => (k % 2 ? [] : [segment(curve[k], c, 4)])), TEAL);
    else p.paint(polyline(curve, 6), back ? GOLD : CORAL);
  });
  const weights = random(4);
  path.forEach(([x, y]) => {
    const r = 15 + 11 * weights();
    p.paint(disc(x, y, r + 5), PAPER);
    p.paint(disc(x, y, r), CORAL);
  });
  const [ex, ey] = path[path.length - 1];
  p.paint(disc(ex, ey, 36), PAPER);
  p.paint(disc(ex, ey, 31), INK);
  p.paint(disc(ex + 9, ey - 10, 8), PAPER);
  return p;
}
