// SPDX-License-Identifier: MIT
// Writes the long read of the sample, science/day-book: an entry for each day of the leap year 2028.
// `node scripts/make_long_read.mjs [FILE]`; without FILE it writes into assets/sample. Its sentences
// are templates that computed facts fill; chance is seeded, so the same Node writes the same bytes.

import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { random, range } from "./pictures/numbers.mjs";
import { asin, cos, hours_above, julian, sin, sun_at, tan, turn } from "./pictures/sun.mjs";

const YEAR = 2028;
const DAYS = 366;
const DAY_MS = 86400000;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const START = Date.UTC(YEAR, 0, 1);
const rnd = random(366);

// ---- Writing numbers -------------------------------------------------------------------------------

const commas = (/** @type {number} */ n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
const fixed = (/** @type {number} */ v, digits = 1) => v.toFixed(digits);
const count = (/** @type {number} */ n, /** @type {string} */ noun) => `${commas(n)} ${noun}${n === 1 ? "" : "s"}`;
const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const word = (/** @type {number} */ n) => SMALL[n] ?? commas(n);
const words = (/** @type {number} */ n, /** @type {string} */ noun) => `${word(n)} ${noun}${n === 1 ? "" : "s"}`;
const ORDINALS = ["", "first", "second", "third", "fourth", "fifth", "sixth"];
const capital = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1);

