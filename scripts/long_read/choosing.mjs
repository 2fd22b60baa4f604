// SPDX-License-Identifier: MIT
// Which place and which sentence comes next: all in turn, none twice in a row.
import { rnd } from "./calendar.mjs";
import { NORTH, PLACES, SOUTH, TEMPERATE } from "./sky.mjs";

/** Goes through a list in an order that chance sets anew each time round. @template T @param {T[]} list */
export function round_trip(list) {
  /** @type {T[]} */
  let rest = [];
  /** @type {T | undefined} */
  let last;
  return () => {
    if (rest.length === 0) {
      rest = list.map((item) => ({ item, key: rnd() })).sort((a, b) => a.key - b.key).map(({ item }) => item);
      if (rest.at(-1) === last && rest.length > 1) rest.unshift(/** @type {T} */ (rest.pop()));
    }
    last = /** @type {T} */ (rest.pop());
    return last;
  };
}

export const next_place = round_trip(PLACES);
export const next_temperate = round_trip(TEMPERATE);
export const next_north = round_trip(NORTH);
export const next_south = round_trip(SOUTH);

/** @typedef {(d: Day) => string | null} Template  null when it has nothing to say of this day */

/** Takes the template that has rested longest, or one of the three next to it. @param {Template[]} templates */
export function teller(templates) {
  const rested = templates.map((template) => template);
  return (/** @type {Day} */ d) => {
    for (let tries = 0; tries < rested.length; tries++) {
      const at = tries < 4 ? Math.min(rested.length - 1, Math.floor(rnd() * 4)) : tries;
      const text = rested[at](d);
      if (text === null) continue;
      rested.push(...rested.splice(at, 1));
      return text;
    }
    return "";
  };
}
