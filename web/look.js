// SPDX-License-Identifier: MIT
// Puts the reader's settings on before the page is painted: a small classic script, since a module would come too
// late. What they are made of is worked out when something is chosen (choices.js) and kept; here it is only taken,
// and what is no such thing is left out. `data-tokens` tells the core the same tokens that the styles get.
(() => {
  const root = document.documentElement;
  const files = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const key = `lectern ${new URL("..", files).pathname} look`;
  /** @type {CSSStyleSheet | undefined} */
  let sheet;
  const faces = new Set();

  /** @param {import("./choices.js").Look} look */
  function wear({ theme, size = 0, tokens = "", fonts = [], papers = [] }) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    const lines = tokens.split("\n").filter((it) => /^[a-z-]+ [^;{}<>\\]+$/.test(it));
    if (lines.length) root.dataset.tokens = lines.join("\n");
    else delete root.dataset.tokens;
    const block = (/** @type {boolean} */ dark) => lines.filter((it) => /^\S+-dark /.test(it) === dark)
      .map((it) => `--${it.replace(/(-dark)? /, ":")};`).join("");
    const own = ":root:root:root", dark = block(true);
    if (!sheet) document.adoptedStyleSheets.push(sheet = new CSSStyleSheet());
    sheet.replaceSync(`${own}{${block(false)}${size > 0 ? `font-size:${size}%` : ""}}${own}[data-theme=dark]{${dark}}` +
      `@media(prefers-color-scheme:dark){${own}:not([data-theme]){${dark}}}`);
    for (const [family, file, weight, style, unicodeRange] of fonts) {
      if (faces.has(file) || !/^[\w.-]+\.woff2$/.test(file)) continue;
      faces.add(file);
      document.fonts.add(new FontFace(family, `url("${new URL(file, files)}")`, { weight, style, unicodeRange, display: "swap" }));
    }
    document.querySelectorAll("meta[name=theme-color]").forEach((it, i) => papers[i] && it.setAttribute("content", papers[i]));
  }
  /** @param {string | null} text */
  function read(text) {
    try {
      wear(JSON.parse(text ?? '{"look":{}}').look);
    } catch {
      // Not what was kept here: the page is as published.
    }
  }
  try {
    const kept = localStorage.getItem(key);
    if (kept) read(kept);
  } catch {
    // A browser that keeps nothing.
  }
  addEventListener("storage", (event) => event.key === key && read(event.newValue)); // chosen in another tab
  document.addEventListener("lectern-look", (event) => wear(/** @type {CustomEvent} */ (event).detail));
  addEventListener("pageshow", ({ persisted }) => persisted && read(localStorage.getItem(key)));
})();
