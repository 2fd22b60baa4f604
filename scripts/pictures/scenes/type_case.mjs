// SPDX-License-Identifier: MIT
// A lower case full of metal type and three sorts beside it, for letters/type-case. The box for e is
// the largest and the red one, as the caption says. The sorts are boxes seen from above at an angle,
// with their letters laid onto the upper face.

import { Picture } from "../canvas.mjs";
import { GOLD, INK, mix, RUST, UMBER, WHITE, WOOD } from "../colours.mjs";
import { lettering } from "../lettering.mjs";
import { random, range } from "../numbers.mjs";
import { disc, polygon, rect, segment } from "../shapes.mjs";

/** Columns and rows of a lower case, in units: x, y, width, height. The big one in the middle is for e. */
const CELLS = [
  [0, 0, 1, 1], [1, 0, 1, 1], [2, 0, 1, 1], [3, 0, 2, 1], [5, 0, 1, 1], [6, 0, 1, 1], [7, 0, 1, 1],
  [0, 1, 1, 1], [1, 1, 1, 2], [2, 1, 1, 2], [3, 1, 2, 2], [5, 1, 1, 2], [6, 1, 1, 1], [7, 1, 1, 1],
  [0, 2, 1, 1], [6, 2, 2, 1], [0, 3, 1, 1], [1, 3, 1, 1], [2, 3, 2, 2], [4, 3, 1, 2], [5, 3, 2, 1], [7, 3, 1, 1],
  [0, 4, 1, 1], [1, 4, 1, 1], [5, 4, 1, 1], [6, 4, 1, 1], [7, 4, 1, 1],
];

/**
 * A piece of type standing on end, seen from above.
 * @param {Picture} p @param {number} x @param {number} y its rear corner
 * @param {number} s px, an edge of the face @param {string} sign @param {string} tone
 */
function paint_sort(p, x, y, s, sign, tone) {
  const [c, d, tall] = [0.866 * s, 0.5 * s, 2.3 * s]; // edges go 30 degrees down
  const foot = y + tall;
  const shadow = polygon([
    [x, foot + 2 * d], [x + c, foot + d], [x + c + 52, foot + d + 30], [x + 52, foot + 2 * d + 30],
  ]);
  p.paint(shadow, INK, 0.3);
  p.paint(polygon([[x - c, y + d], [x, y + 2 * d], [x, foot + 2 * d], [x - c, foot + d]]), mix(tone, WHITE, 0.12));
  p.paint(polygon([[x + c, y + d], [x, y + 2 * d], [x, foot + 2 * d], [x + c, foot + d]]), mix(tone, INK, 0.42));
  // The nicks, by which a compositor feels which way up a sort is.
  [0.62, 0.74].forEach((t) => {
    const nick = segment([x - c + 2, y + d + tall * t], [x - 2, y + 2 * d + tall * t - 1], 0.055 * s);
    p.paint(nick, mix(tone, INK, 0.5));
  });
  p.paint(polygon([[x, y], [x + c, y + d], [x, y + 2 * d], [x - c, y + d]]), mix(tone, INK, 0.2));
  // The face is raised and mirrored, so that it prints the right way round.
  const face = (/** @type {number} */ lift) => lettering(sign, 0.62 * s, 0.12 * s, (u, v) => {
    const a = 0.69 - u / s;
    const b = 0.19 + v / s;
    return [x + c * (a - b), y + d * (a + b) - lift];
  });
  range(5).forEach((k) => p.paint(face(0.02 * s * k), mix(tone, INK, 0.45)));
  p.paint(face(0.1 * s), WHITE);
}

export function draw_type_case() {
  const p = new Picture(UMBER);
  const rnd = random(11);
  const metals = ["#8d999c", "#a9b3b1", "#717f85", "#bcc3bd"];
  p.paint(rect(-60, 60, 1010, 780, 10), mix(UMBER, INK, 0.45));
  p.paint(rect(-60, 44, 1000, 780, 10), WOOD);
  const [ux, uy, ox, oy] = [114, 146, 8, 70];
  CELLS.forEach(([cx, cy, cw, ch]) => {
    const [x, y, w, h] = [ox + cx * ux, oy + cy * uy, cw * ux - 12, ch * uy - 12];
    const lit = cw === 2 && ch === 2 && cx === 3;
    const floor = lit ? RUST : mix(UMBER, INK, 0.25);
    p.paint(rect(x, y, w, h, 4), floor);
    p.paint(rect(x, y, w, 10, 3), mix(floor, INK, 0.4));
    const [across, down] = [Math.floor((w - 10) / 23), Math.floor((h - 18) / 42)];
    const [x0, y0] = [x + Math.round((w - across * 23) / 2), y + 10 + Math.round((h - 10 - down * 42) / 2)];
    range(across * down).forEach((k) => {
      if (rnd() < 0.14) return;
      const sx = x0 + (k % across) * 23 + 1 + Math.floor(rnd() * 3);
      const sy = y0 + Math.floor(k / across) * 42 + 1 + Math.floor(rnd() * 5);
      const metal = metals[Math.floor(rnd() * metals.length)];
      p.paint(rect(sx, sy, 19, 36), metal);
      p.paint(rect(sx + 5, sy + (rnd() < 0.5 ? 5 : 22), 9, 9), mix(metal, INK, 0.45));
    });
  });
  p.paint(disc(1276, 452, 296), GOLD);
  paint_sort(p, 1160, 286, 118, "e", "#9aa5a6");
  paint_sort(p, 1392, 286, 118, "A", "#8d999c");
  paint_sort(p, 1276, 353, 118, "R", "#a9b3b1");
  return p;
}
