// SPDX-License-Identifier: MIT
// Text by the browser's own engine: widths, line metrics, ink boxes, and rasters for the glyph
// pages. One 2D canvas does it all. It is opaque and on the CPU: opaque keeps the platform's LCD
// antialiasing, and reading a GPU canvas back costs eight times as much (TEXT.md, 3). In WebKit alone
// it is transparent, as what it is drawn on.

const STRIP_WIDTH = 2048; // the longest run that fits a glyph page
const STRIP_HEIGHT = 128;
const root = document.documentElement;
const GAP = 1; // px between runs, as in the glyph pages (src/app/glyph_atlas.cpp)

/** There the canvas lies above the page's own text (lectern.css, end). */
export const isWebKit = CSS.supports("-webkit-nbsp-mode", "space");

/** @param {number} rgb */
const color = (rgb) => `#${rgb.toString(16).padStart(6, "0")}`;

/** @param {(texture: number) => WebGL2RenderingContext} into binds a texture to be filled */
export function makeText(into) {
  const canvas = document.createElement("canvas");
  canvas.hidden = true; // and in the document, where alone its language counts
  // A font made on it would take a reader's own spacing along, and keep it when that is gone.
  canvas.style.cssText = "letter-spacing: normal !important; word-spacing: normal !important";
  const line = document.createElement("div");
  const sample = line.appendChild(document.createElement("span"));
  const baseline = line.appendChild(document.createElement("i"));
  sample.textContent = "x";
  line.setAttribute("aria-hidden", "true");
  Object.assign(line.style, { position: "absolute", left: 0, top: 0, visibility: "hidden",
    whiteSpace: "nowrap", textRendering: "geometricPrecision" });
  Object.assign(baseline.style, { display: "inline-block", width: 0, height: 0 });
  document.body.append(canvas);

  const context = /** @type {CanvasRenderingContext2D} */ (
    canvas.getContext("2d", { alpha: isWebKit, willReadFrequently: true }));
  // Firefox makes a canvas's fonts in sizes of six bits alone, of CSS px or, where the reader has zoomed, of the
  // screen's: all from 1049 to 1063 px are one then, and few others so far apart.
  let [unit, unitAt] = [0, 0];
  const findUnit = () => [1, (unitAt = devicePixelRatio)].find((it) => {
    const [one, other] = [1049, 1063].map((size) => ((context.font = `${size * it}px serif`), context.measureText("m").width));
    return one === other;
  }) ?? 0;
  let font = ""; // until `forget` no measure holds
  /** Empties the canvas, which forgets all about its context. @param {number} height */
  const resize = (height) => {
    canvas.width = STRIP_WIDTH;
    canvas.height = height;
    context.textRendering = "geometricPrecision"; // as the stylesheet says for the DOM
    context.textAlign = "left";
    context.direction = root.dir === "rtl" ? "rtl" : "ltr";
    font = "";
  };
  /** By the language. @type {CanvasFontKerning} */
  let kerning = "auto";
  /** @type {Intl.Segmenter | undefined} */
  let segmenter;
  let zoom = 1; // what is drawn by what is asked for
  /**
   * @param {string} css
   * @param {number} [dpr] WebKit rounds the advance of each glyph, and that of its size in CSS px
   */
  const setFont = (css, dpr = 1) => {
    if (unitAt !== devicePixelRatio) [unit, font] = [findUnit(), ""];
    if (font === (font = css + dpr)) return;
    const size = parseFloat(/** @type {RegExpExecArray} */ (/[\d.]+(?=px)/.exec(css))[0]);
    let made = isWebKit ? size / dpr : size;
    if (unit) {
      const step = unit * 2 ** Math.floor(Math.log2(size / unit) - 6);
      made = Math.round(size / step) * step;
    }
    zoom = size / made;
    const [lang, named] = css.split("|");
    // Generic families, and what stands in for missing glyphs, depend on the language.
    if (canvas.lang !== (lang || root.lang)) {
      canvas.lang = lang || root.lang;
      kerning = /** @type {CanvasFontKerning} */ (getComputedStyle(canvas).fontKerning);
      context.font = "1px serif"; // lest one of the same name be taken for the same
    }
    context.fontKerning = kerning;
    context.font = zoom === 1 ? named : named.replace(/[\d.]+(?=px)/, String(made));
  };

  const text = {
    /** Another article, or web fonts have come: nothing known about the current font holds. */
    forget() {
      resize(STRIP_HEIGHT);
    },

    /**
     * @param {string[]} texts one, of a script without spaces between words
     * @param {Float64Array} ends of its words
     * @returns how many there are
     */
    words([words], ends) {
      if (!("Segmenter" in Intl)) return 0;
      segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" }); // the script decides, whatever the language
      let count = 0;
      for (const { index, segment } of segmenter.segment(words)) {
        ends[count++] = index + segment.length;
      }
      return count;
    },

    /**
     * @param {Float64Array} numbers how many of the texts are fonts, then the font of each other
     * @param {string[]} texts
     * @param {Float64Array} widths
     */
    measure([fonts, ...of], texts, widths) {
      for (let f = 0; f < fonts; f++) {
        setFont(texts[f]);
        for (let i = 0; i < of.length; i++) {
          if (of[i] === f) widths[i] = context.measureText(texts[fonts + i]).width * zoom;
        }
      }
    },

    /**
     * Ascent, descent and the baseline's distance from the top of a line box, as the DOM has them; and
     * whether neighbouring elements are shaped as one text.
     * @param {Float64Array} numbers the line's height
     * @param {string[]} texts the font
     * @param {Float64Array} out
     */
    line([height], [css], out) {
      [line.lang, line.style.font] = css.split("|");
      line.lang ||= root.lang;
      line.style.lineHeight = `${height}px`;
      document.body.append(line);
      const box = line.getBoundingClientRect();
      const ink = sample.getBoundingClientRect();
      const base = baseline.getBoundingClientRect().bottom;
      line.remove();
      out.set([base - ink.top, ink.bottom - base, base - box.top, Number(!isWebKit)]);
    },

    /** @param {string[]} texts font and text, in turn @param {Float64Array} out four for each */
    ink(texts, out) {
      for (let i = 0; i < texts.length; i += 2) {
        setFont(texts[i], devicePixelRatio);
        const box = context.measureText(texts[i + 1]);
        out.set([box.actualBoundingBoxLeft, box.actualBoundingBoxRight,
          box.actualBoundingBoxAscent, box.actualBoundingBoxDescent].map((it) => it * zoom + zoom - 1), 2 * i);
      }
    },

    /**
     * Draws runs and puts them into a texture.
     * @param {Float64Array} numbers the texture, then eight for each run: color, ground, x, y, width, height on the page,
     *   the run's start from the left edge, its baseline from the top edge
     * @param {string[]} texts font and text, in turn
     */
    raster([texture, ...runs], texts) {
      /** @type {number[][]} */
      let drawn = [];
      let [x, y, row] = [0, 0, 0];
      const flush = () => {
        const to = into(texture);
        for (const [fromX, fromY, toX, toY, width, height] of drawn) {
          to.pixelStorei(to.UNPACK_SKIP_PIXELS, fromX);
          to.pixelStorei(to.UNPACK_SKIP_ROWS, fromY);
          to.texSubImage2D(to.TEXTURE_2D, 0, toX, toY, width, height, to.RGBA, to.UNSIGNED_BYTE, canvas);
        }
        to.pixelStorei(to.UNPACK_SKIP_PIXELS, 0);
        to.pixelStorei(to.UNPACK_SKIP_ROWS, 0);
        drawn = [];
        x = y = row = 0;
      };
      for (let i = 0; i < runs.length; i += 8) {
        const [ink, ground, toX, toY, width, height, start, base] = runs.slice(i, i + 8);
        if (x + width > STRIP_WIDTH) [x, y, row] = [0, y + row, 0];
        if (y + height > canvas.height) flush();
        if (height > canvas.height) resize(height);
        setFont(texts[i / 4], devicePixelRatio); // before save: restore would take it back
        context.save(); // the clip keeps ink that is wider than told out of the neighbours
        context.beginPath();
        context.rect(x, y, width, height);
        context.clip();
        context.fillStyle = color(ground);
        if (isWebKit) context.clearRect(x, y, width, height);
        else context.fillRect(x, y, width, height);
        context.fillStyle = color(ink);
        context.translate(x + start, y + base);
        context.scale(zoom, zoom);
        context.fillText(texts[i / 4 + 1], 0, 0);
        context.restore();
        const last = drawn.at(-1);
        if (last && last[1] === y && last[3] === toY && last[2] - last[0] === toX - x) {
          last[4] = toX + width - last[2]; // side by side here and there: one upload
          last[5] = Math.max(last[5], height);
        } else drawn.push([x, y, toX, toY, width, height]);
        x += width + GAP;
        row = Math.max(row, height);
      }
      flush();
    },
  };
  text.forget();
  // Chromium asks its graphics for a way to compare it with them at the first drawing, which takes a while.
  context.fillRect(0, 0, 1, 1);
  context.getImageData(0, 0, 1, 1);
  return text;
}
