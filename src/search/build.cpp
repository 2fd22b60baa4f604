// SPDX-License-Identifier: MIT
#include "search/build.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <utility>

#include "search/analysis.hpp"
#include "search/dictionary.hpp"
#include "search/impact.hpp"
#include "search/root.hpp"
#include "search/stretch.hpp"

namespace lectern::search {
namespace {

constexpr std::size_t kListPartBytes = 16'000, kTextPartBytes = 14'000;
constexpr std::size_t kPairPartBytes = 20'000;  // on average: they are cut by hash

constexpr std::size_t kStretch = 256;  // articles
constexpr std::size_t kAtOnce = 8;     // stretches
constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct KeyWords {
  bool is_word = false;
  std::vector<std::uint32_t> stems;  // numbers; once all are known, those of their lists
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
  // Some at a time, since what each says of words is needed only until it is added.
  void read() {
    for (std::size_t at = 0; at < analyses_.size(); at += kStretch * kAtOnce) {
      std::vector<Stretch> read((std::min(kStretch * kAtOnce, analyses_.size() - at) + kStretch - 1) / kStretch);
      for_each_(read.size(), [&](std::size_t i) {
        const std::size_t begin = at + i * kStretch;
        read[i] = read_stretch(std::span(analyses_).subspan(begin, std::min(kStretch, analyses_.size() - begin)));
      });
      for (Stretch& stretch : read) {
        if (stretch.chunks() > kMaxChunks - root_.first_chunk.back()) return;
        add(std::move(stretch));
      }
    }
  }

  void add(Stretch stretch) {
    Placed& placed = stretches_.emplace_back();
    placed.first_chunk = root_.first_chunk.back();
    for (std::size_t i = 0; i < stretch.cards.size(); ++i) {
      root_.first_chunk.push_back(placed.first_chunk + stretch.chunk_ends[i]);
      article_of_.resize(root_.first_chunk.back(), static_cast<std::uint32_t>(root_.articles()));
      add_card(stretch.cards[i]);
    }
    for (std::uint32_t stem = 0; stem < stretch.stems.size(); ++stem) placed.stems.push_back(stems_.number_of(stretch.stems[stem]));
    for (std::uint32_t form = 0; form < stretch.forms.size(); ++form) {
      KeyWords& key = key_of(stretch.forms[form]);
      key.is_word = true;
      for (const std::uint32_t stem : stretch.stems_of[form]) add_stem(placed.stems[stem], key);
    }
    lengths_.insert(lengths_.end(), stretch.lengths.begin(), stretch.lengths.end());
    stretch.forms = stretch.stems = {};
    stretch.stems_of = {};
    placed.stretch = std::move(stretch);
  }

  void add_card(const Card& card) {
    langs_.insert(card.lang.substr(0, card.lang.find('-')));
    std::uint32_t section = 0;
    for (std::size_t depth = 1; depth <= card.section.size(); ++depth) {  // columns above it are asked for too
      const auto end = card.section.begin() + static_cast<std::ptrdiff_t>(depth);
      section = number_of(sections_, std::vector<std::string>(card.section.begin(), end), root_.sections) + 1;
    }
    root_.section.push_back(section);
    auto& own = root_.authors.emplace_back();
    for (const std::string& author : card.authors) own.push_back(number_of(authors_, author, root_.author_names));
    root_.day.push_back(card.day);
  }

  KeyWords& key_of(std::string_view form) {
    const std::uint32_t number = forms_.number_of(form);
    if (number == keys_.size()) keys_.emplace_back();
    return keys_[number];
  }

  static void add_stem(std::uint32_t stem, KeyWords& key) {
    if (std::find(key.stems.begin(), key.stems.end(), stem) == key.stems.end()) key.stems.push_back(stem);
  }

  template <typename Name>
  static std::uint32_t number_of(std::map<Name, std::uint32_t>& known, const Name& name, std::vector<Name>& list) {
    const auto [found, is_new] = known.try_emplace(name, static_cast<std::uint32_t>(list.size()));
    if (is_new) list.push_back(name);
    return found->second;
  }

  // Stems are keys too. Lists are numbered in the order of the keys, so that those of words alike are near.
  void number_lists() {
    for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) add_stem(stem, key_of(stems_[stem]));
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
    for (Placed& it : stretches_) {
      for (std::uint32_t& stem : it.stems) stem = list_of[stem];
      for (const std::uint32_t stem : it.stretch.stem_at) ++list_ends_[it.stems[stem] + 1];
    }
    std::partial_sum(list_ends_.begin(), list_ends_.end(), list_ends_.begin());
    std::vector<std::uint32_t> next(list_ends_.begin(), list_ends_.end() - 1);
    places_.resize(list_ends_.back());
    for (Placed& it : stretches_) {
      for (std::size_t i = 0; i < it.stretch.places.size(); ++i) {
        const Occurrence& place = it.stretch.places[i];
        places_[next[it.stems[it.stretch.stem_at[i]]]++] = {it.first_chunk + place.chunk, place.weight};
      }
      it.stretch.places = {};
      it.stretch.stem_at = {};
    }
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
    std::size_t count = 0;
    for (const Placed& it : stretches_) count += it.stretch.pairs.size();
    int bits = 0;
    while (bits < 16 && (count * 4 >> bits) > kPairPartBytes) ++bits;
    const std::size_t parts = std::size_t{1} << bits;
    const auto part_of = [bits](std::uint64_t pair) { return static_cast<std::size_t>(pair >> (64 - bits - 1) >> 1); };
    std::vector<std::size_t> ends(parts + 1);
    for (const Placed& it : stretches_) {
      for (const std::uint64_t pair : it.stretch.pairs) ++ends[part_of(pair) + 1];
    }
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<std::uint64_t> sorted(count);
    std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
    for (Placed& it : stretches_) {
      for (const std::uint64_t pair : it.stretch.pairs) sorted[next[part_of(pair)]++] = pair + it.first_chunk;
      it.stretch.pairs = {};
    }
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
    for (const auto& [first_chunk, stems, stretch] : stretches_) {
      std::size_t article = 0;
      for (std::uint32_t chunk = 0; chunk < stretch.chunks(); ++chunk) {
        if (out.size() == 0) open(Kind::texts, "", first_chunk + chunk);
        ByteWriter own;
        if (chunk == (article == 0 ? 0 : stretch.chunk_ends[article - 1])) write_card(own, stretch.cards[article++]);
        own.text(stretch.texts[chunk]);
        out.text(own.take());
        if (out.size() >= kTextPartBytes) close(out);
      }
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

  // A stretch in the whole: its first chunk, and its stems' numbers; once all are known, those of their lists.
  struct Placed {
    std::uint32_t first_chunk = 0;
    std::vector<std::uint32_t> stems;
    Stretch stretch;
  };

  const std::vector<std::string_view>& analyses_;
  const ForEach& for_each_;
  std::deque<Placed> stretches_;
  Names forms_, stems_;                    // forms of words, and stems as forms
  std::vector<KeyWords> keys_;             // by form
  std::vector<std::uint32_t> order_;       // of forms
  std::vector<Occurrence> places_;         // by list
  std::vector<std::uint32_t> list_ends_;   // in places_
  std::vector<std::uint32_t> articles_;    // of each list
  std::vector<std::uint32_t> article_of_;  // of each chunk
  std::vector<double> lengths_;            // of each chunk
  std::map<std::vector<std::string>, std::uint32_t> sections_;
  std::map<std::string, std::uint32_t> authors_;
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
