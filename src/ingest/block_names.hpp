// SPDX-License-Identifier: MIT
// The names of blocks and inlines in the body format "blocks" (ingest/blocks_json.hpp).
#pragma once

#include <optional>
#include <string_view>

#include "model/block.hpp"

namespace lectern::ingest {

struct BlockName {
  model::BlockKind kind;
  std::string_view name;
};
inline constexpr BlockName kBlockNames[] = {
    {model::BlockKind::paragraph, "paragraph"}, {model::BlockKind::heading, "heading"},
    {model::BlockKind::list, "list"},           {model::BlockKind::quote, "quote"},
    {model::BlockKind::code, "code"},           {model::BlockKind::rule, "rule"},
    {model::BlockKind::table, "table"},         {model::BlockKind::details, "details"},
    {model::BlockKind::figure, "figure"},       {model::BlockKind::definitions, "definitions"},
};

struct InlineName {
  model::InlineKind kind;
  std::string_view name;
};
inline constexpr InlineName kInlineNames[] = {
    {model::InlineKind::text, "text"},
    {model::InlineKind::soft_break, "softBreak"},
    {model::InlineKind::hard_break, "hardBreak"},
    {model::InlineKind::code, "code"},
    {model::InlineKind::emphasis, "emphasis"},
    {model::InlineKind::strong, "strong"},
    {model::InlineKind::strikethrough, "strikethrough"},
    {model::InlineKind::underline, "underline"},
    {model::InlineKind::superscript, "superscript"},
    {model::InlineKind::subscript, "subscript"},
    {model::InlineKind::keyboard, "keyboard"},
    {model::InlineKind::mark, "mark"},
    {model::InlineKind::small, "small"},
    {model::InlineKind::abbreviation, "abbreviation"},
    {model::InlineKind::citation, "citation"},
    {model::InlineKind::quotation, "quotation"},
    {model::InlineKind::sample, "sample"},
    {model::InlineKind::variable, "variable"},
    {model::InlineKind::inserted, "inserted"},
    {model::InlineKind::italic, "italic"},
    {model::InlineKind::bold, "bold"},
    {model::InlineKind::struck, "struck"},
    {model::InlineKind::ruby, "ruby"},
    {model::InlineKind::ruby_text, "rubyText"},
    {model::InlineKind::ruby_parenthesis, "rubyParenthesis"},
    {model::InlineKind::link, "link"},
    {model::InlineKind::image, "image"},
    {model::InlineKind::footnote_reference, "footnoteReference"},
};

// By the order of model::Align.
inline constexpr std::string_view kAlignNames[] = {"none", "left", "center", "right"};

template <typename Names, typename Kind>
std::string_view name_in(const Names& names, Kind kind) {
  for (const auto& item : names) {
    if (item.kind == kind) return item.name;
  }
  return "";
}

template <typename Names>
auto kind_in(const Names& names, std::string_view name) -> std::optional<decltype(names[0].kind)> {
  for (const auto& item : names) {
    if (item.name == name) return item.kind;
  }
  return std::nullopt;
}

}  // namespace lectern::ingest
