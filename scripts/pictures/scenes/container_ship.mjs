// SPDX-License-Identifier: MIT
// A loaded container ship before a low Sun, for oceans/container-ship. The boxes are what the article
// is about, so each is painted by itself, with ribs and a lit upper edge; sky and sea stay plain.

import { Picture } from "../canvas.mjs";
import { CORAL, GOLD, INK, MIST, mix, NIGHT, PAPER, PLUM, RUST, SAND, SEA, TEAL, WHITE } from "../colours.mjs";
import { glints } from "../motifs.mjs";
import { random, range, WIDTH_PX } from "../numbers.mjs";
import { below, disc, polygon, rect, segment } from "../shapes.mjs";

export function draw_container_ship() {
  const horizon = 622;
  const sky = [PLUM, "#7d4a67", "#b35f62", "#dd855d", "#efae69", "#f6cd8c"];
  const p = new Picture(sky[0]);
  sky.slice(1).forEach((tone, i) =>
    p.paint(below((x) => 150 + 100 * i - 3 * i * i + 10 * Math.sin(x / 230 + i * 1.9)), tone));
  p.paint(disc(1125, 500, 205), "#f9dfa6");
  p.paint(disc(1125, 500, 168), WHITE);
  const clouds = [[250, 210, 300], [330, 236, 190], [1330, 150, 210], [1270, 176, 130], [860, 300, 150]];
  clouds.forEach(([x, y, w]) => p.paint(segment([x, y], [x + w, y], 16), "#e79a6c", 0.55));
  p.paint(rect(0, horizon, WIDTH_PX, 300), mix(PLUM, INK, 0.45));
  p.paint(rect(0, horizon, WIDTH_PX, 26), mix(PLUM, CORAL, 0.45));
  p.paint(glints(5, 1125, horizon + 8, 880, 210, 90, 22), "#f3bf78");
  const rnd = random(42);
  const paints = [RUST, CORAL, GOLD, TEAL, SEA, NIGHT, MIST, "#7f8f94", RUST, SEA];
  const [w, h, deck] = [80, 27, 536];
  const bays = [4, 6, 6, 6, 7, 6, 7, 6, 5, 3];
  bays.forEach((tall, bay) => {
    const x = 205 + bay * (w + 6) + (bay > 0 ? 108 : 0);
    range(tall).forEach((row) => {
      const y = deck - (row + 1) * (h + 2);
      const paint = paints[Math.floor(rnd() * paints.length)];
      p.paint(rect(x, y, w, h), paint);
      p.paint(range(9).map((k) => rect(x + 5 + k * 8, y + 5, 3, h - 9)), mix(paint, INK, 0.22));
      p.paint(rect(x, y, w, 3), mix(paint, WHITE, 0.3));
    });
  });
  p.paint(rect(305, 296, 82, 245), PAPER);
  p.paint(rect(305, 296, 15, 245), SAND);
  p.paint(rect(286, 312, 120, 26, 4), WHITE);
  p.paint(range(8).map((k) => rect(293 + k * 14, 318, 9, 12, 1)), NIGHT);
  const windows = range(5).flatMap((r) => range(4).map((c) => rect(327 + c * 15, 362 + r * 32, 8, 11, 1)));
  p.paint(windows, mix(PAPER, NIGHT, 0.6));
  p.paint([rect(341, 246, 5, 54), rect(326, 262, 35, 4), rect(318, 284, 52, 14)], mix(PAPER, NIGHT, 0.35));
  p.paint(polygon([[168, 536], [1178, 536], [1204, 508], [1290, 496], [1236, 664], [210, 664], [176, 610]]), INK);
  p.paint(polygon([[180, 618], [1251, 618], [1236, 664], [206, 664]]), RUST);
  p.paint(rect(178, 612, 1076, 6), PAPER);
  p.paint([rect(1252, 470, 5, 34), rect(1238, 482, 30, 4)], INK);
  p.paint(below((x) => 652 + 5 * Math.abs(Math.sin(x / 44)) + 3 * Math.sin(x / 130)), mix(PLUM, INK, 0.62));
  p.paint(below((x) => 730 + 9 * Math.abs(Math.sin(x / 70 + 1)) + 5 * Math.sin(x / 210)), mix(PLUM, INK, 0.78));
  p.paint(below((x) => 822 + 12 * Math.abs(Math.sin(x / 105 + 2))), INK);
  p.paint(glints(6, 1125, 674, 724, 100, 130, 6), "#e8a56b");
  p.paint(glints(8, 1125, 756, 812, 120, 90, 5), "#c77f62");
  p.paint(glints(9, 1125, 850, 884, 90, 50, 3), "#96586a");
  const wake = [segment([1262, 656], [1330, 652], 5), segment([1270, 666], [1380, 664], 5)];
  p.paint([...wake, segment([90, 656], [196, 660], 5)], "#e8b48a");
  return p;
}
