// SPDX-License-Identifier: MIT
#include "search/passage.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/letters.hpp"
#include "base/utf8.hpp"

namespace lectern::search {
namespace {

// In letters; those that are as wide as two count as two.
constexpr int kPassage = 200, kBefore = 60;

int width_of(char32_t c) { return is_cjk(c) ? 2 : 1; }

// How far from `at` so many letters reach, backwards or on, within [low, high).
std::size_t reach(std::string_view text, std::size_t at, std::size_t low, std::size_t high, int letters, bool back) {
  while (letters > 0 && (back ? at > low : at < high)) {
    std::size_t next = at;
    if (back) {
      do --next;
      while (next > low && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80);
      letters -= width_of(decode_utf8(text, next).value);
    } else {
      const CodePoint c = decode_utf8(text, at);
      next = at + static_cast<std::size_t>(c.bytes);
      letters -= width_of(c.value);
    }
    at = next;
  }
  return at;
}

}  // namespace

Marker::Marker(const Query& query, const std::vector<std::vector<std::string>>& instead, Stemmer& stemmer)
    : query_(query), instead_(instead), stemmer_(stemmer) {}

std::vector<Mark> Marker::find(std::string_view text, std::string_view lang) const {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::string> stems;
  for (const QueryWord& word : query_.words)
    stems.push_back(word.kind == WordKind::word ? stemmer_.stem(word.lower, lang) : word.plain);
  std::vector<std::set<std::string>> others(query_.words.size());
  for (std::size_t i = 0; i < instead_.size() && i < others.size(); ++i) {
    for (const std::string& form : instead_[i]) {
      others[i].insert(form);
      others[i].insert(stemmer_.stem(form, lang));
    }
  }
  std::map<std::string, std::size_t> known;  // a text has most of its words more than once
  std::vector<Mark> marks;
  for_each_word(text, [&](const Word& word) {
    auto [found, is_new] = known.try_emplace(word.lower, kNone);
    if (is_new) {
      const std::string stem = word.kind == WordKind::word ? stemmer_.stem(word.lower, lang) : word.plain;
      for (std::size_t i = 0; i < query_.words.size() && found->second == kNone; ++i) {
        const QueryWord& asked = query_.words[i];
        const bool same = word.plain == asked.plain || stem == stems[i] ||
                          (asked.open && word.plain.starts_with(asked.plain)) || others[i].contains(word.plain) ||
                          others[i].contains(stem);
        if (same) found->second = i;
      }
    }
    if (found->second == kNone) return;
    // Pairs overlap: what they share is marked once.
    const bool joined = !marks.empty() && word.begin < marks.back().end;
    if (joined && word.kind == WordKind::last) return;
    marks.push_back({joined ? marks.back().end : word.begin, word.end, found->second});
  });
  return marks;
}

bool Marker::has_phrases(std::string_view text) const {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    for_each_word(text.substr(at, end - at), [&](const Word& word) {
      if (word.kind != WordKind::last) words.push_back(word.plain);
    });
    words.emplace_back();  // no word: phrases end with their paragraph
    at = end + 1;
  }
  return std::all_of(query_.phrases.begin(), query_.phrases.end(), [&](const auto& phrase) {
    return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
  });
}

Marked marked(std::string_view text, const std::vector<Mark>& marks) {
  Marked out;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    if (!out.empty() && mark.begin == at) {  // right after the last one
      out.back() += text.substr(at, mark.end - at);
    } else {
      out.emplace_back(text.substr(at, mark.begin - at));
      out.emplace_back(text.substr(mark.begin, mark.end - mark.begin));
    }
    at = mark.end;
  }
  if (at < text.size() || out.empty()) out.emplace_back(text.substr(at));
  return out;
}

Marked passage_of(std::string_view text, const std::vector<Mark>& marks) {
  std::size_t best = 0, most = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t line = std::min(text.find('\n', marks[i].begin), text.size());
    const std::size_t end = reach(text, marks[i].begin, 0, line, kPassage - kBefore, false);
    std::set<std::size_t> words;
    std::size_t beside = 0;
    for (std::size_t k = i; k < marks.size() && marks[k].end <= end; ++k) {
      words.insert(marks[k].word);
      const bool next = k > i && marks[k].word == marks[k - 1].word + 1 && marks[k].begin <= marks[k - 1].end + 3;
      if (next) ++beside;
    }
    const std::size_t worth = words.size() * 2 + std::min<std::size_t>(beside, 4);
    if (worth > most) {
      most = worth;
      best = i;
    }
  }
  const std::size_t middle = marks.empty() ? 0 : marks[best].begin;
  const std::size_t before = middle == 0 ? std::string_view::npos : text.rfind('\n', middle - 1);
  const std::size_t low = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t high = std::min(text.find('\n', middle), text.size());
  std::size_t begin = reach(text, middle, low, middle, kBefore, true);
  if (begin > low) {  // from the next word on
    const std::size_t space = text.find(' ', begin);
    if (space < middle) begin = space + 1;
  }
  std::size_t end = reach(text, begin, begin, high, kPassage, false);
  const bool cut = end < high;
  if (cut) {
    const std::size_t space = text.rfind(' ', end);
    const std::size_t least = marks.empty() ? begin : marks[best].end;
    if (space != std::string_view::npos && space > least) end = space;
  }
  std::vector<Mark> inside;
  for (const Mark& mark : marks) {
    if (mark.begin >= begin && mark.end <= end) inside.push_back({mark.begin - begin, mark.end - begin, mark.word});
  }
  Marked out = marked(text.substr(begin, end - begin), inside);
  if (begin > low) out.front().insert(0, "… ");
  if (cut) {
    if (out.size() % 2 == 0) out.emplace_back();
    out.back() += " …";
  }
  return out;
}

}  // namespace lectern::search
