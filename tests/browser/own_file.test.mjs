// SPDX-License-Identifier: MIT
// Files of the reader's own: opened by script, dropped, picked or from an address; shown like a
// published article, harmless, and sent nowhere.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { inkOf, lines, picture, stats, stillness, useSite, view } from "./kit.mjs";

const site = useSite({ addContent: (content) =>
  writeFile(join(content, "rare-names.md"), "# Rare names\n\n&Eacute;t&eacute; &nGtv; &nosuchname;") });
const ARTICLE = "a/lighthouse/";

const MARKDOWN = `---
title: "My own: notes"
standfirst: What I found.
lang: de
published: 2026-05-09
authors: [Ada Muster, Ben Beispiel]
---
A first paragraph of my own, with *emphasis*, \`code\` and a [link](https://example.org/).

- one
- two

| a | b |
|---|---|
| 1 | 2 |

A note.[^n]

[^n]: Its text.
`;

const JSON_ARTICLE = JSON.stringify({ lectern: "N", title: "An article of mine", lang: "en",
  body: { format: "markdown", text: "Text **of** the JSON article." },
  related: ["nothing-here", { title: "Elsewhere", url: "https://example.org/else" }] }).replace('"N"', "10.00e-1");

/** Opens a file by script; what `lectern.open` rejects with, or "". */
const open = (page, name, text) => page.evaluate(async ([name, text]) => {
  const bytes = typeof text === "string" ? text : new Uint8Array(text);
  return lectern.open(new File([bytes], name)).then(() => "", (error) => error.message);
}, [name, text]);

const painted = async (page) => {
  await stillness(page);
  return (await lines(page)).map((line) => line.text).join(" ");
};
const heading = (page) => page.locator("h1").textContent();

/** The addresses that are asked from now on, but for the viewer's own part that opens files. */
function requests(page) {
  const asked = [];
  page.on("request", (request) => /\/_\/own\.\w+\.js$/.test(request.url()) || asked.push(request.url()));
  return asked;
}

test("Markdown is shown on the canvas like a published article, without a request", async (t) => {
  const page = await site.open(t, ARTICLE);
  const asked = requests(page);
  const address = page.url();
  assert.equal(await open(page, "notes.md", MARKDOWN), "");
  const text = await painted(page);
  for (const part of ["My own: notes", "What I found.", "Ada Muster, Ben Beispiel", "A first paragraph", "one"]) {
    assert.ok(text.includes(part), `${part} is painted`);
  }
  assert.equal(await view(page), "canvas");
  assert.ok(inkOf(await picture(page, { x: 0, y: 0, width: 1280, height: 500 })) > 0.005, "there is ink");
  assert.match(await page.title(), /^My own: notes – ./);
  assert.deepEqual(await page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return [lang, dir, document.activeElement?.tagName, scrollY];
  }), ["de", "ltr", "H1", 0]);
  assert.equal(await page.locator("link[rel=canonical], meta[name=description], #lectern-article").count(), 0);
  assert.equal(page.url(), address);
  assert.deepEqual(asked, [], "nothing was asked for");
});

test("characters by rare names are shown, and their names loaded only then", async (t) => {
  const page = await site.open(t, ARTICLE);
  const asked = requests(page);
  assert.equal(await open(page, "few.md", "# A title\n\nCoffee &amp; tea&hellip; &copy; 2026"), "");
  assert.match(await painted(page), /Coffee & tea… © 2026/);
  assert.equal(asked.length, 0);
  assert.equal(await open(page, "rare.md", "# A title\n\n&Eacute;t&eacute; &nGtv; &nosuchname; &zwnj;."), "");
  assert.match(await painted(page), /Été ≫̸ &nosuchname;/);
  assert.match(asked.join(), /entities\.\w+\.js$/);
});

test("a published article with characters by rare names is painted", async (t) => {
  const page = await site.open(t, "a/rare-names/");
  assert.equal(await view(page), "canvas");
  assert.match(await painted(page), /Été ≫̸ &nosuchname;/);
});

