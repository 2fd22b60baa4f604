// SPDX-License-Identifier: MIT
// Two weeks of tides, for oceans/spring-tides: tall swings at new Moon, small ones at the quarter,
// tall ones again at full Moon. The curve is the sum of the Moon's tide and the Sun's and not drawn by
// feel, since the article counts with its numbers.

import { Picture } from "../canvas.mjs";
import { CORAL, GOLD, INK, MIST, mix, PAPER, SEA, TEAL } from "../colours.mjs";
import { label } from "../lettering.mjs";
import { lerp, range, TAU } from "../numbers.mjs";
import { both, disc, polyline, rect, region, segment } from "../shapes.mjs";

/** @typedef {import("../shapes.mjs").Point} Point */

export function draw_tide_curve() {
  const p = new Picture(PAPER);
  const [left, right, middle, unit] = [110, 1490, 500, 178];
  const days = 14.77; // from new moon to full
  const lunar_days = 12.4206 / 24;
  const sun = 0.46; // the Sun's share, for a Moon of 1
  const day = (/** @type {number} */ x) => ((x - left) / (right - left)) * days;
  const level = (/** @type {number} */ x) =>
    middle - unit * (Math.cos((TAU * day(x)) / lunar_days) + sun * Math.cos(TAU * day(x) * 2));
  const swell = (/** @type {number} */ x) => {
    const a = TAU * day(x) * (2 - 1 / lunar_days);
    return unit * Math.sqrt(1 + sun * sun + 2 * sun * Math.cos(a));
  };
  const steps = range(2 * (right - left) + 1).map((i) => left + i / 2);
  const table = steps.map(level);
  const wet = (/** @type {number} */ x, /** @type {number} */ y) => y > table[Math.round(2 * (x - left))];
  p.paint(region((x, y) => wet(x, y) || y > 790, [left, 200, right, 800]), MIST);
  p.paint(region((x, y) => y > middle && wet(x, y), [left, 200, right, 800]), mix(MIST, TEAL, 0.45));
  p.paint(polyline(steps.map((x, i) => [x, table[i]]), 4.5), SEA);
  for (const side of [-1, 1]) {
    const edge = steps.filter((_, i) => i % 10 === 0)
      .map((x) => /** @type {Point} */ ([x, middle + side * (swell(x) + 14)]));
    p.paint(edge.slice(1).flatMap((e, i) => (i % 4 < 2 ? [segment(edge[i], e, 4)] : [])), CORAL);
  }
  p.paint(rect(left, 798, right - left, 4), INK);
  range(15).forEach((d) => {
    const x = left + (d / days) * (right - left);
    p.paint(rect(x - 2, 798, 4, d % 2 ? 10 : 18), INK);
    if (d % 2 === 0) p.paint(label(String(d), x, 828, 26, 4), INK);
  });
  [0, 0.5, 1].forEach((t) => {
    const [x, y, r] = [lerp(left + 46, right - 46, t), 112, 46];
    p.paint(disc(x, y, r), INK);
    const lit = disc(x, y, r - 5);
    if (t === 0.5) p.paint(both(lit, rect(x, y - r, r, 2 * r)), GOLD);
    if (t === 1) p.paint(lit, GOLD);
  });
  return p;
}
