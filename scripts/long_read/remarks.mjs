// SPDX-License-Identifier: MIT
// What is written by hand: remarks on days, great days, and the months.

import { DAY_MS, YEAR } from "./calendar.mjs";
import { about_quarter, beat, commas, fixed, span } from "./numbers.mjs";
import { TURNS, date_of, easter, gain, light } from "./sky.mjs";


/** Remarks by month and day. */
export const REMARKS = /** @type {Record<string, string>} */ ({
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
export const GREAT_DAYS = /** @type {Record<string, {title: string, tell: (d: Day) => string}>} */ ({
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
export function turning_hour(name, nth = 0) {
  return about_quarter(TURNS.filter((turning) => turning.name === name)[nth].ms);
}

/** @typedef {{intro: string, tries: string[], parts: string[]}} Month */
/** @type {Month[]} */
export const MONTH_TEXTS = [
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
