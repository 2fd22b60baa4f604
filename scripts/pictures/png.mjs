// SPDX-License-Identifier: MIT
// Writes palette PNG (W3C PNG, third edition), as little of it as the pictures need: no interlace,
// no transparency, one filter for all rows. By hand, because an encoder from elsewhere would be a
// package to install for a hundred lines, and its next version might write other bytes.
// Includes palette only.

import { deflateSync } from "node:zlib";
import { to_palette } from "./palette.mjs";

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const FILTER_NONE = 0;
const FILTER_UP = 2;

/** CRC-32 of PNG (ISO 3309), by the bit: a picture has few bytes. @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** Length, type, data and checksum (section 5.3). @param {string} type @param {Uint8Array} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/**
 * IHDR: 8 bits a pixel, palette, and the only methods there are (section 11.2.1).
 * @param {number} width_px @param {number} height_px
 */
function header(width_px, height_px) {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  data.writeUInt32BE(width_px, 0);
  data.writeUInt32BE(height_px, 4);
  return data;
}

/**
 * The rows, each after the number of its filter (section 9.2), packed.
 * @param {Uint8Array} indices @param {number} width_px @param {number} filter
 */
function pack(indices, width_px, filter) {
  const height_px = indices.length / width_px;
  const rows = Buffer.alloc((width_px + 1) * height_px);
  for (let y = 0, to = 0; y < height_px; y++) {
    rows[to++] = filter;
    for (let x = 0; x < width_px; x++) {
      const at = y * width_px + x;
      rows[to++] = indices[at] - (filter === FILTER_UP && y > 0 ? indices[at - width_px] : 0);
    }
  }
  return deflateSync(rows, { level: 9, memLevel: 9 });
}

/**
 * Which filter packs better depends on the picture, so both are tried.
 * @param {Float32Array} pixels red, green and blue from 0 to 255, row by row @param {number} width_px
 * @returns {Buffer} the file
 */
export function encode_png(pixels, width_px) {
  const { palette, indices } = to_palette(pixels);
  const plain = pack(indices, width_px, FILTER_NONE);
  const up = pack(indices, width_px, FILTER_UP);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header(width_px, indices.length / width_px)),
    chunk("PLTE", Uint8Array.from(palette.flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255]))),
    chunk("IDAT", plain.length <= up.length ? plain : up),
    chunk("IEND", new Uint8Array()),
  ]);
}
