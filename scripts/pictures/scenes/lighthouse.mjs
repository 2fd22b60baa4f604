// SPDX-License-Identifier: MIT
// A lighthouse by night, for oceans/lighthouse. Its two beams go over a sea with a small ship, since
// the article tells what that ship sees: each passing beam is one flash. The last wave is painted over
// the foot of the rock, so that the rock stands in the sea and not before it.

import { Picture } from "../canvas.mjs";
import { CORAL, FOAM, GOLD, INK, mix, NIGHT, PAPER, RUST, SEA, TEAL, WHITE } from "../colours.mjs";
import { crested, glints, paint_stars } from "../motifs.mjs";
import { lerp, range, WIDTH_PX } from "../numbers.mjs";
import { below, both, disc, ellipse, polygon, rect } from "../shapes.mjs";

export function draw_lighthouse() {
  const p = new Picture(NIGHT);
  p.paint(below((x) => 420 + 14 * Math.sin(x / 260)), mix(NIGHT, SEA, 0.35));
  p.paint(below((x) => 560 + 12 * Math.sin(x / 300 + 2)), mix(NIGHT, SEA, 0.7));
  paint_stars(p, 19, 120, 500);
  const [lx, ly] = [1010, 236];
  const glow = "#f7dd96";
  p.paint(polygon([[lx, ly - 10], [-20, -110], [-20, 330], [lx, ly + 14]]), glow, 0.18);
  p.paint(polygon([[lx, ly - 6], [-20, 20], [-20, 230], [lx, ly + 8]]), glow, 0.42);
  p.paint(polygon([[lx, ly - 10], [1620, 150], [1620, 420], [lx, ly + 14]]), glow, 0.18);
  p.paint(polygon([[lx, ly - 6], [1620, 226], [1620, 344], [lx, ly + 8]]), glow, 0.42);
  p.paint(rect(0, 694, WIDTH_PX, 206), mix(SEA, TEAL, 0.35));
  p.paint(polygon([[206, 690], [310, 690], [292, 720], [224, 720]]), INK);
  p.paint([rect(228, 666, 36, 26), rect(272, 646, 4, 46)], INK);
  p.paint(disc(274, 644, 6), CORAL);
  p.paint(rect(236, 673, 9, 9), GOLD);
  const wave = (/** @type {number} */ i) => {
    const tone = [mix(SEA, NIGHT, 0.05), mix(SEA, NIGHT, 0.6), mix(NIGHT, INK, 0.35)][i];
    const f = crested(732 + 54 * i, 12 + 7 * i, 118 + 52 * i, 0.3 + 0.41 * i);
    p.paint(below(f), mix(tone, FOAM, 0.55 - 0.08 * i));
    p.paint(below((x) => f(x) + 6 + 3 * Math.sin(x / (60 + 14 * i))), tone);
    p.paint(glints(50 + i, 330, 764 + 56 * i, 790 + 52 * i, 110 + 40 * i, 150, 3), mix(tone, GOLD, 0.75 - 0.15 * i));
  };
  wave(0);
  wave(1);
  const rock = polygon([
    [560, 900], [640, 868], [712, 838], [742, 806], [790, 762], [850, 738], [930, 728], [1120, 722],
    [1340, 728], [1420, 752], [1470, 790], [1540, 816], [1640, 850], [1640, 900],
  ]);
  const left_face = polygon([
    [842, 752], [930, 738], [1100, 734], [1010, 762], [900, 800], [850, 830], [812, 842], [846, 786],
  ]);
  const right_face = polygon([[1180, 744], [1330, 742], [1400, 764], [1330, 772], [1270, 802], [1240, 770]]);
  p.paint(rock, INK);
  p.paint(left_face, mix(INK, SEA, 0.35));
  p.paint(right_face, mix(INK, SEA, 0.35));
  const half = (/** @type {number} */ y) => lerp(54, 98, (y - 300) / 440);
  const tower = polygon([[lx - half(300), 300], [lx + half(300), 300], [lx + half(730), 730], [lx - half(730), 730]]);
  p.paint(tower, PAPER);
  [372, 518, 664].forEach((y) => p.paint(both(tower, rect(800, y, 420, 73)), CORAL));
  p.paint(both(tower, polygon([[lx + 18, 290], [1160, 290], [1160, 750], [lx + 34, 750]])), INK, 0.22);
  p.paint([[345, 12], [474, 14], [620, 16]].map(([y, r]) => rect(lx - 18 - r / 2, y, r, 2 * r, 5)), INK);
  p.paint(rect(lx - 78, 284, 156, 18, 3), INK);
  p.paint([...range(9).map((k) => rect(lx - 74 + k * 18, 256, 4, 30)), rect(lx - 76, 252, 152, 5)], INK);
  p.paint(rect(lx - 44, 186, 88, 98), glow);
  p.paint(ellipse(lx, ly, 22, 34), WHITE);
  p.paint([...range(4).map((k) => rect(lx - 46 + k * 29.3, 186, 5, 98)), rect(lx - 46, 232, 92, 4)], INK);
  p.paint(polygon([[lx - 58, 188], [lx - 40, 156], [lx, 132], [lx + 40, 156], [lx + 58, 188]]), CORAL);
  p.paint(polygon([[lx + 6, 134], [lx + 40, 156], [lx + 58, 188], [lx + 18, 188]]), RUST);
  p.paint([disc(lx, 126, 9), rect(lx - 2, 92, 4, 30)], INK);
  p.paint(rect(1236, 552, 26, 50), mix(RUST, INK, 0.3));
  p.paint(rect(1140, 640, 190, 92), PAPER);
  p.paint(rect(1270, 640, 60, 92), mix(PAPER, INK, 0.25));
  p.paint(polygon([[1120, 642], [1165, 574], [1305, 574], [1350, 642]]), RUST);
  p.paint([rect(1164, 668, 32, 38), rect(1222, 668, 32, 38)], GOLD);
  p.paint([rect(1178, 668, 4, 38), rect(1236, 668, 4, 38)], INK);
  wave(2);
  return p;
}
