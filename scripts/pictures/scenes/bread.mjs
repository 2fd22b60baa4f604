// SPDX-License-Identifier: MIT
// A sliced loaf and two ears of wheat, for science/bread. The crumb is a foam, so its holes are many,
// small and apart, with a few large ones; they are thrown by chance and kept where they fit.

import { Picture } from "../canvas.mjs";
import { GOLD, mix, PAPER, UMBER, WOOD } from "../colours.mjs";
import { through } from "../curves.mjs";
import { random, range, WIDTH_PX } from "../numbers.mjs";
import { both, disc, ellipse, inset, minus, polygon, polyline, rect, segment } from "../shapes.mjs";

/** @typedef {import("../shapes.mjs").Point} Point */

/** The right half of a tin loaf's outline, from the table up, in halves of its foot. @type {Point[]} */
const LOAF = [
  [0.9, 0], [0.98, 0.03], [1.01, 0.12], [1.04, 0.55], [1.05, 0.96], [1.13, 1.1], [1.24, 1.28], [1.25, 1.5],
  [1.1, 1.66], [0.82, 1.77], [0.42, 1.85], [0, 1.87],
];

/** The whole outline. @param {number} x its middle @param {number} s px for one unit of LOAF @returns {Point[]} */
function outline(x, s) {
  const left = LOAF.slice(0, -1).reverse().map(([u, v]) => /** @type {Point} */ ([-u, v]));
  return through([...LOAF, ...left]).map(([u, v]) => [x + u * s, 742 - v * s]);
}

export function draw_bread() {
  const p = new Picture("#edc478");
  p.paint(disc(800, 470, 520), "#f3d596");
  p.paint(rect(0, 720, WIDTH_PX, 180), WOOD);
  p.paint(rect(0, 720, WIDTH_PX, 12), mix(WOOD, PAPER, 0.25));
  const grain = [[60, 776, 420], [620, 800, 300], [1080, 770, 360], [240, 850, 500], [980, 860, 480]];
  p.paint(grain.map(([x, y, w]) => segment([x, y], [x + w, y], 5)), mix(WOOD, UMBER, 0.45));
  p.paint(ellipse(800, 744, 570, 26), mix(WOOD, UMBER, 0.7));
  range(16).forEach((i) => p.paint(polygon(outline(1010 - i * 24, 262 + i * 0.6)), i % 2 ? "#a5652f" : "#8f552a"));
  const crust = polygon(outline(570, 278));
  p.paint(polygon(outline(600, 276)), "#7d4a27");
  p.paint(crust, "#b57136");
  const crumb = inset(crust, 22);
  p.paint(crumb, "#f4e2b8");
  // The shade along the left and lower edge is what a smaller crumb, moved up and right, leaves.
  const lit = inset({ ...crust, d: (x, y) => crust.d(x - 10, y + 12) }, 30);
  p.paint(minus(crumb, lit), "#e9cf98");
  const rnd = random(8);
  /** @type {[number, number, number][]} */
  const holes = [];
  for (let tries = 0; tries < 4000 && holes.length < 120; tries++) {
    const r = 4 + 25 * rnd() ** 2.6;
    const x = 230 + rnd() * 680;
    const y = 250 + rnd() * 480;
    if (crust.d(x, y) > -34 - r) continue;
    if (holes.every(([a, b, c]) => Math.hypot(a - x, b - y) > r + c + 7)) holes.push([x, y, r]);
  }
  holes.forEach(([x, y, r]) => {
    const turn = (rnd() - 0.5) * 1.2;
    const flat = 0.62 + 0.25 * rnd();
    const hole = ellipse(x, y, r * 1.15, r * flat, turn);
    p.paint(hole, "#d9b573");
    if (r > 8) p.paint(both(hole, ellipse(x + r * 0.12, y + r * 0.24, r * 1.05, r * flat, turn)), "#e8cc93");
  });
  [[1376, 748, -0.34], [1425, 752, -0.2]].forEach(([x, y, lean], k) => {
    /** A point of the stalk. @param {number} t 0 at its foot, 1 at the tip @returns {Point} */
    const up = (t) => [x + Math.sin(lean + 0.35 * t) * t * 560 + 40, y - Math.cos(lean) * t * 520];
    p.paint(polyline(range(21).map((i) => up(i / 20)), 6), mix(WOOD, GOLD, 0.3 + 0.2 * k));
    range(8).forEach((i) => {
      const [ax, ay] = up(0.6 + i * 0.052);
      [-1, 1].forEach((side) => {
        const turn = side * 0.95 - Math.PI / 2 + lean + 0.35;
        p.paint(ellipse(ax + side * 17, ay - 12, 23, 9.5, turn), i % 2 ? "#c98a33" : "#b87a2c");
      });
    });
    const [tx, ty] = up(1.02);
    p.paint(ellipse(tx, ty - 8, 22, 9, -Math.PI / 2 + lean + 0.5), "#c98a33");
  });
  range(16).forEach(() => p.paint(disc(300 + rnd() * 1000, 756 + rnd() * 40, 2 + rnd() * 4), "#e8cc93"));
  return p;
}