test("what a publication alone has is absent, not empty", async (t) => {
  const page = await site.open(t, ARTICLE);
  assert.equal(await open(page, "mine.json", JSON_ARTICLE), "");
  const text = await painted(page);
  assert.ok(text.includes("Text of the JSON article."));
  assert.equal(await page.locator(".moods, .column-map, .headlines, .turn, .side").count(), 0);
  assert.deepEqual(await page.locator(".panel-heading").allTextContents(), ["Related stories", "Share this page"]);
  assert.deepEqual(await page.locator(".related a").allTextContents(), ["Elsewhere"]);
  assert.equal(await page.locator(".crumb a").count(), 1);
  assert.equal(await page.locator(".crumb a").evaluate((it) => new URL(it.href).pathname), "/");
  const box = await page.locator(".lead").boundingBox();
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  assert.ok(Math.abs(box.x + box.width / 2 - width / 2) < 1, "it stands in the middle");
});

test("its elements are the ones that the publisher writes", async (t) => {
  const page = await site.open(t, "a/everything/?view=html");
  // Pictures and relative links have no place in a file of one's own, the frame is another's.
  const body = (alts) => page.evaluate((alts) => {
    const body = document.querySelector(".body").cloneNode(true);
    body.querySelectorAll("figure").forEach((it) => it.remove());
    body.querySelectorAll("p").forEach((it) => alts.includes(it.textContent) && it.remove());
    body.querySelectorAll("img").forEach((it) => it.replaceWith(it.alt));
    body.querySelectorAll('a[href]:not([href^="http"], [href^="#fn"])').forEach((it) => it.replaceWith(...it.childNodes));
    // The publisher alone has the tokenizer.
    body.querySelectorAll("pre span").forEach((it) => it.replaceWith(...it.childNodes));
    body.querySelectorAll("[data-block]").forEach((it) => it.removeAttribute("data-block"));
    return body.innerHTML.replace(/\n+/g, "\n");
  }, alts);
  const alts = await page.locator(".body figure img").evaluateAll((all) => all.map((it) => it.alt));
  const published = await body(alts);
  assert.ok(published.length > 1000);
  await page.evaluate(async () => {
    const article = await (await fetch("article.json")).json();
    await lectern.open(new File([JSON.stringify({ ...article, page: undefined })], "a.json"));
  });
  assert.equal(await body(alts), published);
});

for (const [what, name, text, sentence] of [
  ["broken JSON", "broken.json", '{\n "title": "x",\n "body": }\n', /^broken\.json:3:8: error: ./],
  ["JSON that is no article", "data.json", '{"name": "x"}', /^data\.json:1:1: error: .*title/],
  ["front matter that is not closed", "open.md", "---\ntitle: x\n\nText", /^open\.md:1:1: error: .*not closed/],
  ["an empty file", "empty.md", "", /^empty\.md: error: the file is empty/],
  ["a picture", "photo.png", "\x89PNG", /^photo\.png is neither article JSON nor Markdown\.$/],
  ["NUL bytes in JSON", "nul.json", '{"title": "a\0b", "body": {"format": "text", "text": "x"}}', /^nul\.json:1:13: error: .*NUL/],
]) {
  test(`${what}: one sentence with its place, and the article at hand stays`, async (t) => {
    const page = await site.open(t, ARTICLE);
    const [title, length] = [await heading(page), await page.evaluate(() => history.length)];
    assert.match(await open(page, name, text), sentence);
    assert.equal(await heading(page), title);
    assert.equal(await page.evaluate(() => history.length), length);
    assert.equal(await view(page), "canvas");
    assert.ok((await lines(page)).length > 20);
  });
}

test("garbage, NUL bytes and an unknown blob are text or a sentence, never a crash", async (t) => {
  const page = await site.open(t, ARTICLE);
  let seed = 7;
  const garbage = Array.from({ length: 100_000 }, () => (seed = (seed * 48271) % 2147483647) & 255);
  assert.match(await open(page, "garbage.json", garbage), /^garbage\.json:1:\d+: error: /);
  assert.equal(await open(page, "garbage.md", garbage), "");
  await stillness(page);
  assert.equal(await heading(page), "garbage");
  assert.ok(await page.evaluate(() => document.querySelector(".body").textContent.length) > 10_000);
  assert.equal(await open(page, "nul.md", "# A\0B\n\nText\0with\0NUL."), "");
  assert.match(await painted(page), /Text\uFFFDwith\uFFFDNUL\./);
  assert.equal(await page.evaluate(() => lectern.open(new Blob(['{"title":"B","body":{"format":"text","text":"x"}}']))), undefined);
  assert.equal(await heading(page), "B");
  assert.notDeepEqual(await stats(page), {}, "the core lives");
});

