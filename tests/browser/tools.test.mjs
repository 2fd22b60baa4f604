// SPDX-License-Identifier: MIT
// What a reader does with the text: copies code, shares a passage, goes by keys.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, settled, stillness, useSite, view } from "./kit.mjs";

const site = useSite();
const ARTICLE = "a/everything/";
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

for (const [what, options] of [["pointed at", {}], ["on a phone", PHONE]]) {
  test(`code is copied with one press, ${what}`, async (t) => {
    const page = await site.open(t, ARTICLE, { ...options, ...CLIPBOARD });
    const pre = page.locator(".body pre").first();
    await pre.scrollIntoViewIfNeeded();
    await stillness(page);
    const button = pre.getByRole("button", { name: "Copy code" });
    if (options === PHONE) {
      await button.tap();
    } else {
      assert.equal(await button.evaluate((it) => getComputedStyle(it).opacity), "0");
      await pre.hover();
      assert.equal(await button.evaluate((it) => getComputedStyle(it).opacity), "1");
      await button.click();
    }
    await page.getByRole("status").getByText("Copied").waitFor();
    assert.equal(await clipboard(page), await pre.locator("code").textContent());
    await stillness(page);
    assert.equal(await view(page), "canvas", "the button is no line of the text");
  });
}

test("each block of code keeps one button from page to page, and none is copied with the text", async (t) => {
  const page = await site.open(t, ARTICLE, CLIPBOARD);
  const counts = () => page.evaluate(() => [document.querySelectorAll(".body pre").length, document.querySelectorAll(".copy-code").length,
    document.querySelectorAll("pre:has(.copy-code ~ .copy-code)").length]);
  await page.waitForFunction(() => document.querySelectorAll(".copy-code").length);
  const [all, buttons] = await counts();
  assert.equal(buttons, all);
  await page.locator(".turn a").first().click();
  await page.waitForFunction((old) => !location.pathname.endsWith(old), ARTICLE);
  await settled(page);
  await page.goBack();
  await page.waitForURL(`${site.url}/${ARTICLE}`);
  await settled(page);
  await page.waitForFunction(() => document.querySelectorAll(".copy-code").length);
  assert.deepEqual(await counts(), [all, all, 0]);
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector(".body pre")));
  await page.keyboard.press("Control+c");
  assert.equal((await clipboard(page)).trim(), (await page.locator(".body pre code").first().textContent()).trim());
});

