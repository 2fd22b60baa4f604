// SPDX-License-Identifier: MIT
// The twin: the page's own HTML, told by the core where its boxes are and where its lines end.
// A line end is a marker, <i class="b">, which takes in the white space there; so the text stays
// one text for find, selection and screen readers (TEXT.md, 1). Markers come and go by splitText
// and normalize, which keep live selections. All of it can be taken back.

const PROPERTIES = ["--x", "--y", "--w", "--h", "--m", "--r"];
const CLASSES = ["laid", "text", "placed", "straight", "on"];
// Numbers before a box's breaks: block, placed, x, y, width, height (-1: the browser's own), margin, what the last of
// justified lines leaves of its room (-1: they are not), text length (-1: no text of its own), count of breaks.
const HEAD = 10;

/** @param {number} value */
const px = (value) => `${Math.round(value * 1e4) / 1e4}px`;

/**
 * Takes the markers out of an element and makes its text whole again.
 * @param {Element} element
 */
function unmark(element) {
  const markers = element.querySelectorAll("i.b");
  for (const marker of markers) marker.replaceWith(...marker.childNodes);
  if (markers.length) element.normalize();
}

/**
 * @param {Element} element
 * @param {number[]} breaks offset and length of the white space there, in turn, in UTF-16 units of its textContent; length -1: with a hyphen
 */
function mark(element, breaks) {
  unmark(element);
  if (!breaks.length) return;
  /** @type {Text[]} */
  const texts = [];
  /** @type {number[]} */
  const starts = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let at = 0; walker.nextNode(); ) {
    const node = /** @type {Text} */ (walker.currentNode);
    texts.push(node);
    starts.push(at);
    at += node.length;
  }
  // From the end, so that the offsets before stay true.
  for (let i = breaks.length - 2, k = texts.length - 1; i >= 0; i -= 2) {
    const offset = breaks[i], length = Math.max(0, breaks[i + 1]);
    // Without white space a place between two nodes counts as the end of the first.
    while (k > 0 && (starts[k] > offset || (!length && starts[k] === offset))) k--;
    const node = texts[k];
    const from = offset - starts[k];
    const to = Math.min(from + length, node.length);
    const marker = document.createElement("i");
    marker.className = breaks[i + 1] < 0 ? "b h" : "b";
    if (from < node.length) {
      // White space that goes on in the next node vanishes by itself at a line's start.
      if (to < node.length) node.splitText(to);
      const space = from > 0 ? node.splitText(from) : node;
      space.before(marker);
      if (length) {
        // A marker's white space is kept as it is, and a line end in it would break the line twice.
        if (space.data.trim() === "" && /[^ ]/.test(space.data)) space.data = " ".repeat(space.length);
        marker.append(space);
      }
    } else {
      // Outside of links and the like that end here, lest they reach into the next line.
      /** @type {Node} */
      let last = node;
      while (last.parentNode && last.parentNode !== element && !last.nextSibling) {
        last = last.parentNode;
      }
      /** @type {ChildNode} */ (last).after(marker);
    }
  }
}

