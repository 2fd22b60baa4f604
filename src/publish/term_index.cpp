// SPDX-License-Identifier: MIT
#include "publish/term_index.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "publish/memory.hpp"
#include "publish/parallel.hpp"
#include "publish/words.hpp"

namespace lectern::publish {
namespace {

// A word in a title says more about a story than one in its text.
constexpr float kTitle = 4, kTag = 3, kStandfirst = 2, kText = 1;

// BM25's usual constants: how fast more of a word stops to count, and how much length is held
// against it.
constexpr float kSaturation = 1.2f, kLength = 0.75f;

constexpr std::size_t kKeyWords =
    24;  // telling words of a story; more change its neighbours little
constexpr std::size_t kMaxPostings =
    1000;  // those most about a term; keeps a query's cost from growing with n
constexpr std::size_t kShards = 64;  // of the hashes, so that threads share the sorting

using Count = TermCount;

constexpr int kPrefixBits = 16;  // of a term's hash

struct Occurrence {
  std::uint64_t hash;
  std::uint32_t story;
  float weight;
};

using TakeText = std::function<void(const std::string&)>;

void for_each_text(const model::Blocks& blocks, const TakeText& take) {
  for (const model::Block& block : blocks) {
    if (!block.inlines.empty()) take(model::words_of(block.inlines));
    for_each_text(block.children, take);
  }
}

std::string_view language_of(const Content& content, std::size_t story) {
  const std::string& own = content.stories[story].article.lang;
  const std::string_view lang = own.empty() ? content.publication.lang : own;
  return lang.substr(0, lang.find('-'));
}

std::uint64_t hash_of_text(const model::Article& article) {
  std::uint64_t hash = hash_bytes(article.title);
  const std::function<void(const model::Blocks&)> add = [&](const model::Blocks& blocks) {
    for (const model::Block& block : blocks) {
      hash =
          hash_bytes("\n", hash_bytes(model::text_of(block.inlines), hash_bytes(block.text, hash)));
      add(block.children);
    }
  };
  add(article.body);
  return hash;
}

// In the order of their hashes.
std::vector<Count> count_words(const Content& content, std::size_t story) {
  std::unordered_map<std::uint64_t, float> words;
  words.reserve(512);  // an article of a thousand words has about as many different ones
  for_each_story_word(content, story, [&](std::uint64_t hash, std::string_view, float weight) {
    words[hash] += weight;
  });
  std::vector<Count> counts;
  counts.reserve(words.size());
  for (const auto& [hash, weight] : words)
    counts.push_back({hash, weight, false});
  std::set<std::uint64_t> tags;
  for (const std::string& tag : content.stories[story].article.tags)
    tags.insert(hash_of_tag(tag));
  for (const std::uint64_t hash : tags)
    counts.push_back({hash, kTag, true});
  std::sort(counts.begin(), counts.end(),
            [](const Count& a, const Count& b) { return a.hash < b.hash; });
  return counts;
}

class IndexBuilder {
 public:
  IndexBuilder(const Content& content, int jobs, BuildMemory* memory)
      : content_(content), jobs_(jobs), counts_(content.stories.size()) {
    if (memory) recall(*memory);
  }

  TermIndex build() {
    const std::size_t stories = content_.stories.size();
    index_.texts.resize(stories);
    index_.keys.resize(stories);
    parallel(stories, [&](std::size_t i) { count(i); });
    measure();
    std::vector<std::vector<Occurrence>> shards(kShards);
    reserve(shards);
    for (std::size_t i = 0; i < stories; ++i) {
      for (const Count& count : counts_[i]) {
        // The highest six bits, so that the shards too are in the order of the hashes.
        shards[count.hash >> 58].push_back(
            {count.hash, static_cast<std::uint32_t>(i), count.weight});
        if (count.tag) tags_.insert(count.hash);
      }
    }
    std::vector<TermIndex> parts(kShards);
    parallel(kShards, [&](std::size_t i) { add_shard(std::move(shards[i]), parts[i]); });
    for (const TermIndex& part : parts) {
      const auto before = static_cast<std::uint32_t>(index_.postings.size());
      for (Term term : part.terms) {
        term.begin += before;
        term.end += before;
        index_.terms.push_back(term);
      }
      index_.postings.insert(index_.postings.end(), part.postings.begin(), part.postings.end());
    }
    find_prefixes();
    parallel(stories, [&](std::size_t i) { choose_keys(i); });
    return std::move(index_);
  }

