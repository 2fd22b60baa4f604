// SPDX-License-Identifier: MIT
// Each page of a site as the bytes of its file: what index_pages, list_pages and the page tree give, in the viewer's
// template, with the head, the scripts and the theme's parts around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "model/article.hpp"
#include "publish/page_head.hpp"
#include "publish/page_strings.hpp"
#include "publish/page_template.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

// An article's page before its text is asked for.
struct ArticleDraft {
  std::size_t story = 0;
  model::PageContext context;
  PageTemplate::Parts parts;  // without the body
  std::uint64_t made_of = 0;  // a hash of all that its files are made of
};

struct ArticleFiles {
  std::string json;   // beside the page: the article as it was written, and what build_context knows
  std::string page;   // built from the two as the viewer builds it
  std::string embed;  // the page that stands in other sites
};

class SitePages {
 public:
  // Both must outlive it.
  SitePages(const Site& site, const ViewerFiles& viewer);

  ArticleDraft draft(std::size_t story) const;
  ArticleFiles finish(ArticleDraft draft) const;

  // A page that lists things, around what stands inside its stage.
  std::string list(const PageAbout& about, std::string body) const;
  std::string saved() const;
  // Answered at any depth: they have their styles inside and no address of their own.
  std::string not_found() const;
  std::string offline() const;

 private:
  PageTemplate::Parts list_parts(const std::string& title, std::string body) const;
  std::string whole(const std::string& title, std::string body) const;
  std::string skip_link() const;
  std::string stylesheet(const std::string& page) const;
  std::string room(const std::string& path) const;
  void add_viewer(const std::string& path, PageTemplate::Parts& parts) const;
  std::string offline_data(const std::string& path) const;
  std::string with_theme(std::string html, const std::string& path) const;

  const Site& site_;
  const Content& content_;
  const ViewerFiles& viewer_;
  const PageStrings& strings_;
  std::uint64_t surroundings_ = 0;  // a hash of what all pages are made of
};

}  // namespace lectern::publish
