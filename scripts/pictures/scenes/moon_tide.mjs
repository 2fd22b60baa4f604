// SPDX-License-Identifier: MIT
// A full Moon over dark rows of waves, for oceans/spring-tides. The Moon's light lies on the water in
// short strokes below it, wider and dimmer towards the viewer; each row of waves is larger and darker
// than the one behind, which is all the depth there is.

import { Picture } from "../canvas.mjs";
import { FOAM, INK, mix, NIGHT, PAPER, SAND, SEA, TEAL } from "../colours.mjs";
import { crested, glints, paint_stars } from "../motifs.mjs";
import { below, disc } from "../shapes.mjs";

export function draw_moon_tide() {
  const p = new Picture(INK);
  const [mx, my] = [1080, 300];
  [640, 480, 340, 230].forEach((r, i) => p.paint(disc(mx, my, r), mix(INK, SEA, 0.16 + 0.17 * i)));
  paint_stars(p, 7, 90, 520, (x, y) => Math.hypot(x - mx, y - my) > 250);
  p.paint(disc(mx, my, 152), PAPER);
  const marks = [[-60, -40, 38], [34, -78, 22], [52, 20, 46], [-30, 70, 28], [-92, 34, 15], [-6, 12, 12]];
  p.paint(marks.map(([x, y, r]) => disc(mx + x, my + y, r)), SAND);
  const tones = [
    mix(SEA, TEAL, 0.7), mix(SEA, TEAL, 0.25), mix(SEA, NIGHT, 0.25), mix(SEA, NIGHT, 0.75), mix(NIGHT, INK, 0.55),
  ];
  tones.forEach((tone, i) => {
    const f = crested(530 + 72 * i + 5 * i * i, 14 + 9 * i, 120 + 62 * i, 0.37 * i + 0.1);
    p.paint(below(f), mix(tone, FOAM, 0.55 - 0.07 * i));
    p.paint(below((x) => f(x) + 4 + 1.5 * i + (3 + i) * Math.sin(x / (70 + 20 * i))), tone);
    const top = 560 + 72 * i + 5 * i * i;
    const light = glints(31 + i, mx, top + 12 * i, top + 50 + 8 * i, 62 + 26 * i, 40 + 26 * i, 4);
    p.paint(light, mix(tone, PAPER, 0.8 - 0.12 * i));
  });
  return p;
}
