// SPDX-License-Identifier: MIT
// Where the Sun stands at the same minute of a clock every fifth day of 2028, for science/day-book: the
// figure of eight that its declination and the equation of time draw. It is three times as wide as in
// the sky, since the true one is too slim for a picture.

import { Picture } from "../canvas.mjs";
import { along, CORAL, FOAM, GOLD, INK, MIST, mix, MOSS, NIGHT, PAPER, SEA, TEAL, UMBER, WHITE } from "../colours.mjs";
import { range, WIDTH_PX } from "../numbers.mjs";
import { below, disc, polygon, polyline, rect, segment } from "../shapes.mjs";
import { julian, sun_at } from "../sun.mjs";

const PER_DEGREE = 13.2; // px
const WIDER = 3;
const NOON = julian(Date.UTC(2028, 0, 1, 12));

/** South is ahead, so a Sun that is early stands right. @param {number} day @returns {[number, number]} */
function place(day) {
  const { declination, equation } = sun_at(NOON + day);
  return [960 + WIDER * PER_DEGREE * (equation / 4), 352 - PER_DEGREE * declination];
}

export function draw_analemma() {
  const p = new Picture(mix(MIST, FOAM, 0.3));
  range(5).forEach((i) => {
    const sky = along(["#bcd8d0", "#d9e4d2", "#f0e3c2", "#f3d6a6", "#efc48e"], i / 4);
    p.paint(below((x) => 40 + 150 * i + 22 * Math.sin(x / 370 + i)), sky);
  });
  p.paint(rect(959, 20, 2, 700), mix(PAPER, TEAL, 0.5));
  p.paint(segment([650, 352], [1270, 352], 2), mix(PAPER, TEAL, 0.5));
  p.paint(polyline(range(74).map((i) => place(5 * i)), 3), mix(GOLD, UMBER, 0.35), 0.7);
  const all = range(73).map((i) => place(5 * i));
  p.paint(all.map(([x, y]) => disc(x, y, 20)), GOLD, 0.35);
  p.paint(all.map(([x, y]) => disc(x, y, 13)), CORAL);
  p.paint(all.map(([x, y]) => disc(x, y, 9.5)), GOLD);
  p.paint(all.map(([x, y]) => disc(x - 2.5, y - 2.5, 3.5)), WHITE);
  p.paint(below((x) => 716 + 34 * Math.sin(x / 250 + 1.2)), mix(MOSS, MIST, 0.35));
  p.paint(below((x) => 768 + 26 * Math.sin(x / 210 + 3.4)), mix(MOSS, SEA, 0.3));
  p.paint(below((x) => 836 + 18 * Math.sin(x / 330 + 0.4)), mix(SEA, NIGHT, 0.55));
  // A post and its shadow, for the clock.
  p.paint(polygon([[300, 858], [318, 858], [238, 900], [150, 900]]), INK, 0.5);
  p.paint([rect(298, 520, 22, 340, 6), disc(309, 512, 24)], UMBER);
  p.paint(rect(312, 520, 8, 340, 4), mix(UMBER, GOLD, 0.45));
  p.paint(rect(0, 892, WIDTH_PX, 8), INK);
  return p;
}
