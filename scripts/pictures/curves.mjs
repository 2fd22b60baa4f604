// SPDX-License-Identifier: MIT
// Round curves as rows of points, for polygons and polylines: at the size of the pictures, short
// straight steps are as round as a true curve, and every shape has to know straight edges only.
// Includes numbers only.

import { clamp, lerp, range, TAU } from "./numbers.mjs";

/** @typedef {import("./shapes.mjs").Point} Point */

/**
 * A part of a circle, or of an ellipse with ry.
 * @param {number} cx @param {number} cy @param {number} r
 * @param {number} from degrees, clockwise from the right @param {number} to @param {number} [ry]
 * @returns {Point[]}
 */
export function arc(cx, cy, r, from, to, ry = r) {
  const steps = Math.max(4, Math.ceil(Math.abs(to - from) / 6)); // six degrees a step
  return range(steps + 1).map((i) => {
    const a = (lerp(from, to, i / steps) * TAU) / 360;
    return [cx + r * Math.cos(a), cy + ry * Math.sin(a)];
  });
}

/** A curve through points (Catmull-Rom), from the first to the last. @param {Point[]} points @returns {Point[]} */
export function through(points) {
  const at = (/** @type {number} */ i) => points[clamp(i, 0, points.length - 1)];
  const curve = points.slice(1).flatMap((_, i) => range(5).map((k) => {
    const t = k / 5;
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const blend = (/** @type {0 | 1} */ n) =>
      b[n] + 0.5 * t * (c[n] - a[n]
        + t * (2 * a[n] - 5 * b[n] + 4 * c[n] - d[n] + t * (3 * (b[n] - c[n]) + d[n] - a[n])));
    return /** @type {Point} */ ([blend(0), blend(1)]);
  }));
  return [...curve, points[points.length - 1]];
}
