// SPDX-License-Identifier: MIT
// Scripts, styles and addresses in every place where an article's or a publication's text can come in: none is run,
// nothing is asked for, the policy has nothing to refuse, and what is text is shown as text.
import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { altered } from "./altered.mjs";
import { engines } from "./engines.mjs";
import { settled, stillness, useSite } from "./kit.mjs";

/** Each has a name of its own, so that a failure says where it came in. @param {string} place */
const mean = (place) => `"'><img src=x onerror=hit('${place}')><script>hit('${place}')</script><svg/onload=hit('${place}')></title></textarea>{{title}}\u2028${place}`;

/** Somebody else's server, whom no page is to ask. */
const trap = { url: "", asked: [] };
const server = createServer(({ url }, response) => {
  trap.asked.push(url);
  response.end();
});
after(() => (server.closeAllConnections(), server.close()));

/** HTML as an author may paste it, with all that asks for something or runs. */
const markup = () => `
<script>hit("raw script")</script>
<script src="${trap.url}/script"></script>
<style>@import "${trap.url}/import"; * { color: red !important }</style>
<link rel="stylesheet" href="${trap.url}/style"><link rel="prefetch" href="${trap.url}/prefetch">
<meta http-equiv="refresh" content="0;url=${trap.url}/refresh"><base href="${trap.url}/">
<iframe src="${trap.url}/frame"></iframe><iframe srcdoc="<script>parent.hit('srcdoc')</script>"></iframe>
<object data="${trap.url}/object"></object><embed src="${trap.url}/embed">
<p style="background: url(${trap.url}/background)" onclick="hit('click')" onmouseover="hit('over')">A paragraph</p>
<svg onload="hit('svg')"><image href="${trap.url}/image"/><use href="${trap.url}/use#a"/><script>hit("svg script")</script><foreignObject><img src=x onerror="hit('foreign')"></foreignObject></svg>
<math><maction actiontype="statusline" xlink:href="javascript:hit('math')">math</maction></math>
<form action="${trap.url}/form"><input autofocus onfocus="hit('focus')"><input type="image" src="${trap.url}/input"><button formaction="javascript:hit('button')">Send</button></form>
<details open ontoggle="hit('toggle')"><summary>More</summary>Text</details>
<video autoplay src="${trap.url}/video" poster="${trap.url}/poster" onerror="hit('video')"></video><audio src="${trap.url}/audio"></audio>
<template><img src=x onerror="hit('template')"></template><noscript><img src=x onerror="hit('noscript')"></noscript>
<!--[if IE]><script>hit("comment")</script><![endif]-->
<a href="javascript:hit('link')" ping="${trap.url}/ping">a link</a> <a href="data:text/html,<script>hit('data')</script>">data</a>

[a](javascript:hit('markdown')) [b](JaVa&#x53;cript:hit('coded')) [c](&#1;javascript:hit('control')) [d](vbscript:hit)
<javascript:hit('autolink')> ![x](javascript:hit('picture')) ![${mean("alt")}](media/bread.png "${"title".repeat(2)}' onerror='hit(1)")

\`\`\`"><script>hit('info')</script>
${mean("code")}
\`\`\`

| ${mean("head").replaceAll("|", "")} | b |
|---|---|
| ${mean("cell").replaceAll("|", "")} | c |

Text[^1] and the last words.

[^1]: ${mean("note")}
`;

async function addContent(content) {
  await once(server.listen(0, "127.0.0.1"), "listening");
  trap.url = `http://127.0.0.1:${server.address().port}`;
  await writeFile(join(content, "publication.json"), JSON.stringify({ title: mean("site"), lang: "en", sections: [[mean("section")], ["World"]] }));
  await writeFile(join(content, "hostile.json"), JSON.stringify({
    lectern: 1, id: "hostile", title: mean("title"), standfirst: mean("standfirst"), section: [mean("section"), mean("column")],
    authors: [{ name: mean("author"), url: "javascript:hit('author')" }], tags: [mean("tag")], published: "2026-01-01", updated: "2026-01-02",
    image: { src: "media/bread.png", alt: mean("lead"), caption: mean("caption"), credit: mean("credit") },
    corrections: [{ date: "2026-01-03", text: mean("correction") }], canonical: "https://example.org/\"><script>hit('canonical')</script>",
    body: { format: "markdown", text: markup() },
  }));
}

/** Runs in each page before all else. */
const watch = () => {
  globalThis.hits = [];
  globalThis.hit = (what) => globalThis.hits.push(what);
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => globalThis.hits.push(`${violatedDirective} refused ${blockedURI} of ${sourceFile}`));
};
const file = (name, text) => `lectern.open(new File([${JSON.stringify(text)}], ${JSON.stringify(name)})).catch(() => {})`;

for (const [name, start] of engines) {
  describe(name, () => {
    const site = useSite({ start, addContent });

    test("nothing that stands in an article or a publication is run or asked for", async (t) => {
      const url = await altered(t, site, { init: watch });
      const page = await site.open(t, `${url}/a/hostile/`, { expected: /Failed to load|404|could not be|refused|blocked/i, wait: false });
      const assertHarmless = async (what) => {
        await settled(page);
        await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
        await stillness(page);
        assert.deepEqual(await page.evaluate(() => globalThis.hits), [], what);
        assert.deepEqual(trap.asked, [], what);
        assert.equal(await page.evaluate(() => [...document.querySelectorAll("body *")].filter((it) =>
          [...it.attributes].some(({ name, value }) => /^on/.test(name) || /^\s*(javascript|vbscript|data:text)/i.test(value))).length), 0, what);
      };
      await assertHarmless("the article");
      const text = await page.evaluate(() => document.querySelector("article").textContent.replace(/\s+/g, " "));
      for (const place of ["title", "standfirst", "author", "caption", "credit", "correction", "code"]) {
        assert.ok(text.includes(`<script>hit('${place}')</script>`), `${place} is shown as it is written`);
      }
      assert.ok(text.includes("the last words"));
      for (const path of ["a/hostile/?view=html", "a/hostile/#find=%22%3E%3Cimg%20src%3Dx%20onerror%3Dhit(1)%3E", "",
        `?q=${encodeURIComponent(mean("query")).replaceAll("'", "%27")}`, "map/", "saved/", "a/lighthouse/"]) {
        await page.goto(`${url}/${path}`);
        await assertHarmless(path || "the front page");
      }
      await page.goto(`${url}/map/`);
      await settled(page);
      const column = await page.evaluate((place) => [...document.querySelectorAll("main a")].find((it) => it.textContent.endsWith(place))?.href, "column");
      await page.goto(column);
      await assertHarmless("a column");
      await page.goto(`${url}/map/`);
      await settled(page);
      for (const [name, body] of [[`${mean("file")}.md`.replaceAll("/", ""), `# ${mean("heading")}\n${markup()}`], ["a.json", "{\"title\": \"<script>hit('json')</script>\", \"body\": 1}"], [`${mean("kind")}.exe`, ""]]) {
        await page.evaluate(file(name, body));
        await assertHarmless(`a file ${name}`);
      }
    });
  });
}
