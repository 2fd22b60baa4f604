// SPDX-License-Identifier: MIT
// Draws the pictures of the publication in assets/sample, so that the repository
// holds no picture of unknown origin. `node scripts/make_pictures.mjs [NAME ...]`
// writes all of them, or those named, into assets/sample/media. Shapes are signed
// distances in px (negative inside), painted in order, reduced to 256 colours and
// saved as palette PNG. Seeded: the same Node writes the same bytes each time.
// Needs Node 18 and nothing else; nothing in the product includes it.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";

/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number, number]} Box  x0 y0 x1 y1 in px */
/** @typedef {{box: Box, d?: (x: number, y: number) => number, inside?: (x: number, y: number) => boolean}} Shape */

const WIDTH_PX = 1600;
const HEIGHT_PX = 900;
const EVERYWHERE = /** @type {Box} */ ([0, 0, WIDTH_PX, HEIGHT_PX]);
const TAU = 2 * Math.PI;

const INK = "#16243b";
const NIGHT = "#213c58";
const SEA = "#2b6079";
const TEAL = "#4b909c";
const MIST = "#a8cdc8";
const FOAM = "#e3efe6";
const WHITE = "#fdf9ef";
const PAPER = "#f5ecd9";
const SAND = "#e6d3ae";
const GOLD = "#e9b24c";
const CORAL = "#df6b4b";
const RUST = "#a9432f";
const PLUM = "#57385f";
const MOSS = "#6d8c60";
const WOOD = "#8f5d3a";
const UMBER = "#5b3a2c";

// ---- Numbers and colours ----

/** A small seeded generator (mulberry32). @param {number} seed */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {number} n @returns {number[]} 0 to n - 1 */
const range = (n) => Array.from({ length: n }, (_, i) => i);

/** @param {number} a @param {number} b @param {number} t */
const lerp = (a, b, t) => a + (b - a) * t;

/** @param {number} v @param {number} lo @param {number} hi */
const clamp = (v, lo, hi) => Math.min(hi, Math.max(lo, v));

/** @param {string} hex @returns {[number, number, number]} */
function rgb(hex) {
  const v = parseInt(hex.slice(1), 16);
  return [v >> 16, (v >> 8) & 255, v & 255];
}

/** @param {string} a @param {string} b @param {number} t 0 gives a, 1 gives b */
function mix(a, b, t) {
  const to = rgb(b);
  const parts = rgb(a).map((v, i) => Math.round(lerp(v, to[i], t)));
  return "#" + parts.map((v) => v.toString(16).padStart(2, "0")).join("");
}

/** A colour along a row of colours. @param {string[]} stops @param {number} t 0 to 1 */
function along(stops, t) {
  const at = clamp(t, 0, 1) * (stops.length - 1);
  const i = Math.min(Math.floor(at), stops.length - 2);
  return mix(stops[i], stops[i + 1], at - i);
}

// ---- Shapes ----

/** @param {Point[]} points @param {number} [pad] @returns {Box} */
function hull(points, pad = 0) {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return [Math.min(...xs) - pad, Math.min(...ys) - pad, Math.max(...xs) + pad, Math.max(...ys) + pad];
}

/** @param {number} cx @param {number} cy @param {number} r @returns {Shape} */
const disc = (cx, cy, r) => ({
  d: (x, y) => Math.hypot(x - cx, y - cy) - r,
  box: [cx - r, cy - r, cx + r, cy + r],
});

/** @param {number} cx @param {number} cy @param {number} r @param {number} width @returns {Shape} */
const ring = (cx, cy, r, width) => ({
  d: (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - r) - width / 2,
  box: disc(cx, cy, r + width).box,
});

/** Close enough to a true distance for edges. @param {number} cx @param {number} cy @param {number} rx @param {number} ry @param {number} [turn] radians @returns {Shape} */
function ellipse(cx, cy, rx, ry, turn = 0) {
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  const r = Math.max(rx, ry);
  return {
    d: (x, y) => {
      const u = (c * (x - cx) + s * (y - cy)) / rx;
      const v = (c * (y - cy) - s * (x - cx)) / ry;
      const k = Math.hypot(u, v);
      return (k * (k - 1)) / (Math.hypot(u / rx, v / ry) || 1e-9);
    },
    box: [cx - r, cy - r, cx + r, cy + r],
  };
}

/** @param {number} x0 @param {number} y0 @param {number} w @param {number} h @param {number} [r] corner @param {number} [turn] radians @returns {Shape} */
function rect(x0, y0, w, h, r = 0, turn = 0) {
  const cx = x0 + w / 2;
  const cy = y0 + h / 2;
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  const reach = turn ? Math.hypot(w, h) / 2 : 0;
  return {
    d: (x, y) => {
      const qx = Math.abs(c * (x - cx) + s * (y - cy)) - w / 2 + r;
      const qy = Math.abs(c * (y - cy) - s * (x - cx)) - h / 2 + r;
      return Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - r;
    },
    box: turn ? [cx - reach, cy - reach, cx + reach, cy + reach] : [x0, y0, x0 + w, y0 + h],
  };
}

/** A line with round ends. @param {Point} a @param {Point} b @param {number} width @returns {Shape} */
function segment(a, b, width) {
  const [ax, ay] = a;
  const ux = b[0] - ax;
  const uy = b[1] - ay;
  const uu = ux * ux + uy * uy || 1e-9;
  return {
    d: (x, y) => {
      const t = clamp(((x - ax) * ux + (y - ay) * uy) / uu, 0, 1);
      return Math.hypot(x - ax - t * ux, y - ay - t * uy) - width / 2;
    },
    box: hull([a, b], width / 2),
  };
}

/** @param {Point[]} points @param {number} width @returns {Shape[]} */
const polyline = (points, width) => points.slice(1).map((p, i) => segment(points[i], p, width));

/** Distance to a polygon, after Inigo Quilez. @param {Point[]} points @returns {Shape} */
function polygon(points) {
  return {
    d: (x, y) => {
      let best = Infinity;
      let sign = 1;
      for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
        const [ax, ay] = points[i];
        const ex = points[j][0] - ax;
        const ey = points[j][1] - ay;
        const wx = x - ax;
        const wy = y - ay;
        const t = clamp((wx * ex + wy * ey) / (ex * ex + ey * ey || 1e-9), 0, 1);
        best = Math.min(best, (wx - ex * t) ** 2 + (wy - ey * t) ** 2);
        const a = y >= ay;
        const b = y < points[j][1];
        const c = ex * wy > ey * wx;
        if ((a && b && c) || (!a && !b && !c)) sign = -sign;
      }
      return sign * Math.sqrt(best);
    },
    box: hull(points),
  };
}

/** All below a gentle curve y = f(x), which is asked once a column. @param {(x: number) => number} f @returns {Shape} */
function below(f) {
  const top = range(WIDTH_PX).map((i) => f(i + 0.5));
  const slant = range(WIDTH_PX).map((i) => Math.hypot(1, f(i + 1) - f(i)));
  const highest = top.reduce((a, b) => Math.min(a, b));
  return { d: (x, y) => (top[x | 0] - y) / slant[x | 0], box: [0, highest, WIDTH_PX, HEIGHT_PX] };
}

/** A test instead of a distance; supersampled. @param {(x: number, y: number) => boolean} inside @param {Box} [box] @returns {Shape} */
const region = (inside, box = EVERYWHERE) => ({ inside, box });

/** The part of a that is in b too. @param {Shape} a @param {Shape} b @returns {Shape} */
const both = (a, b) => ({
  d: (x, y) => Math.max(distance(a, x, y), distance(b, x, y)),
  box: [Math.max(a.box[0], b.box[0]), Math.max(a.box[1], b.box[1]), Math.min(a.box[2], b.box[2]), Math.min(a.box[3], b.box[3])],
});

