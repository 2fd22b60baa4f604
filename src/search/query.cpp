// SPDX-License-Identifier: MIT
#include "search/query.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace lectern::search {
namespace {

// Of the text as it was typed; words that may count end long before.
constexpr std::size_t kMaxBytes = 4000;

bool is_quote(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || (c >= 0x300C && c <= 0x300F);
}

class Parser {
 public:
  Query parse(std::string_view text) {
    if (text.size() > kMaxBytes) {
      text = text.substr(0, kMaxBytes);
      query_.cut = true;
    }
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint c = decode_utf8(text, i);
      if (is_quote(c.value)) {
        part(text.substr(begin, i - begin), quoted, false);
        quoted = !quoted;
        begin = i + static_cast<std::size_t>(c.bytes);
      }
      i += static_cast<std::size_t>(c.bytes);
    }
    part(text.substr(begin), quoted, true);
    return std::move(query_);
  }

 private:
  // `last`: nothing follows it.
  void part(std::string_view text, bool quoted, bool last) {
    std::vector<Word> words;
    for_each_word(text, [&](const Word& word) { words.push_back(word); });
    std::vector<std::string> phrase;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Word& word = words[i];
      const bool follows = i > 0 && word.begin < words[i - 1].end;  // in one run without spaces
      if (word.kind == WordKind::last && follows) continue;
      const bool open = (last && word.kind == WordKind::word && word.end == text.size()) || word.kind == WordKind::last;
      if (!quoted && !follows) close(phrase);
      // What is still being typed is in no phrase yet.
      if (!(quoted && open)) phrase.push_back(word.plain);
      add({word.lower, word.plain, word.kind, open});
    }
    close(phrase);
  }

  void close(std::vector<std::string>& phrase) {
    if (phrase.size() > kMaxWords) {
      phrase.resize(kMaxWords);
      query_.cut = true;
    }
    if (phrase.size() > 1) query_.phrases.push_back(phrase);
    phrase.clear();
  }

  void add(QueryWord word) {
    const auto same = std::find_if(query_.words.begin(), query_.words.end(),
                                   [&](const QueryWord& it) { return it.plain == word.plain; });
    if (same != query_.words.end()) return;
    if (query_.words.size() < kMaxWords) query_.words.push_back(std::move(word));
    else query_.cut = true;
  }

  Query query_;
};

}  // namespace

Query parse_query(std::string_view text) { return Parser().parse(text); }

}  // namespace lectern::search
