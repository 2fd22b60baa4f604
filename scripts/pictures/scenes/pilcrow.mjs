// SPDX-License-Identifier: MIT
// A paragraph sign on the drawing board, for letters/pilcrow: its guide lines, its circles and the
// points of its outline, between two columns of text. The measures are the sign's own and are used for
// the guide lines too, so that the construction is a true one.

import { Picture } from "../canvas.mjs";
import { CORAL, INK, mix, NIGHT, PAPER, RUST, TEAL, WHITE } from "../colours.mjs";
import { HEIGHT_PX, random, range, WIDTH_PX } from "../numbers.mjs";
import { both, disc, minus, rect, ring, segment } from "../shapes.mjs";

export function draw_pilcrow() {
  const p = new Picture(PAPER);
  const [top, x_line, base, foot] = [120, 300, 640, 780];
  p.paint([top, x_line, base, foot].map((y) => rect(0, y - 1.5, WIDTH_PX, 3)), mix(PAPER, TEAL, 0.5));
  p.paint([560, 796, 876, 976].map((x) => rect(x - 1, 0, 2, HEIGHT_PX)), mix(PAPER, TEAL, 0.28));
  const bowl = 205;
  p.paint(ring(720, top + bowl, bowl + 60, 3), mix(PAPER, TEAL, 0.5));
  p.paint(ring(720, top + bowl, bowl, 3), mix(PAPER, TEAL, 0.5));
  const round = disc(720, top + bowl, bowl);
  p.paint([
    both(round, rect(0, 0, 722, 900)), rect(718, top, 82, 2 * bowl),
    rect(796, top, 80, foot - top), rect(870, top, 110, 56),
  ], CORAL);
  p.paint(rect(976, top, 80, foot - top), CORAL);
  p.paint(rect(876, top + 56, 100, foot - top - 56), PAPER);
  const shade = minus(round, disc(800, top + bowl, Math.hypot(bowl, 80)));
  p.paint(both(both(round, rect(0, 0, 720, 900)), shade), RUST);
  const nodes = [
    [515, top + bowl], [720, top], [720, top + 2 * bowl], [796, top + 2 * bowl],
    [796, foot], [876, foot], [976, foot], [1056, foot], [1056, top],
  ];
  p.paint(nodes.map(([x, y]) => rect(x - 9, y - 9, 18, 18)), INK);
  p.paint(nodes.map(([x, y]) => rect(x - 5, y - 5, 10, 10)), WHITE);
  p.paint([segment([540, top], [900, top], 3), segment([515, 190], [515, 460], 3)], INK);
  p.paint([[540, top], [900, top], [515, 190], [515, 460]].map(([x, y]) => disc(x, y, 8)), INK);
  const rnd = random(77);
  const bars = (/** @type {number} */ x0, /** @type {number} */ x1) => range(8).flatMap((row) => {
    const y = 206 + row * 74;
    const words = [];
    for (let x = x0 + (row === 0 || row === 5 ? 60 : 0); x < x1; ) {
      const end = Math.min(x1, x + 30 + rnd() * 70);
      if (end - x > 24) words.push(rect(x, y, end - x, 16, 8));
      if (row === 4 && end > x0 + 120) break;
      x = end + 14;
    }
    return words;
  });
  p.paint([...bars(110, 400), ...bars(1210, 1490)], mix(PAPER, NIGHT, 0.26));
  return p;
}
