// SPDX-License-Identifier: MIT
// The page's own pictures as textures, drawn down to the size they are shown at. A picture from
// another site that does not allow reading stays the browser's to show.

/** @typedef {"decoding" | "ready" | "refused"} State */

// Reading a larger one would hold up the page for many seconds: it stays the browser's too.
const MAX_PX = 50e6;

/**
 * @param {(block: number) => HTMLElement | undefined} elementOf
 * @param {(texture: number) => WebGL2RenderingContext} into binds a texture to be filled
 * @param {() => void} onReady
 */
export function makePictures(elementOf, into, onReady) {
  /** By picture and address: srcset and lazy loading change what it shows. @type {Map<string, State>} */
  const states = new Map();

  return {
    /** Whether `upload` may be called; when it is not yet so, onReady follows. @param {number} block */
    ready(block) {
      const image = elementOf(block);
      if (!(image instanceof HTMLImageElement) || !image.complete || !image.naturalWidth) return false;
      if (image.naturalWidth * image.naturalHeight > MAX_PX) return false;
      const key = `${block} ${image.currentSrc}`;
      const state = states.get(key);
      if (!state) {
        states.set(key, "decoding");
        // Decoded off the main thread first: drawing it would decode it in the middle of a frame.
        image.decode().then(() => "ready", () => "refused").then((result) => {
          states.set(key, /** @type {State} */ (result));
          onReady();
        });
      }
      return state === "ready";
    },

    /** @param {number} texture @param {number} block @param {number} width device px @param {number} height */
    upload(texture, block, width, height) {
      const image = /** @type {HTMLImageElement} */ (elementOf(block));
      const to = into(texture);
      // A canvas for this one alone: what a foreign picture touched can never be read again.
      const canvas = document.createElement("canvas");
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext("2d");
      if (!context) return false;
      context.imageSmoothingQuality = "high";
      try {
        context.drawImage(image, 0, 0, width, height);
        to.texSubImage2D(to.TEXTURE_2D, 0, 0, 0, width, height, to.RGBA, to.UNSIGNED_BYTE, canvas);
        return true;
      } catch {
        states.set(`${block} ${image.currentSrc}`, "refused");
        return false;
      }
    },
  };
}
