// SPDX-License-Identifier: MIT
#include "model/block.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace lectern::model {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_blank(const Inline& item) {
  if (item.kind == InlineKind::soft_break) return true;
  if (item.kind != InlineKind::text) return false;
  for (const char c : item.text) {
    if (!is_space(c)) return false;
  }
  return true;
}

void append_text(const Inlines& inlines, bool with_notes, std::string& out) {
  for (const Inline& item : inlines) {
    switch (item.kind) {
      case InlineKind::text:
      case InlineKind::code:
      case InlineKind::coloured:
        out += item.text;
        break;
      case InlineKind::soft_break:
      case InlineKind::hard_break:
        out += '\n';
        break;
      case InlineKind::image:
        if (item.url.empty()) out += item.text;  // the policy refused it: its words stand for it
        break;
      case InlineKind::footnote_reference:
        if (with_notes) out += std::to_string(item.note);
        break;
      default:
        break;
    }
    append_text(item.children, with_notes, out);
  }
}

bool has_picture(const Inlines& inlines) {
  for (const Inline& item : inlines) {
    if ((item.kind == InlineKind::image && !item.url.empty()) || has_picture(item.children)) return true;
  }
  return false;
}

// White space, with what editors write where they want none to be lost: U+00A0 and U+200B.
bool is_blank(std::string_view text) {
  while (!text.empty()) {
    const std::size_t bytes = is_space(text.front())                                          ? 1
                              : text.starts_with("\xC2\xA0")                                  ? 2
                              : text.starts_with("\xE2\x80\x8B")                              ? 3
                                                                                              : 0;
    if (bytes == 0) return false;
    text.remove_prefix(bytes);
  }
  return true;
}

int words_in(const std::string& text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    if (!is_space(c) && !inside) ++words;
    inside = !is_space(c);
  }
  return words;
}

// Without regard to capitals.
bool ends_as(std::string_view path, std::string_view ending) {
  if (path.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), path.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b); });
}

}  // namespace

Medium medium_of(std::string_view url) {
  const std::string_view path = url.substr(0, url.find_first_of("?#"));
  for (const std::string_view ending : {".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".aac"}) {
    if (ends_as(path, ending)) return Medium::sound;
  }
  for (const std::string_view ending : {".mp4", ".webm", ".ogv", ".m4v", ".mov"}) {
    if (ends_as(path, ending)) return Medium::film;
  }
  return Medium::picture;
}

std::string text_of(const Inlines& inlines) {
  std::string out;
  append_text(inlines, true, out);
  return out;
}

std::string words_of(const Inlines& inlines) {
  std::string out;
  append_text(inlines, false, out);
  return out;
}

const Inline* only_image(const Block& block) {
  const std::vector<const Inline*> images = only_images(block);
  return images.size() == 1 ? images.front() : nullptr;
}

std::vector<const Inline*> only_images(const Block& block) {
  std::vector<const Inline*> images;
  if (block.kind != BlockKind::paragraph) return images;
  for (const Inline& item : block.inlines) {
    if (is_blank(item)) continue;
    if (item.kind != InlineKind::image) return {};
    images.push_back(&item);
  }
  return images;
}

bool is_empty_heading(const Block& block) {
  return block.kind == BlockKind::heading && is_blank(text_of(block.inlines)) && !has_picture(block.inlines);
}

int count_words(const Block& block) {
  return words_in(text_of(block.inlines)) + words_in(block.text) + count_words(block.children);
}

int count_words(const Blocks& blocks) {
  int words = 0;
  for (const Block& block : blocks) words += count_words(block);
  return words;
}

}  // namespace lectern::model
