// SPDX-License-Identifier: MIT
#include "search/build.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "search/analysis.hpp"
#include "search/dictionary.hpp"
#include "search/impact.hpp"
#include "search/root.hpp"

namespace lectern::search {
namespace {

constexpr std::size_t kListPartBytes = 16'000, kTextPartBytes = 14'000;
constexpr std::size_t kPairPartBytes = 20'000;  // on average: they are cut by hash
constexpr std::uint32_t kMaxChunks = 0xFFFFFF;   // as pairs are written

struct Occurrence {
  std::uint32_t stem = 0, chunk = 0;
  std::uint32_t weight = 0;
};

struct KeyWords {
  bool is_word = false;
  std::vector<std::uint32_t> stems;  // numbers; once all are known, those of their lists
};

class Builder {
 public:
  Builder(const std::vector<std::string>& analyses, const PackAll& pack) : analyses_(analyses), pack_(pack) {}

  Index build() {
    root_.first_chunk.push_back(0);
    read();
    number_keys();
    add_lists();
    add_dictionary();
    add_pairs();
    add_texts();
    root_.langs.assign(langs_.begin(), langs_.end());
    finish();
    return std::move(index_);
  }

 private:
  void read() {
    std::map<std::vector<std::string>, std::uint32_t> sections;
    std::map<std::string, std::uint32_t> authors;
    for (const std::string& analysis : analyses_) {
      ByteReader in(analysis);
      Card card;
      Chunk chunk;
      if (!read_card(in, card)) continue;
      const std::uint64_t count = in.number();
      const std::uint32_t first = root_.first_chunk.back();
      std::uint32_t chunks = first;
      for (std::uint64_t i = 0; i < count && chunks < kMaxChunks && read_chunk(in, chunk); ++i) take(chunk, chunks++);
      if (chunks == first) continue;
      root_.first_chunk.push_back(chunks);
      langs_.insert(card.lang.substr(0, card.lang.find('-')));
      std::uint32_t section = 0;
      for (std::size_t depth = 1; depth <= card.section.size(); ++depth) {  // columns above it are asked for too
        const auto end = card.section.begin() + static_cast<std::ptrdiff_t>(depth);
        section = number_of(sections, std::vector<std::string>(card.section.begin(), end), root_.sections) + 1;
      }
      root_.section.push_back(section);
      auto& own = root_.authors.emplace_back();
      for (const std::string& author : card.authors) own.push_back(number_of(authors, author, root_.author_names));
      root_.day.push_back(card.day);
      cards_.push_back(std::move(card));
    }
  }

  void take(const Chunk& chunk, std::uint32_t number) {
    std::vector<Occurrence> own;
    std::uint64_t length = 0;
    for (const Term& term : chunk.terms) {
      length += term.weight;
      const std::uint32_t stem = stem_of(term.stem);
      auto& key = keys_[term.form];
      key.is_word = true;
      if (std::find(key.stems.begin(), key.stems.end(), stem) == key.stems.end()) key.stems.push_back(stem);
      own.push_back({stem, number, static_cast<std::uint32_t>(term.weight)});
    }
    std::sort(own.begin(), own.end(), [](const Occurrence& a, const Occurrence& b) { return a.stem < b.stem; });
    for (const Occurrence& it : own) {  // forms of one stem are one
      const bool same = !places_.empty() && places_.back().stem == it.stem && places_.back().chunk == number;
      if (same) places_.back().weight += it.weight;
      else places_.push_back(it);
    }
    for (const std::uint64_t pair : chunk.pairs) pairs_.push_back(pair << 24 | number);
    texts_.push_back(chunk.text);
    lengths_.push_back(static_cast<double>(length));
  }

  std::uint32_t stem_of(const std::string& stem) {
    const auto [found, is_new] = stems_.try_emplace(stem, static_cast<std::uint32_t>(stems_.size()));
    if (is_new) stem_names_.push_back(&found->first);
    return found->second;
  }

