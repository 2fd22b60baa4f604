// SPDX-License-Identifier: MIT
// The size that all pictures of the sample share, and the arithmetic that shapes and scenes are
// written in. Chance comes from here alone: Math.random() would give other bytes on each run, and a
// picture that changes without a reason makes noise in every review.
// Includes nothing.

export const WIDTH_PX = 1600;
export const HEIGHT_PX = 900;
export const TAU = 2 * Math.PI;

/** A small seeded generator (mulberry32). @param {number} seed @returns {() => number} from 0 to below 1 */
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {number} n @returns {number[]} 0 to n - 1 */
export const range = (n) => Array.from({ length: n }, (_, i) => i);

/** @param {number} a @param {number} b @param {number} t 0 gives a, 1 gives b */
export const lerp = (a, b, t) => a + (b - a) * t;

/** @param {number} v @param {number} lo @param {number} hi */
export const clamp = (v, lo, hi) => Math.min(hi, Math.max(lo, v));
