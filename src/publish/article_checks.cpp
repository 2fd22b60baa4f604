// SPDX-License-Identifier: MIT
#include "publish/article_checks.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "base/nearest.hpp"
#include "highlight/colour.hpp"
#include "ingest/report.hpp"
#include "publish/timestamp.hpp"

namespace lectern::publish {
namespace {

using ingest::quote;
using model::BlockKind;
using model::InlineKind;

// Search engines and feeds cut a title at 60 to 110 characters, and no headline fills four lines.
constexpr int kMaxTitle = 150;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_plain_http(std::string_view url) {
  std::string begin(url.substr(0, 17));
  for (char& c : begin) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return begin.starts_with("http://") && !begin.starts_with("http://localhost") &&
         !begin.starts_with("http://127.");
}

// "www.example.org" in the text: nobody has written http there.
bool is_bare_host(const model::Inline& link) {
  const std::string text = model::text_of(link.children);
  return text.starts_with("www.") && link.url == "http://" + text;
}

int count_characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

class Checker {
 public:
  Checker(const model::Article& article, ingest::Report& report)
      : article_(article), report_(report) {}

  void check() {
    check_title();
    check_dates();
    const model::Picture& image = article_.image;
    if (!image.src.empty()) check_picture(image.src, image.alt, image.place);
    for (const model::Related& related : article_.related)
      check_link(related.url, related.place);
    check(article_.body);
  }

 private:
  void check_title() {
    const int length = count_characters(article_.title);
    if (length <= kMaxTitle) return;
    report_.warning(article_.title_place,
                    "the title has " + std::to_string(length) + " characters; more than " +
                        std::to_string(kMaxTitle) + " are cut off where it is listed",
                    Code::long_title);
  }

  void check_dates() {
    const auto published = parse_timestamp(article_.published);
    const auto updated = parse_timestamp(article_.updated);
    if (!published || !updated || *updated >= *published) return;
    report_.warning(article_.updated_place,
                    "\"updated\" (" + article_.updated + ") is before \"published\" (" +
                        article_.published + ')',
                    Code::date_order);
  }

  void check(const model::Blocks& blocks) {
    for (const model::Block& block : blocks) {
      if (block.kind == BlockKind::heading) check_heading(block);
      if (block.kind == BlockKind::code) check_code(block);
      check(block.inlines);
      check(block.children);
    }
  }

  void check(const model::Inlines& inlines) {
    for (const model::Inline& item : inlines) {
      if (item.kind == InlineKind::image && !item.url.empty()) {
        check_picture(item.url, item.text, item.place);
      }
      if (item.kind == InlineKind::link && !is_bare_host(item)) check_link(item.url, item.place);
      check(item.children);
    }
  }

  // The title is the page's first level, so the text begins at the second (layout/tree_builder).
  void check_heading(const model::Block& heading) {
    if (model::is_empty_heading(heading)) {
      report_.warning(heading.place, "this heading has no words, so the page leaves it out",
                      Code::empty_heading);
      return;
    }
    const int level = std::max(2, heading.level);
    if (level > level_ + 1) {
      report_.warning(
          heading.place,
          "this heading is of level " + std::to_string(level) +
              (level_ == 1 ? ", and none of level 2 is before it"
                           : ", and the one before it of level " + std::to_string(level_)),
          Code::skipped_heading);
    }
    level_ = level;
    const std::string words = model::words_of(heading.inlines);
    if (is_blank(words)) return;
    const auto [first, is_new] = headings_.emplace(std::pair(level, words), heading.place);
    if (!is_new) {
      report_.note(heading.place,
                   "the heading " + quote(words) + " stands in line " +
                       std::to_string(first->second.line) + " already, at the same level",
                   Code::duplicate_heading);
    }
  }

  void check_code(const model::Block& code) {
    const std::string language = highlight::language_of(code.info);
    if (highlight::is_known(language)) return;
    constexpr std::size_t kTelling = 4;  // letters: shorter names are all near to each other
    const std::string_view meant = language.size() < kTelling ? "" : nearest(language, highlight::language_names());
    report_.warning(code.place,
                    "code in " + quote(language) + " has no colours" +
                        (meant.empty() ? "" : ": did you mean " + quote(meant) + '?'),
                    Code::unknown_code);
  }

  void check_picture(const std::string& url, const std::string& alt, Place place) {
    const model::Medium medium = model::medium_of(url);
    const std::string what = (medium == model::Medium::sound  ? "the sound "
                              : medium == model::Medium::film ? "the film "
                                                              : "the picture ") + quote(url);
    if (is_blank(alt)) {
      report_.warning(place,
                      what + (medium == model::Medium::picture ? " has no words for readers who don't see it"
                                                               : " has no words that say what it is"),
                      Code::missing_alt);
    }
    if (is_plain_http(url)) {
      report_.warning(place,
                      what +
                          " is fetched by plain http, which a page of "
                          "https does not show",
                      Code::plain_http);
    }
  }

  void check_link(const std::string& url, Place place) {
    if (!is_plain_http(url)) return;
    report_.warning(place, "the link to " + quote(url) + " is plain http, not https",
                    Code::plain_http);
  }

  const model::Article& article_;
  ingest::Report& report_;
  int level_ = 1;
  std::map<std::pair<int, std::string>, Place> headings_;
};

}  // namespace

void check_article(const model::Article& article, const std::string& path,
                   Diagnostics& diagnostics) {
  ingest::Report report(path, diagnostics);
  Checker(article, report).check();
}

}  // namespace lectern::publish