 private:
  template <typename Work>
  void parallel(std::size_t count, Work work) {
    const Finish finish = for_each_index(count, jobs_, [&](std::size_t i) {
      work(i);
      return true;
    });
    if (finish == Finish::full) throw std::bad_alloc();
  }

  // They hold every word of every story: what growing would leave over is worth the counting.
  void reserve(std::vector<std::vector<Occurrence>>& shards) const {
    std::vector<std::size_t> sizes(kShards);
    for (const auto& counts : counts_) {
      for (const Count& count : counts)
        ++sizes[count.hash >> 58];
    }
    for (std::size_t i = 0; i < kShards; ++i)
      shards[i].reserve(sizes[i]);
  }

  // Finds each story's place in the memory, and forgets those that have gone.
  void recall(BuildMemory& memory) {
    std::map<std::string, BuildMemory::Counted> before = std::exchange(memory.terms, {});
    for (const Story& story : content_.stories) {
      auto node = before.extract(story.article.id);
      auto place = node.empty() ? memory.terms.try_emplace(story.article.id).first
                                : memory.terms.insert(std::move(node)).position;
      known_.push_back(&place->second);
    }
  }

  void count(std::size_t story) {
    const std::uint64_t source = content_.stories[story].source_hash;
    BuildMemory::Counted* known = known_.empty() || source == 0 ? nullptr : known_[story];
    const std::uint64_t of = hash_bytes(language_of(content_, story), source);
    if (!known || known->of != of) {
      counts_[story] = count_words(content_, story);
      index_.texts[story] = hash_of_text(content_.stories[story].article);
      if (known) *known = {of, index_.texts[story], counts_[story]};
    } else {
      counts_[story] = known->counts;
      index_.texts[story] = known->text;
    }
  }

  void measure() {
    double sum = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      float length = 0;
      for (const Count& count : counts_[i])
        length += count.weight;
      lengths_.push_back(length);
      sum += static_cast<double>(length);
      ++stories_of_[language_of(content_, i)];
    }
    mean_length_ =
        counts_.empty()
            ? 1
            : std::max(1.0f, static_cast<float>(sum / static_cast<double>(counts_.size())));
  }

  float saturated(float weight, std::size_t story) const {
    const float length = 1 - kLength + kLength * lengths_[story] / mean_length_;
    return weight * (kSaturation + 1) / (weight + kSaturation * length);
  }

  void add_shard(std::vector<Occurrence> shard, TermIndex& part) const {
    std::sort(shard.begin(), shard.end(), [](const Occurrence& a, const Occurrence& b) {
      return a.hash != b.hash ? a.hash < b.hash : a.story < b.story;
    });
    for (std::size_t i = 0, end = 0; i < shard.size(); i = end) {
      while (end < shard.size() && shard[end].hash == shard[i].hash)
        ++end;
      add_term(shard.data() + i, end - i, part);
    }
  }

  void add_term(const Occurrence* first, std::size_t count, TermIndex& part) const {
    const bool tag = tags_.contains(first->hash);
    const std::size_t all =
        tag ? counts_.size() : stories_of_.at(language_of(content_, first->story));
    const std::size_t most =
        tag ? all : all * 3 / 10 + 2;  // 2, so that a small publication has words too
    if (count < 2 || count > most) return;
    Term term;
    term.hash = first->hash;
    const auto with = static_cast<double>(count);
    term.rarity =
        static_cast<float>(std::log(1 + (static_cast<double>(all) - with + 0.5) / (with + 0.5)));
    std::vector<Posting> postings;
    for (std::size_t i = 0; i < count; ++i)
      postings.push_back({first[i].story, saturated(first[i].weight, first[i].story)});
    if (count > kMaxPostings) {
      const auto cut = postings.begin() + kMaxPostings;
      std::nth_element(postings.begin(), cut, postings.end(),
                       [](const Posting& a, const Posting& b) {
                         return a.weight != b.weight ? a.weight > b.weight : a.story < b.story;
                       });
      postings.erase(cut, postings.end());
      std::sort(postings.begin(), postings.end(),
                [](const Posting& a, const Posting& b) { return a.story < b.story; });
    }
    term.begin = static_cast<std::uint32_t>(part.postings.size());
    part.postings.insert(part.postings.end(), postings.begin(), postings.end());
    term.end = static_cast<std::uint32_t>(part.postings.size());
    part.terms.push_back(term);
  }

