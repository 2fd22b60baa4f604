// SPDX-License-Identifier: MIT
#include "ingest/import/page_parts.hpp"

#include <algorithm>
#include <utility>

#include "ingest/field_reader.hpp"
#include "ingest/html_tags.hpp"

namespace lectern::ingest {
namespace {

// Parents further up are not looked at: the tree is no deeper, but for hostile input.
constexpr int kMaxAncestors = 2000;
// Of headings and of times: a page of articles has a hundred.
constexpr size_t kMaxCandidates = 1000;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

class Finder {
 public:
  explicit Finder(const HtmlTree& tree) : tree_(tree) {}

  PageParts find() {
    if (const GumboNode* html = tree_.html()) parts_.lang = one_line(attribute_of(*html, "lang"));
    walk();
    parts_.article = choose();
    choose_heading();
    choose_time();
    return std::move(parts_);
  }

 private:
  void walk() {
    std::vector<const GumboNode*> waiting{tree_.document()};
    while (!waiting.empty()) {
      const GumboNode* node = waiting.back();
      waiting.pop_back();
      if (!node) {  // the end of an element that counts
        around_.pop_back();
        continue;
      }
      if (is_element(*node)) visit(*node);
      if (const auto found = scores_.find(node); found != scores_.end()) {
        around_.push_back(&found->second);
        waiting.push_back(nullptr);
      }
      const GumboVector* children = children_of(*node);
      for (unsigned int i = children ? children->length : 0; i-- > 0;)
        waiting.push_back(&child_at(*children, i));
    }
  }

  void visit(const GumboNode& node) {
    switch (node.v.element.tag) {
      case GUMBO_TAG_META:
        return visit_meta(node);
      case GUMBO_TAG_LINK:
        if (lower(attribute_of(node, "rel")) == "canonical" && parts_.canonical.empty()) {
          parts_.canonical = one_line(attribute_of(node, "href"));
        }
        return;
      case GUMBO_TAG_BASE:
        if (parts_.base.empty()) parts_.base = one_line(attribute_of(node, "href"));
        return;
      case GUMBO_TAG_TITLE:
        if (parts_.title.empty() && node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML) {
          parts_.title = one_line(text_in(node));
        }
        return;
      case GUMBO_TAG_SCRIPT:
        if (lower(attribute_of(node, "type")) == "application/ld+json")
          parts_.json_ld.push_back(&node);
        return;
      case GUMBO_TAG_ARTICLE:
      case GUMBO_TAG_MAIN:
        scores_.try_emplace(&node, 0);
        return;
      case GUMBO_TAG_H1:
        if (headings_.size() < kMaxCandidates) headings_.push_back(&node);
        return;
      case GUMBO_TAG_TIME:
        if (has_attribute(node, "datetime") && times_.size() < kMaxCandidates) {
          times_.push_back(&node);
        }
        return;
      case GUMBO_TAG_P:
        return visit_paragraph(node);
      default:
        if (attribute_of(node, "role") == "main") scores_.try_emplace(&node, 0);
    }
  }

  void visit_meta(const GumboNode& node) {
    const std::string content = one_line(attribute_of(node, "content"));
    if (content.empty()) return;
    for (const char* attribute : {"name", "property", "itemprop"}) {
      const std::string name = lower(attribute_of(node, attribute));
      if (name.empty()) continue;
      if (name == "article:tag") parts_.tags.push_back(content);
      parts_.meta.emplace(name, content);
    }
  }

  // A paragraph's text counts for what it stands in directly, and for each article around it.
  void visit_paragraph(const GumboNode& node) {
    const size_t length = one_line(text_in(node, kEnough)).size();
    if (node.parent) own_[node.parent] += length;
    for (size_t* score : around_)
      *score += length;
  }

  const GumboNode* choose() const {
    for (const int kind : {0, 1, 2}) {
      const GumboNode* best = nullptr;
      size_t most = 0;
      for (const auto& [node, length] : scores_) {
        if (kind_of(*node) != kind) continue;
        const bool earlier = best && tree_.offset(*node) < tree_.offset(*best);
        if (!best || length > most || (length == most && earlier)) best = node, most = length;
      }
      // An empty one is a frame that a script would have filled.
      if (best && !one_line(text_in(*best, kEnough)).empty()) return best;
    }
    const GumboNode* best = tree_.body();
    size_t most = 0;
    for (const auto& [node, length] : own_) {
      const bool earlier = best && tree_.offset(*node) < tree_.offset(*best);
      if (length > most || (length == most && length > 0 && earlier)) best = node, most = length;
    }
    return best;
  }

  static int kind_of(const GumboNode& node) {
    return is_named(node, GUMBO_TAG_ARTICLE) ? 0 : is_named(node, GUMBO_TAG_MAIN) ? 1 : 2;
  }

  void choose_heading() {
    if (!parts_.article) return;
    for (const GumboNode* heading : headings_) {
      if (one_line(text_in(*heading)).empty()) continue;
      const bool inside = is_within(*heading, *parts_.article);
      if (inside || (!parts_.heading && !in_banner(*heading))) parts_.heading = heading;
      if (inside) return;
    }
  }

  // The site's own name, above the article.
  static bool in_banner(const GumboNode& node) {
    int left = kMaxAncestors;
    for (const GumboNode* up = node.parent; up && left-- > 0; up = up->parent) {
      if (is_named(*up, GUMBO_TAG_MAIN) || is_named(*up, GUMBO_TAG_ARTICLE)) return false;
      if (is_named(*up, GUMBO_TAG_HEADER) || is_named(*up, GUMBO_TAG_NAV)) return true;
    }
    return false;
  }

  void choose_time() {
    for (const GumboNode* time : times_) {
      if (parts_.article && !parts_.time && is_within(*time, *parts_.article)) parts_.time = time;
    }
  }

  static constexpr size_t kEnough = 4096;  // of one paragraph, to compare

  const HtmlTree& tree_;
  PageParts parts_;
  std::map<const GumboNode*, size_t> scores_;  // of article, main and role=main
  std::vector<size_t*> around_;                // the scores of those that are open
  std::map<const GumboNode*, size_t> own_;     // of any element, its own paragraphs
  std::vector<const GumboNode*> headings_, times_;
};

}  // namespace

bool is_within(const GumboNode& node, const GumboNode& outer) {
  int left = kMaxAncestors;
  for (const GumboNode* up = &node; up && left-- > 0; up = up->parent) {
    if (up == &outer) return true;
  }
  return false;
}

PageParts find_page_parts(const HtmlTree& tree) {
  return Finder(tree).find();
}

}  // namespace lectern::ingest
