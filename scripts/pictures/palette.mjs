// SPDX-License-Identifier: MIT
// From true colours to the 256 that a palette PNG can hold: one byte a pixel to pack and not three.
// The commonest colours stay as they are; the others, all on edges, take the nearest of them. No
// dithering: it would make flat colours grainy and files large.
// Includes nothing.

const SIZE = 256;

/** The steps of equal keys. @param {Uint32Array} keys @param {(key: number, from: number, to: number) => void} each */
function for_each_run(keys, each) {
  for (let from = 0, to = 0; from < keys.length; from = to) {
    while (to < keys.length && keys[to] === keys[from]) to++;
    each(keys[from], from, to);
  }
}

/** The square of the distance between two colours. @param {number} a @param {number} b */
const apart = (a, b) =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

/** The place of the nearest colour, the first of equals. @param {number[]} palette @param {number} key */
function nearest(palette, key) {
  let best = 0;
  for (let i = 1; i < palette.length; i++)
    if (apart(palette[i], key) < apart(palette[best], key)) best = i;
  return best;
}

/**
 * Pictures are mostly flat, so both passes look colours up once a run and not once a pixel.
 * @param {Float32Array} pixels red, green and blue from 0 to 255
 * @returns {{palette: number[], indices: Uint8Array}} 0xrrggbb, the commonest first, and each pixel's place in it
 */
export function to_palette(pixels) {
  const keys = new Uint32Array(pixels.length / 3);
  for (let i = 0; i < keys.length; i++)
    keys[i] = (Math.round(pixels[3 * i]) << 16) | (Math.round(pixels[3 * i + 1]) << 8) | Math.round(pixels[3 * i + 2]);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for_each_run(keys, (key, from, to) => counts.set(key, (counts.get(key) ?? 0) + to - from));
  // Equally common colours go by value, so that the order is that of the picture and not of the scan.
  const colours = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([key]) => key);
  const palette = colours.slice(0, SIZE);
  const places = new Map(colours.map((key, i) => [key, i < SIZE ? i : nearest(palette, key)]));
  const indices = new Uint8Array(keys.length);
  for_each_run(keys, (key, from, to) => indices.fill(places.get(key) ?? 0, from, to));
  return { palette, indices };
}
