// SPDX-License-Identifier: MIT
#include "publish/related.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <new>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "layout/strings.hpp"
#include "publish/page_strings.hpp"
#include "publish/parallel.hpp"
#include "publish/term_index.hpp"
#include "publish/words.hpp"

namespace lectern::publish {
namespace {

constexpr std::size_t kWordsShown = 3;  // what fits on a line under the title

// Telling words that two stories without a tag in common must share: fewer may be chance.
constexpr std::size_t kWords = 3, kWordsOfColumn = 2;

// The same column is worth a third more words, a distance in time at most a third less.
constexpr double kColumn = 0.3, kTime = 0.3;
constexpr double kDays = 180;  // after which half of that is lost

// The best by score that are looked at. Behind so many with too little in common none has enough.
constexpr std::size_t kTried = 100;

constexpr std::size_t kBlock = 64;  // stories that share one table of scores

// How much of the longer section path is the same, 0 to 1.
double shared_section(const model::SectionPath& a, const model::SectionPath& b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer == 0) return 0;
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<double>(end - a.begin()) / static_cast<double>(longer);
}

bool is_dated(const Story& story) {
  return story.published_s != std::numeric_limits<std::int64_t>::min();
}

double nearness(const Story& a, const Story& b) {
  if (!is_dated(a) || !is_dated(b)) return 0.5;
  const double days = static_cast<double>(std::max(a.published_s, b.published_s) -
                                          std::min(a.published_s, b.published_s)) /
                      86400;
  return kDays / (kDays + days);
}

// A word's form by its hash, in their order; the end when it is not there.
template <typename Forms>
auto find_form(Forms& forms, std::uint64_t hash) {
  const auto found = std::lower_bound(forms.begin(), forms.end(), hash,
                                      [](const auto& form, std::uint64_t wanted) { return form.first < wanted; });
  return found != forms.end() && found->first == hash ? found : forms.end();
}

class Finder {
 public:
  Finder(const Content& content, const TermIndex& index, const std::vector<BuildMemory::Counted*>& counted)
      : content_(content), index_(index), counted_(counted) {
    for (std::size_t i = 0; i < content.stories.size(); ++i)
      by_id_.emplace(content.stories[i].article.id, i);
  }

  // `scores` has a nought for each story, before and after.
  std::vector<RelatedStory> find(std::size_t own, std::vector<double>& scores) const {
    std::vector<RelatedStory> list;
    std::set<std::uint64_t> taken{index_.texts[own]};
    add_named(own, list, taken);
    std::vector<std::vector<std::uint64_t>> words(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
      // Of too little in common nothing is said.
      if (list[i].story != kNoStory && !compare(own, list[i], words[i])) words[i].clear();
    }
    auto better = candidates(own, scores);
    const auto worse = [&](const Candidate& a, const Candidate& b) {
      if (a.score != b.score) return a.score < b.score;
      return content_.stories[a.story].article.id > content_.stories[b.story].article.id;
    };
    std::make_heap(better.begin(), better.end(), worse);
    for (std::size_t i = 0; i < kTried && list.size() < kMostRelated && !better.empty(); ++i) {
      std::pop_heap(better.begin(), better.end(), worse);
      const std::size_t story = better.back().story;
      better.pop_back();
      if (taken.contains(index_.texts[story])) continue;
      RelatedStory related;
      related.story = story;
      std::vector<std::uint64_t> shared;
      if (!compare(own, related, shared)) continue;
      taken.insert(index_.texts[story]);
      list.push_back(std::move(related));
      words.push_back(std::move(shared));
    }
    spell(own, list, words);
    return list;
  }

 private:
  struct Candidate {
    double score;
    std::size_t story;
  };

  void add_named(std::size_t own, std::vector<RelatedStory>& list,
                 std::set<std::uint64_t>& taken) const {
    const Story& story = content_.stories[own];
    const auto& names = story.article.related;
    for (std::size_t i = 0; i < names.size() && list.size() < kMostRelated; ++i) {
      std::string id = names[i].id;
      if (id.empty()) {
        const auto reference =
            std::find_if(story.references.begin(), story.references.end(),
                         [&](const Reference& r) { return !r.image && r.url == names[i].url; });
        if (reference != story.references.end()) {
          if (reference->kind == Reference::Kind::nothing) continue;
          if (reference->kind == Reference::Kind::article) id = reference->target;
        }
      }
      RelatedStory related;
      related.named = static_cast<int>(i);
      if (!id.empty()) {
        const auto found = by_id_.find(id);
        if (found == by_id_.end() || !taken.insert(index_.texts[found->second]).second) continue;
        related.story = found->second;
      }
      list.push_back(std::move(related));
    }
  }

  std::vector<Candidate> candidates(std::size_t own, std::vector<double>& scores) const {
    std::vector<Candidate> found;
    for (const KeyTerm& key : index_.keys[own]) {
      const Term& term = index_.terms[key.term];
      const double weight = static_cast<double>(key.weight) * static_cast<double>(term.rarity);
      for (std::uint32_t i = term.begin; i < term.end; ++i) {
        const Posting& posting = index_.postings[i];
        if (posting.story == own) continue;
        if (scores[posting.story] == 0) found.push_back({0, posting.story});
        scores[posting.story] += weight * static_cast<double>(posting.weight);
      }
    }
    const Story& story = content_.stories[own];
    for (Candidate& candidate : found) {
      const Story& other = content_.stories[candidate.story];
      candidate.score =
          std::exchange(scores[candidate.story], 0) *
          (1 + kColumn * shared_section(story.article.section, other.article.section)) *
          (1 - kTime + kTime * nearness(story, other));
    }
    return found;
  }

