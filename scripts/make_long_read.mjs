// SPDX-License-Identifier: MIT
// Writes the long read of the sample, science/day-book: an entry for each day of the leap year 2028.
// `node scripts/make_long_read.mjs [FILE]`; without FILE it writes into assets/sample. Its sentences
// are templates that computed facts fill; chance is seeded, so the same Node writes the same bytes.
// Its parts are in long_read/.

import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { range } from "./pictures/numbers.mjs";
import { DAYS, DAY_MS, MONTHS, START, YEAR } from "./long_read/calendar.mjs";
import { about_hour, about_quarter, capital, commas, count, fixed, ordinal, side, table_span, words } from "./long_read/numbers.mjs";
import { TURNS, YEAR_OF_DAYS, date_of, day_at, easter, iso_week, light } from "./long_read/sky.mjs";
import { round_trip, teller } from "./long_read/choosing.mjs";
import { CALENDAR, DIAL, LIGHT, MOON, STARRY, SUN } from "./long_read/sentences.mjs";
import { GREAT_DAYS, MONTH_TEXTS, REMARKS } from "./long_read/remarks.mjs";
import { turning_points } from "./long_read/turning_points.mjs";

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
