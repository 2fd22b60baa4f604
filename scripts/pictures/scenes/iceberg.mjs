// SPDX-License-Identifier: MIT
// An iceberg seen above and below the water, for science/ice: a small white peak, a large body, and a
// boat for the scale. It is a list of facets, lighter where they face up.

import { Picture } from "../canvas.mjs";
import { along, FOAM, INK, MIST, NIGHT, PAPER, RUST, SEA, WHITE } from "../colours.mjs";
import { random, range } from "../numbers.mjs";
import { below, disc, polygon, polyline, rect, segment } from "../shapes.mjs";

/** @typedef {import("../shapes.mjs").Point} Point */

export function draw_iceberg() {
  const p = new Picture("#d6e4dc");
  p.paint(disc(1240, 190, 300), "#e3eadb");
  p.paint(disc(1240, 190, 86), "#f6dca3");
  const clouds = [[120, 120, 230], [210, 148, 150], [1330, 92, 200], [700, 70, 170]];
  clouds.forEach(([x, y, w]) => p.paint(segment([x, y], [x + w, y], 18), WHITE));
  const line = 292;
  range(6).forEach((i) => {
    const depth = below((x) => line + i * 112 + (i ? 12 * Math.sin(x / 190 + i * 2) : 0));
    p.paint(depth, along(["#4f97a4", SEA, NIGHT, INK], i / 5.4));
  });
  p.paint(polygon([[0, line], [0, 268], [120, 250], [230, 262], [340, 246], [480, line]]), "#b9d0cb");
  /** @type {[Point[], string][]} */
  const facets = [
    [[[590, 292], [676, 214], [716, 236], [726, 292]], "#f2f5ea"],
    [[[676, 214], [742, 148], [768, 206], [716, 236]], WHITE],
    [[[716, 236], [768, 206], [800, 292], [726, 292]], "#cfe2dc"],
    [[[742, 148], [790, 122], [846, 196], [768, 206]], "#e6efe6"],
    [[[768, 206], [846, 196], [866, 292], [800, 292]], "#b9d5d1"],
    [[[846, 196], [904, 226], [980, 292], [866, 292]], "#a5c7c6"],
    [[[590, 292], [726, 292], [690, 420], [520, 396]], "#a9d2d0"],
    [[[726, 292], [866, 292], [838, 450], [690, 420]], "#8fc1c3"],
    [[[866, 292], [980, 292], [1050, 402], [838, 450]], "#74acb3"],
    [[[520, 396], [690, 420], [640, 566], [500, 520]], "#86bcbf"],
    [[[690, 420], [838, 450], [806, 610], [640, 566]], "#70a9b1"],
    [[[838, 450], [1050, 402], [1064, 540], [806, 610]], "#5b96a2"],
    [[[500, 520], [640, 566], [664, 700], [570, 650]], "#639ea9"],
    [[[640, 566], [806, 610], [770, 770], [664, 700]], "#528e9b"],
    [[[806, 610], [1064, 540], [980, 680], [770, 770]], "#43808f"],
    [[[664, 700], [770, 770], [760, 826]], "#3d7888"],
    [[[770, 770], [980, 680], [880, 778], [760, 826]], "#366c7e"],
  ];
  facets.forEach(([points, tone]) => p.paint([polygon(points), ...polyline([...points, points[0]], 1.6)], tone));
  p.paint([rect(0, line - 2, 592, 4), rect(978, line - 2, 630, 4)], FOAM);
  const foam = [[480, 302, 96], [996, 302, 84], [400, 316, 100], [1060, 316, 120], [1300, 308, 100], [160, 310, 120]];
  p.paint(foam.map(([x, y, w]) => segment([x, y], [x + w, y], 4)), FOAM, 0.7);
  p.paint(polygon([[1236, 270], [1352, 270], [1334, 298], [1252, 298]]), RUST);
  p.paint(rect(1236, 268, 116, 6), PAPER);
  p.paint([rect(1258, 240, 42, 28), rect(1272, 222, 18, 20)], PAPER);
  p.paint(range(3).map((k) => rect(1263 + k * 12, 247, 7, 8)), NIGHT);
  p.paint(rect(1326, 214, 4, 56), INK);
  const rnd = random(12);
  p.paint(range(46).map(() => {
    const [x, y] = [rnd() * 1600, 380 + rnd() * 500];
    return x > 450 && x < 1110 ? disc(-50, -50, 1) : disc(x, y, 2 + rnd() * 4);
  }), MIST, 0.35);
  return p;
}
