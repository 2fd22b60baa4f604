// SPDX-License-Identifier: MIT
// Front matter in the forms and with the names that Hugo, Jekyll and Eleventy have, beside our own.
// Native builds only; the viewer reads plain YAML lines.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/front_matter.hpp"

namespace lectern::ingest {

enum class FrontMatterForm { yaml, toml, json };

struct FoundFrontMatter {
  FrontMatter front;  // front.yaml is the text between the lines, whatever its form
  FrontMatterForm form = FrontMatterForm::yaml;
};

// YAML between "---", TOML between "+++", either of them or JSON between "---yaml", "---toml",
// "---json" and "---", or a JSON object at the very start.
std::optional<FoundFrontMatter> find_any_front_matter(std::string_view text);

// As read_front_matter; usual names of other systems count where ours are not there. `dated_name`:
// the file has a name as Jekyll's posts, which has its own ways to write lists.
bool read_any_front_matter(const FoundFrontMatter& found, bool dated_name, Report& report,
                           model::Article& article);

// TOML 1.0. Nothing when it is malformed or beyond a limit.
std::optional<Value> read_toml(std::string_view toml, const PlaceIndex& places, Report& report);

// Gives members that go by other systems' names ours: date, lastmod, categories, slug, … What is of
// a type that can't mean the same is left alone.
void adopt_usual_names(Value& root, bool dated_name);

}  // namespace lectern::ingest
