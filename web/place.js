// SPDX-License-Identifier: MIT
// Where in the text the reader is, said by the text itself: so that a place is found again after the page is set in
// another way, or was edited. The canvas's text is the page's own, so this holds for both views.

const STEP = 12; // px; less than a line
const PIECE = 60; // characters of a block that tell it from others

/** @typedef {{ text: Text, offset: number, top: number }} Spot a letter, and how far down the window it is */
/** A place to be kept: the number of a block, a letter in it, and how the blocks before it, it and the one behind it begin.
 * @typedef {{ block: number, offset: number, pieces: string[] }} Place */

/** The letter at a point of the window. @param {number} x @param {number} y @returns {[Node, number] | null} */
export function letterAt(x, y) {
  if ("caretPositionFromPoint" in document) {
    const found = document.caretPositionFromPoint(x, y);
    return found && [found.offsetNode, found.offset];
  }
  const found = /** @type {any} */ (document).caretRangeFromPoint?.(x, y);
  return found && [found.startContainer, found.startOffset];
}

/** @param {Text} text @param {number} offset */
function topOf(text, offset) {
  const range = document.createRange();
  range.setStart(text, Math.min(offset, Math.max(0, text.length - 1)));
  range.setEnd(text, Math.min(text.length, range.startOffset + 1));
  return range.getBoundingClientRect().top;
}

/** The first line of the page's text that is whole in the window. @returns {Spot | null} */
export function topmost() {
  const main = document.querySelector(".body") ?? document.querySelector("main");
  if (!main) return null;
  const { left, right } = main.getBoundingClientRect();
  for (let y = 2; y < innerHeight * 0.7; y += STEP) {
    for (const part of [0.1, 0.5, 0.9]) {
      const [text, offset] = letterAt(left + part * (right - left), y) ?? [];
      if (!(text instanceof Text) || offset === undefined || !main.contains(text) || !text.data.trim()) continue;
      const top = topOf(text, offset);
      if (top >= 0 && top < innerHeight) return { text, offset, top };
    }
  }
  return null;
}

/** @typedef {{ range: Range, top: number }} Held a letter that is to stay where it is; the range goes with it when the viewer takes the text apart */

/** @returns {Held | null} */
function held() {
  const spot = scrollY > 0 ? topmost() : null;
  if (!spot) return null;
  const range = document.createRange();
  range.setStart(spot.text, spot.offset);
  range.setEnd(spot.text, Math.min(spot.text.length, spot.offset + 1));
  return { range, top: spot.top };
}

/** While a panel lies over the page, through which nothing can be found. @type {Held | null} */
let pinned = null;
export const pin = () => void (pinned = held());
export const unpin = () => void (pinned = null);

/** @param {Held} spot @returns whether it was elsewhere */
function back({ range, top }) {
  const by = range.getBoundingClientRect().top - top;
  if (Math.abs(by) < 1) return false;
  scrollBy({ top: by, behavior: "instant" });
  return true;
}

const CALM = 4, MOST_ROUNDS = 40, ROUND_MS = 50;
let changes = 0;

/** Changes how the page is set without moving what is read: what is far is laid out late, and may be higher than it was guessed to be. @param {() => void} change */
export async function hold(change) {
  const spot = pinned ?? held();
  change();
  const own = ++changes; // the latest holds
  if (!spot) return;
  for (let round = 0, calm = 0; round < MOST_ROUNDS && calm < CALM && own === changes; round++) {
    calm = back(spot) ? 0 : calm + 1;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, ROUND_MS)));
  }
}

/** The blocks of the text itself, in order. @returns {HTMLElement[]} */
const blocks = () => [...document.querySelectorAll(".body [data-block]")].filter((it) => it instanceof HTMLElement &&
  !it.querySelector("[data-block]")).map((it) => /** @type {HTMLElement} */ (it));

/** @param {Element | undefined} block */
const pieceOf = (block) => block?.textContent?.slice(0, PIECE) ?? "";

/** Where the reader is. @returns {Place | null} */
export function placeOf() {
  const spot = topmost();
  const block = spot?.text.parentElement?.closest("[data-block]");
  if (!spot || !block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(spot.text, spot.offset);
  const all = blocks(), at = all.findIndex((it) => it === block);
  return at < 0 ? null : { block: at, offset: before.toString().length, pieces: [-1, 0, 1].map((by) => pieceOf(all[at + by])) };
}

/** A place in the text as it is now: the same block, wherever it stands; else one beside which it stood. @param {Place} place @returns {Spot | null} */
export function locate({ block, offset, pieces: [before, own, behind] }) {
  const all = blocks();
  const nearest = (/** @type {string} */ piece) => !piece ? -1 : all.map((it, i) => [i, it]).filter(([, it]) =>
    pieceOf(/** @type {Element} */ (it)) === piece).map(([i]) => Number(i)).sort((a, b) => Math.abs(a - block) - Math.abs(b - block))[0] ?? -1;
  const same = nearest(own), last = nearest(before), next = nearest(behind);
  const at = same >= 0 ? same : last >= 0 ? last + 1 : next - 1;
  const found = all[at];
  if (!found) return null;
  const walker = document.createTreeWalker(found, NodeFilter.SHOW_TEXT);
  let left = same >= 0 ? offset : 0;
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    if (left < text.length) return { text, offset: left, top: topOf(text, left) };
    left -= text.length;
  }
  return null;
}
