// SPDX-License-Identifier: MIT
// What is true of each day: calendar, Sun, Moon and stars, computed.
import { range } from "../pictures/numbers.mjs";
import { cos, hours_above, julian, sun_at, turn } from "../pictures/sun.mjs";
import { DAYS, DAY_MS, MONTHS, START, WEEKDAYS, YEAR } from "./calendar.mjs";

export const date_of = (/** @type {number} */ ms) => {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
};

/** Week and year of ISO 8601: a week belongs to the year of its Thursday. @param {number} ms */
export function iso_week(ms) {
  const thursday = ms + (4 - (new Date(ms).getUTCDay() || 7)) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  return { year, week: Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1 };
}

/** Gregorian Easter, by the anonymous rule of 1876. @param {number} year */
export function easter(year) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}

/** The moment when the Sun reaches a longitude, near a guess. @param {number} degrees @param {number} guess ms */
export function sun_reaches(degrees, guess) {
  let ms = guess;
  for (let i = 0; i < 8; i++) {
    const off = turn(degrees - sun_at(julian(ms)).longitude + 180) - 180;
    ms += (off / 0.98565) * DAY_MS;
  }
  return ms;
}

export const TURNS = [
  { name: "December solstice", ms: sun_reaches(270, Date.UTC(YEAR - 1, 11, 21)) },
  { name: "March equinox", ms: sun_reaches(0, Date.UTC(YEAR, 2, 20)) },
  { name: "June solstice", ms: sun_reaches(90, Date.UTC(YEAR, 5, 20)) },
  { name: "September equinox", ms: sun_reaches(180, Date.UTC(YEAR, 8, 22)) },
  { name: "December solstice", ms: sun_reaches(270, Date.UTC(YEAR, 11, 21)) },
  { name: "March equinox", ms: sun_reaches(0, Date.UTC(YEAR + 1, 2, 20)) },
];

export const MONTH_OF_MOON = 29.530588861; // days, on average (after Jean Meeus, as the epoch below)
export const FIRST_NEW_MOON = 2451550.09766; // 6 January 2000
export const PHASES = ["new Moon", "first quarter", "full Moon", "last quarter"];
export const lunations = (/** @type {number} */ jd) => (jd - FIRST_NEW_MOON) / MONTH_OF_MOON;

/** Sidereal time at Greenwich, in hours. @param {number} jd */
export const sidereal = (jd) => turn(280.46062 + 360.98564737 * (jd - 2451545)) / 15;

/** Right ascension in hours, and declination. @type {Record<string, [number, number]>} */
export const STARS = {
  Achernar: [1.63, -57.2], Aldebaran: [4.6, 16.5], Rigel: [5.24, -8.2], Capella: [5.28, 46],
  Betelgeuse: [5.92, 7.4], Canopus: [6.4, -52.7], Sirius: [6.75, -16.7], Procyon: [7.66, 5.2],
  Pollux: [7.76, 28], Regulus: [10.14, 12], Spica: [13.42, -11.2], Arcturus: [14.26, 19.2],
  Antares: [16.49, -26.4], Vega: [18.62, 38.8], Altair: [19.85, 8.9], Deneb: [20.69, 45.3],
  Fomalhaut: [22.96, -29.6],
};
export const FIGURES = /** @type {[string, number][]} */ ([
  ["Pisces", 0.5], ["Aries", 2.6], ["Taurus", 4.5], ["Orion", 5.6], ["Gemini", 7.1], ["Cancer", 8.7], ["Leo", 10.6],
  ["Virgo", 13.3], ["Boötes", 14.7], ["Libra", 15.4], ["Scorpius", 16.8], ["Sagittarius", 19], ["Aquila", 19.8],
  ["Capricornus", 21], ["Aquarius", 22.4],
]);
/** Where the Sun stands among the stars: the figure that begins at this longitude. */
export const BEHIND = /** @type {[number, string][]} */ ([
  [29, "Aries"], [53.5, "Taurus"], [90.1, "Gemini"], [118, "Cancer"], [138, "Leo"], [173.9, "Virgo"], [217.8, "Libra"],
  [241.1, "Scorpius"], [247.7, "Ophiuchus"], [266.3, "Sagittarius"], [299.7, "Capricornus"], [327.6, "Aquarius"],
  [351.6, "Pisces"],
]);

