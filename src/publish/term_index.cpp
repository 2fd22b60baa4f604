// SPDX-License-Identifier: MIT
#include "publish/term_index.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <set>
#include <utility>

#include "base/hash.hpp"
#include "publish/parallel.hpp"

namespace lectern::publish {
namespace {

// BM25's usual constants: how fast more of a word stops to count, and how much length is held
// against it.
constexpr float kSaturation = 1.2f, kLength = 0.75f;

constexpr std::size_t kKeyWords =
    24;  // telling words of a story; more change its neighbours little
constexpr std::size_t kMaxPostings =
    1000;  // those most about a term; keeps a query's cost from growing with n

// The first bits of a hash are a shard: threads share the sorting of shards, and a search for a term has a few to
// look at, not all.
constexpr int kShardBits = 13;
constexpr std::size_t kShards = std::size_t{1} << kShardBits;
std::size_t shard_of(std::uint64_t hash) { return hash >> (64 - kShardBits); }

struct Occurrence {
  std::uint64_t hash;
  std::uint32_t story;
  std::uint32_t weight;
};

template <typename Work>
void parallel(std::size_t count, int jobs, Work work) {
  const Finish finish = for_each_index(count, jobs, [&](std::size_t i) {
    work(i);
    return true;
  });
  if (finish == Finish::full) throw std::bad_alloc();
}

class IndexBuilder {
 public:
  IndexBuilder(const Content& content, const std::vector<BuildMemory::Counted*>& counted, int jobs)
      : content_(content), counted_(counted), jobs_(jobs) {}

  TermIndex build() {
    const std::size_t stories = content_.stories.size();
    index_.keys.resize(stories);
    for (const BuildMemory::Counted* counted : counted_)
      index_.texts.push_back(counted->text);
    std::vector<std::vector<Occurrence>> shards = measure();
    for (std::size_t i = 0; i < stories; ++i) {
      counted_[i]->counts.for_each([&](const TermCount& count) {
        shards[shard_of(count.hash)].push_back({count.hash, static_cast<std::uint32_t>(i), count.weight});
      });
    }
    std::vector<TermIndex> parts(kShards);
    parallel(kShards, jobs_, [&](std::size_t i) { add_shard(std::move(shards[i]), parts[i]); });
    for (std::size_t i = 0; i < kShards; ++i) {
      const auto before = static_cast<std::uint32_t>(index_.postings.size());
      for (Term term : parts[i].terms) {
        term.begin += before;
        term.end += before;
        index_.terms.push_back(term);
      }
      index_.postings.insert(index_.postings.end(), parts[i].postings.begin(), parts[i].postings.end());
      shard_ends_[i + 1] = index_.terms.size();
    }
    parallel(stories, jobs_, [&](std::size_t i) { choose_keys(i); });
    return std::move(index_);
  }

 private:
  // How long the stories are. Gives the shards, with as much room in each as it will need: they hold every word of
  // every story, and what growing would leave over is worth the counting.
  std::vector<std::vector<Occurrence>> measure() {
    std::vector<std::size_t> sizes(kShards);
    double sum = 0;
    for (std::size_t i = 0; i < counted_.size(); ++i) {
      double length = 0;
      counted_[i]->counts.for_each([&](const TermCount& count) {
        length += count.weight;
        ++sizes[shard_of(count.hash)];
        if (count.tag) tags_.insert(count.hash);
      });
      lengths_.push_back(static_cast<float>(length));
      sum += length;
      ++stories_of_[main_language_of(content_, content_.stories[i])];
    }
    if (!counted_.empty())
      mean_length_ = std::max(1.0f, static_cast<float>(sum / static_cast<double>(counted_.size())));
    std::vector<std::vector<Occurrence>> shards(kShards);
    for (std::size_t i = 0; i < kShards; ++i)
      shards[i].reserve(sizes[i]);
    return shards;
  }

  float saturated(std::uint32_t times, std::size_t story) const {
    const float length = 1 - kLength + kLength * lengths_[story] / mean_length_;
    const auto weight = static_cast<float>(times);
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
        tag ? counted_.size() : stories_of_.at(main_language_of(content_, content_.stories[first->story]));
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

  // Tags first, then words, the most telling first.
  void choose_keys(std::size_t story) {
    std::vector<KeyTerm> keys;
    counted_[story]->counts.for_each([&](const TermCount& count) {
      const std::size_t shard = shard_of(count.hash);
      const auto end = index_.terms.begin() + static_cast<std::ptrdiff_t>(shard_ends_[shard + 1]);
      const auto found =
          std::lower_bound(index_.terms.begin() + static_cast<std::ptrdiff_t>(shard_ends_[shard]),
                           end, count.hash,
                           [](const Term& term, std::uint64_t hash) { return term.hash < hash; });
      if (found == end || found->hash != count.hash) return;
      keys.push_back({static_cast<std::uint32_t>(found - index_.terms.begin()),
                      saturated(count.weight, story), count.tag});
    });
    const auto tags = std::count_if(keys.begin(), keys.end(), [](const KeyTerm& key) { return key.tag; });
    const std::size_t kept = std::min(keys.size(), static_cast<std::size_t>(tags) + kKeyWords);
    std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(kept), keys.end(),
                      [&](const KeyTerm& a, const KeyTerm& b) {
                        if (a.tag != b.tag) return a.tag;
                        const float telling_a = a.weight * index_.terms[a.term].rarity;
                        const float telling_b = b.weight * index_.terms[b.term].rarity;
                        return telling_a != telling_b ? telling_a > telling_b : a.term < b.term;
                      });
    index_.keys[story].assign(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(kept));
  }

  const Content& content_;
  const std::vector<BuildMemory::Counted*>& counted_;
  const int jobs_;
  std::array<std::size_t, kShards + 1> shard_ends_{};  // in the index's terms
  std::vector<float> lengths_;
  float mean_length_ = 1;
  std::map<std::string_view, std::size_t> stories_of_;  // by language
  std::set<std::uint64_t> tags_;
  TermIndex index_;
};

}  // namespace

std::vector<BuildMemory::Counted*> count_all_terms(const Content& content, int jobs, BuildMemory& memory) {
  std::map<std::string, BuildMemory::Counted> before = std::exchange(memory.terms, {});
  std::vector<BuildMemory::Counted*> all;
  for (const Story& story : content.stories) {
    auto node = before.extract(story.article.id);
    auto place = node.empty() ? memory.terms.try_emplace(story.article.id).first
                              : memory.terms.insert(std::move(node)).position;
    all.push_back(&place->second);
  }
  parallel(all.size(), jobs, [&](std::size_t i) {
    const Story& story = content.stories[i];
    const std::uint64_t of = hash_bytes(main_language_of(content, story), story.source_hash);
    if (all[i]->of != of) *all[i] = {{}, of, hash_of_text(story), count_terms(content, story), {}};
  });
  return all;
}

TermIndex build_term_index(const Content& content, const std::vector<BuildMemory::Counted*>& counted, int jobs) {
  return IndexBuilder(content, counted, jobs).build();
}

}  // namespace lectern::publish
