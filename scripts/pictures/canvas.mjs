// SPDX-License-Identifier: MIT
// The picture while it is painted: three floats a pixel, so that thin layers over each other don't
// round to steps, and one for the cover of the shapes being painted. Edges have eight steps, not 256:
// smooth to the eye, and few enough colours for a palette.
// Includes numbers and colours; it takes shapes as they are and knows none by name.

import { rgb } from "./colours.mjs";
import { clamp, HEIGHT_PX, WIDTH_PX } from "./numbers.mjs";

/** @typedef {import("./shapes.mjs").Box} Box */
/** @typedef {import("./shapes.mjs").Field} Field */
/** @typedef {import("./shapes.mjs").Region} Region */
/** @typedef {import("./shapes.mjs").Shape} Shape */

const STEPS = 8;

export class Picture {
  /** @param {string} ground the colour to start from */
  constructor(ground) {
    /** Red, green and blue from 0 to 255, row by row. */
    this.pixels = new Float32Array(WIDTH_PX * HEIGHT_PX * 3);
    this.cover_ = new Float32Array(WIDTH_PX * HEIGHT_PX);
    const parts = rgb(ground);
    for (let i = 0; i < this.pixels.length; i++) this.pixels[i] = parts[i % 3];
  }

  /**
   * Paints shapes as one, so that where they overlap or touch no seam shows.
   * @param {Shape | Shape[]} shapes @param {string} colour @param {number} [alpha] 0 to 1
   */
  paint(shapes, colour, alpha = 1) {
    const list = Array.isArray(shapes) ? shapes : [shapes];
    for (const shape of list)
      if ("d" in shape) cover_field(this.cover_, shape);
      else cover_region(this.cover_, shape);
    for (const shape of list) this.blend_(pixel_box(shape.box), rgb(colour), alpha);
  }

  /**
   * Lays the colour on where there is cover, and takes the cover off.
   * @param {Box} box in whole pixels @param {number[]} colour @param {number} alpha
   */
  blend_([x0, y0, x1, y1], [r, g, b], alpha) {
    const { pixels, cover_ } = this;
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) {
        const at = y * WIDTH_PX + x;
        const c = cover_[at] * alpha;
        if (c === 0) continue;
        cover_[at] = 0;
        pixels[3 * at] += (r - pixels[3 * at]) * c;
        pixels[3 * at + 1] += (g - pixels[3 * at + 1]) * c;
        pixels[3 * at + 2] += (b - pixels[3 * at + 2]) * c;
      }
  }
}

/**
 * The whole pixels that a box touches and one more for the soft edge, cut to the picture.
 * @param {Box} box @returns {Box}
 */
const pixel_box = ([x0, y0, x1, y1]) => [
  clamp(Math.floor(x0) - 1, 0, WIDTH_PX), clamp(Math.floor(y0) - 1, 0, HEIGHT_PX),
  clamp(Math.ceil(x1) + 1, 0, WIDTH_PX), clamp(Math.ceil(y1) + 1, 0, HEIGHT_PX),
];

/**
 * Asks for the distance at the middle of each pixel. In a steady field it tells how many pixels to
 * the right are as empty or as full as this one, and these are not asked: most of a large polygon.
 * @param {Float32Array} cover @param {Field} shape
 */
function cover_field(cover, shape) {
  const [x0, y0, x1, y1] = pixel_box(shape.box);
  for (let y = y0; y < y1; y++) {
    const end = y * WIDTH_PX + x1;
    for (let at = y * WIDTH_PX + x0; at < end; ) {
      if (cover[at] === 1) {
        at++;
        continue;
      }
      const d = shape.d(at - y * WIDTH_PX + 0.5, y + 0.5);
      const c = Math.round(STEPS * clamp(0.5 - d, 0, 1)) / STEPS;
      // Soft edges reach half a pixel to each side.
      const alike = shape.steady ? Math.max(0, Math.floor(Math.abs(d) - 0.5)) : 0;
      const stop = Math.min(end, at + 1 + alike);
      for (; at < stop; at++) if (c > cover[at]) cover[at] = c;
    }
  }
}

/** Asks at sixteen places in each pixel. @param {Float32Array} cover @param {Region} shape */
function cover_region(cover, shape) {
  const [x0, y0, x1, y1] = pixel_box(shape.box);
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      let hits = 0;
      for (let i = 0; i < 16; i++)
        if (shape.inside(x + (i % 4) / 4 + 0.125, y + (i >> 2) / 4 + 0.125)) hits++;
      const at = y * WIDTH_PX + x;
      cover[at] = Math.max(cover[at], Math.round((hits * STEPS) / 16) / STEPS);
    }
}
