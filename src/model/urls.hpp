// SPDX-License-Identifier: MIT
// An article's links and pictures as its page has them. article.json carries the article's own
// source, and beside it (PageContext) where the publisher put what the source names; publisher and
// viewer both apply that here, so that they build the same page.
#pragma once

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

}  // namespace lectern::model
