// SPDX-License-Identifier: MIT
// Hours of daylight through 2028 at five northern latitudes, for science/day-book. It is a chart of the
// numbers that the text prints, and is computed by the same lines.

import { Picture } from "../canvas.mjs";
import { CORAL, GOLD, INK, mix, NIGHT, PAPER, RUST, SAND, SEA, TEAL } from "../colours.mjs";
import { label } from "../lettering.mjs";
import { range } from "../numbers.mjs";
import { polyline, rect, segment } from "../shapes.mjs";
import { hours_above, julian, sun_at } from "../sun.mjs";

/** @typedef {import("../shapes.mjs").Point} Point */

const NOON = julian(Date.UTC(2028, 0, 1, 12));
const [LEFT, RIGHT, TOP, BOTTOM] = [150, 1430, 60, 780];
const LATITUDES = /** @type {[number, string][]} */ ([
  [0, GOLD], [30, CORAL], [45, RUST], [60, SEA], [70, NIGHT],
]);

export function draw_day_lengths() {
  const p = new Picture(PAPER);
  const x_of = (/** @type {number} */ day) => LEFT + ((RIGHT - LEFT) * day) / 365;
  const y_of = (/** @type {number} */ hours) => BOTTOM - ((BOTTOM - TOP) * hours) / 24;
  const starts = range(13).map((month) => x_of((Date.UTC(2028, month, 1) - Date.UTC(2028, 0, 1)) / 86400000));
  const odd = range(6).map((i) => rect(starts[2 * i], TOP, starts[2 * i + 1] - starts[2 * i], BOTTOM - TOP));
  p.paint(odd, mix(PAPER, SAND, 0.35));
  range(5).forEach((i) => {
    p.paint(rect(LEFT, y_of(6 * i) - 1.5, RIGHT - LEFT, 3), mix(PAPER, i === 2 ? TEAL : SAND, i === 2 ? 0.6 : 1));
    p.paint(label(String(6 * i), 96, y_of(6 * i) - 15, 30, 4.6), INK);
  });
  const days = range(366);
  LATITUDES.forEach(([latitude, tone]) => {
    const hours = days.map((day) => hours_above(latitude, sun_at(NOON + day).declination));
    p.paint(polyline(days.map((day) => /** @type {Point} */ ([x_of(day), y_of(hours[day])])), 7), tone);
    const end = y_of(hours[365]);
    p.paint(segment([RIGHT + 6, end], [RIGHT + 24, end], 4), tone);
    p.paint(label(`${latitude}°`, RIGHT + 84, end - 14, 28, 4.6), tone);
  });
  p.paint(rect(LEFT, BOTTOM, RIGHT - LEFT, 4), INK);
  range(12).forEach((month) => {
    p.paint(rect(starts[month] - 2, BOTTOM, 4, 16), INK);
    p.paint(label(String(month + 1), (starts[month] + starts[month + 1]) / 2, BOTTOM + 36, 32, 4.8), INK);
  });
  return p;
}
