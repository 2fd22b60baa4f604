// SPDX-License-Identifier: MIT
// What one element of HTML becomes among inlines, and what its attributes say.
#pragma once

#include "ingest/html_tags.hpp"
#include "ingest/import/html_tree.hpp"
#include "ingest/import/text_source.hpp"
#include "model/inline.hpp"

namespace lectern::ingest {

struct Phrase {
  enum class Use {
    around,    // `node` holds the element's content
    whole,     // `node` is all of it: a picture, code
    text,      // only node.text stays: a picture that was refused
    children,  // the element vanishes, its content stays
  };
  Use use = Use::children;
  model::Inline node;
};

// Links and pictures obey the policy; what it refuses is a warning.
Phrase phrase_of(const GumboNode& element, const ElementRule& rule, const TextSource& source,
                 size_t offset);

// <audio> or <video> as the model has it, `whole` when its address is allowed and its ending tells what it is.
Phrase player_of(const GumboNode& element);

// The link that stands for an <iframe> of another site, `around` node.text: its title or else the site's name. Not for
// one that nobody sees.
Phrase frame_of(const GumboNode& element);

// A node without content of its own.
model::Inline inline_of(model::InlineKind kind);

// The text of a <pre>, with a line end last; "" when it is blank.
std::string code_in(const GumboNode& pre);

// "cpp" of <pre><code class="language-cpp">; "" without one.
std::string language_of_code(const GumboNode& pre);

// What stands in an article's element but is not of the article: navigation, buttons, hidden
// things.
bool is_furniture(const GumboNode& element, std::string_view name, bool in_quote);

// A whole number from 0 to 99999, else the other one.
int number_of(std::string_view text, int otherwise);

bool has_child(const GumboNode& element, GumboTag tag);
bool text_is_blank(const GumboNode& text);

}  // namespace lectern::ingest
