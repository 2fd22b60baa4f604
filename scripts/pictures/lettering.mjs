// SPDX-License-Identifier: MIT
// The few digits and letters that stand in the pictures, as strokes. A font would be one more file
// with an origin and a licence, and its rasters differ from one machine to the next; strokes can
// also be laid onto a slanted face, as the type of type_case needs.
// Includes curves and shapes.

import { arc } from "./curves.mjs";
import { polyline } from "./shapes.mjs";

/** @typedef {import("./shapes.mjs").Point} Point */
/** @typedef {import("./shapes.mjs").Field} Field */

/** Strokes in a box 0.6 wide and 1 high. @type {Record<string, Point[][]>} */
const STROKES = {
  0: [arc(0.3, 0.5, 0.28, 0, 360, 0.5)],
  1: [[[0.1, 0.2], [0.34, 0], [0.34, 1]]],
  2: [[...arc(0.3, 0.28, 0.27, -170, 40, 0.28), [0.02, 1], [0.6, 1]]],
  3: [[...arc(0.29, 0.26, 0.24, -150, 90, 0.26), ...arc(0.29, 0.76, 0.28, -90, 150, 0.24)]],
  4: [[[0.44, 1], [0.44, 0], [0, 0.7], [0.62, 0.7]]],
  5: [[[0.54, 0], [0.1, 0], [0.06, 0.46], ...arc(0.28, 0.68, 0.3, -120, 140, 0.32)]],
  6: [[[0.46, 0], ...arc(0.3, 0.7, 0.28, 190, 550, 0.3)]],
  7: [[[0.02, 0], [0.58, 0], [0.2, 1]]],
  8: [arc(0.3, 0.25, 0.23, 0, 360, 0.25), arc(0.3, 0.75, 0.28, 0, 360, 0.25)],
  9: [[[0.14, 1], ...arc(0.3, 0.3, 0.28, 10, 370, 0.3)]],
  A: [[[0, 1], [0.31, 0], [0.62, 1]], [[0.11, 0.66], [0.51, 0.66]]],
  R: [[[0.04, 1], [0.04, 0], [0.3, 0], ...arc(0.32, 0.26, 0.26, -90, 90), [0.04, 0.52]], [[0.3, 0.52], [0.6, 1]]],
  e: [[[0.04, 0.56], [0.58, 0.56], ...arc(0.31, 0.56, 0.27, 0, -305, 0.36)]],
  "°": [arc(0.14, 0.14, 0.13, 0, 360)],
};
const ADVANCE = 0.82; // a box and the space after it, in sizes
const SPACE = 0.22; // which the last sign of a text does not have

/**
 * A short text of signs in STROKES.
 * @param {string} text @param {number} size_px @param {number} weight_px
 * @param {(u: number, v: number) => Point} place from px of the text to px of the picture
 * @returns {Field[]}
 */
export function lettering(text, size_px, weight_px, place) {
  return [...text].flatMap((sign, i) =>
    STROKES[sign].flatMap((stroke) =>
      polyline(stroke.map(([x, y]) => place((x + ADVANCE * i) * size_px, y * size_px)), weight_px),
    ),
  );
}

/**
 * A level text with its middle at x and its top at y.
 * @param {string} text @param {number} x @param {number} y @param {number} size_px @param {number} weight_px
 */
export function label(text, x, y, size_px, weight_px) {
  const width = (ADVANCE * text.length - SPACE) * size_px;
  return lettering(text, size_px, weight_px, (u, v) => [x - width / 2 + u, y + v]);
}
