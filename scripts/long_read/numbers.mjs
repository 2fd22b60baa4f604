// SPDX-License-Identifier: MIT
// Numbers, lengths of time and hours as people write them.
import { DAY_MS } from "./calendar.mjs";

export const commas = (/** @type {number} */ n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
export const fixed = (/** @type {number} */ v, digits = 1) => v.toFixed(digits);
export const count = (/** @type {number} */ n, /** @type {string} */ noun) => `${commas(n)} ${noun}${n === 1 ? "" : "s"}`;
export const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
export const word = (/** @type {number} */ n) => SMALL[n] ?? commas(n);
export const words = (/** @type {number} */ n, /** @type {string} */ noun) => `${word(n)} ${noun}${n === 1 ? "" : "s"}`;
export const ORDINALS = ["", "first", "second", "third", "fourth", "fifth", "sixth"];
export const capital = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1);

/** @param {number} n */
export function ordinal(n) {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${commas(n)}${teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
}

/** A length of time in hours and minutes. @param {number} hours */
export function span(hours) {
  const minutes = Math.round(hours * 60);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (m === 0) return count(h, "hour");
  return h === 0 ? count(m, "minute") : `${count(h, "hour")} ${count(m, "minute")}`;
}

/** A short one in minutes and seconds. @param {number} minutes */
export function beat(minutes) {
  const seconds = Math.round(Math.abs(minutes) * 60);
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  if (m === 0) return count(s, "second");
  return s === 0 ? count(m, "minute") : `${count(m, "minute")} ${count(s, "second")}`;
}

/** A time of day, to five minutes. @param {number} hours */
export function clock(hours) {
  const minutes = (Math.round((hours * 60) / 5) * 5 + 1440) % 1440;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** A time of day as people say it. @param {number} hours */
export function about_hour(hours) {
  const h = Math.round(hours) % 24;
  if (h === 0) return "midnight";
  if (h === 12) return "noon";
  const part = h < 12 ? "in the morning" : h < 18 ? "in the afternoon" : "in the evening";
  return `${word(h % 12)} ${part}`;
}

/** The same to a quarter of an hour, which is how well the formula knows it. @param {number} ms */
export function about_quarter(ms) {
  const quarters = Math.round((ms % DAY_MS) / (DAY_MS / 96));
  const hour = Math.floor(quarters / 4);
  const past = ["", "a quarter past ", "half past ", "a quarter to "][quarters % 4];
  return past + about_hour(quarters % 4 === 3 ? hour + 1 : hour);
}

export const side = (/** @type {number} */ degrees) => (degrees < 0 ? "south" : "north");
export const table_span = (/** @type {number} */ hours) => {
  const minutes = Math.round(hours * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
};

/** @param {number} n */
export function roman(n) {
  const signs = /** @type {[number, string][]} */ ([[100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"],
    [5, "V"], [4, "IV"], [1, "I"]]);
  let out = "";
  for (const [value, sign] of signs) for (; n >= value; n -= value) out += sign;
  return out;
}