test("a selected passage becomes a link that opens there, loaded and within the viewer, and a quotation", async (t) => {
  const page = await site.open(t, "a/lighthouse/", { ...CLIPBOARD, viewport: { width: 1280, height: 500 } });
  const paragraphs = await page.locator(".body p").allTextContents();
  const [one, other] = [paragraphs[3], paragraphs[5]].map((it) => it.split(" ").slice(2, 5).join(" "));
  for (const [first, last] of [[one, one], [one, other]]) {
    const words = (text) => text.replace(/\s+/g, " ").trim();
    await page.goto(`${site.url}/a/lighthouse/`);
    await settled(page);
    await page.evaluate(([first]) => [...document.querySelectorAll(".body p")].find((it) => it.textContent.includes(first)).scrollIntoView(), [first]);
    await stillness(page);
    const text = await page.evaluate(([first, last]) => {
      const all = [...document.querySelectorAll(".body p")];
      const at = (text, end) => {
        const it = all.find((it) => it.textContent.includes(text));
        let offset = it.textContent.indexOf(text) + (end ? text.length : 0);
        const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
        while (walker.nextNode() && offset > walker.currentNode.length) offset -= walker.currentNode.length;
        return [walker.currentNode, offset];
      };
      const range = document.createRange();
      range.setStart(...at(first, false));
      range.setEnd(...at(last, true));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return range.toString();
    }, [first, last]);
    await page.getByRole("button", { name: "Mark or share this passage" }).click();
    const dialog = page.getByRole("dialog", { name: "Mark or share this passage" });
    await dialog.getByRole("button", { name: "Copy quotation" }).click();
    await dialog.getByText("Copied").waitFor();
    const quotation = await clipboard(page);
    assert.ok(quotation.includes(words(text)) && quotation.includes(await page.locator("h1").textContent()), quotation);
    await dialog.getByRole("button", { name: "Copy link" }).click();
    await page.waitForFunction(() => navigator.clipboard.readText().then((it) => it.startsWith("http")));
    const url = await clipboard(page);
    assert.match(url, /\/a\/lighthouse\/#:~:text=/);
    // Within the viewer.
    await page.goto(`${site.url}/c/science/`);
    await settled(page);
    await page.evaluate((url) => {
      const link = document.querySelector("main").appendChild(document.createElement("a"));
      link.id = "passage";
      link.href = url;
      link.textContent = "there";
    }, url);
    await page.locator("#passage").click();
    await page.waitForFunction((text) => getSelection().toString().replace(/\s+/g, " ").includes(text), words(first));
    await settled(page);
    const rect = await page.evaluate(() => getSelection().getRangeAt(0).getBoundingClientRect());
    assert.ok(rect.top >= 0 && rect.top < 500, `${rect.top} px`);
    assert.equal(words(await page.evaluate(() => getSelection().toString())).replace(/ /g, ""), words(text).replace(/ /g, ""));
  }
});

test("a passage with marks that mean something in patterns is found", async (t) => {
  const page = await site.open(t, "a/spring-tides/");
  const link = page.locator("a[href*='/lighthouse/']").first();
  await link.evaluate((it) => (it.hash = ":~:text=Fl(2)%20means"));
  await link.click();
  await page.waitForFunction(() => getSelection().toString() === "Fl(2) means");
});

test("a passage that is not there, or makes no sense, leaves the page as it is", async (t) => {
  const page = await site.open(t, "c/science/");
  for (const hash of ["text=not%20there%20at%20all", "text=%E0%A4%A", "text=", "text=,", `text=${"(a%2B)%2B".repeat(2000)}`, "text=-,-"]) {
    await page.goto(`${site.url}/c/science/`);
    await settled(page);
    await page.evaluate((hash) => {
      const link = document.querySelector("main").appendChild(document.createElement("a"));
      link.id = "passage";
      link.href = `../../a/rainbow/#:~:${hash}`;
      link.textContent = "there";
    }, hash);
    await page.locator("#passage").click();
    await page.waitForURL(/\/a\/rainbow\//);
    assert.equal(await settled(page), "html"); // of the first page, a list
    await page.waitForFunction(() => document.documentElement.dataset.view === "canvas");
    assert.equal(await page.evaluate(() => getSelection().toString()), "");
  }
});

test("keys: the list, headings, panels; not while something is typed, with a modifier, or when switched off", async (t) => {
  const page = await site.open(t, ARTICLE);
  const top = (n) => page.evaluate((n) => document.querySelectorAll("h1, .body :is(h2, h3)")[n].getBoundingClientRect().top, n);
  await page.keyboard.press("j");
  await page.waitForFunction(() => scrollY > 0);
  const first = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("j");
  await page.waitForFunction((first) => document.activeElement.textContent !== first, first);
  await stillness(page);
  await page.keyboard.press("k");
  await page.waitForFunction((first) => document.activeElement.textContent === first, first);
  await page.keyboard.press("t");
  await page.waitForFunction(() => scrollY === 0);
  for (const [key, name] of [["s", "Reading settings"], ["c", "Contents"], ["?", "Keys"]]) {
    await page.keyboard.press(key);
    await page.getByRole("dialog", { name, exact: true }).waitFor();
    await page.keyboard.press("j"); // a panel has its own keys
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  }
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.ok(Math.abs(await top(0)) > 0);
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "Use these keys" }).uncheck();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.reload();
  await settled(page);
  await page.keyboard.press("j");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.getByRole("checkbox", { name: "Use these keys" }).check();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("Control+j");
  await page.goto(`${site.url}/map/`);
  await page.evaluate(() => lectern.ready);
  await page.evaluate(() => document.querySelector("main").prepend(Object.assign(document.createElement("input"), { id: "typed" })));
  await page.locator("#typed").press("s");
  assert.equal(await page.locator("#typed").inputValue(), "s");
  assert.equal(await page.locator("dialog").count(), 0);
});