/** @typedef {{name: string, latitude: number}} Place */
/** @type {Place[]} */
export const PLACES = Object.entries({
  Quito: -0.2, Singapore: 1.4, Nairobi: -1.3, Lima: -12, Mumbai: 19.1, "Mexico City": 19.4, Honolulu: 21.3, Cairo: 30,
  Tokyo: 35.7, Beijing: 39.9, Madrid: 40.4, "New York": 40.7, Rome: 41.9, Turin: 45.1, Paris: 48.9, Prague: 50.1,
  Warsaw: 52.2, Edinburgh: 56, Stockholm: 59.3, Helsinki: 60.2, Reykjavík: 64.1, Johannesburg: -26.2, Sydney: -33.9,
  "Cape Town": -33.9, "Buenos Aires": -34.6, Melbourne: -37.8, Wellington: -41.3, Ushuaia: -54.8,
}).map(([name, latitude]) => ({ name, latitude }));
export const NORTH = PLACES.filter(({ latitude }) => latitude > 29);
export const SOUTH = PLACES.filter(({ latitude }) => latitude < -25);
export const TEMPERATE = [...NORTH, ...SOUTH];
export const TROPICS = PLACES.filter(({ latitude }) => Math.abs(latitude) < 23);

/** @param {number} index 0 is 1 January; days of other years work too */
export function day_at(index) {
  const ms = START + index * DAY_MS;
  const noon = julian(ms + DAY_MS / 2);
  const date = new Date(ms);
  const cycles = lunations(noon);
  const phase = cycles - Math.floor(cycles);
  // The mean phase that falls on this day, if one does.
  const from = Math.floor(lunations(julian(ms)) * 4);
  const to = Math.floor(lunations(julian(ms + DAY_MS)) * 4);
  const event = to > from
    ? { name: PHASES[((to % 4) + 4) % 4], hour: ((FIRST_NEW_MOON + (to / 4) * MONTH_OF_MOON) - julian(ms)) * 24 }
    : null;
  const before = TURNS.filter((turning) => turning.ms < ms + DAY_MS).at(-1) ?? TURNS[0];
  const after = TURNS.find((turning) => turning.ms >= ms + DAY_MS) ?? TURNS[5];
  return {
    index, ms, noon, phase, event, number: index + 1, day: date.getUTCDate(), month: date.getUTCMonth(),
    weekday: WEEKDAYS[date.getUTCDay()], title: date_of(ms), week: iso_week(ms).week, week_year: iso_week(ms).year,
    julian_day: Math.round(noon), sun: sun_at(noon), age: phase * MONTH_OF_MOON, lunation: Math.floor(cycles) + 953,
    lit: (1 - cos(360 * phase)) / 2, midnight: sidereal(julian(ms)), before, after,
    since: Math.round((ms - Math.floor(before.ms / DAY_MS) * DAY_MS) / DAY_MS),
    until: Math.round((Math.floor(after.ms / DAY_MS) * DAY_MS - ms) / DAY_MS),
  };
}

/** @typedef {ReturnType<typeof day_at>} Day */

export const light = (/** @type {Day} */ d, /** @type {number} */ latitude) => hours_above(latitude, d.sun.declination);
export const gain = (/** @type {Day} */ d, /** @type {number} */ latitude) =>
  60 * (light(d, latitude) - light(day_at(d.index - 1), latitude));
export const noon_height = (/** @type {Day} */ d, /** @type {number} */ latitude) =>
  90 - Math.abs(latitude - d.sun.declination);
/** Local mean time at which a right ascension is in the meridian, on the evening of the day. */
export const transit = (/** @type {Day} */ d, /** @type {number} */ ascension) =>
  ((((ascension + 0.0003 - d.midnight) % 24) + 24) % 24) * 0.99727;
export const phase_name = (/** @type {Day} */ d) => {
  const eighth = d.phase * 8;
  if (eighth < 0.35 || eighth > 7.65) return "new";
  if (eighth < 1.85) return "a waxing crescent";
  if (eighth < 2.15) return "at the first quarter";
  if (eighth < 3.65) return "gibbous and waxing";
  if (eighth < 4.35) return "full";
  if (eighth < 5.85) return "gibbous and waning";
  return eighth < 6.15 ? "at the last quarter" : "a waning crescent";
};

export const YEAR_OF_DAYS = range(DAYS).map(day_at);
