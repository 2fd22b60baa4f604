// SPDX-License-Identifier: MIT
// A small article in each format that the publisher reads, with most of what the format has.

const paragraph = "The ferry left at six, *late* as ever, with **forty** people and a [dog](two.md#harbour).";

const yaml = `---
title: "The ferry: a morning"
id: ferry
date: 2026-05-09 06:10:00 +02:00
lang: en-GB
section: [Region, "Harbour & Sea"]
authors:
  - name: Writer One
    url: https://example.org/one
tags: [ferry, 'fog', "six o'clock"]
image: {src: media/p.png, alt: A ferry in fog, width: 40}
aliases: [/2019/ferry.html]
translations: {de: die-faehre}
corrections:
  - {date: 2026-05-10, text: "It was seven."}
---
`;

const markdown = `${yaml}
# Harbour

${paragraph}
Next line\\
broken, \`code\` and a note[^1].

> - a quote
>   1. with a list
>
> | a | b |
> |:--|--:|
> | 1 | \\| |

\`\`\`js
let x = "<script>";
\`\`\`

<figure><img src="media/p.png" alt="p"><figcaption>A <kbd>key</kbd></figcaption></figure>
<details><summary>More</summary>

![Picture](/media/p.png "t") &eacute; &#8211; https://example.org ~~gone~~

</details>
<script>alert(1)</script> {{< figure src="x.png" >}}

- [ ] to do
- [x] done

Heading below
-------------

[^1]: The *note*.
[ref]: https://example.org/ref "Title"
See [ref] and ![][ref].
`;

const toml = `+++
title = 'Tides'
date = 2026-05-09T06:10:00Z
draft = false
tags = ["sea", "moon"]
weight = 3
[params]
cover = { image = "media/p.png" }
[[resources]]
src = """a
b"""
+++
Twice a day. ${paragraph}
`;

const jsonMatter = `{
  "title": "In braces", "categories": ["Town", "Land"], "slug": "braces", "expiryDate": "2099-01-01"
}

Text \u202E and \u200F marks. ${paragraph}
`;

const text = (/** @type {string} */ value, more = {}) => ({ type: "text", text: value, ...more });
const article = JSON.stringify({
  lectern: 1, id: "blocks", lang: "de", dir: "ltr", title: "Bl\u00f6cke", standfirst: "Kurz.", section: "A/B",
  authors: ["A", { name: "B", url: "https://b.example" }], published: "2026-01-01", updated: "2026-02-01T00:00:00+01:00",
  image: { src: "media/p.png", alt: "P", width: 3, height: 2, caption: "C", credit: "D" },
  related: ["ferry", { title: "Elsewhere", url: "https://example.org/" }], tags: ["x"], moods: false,
  canonical: "https://first.example/x", translations: { en: "ferry" }, corrections: [{ date: "2026-02-01", text: "Y" }],
  body: { format: "blocks", blocks: [
    { type: "heading", level: 2, inlines: [text("One \ud83d\ude00 \u0001")] },
    { type: "paragraph", inlines: [text("a "), { type: "link", url: "two.md", inlines: [text("b")] },
      { type: "emphasis", inlines: [{ type: "strong", inlines: [text("c")] }] }, { type: "image", url: "media/p.png", text: "d" }] },
    { type: "list", ordered: true, start: 3, items: [{ blocks: [{ type: "paragraph", inlines: [text("e")] }] }] },
    { type: "table", rows: [{ cells: [{ inlines: [text("f")] }, { inlines: [] }] }] },
    { type: "code", language: "c", text: "int x;\n" }, { type: "quote", blocks: [] }, { type: "rule" }] },
}, null, 1);

const articleText = JSON.stringify({ title: "Plain", body: { format: "markdown", text: markdown.slice(yaml.length) } });

const html = `<!doctype html><html lang="en"><head><base href="/x/"><title>Page</title>
<meta property="og:title" content="P"><meta name="author" content="N"><link rel="canonical" href="https://old.example/p">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"H","datePublished":"2026-01-01"}</script>
<style>p { color: red }</style></head><body onload="x()"><header><nav><a href="/">Home</a></nav></header><main><article>
<h1>Page &amp; more</h1><p style="x">One <b>two <i>three</b> four</i><br>five<script>evil()</script><a href="javascript:x">six</a>
<ul><li>a<ol><li>b</ol><li><p>c</ul><table><tr><th colspan=2>h<td>i<tr><td rowspan=9>j</table><pre>k
  l</pre><figure><img src=i.png srcset="j.png 2x" alt=m><figcaption>n</figcaption></figure><svg><title>o</title></svg>
<details open><summary>q</summary>r</details><iframe src="https://f.example"></iframe>&#1;&notin;&#x110000;<template><p>t</template>
</article></main></body></html>`;

