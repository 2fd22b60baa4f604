// SPDX-License-Identifier: MIT
// The year that the day book is for, and the chance that chooses its sentences: seeded, so that the same
// Node writes the same bytes.
import { random } from "../pictures/numbers.mjs";

export const YEAR = 2028;
export const DAYS = 366;
export const DAY_MS = 86400000;
export const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];
export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
export const START = Date.UTC(YEAR, 0, 1);
export const rnd = random(366);
