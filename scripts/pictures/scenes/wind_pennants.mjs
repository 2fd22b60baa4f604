// SPDX-License-Identifier: MIT
// Thirteen pennants over a rising sea, for oceans/beaufort: one for each force of the Beaufort scale,
// hanging in a calm, level in a gale. Cloth, streaks and waves all follow from the force, from left
// to right.

import { Picture } from "../canvas.mjs";
import { along, CORAL, GOLD, INK, MIST, mix, MOSS, NIGHT, PAPER, PLUM, RUST, SEA, TEAL } from "../colours.mjs";
import { label } from "../lettering.mjs";
import { clamp, lerp, random, range, WIDTH_PX } from "../numbers.mjs";
import { below, disc, polygon, rect, segment } from "../shapes.mjs";

/** @typedef {import("../shapes.mjs").Point} Point */

export function draw_wind_pennants() {
  const p = new Picture("#efe4cd");
  const tones = [TEAL, SEA, MOSS, GOLD, CORAL, RUST, PLUM];
  const rise = (/** @type {number} */ x) => clamp((x - 40) / 1480, 0, 1) ** 1.5;
  const rnd = random(64);
  const streaks = range(150).map(() => {
    const [x, y] = [rnd() * 1700, 60 + rnd() * 500];
    return rnd() < rise(x) ? segment([x - 30 - 130 * rise(x), y], [x, y], 4) : disc(-9, -9, 1);
  });
  p.paint(streaks, "#dccdae");
  const swell = (/** @type {number} */ i) => {
    const tone = along([MIST, TEAL, SEA, NIGHT], i / 3);
    const shape = (/** @type {number} */ x) => Math.sin(x / (64 + 16 * i) + i * 1.9) ** 2;
    p.paint(below((x) => 630 + i * 50 + 16 * rise(x) - (4 + 92 * rise(x)) * shape(x)), tone);
  };
  swell(0);
  swell(1);
  range(13).forEach((force) => {
    const x = 92 + force * 112;
    const [top, high, long] = [196 - 4 * force, 88, 92 + force];
    // A calm lets the cloth hang; from a near gale on the wind holds it level.
    const hang = 1.42 * (1 - clamp(force / 7, 0, 1)) ** 0.75;
    const strength = force / 12;
    /** One edge from the pole to the tip; the lower one starts at 1. @param {number} from @returns {Point[]} */
    const edge = (from) => range(25).map((k) => {
      const t = k / 24;
      const sag = hang > 0.9 ? 15 * Math.sin(Math.PI * t) * (1 - from) : 0;
      const held = Math.sin(Math.PI * Math.min(1, t * 1.2) * 0.6); // the pole keeps its end still
      const wave = (5 + 6 * strength) * Math.sin(t * (4 + 4 * strength) - force * 0.9) * held * Math.cos(hang);
      const reach = long * (1 + 0.3 * Math.sin(hang));
      return [
        x + 3 + t * reach * Math.cos(hang) + sag + 14 * t * Math.sin(hang),
        top + high * lerp(from, 0.5, t) + t * reach * Math.sin(hang) * 0.8 + wave,
      ];
    });
    const tone = along(tones, strength);
    p.paint(rect(x - 4, top - 24, 8, 800 - top), INK);
    p.paint(disc(x, top - 28, 9), INK);
    p.paint(polygon([...edge(0), ...edge(1).reverse()]), tone);
    p.paint(polygon([...edge(0.5), ...edge(1).reverse()]), mix(tone, INK, 0.2));
  });
  swell(2);
  swell(3);
  p.paint(rect(0, 796, WIDTH_PX, 104), INK);
  range(13).forEach((force) => p.paint(label(String(force), 92 + force * 112, 829, 38, 6), PAPER));
  return p;
}
