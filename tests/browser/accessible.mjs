// SPDX-License-Identifier: MIT
// What assistive technology finds in a page: over AT-SPI, or as Chromium tells it.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./kit.mjs";

/** One thing that assistive technology finds. @typedef {{ role: string, name: string, text: string, state: string }} Found */

// Roles by ARIA's names, as AT-SPI calls them in two browsers.
const ROLES = { "list item": "listitem", "column header": "columnheader", "row header": "rowheader", "table cell": "cell",
  "push button": "button", "toggle button": "button", "block quote": "blockquote", "check box": "checkbox", static: "text" };
const WITH_TEXT = new Set(["paragraph", "heading", "listitem", "text", "caption", "cell", "columnheader", "section"]);

/** What a screen reader finds in a page, in reading order, over AT-SPI. @returns {Promise<Found[]>} */
export const askAtSpi = (desktop) => async (page) => {
  const address = await page.evaluate(() => location.href);
  const { stdout } = await promisify(execFile)("/usr/bin/python3",
    [join(root, "tests/browser/accessible_tree.py"), address], { env: desktop.env, maxBuffer: 2 ** 26 });
  return stdout.trim().split("\n").map((line) => JSON.parse(line)).map(([, found, name, whole, states, level]) => {
    const role = ROLES[found] ?? found;
    const text = WITH_TEXT.has(role) ? whole.replace(/\s+/g, " ").trim() : "";
    // An item's name is made of what is in it.
    return { role, name: role === "listitem" ? "" : name, text: /^[\ufffc ]*$/.test(text) ? "" : text, state: [...states, level].join(" ").trim() };
  }).filter(({ role, text, name }) => role !== "section" || text || name); // boxes that mean nothing
};

/** The same of Chromium, which tells its own tree. @returns {Promise<Found[]>} */
export async function askChromium(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (node) => [node, ...(node.childIds ?? []).flatMap((id) => inOrder(byId.get(id)))];
  const all = inOrder(nodes[0]).filter(({ ignored, role }) => !ignored && !/^(generic|none|InlineTextBox)$/.test(role.value))
    .map(({ role, name, properties = [] }) => {
      const property = (wanted) => properties.find((it) => it.name === wanted)?.value.value;
      const isText = role.value === "StaticText";
      return { role: isText ? "text" : role.value, name: isText ? "" : name?.value ?? "", text: isText ? name.value : "",
        state: ["pressed", "expanded", "checked"].filter((it) => String(property(it)) === "true").concat(property("level") ?? []).join(" ") };
    });
  // A text between elements is one, whatever number of nodes it has.
  return all.flatMap((it, i) => {
    if (it.role !== "text") return [it];
    if (all[i - 1]?.role === "text") return [];
    let end = i;
    while (all[end + 1]?.role === "text") end++;
    const text = all.slice(i, end + 1).map((one) => one.text).join("").replace(/\s+/g, " ").trim();
    return text ? [{ ...it, text }] : [];
  });
}

