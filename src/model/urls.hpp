// SPDX-License-Identifier: MIT
// An article's links and pictures as its page has them. article.json carries the article's own
// source, and beside it (PageContext) where the publisher put what the source names; publisher and
// viewer both apply that here, so that they build the same page.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/publication.hpp"

namespace lectern::model {

// Replaces the URLs of the lead picture and of the body's links and pictures that context.urls and
// context.images name; others stay. A link to nowhere (its new URL is "") becomes its text, since a
// link with an empty address would lead to the page itself. A picture is given
// the choice of files that context.images has for it. One without a width and height
// gets the file's own; one with only one of them gets the other in proportion. For a freshly parsed
// article: applied a second time it could take a new URL for a source's. Cost: linear in the body.
void apply_urls(Article& article, const PageContext& context);

// For an article without a place of its own, where relative URLs lead nowhere: its links but to http,
// https, mailto and tel become their text, its pictures but those of https and data their alternative
// text; authors, related stories and the lead picture lose such URLs.
void keep_absolute_urls(Article& article);

// A reference on the page at `page_url` (absolute, http or https) as an absolute URL (RFC 3986,
// section 5.2); one with a scheme stays as it is.
std::string resolve_url(std::string_view page_url, std::string_view reference);

// Calls `act` with every address of the lead picture and of the body's links and pictures (`image`
// tells which), to read or replace it.
void for_each_url(Article& article, const std::function<void(std::string& url, bool image)>& act);

// Of a text that came from elsewhere: what is relative is resolved against Article::base, which is
// then no more. For who has no content folder to look into.
void resolve_urls(Article& article);

}  // namespace lectern::model
