// SPDX-License-Identifier: MIT
#include "ingest/import/html_page.hpp"

#include <utility>

#include "ingest/clean_text.hpp"
#include "ingest/dates.hpp"
#include "ingest/import/feeds.hpp"
#include "ingest/import/html_blocks.hpp"
#include "ingest/import/page_parts.hpp"
#include "ingest/ingest.hpp"
#include "ingest/json_reader.hpp"

namespace lectern::ingest {
namespace {

constexpr Place kStart{1, 1};

class Page {
 public:
  Page(const HtmlTree& tree, const TextSource& source)
      : tree_(tree), source_(source), parts_(find_page_parts(tree)) {}

  model::Article read() {
    read_json_ld_scripts();
    read_title();
    read_head();
    HtmlOptions options;
    options.page = true;
    options.left_out = parts_.heading && is_title(*parts_.heading) ? parts_.heading : nullptr;
    article_.format = model::BodyFormat::blocks;
    if (parts_.article) article_.body = blocks_of_element(tree_, *parts_.article, source_, options);
    drop_repeated_standfirst();
    return std::move(article_);
  }

 private:
  std::string meta(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
      if (const auto found = parts_.meta.find(name); found != parts_.meta.end())
        return found->second;
    }
    return "";
  }

  // What the page tells search engines is the most exact; what is wrong with it is not the reader's
  // concern, who has not written it.
  void read_json_ld_scripts() {
    Diagnostics unused;
    Report quiet("", unused);
    for (const GumboNode* script : parts_.json_ld) {
      const std::string json = text_in(*script);
      const PlaceIndex places(json, {});
      const auto root = read_json(json, places, quiet);
      if (!root) continue;
      const Feed feed{json, *root, places, "", quiet};
      const auto found = find_json_ld(*root);
      if (found.empty()) continue;
      FeedItem item(feed, *found.front());
      read_json_ld_fields(*found.front(), item);
      article_ = std::move(item.article());
      article_.image.place = article_.image.src.empty() ? Place{} : place(*script);
      return;
    }
  }

  void read_title() {
    if (parts_.heading) {
      article_.title = one_line(text_in(*parts_.heading));
      article_.title_place = place(*parts_.heading);
      return;
    }
    article_.title_place = kStart;
    if (const std::string title = meta({"og:title"}); !title.empty()) {
      article_.title = title;
    } else if (!parts_.title.empty()) {
      article_.title = parts_.title;
    }
  }

  bool is_title(const GumboNode& heading) const {
    return one_line(text_in(heading)) == article_.title;
  }

  void read_head() {
    fill(article_.standfirst, meta({"og:description", "description", "twitter:description"}));
    fill_date(article_.published, meta({"article:published_time", "datepublished", "date",
                                        "dc.date", "dcterms.created", "pubdate"}));
    if (parts_.time) fill_date(article_.published, attribute_of(*parts_.time, "datetime"));
    fill_date(article_.updated,
              meta({"article:modified_time", "datemodified", "og:updated_time", "last-modified"}));
    if (article_.authors.empty()) {
      const std::string author = meta({"author", "article:author", "dc.creator"});
      // article:author is most often the address of a profile.
      if (!author.empty() && author.find("://") == std::string::npos) {
        article_.authors.push_back({author, ""});
      }
    }
    if (article_.section.empty()) {
      if (std::string section = meta({"article:section"}); !section.empty()) {
        article_.section.push_back(std::move(section));
      }
    }
    if (article_.tags.empty()) article_.tags = parts_.tags;
    if (is_language(parts_.lang)) article_.lang = parts_.lang;
    if (const std::string url = allowed_link(parts_.canonical); !url.empty()) {
      article_.canonical = url;
    } else if (article_.canonical.empty()) {
      article_.canonical = allowed_link(meta({"og:url"}));
    }
    set_base(article_, parts_.base, parts_.base);
    if (article_.image.src.empty()) {
      article_.image.src = allowed_image(meta({"og:image", "twitter:image"}));
      article_.image.alt = meta({"og:image:alt", "twitter:image:alt"});
      article_.image.place = kStart;
    }
  }

  static void fill(std::string& out, std::string text) {
    if (out.empty()) out = std::move(text);
  }
  static void fill_date(std::string& out, std::string_view text) {
    if (out.empty()) out = normal_date(text);
  }
  static bool is_language(std::string_view lang) {
    return !lang.empty() &&
           lang.find_first_not_of(
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
               std::string_view::npos;
  }

  // Many pages describe themselves by their first paragraph.
  void drop_repeated_standfirst() {
    if (article_.body.empty()) return;
    if (one_line(model::words_of(article_.body.front().inlines)).starts_with(article_.standfirst)) {
      article_.standfirst.clear();
    }
  }

  Place place(const GumboNode& node) const { return source_.places.at(tree_.offset(node)); }

  const HtmlTree& tree_;
  const TextSource& source_;
  const PageParts parts_;
  model::Article article_;
};

}  // namespace

SourceFile parse_html_page(std::string_view text, const std::string& path) {
  SourceFile file;
  SourceArticle made;
  Report report(path, made.diagnostics);
  const CleanText clean(text, kStart, Severity::warning, report);
  const PlaceIndex places(clean.text(), kStart);
  const TextSource source{places, report};
  const HtmlTree tree(clean.text(), source);
  if (tree.document()) {
    made.article = Page(tree, source).read();
    if (made.article.body.empty()) {
      report.error({}, "no article was found in this page: it has no text");
    } else if (made.article.title.empty()) {
      made.article.title = first_words(made.article.body);
      if (made.article.title.empty()) {
        report.error(kStart, "the page has neither a title nor words that could be one");
      } else {
        report.warning(kStart, "the page has no title; its first words are taken for it");
      }
    }
  }
  if (made.article.body.empty()) {
    file.diagnostics = std::move(made.diagnostics);
  } else {
    file.articles.push_back(std::move(made));
  }
  return file;
}

}  // namespace lectern::ingest
