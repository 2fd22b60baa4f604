// SPDX-License-Identifier: MIT
// Four wires of an abacus, for languages/shunya: two beads, none, two and six. The second wire is the
// one that the article is about, so the light falls there.

import { Picture } from "../canvas.mjs";
import { CORAL, FOAM, GOLD, INK, mix, PAPER, RUST, SAND, SEA, TEAL, UMBER, WOOD } from "../colours.mjs";
import { label } from "../lettering.mjs";
import { range, WIDTH_PX } from "../numbers.mjs";
import { both, ellipse, rect } from "../shapes.mjs";

const DIGITS = [2, 0, 2, 6];

export function draw_empty_wire() {
  const p = new Picture(SEA);
  p.paint(rect(0, 742, WIDTH_PX, 158), mix(SEA, INK, 0.45));
  p.paint(rect(0, 742, WIDTH_PX, 6), mix(SEA, TEAL, 0.5));
  const [left, right, top, bottom] = [330, 1270, 70, 690];
  p.paint(rect(left - 40, top - 20, right - left + 110, bottom - top + 90, 18), INK, 0.35);
  p.paint(rect(left - 60, top - 30, right - left + 120, bottom - top + 96, 18), WOOD);
  p.paint(rect(left, top + 30, right - left, bottom - top - 60, 6), UMBER);
  p.paint(rect(left - 60, bottom + 48, right - left + 120, 18, 9), mix(WOOD, INK, 0.35));
  const x_of = (/** @type {number} */ i) => left + (right - left) * ((i + 0.5) / 4);
  p.paint(rect(x_of(1) - 104, top + 30, 208, bottom - top - 60), mix(UMBER, GOLD, 0.3));
  const wires = DIGITS.map((_, i) => rect(x_of(i) - 4, top + 20, 8, bottom - top - 40));
  p.paint(wires, SAND);
  p.paint(wires.map((wire, i) => both(wire, rect(x_of(i) + 1, 0, 8, 900))), mix(SAND, INK, 0.35));
  DIGITS.forEach((count, i) => range(count).forEach((k) => {
    const [x, y, rx, ry] = [x_of(i), bottom - 66 - 78 * k, 88, 37];
    const bead = ellipse(x, y, rx, ry);
    p.paint(bead, i === 3 ? GOLD : CORAL);
    p.paint(both(bead, rect(x - rx, y + 8, 2 * rx, ry)), i === 3 ? mix(GOLD, RUST, 0.4) : RUST);
    p.paint(ellipse(x - 26, y - 16, 30, 7), FOAM, 0.6);
  }));
  DIGITS.forEach((digit, i) => p.paint(label(String(digit), x_of(i), 782, 76, 11), i === 1 ? GOLD : PAPER));
  return p;
}