/** The part of a that is not in b. @param {Shape} a @param {Shape} b @returns {Shape} */
const minus = (a, b) => ({ d: (x, y) => Math.max(distance(a, x, y), -distance(b, x, y)), box: a.box });

/** @param {Shape} shape @param {number} x @param {number} y */
const distance = (shape, x, y) => (shape.d ? shape.d(x, y) : 1e9);

/** @param {number} cx @param {number} cy @param {number} r @param {number} from degrees, clockwise from the right @param {number} to @param {number} [ry] @returns {Point[]} */
function arc(cx, cy, r, from, to, ry = r) {
  const steps = Math.max(4, Math.ceil(Math.abs(to - from) / 6));
  return range(steps + 1).map((i) => {
    const a = (lerp(from, to, i / steps) * TAU) / 360;
    return [cx + r * Math.cos(a), cy + ry * Math.sin(a)];
  });
}

/** A round curve through points (Catmull-Rom), from the first to the last. @param {Point[]} points @returns {Point[]} */
function through(points) {
  const at = (/** @type {number} */ i) => points[clamp(i, 0, points.length - 1)];
  return points.slice(1).flatMap((_, i) => range(5).map((k) => {
    const t = k / 5;
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const blend = (/** @type {0 | 1} */ n) =>
      b[n] + 0.5 * t * (c[n] - a[n] + t * (2 * a[n] - 5 * b[n] + 4 * c[n] - d[n] + t * (3 * (b[n] - c[n]) + d[n] - a[n])));
    return /** @type {Point} */ ([blend(0), blend(1)]);
  })).concat([points[points.length - 1]]);
}

/** Strokes of the few signs the pictures need, in a box 0.6 wide and 1 high. @type {Record<string, Point[][]>} */
const STROKES = {
  0: [arc(0.3, 0.5, 0.28, 0, 360, 0.5)],
  1: [[[0.1, 0.2], [0.34, 0], [0.34, 1]]],
  2: [[...arc(0.3, 0.28, 0.27, -170, 40, 0.28), [0.02, 1], [0.6, 1]]],
  3: [[...arc(0.29, 0.26, 0.24, -150, 90, 0.26), ...arc(0.29, 0.76, 0.28, -90, 150, 0.24)]],
  4: [[[0.44, 1], [0.44, 0], [0, 0.7], [0.62, 0.7]]],
  5: [[[0.54, 0], [0.1, 0], [0.06, 0.46], ...arc(0.28, 0.68, 0.3, -120, 140, 0.32)]],
  6: [[[0.46, 0], ...arc(0.3, 0.7, 0.28, 190, 550, 0.3)]],
  7: [[[0.02, 0], [0.58, 0], [0.2, 1]]],
  8: [arc(0.3, 0.25, 0.23, 0, 360, 0.25), arc(0.3, 0.75, 0.28, 0, 360, 0.25)],
  9: [[[0.14, 1], ...arc(0.3, 0.3, 0.28, 10, 370, 0.3)]],
  A: [[[0, 1], [0.31, 0], [0.62, 1]], [[0.11, 0.66], [0.51, 0.66]]],
  R: [[[0.04, 1], [0.04, 0], [0.3, 0], ...arc(0.32, 0.26, 0.26, -90, 90), [0.04, 0.52]], [[0.3, 0.52], [0.6, 1]]],
  e: [[[0.04, 0.56], [0.58, 0.56], ...arc(0.31, 0.56, 0.27, 0, -305, 0.36)]],
  "°": [arc(0.14, 0.14, 0.13, 0, 360)],
  " ": [],
};

/** A short text as strokes. @param {string} text @param {number} size_px @param {number} weight_px @param {(u: number, v: number) => Point} place from text px to picture px @returns {Shape[]} */
function lettering(text, size_px, weight_px, place) {
  return [...text].flatMap((sign, i) =>
    STROKES[sign].flatMap((stroke) =>
      polyline(stroke.map(([x, y]) => place((x + 0.82 * i) * size_px, y * size_px)), weight_px),
    ),
  );
}

/** Text with its middle at x and its top at y. @param {string} text @param {number} x @param {number} y @param {number} size_px @param {number} weight_px */
function label(text, x, y, size_px, weight_px) {
  const width = (0.82 * text.length - 0.22) * size_px;
  return lettering(text, size_px, weight_px, (u, v) => [x - width / 2 + u, y + v]);
}

// ---- Painting ----

class Picture {
  /** @param {string} ground */
  constructor(ground) {
    this.pixels = new Float32Array(WIDTH_PX * HEIGHT_PX * 3);
    this.cover = new Float32Array(WIDTH_PX * HEIGHT_PX);
    const parts = rgb(ground);
    for (let i = 0; i < this.pixels.length; i++) this.pixels[i] = parts[i % 3];
  }

  /** Paints shapes as one, so that where they overlap or touch no seam shows. @param {Shape | Shape[]} shapes @param {string} colour @param {number} [alpha] */
  paint(shapes, colour, alpha = 1) {
    const list = Array.isArray(shapes) ? shapes : [shapes];
    const [r, g, b] = rgb(colour);
    const { pixels, cover } = this;
    const boxes = list.map(({ box }) => [
      clamp(Math.floor(box[0]) - 1, 0, WIDTH_PX), clamp(Math.floor(box[1]) - 1, 0, HEIGHT_PX),
      clamp(Math.ceil(box[2]) + 1, 0, WIDTH_PX), clamp(Math.ceil(box[3]) + 1, 0, HEIGHT_PX),
    ]);
    list.forEach((shape, k) => {
      for (let y = boxes[k][1]; y < boxes[k][3]; y++)
        for (let x = boxes[k][0]; x < boxes[k][2]; x++) {
          const at = y * WIDTH_PX + x;
          if (cover[at] < 1) cover[at] = Math.max(cover[at], coverage(shape, x, y));
        }
    });
    boxes.forEach(([x0, y0, x1, y1]) => {
      for (let y = y0; y < y1; y++)
        for (let x = x0; x < x1; x++) {
          const at = y * WIDTH_PX + x;
          const c = cover[at] * alpha;
          if (c === 0) continue;
          cover[at] = 0;
          pixels[3 * at] += (r - pixels[3 * at]) * c;
          pixels[3 * at + 1] += (g - pixels[3 * at + 1]) * c;
          pixels[3 * at + 2] += (b - pixels[3 * at + 2]) * c;
        }
    });
  }
}

/** Eight steps are smooth to the eye and keep the colours few. @param {Shape} shape @param {number} x @param {number} y */
function coverage(shape, x, y) {
  if (shape.d) return Math.round(8 * clamp(0.5 - shape.d(x + 0.5, y + 0.5), 0, 1)) / 8;
  const { inside } = shape;
  if (!inside) return 0;
  let hits = 0;
  for (let i = 0; i < 16; i++) if (inside(x + (i % 4) / 4 + 0.125, y + (i >> 2) / 4 + 0.125)) hits++;
  return Math.round(hits / 2) / 8;
}

// ---- PNG ----

/** The 256 commonest colours; the rest, all on edges, take the nearest. @param {Float32Array} pixels */
function to_palette(pixels) {
  const keys = new Uint32Array(pixels.length / 3);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let i = 0; i < keys.length; i++) {
    keys[i] = (Math.round(pixels[3 * i]) << 16) | (Math.round(pixels[3 * i + 1]) << 8) | Math.round(pixels[3 * i + 2]);
    counts.set(keys[i], (counts.get(keys[i]) ?? 0) + 1);
  }
  const colours = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([key]) => key);
  const palette = colours.slice(0, 256);
  const index = new Map(palette.map((key, i) => [key, i]));
  /** @param {number} a @param {number} b @param {number} shift */
  const apart = (a, b, shift) => (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2;
  for (const key of colours.slice(256)) {
    const far = palette.map((p) => apart(p, key, 16) + apart(p, key, 8) + apart(p, key, 0));
    index.set(key, far.indexOf(Math.min(...far)));
  }
  return { palette, indices: Uint8Array.from(keys, (key) => index.get(key) ?? 0) };
}

