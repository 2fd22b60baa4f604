// SPDX-License-Identifier: MIT
// An article's pictures, each as large as the window, and larger. The stage scrolls by itself, so that a finger, a
// wheel and the browser's own pinch move about as anywhere; the largest file is asked for only when it is of use.
import { addStyles, make } from "./make.js";
import { dir, lang, roomWords } from "./room_words.js";

const STYLES = `
.lightbox { position: fixed; inset: 0; width: 100%; max-width: none; height: 100%; max-height: none; margin: 0; padding: 0; border: 0; background: #111; color: #eee; font: 400 medium/1.4 var(--sans); }
.lightbox .stage { display: grid; place-items: safe center; width: 100%; height: 100%; overflow: auto; overscroll-behavior: contain; outline: none; }
.lightbox img { display: block; cursor: zoom-in; }
.lightbox .large { cursor: zoom-out; }
.lightbox button { position: absolute; width: 2.75em; height: 2.75em; margin: 0.25em; padding: 0; border: 0; border-radius: 50%; background: #111c; color: inherit; font: 700 1.25em/1 var(--sans); cursor: pointer; }
.lightbox button:hover { background: #444; }
.lightbox button:focus-visible { outline: 2px solid #fff; outline-offset: -2px; }
.lightbox .close { inset-block-start: env(safe-area-inset-top); inset-inline-end: 0; }
.lightbox .previous { inset-block-start: calc(50% - 1.625em); inset-inline-start: 0; }
.lightbox .next { inset-block-start: calc(50% - 1.625em); inset-inline-end: 0; }
.lightbox p { position: absolute; inset: auto 0 0; max-height: 30%; margin: 0; padding: 0.75em 1.25em calc(0.75em + env(safe-area-inset-bottom)); overflow: auto; background: #111c; text-align: center; }
.lightbox p:empty { display: none; }`;

const LARGEST = 8; // times as large as fits
const SWIPE_PX = 60;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** Those of the article at hand that are there and lead nowhere else. @returns {HTMLImageElement[]} */
export const pictures = () => [.../** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll("article:not(.story) figure img"))]
  .filter((it) => !it.closest("a") && !(it.complete && !it.naturalWidth));

/** @param {HTMLImageElement} first */
export async function open(first) {
  const words = await roomWords();
  const all = pictures();
  if (!all.includes(first) || document.querySelector(".lightbox")) return;
  sheet ??= addStyles(STYLES);
  let [source, scale] = [first, 1];
  const picture = make("img", {});
  const stage = make("div", { className: "stage", tabIndex: 0 }, picture);
  const caption = make("p", { ariaLive: "polite" });
  const button = (/** @type {string} */ css, /** @type {string} */ name, /** @type {string} */ sign, /** @type {() => void} */ act) =>
    make("button", { type: "button", className: css, ariaLabel: name, title: name, textContent: sign, onclick: act });
  const dialog = make("dialog", { className: "lightbox", lang, dir }, stage, caption,
    ...all.length > 1 ? [button("previous", words("previous_picture"), "‹", () => turn(-1)), button("next", words("next_picture"), "›", () => turn(1))] : [],
    button("close", words("close"), "×", () => dialog.close()));

  /** Sets the scale; the point of the picture at these coordinates of the window stays there. @param {number} to */
  function zoom(to, x = innerWidth / 2, y = innerHeight / 2) {
    const [width, height] = [source.width || picture.naturalWidth, source.height || picture.naturalHeight].map(Number);
    const own = Number(source.getAttribute("width")) || picture.naturalWidth;
    const fit = Math.min(dialog.clientWidth, dialog.clientHeight * width / height, own);
    const before = picture.getBoundingClientRect();
    scale = Math.min(LARGEST, Math.max(1, to));
    picture.style.width = `${fit * scale}px`;
    picture.sizes = picture.style.width;
    picture.classList.toggle("large", scale > 1);
    if (!before.width) return;
    const after = picture.getBoundingClientRect();
    stage.scrollBy(after.left - x + (x - before.left) / before.width * after.width,
      after.top - y + (y - before.top) / before.height * after.height);
  }

  /** @param {HTMLImageElement} next */
  function show(next) {
    source = next;
    const { alt, src, srcset } = source;
    const own = source.closest("figure")?.querySelector("figcaption");
    Object.assign(picture, { alt, srcset, src, style: "" });
    Object.assign(caption, { textContent: own?.textContent ?? "", lang: document.querySelector("main")?.lang || document.documentElement.lang });
    dialog.ariaLabel = alt;
    zoom(1);
  }
  const turn = (/** @type {number} */ by) => show(all[(all.indexOf(source) + by + all.length) % all.length]);

  picture.onclick = ({ clientX, clientY }) => zoom(scale > 1 ? 1 : Math.max(2, (Number(source.getAttribute("width")) || 0) / picture.width), clientX, clientY);
  const forward = dir === "rtl" ? -1 : 1;
  dialog.addEventListener("keydown", (event) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey) return;
    if (key === "+" || key === "=") zoom(scale * 1.5);
    else if (key === "-") zoom(scale / 1.5);
    else if (key === "0") zoom(1);
    else if (scale === 1 && key === "ArrowRight") turn(forward);
    else if (scale === 1 && key === "ArrowLeft") turn(-forward);
    else return;
    event.preventDefault();
  });
  stage.addEventListener("touchstart", ({ touches }) => {
    const [{ clientX: x, clientY: y }] = touches;
    if (touches.length > 1 || scale > 1 || all.length < 2) return;
    stage.addEventListener("touchend", ({ changedTouches: [{ clientX, clientY }], touches: { length } }) => {
      const by = clientX - x;
      if (!length && Math.abs(by) > SWIPE_PX && Math.abs(clientY - y) < Math.abs(by)) turn(by < 0 ? forward : -forward);
    }, { once: true });
  }, { passive: true });
  const fitAgain = () => zoom(scale);
  picture.onload = fitAgain;
  addEventListener("resize", fitAgain);
  dialog.onclose = () => {
    removeEventListener("resize", fitAgain);
    dialog.remove();
  };
  document.body.append(dialog);
  dialog.showModal();
  show(first);
}

/** The picture that is most in sight, for who has no pointer. */
export function openNearest() {
  const middle = innerHeight / 2;
  const seen = pictures().map((it) => ({ it, rect: it.getBoundingClientRect() }))
    .filter(({ rect }) => rect.bottom > 0 && rect.top < innerHeight)
    .sort((a, b) => Math.abs(a.rect.top + a.rect.bottom - 2 * middle) - Math.abs(b.rect.top + b.rect.bottom - 2 * middle));
  return seen[0] && open(seen[0].it);
}
