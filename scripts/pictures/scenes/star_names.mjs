// SPDX-License-Identifier: MIT
// The winter sky around Orion, for languages/star-names. The stars are real ones, at their places and
// in their order of brightness, since the article sends its readers out to look; none is added to fill
// the dark.

import { Picture } from "../canvas.mjs";
import { along, CORAL, GOLD, INK, MIST, mix, NIGHT, TEAL, WHITE } from "../colours.mjs";
import { HEIGHT_PX, WIDTH_PX } from "../numbers.mjs";
import { below, disc, segment } from "../shapes.mjs";
import { cos } from "../sun.mjs";

/** @typedef {[number, number, number]} Star  hours of right ascension, degrees of declination, magnitude */

/** The seven of the figure, and in which order it joins them. @type {Star[]} */
const ORION = [
  [5.919, 7.41, 0.5], [5.419, 6.35, 1.6], [5.533, -0.3, 2.2], [5.604, -1.2, 1.7], [5.679, -1.94, 1.8],
  [5.796, -9.67, 2.1], [5.242, -8.2, 0.1],
];
const LINES = [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [5, 6], [6, 2], [4, 0]];

/** @type {Star[]} */
const OTHERS = [
  [4.599, 16.51, 0.9], [4.33, 15.63, 3.7], [4.382, 17.54, 3.8], [4.477, 19.18, 3.5], [4.478, 15.87, 3.4],
  [5.438, 28.61, 1.7], [5.627, 21.14, 3], [4.011, 12.49, 3.4], [3.413, 9.03, 3.6], [3.453, 9.73, 3.7],
  [3.791, 24.11, 2.9], [3.819, 24.05, 3.6], [3.748, 24.11, 3.7], [3.763, 24.37, 3.9], [3.772, 23.95, 4.1],
  [3.753, 24.47, 4.3], [5.585, 9.93, 3.4], [4.83, 6.96, 3.2], [4.853, 5.61, 3.7], [4.904, 2.44, 3.7],
  [4.843, 8.9, 4.3], [5.591, -5.91, 2.8], [5.408, -2.4, 3.3], [5.646, -2.6, 3.8], [5.293, -6.84, 3.6],
  [6.04, 9.65, 4.1], [6.199, 14.21, 4.4], [6.126, 14.77, 4.4], [5.131, -5.09, 2.8], [5.545, -17.82, 2.6],
  [5.215, -16.21, 3.3], [6.752, -16.72, -1.5], [6.378, -17.96, 2], [7.655, 5.23, 0.3], [7.453, 8.29, 2.9],
  [6.48, -7.03, 3.7], [6.629, 16.4, 1.9], [6.383, 22.51, 2.9], [6.248, 22.51, 3.3], [6.732, 25.13, 3.1],
  [6.755, 12.9, 3.4], [7.335, 21.98, 3.5], [7.068, 20.57, 3.8], [7.302, 16.54, 3.6], [7.741, 24.4, 3.6],
  [7.755, 28.03, 1.1], [3.038, 4.09, 2.5], [2.722, 3.24, 3.5], [2.12, 23.46, 2], [2.833, 27.26, 3.6],
  [3.967, -13.51, 3], [3.721, -9.76, 3.5], [3.549, -9.46, 3.7], [2.94, -8.9, 3.9], [4.198, -6.84, 4],
  [4.605, -3.35, 3.9], [4.758, -3.26, 4],
];

const PER_DEGREE = 19; // px
const MIDDLE = { hours: 5.05, degrees: 5.2 };

/** North is up, and so east is left. @param {Star} star @returns {[number, number]} */
const place = ([hours, degrees]) => [
  WIDTH_PX / 2 - (hours - MIDDLE.hours) * 15 * cos(degrees) * PER_DEGREE,
  HEIGHT_PX / 2 - (degrees - MIDDLE.degrees) * PER_DEGREE,
];
const size = (/** @type {Star} */ [, , magnitude]) => 2.6 + 9.6 * 0.66 ** (magnitude + 0.5);

export function draw_star_names() {
  const p = new Picture(INK);
  [0, 1, 2, 3].forEach((i) => {
    const edge = below((x) => 260 + 190 * i + 46 * Math.sin(x / 330 + i * 1.3));
    p.paint(edge, along([INK, mix(NIGHT, INK, 0.35)], (i + 1) / 4));
  });
  p.paint(LINES.map(([a, b]) => segment(place(ORION[a]), place(ORION[b]), 3)), mix(INK, TEAL, 0.7));
  const dot = (/** @type {Star} */ star, /** @type {string} */ tone) => {
    const [x, y] = place(star);
    if (star[2] < 1.2) {
      p.paint(disc(x, y, 4.2 * size(star)), tone, 0.12);
      p.paint(disc(x, y, 2.4 * size(star)), tone, 0.2);
    }
    p.paint(disc(x, y, size(star)), tone);
  };
  OTHERS.slice(1).forEach((star) => dot(star, star[2] < 2.2 ? WHITE : MIST));
  dot(OTHERS[0], mix(GOLD, CORAL, 0.45));
  ORION.slice(1).forEach((star) => dot(star, mix(WHITE, TEAL, 0.22)));
  dot(ORION[6], "#a5cbee");
  dot(ORION[0], CORAL);
  return p;
}
