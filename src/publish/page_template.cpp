// SPDX-License-Identifier: MIT
#include "publish/page_template.hpp"

#include <utility>

namespace lectern::publish {
namespace {

using Parts = PageTemplate::Parts;

constexpr std::pair<std::string_view, std::string Parts::*> kNames[] = {
    {"lang", &Parts::lang},     {"dir", &Parts::dir},       {"title", &Parts::title},
    {"head", &Parts::head},     {"styles", &Parts::styles}, {"scripts", &Parts::scripts},
    {"skip", &Parts::skip},     {"canvas", &Parts::canvas}, {"body", &Parts::body},
    {"root", &Parts::root},
};

std::string Parts::*find_value(std::string_view name) {
  for (const auto& [known, value] : kNames) {
    if (known == name) return value;
  }
  return nullptr;
}

std::string_view without_own_comments(std::string_view text) {
  while (text.starts_with("<!--")) {
    const size_t end = text.find("-->");
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 3);
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  }
  return text;
}

}  // namespace

std::optional<PageTemplate> PageTemplate::parse(std::string_view text, std::string& problem) {
  text = without_own_comments(text);
  PageTemplate result;
  for (;;) {
    const size_t begin = text.find("{{");
    if (begin == std::string_view::npos) break;
    const size_t end = text.find("}}", begin);
    const std::string_view name =
        end == std::string_view::npos ? "" : text.substr(begin + 2, end - begin - 2);
    Piece piece;
    piece.text = text.substr(0, begin);
    piece.value = find_value(name);
    if (!piece.value) {
      problem = "it has {{" + std::string(name) + "}}, which the publisher does not know";
      return std::nullopt;
    }
    text.remove_prefix(end + 2);
    const bool line_begins = piece.text.empty() || piece.text.ends_with('\n');
    piece.whole_line = line_begins && text.starts_with('\n');
    if (piece.whole_line) text.remove_prefix(1);
    result.pieces_.push_back(std::move(piece));
  }
  result.pieces_.push_back({std::string(text), nullptr, false});
  return result;
}

std::string PageTemplate::fill(const Parts& parts) const {
  std::string page;
  for (const Piece& piece : pieces_) {
    page += piece.text;
    if (!piece.value) continue;
    const std::string& value = parts.*piece.value;
    page += value;
    if (piece.whole_line && !value.empty() && !value.ends_with('\n')) page += '\n';
  }
  return page;
}

}  // namespace lectern::publish
