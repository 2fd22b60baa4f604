// SPDX-License-Identifier: MIT
// Shapes as values. Most are signed distance fields: how far a point is from the edge in px, negative
// inside. One number a pixel then gives a smooth edge, and the common part or the rest of two shapes
// is a maximum (after Inigo Quilez). A shape also tells the box it fills, so that a small one is not
// asked about every pixel of the picture.
// Includes numbers only; it knows no colours and no pixels.

import { clamp, HEIGHT_PX, range, WIDTH_PX } from "./numbers.mjs";

/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number, number]} Box  x0 y0 x1 y1 in px */
/** @typedef {(x: number, y: number) => number} Distance */
/**
 * A steady field never changes by more than the way gone, so a distance of 40 says that all is alike
 * for 40 px around, which the canvas makes use of. True distances are steady; estimates are not.
 * @typedef {{box: Box, d: Distance, steady?: boolean}} Field
 */
/**
 * A test instead of a distance, for what has no simple one; it costs sixteen tests a pixel.
 * @typedef {{box: Box, inside: (x: number, y: number) => boolean}} Region
 */
/** @typedef {Field | Region} Shape */

/** The box around points. @param {Point[]} points @param {number} [pad] px @returns {Box} */
function hull(points, pad = 0) {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return [Math.min(...xs) - pad, Math.min(...ys) - pad, Math.max(...xs) + pad, Math.max(...ys) + pad];
}

/** @param {number} cx @param {number} cy @param {number} r @returns {Field} */
export const disc = (cx, cy, r) => ({
  d: (x, y) => Math.hypot(x - cx, y - cy) - r,
  box: [cx - r, cy - r, cx + r, cy + r],
  steady: true,
});

/** @param {number} cx @param {number} cy @param {number} r of the middle line @param {number} width @returns {Field} */
export const ring = (cx, cy, r, width) => ({
  d: (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - r) - width / 2,
  box: disc(cx, cy, r + width).box,
  steady: true,
});

/**
 * An estimate that is close enough to the distance for edges.
 * @param {number} cx @param {number} cy @param {number} rx @param {number} ry @param {number} [turn] radians
 * @returns {Field}
 */
export function ellipse(cx, cy, rx, ry, turn = 0) {
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  const r = Math.max(rx, ry);
  return {
    d: (x, y) => {
      const u = (c * (x - cx) + s * (y - cy)) / rx;
      const v = (c * (y - cy) - s * (x - cx)) / ry;
      const k = Math.hypot(u, v);
      return (k * (k - 1)) / (Math.hypot(u / rx, v / ry) || 1e-9);
    },
    box: [cx - r, cy - r, cx + r, cy + r],
  };
}

/**
 * @param {number} x0 @param {number} y0 @param {number} w @param {number} h
 * @param {number} [r] radius of the corners
 * @returns {Field}
 */
export function rect(x0, y0, w, h, r = 0) {
  const cx = x0 + w / 2;
  const cy = y0 + h / 2;
  return {
    d: (x, y) => {
      const qx = Math.abs(x - cx) - w / 2 + r;
      const qy = Math.abs(y - cy) - h / 2 + r;
      return Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - r;
    },
    box: [x0, y0, x0 + w, y0 + h],
    steady: true,
  };
}

/** A line with round ends. @param {Point} a @param {Point} b @param {number} width @returns {Field} */
export function segment(a, b, width) {
  const [ax, ay] = a;
  const ux = b[0] - ax;
  const uy = b[1] - ay;
  const uu = ux * ux + uy * uy || 1e-9;
  return {
    d: (x, y) => {
      const t = clamp(((x - ax) * ux + (y - ay) * uy) / uu, 0, 1);
      return Math.hypot(x - ax - t * ux, y - ay - t * uy) - width / 2;
    },
    box: hull([a, b], width / 2),
    steady: true,
  };
}

/** @param {Point[]} points @param {number} width @returns {Field[]} to be painted as one */
export const polyline = (points, width) => points.slice(1).map((p, i) => segment(points[i], p, width));

/** After Inigo Quilez; costs a step an edge, for each point asked. @param {Point[]} points @returns {Field} */
export function polygon(points) {
  return {
    d: (x, y) => {
      let best = Infinity;
      let sign = 1;
      for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
        const [ax, ay] = points[i];
        const ex = points[j][0] - ax;
        const ey = points[j][1] - ay;
        const wx = x - ax;
        const wy = y - ay;
        const t = clamp((wx * ex + wy * ey) / (ex * ex + ey * ey || 1e-9), 0, 1);
        best = Math.min(best, (wx - ex * t) ** 2 + (wy - ey * t) ** 2);
        const a = y >= ay;
        const b = y < points[j][1];
        const c = ex * wy > ey * wx;
        if ((a && b && c) || (!a && !b && !c)) sign = -sign;
      }
      return sign * Math.sqrt(best);
    },
    box: hull(points),
    steady: true,
  };
}

/**
 * All below a gentle curve y = f(x), which is asked once a column.
 * @param {(x: number) => number} f @returns {Field}
 */
export function below(f) {
  const top = range(WIDTH_PX).map((i) => f(i + 0.5));
  const slant = range(WIDTH_PX).map((i) => Math.hypot(1, f(i + 1) - f(i)));
  const highest = top.reduce((a, b) => Math.min(a, b));
  return { d: (x, y) => (top[x | 0] - y) / slant[x | 0], box: [0, highest, WIDTH_PX, HEIGHT_PX] };
}

/** @param {(x: number, y: number) => boolean} inside @param {Box} box @returns {Region} */
export const region = (inside, box) => ({ inside, box });

/** The part of a that is in b too. @param {Field} a @param {Field} b @returns {Field} */
export const both = (a, b) => ({
  d: (x, y) => Math.max(a.d(x, y), b.d(x, y)),
  box: [
    Math.max(a.box[0], b.box[0]), Math.max(a.box[1], b.box[1]),
    Math.min(a.box[2], b.box[2]), Math.min(a.box[3], b.box[3]),
  ],
  steady: a.steady && b.steady,
});

/** The part of a that is not in b. @param {Field} a @param {Field} b @returns {Field} */
export const minus = (a, b) => ({
  d: (x, y) => Math.max(a.d(x, y), -b.d(x, y)),
  box: a.box,
  steady: a.steady && b.steady,
});

/** @param {Field} shape @param {number} margin px taken off all around @returns {Field} */
export const inset = (shape, margin) => ({ ...shape, d: (x, y) => shape.d(x, y) + margin });
