// SPDX-License-Identifier: MIT
// What the reader sees of what is kept: the lists on the page saved/, and the button of a column's page. The
// publisher writes both with their words (src/publish/saved_page.cpp); this fills them.
import { always, home, list, pageUrl, remove, save } from "./kept.js";

const MAX_PAGES = 500; // of one column

/** @param {number} bytes */
function sizeOf(bytes) {
  const [value, unit] = bytes < 1e6 ? [Math.ceil(bytes / 1e3), "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}

/** Its words stand in its data. @param {HTMLElement} lists */
async function fillLists(lists) {
  const { saved = "", read = "", none = "", remove: word = "", total = "" } = lists.dataset;
  const kept = (await list()).filter(({ url }) => !always.includes(url));
  /** @param {string} tag @param {string} css @param {(string | Node)[]} inside */
  const make = (tag, css, ...inside) => {
    const element = Object.assign(document.createElement(tag), { className: css });
    element.append(...inside);
    return element;
  };
  /** @param {import("./kept.js").Kept} page */
  const item = (page) => {
    const link = Object.assign(document.createElement("a"), { href: page.url, textContent: page.title });
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: word });
    button.setAttribute("aria-label", `${word}: ${page.title}`);
    button.addEventListener("click", async () => {
      await remove([page]);
      await fillLists(lists);
      lists.querySelector("button")?.focus();
    });
    return make("li", "kept-page", link, make("span", "kept-size", sizeOf(page.bytes)), button);
  };
  /** @param {string} heading @param {import("./kept.js").Kept[]} pages */
  const part = (heading, pages) => pages.length
    ? [make("h2", "panel-heading", heading), make("ul", "links", ...pages.map(item))] : [];
  lists.replaceChildren(...part(saved, kept.filter((it) => it.saved)), ...part(read, kept.filter((it) => !it.saved)),
    make("p", "list-count", kept.length
      ? `${total}: ${sizeOf(kept.reduce((sum, { bytes }) => sum + bytes, 0))}` : none));
}

/** The articles that a list page names, and the page after it. @param {string} html @param {string} url */
const linksOf = (html, url) => ({
  articles: [...html.matchAll(/class="story-title"[^>]*><a href="([^"]+)"/g)].map(([, href]) => pageUrl(new URL(href, url))),
  next: /<a href="([^"]+)" rel="next"/.exec(html)?.[1],
});

/** Saves a column with all its pages and articles. @param {HTMLElement} panel */
async function saveColumn(panel) {
  const { done = "", failed = "" } = panel.dataset;
  const [button] = panel.getElementsByTagName("button");
  const status = /** @type {HTMLElement} */ (panel.querySelector(".status"));
  button.disabled = true;
  navigator.storage?.persist?.().catch(() => {}); // the browser may ask the reader, and may refuse
  let [bytes, missing, ready] = [0, 0, 0];
  /** @type {Set<string>} */
  const all = new Set([pageUrl(location.href)]);
  const count = (/** @type {number} */ more) => {
    bytes += more;
    status.textContent = `${ready} / ${all.size} · ${sizeOf(bytes)}`;
  };
  for (const url of all) { // grows meanwhile
    try {
      await save(url, { onBytes: count });
      if (!url.startsWith(new URL("a/", home).href)) {
        const html = await (await caches.match(url))?.text() ?? "";
        const { articles, next } = linksOf(html, url);
        for (const found of [...articles, ...(next ? [pageUrl(new URL(next, url))] : [])]) {
          if (all.size < MAX_PAGES) all.add(found);
        }
      }
    } catch {
      missing++;
    }
    ready++;
    count(0);
  }
  status.textContent = `${missing ? failed : done} ${ready - missing} / ${all.size} · ${sizeOf(bytes)}`;
  button.disabled = false;
}

/** Fills lists, or says that this browser keeps nothing. @param {HTMLElement} lists */
export const showKept = (lists) => fillLists(lists).catch(() => (lists.textContent = lists.dataset.refused ?? ""));

/** Fills what the page at hand has of these. */
export async function fill() {
  const lists = /** @type {HTMLElement | null} */ (document.querySelector(".kept-lists"));
  if (lists) await showKept(lists);
  const panel = /** @type {HTMLElement | null} */ (document.querySelector(".save-column[hidden]"));
  if (!panel) return;
  panel.hidden = false;
  panel.querySelector("button")?.addEventListener("click", () => void saveColumn(panel));
}
