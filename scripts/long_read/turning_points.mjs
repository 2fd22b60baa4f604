// SPDX-License-Identifier: MIT
// The days on which something turns, found by the arithmetic.
import { hours_above } from "../pictures/sun.mjs";
import { DAYS } from "./calendar.mjs";

import { TROPICS, YEAR_OF_DAYS, light } from "./sky.mjs";

/** Extremes and thresholds, by index of the day. @returns {Map<number, string[]>} */
export function turning_points() {
  /** @type {Map<number, string[]>} */
  const found = new Map();
  const note = (/** @type {number} */ index, /** @type {string} */ text) =>
    found.set(index, [...(found.get(index) ?? []), text]);
  const extreme = (/** @type {(d: Day) => number} */ value, from = 0, to = DAYS) =>
    YEAR_OF_DAYS.slice(from, to).reduce((best, d) => (value(d) > value(best) ? d : best)).index;
  const sunset = (/** @type {number} */ latitude) => (/** @type {Day} */ d) => light(d, latitude) / 2 - d.sun.equation / 60;
  const sunrise = (/** @type {number} */ latitude) => (/** @type {Day} */ d) => -light(d, latitude) / 2 - d.sun.equation / 60;
  for (const [latitude, name] of /** @type {[number, string][]} */ ([[52.2, "Warsaw"], [40.4, "Madrid"]])) {
    note(extreme(sunset(latitude), 120, 240), `In ${name} the Sun sets later than on any other day of the year.`);
    note(extreme((d) => -sunset(latitude)(d), 300), `In ${name} the Sun sets earlier than on any other day of the year.`);
    note(extreme((d) => -sunrise(latitude)(d), 120, 240), `In ${name} the Sun rises earlier than on any other day of the year.`);
  }
  note(extreme(sunrise(52.2), 0, 40), "In Warsaw the mornings are at their darkest, for the Sun rises later than on any other day.");
  note(extreme((d) => -sunset(-33.9)(d), 120, 240), "In Sydney and Cape Town the Sun sets earlier than on any other day of the year.");
  note(extreme((d) => -d.sun.distance), "By the mean formula, the Earth is at its nearest to the Sun; the Moon, which tugs it about, may shift the true date by a day or two.");
  note(extreme((d) => d.sun.distance), "By the mean formula, the Earth is at its farthest from the Sun, and at its slowest.");
  note(extreme((d) => d.sun.equation, 300), "No sundial is ever further ahead of the clock.");
  note(extreme((d) => -d.sun.equation, 0, 100), "No sundial is ever further behind the clock.");
  note(extreme((d) => d.sun.equation, 100, 180), "The sundial reaches the lesser of its two leads, and begins to lose again.");
  note(extreme((d) => -d.sun.equation, 160, 250), "The sundial is at the lesser of its two lags, and begins to gain.");
  const overhead = [
    (/** @type {string} */ name) => `The Sun passes overhead in ${name}, and at noon a bucket of water there is lit to the bottom.`,
    (/** @type {string} */ name) => `At noon in ${name} the Sun stands overhead, and people walk on their own shadows.`,
    (/** @type {string} */ name) => `${name} has the Sun in its zenith today, one of the two dates on which a well there shows it.`,
    (/** @type {string} */ name) => `In ${name} noon is without shadows, or very nearly.`,
  ];
  let zeniths = 0;
  for (const d of YEAR_OF_DAYS.slice(1)) {
    const y = YEAR_OF_DAYS[d.index - 1];
    const crossed = (/** @type {(day: Day) => boolean} */ test) => test(d) !== test(y) && (test(d) ? "in" : "out");
    if (crossed((day) => day.sun.equation > 0)) note(d.index, "Sundial and clock agree, as they do on four dates of the year.");
    const midnight_sun = crossed((day) => light(day, 70) === 24);
    if (midnight_sun) note(d.index, midnight_sun === "in" ? "From now on the Sun does not set at 70° north." : "At 70° north the Sun sets again for the first time in weeks.");
    const polar_night = crossed((day) => light(day, 70) === 0);
    if (polar_night) note(d.index, polar_night === "in" ? "From now on the Sun does not rise at 70° north." : "At 70° north the Sun shows above the horizon for the first time since November.");
    const white = crossed((day) => hours_above(60.2, day.sun.declination, -6) === 24);
    if (white) note(d.index, white === "in" ? "The white nights begin in Helsinki: from dusk to dawn it is never darker than civil twilight." : "In Helsinki the white nights are over, by the book.");
    const grey = crossed((day) => hours_above(52, day.sun.declination, -18) === 24);
    if (grey) note(d.index, grey === "in" ? "At 52° north, true darkness goes, and will be missing for the weeks to come." : "At 52° north, a few minutes of true darkness return at midnight.");
    for (const place of TROPICS) {
      const over = crossed((day) => day.sun.declination > place.latitude);
      if (over) note(d.index, overhead[zeniths++ % overhead.length](place.name));
    }
    const half = (/** @type {number} */ share) => y.number < share * DAYS && d.number >= share * DAYS;
    if (half(0.5)) note(d.index, "Half of the year's days are over when this one ends.");
    if (d.number === 256) note(d.index, "Its number is two to the power of eight, and programmers in some countries keep it as their holiday.");
  }
  return found;
}