/** CRC-32 of PNG (ISO 3309), by the bit: a picture has few bytes. @param {Buffer} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** @param {string} type @param {Uint8Array} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A palette PNG (W3C PNG, third edition), each row as is or less the row above, whichever is smaller in all. @param {Float32Array} pixels */
function encode_png(pixels) {
  const { palette, indices } = to_palette(pixels);
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  head.writeUInt32BE(WIDTH_PX, 0);
  head.writeUInt32BE(HEIGHT_PX, 4);
  const packed = [0, 2].map((filter) => {
    const rows = Buffer.alloc((WIDTH_PX + 1) * HEIGHT_PX);
    for (let y = 0, to = 0; y < HEIGHT_PX; y++) {
      rows[to++] = filter;
      for (let x = 0; x < WIDTH_PX; x++) {
        const at = y * WIDTH_PX + x;
        rows[to++] = indices[at] - (filter && y ? indices[at - WIDTH_PX] : 0);
      }
    }
    return deflateSync(rows, { level: 9, memLevel: 9 });
  });
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("PLTE", Uint8Array.from(palette.flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255]))),
    chunk("IDAT", packed[0].length <= packed[1].length ? packed[0] : packed[1]),
    chunk("IEND", new Uint8Array()),
  ]);
}

// ---- Things that several pictures show ----

/** @param {Picture} picture @param {number} seed @param {number} count @param {number} floor_px @param {(x: number, y: number) => boolean} [free] */
function stars(picture, seed, count, floor_px, free = () => true) {
  const rnd = random(seed);
  const all = range(count).map(() => disc(rnd() * WIDTH_PX, rnd() ** 1.4 * floor_px, 1.2 + 1.8 * rnd() ** 3));
  picture.paint(all.filter(({ box }) => free(box[0], box[1])), MIST);
}

/** Short level strokes, as light lies on water. @param {number} seed @param {number} x @param {number} top @param {number} bottom @param {number} spread at the top @param {number} spread_end @param {number} count */
function glints(seed, x, top, bottom, spread, spread_end, count) {
  const rnd = random(seed);
  return range(count).map((i) => {
    const t = (i + 0.5) / count;
    const half = lerp(spread, spread_end, t) * (0.25 + 0.75 * rnd());
    const cx = x + (rnd() - 0.5) * lerp(spread, spread_end, t) * 1.2;
    const y = lerp(top, bottom, t ** 1.2);
    return segment([cx - half, y], [cx + half, y], lerp(3, 9, t));
  });
}

/** A dashed line, clear of both ends. @param {Point} a @param {Point} b */
function dashes(a, b) {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const at = (/** @type {number} */ t) => /** @type {Point} */ ([lerp(a[0], b[0], t / length), lerp(a[1], b[1], t / length)]);
  return range(Math.floor((length - 28) / 26) + 1).map((i) => segment(at(14 + 26 * i), at(26 + 26 * i), 4));
}

/** A sea surface with sharp crests and round troughs. @param {number} base @param {number} height @param {number} length @param {number} shift */
const crested = (base, height, length, shift) => (/** @type {number} */ x) =>
  base + height * Math.abs(Math.sin((x / length + shift) * Math.PI)) + 0.25 * height * Math.sin(x / length / 2.7 + shift * 9);

// ---- The pictures ----

