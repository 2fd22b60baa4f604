// SPDX-License-Identifier: MIT
// The colours that the pictures share, so that they look like one hand's work, and the mixing of
// them. Colours are "#rrggbb" texts in scenes, for they are what a reader of the code knows; they
// become numbers only when painted.
// Includes numbers only.

import { clamp, lerp } from "./numbers.mjs";

export const INK = "#16243b";
export const NIGHT = "#213c58";
export const SEA = "#2b6079";
export const TEAL = "#4b909c";
export const MIST = "#a8cdc8";
export const FOAM = "#e3efe6";
export const WHITE = "#fdf9ef";
export const PAPER = "#f5ecd9";
export const SAND = "#e6d3ae";
export const GOLD = "#e9b24c";
export const CORAL = "#df6b4b";
export const RUST = "#a9432f";
export const PLUM = "#57385f";
export const MOSS = "#6d8c60";
export const WOOD = "#8f5d3a";
export const UMBER = "#5b3a2c";

/** @param {string} hex @returns {[number, number, number]} 0 to 255 each */
export function rgb(hex) {
  const v = parseInt(hex.slice(1), 16);
  return [v >> 16, (v >> 8) & 255, v & 255];
}

/** @param {string} a @param {string} b @param {number} t 0 gives a, 1 gives b */
export function mix(a, b, t) {
  const to = rgb(b);
  const parts = rgb(a).map((v, i) => Math.round(lerp(v, to[i], t)));
  return "#" + parts.map((v) => v.toString(16).padStart(2, "0")).join("");
}

/** A colour along a row of colours. @param {string[]} stops @param {number} t 0 to 1 */
export function along(stops, t) {
  const at = clamp(t, 0, 1) * (stops.length - 1);
  const i = Math.min(Math.floor(at), stops.length - 2);
  return mix(stops[i], stops[i + 1], at - i);
}
