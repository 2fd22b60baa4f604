// SPDX-License-Identifier: MIT
// The raw-HTML policy as one table (CONTRACT.md, "Markdown"). What is not in it is
// ElementUse::text.
#include <algorithm>
#include <iterator>

#include "ingest/html_tags.hpp"

namespace lectern::ingest {
namespace {

using model::InlineKind;
using enum ElementUse;

constexpr size_t kLongestName = 10;  // "blockquote", "figcaption"

// Sorted by name.
constexpr ElementRule kRules[] = {
    {"a", link, InlineKind::link},
    {"abbr", phrase, InlineKind::abbreviation},
    {"address", block},
    {"applet", removed_nested},
    {"article", block},
    {"aside", block},
    {"audio", removed_nested},
    {"b", phrase, InlineKind::bold},
    {"blockquote", block},
    {"body", block},
    {"br", line_end},
    {"canvas", removed_nested},
    {"caption", block},
    {"center", block},
    {"cite", phrase, InlineKind::citation},
    {"code", phrase, InlineKind::code},
    {"dd", block},
    {"del", phrase, InlineKind::strikethrough},
    {"details", details},
    {"dialog", block},
    {"div", block},
    {"dl", block},
    {"dt", block},
    {"em", phrase, InlineKind::emphasis},
    {"fieldset", block},
    {"figcaption", caption},
    {"figure", figure},
    {"footer", block},
    {"form", block},
    {"h1", block},
    {"h2", block},
    {"h3", block},
    {"h4", block},
    {"h5", block},
    {"h6", block},
    {"header", block},
    {"hr", block},
    {"html", block},
    {"i", phrase, InlineKind::italic},
    {"iframe", removed},
    {"img", image, InlineKind::image},
    {"ins", phrase, InlineKind::inserted},
    {"kbd", phrase, InlineKind::keyboard},
    {"legend", block},
    {"li", block},
    {"main", block},
    {"mark", phrase, InlineKind::mark},
    {"math", removed_nested},
    {"menu", block},
    {"nav", block},
    {"noembed", removed},
    {"noframes", removed},
    {"noscript", removed},
    {"object", removed_nested},
    {"ol", block},
    {"p", block},
    {"pre", block},
    {"q", phrase, InlineKind::quotation},
    {"rp", phrase, InlineKind::ruby_parenthesis},
    {"rt", phrase, InlineKind::ruby_text},
    {"ruby", phrase, InlineKind::ruby},
    {"s", phrase, InlineKind::struck},
    {"samp", phrase, InlineKind::sample},
    {"script", removed},
    {"search", block},
    {"section", block},
    {"small", phrase, InlineKind::small},
    {"strong", phrase, InlineKind::strong},
    {"style", removed},
    {"sub", phrase, InlineKind::subscript},
    {"summary", caption},
    {"sup", phrase, InlineKind::superscript},
    {"svg", removed_nested},
    {"table", block},
    {"tbody", block},
    {"td", block},
    {"template", removed_nested},
    {"textarea", removed},
    {"tfoot", block},
    {"th", block},
    {"thead", block},
    {"title", removed},
    {"tr", block},
    {"u", phrase, InlineKind::underline},
    {"ul", block},
    {"var", phrase, InlineKind::variable},
    {"video", removed_nested},
};

constexpr bool by_name(const ElementRule& a, const ElementRule& b) {
  return a.name < b.name;
}
static_assert(std::is_sorted(std::begin(kRules), std::end(kRules), by_name));

constexpr ElementRule kNoRule{};

}  // namespace

const ElementRule& rule_of(std::string_view name) {
  if (name.size() > kLongestName) return kNoRule;
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  const auto found =
      std::lower_bound(std::begin(kRules), std::end(kRules), ElementRule{lower}, by_name);
  return found != std::end(kRules) && found->name == lower ? *found : kNoRule;
}

}  // namespace lectern::ingest
