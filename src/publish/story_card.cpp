// SPDX-License-Identifier: MIT
#include "publish/story_card.hpp"

#include <algorithm>

#include "model/urls.hpp"
#include "publish/addresses.hpp"
#include "publish/images.hpp"
#include "publish/marks.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

// How wide web/pages.css shows it: that of the front page's first story, of a column's first there, and
// all others. A square cut out of a picture of 16 by 9 needs it 12rem wide.
constexpr const char* kFirstSizes = "(min-width: 67.5rem) 36rem, (min-width: 52rem) 56vw, 100vw";
constexpr const char* kLargeSizes = "(min-width: 52rem) 30rem, 12rem";
constexpr const char* kSmallSizes = "(min-width: 52rem) 18rem, 12rem";

std::string write_picture(const model::Picture& picture, const std::string& url,
                          const CardForm& form) {
  std::string html = "<a class=\"story-picture\" href=\"" + escape_html(url) +
                     "\" tabindex=\"-1\" aria-hidden=\"true\"><img";
  if (!picture.srcset.empty()) {
    html += " srcset=\"" + escape_html(picture.srcset) + "\" sizes=\"" +
            (form.first_screen    ? kFirstSizes
             : form.large_picture ? kLargeSizes
                                  : kSmallSizes) +
            '"';
  }
  html += " src=\"" + escape_html(picture.src) + "\" alt=\"\"";
  if (picture.width > 0 && picture.height > 0) {
    html += " width=\"" + std::to_string(picture.width) + "\" height=\"" +
            std::to_string(picture.height) + '"';
  }
  html += form.first_screen ? " fetchpriority=\"high\"" : " loading=\"lazy\"";
  return html + " decoding=\"async\"></a>\n";
}

}  // namespace

model::Picture picture_on(const Site& site, const Story& story, std::string_view page) {
  model::Picture picture = story.article.image;
  const auto reference =
      std::find_if(story.references.begin(), story.references.end(),
                   [&](const Reference& r) { return r.image && r.url == picture.src; });
  if (reference == story.references.end()) return picture;  // on the web
  if (reference->kind != Reference::Kind::file) return {};
  const MediaFile& file = site.content.media.at(reference->target);
  model::Article alone;
  alone.image = picture;
  model::PageContext context;
  context.images.push_back(
      {picture.src,
       relative_url(page, hashed_path(reference->target, file.hash)) + reference->suffix,
       file.width, file.height, sources_on(page, reference->target, file)});
  model::apply_urls(alone, context);
  return alone.image;
}

std::string write_link(std::string_view url, std::string_view text) {
  return "<a href=\"" + escape_html(url) + "\">" + escape_html(text) + "</a>";
}

std::string write_date(const Site& site, const model::Article& article) {
  if (article.published.empty()) return "";
  return "<time datetime=\"" + escape_html(article.published) + "\">" +
         escape_html(layout::date_in_words(article.published, site.content.publication.lang)) +
         "</time>";
}

std::string write_card(const Site& site, std::size_t index, std::string_view page,
                       const CardForm& form) {
  const Story& story = site.content.stories[index];
  const model::Article& article = story.article;
  const std::string url = relative_url(page, article_path(article.id));
  const bool foreign = !article.lang.empty() && article.lang != site.content.publication.lang;
  const std::string lang = foreign ? " lang=\"" + escape_html(article.lang) + '"' : "";

  std::string html = "<article class=\"story";
  if (!form.css_class.empty()) html += ' ' + std::string(form.css_class);
  html += "\">\n";
  const model::Picture picture = form.picture ? picture_on(site, story, page) : model::Picture();
  if (!picture.src.empty()) html += write_picture(picture, url, form);
  html += "<div class=\"story-text\">\n";
  const int column = form.column ? find_column(site.columns, article.section) : -1;
  if (column >= 0) {
    const ColumnPage& own = site.columns[static_cast<size_t>(column)];
    html += "<p class=\"story-column\">" +
            write_link(relative_url(page, own.site_path), own.path.back()) + "</p>\n";
  }
  const std::string tag(form.heading);
  const std::string mark = mark_of(story, site.content.publication.lang);
  if (!mark.empty()) html += "<p class=\"story-mark\">" + escape_html(mark) + "</p>\n";
  html += '<' + tag + " class=\"story-title\"" + lang + '>' + write_link(url, article.title) +
          "</" + tag + ">\n";
  if (!article.standfirst.empty()) {
    html +=
        "<p class=\"story-standfirst\"" + lang + '>' + escape_html(article.standfirst) + "</p>\n";
  }
  const std::string date = write_date(site, article);
  if (!date.empty()) html += "<p class=\"story-date\">" + date + "</p>\n";
  return html + "</div>\n</article>\n";
}

}  // namespace lectern::publish