/** @type {Record<string, () => Picture>} */
const PICTURES = {
  moon_tide() {
    const p = new Picture(INK);
    const [mx, my] = [1080, 300];
    [640, 480, 340, 230].forEach((r, i) => p.paint(disc(mx, my, r), mix(INK, SEA, 0.16 + 0.17 * i)));
    stars(p, 7, 90, 520, (x, y) => Math.hypot(x - mx, y - my) > 250);
    p.paint(disc(mx, my, 152), PAPER);
    const marks = [[-60, -40, 38], [34, -78, 22], [52, 20, 46], [-30, 70, 28], [-92, 34, 15], [-6, 12, 12]];
    p.paint(marks.map(([x, y, r]) => disc(mx + x, my + y, r)), SAND);
    const tones = [mix(SEA, TEAL, 0.7), mix(SEA, TEAL, 0.25), mix(SEA, NIGHT, 0.25), mix(SEA, NIGHT, 0.75), mix(NIGHT, INK, 0.55)];
    tones.forEach((tone, i) => {
      const f = crested(530 + 72 * i + 5 * i * i, 14 + 9 * i, 120 + 62 * i, 0.37 * i + 0.1);
      p.paint(below(f), mix(tone, FOAM, 0.55 - 0.07 * i));
      p.paint(below((x) => f(x) + 4 + 1.5 * i + (3 + i) * Math.sin(x / (70 + 20 * i))), tone);
      const top = 560 + 72 * i + 5 * i * i;
      p.paint(glints(31 + i, mx, top + 12 * i, top + 50 + 8 * i, 62 + 26 * i, 40 + 26 * i, 4), mix(tone, PAPER, 0.8 - 0.12 * i));
    });
    return p;
  },

  tide_curve() {
    const p = new Picture(PAPER);
    const [left, right, middle, unit] = [110, 1490, 500, 178];
    const days = 14.77; // from new moon to full
    const lunar_days = 12.4206 / 24;
    const sun = 0.46; // the Sun's share, for a Moon of 1
    const day = (/** @type {number} */ x) => ((x - left) / (right - left)) * days;
    const level = (/** @type {number} */ x) => middle - unit * (Math.cos((TAU * day(x)) / lunar_days) + sun * Math.cos(TAU * day(x) * 2));
    const swell = (/** @type {number} */ x) => {
      const a = TAU * day(x) * (2 - 1 / lunar_days);
      return unit * Math.sqrt(1 + sun * sun + 2 * sun * Math.cos(a));
    };
    const steps = range(2 * (right - left) + 1).map((i) => left + i / 2);
    const table = steps.map(level);
    p.paint(region((x, y) => y > table[Math.round(2 * (x - left))] || y > 790, [left, 200, right, 800]), MIST);
    p.paint(region((x, y) => y > middle && y > table[Math.round(2 * (x - left))], [left, 200, right, 800]), mix(MIST, TEAL, 0.45));
    p.paint(polyline(steps.map((x, i) => [x, table[i]]), 4.5), SEA);
    for (const side of [-1, 1]) {
      const edge = steps.filter((_, i) => i % 10 === 0).map((x) => /** @type {Point} */ ([x, middle + side * (swell(x) + 14)]));
      p.paint(edge.slice(1).flatMap((e, i) => (i % 4 < 2 ? [segment(edge[i], e, 4)] : [])), CORAL);
    }
    p.paint(rect(left, 798, right - left, 4), INK);
    range(15).forEach((d) => {
      const x = left + (d / days) * (right - left);
      p.paint(rect(x - 2, 798, 4, d % 2 ? 10 : 18), INK);
      if (d % 2 === 0) p.paint(label(String(d), x, 828, 26, 4), INK);
    });
    [0, 0.5, 1].forEach((t) => {
      const [x, y, r] = [lerp(left + 46, right - 46, t), 112, 46];
      p.paint(disc(x, y, r), INK);
      const lit = disc(x, y, r - 5);
      if (t === 0.5) p.paint(both(lit, rect(x, y - r, r, 2 * r)), GOLD);
      if (t === 1) p.paint(lit, GOLD);
    });
    return p;
  },

  container_ship() {
    const horizon = 622;
    const sky = [PLUM, "#7d4a67", "#b35f62", "#dd855d", "#efae69", "#f6cd8c"];
    const p = new Picture(sky[0]);
    sky.slice(1).forEach((tone, i) => p.paint(below((x) => 150 + 100 * i - 3 * i * i + 10 * Math.sin(x / 230 + i * 1.9)), tone));
    p.paint(disc(1125, 500, 205), "#f9dfa6");
    p.paint(disc(1125, 500, 168), WHITE);
    [[250, 210, 300], [330, 236, 190], [1330, 150, 210], [1270, 176, 130], [860, 300, 150]].forEach(([x, y, w]) =>
      p.paint(segment([x, y], [x + w, y], 16), "#e79a6c", 0.55));
    p.paint(rect(0, horizon, WIDTH_PX, 300), mix(PLUM, INK, 0.45));
    p.paint(rect(0, horizon, WIDTH_PX, 26), mix(PLUM, CORAL, 0.45));
    p.paint(glints(5, 1125, horizon + 8, 880, 210, 90, 22), "#f3bf78");
    const rnd = random(42);
    const paints = [RUST, CORAL, GOLD, TEAL, SEA, NIGHT, MIST, "#7f8f94", RUST, SEA];
    const [w, h, deck] = [80, 27, 536];
    const bays = [4, 6, 6, 6, 7, 6, 7, 6, 5, 3];
    bays.forEach((tall, bay) => {
      const x = 205 + bay * (w + 6) + (bay > 0 ? 108 : 0);
      range(tall).forEach((row) => {
        const y = deck - (row + 1) * (h + 2);
        const paint = paints[Math.floor(rnd() * paints.length)];
        p.paint(rect(x, y, w, h), paint);
        p.paint(range(9).map((k) => rect(x + 5 + k * 8, y + 5, 3, h - 9)), mix(paint, INK, 0.22));
        p.paint(rect(x, y, w, 3), mix(paint, WHITE, 0.3));
      });
    });
    p.paint(rect(305, 296, 82, 245), PAPER);
    p.paint(rect(305, 296, 15, 245), SAND);
    p.paint(rect(286, 312, 120, 26, 4), WHITE);
    p.paint(range(8).map((k) => rect(293 + k * 14, 318, 9, 12, 1)), NIGHT);
    p.paint(range(5).flatMap((r) => range(4).map((c) => rect(327 + c * 15, 362 + r * 32, 8, 11, 1))), mix(PAPER, NIGHT, 0.6));
    p.paint([rect(341, 246, 5, 54), rect(326, 262, 35, 4), rect(318, 284, 52, 14)], mix(PAPER, NIGHT, 0.35));
    p.paint(polygon([[168, 536], [1178, 536], [1204, 508], [1290, 496], [1236, 664], [210, 664], [176, 610]]), INK);
    p.paint(polygon([[180, 618], [1251, 618], [1236, 664], [206, 664]]), RUST);
    p.paint(rect(178, 612, 1076, 6), PAPER);
    p.paint([rect(1252, 470, 5, 34), rect(1238, 482, 30, 4)], INK);
    p.paint(below((x) => 652 + 5 * Math.abs(Math.sin(x / 44)) + 3 * Math.sin(x / 130)), mix(PLUM, INK, 0.62));
    p.paint(below((x) => 730 + 9 * Math.abs(Math.sin(x / 70 + 1)) + 5 * Math.sin(x / 210)), mix(PLUM, INK, 0.78));
    p.paint(below((x) => 822 + 12 * Math.abs(Math.sin(x / 105 + 2))), INK);
    p.paint(glints(6, 1125, 674, 724, 100, 130, 6), "#e8a56b");
    p.paint(glints(8, 1125, 756, 812, 120, 90, 5), "#c77f62");
    p.paint(glints(9, 1125, 850, 884, 90, 50, 3), "#96586a");
    p.paint([segment([1262, 656], [1330, 652], 5), segment([1270, 666], [1380, 664], 5), segment([90, 656], [196, 660], 5)], "#e8b48a");
    return p;
  },

  lighthouse() {
    const p = new Picture(NIGHT);
    p.paint(below((x) => 420 + 14 * Math.sin(x / 260)), mix(NIGHT, SEA, 0.35));
    p.paint(below((x) => 560 + 12 * Math.sin(x / 300 + 2)), mix(NIGHT, SEA, 0.7));
    stars(p, 19, 120, 500);
    const [lx, ly] = [1010, 236];
    const glow = "#f7dd96";
    p.paint(polygon([[lx, ly - 10], [-20, -110], [-20, 330], [lx, ly + 14]]), glow, 0.18);
    p.paint(polygon([[lx, ly - 6], [-20, 20], [-20, 230], [lx, ly + 8]]), glow, 0.42);
    p.paint(polygon([[lx, ly - 10], [1620, 150], [1620, 420], [lx, ly + 14]]), glow, 0.18);
    p.paint(polygon([[lx, ly - 6], [1620, 226], [1620, 344], [lx, ly + 8]]), glow, 0.42);
    p.paint(rect(0, 694, WIDTH_PX, 206), mix(SEA, TEAL, 0.35));
    p.paint(polygon([[206, 690], [310, 690], [292, 720], [224, 720]]), INK);
    p.paint([rect(228, 666, 36, 26), rect(272, 646, 4, 46)], INK);
    p.paint(disc(274, 644, 6), CORAL);
    p.paint(rect(236, 673, 9, 9), GOLD);
    const wave = (/** @type {number} */ i) => {
      const tone = [mix(SEA, NIGHT, 0.05), mix(SEA, NIGHT, 0.6), mix(NIGHT, INK, 0.35)][i];
      const f = crested(732 + 54 * i, 12 + 7 * i, 118 + 52 * i, 0.3 + 0.41 * i);
      p.paint(below(f), mix(tone, FOAM, 0.55 - 0.08 * i));
      p.paint(below((x) => f(x) + 6 + 3 * Math.sin(x / (60 + 14 * i))), tone);
      p.paint(glints(50 + i, 330, 764 + 56 * i, 790 + 52 * i, 110 + 40 * i, 150, 3), mix(tone, GOLD, 0.75 - 0.15 * i));
    };
    wave(0);
    wave(1);
    p.paint(polygon([[560, 900], [640, 868], [712, 838], [742, 806], [790, 762], [850, 738], [930, 728], [1120, 722], [1340, 728], [1420, 752], [1470, 790], [1540, 816], [1640, 850], [1640, 900]]), INK);
    p.paint(polygon([[842, 752], [930, 738], [1100, 734], [1010, 762], [900, 800], [850, 830], [812, 842], [846, 786]]), mix(INK, SEA, 0.35));
    p.paint(polygon([[1180, 744], [1330, 742], [1400, 764], [1330, 772], [1270, 802], [1240, 770]]), mix(INK, SEA, 0.35));
    const half = (/** @type {number} */ y) => lerp(54, 98, (y - 300) / 440);
    const tower = polygon([[lx - half(300), 300], [lx + half(300), 300], [lx + half(730), 730], [lx - half(730), 730]]);
    p.paint(tower, PAPER);
    [372, 518, 664].forEach((y) => p.paint(both(tower, rect(800, y, 420, 73)), CORAL));
    p.paint(both(tower, polygon([[lx + 18, 290], [1160, 290], [1160, 750], [lx + 34, 750]])), INK, 0.22);
    p.paint([[345, 12], [474, 14], [620, 16]].map(([y, r]) => rect(lx - 18 - r / 2, y, r, 2 * r, 5)), INK);
    p.paint(rect(lx - 78, 284, 156, 18, 3), INK);
    p.paint([...range(9).map((k) => rect(lx - 74 + k * 18, 256, 4, 30)), rect(lx - 76, 252, 152, 5)], INK);
    p.paint(rect(lx - 44, 186, 88, 98), glow);
    p.paint(ellipse(lx, ly, 22, 34), WHITE);
    p.paint([...range(4).map((k) => rect(lx - 46 + k * 29.3, 186, 5, 98)), rect(lx - 46, 232, 92, 4)], INK);
    p.paint(polygon([[lx - 58, 188], [lx - 40, 156], [lx, 132], [lx + 40, 156], [lx + 58, 188]]), CORAL);
    p.paint(polygon([[lx + 6, 134], [lx + 40, 156], [lx + 58, 188], [lx + 18, 188]]), RUST);
    p.paint([disc(lx, 126, 9), rect(lx - 2, 92, 4, 30)], INK);
    p.paint(rect(1236, 552, 26, 50), mix(RUST, INK, 0.3));
    p.paint(rect(1140, 640, 190, 92), PAPER);
    p.paint(rect(1270, 640, 60, 92), mix(PAPER, INK, 0.25));
    p.paint(polygon([[1120, 642], [1165, 574], [1305, 574], [1350, 642]]), RUST);
    p.paint([rect(1164, 668, 32, 38), rect(1222, 668, 32, 38)], GOLD);
    p.paint([rect(1178, 668, 4, 38), rect(1236, 668, 4, 38)], INK);
    wave(2);
    return p;
  },

  a_series() {
    const p = new Picture(SAND);
    const tones = ["", INK, NIGHT, SEA, TEAL, mix(TEAL, MIST, 0.6), GOLD, CORAL, RUST, PLUM];
    const high = 580;
    let [x, y, w, h] = [110, 160, high * Math.SQRT2, high];
    p.paint(rect(x + 14, y + 16, w, h), mix(SAND, WOOD, 0.35));
    p.paint(rect(x, y, w, h), PLUM);
    for (let n = 1; n <= 8; n++) {
      const wide = w > h;
      if (wide) w /= 2;
      else h /= 2;
      p.paint(rect(x, y, w, h), tones[n]);
      if (n < 8) {
        const size = Math.min(w, h) * 0.26;
        p.paint(label(`A${n}`, x + w / 2, y + h / 2 - size / 2, size, Math.max(3, size * 0.13)), n === 5 ? INK : WHITE);
        const cut = wide ? rect(x + w - 1, y, 2, h) : rect(x, y + h - 1, w, 2);
        p.paint(cut, SAND);
      }
      if (wide) x += w;
      else y += h;
    }
    p.paint(rect(x, y, w, h), tones[9]);
    const [left, bottom] = [1080, 160 + high];
    p.paint(rect(left + 14, bottom - high + 16, high / Math.SQRT2, high), mix(SAND, WOOD, 0.35));
    range(6).forEach((i) => {
      const tall = high / Math.SQRT2 ** i;
      p.paint(rect(left, bottom - tall, tall / Math.SQRT2, tall), along([WHITE, MIST, TEAL, NIGHT], i / 5));
    });
    p.paint(segment([left, bottom], [left + high / Math.SQRT2, bottom - high], 4), CORAL);
    p.paint(range(6).map((i) => disc(left + high / Math.SQRT2 ** (i + 1), bottom - high / Math.SQRT2 ** i, 9)), CORAL);
    return p;
  },

  type_case() {
    const p = new Picture(UMBER);
    const rnd = random(11);
    const metals = ["#8d999c", "#a9b3b1", "#717f85", "#bcc3bd"];
    p.paint(rect(-60, 60, 1010, 780, 10), mix(UMBER, INK, 0.45));
    p.paint(rect(-60, 44, 1000, 780, 10), WOOD);
    // Columns and rows of a lower case, in units; the big one in the middle is for e.
    const cells = [
      [0, 0, 1, 1], [1, 0, 1, 1], [2, 0, 1, 1], [3, 0, 2, 1], [5, 0, 1, 1], [6, 0, 1, 1], [7, 0, 1, 1],
      [0, 1, 1, 1], [1, 1, 1, 2], [2, 1, 1, 2], [3, 1, 2, 2], [5, 1, 1, 2], [6, 1, 1, 1], [7, 1, 1, 1],
      [0, 2, 1, 1], [6, 2, 2, 1], [0, 3, 1, 1], [1, 3, 1, 1], [2, 3, 2, 2], [4, 3, 1, 2], [5, 3, 2, 1], [7, 3, 1, 1],
      [0, 4, 1, 1], [1, 4, 1, 1], [5, 4, 1, 1], [6, 4, 1, 1], [7, 4, 1, 1],
    ];
    const [ux, uy, ox, oy] = [114, 146, 8, 70];
    cells.forEach(([cx, cy, cw, ch]) => {
      const [x, y, w, h] = [ox + cx * ux, oy + cy * uy, cw * ux - 12, ch * uy - 12];
      const lit = cw === 2 && ch === 2 && cx === 3;
      const floor = lit ? RUST : mix(UMBER, INK, 0.25);
      p.paint(rect(x, y, w, h, 4), floor);
      p.paint(rect(x, y, w, 10, 3), mix(floor, INK, 0.4));
      const [across, down] = [Math.floor((w - 10) / 23), Math.floor((h - 18) / 42)];
      const [x0, y0] = [x + Math.round((w - across * 23) / 2), y + 10 + Math.round((h - 10 - down * 42) / 2)];
      range(across * down).forEach((k) => {
        if (rnd() < 0.14) return;
        const [sx, sy] = [x0 + (k % across) * 23 + 1 + Math.floor(rnd() * 3), y0 + Math.floor(k / across) * 42 + 1 + Math.floor(rnd() * 5)];
        const metal = metals[Math.floor(rnd() * metals.length)];
        p.paint(rect(sx, sy, 19, 36), metal);
        p.paint(rect(sx + 5, sy + (rnd() < 0.5 ? 5 : 22), 9, 9), mix(metal, INK, 0.45));
      });
    });
    p.paint(disc(1276, 452, 296), GOLD);
    /** A piece of type standing on end, seen from above. @param {number} x @param {number} y @param {number} s @param {string} sign @param {string} tone */
    const sort = (x, y, s, sign, tone) => {
      const [c, d, tall] = [0.866 * s, 0.5 * s, 2.3 * s];
      p.paint(polygon([[x, y + 2 * d + tall], [x + c, y + d + tall], [x + c + 52, y + d + tall + 30], [x + 52, y + 2 * d + tall + 30]]), INK, 0.3);
      p.paint(polygon([[x - c, y + d], [x, y + 2 * d], [x, y + 2 * d + tall], [x - c, y + d + tall]]), mix(tone, WHITE, 0.12));
      p.paint(polygon([[x + c, y + d], [x, y + 2 * d], [x, y + 2 * d + tall], [x + c, y + d + tall]]), mix(tone, INK, 0.42));
      [0.62, 0.74].forEach((t) => p.paint(segment([x - c + 2, y + d + tall * t], [x - 2, y + 2 * d + tall * t - 1], 0.055 * s), mix(tone, INK, 0.5)));
      p.paint(polygon([[x, y], [x + c, y + d], [x, y + 2 * d], [x - c, y + d]]), mix(tone, INK, 0.2));
      // The face is raised and mirrored, so that it prints the right way round.
      const face = (/** @type {number} */ lift) => lettering(sign, 0.62 * s, 0.12 * s, (u, v) => {
        const a = 0.69 - u / s;
        const b = 0.19 + v / s;
        return [x + c * (a - b), y + d * (a + b) - lift];
      });
      range(5).forEach((k) => p.paint(face(0.02 * s * k), mix(tone, INK, 0.45)));
      p.paint(face(0.1 * s), WHITE);
    };
    sort(1160, 286, 118, "e", "#9aa5a6");
    sort(1392, 286, 118, "A", "#8d999c");
    sort(1276, 353, 118, "R", "#a9b3b1");
    return p;
  },

  saccades() {
    const p = new Picture(SEA);
    p.paint(rect(216, 86, 1200, 900, 6), mix(SEA, INK, 0.35));
    p.paint(rect(200, 70, 1200, 900, 6), PAPER);
    const rnd = random(23);
    const [left, right, first, leading] = [300, 1300, 216, 124];
    /** @type {Point[][]} */
    const lines = range(6).map((row) => {
      /** @type {Point[]} */
      const words = [];
      let x = left;
      while (x < right - 30) {
        const end = Math.min(right, x + 26 + rnd() * 118);
        words.push([x, right - end < 30 ? right : end]);
        x = end + 20;
      }
      const kept = row === 5 ? words.slice(0, 6) : words;
      p.paint(kept.map(([a, b]) => rect(a, first + row * leading, b - a, 24, 12)), mix(PAPER, NIGHT, 0.34));
      return kept;
    });
    const stops = [[0, 2, 3, 5, 7, 9], [0, 1, 3, 2, 4, 6, 8], [0, 2, 3, 5, 6, 8], [0, 2, 4, 5, 7]];
    /** @type {Point[]} */
    const path = [];
    stops.forEach((row, i) => row.forEach((word) => {
      const [a, b] = lines[i][Math.min(word, lines[i].length - 1)];
      path.push([lerp(a, b, 0.45), first + i * leading + 12]);
    }));
    path.slice(1).forEach((b, i) => {
      const a = path[i];
      const sweep = b[1] !== a[1];
      const back = !sweep && b[0] < a[0];
      const lift = sweep ? 0 : back ? 34 : -clamp(Math.abs(b[0] - a[0]) * 0.32, 30, 62);
      const curve = range(25).map((k) => /** @type {Point} */ ([lerp(a[0], b[0], k / 24), lerp(a[1], b[1], k / 24) + lift * 4 * (k / 24) * (1 - k / 24) * 0.9]));
      if (sweep) p.paint(curve.slice(1).flatMap((c, k) => (k % 2 ? [] : [segment(curve[k], c, 4)])), TEAL);
      else p.paint(polyline(curve, 6), back ? GOLD : CORAL);
    });
    const weights = random(4);
    path.forEach(([x, y]) => {
      const r = 15 + 11 * weights();
      p.paint(disc(x, y, r + 5), PAPER);
      p.paint(disc(x, y, r), CORAL);
    });
    const [ex, ey] = path[path.length - 1];
    p.paint(disc(ex, ey, 36), PAPER);
    p.paint(disc(ex, ey, 31), INK);
    p.paint(disc(ex + 9, ey - 10, 8), PAPER);
    return p;
  },

  pilcrow() {
    const p = new Picture(PAPER);
    const [top, x_line, base, foot] = [120, 300, 640, 780];
    p.paint([top, x_line, base, foot].map((y) => rect(0, y - 1.5, WIDTH_PX, 3)), mix(PAPER, TEAL, 0.5));
    p.paint([560, 796, 876, 976].map((x) => rect(x - 1, 0, 2, HEIGHT_PX)), mix(PAPER, TEAL, 0.28));
    const bowl = 205;
    p.paint(ring(720, top + bowl, bowl + 60, 3), mix(PAPER, TEAL, 0.5));
    p.paint(ring(720, top + bowl, bowl, 3), mix(PAPER, TEAL, 0.5));
    p.paint([both(disc(720, top + bowl, bowl), rect(0, 0, 722, 900)), rect(718, top, 82, 2 * bowl), rect(796, top, 80, foot - top), rect(870, top, 110, 56)], CORAL);
    p.paint(rect(976, top, 80, foot - top), CORAL);
    p.paint(rect(876, top + 56, 100, foot - top - 56), PAPER);
    p.paint(both(both(disc(720, top + bowl, bowl), rect(0, 0, 720, 900)), minus(disc(720, top + bowl, bowl), disc(800, top + bowl, Math.hypot(bowl, 80)))), RUST);
    const nodes = [[515, top + bowl], [720, top], [720, top + 2 * bowl], [796, top + 2 * bowl], [796, foot], [876, foot], [976, foot], [1056, foot], [1056, top]];
    p.paint(nodes.map(([x, y]) => rect(x - 9, y - 9, 18, 18)), INK);
    p.paint(nodes.map(([x, y]) => rect(x - 5, y - 5, 10, 10)), WHITE);
    p.paint([segment([540, top], [900, top], 3), segment([515, 190], [515, 460], 3)], INK);
    p.paint([[540, top], [900, top], [515, 190], [515, 460]].map(([x, y]) => disc(x, y, 8)), INK);
    const rnd = random(77);
    const bars = (/** @type {number} */ x0, /** @type {number} */ x1) => range(8).flatMap((row) => {
      const y = 206 + row * 74;
      const words = [];
      for (let x = x0 + (row === 0 || row === 5 ? 60 : 0); x < x1; ) {
        const end = Math.min(x1, x + 30 + rnd() * 70);
        if (end - x > 24) words.push(rect(x, y, end - x, 16, 8));
        if (row === 4 && end > x0 + 120) break;
        x = end + 14;
      }
      return words;
    });
    p.paint([...bars(110, 400), ...bars(1210, 1490)], mix(PAPER, NIGHT, 0.26));
    return p;
  },

  bread() {
    const p = new Picture("#edc478");
    p.paint(disc(800, 470, 520), "#f3d596");
    p.paint(rect(0, 720, WIDTH_PX, 180), WOOD);
    p.paint(rect(0, 720, WIDTH_PX, 12), mix(WOOD, PAPER, 0.25));
    p.paint([[60, 776, 420], [620, 800, 300], [1080, 770, 360], [240, 850, 500], [980, 860, 480]].map(([x, y, w]) => segment([x, y], [x + w, y], 5)), mix(WOOD, UMBER, 0.45));
    /** The outline of a tin loaf. @param {number} x @param {number} s @returns {Point[]} */
    const outline = (x, s) => {
      const right = /** @type {Point[]} */ ([[0.9, 0], [0.98, 0.03], [1.01, 0.12], [1.04, 0.55], [1.05, 0.96], [1.13, 1.1], [1.24, 1.28], [1.25, 1.5], [1.1, 1.66], [0.82, 1.77], [0.42, 1.85], [0, 1.87]]);
      const left = right.slice(0, -1).reverse().map(([u, v]) => /** @type {Point} */ ([-u, v]));
      return through([...right, ...left]).map(([u, v]) => [x + u * s, 742 - v * s]);
    };
    p.paint(ellipse(800, 744, 570, 26), mix(WOOD, UMBER, 0.7));
    range(16).forEach((i) => p.paint(polygon(outline(1010 - i * 24, 262 + i * 0.6)), i % 2 ? "#a5652f" : "#8f552a"));
    const crust = polygon(outline(570, 278));
    p.paint(polygon(outline(600, 276)), "#7d4a27");
    p.paint(crust, "#b57136");
    const crumb = /** @type {Shape} */ ({ d: (x, y) => distance(crust, x, y) + 22, box: crust.box });
    p.paint(crumb, "#f4e2b8");
    p.paint(minus(crumb, { d: (x, y) => distance(crust, x - 10, y + 12) + 30, box: crust.box }), "#e9cf98");
    const rnd = random(8);
    /** @type {[number, number, number][]} */
    const holes = [];
    for (let tries = 0; tries < 4000 && holes.length < 120; tries++) {
      const r = 4 + 25 * rnd() ** 2.6;
      const x = 230 + rnd() * 680;
      const y = 250 + rnd() * 480;
      if (distance(crust, x, y) > -34 - r) continue;
      if (holes.every(([a, b, c]) => Math.hypot(a - x, b - y) > r + c + 7)) holes.push([x, y, r]);
    }
    holes.forEach(([x, y, r]) => {
      const turn = (rnd() - 0.5) * 1.2;
      const flat = 0.62 + 0.25 * rnd();
      const hole = ellipse(x, y, r * 1.15, r * flat, turn);
      p.paint(hole, "#d9b573");
      if (r > 8) p.paint(both(hole, ellipse(x + r * 0.12, y + r * 0.24, r * 1.05, r * flat, turn)), "#e8cc93");
    });
    [[1376, 748, -0.34], [1425, 752, -0.2]].forEach(([x, y, lean], k) => {
      const up = (/** @type {number} */ t) => /** @type {Point} */ ([x + Math.sin(lean + 0.35 * t) * t * 560 + 40, y - Math.cos(lean) * t * 520]);
      p.paint(polyline(range(21).map((i) => up(i / 20)), 6), mix(WOOD, GOLD, 0.3 + 0.2 * k));
      range(8).forEach((i) => {
        const [ax, ay] = up(0.6 + i * 0.052);
        [-1, 1].forEach((side) => p.paint(ellipse(ax + side * 17, ay - 12, 23, 9.5, side * 0.95 - Math.PI / 2 + lean + 0.35), i % 2 ? "#c98a33" : "#b87a2c"));
      });
      const [tx, ty] = up(1.02);
      p.paint(ellipse(tx, ty - 8, 22, 9, -Math.PI / 2 + lean + 0.5), "#c98a33");
    });
    range(16).forEach(() => p.paint(disc(300 + rnd() * 1000, 756 + rnd() * 40, 2 + rnd() * 4), "#e8cc93"));
    return p;
  },

  rainbow() {
    const p = new Picture("#7797a3");
    const [cx, cy, unit] = [860, 930, 15.6]; // px for a degree around the point opposite the Sun
    const bow = [RUST, CORAL, GOLD, "#d8cf6a", MOSS, TEAL, "#48618f", PLUM];
    p.paint(disc(cx, cy, 53.5 * unit), "#86a5ae");
    p.paint(disc(cx, cy, 50.4 * unit), "#64858f");
    range(5).forEach((i) => p.paint(ring(cx, cy, (50.7 + i * 0.62) * unit, 0.66 * unit), mix("#7797a3", [RUST, GOLD, MOSS, TEAL, PLUM][i], 0.3)));
    p.paint(disc(cx, cy, 42.2 * unit), PLUM);
    bow.forEach((tone, i) => p.paint(disc(cx, cy, (42.2 - i * 0.5) * unit), mix(tone, WHITE, 0.14)));
    p.paint(disc(cx, cy, 38.2 * unit), "#a9c3c3");
    p.paint(disc(cx, cy, 36.6 * unit), "#9dbabd");
    const rnd = random(3);
    const rain = range(110).map(() => {
      const [x, y, l] = [rnd() * 1700 - 20, rnd() * 640 - 40, 26 + rnd() * 46];
      return segment([x, y], [x - l * 0.22, y + l], 2.4);
    });
    p.paint(rain, FOAM, 0.3);
    [[250, 96, 150], [390, 70, 190], [560, 60, 150], [120, 60, 130], [1250, 70, 140], [1400, 90, 190], [1530, 60, 150]].forEach(([x, y, r]) => p.paint(ellipse(x, y - 50, r * 1.25, r * 0.62), "#536f7b"));
    p.paint(below((x) => 640 - 74 * Math.exp(-(((x - 250) / 260) ** 2)) - 110 * Math.exp(-(((x - 1330) / 330) ** 2)) + 10 * Math.sin(x / 90)), "#7d9a86");
    p.paint(below((x) => 706 - 52 * Math.exp(-(((x - 700) / 380) ** 2)) + 12 * Math.sin(x / 210 + 1)), MOSS);
    p.paint(below((x) => 782 + 20 * Math.sin(x / 260 + 2.4)), mix(MOSS, NIGHT, 0.35));
    const field = below((x) => 782 + 20 * Math.sin(x / 260 + 2.4));
    range(10).forEach((i) => {
      const x = 80 + i * 180;
      p.paint(both(polygon([[x, 740], [x + 46, 740], [x - 190 + i * 38, 910], [x - 310 + i * 38, 910]]), field), mix(MOSS, NIGHT, 0.48));
    });
    const tree = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ s) => {
      p.paint(rect(x - 0.06 * s, y - 0.5 * s, 0.12 * s, 0.5 * s), UMBER);
      p.paint([disc(x, y - 0.86 * s, 0.42 * s), disc(x - 0.3 * s, y - 0.6 * s, 0.3 * s), disc(x + 0.3 * s, y - 0.58 * s, 0.32 * s)], mix(MOSS, INK, 0.55));
      p.paint([disc(x - 0.1 * s, y - 0.94 * s, 0.24 * s), disc(x - 0.34 * s, y - 0.66 * s, 0.16 * s)], mix(MOSS, INK, 0.3));
    };
    tree(1330, 724, 120);
    tree(1420, 732, 90);
    tree(236, 716, 78);
    p.paint(rect(1080, 636, 120, 78), PAPER);
    p.paint(rect(1160, 636, 40, 78), mix(PAPER, NIGHT, 0.22));
    p.paint(polygon([[1064, 640], [1096, 590], [1184, 590], [1216, 640]]), RUST);
    p.paint([rect(1098, 662, 20, 24), rect(1132, 662, 20, 24)], NIGHT);
    return p;
  },

  raindrop() {
    const p = new Picture(PAPER);
    const [cx, cy, r] = [800, 352, 262];
    p.paint(disc(cx, cy, r), mix(MIST, WHITE, 0.35));
    p.paint(minus(disc(cx, cy, r), disc(cx - 16, cy - 18, r - 6)), mix(MIST, TEAL, 0.3));
    p.paint(ring(cx, cy, r, 6), SEA);
    // The ray that meets the drop at 59.5 degrees comes back at the greatest angle: the bow.
    const entry = Math.asin(0.8619);
    const at = (/** @type {number} */ a) => /** @type {Point} */ ([cx + r * Math.cos(a), cy + r * Math.sin(a)]);
    /** @param {number} n the refractive index @returns {Point[]} in, back of the drop, out, far away */
    const trace = (n) => {
      const bend = Math.asin(Math.sin(entry) / n);
      const start = Math.PI + entry;
      const turn = Math.PI - 2 * bend;
      const [x, y] = at(start + 2 * turn);
      const way = start + 2 * turn + entry; // leaves as it came: the same angle to the surface
      return [at(start), at(start + turn), [x, y], [x + 320 * Math.cos(way), y + 320 * Math.sin(way)]];
    };
    // Water has 1.331 for red and 1.343 for violet; drawn four times wider apart.
    const tones = [RUST, CORAL, GOLD, MOSS, TEAL, "#48618f", PLUM];
    const rays = range(8).map((i) => trace(lerp(1.314, 1.362, i / 7)));
    [0, 1, 2].forEach((leg) => tones.forEach((tone, i) => {
      const [a, b] = [rays[i], rays[i + 1]];
      p.paint([polygon([a[leg], a[leg + 1], b[leg + 1], b[leg]]), segment(a[leg], a[leg + 1], 3.5)], tone);
    }));
    const [enter, , leave, eye] = trace(1.337);
    p.paint(disc(0, enter[1], 120), mix(PAPER, GOLD, 0.5));
    p.paint(disc(0, enter[1], 84), GOLD);
    p.paint(segment([84, enter[1]], enter, 11), GOLD);
    p.paint(polygon([[360, enter[1] - 24], [412, enter[1]], [360, enter[1] + 24]]), GOLD);
    // The angle between the way back to the Sun and the way to the eye.
    const slope = Math.atan2(eye[1] - leave[1], eye[0] - leave[0]);
    const cross_x = leave[0] + (enter[1] - leave[1]) / Math.tan(slope);
    p.paint([...dashes(enter, [cross_x, enter[1]]), ...dashes(leave, [cross_x, enter[1]])], NIGHT);
    const turned = (slope * 360) / TAU;
    p.paint(polyline(arc(cross_x, enter[1], 150, turned < 0 ? turned + 360 : turned, 180), 5), CORAL);
    p.paint(label("42°", cross_x - 226, enter[1] + 42, 46, 7), CORAL);
    const [ex, ey] = [leave[0] + 312 * Math.cos(slope) - 10, leave[1] + 312 * Math.sin(slope)];
    p.paint(both(disc(ex - 30, ey - 62, 124), disc(ex - 30, ey + 62, 124)), INK);
    p.paint(both(disc(ex - 30, ey - 62, 115), disc(ex - 30, ey + 62, 115)), WHITE);
    p.paint(disc(ex - 12, ey, 38), TEAL);
    p.paint(disc(ex - 6, ey, 20), INK);
    p.paint(disc(ex + 2, ey - 9, 6), WHITE);
    return p;
  },

  iceberg() {
    const p = new Picture("#d6e4dc");
    p.paint(disc(1240, 190, 300), "#e3eadb");
    p.paint(disc(1240, 190, 86), "#f6dca3");
    [[120, 120, 230], [210, 148, 150], [1330, 92, 200], [700, 70, 170]].forEach(([x, y, w]) => p.paint(segment([x, y], [x + w, y], 18), WHITE));
    const line = 292;
    range(6).forEach((i) => p.paint(below((x) => line + i * 112 + (i ? 12 * Math.sin(x / 190 + i * 2) : 0)), along(["#4f97a4", SEA, NIGHT, INK], i / 5.4)));
    p.paint(polygon([[0, line], [0, 268], [120, 250], [230, 262], [340, 246], [480, line]]), "#b9d0cb");
    /** @type {[Point[], string][]} */
    const facets = [
      [[[590, 292], [676, 214], [716, 236], [726, 292]], "#f2f5ea"],
      [[[676, 214], [742, 148], [768, 206], [716, 236]], WHITE],
      [[[716, 236], [768, 206], [800, 292], [726, 292]], "#cfe2dc"],
      [[[742, 148], [790, 122], [846, 196], [768, 206]], "#e6efe6"],
      [[[768, 206], [846, 196], [866, 292], [800, 292]], "#b9d5d1"],
      [[[846, 196], [904, 226], [980, 292], [866, 292]], "#a5c7c6"],
      [[[590, 292], [726, 292], [690, 420], [520, 396]], "#a9d2d0"],
      [[[726, 292], [866, 292], [838, 450], [690, 420]], "#8fc1c3"],
      [[[866, 292], [980, 292], [1050, 402], [838, 450]], "#74acb3"],
      [[[520, 396], [690, 420], [640, 566], [500, 520]], "#86bcbf"],
      [[[690, 420], [838, 450], [806, 610], [640, 566]], "#70a9b1"],
      [[[838, 450], [1050, 402], [1064, 540], [806, 610]], "#5b96a2"],
      [[[500, 520], [640, 566], [664, 700], [570, 650]], "#639ea9"],
      [[[640, 566], [806, 610], [770, 770], [664, 700]], "#528e9b"],
      [[[806, 610], [1064, 540], [980, 680], [770, 770]], "#43808f"],
      [[[664, 700], [770, 770], [760, 826]], "#3d7888"],
      [[[770, 770], [980, 680], [880, 778], [760, 826]], "#366c7e"],
    ];
    facets.forEach(([points, tone]) => p.paint([polygon(points), ...polyline([...points, points[0]], 1.6)], tone));
    p.paint([rect(0, line - 2, 592, 4), rect(978, line - 2, 630, 4)], FOAM);
    const foam = [[480, 302, 96], [996, 302, 84], [400, 316, 100], [1060, 316, 120], [1300, 308, 100], [160, 310, 120]];
    p.paint(foam.map(([x, y, w]) => segment([x, y], [x + w, y], 4)), FOAM, 0.7);
    p.paint(polygon([[1236, 270], [1352, 270], [1334, 298], [1252, 298]]), RUST);
    p.paint(rect(1236, 268, 116, 6), PAPER);
    p.paint([rect(1258, 240, 42, 28), rect(1272, 222, 18, 20)], PAPER);
    p.paint(range(3).map((k) => rect(1263 + k * 12, 247, 7, 8)), NIGHT);
    p.paint(rect(1326, 214, 4, 56), INK);
    const rnd = random(12);
    p.paint(range(46).map(() => {
      const [x, y] = [rnd() * 1600, 380 + rnd() * 500];
      return x > 450 && x < 1110 ? disc(-50, -50, 1) : disc(x, y, 2 + rnd() * 4);
    }), MIST, 0.35);
    return p;
  },

  wind_pennants() {
    const p = new Picture("#efe4cd");
    const tones = [TEAL, SEA, MOSS, GOLD, CORAL, RUST, PLUM];
    const rise = (/** @type {number} */ x) => clamp((x - 40) / 1480, 0, 1) ** 1.5;
    const rnd = random(64);
    const streaks = range(150).map(() => {
      const [x, y] = [rnd() * 1700, 60 + rnd() * 500];
      return rnd() < rise(x) ? segment([x - 30 - 130 * rise(x), y], [x, y], 4) : disc(-9, -9, 1);
    });
    p.paint(streaks, "#dccdae");
    const swell = (/** @type {number} */ i) => {
      const tone = along([MIST, TEAL, SEA, NIGHT], i / 3);
      p.paint(below((x) => 630 + i * 50 + 16 * rise(x) - (4 + 92 * rise(x)) * Math.sin(x / (64 + 16 * i) + i * 1.9) ** 2), tone);
    };
    swell(0);
    swell(1);
    range(13).forEach((force) => {
      const x = 92 + force * 112;
      const [top, high, long] = [196 - 4 * force, 88, 92 + force];
      // A calm lets the cloth hang; from a near gale on the wind holds it level.
      const hang = 1.42 * (1 - clamp(force / 7, 0, 1)) ** 0.75;
      const strength = force / 12;
      /** One edge from the pole to the tip; the lower one starts at 1. @param {number} from @returns {Point[]} */
      const edge = (from) => range(25).map((k) => {
        const t = k / 24;
        const sag = hang > 0.9 ? 15 * Math.sin(Math.PI * t) * (1 - from) : 0;
        const wave = (5 + 6 * strength) * Math.sin(t * (4 + 4 * strength) - force * 0.9) * Math.sin(Math.PI * Math.min(1, t * 1.2) * 0.6) * Math.cos(hang);
        const reach = long * (1 + 0.3 * Math.sin(hang));
        return [x + 3 + t * reach * Math.cos(hang) + sag + 14 * t * Math.sin(hang), top + high * lerp(from, 0.5, t) + t * reach * Math.sin(hang) * 0.8 + wave];
      });
      const tone = along(tones, strength);
      p.paint(rect(x - 4, top - 24, 8, 800 - top), INK);
      p.paint(disc(x, top - 28, 9), INK);
      p.paint(polygon([...edge(0), ...edge(1).reverse()]), tone);
      p.paint(polygon([...edge(0.5), ...edge(1).reverse()]), mix(tone, INK, 0.2));
    });
    swell(2);
    swell(3);
    p.paint(rect(0, 796, WIDTH_PX, 104), INK);
    range(13).forEach((force) => p.paint(label(String(force), 92 + force * 112, 829, 38, 6), PAPER));
    return p;
  },
};

// ---- Main ----

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "assets", "sample", "media");
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PICTURES, name));
if (unknown.length > 0) {
  console.error(`make_pictures: no picture is called ${unknown.join(", ")}; there are ${Object.keys(PICTURES).join(", ")}.`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  writeFileSync(join(folder, `${name.replaceAll("_", "-")}.png`), encode_png(draw().pixels));
}
