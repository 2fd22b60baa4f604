// SPDX-License-Identifier: MIT
#include "publish/page_context.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "publish/addresses.hpp"
#include "publish/images.hpp"
#include "publish/language_names.hpp"
#include "publish/translations.hpp"
#include "publish/marks.hpp"

namespace lectern::publish {
namespace {

constexpr size_t kHeadlines = 10;

class Builder {
 public:
  Builder(const Site& site, size_t index, std::string page)
      : site_(site), index_(index), story_(site.content.stories[index]), page_(std::move(page)) {}

  model::PageContext build() {
    const model::Publication& publication = site_.content.publication;
    context_.site_title = publication.title;
    context_.site_lang = publication.lang;
    context_.home_url = url_of("");
    if (!site_.base_url.empty()) context_.page_url = absolute_url(site_.base_url, page_);
    const int column = find_column(site_.columns, story_.article.section);
    breadcrumb(column);
    columns(column);
    column_stories(column);
    translations();
    references();
    related();
    names();
    context_.draft = story_.article.draft;
    context_.future = story_.future;
    context_.own_masthead = site_.content.theme.masthead.has_value();
    context_.own_footer = site_.content.theme.footer.has_value();
    return std::move(context_);
  }

 private:
  std::string url_of(const std::string& site_path) const { return relative_url(page_, site_path); }

  model::Link link_to(size_t index) const {
    const model::Article& article = site_.content.stories[index].article;
    const bool foreign = article.lang != site_.content.publication.lang;
    return {title_in_lists(site_.content.stories[index], site_.content.publication.lang),
            url_of(article_path(article.id)),
            article.published,
            index == index_,
            foreign ? article.lang : "",
            {}};
  }

  void breadcrumb(int column) {
    std::vector<model::Link> up;
    for (; column >= 0; column = site_.columns[static_cast<size_t>(column)].parent) {
      const ColumnPage& level = site_.columns[static_cast<size_t>(column)];
      up.push_back({level.path.back(), url_of(level.site_path), "", false, {}, {}});
    }
    context_.breadcrumb.push_back({context_.site_title, context_.home_url, "", false, {}, {}});
    context_.breadcrumb.insert(context_.breadcrumb.end(), up.rbegin(), up.rend());
  }

  void columns(int current) {
    for (size_t i = 0; i < site_.columns.size(); ++i) {
      const ColumnPage& column = site_.columns[i];
      context_.columns.push_back(
          {column.path, url_of(column.site_path), column.depth, static_cast<int>(i) == current});
    }
  }

  void column_stories(int column) {
    const auto& stories =
        column < 0 ? site_.all_stories : site_.columns[static_cast<size_t>(column)].stories;
    for (size_t i = 0; i < std::min(stories.size(), kHeadlines); ++i) {
      context_.headlines.push_back(link_to(stories[i]));
    }
    // Newest first is in the order of indices.
    const auto own = std::lower_bound(stories.begin(), stories.end(), index_);
    if (own != stories.begin()) context_.prev = link_to(*(own - 1));
    if (own + 1 < stories.end()) context_.next = link_to(*(own + 1));
  }

  void translations() {
    for (const size_t index : site_.translations[index_]) {
      const model::Article& other = site_.content.stories[index].article;
      const std::string lang = language_of(site_, other);
      context_.translations.push_back(
          {language_name(lang), url_of(article_path(other.id)), "", false, lang});
    }
  }

  void references() {
    for (const Reference& reference : story_.references) {
      const MediaFile* file = nullptr;
      std::string url;
      if (reference.kind == Reference::Kind::article) {
        url = url_of(article_path(reference.target)) + reference.suffix;
      } else if (reference.kind == Reference::Kind::page) {
        url = url_of(reference.target) + reference.suffix;
      } else if (reference.kind == Reference::Kind::web) {
        url = reference.target;
      } else if (reference.kind == Reference::Kind::file) {
        file = &site_.content.media.at(reference.target);
        url = url_of(hashed_path(reference.target, file->hash)) + reference.suffix;
      }
      if (reference.image) {
        context_.images.push_back(
            {reference.url, url, file ? file->width : 0, file ? file->height : 0,
             file ? sources_on(page_, reference.target, *file) : std::vector<model::ImageSource>{}});
      } else {
        context_.urls.emplace_back(reference.url, url);
      }
    }
    std::sort(context_.urls.begin(), context_.urls.end());
    std::sort(context_.images.begin(), context_.images.end(),
              [](const auto& a, const auto& b) { return a.src < b.src; });
  }

  void related() {
    const std::string& lang = site_.content.publication.lang;
    for (const RelatedStory& related : site_.related[index_]) {
      model::Link link;
      if (related.story != kNoStory) link = link_to(related.story);
      if (related.named >= 0)
        name_link(story_.article.related[static_cast<size_t>(related.named)], link);
      link.reason = reason_of(related, lang);
      context_.related.push_back(std::move(link));
    }
  }

  // What the author gave beside an id, or instead of one.
  void name_link(const model::Related& named, model::Link& link) const {
    if (!named.title.empty()) link.title = named.title;
    if (!named.id.empty()) return;
    const auto rewritten = std::find_if(context_.urls.begin(), context_.urls.end(),
                                        [&](const auto& pair) { return pair.first == named.url; });
    link.url = rewritten == context_.urls.end() ? named.url : rewritten->second;
  }

  void names() {
    for (const model::Author& author : story_.article.authors) {
      if (author.url.empty()) add_name(author.name, site_.authors, context_.authors);
    }
    for (const std::string& tag : story_.article.tags)
      add_name(tag, site_.tags, context_.tags);
  }

  // Each page once; the name as this article has it.
  void add_name(const std::string& name, const std::vector<NamePage>& pages,
                std::vector<model::Link>& links) const {
    const NamePage* page = find_name_page(pages, name);
    if (!page) return;
    const std::string url = url_of(page->site_path);
    const bool there = std::any_of(links.begin(), links.end(),
                                   [&](const model::Link& link) { return link.url == url; });
    if (!there) links.push_back({name, url, "", false, {}, {}});
  }

  const Site& site_;
  const size_t index_;
  const Story& story_;
  const std::string page_;
  model::PageContext context_;
};

}  // namespace

Site build_site_index(const Content& content, std::string base_url, int jobs,
                      BuildMemory* memory) {
  Site site{content,
            std::move(base_url),
            build_columns(content),
            {},
            {},
            find_related(content, jobs, memory),
            std::vector<size_t>(content.stories.size()),
            build_author_pages(content),
            build_tag_pages(content)};
  std::iota(site.all_stories.begin(), site.all_stories.end(), size_t{0});
  for (size_t i = 0; i < content.stories.size(); ++i) {
    site.story_by_id.emplace(content.stories[i].article.id, i);
  }
  site.translations = find_translations(site);
  return site;
}

std::string language_of(const Site& site, const model::Article& article) {
  return article.lang.empty() ? site.content.publication.lang : article.lang;
}

model::PageContext build_context(const Site& site, std::size_t index) {
  return Builder(site, index, article_path(site.content.stories[index].article.id)).build();
}

model::PageContext build_embed_context(const Site& site, std::size_t index) {
  const std::string& id = site.content.stories[index].article.id;
  model::PageContext context = Builder(site, index, embed_path(id)).build();
  context.page_url = relative_url(embed_path(id), article_path(id));
  return context;
}

}  // namespace lectern::publish