const content = "<p>One <b>two</b> <a href='../q/'>three</a></p><ul><li>x</ul><img src='i.png' alt='y'>";
const jsonFeed = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "F", home_page_url: "https://f.example/", language: "en",
  authors: [{ name: "A" }], items: [{ id: "1", url: "https://f.example/one", title: "One", content_html: content, tags: ["t"],
    date_published: "2026-01-01T00:00:00Z", image: "https://f.example/i.png" }, { id: "2", content_text: "Two\n\nthree" }] }, null, 1);
const wordpress = JSON.stringify([{ id: 1, slug: "w", link: "https://w.example/w/", status: "publish", date_gmt: "2026-01-01T00:00:00",
  title: { rendered: "W &#8211; x" }, excerpt: { rendered: "<p>E</p>" }, content: { rendered: content },
  _embedded: { author: [{ name: "A", link: "https://w.example/a" }], "wp:featuredmedia": [{ source_url: "https://w.example/i.png", alt_text: "z",
    media_details: { width: 4, height: 3 } }], "wp:term": [[{ taxonomy: "category", name: "C", slug: "c" }]] } }], null, 1);
const ghost = JSON.stringify({ db: [{ data: { posts: [{ id: "p", title: "G", slug: "g", html: content, status: "published",
  published_at: "2026-01-01T00:00:00.000Z", feature_image: "__GHOST_URL__/i.png" }], users: [{ id: "u", name: "U" }], tags: [{ id: "t", name: "T" }],
  posts_authors: [{ post_id: "p", author_id: "u" }], posts_tags: [{ post_id: "p", tag_id: "t" }] } }] }, null, 1);
const jsonLd = JSON.stringify({ "@context": "https://schema.org", "@graph": [{ "@type": ["NewsArticle"], headline: "L", articleBody: "One.\n\nTwo.",
  author: [{ name: "A" }, "B"], image: { url: "https://l.example/i.png" }, keywords: "a, b", url: "https://l.example/l", inLanguage: "en" }] }, null, 1);
const appleNews = JSON.stringify({ version: "1.7", identifier: "n", title: "N", language: "en", metadata: { authors: ["A"], canonicalURL: "https://n.example/n" },
  components: [{ role: "title", text: "N" }, { role: "body", text: "One *two*", format: "markdown" }, { role: "body", text: "<p>x</p>", format: "html" },
    { role: "container", components: [{ role: "photo", URL: "https://n.example/i.png", caption: "c" }] }] }, null, 1);
const publication = JSON.stringify({ title: "P", url: "https://p.example/news", lang: "en", sections: ["A/B", ["C"]] }, null, 1);

/** By the ending that tells the format. @type {{ name: string, ending: string, text: string }[]} */
export const SAMPLES = [
  { name: "markdown", ending: "md", text: markdown },
  { name: "toml", ending: "md", text: toml },
  { name: "json-matter", ending: "md", text: jsonMatter },
  { name: "article", ending: "json", text: article },
  { name: "article-text", ending: "json", text: articleText },
  { name: "html", ending: "html", text: html },
  { name: "jsonfeed", ending: "json", text: jsonFeed },
  { name: "wordpress", ending: "json", text: wordpress },
  { name: "ghost", ending: "json", text: ghost },
  { name: "jsonld", ending: "json", text: jsonLd },
  { name: "applenews", ending: "json", text: appleNews },
];
export const PUBLICATION = publication;

/** What makes readers of these formats think of something else. */
export const TOKENS = ["\0", "\xff", "\x1b[2J", "\u202e", "\u2069", "\r", "\r\n", "\t", "---\n", "+++\n", "```\n", "> ", "- ", "    ", "[", "]", "](", "![", "<", "</",
  "<!--", "-->", "<![CDATA[", "<p>", "</p>", "<table>", "<td>", "<template>", "<svg>", "<pre>", "&#0;", "&#xD800;", "&", "{", "}", "\"", "'", "\\", "\\u0000",
  "\\ud800", "\\", ",", ":", "[^1]", "[^1]: ", "|", "*", "**", "_", "~~", "$$", "{{<", ">}}", "{% raw %}", "null", "true", "-1", "1e999", "99999999999999999999",
  "../", "/", "//", "#", "?", "%2e%2e%2f", "javascript:", "data:text/html,", "http://", "__proto__", "&a *a", "!!binary", "<<: *a", "9999-99-99", "0000-00-00",
  "\u0130", "\u{1F600}", "e\u0301", "\u200d", "\ufeff", "\u2028"];
