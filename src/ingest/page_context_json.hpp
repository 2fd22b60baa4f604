// SPDX-License-Identifier: MIT
// The "page" object that the publisher adds to a published article.json: model::PageContext.
//
//   {"siteTitle": "…", "siteLang": "en", "homeUrl": "../../", "pageUrl": "https://…",
//    "breadcrumb": [link, …], "related": [link, …],
//    "columns": [{"path": ["A", "B"], "url": "…", "depth": 1, "current": true}, …],
//    "headlines": [link, …], "translations": [link, …], "prev": link, "next": link,
//    "authors": [link, …], "tags": [link, …], "draft": true, "future": true,
//    "urls": [{"source": "…", "url": "…"}, …],
//    "images": [{"src": "…", "url": "…", "width": 640, "height": 480}, …], "cuts": [32768, …],
//    "code": ["3k4p2n", …]}
//   link: {"title": "…", "url": "…", "published": "…", "current": true, "lang": "…", "reason": "…"}
#pragma once

#include "ingest/json_writer.hpp"
#include "ingest/value.hpp"
#include "model/publication.hpp"

namespace lectern::ingest {

// It is our own writing, so there are no diagnostics; but it may be forged: URLs obey the policy,
// and what is of a wrong type is left out.
model::PageContext read_page_context(const Value& object);

void write_page_context(const model::PageContext& context, JsonWriter& out);

}  // namespace lectern::ingest
