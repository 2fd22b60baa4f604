// SPDX-License-Identifier: MIT
// Stars, waves and light on water: what several scenes of sea and night show. What one scene alone
// shows stays in its file.
// Includes numbers, colours and shapes.

import { MIST } from "./colours.mjs";
import { lerp, random, range, WIDTH_PX } from "./numbers.mjs";
import { disc, segment } from "./shapes.mjs";

/** @typedef {import("./canvas.mjs").Picture} Picture */

/**
 * Small stars, denser towards the top.
 * @param {Picture} picture @param {number} seed @param {number} count @param {number} floor_px none is lower
 * @param {(x: number, y: number) => boolean} [free] whether a star may stand here
 */
export function paint_stars(picture, seed, count, floor_px, free = () => true) {
  const rnd = random(seed);
  const all = range(count).map(() => disc(rnd() * WIDTH_PX, rnd() ** 1.4 * floor_px, 1.2 + 1.8 * rnd() ** 3));
  picture.paint(all.filter(({ box }) => free(box[0], box[1])), MIST);
}

/**
 * Short level strokes around x, as light lies on water; they grow towards the viewer.
 * @param {number} seed @param {number} x @param {number} top @param {number} bottom
 * @param {number} spread px, at the top @param {number} spread_end at the bottom @param {number} count
 */
export function glints(seed, x, top, bottom, spread, spread_end, count) {
  const rnd = random(seed);
  return range(count).map((i) => {
    const t = (i + 0.5) / count;
    const half = lerp(spread, spread_end, t) * (0.25 + 0.75 * rnd());
    const cx = x + (rnd() - 0.5) * lerp(spread, spread_end, t) * 1.2;
    const y = lerp(top, bottom, t ** 1.2);
    return segment([cx - half, y], [cx + half, y], lerp(3, 9, t));
  });
}

/**
 * A sea surface y = f(x) with sharp crests and round troughs.
 * @param {number} base the crests' y @param {number} height @param {number} length @param {number} shift in lengths
 */
export const crested = (base, height, length, shift) => (/** @type {number} */ x) =>
  base
  + height * Math.abs(Math.sin((x / length + shift) * Math.PI))
  + 0.25 * height * Math.sin(x / length / 2.7 + shift * 9);
