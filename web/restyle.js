// SPDX-License-Identifier: MIT
// Other tokens than the site's while a page is read, as the reader or the page around an embedded article
// wishes: the core takes them and lays out again, the HTML gets them as custom properties.
import { call, text } from "./core.js";

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * @param {Record<string, string | number>} tokens by the names of docs/themes.md; none: the site's own again.
 *   What is no token or can't change while a page is read is ignored.
 */
export function restyle(tokens) {
  const lines = Object.entries(tokens).map(([name, value]) => `${name} ${value}`.replace(/\n/g, " "));
  const styles = text("restyle", lines.join("\n"));
  if (!sheet) document.adoptedStyleSheets.push(sheet = new CSSStyleSheet());
  sheet.replaceSync(styles);
  call("fonts_changed"); // now that the browser has them too
}
