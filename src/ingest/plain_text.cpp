// SPDX-License-Identifier: MIT
// Bodies of format "text".
#include <utility>

#include "base/utf8.hpp"
#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\f\v";
  const size_t begin = line.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(kBlanks) + 1 - begin);
}

model::Inline inline_of(model::InlineKind kind, std::string_view text) {
  model::Inline item;
  item.kind = kind;
  item.text = text;
  return item;
}

}  // namespace

model::Blocks parse_plain_text(std::string_view source) {
  const std::string text = repair_utf8(source);
  model::Blocks blocks;
  model::Block paragraph;
  const auto end_paragraph = [&] {
    if (!paragraph.inlines.empty()) blocks.push_back(std::exchange(paragraph, {}));
  };
  for (size_t i = 0; i <= text.size();) {
    const size_t end = std::min(text.find_first_of("\r\n", i), text.size());
    const std::string_view line = trimmed(std::string_view(text).substr(i, end - i));
    if (line.empty()) {
      end_paragraph();
    } else {
      if (!paragraph.inlines.empty()) {
        paragraph.inlines.push_back(inline_of(model::InlineKind::soft_break, ""));
      }
      paragraph.inlines.push_back(inline_of(model::InlineKind::text, line));
    }
    i = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
  }
  end_paragraph();
  return blocks;
}

}  // namespace lectern::ingest
