// SPDX-License-Identifier: MIT
#include "ingest/clean_text.hpp"

#include <utility>

#include "base/utf8.hpp"
#include "ingest/place_index.hpp"

namespace lectern::ingest {

std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (text.substr(i + 1, 1) != "\n") {
      out += '\n';
    }
  }
  return out;
}

std::string_view without_bom(std::string_view text) {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  return text.substr(0, kBom.size()) == kBom ? text.substr(kBom.size()) : text;
}

CleanText::CleanText(std::string_view text, Place origin, Severity severity, Report& report)
    : text_(without_bom(text)) {
  const std::optional<size_t> bad = find_bad_utf8(text_);
  if (!bad) return;
  std::string sentence = text_[*bad] == '\0'
                             ? "a NUL character stands here; it is shown as U+FFFD"
                             : "this is not UTF-8; what cannot be read is shown as U+FFFD";
  const Place place = PlaceIndex(text_.substr(0, *bad), origin).at(*bad);
  if (severity == Severity::error) {
    report.error(place, std::move(sentence), Code::encoding);
  } else {
    report.warning(place, std::move(sentence), Code::encoding);
  }
  repaired_ = repair_utf8(text_);
  text_ = repaired_;
}

}  // namespace lectern::ingest