  // What the two have in common; false when it is too little.
  bool compare(std::size_t own, RelatedStory& related, std::vector<std::uint64_t>& words) const {
    const model::Article& a = content_.stories[own].article;
    const model::Article& b = content_.stories[related.story].article;
    related.same_column = !a.section.empty() && a.section == b.section;
    struct Shared {
      float telling;
      std::uint32_t term;
      bool tag;
    };
    std::vector<Shared> shared;
    for (const KeyTerm& mine : index_.keys[own]) {
      for (const KeyTerm& theirs : index_.keys[related.story]) {
        if (mine.term != theirs.term) continue;
        const float rarity = index_.terms[mine.term].rarity;
        shared.push_back(
            {rarity * (mine.tag ? 1 : mine.weight * theirs.weight), mine.term, mine.tag});
      }
    }
    std::stable_sort(shared.begin(), shared.end(), [](const Shared& x, const Shared& y) {
      return x.telling != y.telling ? x.telling > y.telling : x.term < y.term;
    });
    for (const Shared& item : shared) {
      const std::uint64_t hash = index_.terms[item.term].hash;
      if (!item.tag) {
        words.push_back(hash);
        continue;
      }
      const auto tag = std::find_if(a.tags.begin(), a.tags.end(), [&](const std::string& name) {
        return hash_of_tag(name) == hash;
      });
      if (tag != a.tags.end() && related.tags.size() < kWordsShown) related.tags.push_back(*tag);
    }
    const bool enough =
        !related.tags.empty() || words.size() >= (related.same_column ? kWordsOfColumn : kWords);
    if (!related.tags.empty()) words.clear();
    if (words.size() > kWordsShown) words.resize(kWordsShown);
    return enough;
  }

  // The index knows words by their hashes alone: their forms are looked up in the story's own text, unless they are
  // those that they were the last time.
  void spell(std::size_t own, std::vector<RelatedStory>& list,
             const std::vector<std::vector<std::uint64_t>>& words) const {
    std::vector<std::pair<std::uint64_t, std::string>> forms;
    for (const auto& hashes : words) {
      for (const std::uint64_t hash : hashes)
        forms.emplace_back(hash, "");
    }
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    auto& known = counted_[own]->forms;
    const bool same = std::equal(forms.begin(), forms.end(), known.begin(), known.end(),
                                 [](const auto& a, const auto& b) { return a.first == b.first; });
    if (!same) {
      look_up(content_.stories[own], forms);
      known = std::move(forms);
      counted_[own]->saved = false;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (const std::uint64_t hash : words[i])
        list[i].words.push_back(find_form(known, hash)->second);
    }
  }

  // The last of a word's forms in byte order is the one with small letters, if it has one.
  void look_up(const Story& story, std::vector<std::pair<std::uint64_t, std::string>>& forms) const {
    if (forms.empty()) return;
    for_each_story_word(content_, story, [&](std::uint64_t hash, std::string_view form, std::uint32_t) {
      const auto found = find_form(forms, hash);
      if (found != forms.end() && form > found->second) found->second = form;
    });
  }

  const Content& content_;
  const TermIndex& index_;
  const std::vector<BuildMemory::Counted*>& counted_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
};

}  // namespace

std::vector<std::vector<RelatedStory>> find_related(const Content& content, int jobs,
                                                   BuildMemory* memory) {
  BuildMemory none;
  const auto counted = count_all_terms(content, jobs, memory ? *memory : none);
  const TermIndex index = build_term_index(content, counted, jobs);
  const Finder finder(content, index, counted);
  const std::size_t stories = content.stories.size();
  std::vector<std::vector<RelatedStory>> all(stories);
  const Finish finish =
      for_each_index((stories + kBlock - 1) / kBlock, jobs, [&](std::size_t block) {
        std::vector<double> scores(stories);
        for (std::size_t i = block * kBlock; i < std::min(stories, (block + 1) * kBlock); ++i)
          all[i] = finder.find(i, scores);
        return true;
      });
  if (finish == Finish::full) throw std::bad_alloc();
  return all;
}

std::string reason_of(const RelatedStory& related, std::string_view lang) {
  const PageStrings& strings = page_strings_for(lang);
  const bool column = related.same_column, tags = !related.tags.empty();
  const std::vector<std::string>& terms = tags ? related.tags : related.words;
  if (terms.empty()) return std::string(column ? strings.same_column : strings.chosen);
  std::string reason(tags     ? column ? strings.same_column_and_topic : strings.same_topic
                     : column ? strings.same_column_about
                              : strings.same_about);
  const layout::Strings& signs = layout::strings_for(lang);
  std::string_view between = signs.colon;
  for (const std::string& term : terms) {
    reason += between;
    reason += term;
    between = signs.comma;
  }
  return reason;
}

}  // namespace lectern::publish
