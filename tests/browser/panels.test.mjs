// SPDX-License-Identifier: MIT
// Each of the nine panels exists once: by its role for assistive technology, and as px of the canvas
// at the same place for the eye.
import assert from "node:assert/strict";
import { test } from "node:test";
import { around, inkOf, picture, stillness, useSite } from "./kit.mjs";

const site = useSite();

const MOODS = ["Touched", "Sympathetic", "Bored", "Angry", "Amused", "Sad", "Happy", "No comment"];
/** Panel → where it is, and what must be in it. */
const PANELS = {
  breadcrumb: [(page) => page.getByRole("navigation", { name: "Breadcrumb" }), "link", ["World", "Oceans"]],
  title: [(page) => page.getByRole("heading", { level: 1 }), null, []],
  body: [(page) => page.locator("article .body"), "heading", ["Steps instead of glass", "The hill in the sea"]],
  "related stories": [(page) => page.getByRole("region", { name: "Related stories" }), "link", []],
  share: [(page) => page.getByRole("region", { name: "Share this page" }), "button", ["Copy link"]],
  moods: [(page) => page.getByRole("group", { name: "How does this story leave you?" }), "button", MOODS],
  "column map": [(page) => page.getByRole("navigation", { name: "Column map" }), "link", ["World", "Oceans", "Culture"]],
  headlines: [(page) => page.getByRole("navigation", { name: "Headlines" }), "link", []],
  "previous and next": [(page) => page.getByRole("navigation", { name: "Previous and next story" }), "link", []],
};

for (const [name, [find, role, names]] of Object.entries(PANELS)) {
  test(`panel: ${name}`, async () => {
    const page = await site.look("a/lighthouse/");
    const panel = find(page);
    assert.equal(await panel.count(), 1, "it exists once in the accessibility tree");
    for (const inside of names) {
      assert.ok(await panel.getByRole(role, { name: inside, exact: true }).count() >= 1, `${role} "${inside}"`);
    }
    if (role && !names.length) assert.ok(await panel.getByRole(role).count() > 0, `a ${role} in it`);

    await panel.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await stillness(page);
    // Its text blocks are painted, and what is seen in their places is on the canvas: it goes with it.
    const painted = await panel.evaluate((element) =>
      element.matches(".on") || [...element.querySelectorAll(".on")].length > 0);
    assert.ok(painted, "painted blocks in it");
    const box = await panel.boundingBox();
    const clip = around({ ...box, y: Math.max(0, box.y), height: Math.min(box.y + box.height, 800) - Math.max(0, box.y) });
    const withCanvas = inkOf(await picture(page, clip));
    await page.evaluate(() => document.querySelector("#lectern-canvas").toggleAttribute("hidden", true));
    const without = inkOf(await picture(page, clip));
    await page.evaluate(() => document.querySelector("#lectern-canvas").toggleAttribute("hidden", false));
    assert.ok(withCanvas > 0.005, `ink with the canvas: ${withCanvas}`);
    assert.ok(without < withCanvas / 10, `ink without: ${without}, with: ${withCanvas}`);
  });
}

test("the landmarks stand in reading order, and there is one main, one article, one h1", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  const order = await page.evaluate(() => [...document.querySelectorAll(
    "nav, main, article, h1, section, [role=group]")].map((it) =>
    `${it.localName} ${it.getAttribute("aria-label") ?? document.getElementById(it.getAttribute("aria-labelledby") ?? "")?.textContent ?? ""}`.trim()));
  assert.deepEqual(order, ["nav Breadcrumb", "main", "article", "h1", "section Related stories",
    "section Share this page", "div How does this story leave you?", "nav Column map", "nav Headlines",
    "nav Previous and next story"]);
});

test("the accessibility tree is whole: a paragraph is one text, markers and canvas are not in it", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (node) => [node, ...(node.childIds ?? []).flatMap((id) => inOrder(byId.get(id)))];
  const shown = inOrder(nodes[0]).filter((node) => !node.ignored);
  assert.ok(!shown.some((node) => /canvas/i.test(node.role.value)), "no canvas");
  const wanted = await page.locator(".body p").first().evaluate((it) => it.textContent);
  const all = shown.filter((node) => node.role.value === "StaticText").map((node) => node.name.value).join("");
  assert.ok(all.includes(wanted), "the first paragraph is there, its words apart at line ends too");
  assert.equal(all.split(wanted).length, 2, "and once");
});

test("Tab goes through links and buttons in reading order and the ring is on the canvas", async (t) => {
  const page = await site.open(t, "a/lighthouse/");
  const before = await picture(page, { x: 0, y: 0, width: 1280, height: 200 });
  const seen = [];
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()));
  }
  assert.deepEqual(seen.slice(0, 6), ["Skip to the text", "Contents", "Search in this article", "Read aloud", "Reading settings", "The Lectern Reader"]);
  await page.keyboard.press("Shift+Tab");
  await page.evaluate(() => document.querySelector(".crumb a").focus());
  await stillness(page);
  const after = await picture(page, { x: 0, y: 0, width: 1280, height: 200 });
  assert.notDeepEqual(after.data, before.data, "a ring is seen");
});