  // Where the terms of each prefix begin: a search from there has a few to look at, not all.
  void find_prefixes() {
    prefixes_.assign((std::size_t{1} << kPrefixBits) + 1, 0);
    for (const Term& term : index_.terms) ++prefixes_[prefix_of(term.hash) + 1];
    std::partial_sum(prefixes_.begin(), prefixes_.end(), prefixes_.begin());
  }
  static std::size_t prefix_of(std::uint64_t hash) { return hash >> (64 - kPrefixBits); }

  // Tags first, then words, the most telling first.
  void choose_keys(std::size_t story) {
    std::vector<KeyTerm>& keys = index_.keys[story];
    for (const Count& count : std::exchange(counts_[story], {})) {
      const std::size_t prefix = prefix_of(count.hash);
      const auto end = index_.terms.begin() + static_cast<std::ptrdiff_t>(prefixes_[prefix + 1]);
      const auto found =
          std::lower_bound(index_.terms.begin() + static_cast<std::ptrdiff_t>(prefixes_[prefix]),
                           end, count.hash,
                           [](const Term& term, std::uint64_t hash) { return term.hash < hash; });
      if (found == end || found->hash != count.hash) continue;
      keys.push_back({static_cast<std::uint32_t>(found - index_.terms.begin()),
                      saturated(count.weight, story), count.tag});
    }
    std::sort(keys.begin(), keys.end(), [&](const KeyTerm& a, const KeyTerm& b) {
      if (a.tag != b.tag) return a.tag;
      const float telling_a = a.weight * index_.terms[a.term].rarity;
      const float telling_b = b.weight * index_.terms[b.term].rarity;
      return telling_a != telling_b ? telling_a > telling_b : a.term < b.term;
    });
    const auto words =
        std::find_if(keys.begin(), keys.end(), [](const KeyTerm& key) { return !key.tag; });
    const auto most = static_cast<std::size_t>(words - keys.begin()) + kKeyWords;
    if (keys.size() > most) keys.resize(most);
    keys.shrink_to_fit();
  }

  const Content& content_;
  const int jobs_;
  std::vector<BuildMemory::Counted*> known_;  // of each story; empty without a memory
  std::vector<std::vector<Count>> counts_;
  std::vector<std::size_t> prefixes_;  // by the first bits of a hash, the index of its first term
  std::vector<float> lengths_;
  float mean_length_ = 1;
  std::map<std::string_view, std::size_t> stories_of_;  // by language
  std::set<std::uint64_t> tags_;
  TermIndex index_;
};

}  // namespace

std::uint64_t hash_of_tag(std::string_view tag) {
  return hash_bytes(fold_name(tag), hash_bytes("tag"));
}

void for_each_story_word(const Content& content, std::size_t story,
                         const std::function<void(std::uint64_t, std::string_view, float)>& take) {
  const model::Article& article = content.stories[story].article;
  const std::uint64_t seed = hash_bytes(language_of(content, story), hash_bytes("word"));
  float weight = kTitle;
  const std::function<void(const std::string&, std::string_view)> word =
      [&](const std::string& folded, std::string_view form) {
        take(hash_bytes(folded, seed), form, weight);
      };
  for_each_word(article.title, word);
  weight = kTag;
  for (const std::string& tag : article.tags)
    for_each_word(tag, word);
  weight = kStandfirst;
  for_each_word(article.standfirst, word);
  weight = kText;
  for_each_text(article.body, [&](const std::string& text) { for_each_word(text, word); });
}

TermIndex build_term_index(const Content& content, int jobs, BuildMemory* memory) {
  return IndexBuilder(content, jobs, memory).build();
}

}  // namespace lectern::publish