test("scripts, handlers and addresses of scripts are inert; relative addresses lead nowhere", async (t) => {
  const page = await site.open(t, ARTICLE, { init: () => (globalThis.struck = 0) });
  const asked = requests(page);
  assert.equal(await open(page, "bad.md", `# <img src=x onerror="struck=1">Title

<script>struck = 2</script>
<img src="x.png" alt="a picture" onerror="struck=3"> <a href="javascript:struck=4">run</a>
[md](javascript:struck=5) [data](data:text/html,x) [rel](other/page) [top](/top) [part](#x) <svg onload="struck=6"></svg>
<iframe srcdoc="<script>parent.struck=7</script>"></iframe>

![kept in words](pic.png)

\`\`\`
</code></pre><script>struck = 8</script>
\`\`\`
`), "");
  const text = await painted(page);
  for (const word of ["run", "md", "rel", "top", "part", "kept in words"]) assert.ok(text.includes(word), word);
  assert.equal(await page.locator(".article :is(script, iframe, svg, img, [onerror], [onload])").count(), 0);
  assert.equal(await page.locator(".body a").count(), 0);
  assert.equal(await page.evaluate(() => globalThis.struck), 0);
  assert.deepEqual(asked, []);
});

test("Back and Forward go between the article and the files; reload returns to the article", async (t) => {
  const page = await site.open(t, ARTICLE);
  const title = await heading(page);
  await page.evaluate(() => scrollTo(0, 400));
  await stillness(page);
  await open(page, "notes.md", MARKDOWN + "\n\nA line.".repeat(100));
  await stillness(page);
  // A part of it is an entry too.
  await page.locator(".footnote-ref a").evaluate((it) => it.click());
  await stillness(page);
  assert.equal(await heading(page), "My own: notes");
  await page.goBack();
  await stillness(page);
  assert.equal(await heading(page), "My own: notes");
  await open(page, "mine.json", JSON_ARTICLE);
  assert.equal(await heading(page), "An article of mine");
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("h1").textContent === "My own: notes");
  assert.match(await painted(page), /My own: notes/);
  await page.goBack();
  await page.waitForFunction((title) => document.querySelector("h1").textContent === title, title);
  assert.match(await painted(page), /./);
  assert.equal(await page.evaluate(() => scrollY), 400);
  assert.equal(await page.locator("#lectern-article").count(), 1);
  assert.equal(await page.locator(".moods button").count(), 8);
  await page.goForward();
  await page.waitForFunction(() => document.querySelector("h1").textContent === "My own: notes");
  await page.locator(".crumb a").click();
  await page.waitForFunction(() => location.pathname === "/");
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("h1")?.textContent === "My own: notes");
  await page.waitForFunction(() => document.documentElement.dataset.view === "canvas");
  await page.reload();
  await page.waitForFunction((title) => document.querySelector("h1").textContent === title, title);
  assert.match(await painted(page), /./);
});

test("links and buttons of the shown file work as on any article", async (t) => {
  const page = await site.open(t, ARTICLE, { permissions: ["clipboard-read", "clipboard-write"] });
  await open(page, "notes.md", MARKDOWN);
  await stillness(page);
  await page.locator("[data-key=copy]").click();
  await page.waitForFunction(() => document.querySelector(".status").textContent);
  assert.match(await page.locator(".body a").first().evaluate((it) => it.href), /^https:\/\/example\.org\/$/);
  await page.locator("h1").selectText();
  assert.equal(await page.evaluate(() => getSelection().toString().trim()), "My own: notes");
});

/** Drags something over the page and, when asked, drops it. */
const drag = (page, types, { name, text } = {}, events = ["dragenter", "dragover"]) =>
  page.evaluate(([types, name, text, events]) => {
    const dataTransfer = new DataTransfer();
    if (name) dataTransfer.items.add(new File([text], name));
    else for (const type of types) dataTransfer.setData(type, "text");
    return events.map((type) => {
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector(".page").dispatchEvent(event);
      return event.defaultPrevented;
    });
  }, [types, name, text, events]);

