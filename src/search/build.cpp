// SPDX-License-Identifier: MIT
#include "search/build.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <set>
#include <span>
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
  std::uint32_t chunk = 0;
  std::uint32_t weight = 0;
};

struct KeyWords {
  bool is_word = false;
  std::vector<std::uint32_t> stems;  // numbers; once all are known, those of their lists
};

// Texts, each with a number in the order in which they came.
class Names {
 public:
  std::uint32_t number_of(std::string_view name) {
    const auto found = numbers_.find(name);
    if (found != numbers_.end()) return found->second;
    names_.emplace_back(name);
    return numbers_.emplace(names_.back(), static_cast<std::uint32_t>(names_.size() - 1)).first->second;
  }
  const std::string& operator[](std::uint32_t number) const { return names_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }

 private:
  struct Hash {
    std::size_t operator()(std::string_view name) const { return static_cast<std::size_t>(hash_quickly(name)); }
  };
  std::deque<std::string> names_;  // which stay where they are
  std::unordered_map<std::string_view, std::uint32_t, Hash> numbers_;
};

class Builder {
 public:
  Builder(const std::vector<std::string_view>& analyses, const ForEach& for_each)
      : analyses_(analyses), for_each_(for_each) {}

  Index build() {
    root_.first_chunk.push_back(0);
    read();
    number_lists();
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
    for (const std::string_view analysis : analyses_) {
      ByteReader in(analysis);
      Card card;
      if (!read_card(in, card)) continue;
      const std::uint64_t count = in.number();
      const std::uint32_t first = root_.first_chunk.back();
      std::uint32_t chunks = first;
      for (std::uint64_t i = 0; i < count && chunks < kMaxChunks && read_chunk(in, chunk_); ++i) take(chunk_, chunks++);
      if (chunks == first) continue;
      article_of_.resize(chunks, static_cast<std::uint32_t>(cards_.size()));
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
    std::uint64_t length = 0;
    for (const Term& term : chunk.terms) {
      length += term.weight;
      add_place(stem_of(term), number, static_cast<std::uint32_t>(term.weight));
    }
    for (const std::uint64_t pair : chunk.pairs) pairs_.push_back(pair << 24 | number);
    texts_.push_back(chunk.text);
    lengths_.push_back(static_cast<double>(length));
  }

  // Nearly every form has one stem; those of several languages have more.
  std::uint32_t stem_of(const Term& term) {
    const std::uint32_t form = forms_.number_of(term.form);
    if (form == keys_.size()) keys_.emplace_back();
    KeyWords& key = keys_[form];
    key.is_word = true;
    for (const std::uint32_t stem : key.stems) {
      if (stems_[stem] == term.stem) return stem;
    }
    key.stems.push_back(stems_.number_of(term.stem));
    return key.stems.back();
  }

  // Forms of one stem are one.
  void add_place(std::uint32_t stem, std::uint32_t chunk, std::uint32_t weight) {
    if (stem == last_place_.size()) last_place_.push_back(kNone);
    std::uint32_t& last = last_place_[stem];
    if (last != kNone && places_[last].chunk == chunk) {
      places_[last].weight += weight;
      return;
    }
    last = static_cast<std::uint32_t>(places_.size());
    places_.push_back({chunk, weight});
    stem_at_.push_back(stem);
  }

  template <typename Name>
  static std::uint32_t number_of(std::map<Name, std::uint32_t>& known, const Name& name, std::vector<Name>& list) {
    const auto [found, is_new] = known.try_emplace(name, static_cast<std::uint32_t>(list.size()));
    if (is_new) list.push_back(name);
    return found->second;
  }

  // Stems are keys too. Lists are numbered in the order of the keys, so that those of words alike are near.
  void number_lists() {
    for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) {
      const std::uint32_t form = forms_.number_of(stems_[stem]);
      if (form == keys_.size()) keys_.emplace_back();
      auto& own = keys_[form].stems;
      if (std::find(own.begin(), own.end(), stem) == own.end()) own.push_back(stem);
    }
    order_.resize(keys_.size());
    std::iota(order_.begin(), order_.end(), 0u);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) { return forms_[a] < forms_[b]; });
    std::vector<std::uint32_t> list_of(stems_.size(), kNone);
    std::uint32_t lists = 0;
    for (const std::uint32_t form : order_) {
      for (const std::uint32_t stem : keys_[form].stems) {
        if (list_of[stem] == kNone) list_of[stem] = lists++;
      }
    }
    for (KeyWords& key : keys_) {
      for (std::uint32_t& stem : key.stems) stem = list_of[stem];
      std::sort(key.stems.begin(), key.stems.end());
    }
    sort_places(list_of);
  }

  // By their lists; in each, chunks are in order already.
  void sort_places(const std::vector<std::uint32_t>& list_of) {
    list_ends_.assign(stems_.size() + 1, 0);
    for (const std::uint32_t stem : stem_at_) ++list_ends_[list_of[stem] + 1];
    std::partial_sum(list_ends_.begin(), list_ends_.end(), list_ends_.begin());
    std::vector<std::uint32_t> next(list_ends_.begin(), list_ends_.end() - 1);
    std::vector<Occurrence> sorted(places_.size());
    for (std::size_t i = 0; i < places_.size(); ++i) sorted[next[list_of[stem_at_[i]]]++] = places_[i];
    places_ = std::move(sorted);
    stem_at_ = {};
    last_place_ = {};
  }

  void add_lists() {
    double sum = 0;
    for (const double length : lengths_) sum += length;
    const double usual = usual_length(sum / static_cast<double>(std::max<std::size_t>(lengths_.size(), 1)));
    articles_.assign(stems_.size(), 0);
    ByteWriter out;
    for (std::uint32_t list = 0; list < stems_.size(); ++list) {
      const auto begin = places_.begin() + list_ends_[list], end = places_.begin() + list_ends_[list + 1];
      if (out.size() == 0) open(Kind::lists, "", list);
      ByteWriter own;
      own.number(static_cast<std::uint64_t>(end - begin));
      std::uint32_t before = 0, article = kNone;
      for (auto it = begin; it != end; ++it) {
        own.number(it->chunk - before);
        before = it->chunk;
        if (article_of_[before] != article) ++articles_[list];
        article = article_of_[before];
      }
      for (auto it = begin; it != end; ++it) own.number(impact_of(it->weight, lengths_[it->chunk] / usual));
      out.text(own.take());
      if (out.size() >= kListPartBytes) close(out);
    }
    close(out);
    places_ = {};
  }

  void add_dictionary() {
    std::vector<Key> words, ends;
    for (const std::uint32_t form : order_) {
      const KeyWords& key = keys_[form];
      Key& word = words.emplace_back();
      word.text = forms_[form];
      word.is_word = key.is_word;
      for (const std::uint32_t list : key.stems) word.lists.push_back({list, articles_[list]});
      if (!key.is_word) continue;
      ends.push_back(word);
      ends.back().text = reversed(word.text);
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
    int bits = 0;
    while (bits < 16 && (pairs_.size() * 4 >> bits) > kPairPartBytes) ++bits;
    const std::size_t parts = std::size_t{1} << bits;
    const auto part_of = [bits](std::uint64_t pair) { return static_cast<std::size_t>(pair >> (64 - bits - 1) >> 1); };
    std::vector<std::size_t> ends(parts + 1);
    for (const std::uint64_t pair : pairs_) ++ends[part_of(pair) + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<std::uint64_t> sorted(pairs_.size());
    std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
    for (const std::uint64_t pair : pairs_) sorted[next[part_of(pair)]++] = pair;
    pairs_ = {};
    std::vector<ByteWriter> written(parts);
    for_each_(parts, [&](std::size_t part) {
      const auto begin = sorted.begin() + static_cast<std::ptrdiff_t>(ends[part]);
      const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(ends[part + 1]);
      std::sort(begin, end);
      write_pairs({begin, end}, bits, written[part]);
    });
    for (ByteWriter& out : written) {
      open(Kind::pairs, "", 0);
      close(out);
    }
  }

  // The hash and the chunks of each. The part says the first bits of the hash.
  static void write_pairs(std::span<const std::uint64_t> pairs, int bits, ByteWriter& out) {
    std::uint64_t before = 0;
    for (std::size_t at = 0; at < pairs.size();) {
      const std::uint64_t hash = pairs[at] >> 24;
      std::size_t end = at;
      while (end < pairs.size() && pairs[end] >> 24 == hash) ++end;
      const std::uint64_t own = hash & ((std::uint64_t{1} << (40 - bits)) - 1);
      out.number(own - before);
      out.number(end - at);
      before = own;
      for (std::uint64_t chunk = 0; at < end; ++at) {
        out.number((pairs[at] & 0xFFFFFF) - chunk);
        chunk = pairs[at] & 0xFFFFFF;
      }
    }
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
    index_.files.push_back({"", out.take()});
    places_of_.emplace_back(kind_, parts.size() - 1);
    out = {};
  }

  void finish() {
    const std::size_t count = index_.files.size();
    for_each_(count, [&](std::size_t i) {
      const auto [kind, number] = places_of_[i];
      Part& part = root_.parts[static_cast<std::size_t>(kind)][number];
      part.hash = hash_of_file(index_.files[i].bytes);
      index_.files[i].name = name_of(kind, part);
    });
    std::string root = write_root(root_);
    const std::string name = file_name("search", hash_of_file(root));
    index_.files.push_back({name, std::move(root)});
  }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  const std::vector<std::string_view>& analyses_;
  const ForEach& for_each_;
  Chunk chunk_;                         // the one that is read, so that its memory is taken once
  Names forms_, stems_;                 // forms of words, and stems as forms
  std::vector<KeyWords> keys_;          // by form
  std::vector<std::uint32_t> order_;    // of forms
  std::vector<Occurrence> places_;      // as they come; then by list
  std::vector<std::uint32_t> stem_at_;  // of each place, as they come
  std::vector<std::uint32_t> last_place_;  // of each stem
  std::vector<std::uint32_t> list_ends_;   // in places_
  std::vector<std::uint32_t> articles_;    // of each list
  std::vector<std::uint32_t> article_of_;  // of each chunk
  std::vector<std::uint64_t> pairs_;       // hash and chunk
  std::vector<double> lengths_;            // of each chunk
  std::vector<std::string_view> texts_;
  std::vector<Card> cards_;
  std::set<std::string> langs_;
  Root root_;
  Index index_;
  Kind kind_ = Kind::words;
  std::vector<std::pair<Kind, std::size_t>> places_of_;  // in the root, of each file
};

}  // namespace

void one_by_one(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

Index build_index(const std::vector<std::string_view>& analyses, const ForEach& for_each) {
  return Builder(analyses, for_each).build();
}

}  // namespace lectern::search
