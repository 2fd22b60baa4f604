// SPDX-License-Identifier: MIT
// The A series of paper sizes, for letters/a-series: on the left a sheet cut in half eight times, on
// the right the sizes laid into one corner, where they share a diagonal. Every measure follows from
// one height and the square root of two.

import { Picture } from "../canvas.mjs";
import { along, CORAL, GOLD, INK, MIST, mix, NIGHT, PLUM, RUST, SAND, SEA, TEAL, WHITE, WOOD } from "../colours.mjs";
import { label } from "../lettering.mjs";
import { range } from "../numbers.mjs";
import { disc, rect, segment } from "../shapes.mjs";

export function draw_a_series() {
  const p = new Picture(SAND);
  const tones = ["", INK, NIGHT, SEA, TEAL, mix(TEAL, MIST, 0.6), GOLD, CORAL, RUST, PLUM];
  const high = 580;
  let [x, y, w, h] = [110, 160, high * Math.SQRT2, high];
  p.paint(rect(x + 14, y + 16, w, h), mix(SAND, WOOD, 0.35));
  p.paint(rect(x, y, w, h), PLUM);
  for (let n = 1; n <= 8; n++) {
    const wide = w > h;
    if (wide) w /= 2;
    else h /= 2;
    p.paint(rect(x, y, w, h), tones[n]);
    if (n < 8) {
      const size = Math.min(w, h) * 0.26;
      p.paint(label(`A${n}`, x + w / 2, y + h / 2 - size / 2, size, Math.max(3, size * 0.13)), n === 5 ? INK : WHITE);
      const cut = wide ? rect(x + w - 1, y, 2, h) : rect(x, y + h - 1, w, 2);
      p.paint(cut, SAND);
    }
    if (wide) x += w;
    else y += h;
  }
  p.paint(rect(x, y, w, h), tones[9]);
  const [left, bottom] = [1080, 160 + high];
  p.paint(rect(left + 14, bottom - high + 16, high / Math.SQRT2, high), mix(SAND, WOOD, 0.35));
  range(6).forEach((i) => {
    const tall = high / Math.SQRT2 ** i;
    p.paint(rect(left, bottom - tall, tall / Math.SQRT2, tall), along([WHITE, MIST, TEAL, NIGHT], i / 5));
  });
  p.paint(segment([left, bottom], [left + high / Math.SQRT2, bottom - high], 4), CORAL);
  p.paint(range(6).map((i) => disc(left + high / Math.SQRT2 ** (i + 1), bottom - high / Math.SQRT2 ** i, 9)), CORAL);
  return p;
}
