// SPDX-License-Identifier: MIT
// The number 21 between two arrows, for languages/einundzwanzig: the upper one goes the way it is
// written, the lower one the way it is said in German.

import { Picture } from "../canvas.mjs";
import { CORAL, INK, mix, NIGHT, PAPER, SAND, SEA } from "../colours.mjs";
import { arc } from "../curves.mjs";
import { lettering } from "../lettering.mjs";
import { range } from "../numbers.mjs";
import { disc, polygon, polyline, rect } from "../shapes.mjs";

export function draw_one_and_twenty() {
  const p = new Picture(PAPER);
  // Ruled like a page of a sum book.
  p.paint(range(23).map((i) => rect(i * 72 + 6, 0, 2, 900)), mix(PAPER, SAND, 0.8));
  p.paint(range(13).map((i) => rect(0, i * 72 + 16, 1600, 2)), mix(PAPER, SAND, 0.8));
  const [size, top] = [380, 260];
  const at = (/** @type {number} */ left) => (/** @type {number} */ u, /** @type {number} */ v) =>
    /** @type {[number, number]} */ ([left + u, top + v]);
  const shade = (/** @type {number} */ left) => (/** @type {number} */ u, /** @type {number} */ v) =>
    /** @type {[number, number]} */ ([left + u + 14, top + v + 14]);
  p.paint([...lettering("2", size, 62, shade(520)), ...lettering("1", size, 62, shade(900))], mix(PAPER, SAND, 1));
  p.paint(lettering("2", size, 62, at(520)), NIGHT);
  p.paint(lettering("1", size, 62, at(900)), NIGHT);
  const arrow = (/** @type {number} */ y, /** @type {1 | -1} */ way, /** @type {string} */ tone) => {
    const curve = way > 0 ? arc(805, y, 250, 190, 342, 130) : arc(805, y, 250, 10, 162, 130);
    const [x, tip] = curve[curve.length - 1];
    p.paint(polyline(curve, 16), tone);
    const head = polygon([[x + way * 34, tip + way * 30], [x - way * 36, tip + way * 8], [x + way * 22, tip - way * 46]]);
    p.paint(head, tone);
    p.paint(disc(curve[0][0], curve[0][1], 19), tone);
  };
  arrow(206, 1, SEA);
  arrow(694, -1, CORAL);
  p.paint(rect(0, 884, 1600, 16), INK);
  return p;
}