  template <typename Name>
  static std::uint32_t number_of(std::map<Name, std::uint32_t>& known, const Name& name, std::vector<Name>& list) {
    const auto [found, is_new] = known.try_emplace(name, static_cast<std::uint32_t>(list.size()));
    if (is_new) list.push_back(name);
    return found->second;
  }

  // Stems are keys too. Lists are numbered in the order of the keys, so that those of words alike are near.
  void number_keys() {
    for (std::uint32_t stem = 0; stem < stem_names_.size(); ++stem) {
      auto& own = keys_[*stem_names_[stem]].stems;
      if (std::find(own.begin(), own.end(), stem) == own.end()) own.push_back(stem);
    }
    for (const auto& entry : keys_) order_.push_back(&entry);
    std::sort(order_.begin(), order_.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    constexpr std::uint32_t kNone = 0xFFFFFFFF;
    std::vector<std::uint32_t> list_of(stem_names_.size(), kNone);
    std::uint32_t lists = 0;
    for (const auto* entry : order_) {
      for (const std::uint32_t stem : entry->second.stems) {
        if (list_of[stem] == kNone) list_of[stem] = lists++;
      }
    }
    for (Occurrence& it : places_) it.stem = list_of[it.stem];
    for (auto& [form, key] : keys_) {
      for (std::uint32_t& stem : key.stems) stem = list_of[stem];
      std::sort(key.stems.begin(), key.stems.end());
    }
    std::sort(places_.begin(), places_.end(), [](const Occurrence& a, const Occurrence& b) {
      return a.stem != b.stem ? a.stem < b.stem : a.chunk < b.chunk;
    });
    articles_.assign(lists, 0);
  }

  std::size_t article_of(std::uint32_t chunk) const {
    return static_cast<std::size_t>(std::upper_bound(root_.first_chunk.begin(), root_.first_chunk.end(), chunk) - root_.first_chunk.begin());
  }

  void add_lists() {
    double sum = 0;
    for (const double length : lengths_) sum += length;
    const double usual = usual_length(sum / static_cast<double>(std::max<std::size_t>(lengths_.size(), 1)));
    ByteWriter out;
    for (std::size_t i = 0, end = 0; i < places_.size(); i = end) {
      while (end < places_.size() && places_[end].stem == places_[i].stem) ++end;
      const std::uint32_t list = places_[i].stem;
      if (out.size() == 0) open(Kind::lists, "", list);
      ByteWriter own;
      own.number(end - i);
      std::uint32_t before = 0;
      std::size_t article = 0;
      for (std::size_t k = i; k < end; ++k) {
        own.number(places_[k].chunk - before);
        before = places_[k].chunk;
        const std::size_t now = article_of(before);
        if (now != article) ++articles_[list];
        article = now;
      }
      for (std::size_t k = i; k < end; ++k) own.number(impact_of(places_[k].weight, lengths_[places_[k].chunk] / usual));
      out.text(own.take());
      if (out.size() >= kListPartBytes) close(out);
    }
    close(out);
    places_ = {};
  }

  void add_dictionary() {
    std::vector<Key> words, ends;
    for (const auto* entry : order_) {
      const auto& [form, key] = *entry;
      Key& word = words.emplace_back();
      word.text = form;
      word.is_word = key.is_word;
      for (const std::uint32_t list : key.stems) word.lists.push_back({list, articles_[list]});
      if (!key.is_word) continue;
      ends.push_back(word);
      ends.back().text = reversed(form);
    }
    std::sort(ends.begin(), ends.end(), [](const Key& a, const Key& b) { return a.text < b.text; });
    add_keys(Kind::words, words);
    add_keys(Kind::ends, ends);
  }

  void add_keys(Kind kind, const std::vector<Key>& keys) {
    for (DictionaryPart& part : write_dictionary(keys)) {
      open(kind, part.first_key, 0);
      ByteWriter out;
      out.raw(part.bytes);
      close(out);
    }
  }

  // Cut by the first bits of the hash into a power of two of parts.
  void add_pairs() {
    std::sort(pairs_.begin(), pairs_.end());
    int bits = 0;
    while (bits < 16 && (pairs_.size() * 4 >> bits) > kPairPartBytes) ++bits;
    std::size_t at = 0;
    for (std::uint64_t part = 0; part < std::uint64_t{1} << bits; ++part) {
      ByteWriter out;
      std::uint64_t before = 0;
      open(Kind::pairs, "", 0);
      while (at < pairs_.size() && pairs_[at] >> (64 - bits - 1) >> 1 == part) {
        const std::uint64_t hash = pairs_[at] >> 24;
        std::size_t end = at;
        while (end < pairs_.size() && pairs_[end] >> 24 == hash) ++end;
        const std::uint64_t own = bits == 0 ? hash : hash & ((std::uint64_t{1} << (40 - bits)) - 1);
        out.number(own - before);
        out.number(end - at);
        before = own;
        for (std::uint64_t chunk = 0; at < end; ++at) {
          out.number((pairs_[at] & 0xFFFFFF) - chunk);
          chunk = pairs_[at] & 0xFFFFFF;
        }
      }
      close(out);
    }
    pairs_ = {};
  }

  void add_texts() {
    ByteWriter out;
    std::size_t article = 0;
    for (std::uint32_t chunk = 0; chunk < texts_.size(); ++chunk) {
      if (out.size() == 0) open(Kind::texts, "", chunk);
      ByteWriter own;
      if (root_.first_chunk[article] == chunk) write_card(own, cards_[article++]);
      own.text(texts_[chunk]);
      out.text(own.take());
      if (out.size() >= kTextPartBytes) close(out);
    }
    close(out);
  }

  void open(Kind kind, const std::string& key, std::uint64_t first) {
    kind_ = kind;
    root_.parts[static_cast<std::size_t>(kind)].push_back({0, key, first});
  }
  void close(ByteWriter& out) {
    if (out.size() == 0) return;
    auto& parts = root_.parts[static_cast<std::size_t>(kind_)];
    packed_.push_back(out.take());
    places_of_.emplace_back(kind_, parts.size() - 1);
    out = {};
  }

  void finish() {
    pack_(packed_);
    for (std::size_t i = 0; i < packed_.size(); ++i) {
      const auto [kind, number] = places_of_[i];
      Part& part = root_.parts[static_cast<std::size_t>(kind)][number];
      part.hash = hash_bytes(packed_[i]) & 0xFFFFFFFFFF;
      index_.files.push_back({name_of(kind, part), std::move(packed_[i])});
    }
    std::vector<std::string> root{write_root(root_)};
    pack_(root);
    index_.files.push_back({file_name("search", hash_bytes(root[0]) & 0xFFFFFFFFFF), std::move(root[0])});
  }

  const std::vector<std::string>& analyses_;
  const PackAll& pack_;
  std::unordered_map<std::string, KeyWords> keys_;         // forms, and stems
  std::vector<const std::pair<const std::string, KeyWords>*> order_;
  std::unordered_map<std::string, std::uint32_t> stems_;
  std::vector<const std::string*> stem_names_;
  std::vector<std::uint32_t> articles_;                   // of each list
  std::vector<Occurrence> places_;
  std::vector<std::uint64_t> pairs_;  // hash and chunk
  std::vector<double> lengths_;       // of each chunk
  std::vector<std::string_view> texts_;
  std::vector<Card> cards_;
  std::set<std::string> langs_;
  Root root_;
  Index index_;
  Kind kind_ = Kind::words;
  std::vector<std::string> packed_;
  std::vector<std::pair<Kind, std::size_t>> places_of_;
};

}  // namespace

Index build_index(const std::vector<std::string>& analyses, const PackAll& pack) {
  return Builder(analyses, pack).build();
}

}  // namespace lectern::search
