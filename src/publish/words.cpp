// SPDX-License-Identifier: MIT
#include "publish/words.hpp"

#include "base/fold.hpp"
#include "base/letters.hpp"
#include "base/utf8.hpp"

namespace lectern::publish {
namespace {

constexpr std::size_t kMaxWordBytes = 64;  // longer runs are addresses and keys, not words
constexpr int kMinLetters =
    3;  // shorter ones say little, and are articles and prepositions in most languages

class Splitter {
 public:
  Splitter(std::string_view text,
           const std::function<void(const std::string&, std::string_view)>& take)
      : text_(text), take_(take) {}

  void split() {
    for (std::size_t i = 0; i < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte < 0x80) {  // most of most texts, and so without a call for each
        ascii(byte, i++);
        continue;
      }
      const CodePoint c = decode_utf8(text_, i);
      other(fold_letter(c.value), i, static_cast<std::size_t>(c.bytes));
      i += static_cast<std::size_t>(c.bytes);
    }
    end_word();
  }

 private:
  void ascii(unsigned char c, std::size_t at) {
    before_bytes_ = 0;
    if (c >= 'A' && c <= 'Z') c |= 0x20;
    const bool digit = c >= '0' && c <= '9';
    if (!digit && (c < 'a' || c > 'z')) return end_word();
    add_letter(at, 1, digit);
    if (folded_.size() <= kMaxWordBytes) folded_ += static_cast<char>(c);
  }

  void other(char32_t c, std::size_t at, std::size_t bytes) {
    if (is_cjk(c)) {
      end_word();
      append_utf8(folded_, c);
      if (before_bytes_ > 0) {
        take_(before_ + folded_, text_.substr(at - before_bytes_, before_bytes_ + bytes));
      }
      before_ = folded_;
      before_bytes_ = bytes;
      folded_.clear();
      return;
    }
    before_bytes_ = 0;
    if (!is_letter_or_digit(c)) return end_word();
    add_letter(at, bytes, false);
    if (folded_.size() <= kMaxWordBytes) append_utf8(folded_, c);
  }

  void add_letter(std::size_t at, std::size_t bytes, bool digit) {
    if (letters_ == 0) begin_ = at;
    end_ = at + bytes;
    ++letters_;
    number_ = number_ && digit;
  }

  void end_word() {
    if (letters_ >= kMinLetters && !number_ && folded_.size() <= kMaxWordBytes) {
      take_(folded_, text_.substr(begin_, end_ - begin_));
    }
    folded_.clear();
    letters_ = 0;
    number_ = true;
  }

  const std::string_view text_;
  const std::function<void(const std::string&, std::string_view)>& take_;
  std::string folded_;
  std::size_t begin_ = 0, end_ = 0;
  int letters_ = 0;
  bool number_ = true;
  std::string before_;  // the character of this kind right before
  std::size_t before_bytes_ = 0;
};

}  // namespace

void for_each_word(std::string_view text,
                   const std::function<void(const std::string&, std::string_view)>& take) {
  Splitter(text, take).split();
}

std::string fold_name(std::string_view name) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < name.size();) {
    const CodePoint c = decode_utf8(name, i);
    i += static_cast<std::size_t>(c.bytes);
    if (c.value <= ' ' || c.value == 0xA0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    append_utf8(out, fold_letter(c.value));
  }
  return folded(out);
}

}  // namespace lectern::publish