/** @param {number} n */
function ordinal(n) {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${commas(n)}${teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
}

/** A length of time in hours and minutes. @param {number} hours */
function span(hours) {
  const minutes = Math.round(hours * 60);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (m === 0) return count(h, "hour");
  return h === 0 ? count(m, "minute") : `${count(h, "hour")} ${count(m, "minute")}`;
}

/** A short one in minutes and seconds. @param {number} minutes */
function beat(minutes) {
  const seconds = Math.round(Math.abs(minutes) * 60);
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  if (m === 0) return count(s, "second");
  return s === 0 ? count(m, "minute") : `${count(m, "minute")} ${count(s, "second")}`;
}

/** A time of day, to five minutes. @param {number} hours */
function clock(hours) {
  const minutes = (Math.round((hours * 60) / 5) * 5 + 1440) % 1440;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** A time of day as people say it. @param {number} hours */
function about_hour(hours) {
  const h = Math.round(hours) % 24;
  if (h === 0) return "midnight";
  if (h === 12) return "noon";
  const part = h < 12 ? "in the morning" : h < 18 ? "in the afternoon" : "in the evening";
  return `${word(h % 12)} ${part}`;
}

/** The same to a quarter of an hour, which is how well the formula knows it. @param {number} ms */
function about_quarter(ms) {
  const quarters = Math.round((ms % DAY_MS) / (DAY_MS / 96));
  const hour = Math.floor(quarters / 4);
  const past = ["", "a quarter past ", "half past ", "a quarter to "][quarters % 4];
  return past + about_hour(quarters % 4 === 3 ? hour + 1 : hour);
}

const side = (/** @type {number} */ degrees) => (degrees < 0 ? "south" : "north");
const table_span = (/** @type {number} */ hours) => {
  const minutes = Math.round(hours * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
};

/** @param {number} n */
function roman(n) {
  const signs = /** @type {[number, string][]} */ ([[100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"],
    [5, "V"], [4, "IV"], [1, "I"]]);
  let out = "";
  for (const [value, sign] of signs) for (; n >= value; n -= value) out += sign;
  return out;
}

// ---- The calendar and the sky ----------------------------------------------------------------------

const date_of = (/** @type {number} */ ms) => {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
};

/** Week and year of ISO 8601: a week belongs to the year of its Thursday. @param {number} ms */
function iso_week(ms) {
  const thursday = ms + (4 - (new Date(ms).getUTCDay() || 7)) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  return { year, week: Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1 };
}

/** Gregorian Easter, by the anonymous rule of 1876. @param {number} year */
function easter(year) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}

/** The moment when the Sun reaches a longitude, near a guess. @param {number} degrees @param {number} guess ms */
function sun_reaches(degrees, guess) {
  let ms = guess;
  for (let i = 0; i < 8; i++) {
    const off = turn(degrees - sun_at(julian(ms)).longitude + 180) - 180;
    ms += (off / 0.98565) * DAY_MS;
  }
  return ms;
}

const TURNS = [
  { name: "December solstice", ms: sun_reaches(270, Date.UTC(YEAR - 1, 11, 21)) },
  { name: "March equinox", ms: sun_reaches(0, Date.UTC(YEAR, 2, 20)) },
  { name: "June solstice", ms: sun_reaches(90, Date.UTC(YEAR, 5, 20)) },
  { name: "September equinox", ms: sun_reaches(180, Date.UTC(YEAR, 8, 22)) },
  { name: "December solstice", ms: sun_reaches(270, Date.UTC(YEAR, 11, 21)) },
  { name: "March equinox", ms: sun_reaches(0, Date.UTC(YEAR + 1, 2, 20)) },
];

const MONTH_OF_MOON = 29.530588861; // days, on average (after Jean Meeus, as the epoch below)
const FIRST_NEW_MOON = 2451550.09766; // 6 January 2000
const PHASES = ["new Moon", "first quarter", "full Moon", "last quarter"];
const lunations = (/** @type {number} */ jd) => (jd - FIRST_NEW_MOON) / MONTH_OF_MOON;

/** Sidereal time at Greenwich, in hours. @param {number} jd */
const sidereal = (jd) => turn(280.46062 + 360.98564737 * (jd - 2451545)) / 15;

/** Right ascension in hours, and declination. @type {Record<string, [number, number]>} */
const STARS = {
  Achernar: [1.63, -57.2], Aldebaran: [4.6, 16.5], Rigel: [5.24, -8.2], Capella: [5.28, 46],
  Betelgeuse: [5.92, 7.4], Canopus: [6.4, -52.7], Sirius: [6.75, -16.7], Procyon: [7.66, 5.2],
  Pollux: [7.76, 28], Regulus: [10.14, 12], Spica: [13.42, -11.2], Arcturus: [14.26, 19.2],
  Antares: [16.49, -26.4], Vega: [18.62, 38.8], Altair: [19.85, 8.9], Deneb: [20.69, 45.3],
  Fomalhaut: [22.96, -29.6],
};
const FIGURES = /** @type {[string, number][]} */ ([
  ["Pisces", 0.5], ["Aries", 2.6], ["Taurus", 4.5], ["Orion", 5.6], ["Gemini", 7.1], ["Cancer", 8.7], ["Leo", 10.6],
  ["Virgo", 13.3], ["Boötes", 14.7], ["Libra", 15.4], ["Scorpius", 16.8], ["Sagittarius", 19], ["Aquila", 19.8],
  ["Capricornus", 21], ["Aquarius", 22.4],
]);
/** Where the Sun stands among the stars: the figure that begins at this longitude. */
const BEHIND = /** @type {[number, string][]} */ ([
  [29, "Aries"], [53.5, "Taurus"], [90.1, "Gemini"], [118, "Cancer"], [138, "Leo"], [173.9, "Virgo"], [217.8, "Libra"],
  [241.1, "Scorpius"], [247.7, "Ophiuchus"], [266.3, "Sagittarius"], [299.7, "Capricornus"], [327.6, "Aquarius"],
  [351.6, "Pisces"],
]);

/** @typedef {{name: string, latitude: number}} Place */
/** @type {Place[]} */
const PLACES = Object.entries({
  Quito: -0.2, Singapore: 1.4, Nairobi: -1.3, Lima: -12, Mumbai: 19.1, "Mexico City": 19.4, Honolulu: 21.3, Cairo: 30,
  Tokyo: 35.7, Beijing: 39.9, Madrid: 40.4, "New York": 40.7, Rome: 41.9, Turin: 45.1, Paris: 48.9, Prague: 50.1,
  Warsaw: 52.2, Edinburgh: 56, Stockholm: 59.3, Helsinki: 60.2, Reykjavík: 64.1, Johannesburg: -26.2, Sydney: -33.9,
  "Cape Town": -33.9, "Buenos Aires": -34.6, Melbourne: -37.8, Wellington: -41.3, Ushuaia: -54.8,
}).map(([name, latitude]) => ({ name, latitude }));
const NORTH = PLACES.filter(({ latitude }) => latitude > 29);
const SOUTH = PLACES.filter(({ latitude }) => latitude < -25);
const TEMPERATE = [...NORTH, ...SOUTH];
const TROPICS = PLACES.filter(({ latitude }) => Math.abs(latitude) < 23);

/** @param {number} index 0 is 1 January; days of other years work too */
function day_at(index) {
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

const light = (/** @type {Day} */ d, /** @type {number} */ latitude) => hours_above(latitude, d.sun.declination);
const gain = (/** @type {Day} */ d, /** @type {number} */ latitude) =>
  60 * (light(d, latitude) - light(day_at(d.index - 1), latitude));
const noon_height = (/** @type {Day} */ d, /** @type {number} */ latitude) =>
  90 - Math.abs(latitude - d.sun.declination);
/** Local mean time at which a right ascension is in the meridian, on the evening of the day. */
const transit = (/** @type {Day} */ d, /** @type {number} */ ascension) =>
  ((((ascension + 0.0003 - d.midnight) % 24) + 24) % 24) * 0.99727;
const phase_name = (/** @type {Day} */ d) => {
  const eighth = d.phase * 8;
  if (eighth < 0.35 || eighth > 7.65) return "new";
  if (eighth < 1.85) return "a waxing crescent";
  if (eighth < 2.15) return "at the first quarter";
  if (eighth < 3.65) return "gibbous and waxing";
  if (eighth < 4.35) return "full";
  if (eighth < 5.85) return "gibbous and waning";
  return eighth < 6.15 ? "at the last quarter" : "a waning crescent";
};

const YEAR_OF_DAYS = range(DAYS).map(day_at);

// ---- Choosing --------------------------------------------------------------------------------------

/** Goes through a list in an order that chance sets anew each time round. @template T @param {T[]} list */
function round_trip(list) {
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

const next_place = round_trip(PLACES);
const next_temperate = round_trip(TEMPERATE);
const next_north = round_trip(NORTH);
const next_south = round_trip(SOUTH);

/** @typedef {(d: Day) => string | null} Template  null when it has nothing to say of this day */

/** Takes the template that has rested longest, or one of the three next to it. @param {Template[]} templates */
function teller(templates) {
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

// ---- The sentences ---------------------------------------------------------------------------------

const is_prime = (/** @type {number} */ n) => n > 1 && range(n).slice(2).every((k) => k * k > n || n % k !== 0);
const is_square = (/** @type {number} */ n) => Number.isInteger(Math.sqrt(n));
const FIBONACCI = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233];
const weekday_in = (/** @type {Day} */ d, /** @type {number} */ year) =>
  WEEKDAYS[new Date(Date.UTC(year, d.month, d.day)).getUTCDay()];

/** Kalends, nones and ides, with both ends counted. @param {Day} d */
function roman_date(d) {
  if (d.month === 1 && d.day > 23) return null;
  const late = [2, 4, 6, 9].includes(d.month);
  const [nones, ides] = late ? [7, 15] : [5, 13];
  const name = MONTHS[d.month];
  if (d.day === 1) return `the Kalends of ${name}`;
  if (d.day === nones) return `the Nones of ${name}`;
  if (d.day === ides) return `the Ides of ${name}`;
  if (d.day < nones) return before_roman(nones - d.day + 1, `the Nones of ${name}`);
  if (d.day < ides) return before_roman(ides - d.day + 1, `the Ides of ${name}`);
  const length = new Date(Date.UTC(YEAR, d.month + 1, 0)).getUTCDate();
  // In a leap February one day was counted twice, so that the days before it keep their numbers.
  const left = length - d.day + 2 - (d.month === 1 ? 1 : 0);
  return before_roman(left, `the Kalends of ${MONTHS[(d.month + 1) % 12]}`);
}
const before_roman = (/** @type {number} */ n, /** @type {string} */ mark) =>
  n === 2 ? `the eve of ${mark}` : `the ${ordinal(n)} day before ${mark}`;

/** For a sentence without figures, which wears out. @param {number} times @param {Template} template @returns {Template} */
function rare(times, template) {
  return (d) => {
    const text = times > 0 ? template(d) : null;
    if (text !== null) times--;
    return text;
  };
}

/** @type {Template[]} */
const CALENDAR = [
  (d) => `It is day ${d.number} of the year, which leaves ${count(DAYS - d.number, "day")} to spend.`,
  (d) => `It belongs to week ${d.week} of ${d.week_year}, by the rule that a week goes where its Thursday goes.`,
  (d) => `Astronomers, who count days and ignore months, call it ${commas(d.julian_day)}.`,
  (d) => `When it ends, ${commas(d.number * 24)} of the year's 8,784 hours will be gone.`,
  (d) => d.number % 3 !== 0 ? null
    : `Measured in days, the year is ${fixed((100 * d.number) / DAYS)} per cent over by midnight.`,
  (d) => is_prime(d.number) ? `Its number, ${d.number}, is prime: so many days cannot be shared out evenly.` : null,
  (d) => is_square(d.number)
    ? `Laid out as tiles, the ${d.number} days so far make a square with ${Math.sqrt(d.number)} on each side.` : null,
  (d) => FIBONACCI.includes(d.number) && d.number > 3
    ? `Its number, ${d.number}, is one of Fibonacci's, the sum of the two before it in the row that begins 1, 1, 2, 3, 5.` : null,
  (d) => d.month === 1 && d.day === 29 ? null
    : `The date fell on a ${weekday_in(d, YEAR - 1)} the year before and falls on a ${weekday_in(d, YEAR + 1)} the year after.`,
  (d) => `In the ordinal form that ISO 8601 allows, the date is ${YEAR}-${String(d.number).padStart(3, "0")}, and needs no month at all.`,
  (d) => {
    const nth = Math.ceil(d.day / 7);
    return `It is the ${ORDINALS[nth]} ${d.weekday} of the month${d.day + 7 > month_length(d) ? ", and the last" : ""}.`;
  },
  (d) => d.index < 100 || d.index + 100 >= DAYS ? null
    : `A hundred days ago it was ${date_of(d.ms - 100 * DAY_MS)}, and in a hundred it will be ${date_of(d.ms + 100 * DAY_MS)}.`,
  (d) => `A stonecutter in Rome would have needed ${words(roman(d.number).length, "sign")} for the number of the day: ${roman(d.number)}.`,
  (d) => {
    const text = roman_date(d);
    return text && `Caesar's clerks would have dated their letters ${text}.`;
  },
  (d) => `In binary, the day's number is ${d.number.toString(2)}, which has ${words([...d.number.toString(2)].filter((bit) => bit === "1").length, "one")} in it.`,
  (d) => d.number < 20 ? null
    : `Noon comes ${fixed(((d.number - 0.5) * 86400) / 1e6, 2)} million seconds after the fireworks of New Year.`,
  (d) => DAYS - d.number < 7 ? null
    : `There are ${count(Math.floor((DAYS - d.number) / 7), "whole week")}${(DAYS - d.number) % 7 ? ` and ${words((DAYS - d.number) % 7, "day")}` : ""} between tonight and the end of the year.`,
  rare(8, (d) => d.weekday === "Monday" ? `Week ${d.week} begins, and with it the usual resolutions.` : null),
  (d) => d.day * (d.month + 1) === 28 ? `Day times month makes 28, the last two figures of the year.` : null,
  (d) => d.since === 0 || d.since > 95 ? null : `The ${d.before.name} lies ${words(d.since, "day")} back.`,
  (d) => d.until < 2 ? null : `The ${d.after.name} is ${words(d.until, "day")} away.`,
  (d) => {
    const sum = [...String(d.number)].reduce((total, digit) => total + Number(digit), 0);
    return d.number > 9 && d.number % sum === 0
      ? `Its number, ${d.number}, can be divided by the sum of its own digits, which is ${sum}.` : null;
  },
  (d) => `The same weekday will carry this date again in ${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((k) => YEAR + k)
    .find((year) => !(d.month === 1 && d.day === 29) && weekday_in(d, year) === d.weekday) ?? YEAR + 28}.`,
];
const month_length = (/** @type {Day} */ d) => new Date(Date.UTC(YEAR, d.month + 1, 0)).getUTCDate();

/** @type {Template[]} */
const SUN = [
  (d) => `At noon the Sun stands ${fixed(Math.abs(d.sun.declination))} degrees ${side(d.sun.declination)} of the celestial equator.`,
  (d) => `Somewhere on the parallel of ${fixed(Math.abs(d.sun.declination))}° ${side(d.sun.declination)}, at this very noon, a flagpole has no shadow.`,
  (d) => shadow(d, next_temperate(), (place, text) => `In ${place}, a stick one metre tall throws ${text} at noon.`),
  (d) => shadow(d, next_north(), (place, text) => `A child of one metre who stands in the noon sun of ${place} has ${text} to jump over.`),
  (d) => {
    const place = next_temperate();
    return `Noon in ${place.name} finds the Sun ${height(d, place)} above the ${place.latitude > 0 ? "southern" : "northern"} horizon.`;
  },
  (d) => `The Sun is ${fixed(d.sun.distance * 149.5979)} million kilometres away, and its light has been travelling for ${beat((d.sun.distance * 499.005) / 60)}.`,
  (d) => {
    const speed = 29.785 * Math.sqrt(2 / d.sun.distance - 1);
    return `The Earth moves at ${fixed(speed, 2)} kilometres a second, which takes it ${fixed((speed * 86400) / 1e6, 2)} million kilometres further by the next noon.`;
  },
  (d) => `Through a safe filter the Sun's disc would measure ${fixed(31.987 / d.sun.distance, 2)} minutes of arc; the year's mean is 31.99.`,
  (d) => `Counted from the March equinox, the Sun has come ${Math.floor(d.sun.longitude)} degrees of the 360 along its yearly path.`,
  (d) => {
    const place = next_temperate();
    const swing = asin(sin(d.sun.declination) / cos(place.latitude));
    if (Math.abs(swing) < 1.5) return `In ${place.name}, as nearly everywhere now, the Sun rises due east to within a degree or two.`;
    return `In ${place.name} the Sun comes up ${Math.round(Math.abs(swing))} degrees ${side(swing)} of due east, and goes down as far ${side(swing)} of due west.`;
  },
  (d) => {
    const moved = 60 * (d.sun.declination - day_at(d.index - 1).sun.declination);
    if (Math.abs(moved) < 3) return `The Sun's height at noon is nearly the same as yesterday: it differs by ${fixed(Math.abs(moved))} minutes of arc.`;
    return `Since yesterday the Sun has moved ${fixed(Math.abs(moved), 0)} minutes of arc to the ${side(moved)}, ${Math.abs(moved) > 16 ? "more than half its own width" : "less than half its own width"}.`;
  },
  (d) => {
    const nearer = (1.01671 - d.sun.distance) * 149.5979;
    return nearer < 0.15 ? null : `The Earth is ${fixed(nearer)} million kilometres nearer to the Sun than it is at its farthest in July.`;
  },
  (d) => {
    const at = BEHIND.findIndex(([start], i) => {
      const end = BEHIND[(i + 1) % BEHIND.length][0];
      return turn(d.sun.longitude - start) < turn(end - start);
    });
    const [start, name] = BEHIND[at];
    const end = BEHIND[(at + 1) % BEHIND.length][0];
    if (turn(d.sun.longitude - start) < 2 || turn(end - d.sun.longitude) < 2) return null;
    return `Behind the Sun, drowned in daylight, stand the stars of ${name}.`;
  },
  (d) => {
    const south = d.sun.declination < 0;
    const edge = 90 - 0.833 - Math.abs(d.sun.declination);
    return edge > 84 ? null : `All round the clock the Sun shines on everything beyond ${fixed(edge, 0)}° ${south ? "south" : "north"}.`;
  },
  (d) => {
    const edge = 90.833 - Math.abs(d.sun.declination);
    return edge > 84 ? null : `Beyond ${fixed(edge, 0)}° ${d.sun.declination < 0 ? "north" : "south"} the Sun does not come up, and what light there is at noon is twilight.`;
  },
  (d) => {
    const [north, south] = [next_north(), next_south()];
    return `At noon the Sun stands ${height(d, north)} high in ${north.name} and ${height(d, south)} in ${south.name}.`;
  },
  (d) => {
    const pole = d.sun.declination > 0 ? "North" : "South";
    if (Math.abs(d.sun.declination) < 1.5) return null;
    return `Seen from the ${pole} Pole the Sun goes round the whole horizon at a height of ${fixed(Math.abs(d.sun.declination), 0)} degrees, neither rising nor setting.`;
  },
  (d) => {
    const share = 1 / d.sun.distance ** 2 - 1;
    if (Math.abs(share) < 0.004) return `The sunlight at the top of the air has just its average strength, 1,361 watts on each square metre.`;
    return `Sunlight at the top of the air is ${fixed(100 * Math.abs(share))} per cent ${share > 0 ? "stronger" : "weaker"} than its yearly mean, owing to nothing but distance.`;
  },
  (d) => {
    const place = next_temperate();
    const effect = sin(noon_height(d, place.latitude));
    return effect < 0.02 ? null
      : `On level ground in ${place.name}, a patch of noon sunlight is spread over ${fixed(1 / effect, 2)} times the area that it would cover under an overhead Sun.`;
  },
];

/** @param {Day} d @param {Place} place */
function height(d, place) {
  const degrees = Math.round(noon_height(d, place.latitude));
  return `${degrees} degree${degrees === 1 ? "" : "s"}`;
}

/** @param {Day} d @param {Place} place @param {(name: string, text: string) => string} tell */
function shadow(d, place, tell) {
  const up = noon_height(d, place.latitude);
  if (up < 3 || up > 88) return null;
  const cm = 100 / tan(up);
  return tell(place.name, cm < 130 ? `a shadow of ${fixed(cm, 0)} centimetres` : `a shadow of ${fixed(cm / 100)} metres`);
}

/** The next date on which the day is this long again, after the turning point. @param {Day} d @param {number} latitude */
function twin_date(d, latitude) {
  const here = light(d, latitude);
  const growing = gain(d, latitude) > 0;
  for (let i = d.index + 20; i < d.index + 360; i++) {
    const a = light(day_at(i), latitude);
    if (growing ? a < here : a > here) return { index: i, growing };
  }
  return null;
}
const date_with_year = (/** @type {number} */ index) =>
  `${date_of(START + index * DAY_MS)}${index >= DAYS ? ` ${YEAR + 1}` : ""}`;

/** @type {Template[]} */
const LIGHT = [
  (d) => {
    const place = next_place();
    return `In ${place.name} the Sun is up for ${span(light(d, place.latitude))}.`;
  },
  (d) => {
    const place = next_temperate();
    const more = gain(d, place.latitude);
    return Math.abs(more) < 0.2 ? null
      : `${place.name} has ${span(light(d, place.latitude))} of daylight, ${beat(more)} ${more > 0 ? "more" : "less"} than the day before.`;
  },
  (d) => `From sunrise to sunset it is ${span(light(d, 60))} at 60° north and ${span(light(d, 35))} at 35°.`,
  (d) => {
    const [north, south] = [next_north(), next_south()];
    const [a, b] = [gain(d, north.latitude), gain(d, south.latitude)];
    if (Math.abs(a) < 0.25 || Math.abs(b) < 0.25) return null;
    return `${north.name} ${a > 0 ? "gains" : "loses"} ${beat(a)} of daylight, ${south.name} ${b > 0 ? "gains" : "loses"} ${beat(b)}.`;
  },
  (d) => {
    const place = next_temperate();
    const off = 2 * light(d, place.latitude) - 24;
    if (Math.abs(off) < 0.15) return `In ${place.name}, light and dark share the day to within a few minutes.`;
    return `In ${place.name}, ${off > 0 ? "light outlasts darkness" : "darkness outlasts light"} by ${span(Math.abs(off))}.`;
  },
  (d) => {
    const place = next_temperate();
    const minutes = 30 * (hours_above(place.latitude, d.sun.declination, -6) - light(d, place.latitude));
    return hours_above(place.latitude, d.sun.declination, -6) >= 23.9 ? null
      : `Civil twilight, in which a street needs no lamps, adds ${Math.round(minutes)} minutes at each end of the day in ${place.name}.`;
  },
  (d) => {
    const place = next_place();
    const slope = Math.sqrt(Math.max(0, cos(place.latitude) ** 2 - sin(d.sun.declination) ** 2));
    return slope < 0.2 ? null
      : `From the first spark to the whole disc, the Sun takes ${beat(31.987 / d.sun.distance / 15 / slope)} to rise over a flat horizon near ${place.name}.`;
  },
  (d) => {
    const hours = light(d, 70);
    const [low, high] = [d.sun.declination - 20, 20 + d.sun.declination];
    if (hours === 24) return `At 70° north the Sun does not set; at midnight it still stands ${fixed(Math.max(0, low))} degrees above the horizon.`;
    if (hours === 0) return `At 70° north the Sun does not rise; at noon it is ${fixed(Math.max(0, -high))} degrees below the horizon, and the sky merely pales.`;
    return `At 70° north, where everything happens faster, the day has ${span(hours)}.`;
  },
  rare(4, (d) => `Add the day in Rome to the day in Wellington, nearly as far from the equator on the other side, and you get ${span(light(d, 41.9) + light(d, -41.3))}.`),
  (d) => {
    const place = next_north();
    const ratio = 24 / light(d, place.latitude) - 1;
    if (!Number.isFinite(ratio) || (ratio > 0.8 && ratio < 1.25)) return null;
    return ratio > 1 ? `In ${place.name} the night is ${fixed(ratio)} times as long as the day.`
      : `In ${place.name} the day is ${fixed(1 / ratio)} times as long as the night.`;
  },
  (d) => {
    const place = next_temperate();
    if (d.since < 12 || d.until < 12) return null;
    const change = light(d, place.latitude) - light(day_at(d.index - d.since), place.latitude);
    return `Since the ${d.before.name}, ${place.name} has ${change > 0 ? "gained" : "lost"} ${span(Math.abs(change))} of daylight.`;
  },
  (d) => {
    const place = next_temperate();
    if (d.until < 8 && !d.after.name.includes("equinox")) return null;
    const twin = twin_date(d, place.latitude);
    return twin && `${place.name} will not see a day as ${twin.growing ? "short" : "long"} as this again before ${date_with_year(twin.index)}.`;
  },
  rare(4, (d) => `Singapore, on the equator to within a degree and a half, has its usual ${span(light(d, 1.4))} and sees no news in it.`),
  (d) => {
    const place = next_south();
    return `South of the equator, in ${place.name}, the Sun keeps the sky for ${span(light(d, place.latitude))}.`;
  },
  (d) => {
    const [a, b] = [next_north(), next_south()];
    const off = light(d, a.latitude) - light(d, b.latitude);
    if (Math.abs(off) < 0.3) return `${a.name} and ${b.name}, in opposite seasons, have days of nearly equal length.`;
    return `A day in ${off > 0 ? a.name : b.name} is ${span(Math.abs(off))} longer than one in ${off > 0 ? b.name : a.name}.`;
  },
  (d) => {
    const dark = 24 - hours_above(52, d.sun.declination, -18);
    if (dark < 0.05) return no_darkness(d);
    return `At 52° north, ${span(dark)} of the night are dark enough for the faintest stars.`;
  },
];

const no_darkness = rare(3, () =>
  `At 52° north the night has no full darkness: the Sun never sinks the eighteen degrees that astronomers ask for.`);

/** @type {Template[]} */
const DIAL = [
  (d) => near_zero(d) ?? `A sundial is ${beat(d.sun.equation)} ${fast(d)} a good clock.`,
  (d) => `By the mean time of the place, the shadow points due ${rnd() < 0.5 ? "north in Europe" : "south in Argentina"} at ${noon_clock(d)}.`,
  (d) => near_zero(d) ?? `Whoever sets a watch by a shadow must ${d.sun.equation > 0 ? "take off" : "add"} ${beat(d.sun.equation)}.`,
  (d) => {
    const change = (day_at(d.index + 1).sun.equation - d.sun.equation) * 60;
    if (Math.abs(change) < 1.5) return `From this noon to the next, by the Sun, 24 hours pass to within a second.`;
    return `From this noon to the next the Sun takes 24 hours ${change > 0 ? "less" : "and"} ${count(Math.round(Math.abs(change)), "second")}.`;
  },
  (d) => {
    const before = day_at(d.index - 7).sun.equation;
    const change = d.sun.equation - before;
    return Math.abs(change) < 0.25 ? `The equation of time has hardly moved in a week.`
      : `In a week the sundial has ${change > 0 ? "gained" : "lost"} ${beat(change)} on the clock.`;
  },
  (d) => near_zero(d) ?? `The true Sun crosses the meridian ${beat(d.sun.equation)} ${d.sun.equation > 0 ? "before" : "after"} the mean one, which exists only in tables.`,
  (d) => {
    const half = 30 * light(d, 52);
    const [am, pm] = [half + d.sun.equation, half - d.sun.equation];
    if (Math.abs(am - pm) < 8) return `Morning and afternoon, divided by the clock's noon, are about equally long.`;
    return `Divided at the clock's noon, the ${am > pm ? "morning" : "afternoon"} has ${Math.round(Math.abs(am - pm))} minutes more of daylight than the ${am > pm ? "afternoon" : "morning"}.`;
  },
  (d) => Math.abs(d.sun.equation) < 5 ? null
    : `A sundial maker would engrave “${d.sun.equation > 0 ? "Sun fast" : "Sun slow"}, ${fixed(Math.abs(d.sun.equation), 0)} minutes” against this date.`,
  (d) => {
    const degrees = d.sun.equation / 4;
    return Math.abs(degrees) < 0.8 ? null
      : `At noon by the clock the Sun is ${fixed(Math.abs(degrees))} degrees ${degrees > 0 ? "past" : "short of"} the meridian, about ${word(Math.round(Math.abs(degrees) / 0.53))} times its own width.`;
  },
];
const fast = (/** @type {Day} */ d) => (d.sun.equation > 0 ? "ahead of" : "behind");
const near_zero = (/** @type {Day} */ d) => Math.abs(d.sun.equation) > 0.5 ? null
  : `Sundial and clock agree to within ${count(Math.ceil(Math.abs(d.sun.equation) * 60), "second")}.`;
const noon_clock = (/** @type {Day} */ d) => {
  const minutes = Math.round(720 - d.sun.equation);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
};

/** Days to the next mean phase. @param {Day} d @param {number} quarter */
const days_to = (d, quarter) => Math.round(((quarter / 4 - d.phase + 1) % 1) * MONTH_OF_MOON);

/** @type {Template[]} */
const MOON = [
  (d) => d.age < 1.5 ? null
    : `By the mean count the Moon is ${fixed(d.age, 0)} days old, and ${Math.round(100 * d.lit)} per cent of its face is lit.`,
  rare(8, (d) => `The Moon is ${phase_name(d)}.`),
  (d) => d.lit < 0.03 || d.lit > 0.97 ? null
    : `The Moon is ${phase_name(d)}, with ${Math.round(100 * d.lit)} per cent of it in sunlight.`,
  (d) => d.lit < 0.03 ? null : `The Moon, ${phase_name(d)}, crosses the meridian around ${about_hour((12 + 24 * d.phase) % 24)}.`,
  (d) => {
    const days = days_to(d, 2);
    return days < 2 || days > 14 ? null : `The full Moon is ${words(days, "day")} away.`;
  },
  (d) => {
    const days = days_to(d, 0);
    return days < 2 || days > 12 ? null : `${capital(words(days, "day"))} more, and the Moon is new.`;
  },
  rare(3, (d) => d.phase > 0.06 && d.phase < 0.44
    ? `The Moon's lit side is the right one for northern eyes and the left one for southern, and it grows.` : null),
  rare(3, (d) => d.phase > 0.56 && d.phase < 0.94
    ? `For northern eyes the Moon is lit on its left, for southern ones on its right, and the lit part shrinks.` : null),
  rare(3, (d) => `This is lunation ${commas(d.lunation)} in Ernest Brown's count, which began with a new Moon in January 1923.`),
  rare(3, (d) => d.month === 1 && d.day === 29 ? null
    : `Nineteen years are 235 lunations to within hours, so on this date in 2009 the Moon looked as it does now.`),
  rare(3, (d) => d.phase > 0.06 && d.phase < 0.2
    ? `Between the horns of the Moon, the dark part shines faintly with light that the Earth sends back.` : null),
  rare(4, (d) => Math.abs(d.phase - 0.5) < 0.09
    ? `The Moon is up nearly all night, ${d.sun.declination > 0 ? "low" : "high"} in northern skies, about where the Sun stood half a year ago.` : null),
  rare(3, (d) => d.phase > 0.78 && d.phase < 0.9
    ? `The Moon rises long after midnight and hangs in the morning sky like something left over.` : null),
  rare(4, (d) => Math.min(d.phase, 1 - d.phase) < 0.05
    ? `No moonlight tonight, which is good for stars and bad for paths.` : null),
  (d) => {
    const hours = Math.abs(d.phase - 0.5) * 24;
    return hours < 2 || hours > 8 || d.phase > 0.5 ? null
      : `At nightfall the Moon is already up; it will set about ${words(Math.round(hours), "hour")} before the Sun returns, more or less, for the season has a say in it.`;
  },
  (d) => {
    const hours = 24 * d.phase;
    return d.phase > 0.08 && d.phase < 0.45 ? `The Moon follows the Sun across the sky at a distance of some ${words(Math.round(hours), "hour")}.` : null;
  },
  (d) => d.phase > 0.55 && d.phase < 0.9
    ? `The Moon goes ahead of the Sun by some ${words(Math.round(24 * (1 - d.phase)), "hour")}.` : null,
];

/** A star that crosses the meridian between eight and midnight. @param {Day} d @param {boolean} southern */
function evening_star(d, southern) {
  const shown = Object.entries(STARS).map(([name, [ascension, declination]]) => ({ name, declination, at: transit(d, ascension) }))
    .filter(({ at, declination }) => at > 19.6 && at < 24 && (southern ? declination < -20 : declination > -20));
  return shown.length === 0 ? null : shown[Math.floor(rnd() * shown.length)];
}

/** @type {Template[]} */
const STARRY = [
  (d) => {
    const star = evening_star(d, false);
    return star && `${star.name} is highest at ${clock(star.at)}.`;
  },
  (d) => {
    const star = evening_star(d, false);
    const place = next_north();
    return star && place.latitude - star.declination < 75 && star.declination < place.latitude
      ? `In ${place.name}, ${star.name} crosses the south at ${clock(star.at)}, ${Math.round(90 - place.latitude + star.declination)} degrees up.` : null;
  },
  (d) => {
    const star = evening_star(d, true);
    const place = next_south();
    const up = star && 90 - Math.abs(place.latitude - star.declination);
    if (!star || !up) return null;
    return up > 86 ? `In ${place.name}, ${star.name} passes almost overhead at ${clock(star.at)}.`
      : `Over ${place.name}, ${star.name} stands ${Math.round(up)} degrees high when it crosses the meridian at ${clock(star.at)}.`;
  },
  (d) => `At midnight in Greenwich, the clock that keeps time by the stars shows ${table_span(d.midnight)}.`,
  (d) => {
    const at = sidereal(julian(d.ms + (22 / 24) * DAY_MS));
    const off = (/** @type {number} */ hours) => Math.abs(((hours - at + 36) % 24) - 12);
    const [name] = FIGURES.reduce((best, figure) => (off(figure[1]) < off(best[1]) ? figure : best));
    return `At ten in the evening, ${name} is the figure nearest to the meridian.`;
  },
  (d) => {
    const at = transit(d, 3.79);
    return at < 18.5 && at > 3 ? null : `The Pleiades culminate at ${clock(at)}.`;
  },
  (d) => {
    const at = transit(d, 11.06);
    return at > 19 || at < 3 ? `The pointers of the Plough stand above the Pole Star at ${clock(at)}.` : null;
  },
  (d) => {
    const at = transit(d, 1);
    return at > 18 || at < 3 ? `Cassiopeia passes above the Pole Star at ${clock(at)}, in the shape of an M.` : null;
  },
  (d) => {
    const star = evening_star(d, false);
    return star && star.at > 20.8
      ? `${star.name} culminates at ${clock(star.at)}; a month from now it will do so two hours sooner.` : null;
  },
  (d) => {
    const at = transit(d, 18);
    return at > 20 || at < 2.5 ? `The brightest part of the Milky Way, towards the middle of the Galaxy, is in the south at ${clock(at)}.` : null;
  },
];

// ---- What is written by hand -----------------------------------------------------------------------

/** Remarks by month and day. */
const REMARKS = /** @type {Record<string, string>} */ ({
  "1-3": "The Quadrantids are at their best in these nights: short, sharp meteors from a constellation that maps have since dropped.",
  "1-6": "Snow squeaks under a boot when it is colder than about ten degrees of frost. Nearer to melting it only crunches.",
  "1-9": "Frost is thickest on the roof of a car, which sees the most sky and loses the most heat to it.",
  "1-15": "The coldest weeks of the northern winter come a month after the shortest day, for land and sea go on losing heat until the returning Sun pays more than they spend.",
  "1-18": "A ring around the Moon means thin, high cloud made of ice. It measures 22 degrees from the Moon, about a hand with the fingers spread.",
  "1-22": "Great tits start to sing on bright mornings now. The length of the day tells them, not the warmth.",
  "1-29": "Winter evenings show more bright stars than summer ones. The cold has nothing to do with it; Orion's part of the sky is simply rich.",
  "2-3": "Snowdrops push through frozen ground with leaf tips that are harder than the rest of the leaf.",
  "2-6": "Hazel flowers before it has leaves, so that nothing stands between the wind and the pollen.",
  "2-10": "A pond freezes from the top, and [there is a reason](ice.md) for which every fish should be grateful.",
  "2-13": "With the Sun so low, [a rainbow](rainbow.md) can stand at noon in all of northern Europe.",
  "2-18": "A blackbird begins in the half-dark. Birds with large eyes start earlier than birds with small ones.",
  "2-22": "In the south of Australia, this is when the sea is warmest: water takes two months longer than the Sun to make up its mind.",
  "2-26": "The zodiacal light can be seen in the west after dusk from dark northern places: a pale cone of sunlight, scattered by dust between the planets.",
  "3-3": "Frogs walk to their ponds on the first mild wet night, and cross more roads than they know.",
  "3-7": "The word Lent is the old English word for spring, and comes from the lengthening of the days.",
  "3-11": "Washing dries faster in March than the thermometer promises: cold air that the day has warmed is dry air.",
  "3-16": "Venetian blinds throw their stripes lower on the wall each week. The wall opposite the window is the simplest calendar in the house.",
  "3-24": "In these weeks the day grows faster than at any other time of the year, and most people notice it all at once.",
  "3-28": "For a sailor the time about the equinox has the largest [tides of the year](../oceans/spring-tides.md), when new or full Moon falls near it.",
  "4-2": "Oak before ash or ash before oak says nothing about the summer. Both follow the temperature, and oak follows it more closely.",
  "4-6": "A hailstone cut in half has rings, clear and milky, for the different kinds of cloud that it has been through.",
  "4-9": "Swallows are coming back to Europe. Among the males, those with the longest tails tend to be first.",
  "4-13": "April showers need warm ground under cold air, and no other month offers so much of both.",
  "4-22": "The Lyrids shoot from near Vega in the hours before dawn. Chinese annals mention them in 687 BC.",
  "4-26": "In the mountains of New Zealand's South Island, the first snow of autumn often lies by now.",
  "4-29": "The smell of rain on dry ground comes from plant oils and from geosmin, a substance that bacteria in the soil make.",
  "5-3": "Cuckoos can be heard a kilometre off. Their two notes are about a third apart, and the interval tends to widen as the season goes on.",
  "5-6": "Meteors of the Eta Aquariids are crumbs of Halley's Comet. The south sees more of them than the north.",
  "5-10": "The Ice Saints, from the 11th to the 13th in much of central Europe, are gardeners' rather than astronomers' days. Late frosts keep no calendar.",
  "5-16": "Mayflies live as winged insects for a day or so. They have spent a year or two under water getting ready.",
  "5-21": "In the dusk, red flowers turn dark and blue ones seem to glow. It is the eye that changes over from one set of cells to another.",
  "5-25": "Dew forms on clear, still nights, when grass cools below the air. Under a tree there is none.",
  "5-30": "Noctilucent clouds, the highest there are, begin to show in northern dusk: silver ripples eighty kilometres up, in sunlight that has left the ground.",
  "6-3": "A day in June is the longest, but its heat is not yet the greatest. The ground is still paying back the winter.",
  "6-7": "Swifts sleep on the wing, a kilometre or two up, and have been followed by radar while they do.",
  "6-11": "Strawberries ripen by warmth and not by date, and know nothing of tennis.",
  "6-16": "Glow-worms are at their brightest now. What glows is a female beetle without wings, and almost none of her energy is lost as heat.",
  "6-24": "The height of the midday Sun has hardly changed for a week. Solstice means just that: the Sun stands still.",
  "6-28": "In southern winter, the Milky Way's bright middle stands overhead at midnight in Sydney and in Cape Town.",
  "7-1": "The Earth is close to its farthest point from the Sun. Northern summers are hot for another reason, the height of the Sun.",
  "7-9": "Count the seconds between flash and thunder and divide by three: the result is the distance in kilometres.",
  "7-12": "Ants of many nests fly on the same warm still afternoon, and agree on it without a meeting.",
  "7-16": "Crickets chirp faster when it is warmer, so regularly that one kind serves as a thermometer.",
  "7-26": "The dog days have their name from Sirius, which in ancient Egypt came back into the dawn about the time the Nile rose.",
  "7-30": "Lime trees are loud in their last days of flower. The hum is bees.",
  "8-2": "Lammas, the loaf mass of the day before, was the feast of the first bread from new corn. [A loaf](bread.md) still takes the better part of an afternoon.",
  "8-6": "August nights are fit for lying on one's back. The Milky Way goes through the Summer Triangle of Vega, Deneb and Altair.",
  "8-12": "The Perseids peak tonight, up to sixty an hour and more under a dark sky. They meet the air at 59 kilometres a second.",
  "8-17": "Storks leave Europe for Africa in the second half of the month. They need rising air, and go round the sea rather than over it.",
  "8-21": "Sea water round northern coasts is at its warmest in these weeks, two months behind the Sun.",
  "8-25": "A spider's web in the morning shows every strand, since each one is hung with dew.",
  "8-30": "The wattles are in flower, and Australians will call it spring two days from now, by the calendar and not by the Sun.",
  "9-3": "Apples fall at night more than by day, people say. At night they are easier to hear.",
  "9-7": "Mist lies in valleys in the morning because cold air is heavy and runs downhill like water.",
  "9-11": "Robins sing again, both sexes, each for its own winter garden.",
  "9-16": "Leaves do not turn yellow so much as stop being green. The yellow was there all summer.",
  "9-25": "About this season the full Moon rises at nearly the same hour for several evenings, and farmers once worked on by it: the harvest Moon.",
  "9-29": "Hedgehogs weigh themselves in earnest. Below about half a kilogram, a winter is too long.",
  "10-3": "The first frost is likeliest after a clear evening without wind, in hollows, at dawn.",
  "10-6": "Jays bury acorns by the thousand, and forget enough of them to plant woods.",
  "10-10": "Geese fly in a V so that each has the rising air from the wing tip in front of it. They take turns at the head.",
  "10-17": "Birch gives up its leaves early, oak late, and a young beech hedge keeps them, brown, until spring.",
  "10-21": "The Orionids come from Halley's Comet, like their cousins in May, and are best after midnight.",
  "10-25": "Spiders on threads drift across the fields. Charles Darwin found them on his ship, a hundred kilometres out at sea.",
  "10-29": "Fog is cloud that lies down. It is wetter to the cheek than to the scales: as much of it as would fill a bus holds about a spoonful of water.",
  "11-4": "Smoke from a chimney goes straight up on still mornings, which is [force 0](../oceans/beaufort.md), and saves a look at the forecast.",
  "11-8": "Starlings gather before dark, in flocks that turn like one thing. Each bird keeps an eye on its nearest six or seven.",
  "11-12": "Ladybirds have gone into the cracks of window frames, by the dozen, and mean no harm.",
  "11-17": "The Leonids are few in most years. In 1833 they fell in such numbers that people woke each other to see.",
  "11-21": "In the hedge, the berries that are left are the bitter ones. Frost will make them sweeter.",
  "11-25": "The low Sun makes long shadows of short things: every tuft on a field has one.",
  "11-29": "Out of the wind it is warmer, for the wind carries off the thin layer of warm air that each of us wears.",
  "12-2": "Owls hoot at dusk, and claim now what they will need in February.",
  "12-6": "A candle at three hundred and forty metres looks as bright as Vega. At about two and a half kilometres the eye loses it.",
  "12-9": "Ice on a puddle is white where there is air under it, and creaks before it breaks.",
  "12-14": "The Geminids, the richest shower of the year, come from a small rocky body and not from a comet.",
  "12-18": "At Stonehenge and at Newgrange, the stones have been waiting for this week's Sun for some five thousand years.",
  "12-24": "The tree in the room is an evergreen for a plain reason: in winter a needle loses less water than a leaf.",
  "12-28": "The days are growing again, but by seconds, and from the evening end.",
});

/** Days with a heading of their own. */
const GREAT_DAYS = /** @type {Record<string, {title: string, tell: (d: Day) => string}>} */ ({
  "1-1": { title: "the first of 366", tell: (d) =>
    `The year begins on a ${d.weekday}, and so does not yet begin by weeks: by the international rule this day still belongs to week ${d.week} of ${d.week_year}. The Earth, about to pass its nearest point to the Sun, hurries. Had it been left to the sky to choose a first day, the solstice ten days ago would have had the better claim. January was put first by Romans, for the sake of their consuls, who took office then.` },
  "1-12": { title: "a bite out of the Moon", tell: () =>
    `There is a lunar eclipse, a very small one: the full Moon touches the edge of the Earth's inner shadow and goes on. About a fifteenth of its width is dark at the middle. Every eclipse of the Moon comes at full Moon and every eclipse of the Sun at new Moon, and the two kinds come in pairs, or in threes, a fortnight apart. The other half of this pair is due on the 26th.` },
  "1-26": { title: "a ring of Sun", tell: () =>
    `The new Moon crosses the Sun, but is too far from the Earth to cover it, and leaves a bright ring. The track of the annular eclipse runs from the Galápagos over northern South America and the Atlantic, and ends at sunset in Portugal and Spain. Never look at the ring without a proper filter, however thin it is.` },
  "2-29": { title: "the day that is mostly missing", tell: (d) =>
    `Day ${d.number} is the leap day. The round of the seasons takes 365.2422 days on average, so a calendar of 365 falls behind by nearly six hours a year. Four such remainders make a day. The Romans put it in further forward, by having the sixth day before the Kalends of March twice, and a leap year is still called *bissextile* in French. People who were born today have a birthday in one year out of four, and a good story in the other three.` },
  "3-20": { title: "equal light", tell: (d) =>
    `At about ${turning_hour("March equinox")} by universal time the Sun crosses the celestial equator to the north. Day and night are said to be equal, and are not quite: in Paris the day has ${span(light(d, 48.9))}, because the air lifts the Sun into view, and because sunrise is counted from the upper edge of the disc. The Sun rises due east for everybody. At the North Pole it has been skimming the horizon for a day or two, and will not set again for half a year.` },
  "4-16": { title: "Easter, by arithmetic", tell: () =>
    `Easter Sunday falls on the Sunday after the first full Moon of spring, where the Moon is a table and spring begins on 21 March. The rule takes a page of arithmetic and no telescope. Western churches get ${date_of(easter(YEAR))} for ${YEAR}; the extremes are 22 March and 25 April. The whole cycle repeats after 5.7 million years, by which time the table will need correcting anyway.` },
  "6-20": { title: "as far as it goes", tell: (d) =>
    `At about ${turning_hour("June solstice")} by universal time the Sun reaches its most northerly point, ${fixed(d.sun.declination, 2)} degrees, and turns. Helsinki has ${span(light(d, 60.2))} of sun, Cairo ${span(light(d, 30))}, Quito ${span(light(d, -0.2))}, Wellington ${span(light(d, -41.3))}. A solstice is a moment and the turning a matter of days: from the 14th to the 27th the Sun's noon height changes by less than a third of a degree.` },
  "7-6": { title: "a shadow on the Moon", tell: () =>
    `A partial eclipse of the Moon: a good third of it goes into the shadow of the Earth. The edge of the shadow is round wherever on the Moon it falls, and the ancient Greeks concluded from this that the Earth is a ball, since nothing but a ball has a round shadow from every side.` },
  "7-22": { title: "five minutes of night", tell: () =>
    `A total eclipse of the Sun crosses Australia from the north-west to the south-east, passes over Sydney in the afternoon, and ends in the sea beyond the south of New Zealand. At the longest, it lasts a little over five minutes. The size of the Moon in the sky matches that of the Sun only by accident and only for now: as the Moon recedes by 3.8 centimetres a year, total eclipses will come to an end in some hundreds of millions of years.` },
  "9-22": { title: "the other equal light", tell: (d) =>
    `At about ${turning_hour("September equinox")} by universal time the Sun crosses the equator to the south. It has taken ${Math.round((TURNS[3].ms - TURNS[1].ms) / DAY_MS)} days since March and will take ${Math.round((TURNS[5].ms - TURNS[3].ms) / DAY_MS)} to come back: the northern summer is a week longer than the northern winter, for the Earth goes more slowly in July, when it is far from the Sun. In Stockholm the day loses ${beat(gain(d, 59.3))}.` },
  "10-13": { title: "a Friday, as it happens", tell: () =>
    `The only Friday the 13th of ${YEAR}. No year is without one and none has more than three. In the 400 years after which the Gregorian calendar repeats itself, the 13th falls on a Friday 688 times, on a Wednesday or Sunday 687 times, and on a Thursday or Saturday 684 times. It is thus the likeliest day for a 13th, by a margin that has never hurt anybody.` },
  "10-15": { title: "ten days that were not", tell: () =>
    `In 1582, in Rome, Spain, Portugal and Poland, the day after 4 October was called the 15th. The older calendar had one leap year too many every 128 years or so, and the equinox had slid ten days from its place. Pope Gregory's reform cut them out and left out three leap days in every four centuries from then on. Weekdays went on undisturbed: a Thursday was followed by a Friday.` },
  "12-21": { title: "the turn", tell: (d) =>
    `At about ${turning_hour("December solstice", 1)} by universal time the Sun stands at its most southerly, ${fixed(Math.abs(d.sun.declination), 2)} degrees, and turns north. In Edinburgh it is up for ${span(light(d, 56))}, in Reykjavík for ${span(light(d, 64.1))}, in Ushuaia for ${span(light(d, -54.8))}. The evenings have been growing for a week or more, the mornings will go on shrinking into January, and the difference is the work of the equation of time, which has been at it all year.` },
  "12-31": { title: "the last of 366", tell: (d) =>
    `Julian day ${commas(d.julian_day)}, day ${d.number}, no days left. The year ends with an eclipse of the Moon, a total one, visible in Asia and Australia and, as the Moon rises, in Europe. It is also the second full Moon of the month. The light that colours the darkened disc has come through the rim of the Earth's air, from all the sunrises and sunsets that are going on at that moment. It is a good number of them to end with.` },
});

/** @param {string} name @param {number} [nth] */
function turning_hour(name, nth = 0) {
  return about_quarter(TURNS.filter((turning) => turning.name === name)[nth].ms);
}

/** @typedef {{intro: string, tries: string[], parts: string[]}} Month */
/** @type {Month[]} */
const MONTH_TEXTS = [
  { intro: "January is the month in which the light comes back and nobody believes it. In the north the mornings stay dark until the middle of the month, because the sundial is losing time against the clock: all the gain goes to the evening. In the south it is high summer. The Earth passes its nearest point to the Sun in the first days, and moves fastest there, so that the weeks in which the north shivers are also those in which the planet as a whole gets most sunlight.",
    tries: ["Mark where the Sun sets behind the roofs on the first evening of the month, and again on the last.", "Find Orion's belt, follow it down to the left from the north, or up to the right from the south, and you are at Sirius.", "Put a ruler upright on the window sill at noon and note the length of its shadow. You will want it in June."],
    parts: ["dark mornings", "the first minutes", "a month of evenings"] },
  { intro: "February is short because it was last. In the oldest Roman calendars the year ended with it, and it took what days were left over. This year there is one more. In the north, the day now grows by more than an hour and a half within the month in the latitudes of Paris or Prague; farther up it is three hours. About the 11th the sundial is as far behind the clock as it will be this year, fourteen minutes, and then it turns.",
    tries: ["Look for the thin old Moon before sunrise, three days before new Moon, and see the dark part glow.", "Compare the two halves of the day: which lies nearer to your clock's noon, sunrise or sunset?", "On a clear night, hold up one fist at arm's length. It covers ten degrees, and so twenty Moons."],
    parts: ["hazel and ice", "the slowest sundial", "one day extra"] },
  { intro: "March brings the fastest change. Around the equinox the Sun moves north by its own width every day and a third, and a walk home that was dark in the first week is light in the last. Everywhere on Earth the day has now some twelve hours, from Reykjavík to Ushuaia, which is the one time of the year when a table of day lengths is dull. Farmers used to trust the month little. The air is still winter's, and the light is already September's.",
    tries: ["On the day of the equinox, put a stick in level ground and mark the tip of its shadow every hour. The marks lie on a straight line, from west to east.", "Measure the shadow at noon. The angle at its tip, taken from ninety, is your latitude.", "Watch when the street lamps come on, each evening for a week."],
    parts: ["towards the line", "across the line", "longer than the night"] },
  { intro: "In April the sundial and the clock meet, one of four dates in the year on which they do. The Sun's path now leads so high that a north-facing wall in northern latitudes gets some sun again, early and late. In the evening the winter figures go down in the west, one after another, and Leo and Virgo take their place; there are fewer bright stars in them, but more galaxies, for here we look out sideways from the disc of our own.",
    tries: ["Follow the curve of the Plough's handle to Arcturus, and go on to Spica.", "Stand under a tree in young leaf at noon. The round spots of light on the ground are pictures of the Sun.", "Find out which of your windows gets the first ray of the day, and which the last."],
    parts: ["sundial and clock", "Easter and showers", "green"] },
  { intro: "May has long dusks. In the north the Sun goes down at a slant, so that the time between sunset and darkness grows faster than the day itself; beyond 50 degrees or so, by the end of the month, the sky in the north does not become quite dark at all. At 70° north the Sun stops setting soon after the middle of the month. On the other side of the world the first frosts lie on the fields of Otago, and in Ushuaia the Sun at noon is no higher than a church tower seen from across the square.",
    tries: ["Sit outside from sunset until you can see your first star, then until you can no longer read. Write down both times.", "Look at the Moon's lit edge with field glasses; the mountains show best where their shadows are long.", "Compare the colour of shadows on white paper at noon and at sunset."],
    parts: ["the sundial runs ahead", "frost saints", "no full night"] },
  { intro: "June contains the longest day of the north and the shortest of the south, and round it two weeks in which nothing moves. The Sun climbs by a few minutes of arc, stops, and comes down by as many. Earliest sunrise and latest sunset do not fall on the solstice, but on either side of it, some days apart: earlier in the month the mornings have already turned, and the evenings go on growing until its end. The sundial loses thirteen seconds a day in the meantime, and is the cause.",
    tries: ["Measure again the shadow of the ruler on the sill, and compare it with January's.", "Look north at midnight, if you live beyond 50 degrees, for the glow of the Sun that goes along beneath the horizon.", "Watch the shadow of a walking stick at noon for ten minutes. It moves by a finger's width or more, and you are seeing the Earth turn."],
    parts: ["early mornings", "standing still", "late evenings"] },
  { intro: "July has the Earth at its farthest from the Sun, and the north at its warmest. There is no contradiction, or only a small one: distance takes seven per cent off the sunlight between January and July, while the height of the Sun multiplies it at 52 degrees by more than three at noon, and the length of the day doubles it again. The warmth lags behind the light by a month on land and by two at sea. So it is in January for the south.",
    tries: ["Let water stand in the sun in a black pan and a white one, and compare after an hour.", "Follow the Milky Way with the naked eye from one horizon to the other. It has gaps, which are dust.", "Estimate the distance of a thunderstorm, by counting, three times in a row. Is it coming?"],
    parts: ["the far end of the orbit", "warmth behind the light", "an eclipse to travel for"] },
  { intro: "In August the nights come back to the north. The day loses three to four minutes from one evening to the next, and what is lost is seen in the evening more than in the morning. The Sun goes down the same ladder that it climbed in spring, rung for rung, with the difference that the ground is now warm. In the south the light returns; north of Cape Town the flowers of the dry country are out, and the sea is as cold as it gets.",
    tries: ["Count meteors for a quarter of an hour on the night of the 12th, and multiply by four.", "Lie down so that you see the Summer Triangle overhead, and wait until the Milky Way appears between its stars. It takes the eyes twenty minutes.", "Note the day on which you first switch on a lamp at dinner."],
    parts: ["down the ladder", "shooting stars", "the lamp at dinner"] },
  { intro: "September is a mirror of March: again twelve hours everywhere, again a Sun that rises due east and sets due west, again a change of several minutes a day. It feels different because it runs the other way, and because the sea is warm. About the first of the month sundial and clock meet for the third time, and then the sundial gains on the clock faster than at any other season. Sunsets become early from both causes at once.",
    tries: ["At the equinox, look along a street that runs from east to west, at sunset. Every such street has the Sun at its end on that evening, whatever its latitude.", "Find the square of Pegasus, which is large and empty. How many stars do you see inside it? Under a dark sky it may be a dozen.", "Note which tree in your street turns first. It will be the same one next year."],
    parts: ["sundial and clock, again", "towards the line", "less light than dark"] },
  { intro: "October takes the light in the grand manner. At 60 degrees north more than two and a half hours of day go within the month, and farther up the nights become serious. Towards its end the sundial is further ahead of the clock than it ever is, sixteen minutes, and so the afternoons are short out of proportion. In the sky it is the quiet season between the Summer Triangle and Orion. The one bright star in the south is Fomalhaut, which has a wide stretch of sea to itself.",
    tries: ["Look for the Andromeda Galaxy without glasses, on a night with no Moon. Its light is two and a half million years old.", "Collect one leaf a day from the same tree and lay them in a row.", "Find out at which hour your shadow is as long as you are. On many days there is no such hour any more."],
    parts: ["gold", "between triangles", "the fastest sundial"] },
  { intro: "In November the Sun sets early and rises in a hurry. In the north it stands so low at noon that houses across the street keep it from the ground floor, and does not care that the clocks in many countries were put back. At 70 degrees it does not come up any more from the last week on. In the south it is the time of long light evenings, with Christmas near, and roses. The bright stars of winter rise before bedtime: Capella first, then Aldebaran, then all of Orion.",
    tries: ["Watch Orion rise. It lies on its side at first, and stands upright six hours later.", "On a foggy evening, look past a street lamp from behind a tree: you can see the tree's shadow in the air.", "Breathe on a cold window and watch in what order the mist goes away."],
    parts: ["early lamps", "leaves on the ground", "low Sun"] },
  { intro: "December has the shortest days of the north, though not the latest mornings. The earliest sunset comes about ten days before the solstice in middle latitudes and the latest sunrise about ten days after it. The solstice lies in the middle of a fortnight of equal darkness. On the equator, the same weeks have days of 12 hours and 7 minutes, like all others. The Sun, whose height decides it all, stands over the Tropic of Capricorn, and people in São Paulo who look for their shadow at noon find it under their feet.",
    tries: ["Look up the earliest sunset for where you live, and drink to it. From then on the evenings grow.", "Find Capella, Aldebaran, Rigel, Sirius, Procyon and Pollux: six stars in a ring, with Betelgeuse inside.", "At noon on the shortest day, see how far into the room the Sun shines, and put a mark there."],
    parts: ["the earliest sunset", "the turn", "an end and a beginning"] },
];

// ---- Turning points that the arithmetic finds ------------------------------------------------------

/** Extremes and thresholds, by index of the day. @returns {Map<number, string[]>} */
function turning_points() {
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

// ---- Putting it together ---------------------------------------------------------------------------

const tell = {
  c: teller(CALENDAR), s: teller(SUN), l: teller(LIGHT), e: teller(DIAL), m: teller(MOON), t: teller(STARRY),
};
/** What an entry speaks of: calendar, Sun, light, equation of time, Moon, stars. */
const next_pattern = round_trip(["cl", "sl", "le", "cs", "lt", "ms", "cl", "st", "cm", "es", "tm", "ls", "ce", "lm"]);

/** @param {Day} d */
function moon_event(d) {
  if (!d.event) return "";
  const at = about_hour(d.event.hour);
  const next = commas(day_at(d.index + 1).lunation);
  const forms = /** @type {Record<string, string[]>} */ ({
    "new Moon": [
      `The Moon passes the Sun about ${at}, by the mean count, and lunation ${next} begins.`,
      `New Moon, in the mean, about ${at}: lunation ${next}, if anybody asks.`,
      `About ${at} the mean Moon is new, and nobody sees it.`,
    ],
    "first quarter": [
      `First quarter, by the mean count, about ${at}: the half Moon stands in the south at sunset, or in the north for those below the equator.`,
      `The Moon reaches its first quarter about ${at}, if it keeps to its average.`,
      `About ${at} the mean Moon has done a quarter of its round, and half of its face is lit.`,
    ],
    "full Moon": [
      `The Moon is full, in the mean, about ${at}, and rises about when the Sun goes down.`,
      `Full Moon about ${at}, by mean motion; tonight the two lights take turns.`,
      `The mean Moon stands opposite the Sun about ${at}, and is full.`,
    ],
    "last quarter": [
      `Last quarter about ${at}, in the mean; the half Moon comes up near midnight.`,
      `The mean Moon comes to its last quarter about ${at}, and belongs to early risers.`,
      `About ${at} the Moon has a quarter of its way left to go, on average.`,
    ],
  });
  const texts = forms[d.event.name];
  return texts[d.month % texts.length];
}

/** @param {Day} d @param {Map<number, string[]>} notes */
function entry(d, notes) {
  const key = `${d.month + 1}-${d.day}`;
  const great = GREAT_DAYS[key];
  const lead = `**${d.title}, ${d.weekday}.**`;
  const sentences = [...(notes.get(d.index) ?? [])];
  if (d.event && !great) sentences.push(moon_event(d));
  const said = { m: Boolean(d.event), e: sentences.some((sentence) => /sundial/i.test(sentence)) };
  const pattern = [...next_pattern()].filter((topic) => !said[/** @type {"m"} */ (topic)]);
  const most = great ? 0 : REMARKS[key] ? 2 : 4;
  for (const topic of pattern.slice(0, Math.max(great ? 0 : 1, most - sentences.length))) {
    const text = tell[/** @type {"c"} */ (topic)](d);
    const again = ["70° north", "52° north", "overhead", "shadow"].some((about) =>
      text.includes(about) && sentences.some((sentence) => sentence.includes(about)));
    if (text && !again) sentences.push(text);
  }
  if (REMARKS[key]) sentences.push(REMARKS[key]);
  if (!great) return `${lead} ${sentences.join(" ")}`;
  return `#### ${d.title}: ${great.title}\n\n**${d.weekday}.** ${[great.tell(d), ...sentences].join(" ")}`;
}

/** @param {Day[]} days */
function month_table(days) {
  const length = days.length;
  const rows = [1, 6, 11, 16, 21, 26, length].map((day) => days[day - 1]);
  const cells = rows.map((d) => [
    d.day, `${d.sun.declination < 0 ? "−" : "+"}${fixed(Math.abs(d.sun.declination))}`,
    `${d.sun.equation < 0 ? "−" : "+"}${fixed(Math.abs(d.sun.equation))}`,
    ...[0, 30, 45, 60, -35].map((latitude) => table_span(light(d, latitude))), fixed(d.age),
  ]);
  return [
    "| Day | Sun, degrees | Sundial, minutes | Equator | 30° N | 45° N | 60° N | 35° S | Moon, days |",
    "|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ...cells.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");
}

/** @param {Day[]} days */
function month_dates(days) {
  const items = days.filter((d) => d.event).map((d) => `${capital(d.event?.name ?? "")}: ${d.weekday} the ${ordinal(d.day)}`);
  for (const { name, ms } of TURNS) {
    const d = days.find((day) => day.ms === Math.floor(ms / DAY_MS) * DAY_MS);
    if (d) items.push(`**${capital(name)}: ${d.weekday} the ${ordinal(d.day)}, about ${about_quarter(ms)}**`);
  }
  return items.map((item) => `- ${item}`).join("\n");
}

/** What a third of a month does as a whole. @param {Day[]} days */
function summary(days) {
  const [a, b] = [days[0], /** @type {Day} */ (days.at(-1))];
  const change = 60 * (light(b, 45) - light(a, 45));
  const place = (/** @type {Day} */ d) => `${fixed(Math.abs(d.sun.declination))}° ${side(d.sun.declination)}`;
  const day = Math.abs(change) < 2 ? "keeps its length" : `${change > 0 ? "gains" : "loses"} ${count(Math.round(Math.abs(change)), "minute")}`;
  return `*The Sun goes from ${place(a)} to ${place(b)}; the day at 45° north ${day}.*`;
}

/** @param {number} month @param {Map<number, string[]>} notes */
function month_text(month, notes) {
  const days = YEAR_OF_DAYS.filter((d) => d.month === month);
  const { intro, tries, parts } = MONTH_TEXTS[month];
  const thirds = [days.slice(0, 10), days.slice(10, 20), days.slice(20)];
  const blocks = [
    `## ${MONTHS[month]}`, intro, month_dates(days), month_table(days),
    ...thirds.flatMap((third, i) => [
      `### ${third[0].day} to ${third.at(-1)?.day} ${MONTHS[month]}: ${parts[i]}`, summary(third),
      ...third.map((d) => entry(d, notes)),
    ]),
    `### To try in ${MONTHS[month]}`, tries.map((text, i) => `${i + 1}. ${text}`).join("\n"),
  ];
  return blocks.join("\n\n");
}

const FRONT = `---
id: day-book
title: A day book of 366 skies
standfirst: One entry for each day of ${YEAR}, with what the Sun, the Moon and the calendar do on it. All of it is arithmetic, and none of it is a forecast.
section: [Science, Everyday]
authors:
  - name: Science desk
published: 2026-11-22T07:00:00Z
image:
  src: media/analemma.png
  alt: A slim figure of eight made of 73 small Suns over green hills; on the left a post with a short shadow.
  width: 1600
  height: 900
  caption: The Sun at the same minute of the clock on every fifth day of ${YEAR}. The figure is drawn three times as wide as in the sky.
  credit: Drawn for this page
related: [spring-tides, rainbow, ice-floats, star-names]
tags: [sun, moon, calendar, seasons]
---`;

const OPENING = `An almanac used to hang from a nail by the stove, and told its readers when the Moon was full, how long the day would be and when to expect the tax collector. This one leaves out the collector. It has an entry for every day of the leap year ${YEAR}, and you may read it as such books were read: a page in the evening, the rest another time.

## How the figures were found

Everything about the sky in this book comes from a few lines of arithmetic that a patient person could do by hand. No figure is an observation, and most are rounded means:

- **The Sun's place** follows from the short formula that almanac offices publish for those who need a hundredth of a degree and no more. It is taken for noon, universal time.
- **The length of the day** runs from the moment the Sun's upper edge shows to the moment it is gone, over a flat horizon, with the usual allowance for the bending of light in air. A real hill or a cold morning can change it by several minutes.
- **The Moon** goes by its mean motion, one lunation in 29.530589 days. The real Moon runs ahead of its mean or lags behind it by up to fourteen hours, so that a phase may fall on the day before or after.
- **The sundial** is compared with a clock that keeps the mean time of its own place. Your clock keeps a zone's time instead, and perhaps summer time as well.
- **Stars** are given for mean time, too, to the nearest five minutes, which is how far they shift from one evening to the next and a bit.
- **The calendar** is the Gregorian one, and here the figures are exact.

> Rule for all almanacs: what is computed is computed for everywhere, and what is seen is seen from one place.

Eclipses and showers of meteors are named on their days. The remarks on birds, hedges and weather are about what usually happens; in ${YEAR} it may happen otherwise.

### Words that come back

1. *Declination* is the latitude over which the Sun stands: 23.4 degrees north in June, as many south in December, nothing at the equinoxes.
2. *The equation of time* is what has to be added to the clock to get the sundial. It is never more than 16 and a half minutes. Two causes share the blame: the Earth's path is not quite a circle, and it is tilted against the equator.
3. *The mean Moon's age* is the number of days since new Moon.
4. *Meridian* is the line from north to south through the point overhead. What crosses it is at its highest.
5. *The Julian day* is a running count of days, begun so long ago, in 4713 BC, that no date in history comes out negative.

![Hours of daylight from January to December at the equator and at 30, 45, 60 and 70 degrees north. All curves cross near twelve hours in March and September.](../media/day-lengths.png "Daylight through the year, in hours, at five latitudes. The flat stretches of the darkest curve are the midnight Sun and the polar night.")

The picture above has the whole book in it, in a way. Each day is one step to the right. What follows is the same thing in words.

### The year in a few lines

${YEAR} begins and ends in the middle of things, like all years. In short:`;

const CLOSING = `## After the last page

A year has gone by in which nothing in this book happened for the first time. The Sun has gone through its 360 degrees three quarters of a day faster than the calendar through its 366 days, which pays off what three common years had left owing; the next payment is due in 2032. The Moon has been full thirteen times, once more than is usual. Day lengths came out in the evening exactly as they had been computed, and nobody was surprised.

That is the charm of almanacs. They are the least exciting books there are, and every line in them is about something that people once travelled for months to see. If you have kept some of the marks that were suggested here, on a window sill or on a wall, you own an observatory. It needs another year for its second observation. The first thing to write in it is the length of a shadow at noon.

For the tides, which go by the same two lights, there is [a guide of its own](../oceans/spring-tides.md); for the names of the stars there is [a page in Arabic](../languages/star-names.md), where most of them are at home.`;

function year_list() {
  const friday = YEAR_OF_DAYS.filter((d) => d.day === 13 && d.weekday === "Friday").map((d) => d.title);
  const fulls = YEAR_OF_DAYS.filter((d) => d.event?.name === "full Moon").length;
  const news = YEAR_OF_DAYS.filter((d) => d.event?.name === "new Moon").length;
  const lengths = [1, 2, 3, 4].map((i) => `${fixed((TURNS[i].ms - TURNS[i - 1].ms) / DAY_MS)} days`);
  const items = [
    `It has ${DAYS} days, the first a ${YEAR_OF_DAYS[0].weekday} and the last a ${YEAR_OF_DAYS[DAYS - 1].weekday}.`,
    `Its weeks are numbered from 1, which begins on ${date_of(YEAR_OF_DAYS.find((d) => d.week === 1 && d.week_year === YEAR)?.ms ?? START)}, to ${iso_week(Date.UTC(YEAR, 11, 28)).week}.`,
    `Its Julian days run from ${commas(YEAR_OF_DAYS[0].julian_day)} to ${commas(YEAR_OF_DAYS[DAYS - 1].julian_day)}, each beginning at noon.`,
    `Western Easter is on ${date_of(easter(YEAR))}.`,
    `There is ${words(friday.length, "Friday")} the 13th, on ${friday.join(" and ")}.`,
    `By mean motion there are ${words(fulls, "full Moon")} and ${words(news, "new Moon")}.`,
    `From solstice to equinox to solstice, the four seasons last ${lengths.slice(0, 3).join(", ")} and ${lengths[3]}, starting with the northern winter.`,
    `The Earth is nearest to the Sun in the first days of January and farthest in the first days of July.`,
  ];
  return items.map((item) => `- ${item}`).join("\n");
}

const notes = turning_points();
const text = [
  FRONT, `${OPENING}\n\n${year_list()}`, ...range(12).map((month) => month_text(month, notes)), CLOSING,
].join("\n\n");
const file = process.argv[2]
  ?? join(dirname(fileURLToPath(import.meta.url)), "..", "assets", "sample", "science", "day-book.md");
writeFileSync(file, `${text}\n`);
