// SPDX-License-Identifier: MIT
#include "publish/term_counts.hpp"

#include <algorithm>
#include <cstring>
#include <set>
#include <unordered_map>

#include "base/hash.hpp"
#include "publish/outline.hpp"
#include "publish/words.hpp"

namespace lectern::publish {
namespace {

// A word in a title says more about a story than one in its text.
constexpr std::uint32_t kTitle = 4, kTag = 3, kStandfirst = 2, kText = 1;

using TakeText = std::function<void(const std::string&)>;

void for_each_text(const model::Blocks& blocks, const TakeText& take) {
  for (const model::Block& block : blocks) {
    if (!block.inlines.empty()) take(model::words_of(block.inlines));
    for_each_text(block.children, take);
  }
}

}  // namespace

// A hash, and then the weight and whether it is a tag, seven bits a byte, the lowest first.
TermCounts::TermCounts(const std::vector<TermCount>& counts) {
  std::string bytes;
  bytes.reserve(counts.size() * (sizeof(std::uint64_t) + 1) + 8);
  for (const TermCount& count : counts) {
    char hash[sizeof count.hash];
    std::memcpy(hash, &count.hash, sizeof hash);
    bytes.append(hash, sizeof hash);
    std::uint64_t rest = std::uint64_t{count.weight} << 1 | (count.tag ? 1 : 0);
    for (; rest >= 0x80; rest >>= 7)
      bytes += static_cast<char>(rest | 0x80);
    bytes += static_cast<char>(rest);
  }
  bytes.shrink_to_fit();
  bytes_ = std::move(bytes);
}

bool TermCounts::next(std::string_view& left, TermCount& count) {
  if (left.size() <= sizeof count.hash) return false;
  std::memcpy(&count.hash, left.data(), sizeof count.hash);
  std::uint64_t rest = 0;
  std::size_t i = sizeof count.hash;
  for (unsigned shift = 0; i < left.size() && shift < 40; shift += 7) {
    const auto byte = static_cast<unsigned char>(left[i++]);
    rest |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  count.weight = static_cast<std::uint32_t>(rest >> 1);
  count.tag = (rest & 1) != 0;
  left.remove_prefix(i);
  return true;
}

TermCounts count_terms(const Content& content, const Story& story) {
  std::unordered_map<std::uint64_t, std::uint32_t> words;
  words.reserve(512);  // an article of a thousand words has about as many different ones
  for_each_story_word(content, story, [&](std::uint64_t hash, std::string_view, std::uint32_t weight) {
    words[hash] += weight;
  });
  std::vector<TermCount> counts;
  counts.reserve(words.size());
  for (const auto& [hash, weight] : words)
    counts.push_back({hash, weight, false});
  std::set<std::uint64_t> tags;
  for (const std::string& tag : story.article.tags)
    tags.insert(hash_of_tag(tag));
  for (const std::uint64_t hash : tags)
    counts.push_back({hash, kTag, true});
  std::sort(counts.begin(), counts.end(),
            [](const TermCount& a, const TermCount& b) { return a.hash < b.hash; });
  return TermCounts(counts);
}

std::uint64_t hash_of_tag(std::string_view tag) {
  return hash_bytes(fold_name(tag), hash_bytes("tag"));
}

std::uint64_t hash_of_text(const Story& story) {
  std::uint64_t hash = hash_bytes(story.article.title);
  const std::function<void(const model::Blocks&)> add = [&](const model::Blocks& blocks) {
    for (const model::Block& block : blocks) {
      hash =
          hash_bytes("\n", hash_bytes(model::text_of(block.inlines), hash_bytes(block.text, hash)));
      add(block.children);
    }
  };
  Text room;
  add(text_of(story, room).body);
  return hash;
}

std::string_view main_language_of(const Content& content, const Story& story) {
  const std::string& own = story.article.lang;
  const std::string_view lang = own.empty() ? content.publication.lang : own;
  return lang.substr(0, lang.find('-'));
}

void for_each_story_word(const Content& content, const Story& story,
                         const std::function<void(std::uint64_t, std::string_view, std::uint32_t)>& take) {
  const model::Article& article = story.article;
  const std::uint64_t seed = hash_bytes(main_language_of(content, story), hash_bytes("word"));
  std::uint32_t weight = kTitle;
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
  Text room;
  for_each_text(text_of(story, room).body, [&](const std::string& text) { for_each_word(text, word); });
}

}  // namespace lectern::publish
