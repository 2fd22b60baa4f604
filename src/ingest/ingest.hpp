// SPDX-License-Identifier: MIT
// From the bytes of a file to the model. Each function takes text as it came (any bytes), adds
// what it found wrong to `diagnostics`, and gives what can still be read; only a file of which
// nothing can be read gives nothing. Limits are in ingest/limits.hpp.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/article.hpp"
#include "model/publication.hpp"

namespace lectern::ingest {

// CommonMark 0.31.2 with GitHub's tables, strikethrough, task lists and autolinks, as blocks.
// `origin` is the place of the first character of `source` in the file (after front matter, or
// inside a JSON string, where only its line is meaningful).
model::Blocks parse_markdown(std::string_view source, const std::string& path, Place origin,
                             Diagnostics& diagnostics);

// Plain text: an empty line ends a paragraph; line ends inside one are kept as soft breaks.
model::Blocks parse_plain_text(std::string_view source);

// Where a long Markdown text may be cut so that its slices, read one after the other by a SliceReader, give the
// blocks of the whole; byte offsets. None of a text that is short, or that can't be cut so: one that defines its
// links somewhere else than it uses them. Cost: the text is read three times.
std::vector<std::size_t> markdown_cuts(std::string_view source);

// Reads a long Markdown text in steps.
class SliceReader {
 public:
  SliceReader(std::string source, std::vector<std::size_t> cuts);
  ~SliceReader();
  // Adds the blocks of the next slice. False when that was the last.
  bool read(model::Blocks& to);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

struct ArticleFile {
  model::Article article;
  std::optional<model::PageContext> context;  // the "page" object that the publisher adds
};

// Article JSON, version 1. Errors: malformed JSON, a wrong type, a missing title or body, each with
// its place. An article that lacks its title, or whose body is of a wrong type, is still given,
// with what could be read, beside the error.
std::optional<ArticleFile> parse_article_json(std::string_view text, const std::string& path,
                                              Diagnostics& diagnostics);

// The normalised article JSON of version 1: keys in the schema's order, two spaces of indent, the
// body in the format and source it came in. `context`, when given, becomes "page".
std::string write_article_json(const model::Article& article,
                               const model::PageContext* context = nullptr);

// publication.json. Everything in it is optional.
model::Publication parse_publication_json(std::string_view text, const std::string& path,
                                          Diagnostics& diagnostics);

// A Markdown file with YAML front matter between lines of "---" (native builds only). Front matter
// has the names of article JSON. Without a title there, a first heading of level 1 is the title and
// leaves the body.
std::optional<model::Article> parse_markdown_file(std::string_view text, const std::string& path,
                                                  Diagnostics& diagnostics);

// A file of the reader's own, by its name: article JSON or, of any other ending, Markdown; without an
// ending that tells, a "{" first is JSON. Of front matter it reads the lines that are simple (see
// ingest/front_matter.hpp). A Markdown text without a title has the heading that it begins with, else
// its name.
std::optional<ArticleFile> parse_own_file(std::string_view text, const std::string& name,
                                          Diagnostics& diagnostics);

// The viewer knows the commonest names of characters only ("&eacute;" is not among them). True when what
// was parsed had another one, which then stands in the text as it was written: take_entity_names gets all
// (lines of "name number" or "name number number" in the order of the names, numbers in decimal, as
// scripts/entity_names.cmake writes them; "" when they can't be had), and the text is parsed again. Never
// true natively.
bool wants_entity_names();
void take_entity_names(std::string_view names);

// Whether a Markdown file begins with front matter, closed or not (native builds only). A first line of "---" alone does
// not make it: "key:" or "{" must follow, or it is a thematic break.
bool has_front_matter(std::string_view text);

// A link's or image's URL if the policy allows it, else "". Links: http https mailto tel and
// relative. Images: http https, relative, and data:image/ of raster types. White space and control
// characters inside a scheme do not hide it.
std::string allowed_link(std::string_view url);
std::string allowed_image(std::string_view url);

}  // namespace lectern::ingest
