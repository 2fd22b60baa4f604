// SPDX-License-Identifier: MIT
// The theme that has Hugo do what `lectern build` does: pages with breadcrumb, column map, related stories,
// headlines of the column, previous and next, tags; column, tag and author lists of 30 a page, all stories,
// feeds with the whole text, a sitemap. As little markup as shows it.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const BASE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }} – {{ .Site.Title }}</title>
<meta name="viewport" content="width=device-width"><meta name="description" content="{{ .Summary | plainify | truncate 160 }}">
<link rel="canonical" href="{{ .Permalink }}"><meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}">
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}
{{ block "head" . }}{{ end }}</head><body>
{{ block "main" . }}{{ end }}
<nav aria-label="Column map"><ul>{{ range .Site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
</body></html>
`;

const SINGLE = `{{ define "head" }}<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":{{ .Title }},"datePublished":{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}}</script>{{ end }}
{{ define "main" }}<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a></li></ol></nav>
<main><article><h1>{{ .Title }}</h1><p>{{ range .Params.authors }}<a href="/authors/{{ . | urlize }}/">{{ . }}</a> {{ end }}<time>{{ .Date.Format "2 January 2006" }}</time></p>
{{ .Content }}
<p>{{ range .Params.tags }}<a href="/tags/{{ . | urlize }}/">{{ . }}</a> {{ end }}</p></article>
<section><h2>Related stories</h2><ul>{{ range first 5 (.Site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></section>
<nav aria-label="Headlines"><ul>{{ range first 10 .CurrentSection.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<nav aria-label="Previous and next">{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></main>{{ end }}
`;

const LIST = `{{ define "main" }}<main><h1>{{ .Title }}</h1>
{{ $p := .Paginate (cond .IsHome .Site.RegularPages .RegularPages) 30 }}
<ul>{{ range $p.Pages }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary | plainify | truncate 160 }}</p><time>{{ .Date.Format "2 January 2006" }}</time></li>{{ end }}</ul>
{{ if gt $p.TotalPages 1 }}<nav>{{ if $p.HasPrev }}<a href="{{ $p.Prev.URL }}">newer</a>{{ end }} {{ if $p.HasNext }}<a href="{{ $p.Next.URL }}">older</a>{{ end }}</nav>{{ end }}</main>{{ end }}
`;

const RSS = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Site.Title }}</title><link>{{ .Permalink }}</link>
{{ range first 50 .Site.RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>
`;

const FEED = `{"version": "https://jsonfeed.org/version/1.1", "title": {{ .Site.Title | jsonify }}, "items": [
{{ range $i, $page := first 50 .Site.RegularPages }}{{ if $i }},{{ end }}{"id": {{ .Permalink | jsonify }}, "url": {{ .Permalink | jsonify }}, "title": {{ .Title | jsonify }}, "content_html": {{ .Content | jsonify }}}
{{ end }}]}
`;

const CONFIG = `baseURL = "https://example.org/"
title = "Bench"
paginate = 30
disableKinds = []
[taxonomies]
tag = "tags"
author = "authors"
[outputs]
home = ["HTML", "RSS", "JSON"]
section = ["HTML"]
taxonomy = ["HTML"]
term = ["HTML"]
[related]
includeNewer = true
threshold = 10
[[related.indices]]
name = "tags"
weight = 100
[[related.indices]]
name = "authors"
weight = 30
[[related.indices]]
name = "date"
weight = 10
pattern = "200601"
[markup.goldmark.renderer]
unsafe = false
`;

/** Writes the site's configuration and theme; its content is written elsewhere. @param {string} folder */
export function writeHugo(folder) {
  const files = { "config.toml": CONFIG, "layouts/_default/baseof.html": BASE, "layouts/_default/single.html": SINGLE,
    "layouts/_default/list.html": LIST, "layouts/index.rss.xml": RSS, "layouts/index.json": FEED, "static/style.css": "body { max-width: 40em; margin: auto }\n" };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