/** @param {() => void} onForeignEdit something else has changed the text or the elements */
export function makeTwin(onForeignEdit) {
  /** @type {HTMLElement} */
  let page;
  /** By their data-block number. @type {HTMLElement[]} */
  const elements = [];

  /**
   * What was applied last, by block.
   * @type {{ style: (string | undefined)[], breaks: string, placed: boolean, x: number, y: number,
   *   width: number, height: number }[]}
   */
  const applied = [];
  /** @type {Set<number>} */
  let painted = new Set();
  let plain = false;
  /** Kinds of blocks whose lines the browser has where they are painted. @type {Set<string>} */
  const verified = new Set();
  /** Blocks of other kinds. @type {Set<number>} */
  const unverified = new Set();

  const observer = new MutationObserver(onForeignEdit);
  let watching = false;
  /** Edits of our own are not news; those of others before them are. @param {() => void} edit */
  const quietly = (edit) => {
    if (watching && observer.takeRecords().length) return onForeignEdit();
    edit();
    if (watching) observer.takeRecords();
  };

  /** The first of some blocks of the text that begins in view, and how far down. @param {number[]} blocks */
  function inView(blocks) {
    if (!scrollY) return null;
    for (const block of blocks) {
      const element = elements[block];
      if (!element.closest(".body")) continue;
      const { top, height } = element.getBoundingClientRect();
      if (height && top >= 0 && top < innerHeight) return { element, top };
    }
    return null;
  }

  /**
   * Keeps what is in view where it is: told heights and margins, and their end, end the browser's own anchoring.
   * @param {() => void} edit @param {number[]} more blocks than those that were told before
   */
  function hold(edit, more = []) {
    const kept = inView([...Object.keys(applied).map(Number), ...more]);
    edit();
    if (!kept) return;
    const by = kept.element.getBoundingClientRect().top - kept.top;
    if (Math.abs(by) >= 0.5) scrollBy({ top: by, behavior: "instant" });
  }

  /** Gives an element back to the browser. @param {HTMLElement} element */
  function free(element) {
    unmark(element);
    element.classList.remove(...CLASSES);
    if (!element.classList.length) element.removeAttribute("class");
    for (const name of PROPERTIES) element.style.removeProperty(name);
  }

  /**
   * The index of the first child for which `isPast` holds, as it does for all behind it.
   * @param {Element} container @param {(rect: DOMRect) => boolean} isPast
   */
  function search({ children }, isPast) {
    let [low, high] = [0, children.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isPast(children[middle].getBoundingClientRect())) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** @param {Element | undefined} element */
  const holdsBlocks = (element) =>
    !!element?.matches("ul, ol, li, blockquote, details[open], section, .part") && !!element.children.length;

  /** @param {Element | undefined} element */
  const numberOf = (element) => Number(/** @type {HTMLElement | undefined} */ (element)?.dataset.block ?? -1);

  /** The first block that ends below a height of the window. @param {Element} container @param {number} y @returns {number} */
  function firstEndingBelow(container, y) {
    const child = container.children[search(container, ({ bottom }) => bottom > y)];
    const inside = holdsBlocks(child) ? firstEndingBelow(child, y) : -1;
    return inside >= 0 ? inside : numberOf(child);
  }

  /** The first block that begins below a height of the window. @param {Element} container @param {number} y @returns {number} */
  function firstBelow(container, y) {
    const at = search(container, ({ top }) => top > y);
    const before = container.children[at - 1];
    const inside = holdsBlocks(before) ? firstBelow(before, y) : -1;
    return inside >= 0 ? inside : numberOf(container.children[at]);
  }

  /** What decides how a block's text is set. @param {HTMLElement} element */
  const kindOf = ({ localName, classList }) =>
    localName + [...classList].filter((name) => !CLASSES.includes(name));

  /** @param {number} block @param {(string | undefined)[]} style */
  function setStyle(block, style) {
    const before = applied[block]?.style ?? [];
    style.forEach((value, i) => {
      if (value !== before[i]) elements[block].style.setProperty(PROPERTIES[i], value ?? "");
    });
  }

  return {
    elements,
    quietly,
    hold,

    /** Takes over another page, after `release` of the one before. @param {HTMLElement} next */
    attach(next) {
      page = next;
      elements.length = 0;
      for (const element of [page, .../** @type {NodeListOf<HTMLElement>} */ (
        page.querySelectorAll("[data-block]"))]) elements[Number(element.dataset.block)] = element;
    },

    /**
     * @param {Float64Array} numbers whether to hold what is in view; the count of blocks to give back and these;
     *   then for each block that is new or another its HEAD numbers, then offset and length of each break
     */
    apply([holds, ...boxes]) {
      /** @type {number[]} */
      const starts = [];
      for (let i = 1 + boxes[0]; i < boxes.length; i += HEAD + 2 * boxes[i + 9]) {
        const [element, length] = [elements[boxes[i]], boxes[i + 8]];
        if (!element || (length >= 0 && element.textContent?.length !== length)) return 0;
        starts.push(i);
      }
      const moves = holds && (boxes[0] || starts.some((i) => {
        const before = applied[boxes[i]];
        return before?.height !== boxes[i + 5] || before.style[4] !== px(boxes[i + 6]);
      }));
      const edit = () => quietly(() => {
        for (const block of boxes.slice(1, 1 + boxes[0])) {
          free(elements[block]);
          delete applied[block];
        }
        for (const i of starts) {
          const [block, placed, x, y, w, h, m, rest, length, count] = boxes.slice(i, i + HEAD);
          const element = elements[block];
          const style = [px(x), px(placed ? y : 0), px(w), h < 0 ? "auto" : px(h), px(m), rest < 0 ? undefined : px(rest)];
          const breaks = boxes.slice(i + HEAD, i + HEAD + 2 * count);
          const key = breaks.join();
          setStyle(block, style);
          element.classList.add("laid");
          element.classList.toggle("text", length >= 0);
          element.classList.toggle("placed", !!placed);
          element.classList.toggle("straight", rest >= 0);
          if ((applied[block]?.breaks ?? "") !== key) mark(element, breaks);
          applied[block] = { style, breaks: key, placed: !!placed, x, y, width: w, height: h };
        }
      });
      moves ? hold(edit, starts.map((i) => boxes[i])) : edit();
      if (!watching) {
        observer.observe(page, { childList: true, characterData: true, subtree: true });
        watching = true;
      }
      return 1;
    },

    /** Whether blocks of kinds have been painted whose lines are not verified. */
    isNew: () => unverified.size > 0,

    /** Text is set in another way than before. */
    doubt() {
      verified.clear();
      for (const block of painted) unverified.add(block);
    },

    /**
     * What the browser has elsewhere by most, and by how many px: one of the painted lines that are of a kind not
     * verified yet, which they are then; or, as long as none is, a box. And whether their text is seen although it is
     * painted, in colours of the reader's own.
     * @param {{ block: number, text: string, x: number, y: number, width: number, height: number, hyphen?: number }[]} lines
     */
    verify(lines) {
      let [worst, at] = [0, ""];
      const note = (/** @type {number} */ off, /** @type {string} */ what) => {
        if (off > worst) [worst, at] = [off, what];
      };
      const { left, top } = page.getBoundingClientRect();
      applied.forEach(({ placed, x, y, width, height }, block) => {
        // The page itself is as wide as the window.
        if (verified.size || !block || elements[block].hidden) return;
        const rect = elements[block].getBoundingClientRect();
        note(Math.max(Math.abs(rect.width - width),
          height < 0 ? 0 : Math.abs(rect.height - height),
          placed ? 0 : Math.abs(rect.left - left - x),
          placed || Number.isNaN(y) ? 0 : Math.abs(rect.top - top - y)), `block ${block}`);
      });
      const range = document.createRange();
      for (const { block, text, x, y, width, height, hyphen = 0 } of lines) {
        if (!text.trim() || !unverified.has(block)) continue;
        const element = elements[block];
        range.selectNodeContents(element.localName === "pre" && element.firstElementChild || element); // not its button
        const all = [...range.getClientRects()].filter((rect) => rect.width);
        // In Firefox a rect is higher where another font stands in for missing glyphs; the line is where it was.
        const down = Math.min(innerHeight, ...all.map((rect) =>
          Math.abs(rect.top - top - y) - Math.max(0, rect.height - height)));
        const middle = top + y + height / 2;
        const rects = all.filter((rect) => Math.abs((rect.top + rect.bottom) / 2 - middle) < height / 2);
        note(Math.max(down, !rects.length ? 0 : Math.max(
          Math.abs(Math.min(...rects.map((rect) => rect.left)) - left - x),
          Math.abs(Math.max(...rects.map((rect) => rect.right)) - left - x - width - hyphen))), `the line "${text}"`);
      }
      const isSeen = !plain && [...unverified].some((block) => painted.has(block) && !/rgba.*, 0\)$/.test(getComputedStyle(elements[block]).color));
      for (const block of unverified) verified.add(kindOf(elements[block]));
      unverified.clear();
      return { worst, at, isSeen };
    },

    release() {
      watching = false;
      observer.disconnect();
      applied.forEach((_, block) => free(elements[block]));
      applied.length = 0;
      painted.clear();
      verified.clear();
      unverified.clear();
    },

    /** @param {Float64Array} blocks @param {Float64Array} tops px from the page's top */
    tops(blocks, tops) {
      const { top } = page.getBoundingClientRect();
      blocks.forEach((block, i) => (tops[i] = elements[block].getBoundingClientRect().top - top));
    },

    /**
     * @param {number} container @param {number} top px from the page's top @param {number} bottom
     * @returns {[number, number]} the first block that reaches below `top`, the first one below `bottom`
     */
    near(container, top, bottom) {
      const element = elements[container], at = page.getBoundingClientRect().top;
      return [firstEndingBelow(element, at + top), firstBelow(element, at + bottom)];
    },

    /** @param {Float64Array} blocks */
    paint(blocks) {
      const now = new Set(blocks);
      for (const block of now) {
        if (!painted.has(block) && !verified.has(kindOf(elements[block]))) unverified.add(block);
      }
      for (const block of painted) if (!now.has(block)) elements[block]?.classList.remove("on");
      if (!plain) for (const block of now) elements[block]?.classList.add("on");
      painted = now;
    },

    /** Shows the text itself, in place of its painting, for a while. @param {boolean} so */
    showPlain(so) {
      plain = so;
      for (const block of painted) elements[block]?.classList.toggle("on", !so);
    },

    /** @param {number} block @param {string} text */
    setText(block, text) {
      if (elements[block].textContent === text) return;
      quietly(() => (elements[block].textContent = text));
      if (applied[block]) applied[block].breaks = "";
    },
  };
}
