// SPDX-License-Identifier: MIT
// The way of a ray through a drop, for science/rainbow: in near the top, back from the rear, out as a
// fan of colours, at 42 degrees to the way it came. The rays are traced by the law of refraction; only
// the spread of the colours is exaggerated, or it could not be seen.

import { Picture } from "../canvas.mjs";
import { CORAL, GOLD, INK, MIST, mix, MOSS, NIGHT, PAPER, PLUM, RUST, SEA, TEAL, WHITE } from "../colours.mjs";
import { arc } from "../curves.mjs";
import { label } from "../lettering.mjs";
import { lerp, range, TAU } from "../numbers.mjs";
import { both, disc, minus, polygon, polyline, ring, segment } from "../shapes.mjs";

/** @typedef {import("../shapes.mjs").Point} Point */

/** A dashed line, clear of both ends. @param {Point} a @param {Point} b */
function dashes(a, b) {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  /** @param {number} t px from a @returns {Point} */
  const at = (t) => [lerp(a[0], b[0], t / length), lerp(a[1], b[1], t / length)];
  return range(Math.floor((length - 28) / 26) + 1).map((i) => segment(at(14 + 26 * i), at(26 + 26 * i), 4));
}

export function draw_raindrop() {
  const p = new Picture(PAPER);
  const [cx, cy, r] = [800, 352, 262];
  p.paint(disc(cx, cy, r), mix(MIST, WHITE, 0.35));
  p.paint(minus(disc(cx, cy, r), disc(cx - 16, cy - 18, r - 6)), mix(MIST, TEAL, 0.3));
  p.paint(ring(cx, cy, r, 6), SEA);
  // The ray that meets the drop at 59.5 degrees comes back at the greatest angle: the bow.
  const entry = Math.asin(0.8619);
  /** A point of the drop's edge. @param {number} a radians @returns {Point} */
  const at = (a) => [cx + r * Math.cos(a), cy + r * Math.sin(a)];
  /** @param {number} n the refractive index @returns {Point[]} in, back of the drop, out, far away */
  const trace = (n) => {
    const bend = Math.asin(Math.sin(entry) / n);
    const start = Math.PI + entry;
    const turn = Math.PI - 2 * bend;
    const [x, y] = at(start + 2 * turn);
    const way = start + 2 * turn + entry; // leaves as it came: the same angle to the surface
    return [at(start), at(start + turn), [x, y], [x + 320 * Math.cos(way), y + 320 * Math.sin(way)]];
  };
  // Water has 1.331 for red and 1.343 for violet; drawn four times wider apart.
  const tones = [RUST, CORAL, GOLD, MOSS, TEAL, "#48618f", PLUM];
  const rays = range(8).map((i) => trace(lerp(1.314, 1.362, i / 7)));
  [0, 1, 2].forEach((leg) => tones.forEach((tone, i) => {
    const [a, b] = [rays[i], rays[i + 1]];
    p.paint([polygon([a[leg], a[leg + 1], b[leg + 1], b[leg]]), segment(a[leg], a[leg + 1], 3.5)], tone);
  }));
  const [enter, , leave, eye] = trace(1.337);
  p.paint(disc(0, enter[1], 120), mix(PAPER, GOLD, 0.5));
  p.paint(disc(0, enter[1], 84), GOLD);
  p.paint(segment([84, enter[1]], enter, 11), GOLD);
  p.paint(polygon([[360, enter[1] - 24], [412, enter[1]], [360, enter[1] + 24]]), GOLD);
  // The angle between the way back to the Sun and the way to the eye.
  const slope = Math.atan2(eye[1] - leave[1], eye[0] - leave[0]);
  const cross_x = leave[0] + (enter[1] - leave[1]) / Math.tan(slope);
  p.paint([...dashes(enter, [cross_x, enter[1]]), ...dashes(leave, [cross_x, enter[1]])], NIGHT);
  const turned = (slope * 360) / TAU;
  p.paint(polyline(arc(cross_x, enter[1], 150, turned < 0 ? turned + 360 : turned, 180), 5), CORAL);
  p.paint(label("42°", cross_x - 226, enter[1] + 42, 46, 7), CORAL);
  const [ex, ey] = [leave[0] + 312 * Math.cos(slope) - 10, leave[1] + 312 * Math.sin(slope)];
  p.paint(both(disc(ex - 30, ey - 62, 124), disc(ex - 30, ey + 62, 124)), INK);
  p.paint(both(disc(ex - 30, ey - 62, 115), disc(ex - 30, ey + 62, 115)), WHITE);
  p.paint(disc(ex - 12, ey, 38), TEAL);
  p.paint(disc(ex - 6, ey, 20), INK);
  p.paint(disc(ex + 2, ey - 9, 6), WHITE);
  return p;
}
