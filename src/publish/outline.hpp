// SPDX-License-Identifier: MIT
// An article and its text, apart. Checks, lists and other articles' pages need no more than an outline, and so that is
// all that a build keeps of an article for the next: where its own page has to be made anew, its file is parsed again.
#pragma once

#include "model/article.hpp"
#include "publish/content.hpp"

namespace lectern::publish {

// Takes the text out of an article and leaves an outline: for a body, its first words (publish/summary), then its links
// and pictures, each with its place.
Text take_text(model::Article& article);

// The story's text; into `room`, when it has to be parsed.
const Text& text_of(const Story& story, Text& room);

// The story's article as it was written, with all of its text.
model::Article whole_article(const Story& story);

}  // namespace lectern::publish