test("a file dropped anywhere is opened; a text that is dragged stays the browser's", async (t) => {
  const page = await site.open(t, ARTICLE);
  assert.deepEqual(await drag(page, ["text/plain"]), [false, false]);
  assert.equal(await page.locator(".drop-hint").count(), 0);
  const file = { name: "notes.md", text: MARKDOWN };
  assert.deepEqual(await drag(page, [], file), [true, true]);
  assert.equal(await page.locator(".drop-hint").isVisible(), true);
  await drag(page, [], file, ["dragleave"]);
  assert.equal(await page.locator(".drop-hint").count(), 0);
  await drag(page, [], file, ["dragenter", "dragover", "drop"]);
  await page.waitForFunction(() => document.querySelector("h1").textContent === "My own: notes");
  assert.equal(await page.locator(".drop-hint").count(), 0);
  assert.match(await painted(page), /My own: notes/);
  await drag(page, [], { name: "broken.json", text: "{" }, ["drop"]);
  await page.locator(".notice").waitFor();
  assert.match(await page.locator(".notice").textContent(), /^broken\.json:1:\d: error: /);
  assert.equal(await heading(page), "My own: notes");
});

test("the column map has a picker", async (t) => {
  const page = await site.open(t, "map/");
  const asked = requests(page);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open a file …" }).click()]);
  await chooser.setFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("x") });
  await page.locator(".notice").waitFor();
  assert.match(await page.locator(".notice").textContent(), /^photo\.png is neither/);
  await page.locator(".own-file input").setInputFiles(
    { name: "notes.md", mimeType: "text/markdown", buffer: Buffer.from(MARKDOWN) });
  await page.waitForFunction(() => document.querySelector("h1").textContent === "My own: notes" &&
    document.documentElement.dataset.view === "canvas");
  assert.match(await painted(page), /A first paragraph/);
  assert.equal(await page.locator(".notice").count(), 0);
  assert.deepEqual(asked.filter((url) => !/_.(lectern|warm)\./.test(url)), [], "the viewer's own core alone");
  await page.goBack();
  await page.locator(".own-file").waitFor();
  assert.equal(await view(page), "html");
});

test("the picker is not there without scripts", async (t) => {
  const page = await site.open(t, "map/", { javaScriptEnabled: false, wait: false });
  assert.equal(await page.locator(".own-file").isVisible(), false);
});

test("an address of a file is fetched and shown, one of a page is visited", async (t) => {
  const page = await site.open(t, ARTICLE, {
    expected: /404|Content Security Policy|Refused|violates/,
    route: [/\/files\//, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.endsWith("gone.md")) return route.fulfill({ status: 404, body: "no" });
      return route.fulfill({ contentType: pathname.endsWith("plain") ? "text/markdown" : "application/octet-stream", body: MARKDOWN });
    }],
  });
  const opened = (what) => page.evaluate((what) => lectern.open(what).then(() => "", (error) => error.message), what);
  assert.equal(await opened("/files/notes.md"), "");
  assert.equal(await heading(page), "My own: notes");
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("h1").textContent !== "My own: notes");
  assert.equal(await opened("/files/plain"), "");
  assert.equal(await heading(page), "My own: notes");
  assert.match(await opened("/files/gone.md"), /gone\.md could not be fetched: the server answered 404\.$/);
  assert.match(await opened("https://elsewhere.invalid/notes.md"), /could not be fetched: no answer came/);
  assert.match(await opened("javascript:alert(1)"), /Only addresses of http/);
  assert.equal(await heading(page), "My own: notes");
  assert.equal(await opened("article.json"), "");
  assert.equal(await page.locator(".moods").count(), 0);
  assert.equal(await opened("/a/spring-tides/"), "");
  await page.waitForFunction(() => location.pathname === "/a/spring-tides/");
});

test("where the page stays HTML, a file is shown as HTML", async (t) => {
  const page = await site.open(t, `${ARTICLE}?view=html`);
  assert.equal(await open(page, "notes.md", MARKDOWN), "");
  assert.equal(await view(page), "html");
  assert.equal(await heading(page), "My own: notes");
  assert.match(await page.locator(".body").innerText(), /A first paragraph/);
});

test("a right-to-left file turns the page round", async (t) => {
  const page = await site.open(t, ARTICLE);
  assert.equal(await open(page, "ar.md", "---\nlang: ar\n---\n# عنوان\n\nنص."), "");
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
  await page.goBack();
  await page.waitForFunction(() => document.documentElement.dir === "ltr");
});
