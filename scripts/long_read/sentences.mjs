// SPDX-License-Identifier: MIT
// The sentences, as templates that computed facts fill.
import { range } from "../pictures/numbers.mjs";
import { asin, cos, hours_above, julian, sin, tan, turn } from "../pictures/sun.mjs";
import { DAYS, DAY_MS, MONTHS, START, WEEKDAYS, YEAR, rnd } from "./calendar.mjs";
import { ORDINALS, about_hour, beat, capital, clock, commas, count, fixed, ordinal, roman, side, span, table_span, word, words } from "./numbers.mjs";
import { BEHIND, FIGURES, MONTH_OF_MOON, STARS, date_of, day_at, gain, light, noon_height, phase_name, sidereal, transit } from "./sky.mjs";
import { next_north, next_place, next_south, next_temperate } from "./choosing.mjs";

export const is_prime = (/** @type {number} */ n) => n > 1 && range(n).slice(2).every((k) => k * k > n || n % k !== 0);
export const is_square = (/** @type {number} */ n) => Number.isInteger(Math.sqrt(n));
export const FIBONACCI = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233];
export const weekday_in = (/** @type {Day} */ d, /** @type {number} */ year) =>
  WEEKDAYS[new Date(Date.UTC(year, d.month, d.day)).getUTCDay()];

/** Kalends, nones and ides, with both ends counted. @param {Day} d */
export function roman_date(d) {
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
export const before_roman = (/** @type {number} */ n, /** @type {string} */ mark) =>
  n === 2 ? `the eve of ${mark}` : `the ${ordinal(n)} day before ${mark}`;

/** For a sentence without figures, which wears out. @param {number} times @param {Template} template @returns {Template} */
export function rare(times, template) {
  return (d) => {
    const text = times > 0 ? template(d) : null;
    if (text !== null) times--;
    return text;
  };
}

/** @type {Template[]} */
export const CALENDAR = [
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
export const month_length = (/** @type {Day} */ d) => new Date(Date.UTC(YEAR, d.month + 1, 0)).getUTCDate();

/** @type {Template[]} */
export const SUN = [
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
export function height(d, place) {
  const degrees = Math.round(noon_height(d, place.latitude));
  return `${degrees} degree${degrees === 1 ? "" : "s"}`;
}

/** @param {Day} d @param {Place} place @param {(name: string, text: string) => string} tell */
export function shadow(d, place, tell) {
  const up = noon_height(d, place.latitude);
  if (up < 3 || up > 88) return null;
  const cm = 100 / tan(up);
  return tell(place.name, cm < 130 ? `a shadow of ${fixed(cm, 0)} centimetres` : `a shadow of ${fixed(cm / 100)} metres`);
}

/** The next date on which the day is this long again, after the turning point. @param {Day} d @param {number} latitude */
export function twin_date(d, latitude) {
  const here = light(d, latitude);
  const growing = gain(d, latitude) > 0;
  for (let i = d.index + 20; i < d.index + 360; i++) {
    const a = light(day_at(i), latitude);
    if (growing ? a < here : a > here) return { index: i, growing };
  }
  return null;
}
export const date_with_year = (/** @type {number} */ index) =>
  `${date_of(START + index * DAY_MS)}${index >= DAYS ? ` ${YEAR + 1}` : ""}`;

/** @type {Template[]} */
export const LIGHT = [
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

export const no_darkness = rare(3, () =>
  `At 52° north the night has no full darkness: the Sun never sinks the eighteen degrees that astronomers ask for.`);

/** @type {Template[]} */
export const DIAL = [
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
export const fast = (/** @type {Day} */ d) => (d.sun.equation > 0 ? "ahead of" : "behind");
export const near_zero = (/** @type {Day} */ d) => Math.abs(d.sun.equation) > 0.5 ? null
  : `Sundial and clock agree to within ${count(Math.ceil(Math.abs(d.sun.equation) * 60), "second")}.`;
export const noon_clock = (/** @type {Day} */ d) => {
  const minutes = Math.round(720 - d.sun.equation);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
};

/** Days to the next mean phase. @param {Day} d @param {number} quarter */
export const days_to = (d, quarter) => Math.round(((quarter / 4 - d.phase + 1) % 1) * MONTH_OF_MOON);

/** @type {Template[]} */
export const MOON = [
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
export function evening_star(d, southern) {
  const shown = Object.entries(STARS).map(([name, [ascension, declination]]) => ({ name, declination, at: transit(d, ascension) }))
    .filter(({ at, declination }) => at > 19.6 && at < 24 && (southern ? declination < -20 : declination > -20));
  return shown.length === 0 ? null : shown[Math.floor(rnd() * shown.length)];
}

/** @type {Template[]} */
export const STARRY = [
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
