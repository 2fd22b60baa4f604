// SPDX-License-Identifier: MIT
// Two rainbows over hills in the rain, for science/rainbow. Radii are in degrees from the point
// opposite the Sun: 42 for the bow, 50 to 53 for the second, whose colours run the other way. The sky is
// darkest between the two and brightest inside, as the caption says.

import { Picture } from "../canvas.mjs";
import { CORAL, FOAM, GOLD, INK, mix, MOSS, NIGHT, PAPER, PLUM, RUST, TEAL, UMBER, WHITE } from "../colours.mjs";
import { random, range } from "../numbers.mjs";
import { below, both, disc, ellipse, polygon, rect, ring, segment } from "../shapes.mjs";

/**
 * A tree that stands on x, y.
 * @param {Picture} p @param {number} x @param {number} y @param {number} s its size in px
 */
function paint_tree(p, x, y, s) {
  const crown = [
    disc(x, y - 0.86 * s, 0.42 * s),
    disc(x - 0.3 * s, y - 0.6 * s, 0.3 * s),
    disc(x + 0.3 * s, y - 0.58 * s, 0.32 * s),
  ];
  p.paint(rect(x - 0.06 * s, y - 0.5 * s, 0.12 * s, 0.5 * s), UMBER);
  p.paint(crown, mix(MOSS, INK, 0.55));
  p.paint([disc(x - 0.1 * s, y - 0.94 * s, 0.24 * s), disc(x - 0.34 * s, y - 0.66 * s, 0.16 * s)], mix(MOSS, INK, 0.3));
}

export function draw_rainbow() {
  const p = new Picture("#7797a3");
  const [cx, cy, unit] = [860, 930, 15.6]; // px for a degree around the point opposite the Sun
  const bow = [RUST, CORAL, GOLD, "#d8cf6a", MOSS, TEAL, "#48618f", PLUM];
  p.paint(disc(cx, cy, 53.5 * unit), "#86a5ae");
  p.paint(disc(cx, cy, 50.4 * unit), "#64858f");
  [RUST, GOLD, MOSS, TEAL, PLUM].forEach((tone, i) =>
    p.paint(ring(cx, cy, (50.7 + i * 0.62) * unit, 0.66 * unit), mix("#7797a3", tone, 0.3)));
  p.paint(disc(cx, cy, 42.2 * unit), PLUM);
  bow.forEach((tone, i) => p.paint(disc(cx, cy, (42.2 - i * 0.5) * unit), mix(tone, WHITE, 0.14)));
  p.paint(disc(cx, cy, 38.2 * unit), "#a9c3c3");
  p.paint(disc(cx, cy, 36.6 * unit), "#9dbabd");
  const rnd = random(3);
  const rain = range(110).map(() => {
    const [x, y, l] = [rnd() * 1700 - 20, rnd() * 640 - 40, 26 + rnd() * 46];
    return segment([x, y], [x - l * 0.22, y + l], 2.4);
  });
  p.paint(rain, FOAM, 0.3);
  const clouds = [
    [250, 96, 150], [390, 70, 190], [560, 60, 150], [120, 60, 130], [1250, 70, 140], [1400, 90, 190], [1530, 60, 150],
  ];
  clouds.forEach(([x, y, r]) => p.paint(ellipse(x, y - 50, r * 1.25, r * 0.62), "#536f7b"));
  const hill = (/** @type {number} */ x, /** @type {number} */ top, /** @type {number} */ width) =>
    Math.exp(-(((x - top) / width) ** 2));
  p.paint(below((x) => 640 - 74 * hill(x, 250, 260) - 110 * hill(x, 1330, 330) + 10 * Math.sin(x / 90)), "#7d9a86");
  p.paint(below((x) => 706 - 52 * hill(x, 700, 380) + 12 * Math.sin(x / 210 + 1)), MOSS);
  const field = below((x) => 782 + 20 * Math.sin(x / 260 + 2.4));
  p.paint(field, mix(MOSS, NIGHT, 0.35));
  range(10).forEach((i) => {
    const x = 80 + i * 180;
    const furrow = polygon([[x, 740], [x + 46, 740], [x - 190 + i * 38, 910], [x - 310 + i * 38, 910]]);
    p.paint(both(furrow, field), mix(MOSS, NIGHT, 0.48));
  });
  paint_tree(p, 1330, 724, 120);
  paint_tree(p, 1420, 732, 90);
  paint_tree(p, 236, 716, 78);
  p.paint(rect(1080, 636, 120, 78), PAPER);
  p.paint(rect(1160, 636, 40, 78), mix(PAPER, NIGHT, 0.22));
  p.paint(polygon([[1064, 640], [1096, 590], [1184, 590], [1216, 640]]), RUST);
  p.paint([rect(1098, 662, 20, 24), rect(1132, 662, 20, 24)], NIGHT);
  return p;
}
