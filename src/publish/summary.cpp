// SPDX-License-Identifier: MIT
#include "publish/summary.hpp"

#include <algorithm>

namespace lectern::publish {
namespace {

constexpr size_t kMaxBytes = 160;  // search engines cut there

}  // namespace

std::string first_words(const model::Blocks& body) {
  for (const model::Block& block : body) {
    if (block.kind != model::BlockKind::paragraph) continue;
    std::string text = model::words_of(block.inlines);
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (text.size() <= kMaxBytes) {
      if (text.find_first_not_of(' ') == std::string::npos) continue;
      return text;
    }
    size_t end = text.rfind(' ', kMaxBytes);
    if (end == std::string::npos || end == 0) {
      for (end = kMaxBytes; end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80;) {
        --end;
      }
    }
    return text.substr(0, end) + " …";
  }
  return "";
}

std::string summary_of(const model::Article& article) {
  return article.standfirst.empty() ? first_words(article.body) : article.standfirst;
}

std::string summary_of(const std::vector<std::string>& names) {
  std::string summary;
  for (const std::string& name : names) {
    if (!summary.empty() && summary.size() + name.size() > kMaxBytes) break;
    summary += (summary.empty() ? "" : " · ") + name;
  }
  return summary;
}

}  // namespace lectern::publish
