// SPDX-License-Identifier: MIT
// What article JSON and front matter say about an article, all but its body.
#pragma once

#include "ingest/field_reader.hpp"
#include "model/article.hpp"

namespace lectern::ingest {

// What is of a wrong type is left as it was, beside an error. A missing title is the caller's
// business. The short forms of front matter are read everywhere: one text for a list of one, "A/B"
// for a section, a text for an author or the image.
void read_article_fields(const Value& object, FieldReader& fields, model::Article& article);

// "A/B" or ["A", "B"].
bool read_section(const Value& value, std::string_view what, FieldReader& fields,
                  std::vector<std::string>& out);

// "lang". A language tag goes into attributes and decides about strings: letters, digits and
// hyphens (BCP 47, section 2.1); a warning otherwise.
bool read_language(const Value& object, FieldReader& fields, std::string& out);

}  // namespace lectern::ingest
