// SPDX-License-Identifier: MIT
#include "search/analysis.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "search/names.hpp"
#include "search/words.hpp"

namespace lectern::search {
namespace {

// A word in a title says more about an article than one in its text.
constexpr std::uint64_t kTitle = 6, kTag = 3, kName = 3, kStandfirst = 2, kText = 1;
// A chunk's text: small enough to be fetched for one passage.
constexpr std::size_t kChunkBytes = 8000;

void write_list(ByteWriter& out, const std::vector<std::string>& list) {
  out.number(list.size());
  for (const std::string& it : list) out.text(it);
}

void read_list(ByteReader& in, std::vector<std::string>& list) {
  list.clear();
  for (std::size_t count = in.count(); count-- > 0 && in.good();) list.emplace_back(in.text());
}

std::size_t shared(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first - a.begin());
}

class Collector {
 public:
  Collector(std::string_view lang, Stemmer& stemmer) : lang_(lang), stemmer_(stemmer) {}

  // A text of its own: its first word is no neighbour of what was before.
  void add(std::string_view text, std::uint64_t weight) {
    std::string before;
    for_each_word(text, [&](const Word& word) {
      const std::uint32_t form = forms_.number_of(word.plain);
      if (form == terms_.size()) {
        terms_.push_back({word.kind == WordKind::word ? stemmer_.stem(word.lower, lang_) : word.plain, 0});
      }
      terms_[form].weight += weight;
      if (word.kind == WordKind::last) return;
      if (!before.empty()) pairs_.push_back(hash_of_pair(before, word.plain));
      before = word.plain;
    });
  }

  void write(ByteWriter& out, std::string_view text) {
    out.text(text);
    out.number(terms_.size());
    std::vector<std::uint32_t> order(terms_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return forms_[a] < forms_[b]; });
    std::string_view last;
    for (const std::uint32_t number : order) {
      const std::string& form = forms_[number];
      const auto& [stem_text, weight] = terms_[number];
      const std::size_t same = shared(last, form), stem = shared(form, stem_text);
      out.number(same);
      out.text(std::string_view(form).substr(same));
      out.number(stem);
      out.text(std::string_view(stem_text).substr(stem));
      out.number(weight);
      last = form;
    }
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    out.number(pairs_.size());
    for (const std::uint64_t pair : pairs_) out.fixed(pair, 5);
    forms_ = {};
    terms_.clear();
    pairs_.clear();
  }

 private:
  std::string_view lang_;
  Stemmer& stemmer_;
  struct Stemmed {
    std::string stem;
    std::uint64_t weight;
  };
  Names forms_;
  std::vector<Stemmed> terms_;  // of each form
  std::vector<std::uint64_t> pairs_;
};

// Where a text that is too long for a chunk is cut: between words, else between characters.
std::size_t cut_of(std::string_view text) {
  if (text.size() <= kChunkBytes) return text.size();
  const std::size_t space = text.rfind(' ', kChunkBytes);
  if (space != std::string_view::npos && space > kChunkBytes / 2) return space;
  std::size_t cut = kChunkBytes;
  while (cut > 1 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return cut;
}

}  // namespace

std::uint64_t hash_of_pair(std::string_view first, std::string_view second) {
  // FNV's high bits depend least on the last characters.
  const std::uint64_t hash = hash_bytes(second, hash_bytes("\n", hash_bytes(first)));
  return (hash ^ hash >> 29) & 0xFFFFFFFFFF;
}

void write_card(ByteWriter& out, const Card& card) {
  for (const std::string* text : {&card.path, &card.title, &card.standfirst, &card.lang, &card.date}) out.text(*text);
  for (const auto* list : {&card.section, &card.authors, &card.tags}) write_list(out, *list);
  out.number(card.day != kNoDay);
  if (card.day != kNoDay) out.difference(card.day);
}

bool read_card(ByteReader& in, Card& card) {
  for (std::string* text : {&card.path, &card.title, &card.standfirst, &card.lang, &card.date}) *text = in.text();
  for (auto* list : {&card.section, &card.authors, &card.tags}) read_list(in, *list);
  card.day = in.number() != 0 ? in.difference() : kNoDay;
  return in.good();
}

bool read_chunk(ByteReader& in, Chunk& chunk) {
  chunk.text = in.text();
  chunk.terms.resize(in.count());
  std::string_view last;
  for (Term& term : chunk.terms) {
    const std::size_t same = in.number();
    term.form.assign(last.substr(0, same)).append(in.text());
    const std::size_t stem = in.number();
    term.stem.assign(std::string_view(term.form).substr(0, stem)).append(in.text());
    term.weight = in.number();
    last = term.form;
  }
  chunk.pairs.resize(in.count());
  for (std::uint64_t& pair : chunk.pairs) pair = in.fixed(5);
  return in.good();
}

std::string analyse(const Article& article, Stemmer& stemmer) {
  const Card& card = article.card;
  ByteWriter chunks;
  std::size_t count = 0;
  Collector words(card.lang, stemmer);
  words.add(card.title, kTitle);
  words.add(card.standfirst, kStandfirst);
  for (const std::string& tag : card.tags) words.add(tag, kTag);
  for (const std::string& author : card.authors) words.add(author, kName);
  for (const std::string& level : card.section) words.add(level, kText);
  std::string text;
  const auto close = [&] {
    words.write(chunks, text);
    text.clear();
    ++count;
  };
  for (std::string_view rest : article.paragraphs) {
    while (!rest.empty()) {
      const std::string_view part = rest.substr(0, cut_of(rest));
      rest.remove_prefix(part.size());
      if (!text.empty() && text.size() + part.size() > kChunkBytes) close();
      if (!text.empty()) text += '\n';
      // A line end of its own would be read as a paragraph's.
      for (const char c : part) text += c == '\n' ? ' ' : c;
      words.add(part, kText);
    }
  }
  if (!text.empty() || count == 0) close();
  ByteWriter out;
  write_card(out, card);
  out.number(count);
  out.raw(chunks.take());
  return out.take();
}

}  // namespace lectern::search
