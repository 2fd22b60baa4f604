// SPDX-License-Identifier: MIT
// Reads the PNGs that browsers make of a page: 8 bits a channel, RGB or RGBA, not interlaced
// (ISO/IEC 15948). A dependency for this would be larger than it.
import { inflateSync } from "node:zlib";

const paeth = (a, b, c) => {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** { width, height, data: RGBA bytes, at(x, y): [r, g, b, a] } */
export function decodePng(bytes) {
  if (bytes.readUInt32BE(0) !== 0x89504e47) throw new Error("not a PNG");
  let header;
  const parts = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") header = body;
    if (type === "IDAT") parts.push(body);
    at += 12 + length;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, color, , , interlace] = header.subarray(8);
  const channels = { 2: 3, 6: 4 }[color];
  if (depth !== 8 || !channels || interlace) throw new Error(`a PNG of another kind (${depth}, ${color})`);

  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const data = Buffer.alloc(width * height * 4, 255);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    const row = raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    for (let i = 0; filter && i < stride; i++) {
      const left = i >= channels ? row[i - channels] : 0;
      row[i] += filter === 1 ? left : filter === 2 ? above[i] : filter === 3 ? (left + above[i]) >> 1
        : paeth(left, above[i], i >= channels ? above[i - channels] : 0);
    }
    for (let from = 0, to = y * width * 4; from < stride; from += channels, to += 4) {
      for (let channel = 0; channel < channels; channel++) data[to + channel] = row[from + channel];
    }
    above = row;
  }
  const at = (x, y) => data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4);
  return { width, height, data, at };
}
