// SPDX-License-Identifier: MIT
// Where the Sun stands, by the short formulas of the Astronomical Almanac: a hundredth of a degree and
// some seconds of time, between 1950 and 2050. Pictures of the sky are drawn from it, and
// make_long_read.mjs writes with it, so that text and picture cannot disagree.
// Includes nothing.

const RAD = Math.PI / 180;
const HORIZON = -0.833; // the Sun's middle at its rising: half its disc, and what the air lifts it by

export const sin = (/** @type {number} */ degrees) => Math.sin(degrees * RAD);
export const cos = (/** @type {number} */ degrees) => Math.cos(degrees * RAD);
export const tan = (/** @type {number} */ degrees) => Math.tan(degrees * RAD);
export const asin = (/** @type {number} */ v) => Math.asin(v) / RAD;
export const acos = (/** @type {number} */ v) => Math.acos(v) / RAD;
export const turn = (/** @type {number} */ degrees) => ((degrees % 360) + 360) % 360;

/** The Julian date of a moment, in days. @param {number} ms as Date.UTC gives it */
export const julian = (ms) => ms / 86400000 + 2440587.5;

/**
 * @param {number} jd Julian date
 * @returns {{longitude: number, declination: number, ascension: number, distance: number, equation: number}}
 * degrees, astronomical units, and minutes by which a sundial is ahead of a clock
 */
export function sun_at(jd) {
  const n = jd - 2451545;
  const mean = turn(280.46 + 0.9856474 * n);
  const anomaly = turn(357.528 + 0.9856003 * n);
  const longitude = turn(mean + 1.915 * sin(anomaly) + 0.02 * sin(2 * anomaly));
  const tilt = 23.439 - 0.0000004 * n;
  const ascension = turn(Math.atan2(cos(tilt) * sin(longitude), cos(longitude)) / RAD);
  return {
    longitude,
    ascension,
    declination: asin(sin(tilt) * sin(longitude)),
    distance: 1.00014 - 0.01671 * cos(anomaly) - 0.00014 * cos(2 * anomaly),
    equation: 4 * (turn(mean - ascension + 180) - 180),
  };
}

/**
 * Hours in which the Sun is higher than an altitude; without one, from rising to setting.
 * @param {number} latitude @param {number} declination degrees @param {number} [altitude] degrees
 */
export function hours_above(latitude, declination, altitude = HORIZON) {
  const c = (sin(altitude) - sin(latitude) * sin(declination)) / (cos(latitude) * cos(declination));
  return c >= 1 ? 0 : c <= -1 ? 24 : (2 * acos(c)) / 15;
}
