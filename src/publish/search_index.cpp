// SPDX-License-Identifier: MIT
#include "publish/search_index.hpp"

#include <map>
#include <new>
#include <set>
#include <utility>

#include "base/hash.hpp"
#include "layout/page_tree.hpp"
#include "model/inline.hpp"
#include "publish/addresses.hpp"
#include "publish/memory.hpp"
#include "publish/outline.hpp"
#include "publish/parallel.hpp"
#include "publish/timestamp.hpp"
#include "search/analysis.hpp"
#include "search/build.hpp"

namespace lectern::publish {
namespace {

constexpr std::int64_t kDay_s = 86'400;

void add_paragraphs(const model::Blocks& blocks, std::vector<std::string>& paragraphs) {
  for (const model::Block& block : blocks) {
    if (!block.inlines.empty()) paragraphs.push_back(model::words_of(block.inlines));
    if (!block.text.empty()) paragraphs.push_back(block.text);
    add_paragraphs(block.children, paragraphs);
  }
}

search::Card card_of(const Content& content, const Story& story) {
  const model::Article& article = story.article;
  search::Card card;
  card.path = article_path(article.id);
  card.title = article.title;
  card.standfirst = article.standfirst;
  card.lang = article.lang.empty() ? content.publication.lang : article.lang;
  card.section = article.section;
  for (const model::Author& author : article.authors) card.authors.push_back(author.name);
  card.tags = article.tags;
  // The day that the page shows, whatever the hour is elsewhere.
  const auto day_s = parse_timestamp(std::string_view(article.published).substr(0, 10));
  if (!article.published.empty()) card.date = layout::date_in_words(article.published, content.publication.lang);
  if (day_s) card.day = (*day_s - (*day_s % kDay_s + kDay_s) % kDay_s) / kDay_s;
  return card;
}

// Of the card and of the source, which has the text.
std::uint64_t hash_of(const search::Card& card, const Story& story) {
  search::ByteWriter bytes;
  search::write_card(bytes, card);
  return hash_bytes(bytes.take(), story.source_hash);
}

void run(std::size_t count, int jobs, const std::function<void(std::size_t)>& work) {
  const Finish finish = for_each_index(count, jobs, [&](std::size_t i) {
    work(i);
    return true;
  });
  if (finish == Finish::full) throw std::bad_alloc();
}

}  // namespace

SearchIndex build_search_index(const Content& content, int jobs, BuildMemory& memory) {
  const std::size_t stories = content.stories.size();
  std::map<std::string, BuildMemory::Searched> before;
  before.swap(memory.searches);
  std::vector<BuildMemory::Searched> searched(stories);
  run(stories, jobs, [&](std::size_t i) {
    // Oldest first.
    const Story& story = content.stories[stories - 1 - i];
    search::Article article{card_of(content, story), {}};
    const std::uint64_t of = hash_of(article.card, story);
    const auto known = before.find(story.article.id);
    if (known != before.end() && known->second.of == of) {
      searched[i] = std::move(known->second);
      return;
    }
    Text room;
    add_paragraphs(text_of(story, room).body, article.paragraphs);
    thread_local search::Stemmer stemmer;
    searched[i] = {{}, of, search::analyse(article, stemmer)};
  });
  std::vector<std::string_view> analyses;
  for (const auto& it : searched) analyses.push_back(it.analysis);
  search::Index index = search::build_index(analyses, [jobs](std::size_t count, const auto& work) {
    run(count, jobs, work);
  });
  SearchIndex out;
  out.root_path = "_/" + index.files.back().name;
  std::set<std::string> known;  // parts with the same bytes are one file, which two must not write at once
  for (search::File& file : index.files) {
    if (known.insert(file.name).second) out.files.push_back({"_/" + file.name, std::move(file.bytes)});
  }
  for (std::size_t i = 0; i < stories; ++i) {
    memory.searches.try_emplace(content.stories[stories - 1 - i].article.id, std::move(searched[i]));
  }
  return out;
}

}  // namespace lectern::publish
