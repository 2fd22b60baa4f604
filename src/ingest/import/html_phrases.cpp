// SPDX-License-Identifier: MIT
#include "ingest/import/html_phrases.hpp"

#include <algorithm>
#include <utility>

#include "ingest/field_reader.hpp"
#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

using model::InlineKind;

void refuse(std::string_view what, std::string_view url, const TextSource& source, size_t offset) {
  const std::string_view allowed =
      what == "link" ? "only http, https, mailto, tel and relative links are allowed"
                     : "only http, https and relative images, and data: of png, jpeg, gif, webp, "
                       "avif and bmp, are allowed";
  source.report.warning(source.places.at(offset),
                        "the " + std::string(what) + " to " + quote(url) +
                            " is left out and its text kept: " + std::string(allowed));
}

Phrase link_of(const GumboNode& element, const TextSource& source, size_t offset) {
  const std::string_view href = attribute_of(element, "href");
  Phrase out;
  if (one_line(href).empty()) return out;  // a name for a place
  out.node.kind = InlineKind::link;
  out.node.url = allowed_link(href);
  out.node.title = one_line(attribute_of(element, "title"));
  if (out.node.url.empty()) {
    refuse("link", href, source, offset);
  } else {
    out.use = Phrase::Use::around;
  }
  return out;
}

Phrase image_of(const GumboNode& element, const TextSource& source, size_t offset) {
  // Pages that load pictures late have a placeholder, or nothing, in src.
  std::string_view src = attribute_of(element, "src");
  const std::string_view late = attribute_of(element, "data-src");
  if (!late.empty() && (src.empty() || src.starts_with("data:"))) src = late;
  Phrase out;
  out.node.kind = InlineKind::image;
  out.node.text = one_line(attribute_of(element, "alt"));
  out.node.url = allowed_image(src);
  if (out.node.url.empty()) {
    if (!one_line(src).empty()) refuse("image", src, source, offset);
    out.use = Phrase::Use::text;
    return out;
  }
  out.node.title = one_line(attribute_of(element, "title"));
  out.node.width = pixels(attribute_of(element, "width"));
  out.node.height = pixels(attribute_of(element, "height"));
  out.use = Phrase::Use::whole;
  return out;
}

bool says_yes(std::string_view value) {
  return value == "true";
}

}  // namespace

Phrase phrase_of(const GumboNode& element, const ElementRule& rule, const TextSource& source,
                 size_t offset) {
  if (rule.use == ElementUse::link) return link_of(element, source, offset);
  if (rule.use == ElementUse::image) return image_of(element, source, offset);
  Phrase out;
  out.node.kind = rule.kind;
  if (rule.kind == InlineKind::code) {
    out.node.text = one_line(text_in(element));
    if (!out.node.text.empty()) out.use = Phrase::Use::whole;
    return out;
  }
  if (rule.kind == InlineKind::abbreviation) {
    out.node.title = one_line(attribute_of(element, "title"));
  }
  out.use = Phrase::Use::around;
  return out;
}

Phrase player_of(const GumboNode& element) {
  std::string_view src = attribute_of(element, "src");
  const GumboVector* children = children_of(element);
  for (unsigned int i = 0; src.empty() && children && i < children->length; ++i) {
    const GumboNode& child = child_at(*children, i);
    if (is_named(child, GUMBO_TAG_SOURCE)) src = attribute_of(child, "src");
  }
  Phrase out;
  out.node.kind = InlineKind::image;
  out.node.url = allowed_image(src);
  if (model::medium_of(out.node.url) == model::Medium::picture) return out;
  for (const char* name : {"aria-label", "title"}) {
    if (out.node.text.empty()) out.node.text = one_line(attribute_of(element, name));
  }
  out.node.width = pixels(attribute_of(element, "width"));
  out.node.height = pixels(attribute_of(element, "height"));
  out.use = Phrase::Use::whole;
  return out;
}

Phrase frame_of(const GumboNode& element) {
  constexpr int kSeen = 2;  // px; counters are smaller
  Phrase out;
  const std::string url = allowed_link(attribute_of(element, "src"));
  const size_t host = url.find("//");
  const bool elsewhere = url.starts_with("https:") || url.starts_with("http:") || host == 0;
  const auto is_tiny = [&](const char* side) {
    return has_attribute(element, side) && number_of(attribute_of(element, side), kSeen) < kSeen;
  };
  if (!elsewhere || host == url.npos || is_tiny("width") || is_tiny("height") || has_attribute(element, "hidden")) return out;
  out.node.text = one_line(attribute_of(element, "title"));
  if (out.node.text.empty()) out.node.text = url.substr(host + 2, url.find_first_of("/?#", host + 2) - host - 2);
  if (out.node.text.empty()) return out;
  out.node.kind = InlineKind::link;
  out.node.url = host == 0 ? "https:" + url : url;
  out.use = Phrase::Use::around;
  return out;
}

model::Inline inline_of(model::InlineKind kind) {
  model::Inline out;
  out.kind = kind;
  return out;
}

std::string code_in(const GumboNode& pre) {
  std::string text = text_in(pre);
  if (one_line(text).empty()) return "";
  if (!text.ends_with('\n')) text += '\n';
  return text;
}

std::string language_of_code(const GumboNode& pre) {
  const GumboVector* children = children_of(pre);
  const GumboNode* places[] = {&pre, nullptr};
  for (unsigned int i = 0; children && i < children->length; ++i) {
    if (is_named(child_at(*children, i), GUMBO_TAG_CODE)) places[1] = &child_at(*children, i);
  }
  for (const GumboNode* place : places) {
    if (!place) continue;
    const std::string classes = ' ' + one_line(attribute_of(*place, "class")) + ' ';
    for (const std::string_view prefix : {" language-", " lang-", " highlight-source-"}) {
      const size_t found = classes.find(prefix);
      if (found == std::string::npos) continue;
      const size_t begin = found + prefix.size();
      return classes.substr(begin, classes.find(' ', begin) - begin);
    }
  }
  return "";
}

bool is_furniture(const GumboNode& element, std::string_view name, bool in_quote) {
  if (name == "nav" || name == "button" || name == "select" || name == "aside") return true;
  if (name == "footer") return !in_quote;
  const std::string_view role = attribute_of(element, "role");
  if (role == "navigation" || role == "search" || role == "complementary") return true;
  return has_attribute(element, "hidden") || says_yes(attribute_of(element, "aria-hidden"));
}

int number_of(std::string_view text, int otherwise) {
  if (text.empty() || text.size() > 5) return otherwise;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return otherwise;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool has_child(const GumboNode& element, GumboTag tag) {
  const GumboVector* children = children_of(element);
  for (unsigned int i = 0; children && i < children->length; ++i) {
    if (is_named(child_at(*children, i), tag)) return true;
  }
  return false;
}

bool text_is_blank(const GumboNode& text) {
  return one_line(text.v.text.text).empty();
}

}  // namespace lectern::ingest
