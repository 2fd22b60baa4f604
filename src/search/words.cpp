// SPDX-License-Identifier: MIT
#include "search/words.hpp"

#include <algorithm>
#include <iterator>

#include "base/fold.hpp"
#include "base/letters.hpp"
#include "base/utf8.hpp"

namespace lectern::search {
namespace {

constexpr std::size_t kMaxWordBytes = 64;

bool is_unspaced(char32_t c) {
  return is_cjk(c) || (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF);
}

// In a word, and no part of it: soft hyphen, zero-width space's neighbours, tatweel, variation selectors.
bool is_passed_over(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0x0640 ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

// Latin, Greek, Cyrillic, Hebrew and Arabic marks. Those of Indic scripts are vowels.
bool is_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7 && c != 0x5BE) ||
         (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670;
}

struct Same {
  char32_t letter;
  std::string_view plain;
};
// Letters that have no decomposition and yet are typed as others.
constexpr Same kSame[] = {
    {0xDF, "ss"},  {0xE6, "ae"},  {0xF0, "d"},        {0xF8, "o"},       {0xFE, "th"},
    {0x111, "d"},  {0x127, "h"},  {0x131, "i"},       {0x142, "l"},      {0x153, "oe"},
    {0x167, "t"},  {0x439, "й"},  {0x649, "\u064A"},  {0x629, "\u0647"},
};

// Full-width letters and digits are the narrow ones.
char32_t narrow(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::function<void(const Word&)>& take)
      : text_(text), take_(take) {}

  void split() {
    for (std::size_t i = 0; i < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte < 0x80) {  // most of most texts, and so without a call for each
        ascii(byte, i++);
        continue;
      }
      const CodePoint c = decode_utf8(text_, i);
      const auto bytes = static_cast<std::size_t>(c.bytes);
      if (!is_passed_over(c.value)) take(fold_letter(narrow(c.value)), i, bytes);
      i += bytes;
    }
    end_word();
    end_run();
  }

 private:
  void ascii(unsigned char c, std::size_t at) {
    if (!before_.empty()) end_run();
    if (c >= 'A' && c <= 'Z') c |= 0x20;
    if ((c < '0' || c > '9') && (c < 'a' || c > 'z')) return end_word();
    if (word_.lower.empty()) word_.begin = at;
    word_.end = at + 1;
    if (word_.lower.size() <= kMaxWordBytes) word_.lower += static_cast<char>(c);
  }

  void take(char32_t c, std::size_t at, std::size_t bytes) {
    if (is_unspaced(c)) {
      end_word();
      if (!before_.empty()) give(WordKind::pair, before_, c, before_at_, at + bytes);
      before_.clear();
      append_utf8(before_, c);
      before_at_ = at;
      before_end_ = at + bytes;
      return;
    }
    end_run();
    if (!is_letter_or_digit(c)) return end_word();
    if (word_.lower.empty()) word_.begin = at;
    word_.end = at + bytes;
    if (word_.lower.size() <= kMaxWordBytes) append_utf8(word_.lower, c);
  }

  void give(WordKind kind, const std::string& first, char32_t second, std::size_t begin, std::size_t end) {
    Word pair{kind, first, "", begin, end};
    if (second != 0) append_utf8(pair.lower, second);
    pair.plain = pair.lower;
    take_(pair);
  }

  void end_run() {
    if (before_.empty()) return;
    give(WordKind::last, before_, 0, before_at_, before_end_);
    before_.clear();
  }

  void end_word() {
    if (!word_.lower.empty() && word_.lower.size() <= kMaxWordBytes) {
      word_.plain = plain_form(word_.lower);
      if (!word_.plain.empty()) take_(word_);
    }
    word_.lower.clear();
  }

  const std::string_view text_;
  const std::function<void(const Word&)>& take_;
  Word word_;
  std::string before_;  // the character of such a script right before
  std::size_t before_at_ = 0, before_end_ = 0;
};

}  // namespace

void for_each_word(std::string_view text, const std::function<void(const Word&)>& take) {
  Splitter(text, take).split();
}

std::string plain_form(std::string_view lower) {
  if (std::all_of(lower.begin(), lower.end(), [](char c) { return c > 0; })) return std::string(lower);
  std::string out;
  for (std::size_t i = 0; i < lower.size();) {
    const CodePoint c = decode_utf8(lower, i);
    const std::string_view one = lower.substr(i, static_cast<std::size_t>(c.bytes));
    i += static_cast<std::size_t>(c.bytes);
    const auto* same = std::find_if(std::begin(kSame), std::end(kSame),
                                    [&](const Same& it) { return it.letter == c.value; });
    if (same != std::end(kSame)) {
      out += same->plain;
      continue;
    }
    const std::string parts = c.value < 0x80 ? std::string(one) : folded(one);
    for (std::size_t k = 0; k < parts.size();) {
      const CodePoint part = decode_utf8(parts, k);
      if (!is_mark(part.value)) out.append(parts, k, static_cast<std::size_t>(part.bytes));
      k += static_cast<std::size_t>(part.bytes);
    }
  }
  return out;
}

}  // namespace lectern::search
