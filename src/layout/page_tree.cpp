// SPDX-License-Identifier: MIT
// Builds the page around an article, and keeps what changes while it is read up to date.
#include "layout/page_tree.hpp"

#include <algorithm>
#include <utility>

#include "layout/direction.hpp"
#include "layout/strings.hpp"
#include "layout/tree_builder.hpp"

namespace lectern::layout {
namespace {

using model::Inline;
using model::InlineKind;
using model::Inlines;

Inline time_inline(const std::string& date, std::string_view lang) {
  Inline item = inline_of(InlineKind::time, date_in_words(date, lang));
  item.title = date;
  return item;
}

void add_text(Inlines& inlines, std::string_view text) {
  if (!text.empty()) inlines.push_back(text_inline(text));
}

// What is inside details that are not open has no place. Parents stand before their children.
void collapse(PageTree& tree, int from) {
  const int end = tree.nodes[static_cast<size_t>(from)].end;
  for (int i = from + 1; i < end; ++i) {
    Node& node = tree.nodes[static_cast<size_t>(i)];
    const Node& parent = tree.nodes[static_cast<size_t>(node.parent)];
    const bool closed = parent.element == Element::details && !parent.open;
    node.collapsed = parent.collapsed || (closed && node.element != Element::summary);
  }
}

class PageBuilder {
 public:
  PageBuilder(const model::Article& article, model::Blocks& body, const model::PageContext& context,
              const state::ReaderState& reader)
      : article_(article),
        body_(body),
        context_(context),
        reader_(reader),
        strings_(strings_for(context.site_lang)),
        build_(strings_, false) {
    build_.code = context.code;
  }

  PageTree page() {
    build_.tree.lang = article_.lang.empty() ? context_.site_lang : article_.lang;
    build_.tree.dir = direction_of(article_.dir, build_.tree.lang);
    build_.tree.site_lang = context_.site_lang;
    const bool whole = !reader_.embedded;
    open(Element::page);
    if (whole) masthead();
    open(Element::lead);
    if (whole) breadcrumb();
    build_.at(open(Element::main)).id = kMainId;
    article();
    if (whole) related();
    if (whole) share();
    if (article_.moods) moods();
    build_.close();
    if (!whole) source_line();
    build_.close();
    if (whole && (!context_.columns.empty() || !context_.headlines.empty())) side();
    if (whole) turn();
    if (whole && context_.own_footer) own(Element::footer);
    build_.close();
    collapse(build_.tree, 0);
    return std::move(build_.tree);
  }

 private:
  int open(Element element) {
    const int index = build_.open(element);
    if (is_in_site_words(element)) build_.at(index).lang = lang_for(context_.site_lang);
    return index;
  }
  // As a node has it: "" for the page's.
  std::string lang_for(const std::string& lang) const { return lang == build_.tree.lang ? "" : lang; }
  static bool is_in_site_words(Element element) {
    return element == Element::masthead || element == Element::breadcrumb ||
           element == Element::languages ||
           element == Element::related || element == Element::share || element == Element::moods ||
           element == Element::side || element == Element::turn || element == Element::footer;
  }
  int open_labelled(Element element, std::string_view label) {
    const int index = open(element);
    build_.at(index).label = label;
    return index;
  }
  Node& leaf(Element element, Inlines inlines) {
    Node& node = build_.leaf(element, std::move(inlines));
    const std::string_view dir = direction_of_text(model::text_of(node.inlines));
    const bool own_words = !in_article_ || element == Element::byline ||
                           element == Element::dateline || element == Element::language ||
                           element == Element::unpublished || element == Element::topics;
    if (own_words && !dir.empty() && dir != build_.tree.dir) {
      node.dir = dir;  // words of the site, or another article's title
    }
    return node;
  }
  Node& story_link(Element element, const model::Link& link) {
    Node& node = leaf(element, {link_inline(link.title, link.url)});
    if (!link.lang.empty()) node.lang = lang_for(link.lang);
    return node;
  }
  void heading(std::string_view text, std::string id) {
    Node& node = leaf(Element::panel_heading, {text_inline(text)});
    node.lang = lang_for(context_.site_lang);
    node.id = std::move(id);
  }

  // What a theme's template makes: only its HTML is known, and that to the publisher alone.
  void own(Element element) {
    build_.at(open(element)).html_only = true;
    build_.close();
  }

  void masthead() {
    if (context_.own_masthead) return own(Element::masthead);
    open(Element::masthead);
    leaf(Element::site_name, {link_inline(context_.site_title, context_.home_url)});
    build_.close();
  }

  void breadcrumb() {
    open_labelled(Element::breadcrumb, strings_.breadcrumb);
    open(Element::crumbs);
    for (const model::Link& crumb : context_.breadcrumb) {
      leaf(Element::crumb, {link_inline(crumb.title, crumb.url)});
    }
    build_.close();
    build_.close();
  }

  void article() {
    open(Element::article);
    in_article_ = true;
    unpublished();
    leaf(Element::title, {text_inline(article_.title)});
    if (!article_.standfirst.empty()) {
      leaf(Element::standfirst, {text_inline(article_.standfirst)});
    }
    byline();
    languages();
    if (!article_.image.src.empty()) lead_image();
    open(Element::body);
    build_.parts(body_);
    build_.close();
    corrections();
    topics();
    build_.close();
    in_article_ = false;
  }

  // Only where drafts and later articles were asked for.
  void unpublished() {
    const std::string words = unpublished_words(strings_, context_.draft, context_.future);
    if (words.empty()) return;
    leaf(Element::unpublished, {text_inline(words)}).lang = lang_for(context_.site_lang);
  }

  // An author's own address, else that of their page here.
  const std::string& author_url(const model::Author& author) const {
    const auto found =
        std::find_if(context_.authors.begin(), context_.authors.end(),
                     [&](const model::Link& page) { return page.title == author.name; });
    return author.url.empty() && found != context_.authors.end() ? found->url : author.url;
  }

  void byline() {
    if (!article_.authors.empty()) {
      Inlines inlines;
      const auto [before, behind] = around(strings_.by);
      add_text(inlines, before);
      for (size_t i = 0; i < article_.authors.size(); ++i) {
        const model::Author& author = article_.authors[i];
        if (i > 0) add_text(inlines, strings_.comma);
        const std::string& url = author_url(author);
        inlines.push_back(url.empty() ? text_inline(author.name) : link_inline(author.name, url));
      }
      add_text(inlines, behind);
      leaf(Element::byline, std::move(inlines));
    }
    if (article_.published.empty()) return;
    Inlines inlines{time_inline(article_.published, context_.site_lang)};
    if (!article_.updated.empty()) {
      const auto [before, behind] = around(strings_.updated);
      add_text(inlines, " · " + std::string(before));
      inlines.push_back(time_inline(article_.updated, context_.site_lang));
      add_text(inlines, behind);
    }
    leaf(Element::dateline, std::move(inlines)).lang = lang_for(context_.site_lang);
  }

  void languages() {
    if (context_.translations.empty()) return;
    open_labelled(Element::languages, strings_.languages);
    for (const model::Link& link : context_.translations) story_link(Element::language, link);
    build_.close();
  }

  void lead_image() {
    const model::Picture& picture = article_.image;
    Inline image;
    image.kind = InlineKind::image;
    image.url = picture.src;
    image.text = picture.alt;
    image.width = picture.width;
    image.height = picture.height;
    image.srcset = picture.srcset;
    Inlines caption;
    if (!picture.caption.empty()) caption.push_back(text_inline(picture.caption));
    if (!picture.credit.empty()) {
      if (!caption.empty()) caption.push_back(text_inline(" "));
      caption.push_back(inline_of(InlineKind::small, picture.credit));
    }
    build_.picture(image, std::move(caption));
  }

  void corrections() {
    if (article_.corrections.empty()) return;
    open_labelled(Element::corrections, strings_.corrections);
    heading(strings_.corrections, "");
    for (const model::Correction& correction : article_.corrections) {
      Inlines inlines;
      if (!correction.date.empty()) {
        inlines.push_back(time_inline(correction.date, context_.site_lang));
        add_text(inlines, strings_.colon);
      }
      inlines.push_back(text_inline(correction.text));
      leaf(Element::correction, std::move(inlines));
    }
    build_.close();
  }

  // The tags that have pages.
  void topics() {
    if (context_.tags.empty()) return;
    Inlines inlines{text_inline(std::string(strings_.topics) + std::string(strings_.colon))};
    for (size_t i = 0; i < context_.tags.size(); ++i) {
      if (i > 0) add_text(inlines, strings_.comma);
      inlines.push_back(link_inline(context_.tags[i].title, context_.tags[i].url));
    }
    leaf(Element::topics, std::move(inlines));
  }

  void related() {
    if (context_.related.empty()) return;
    open_labelled(Element::related, strings_.related);
    heading(strings_.related, "");
    open(Element::related_list);
    for (const model::Link& link : context_.related) {
      open(Element::related_entry);
      story_link(Element::related_item, link);
      if (!link.reason.empty()) leaf(Element::related_reason, {text_inline(link.reason)});
      build_.close();
    }
    build_.close();
    build_.close();
  }

  void share() {
    open_labelled(Element::share, strings_.share);
    heading(strings_.share, "");
    open(Element::share_row);
    leaf(Element::share_button, {text_inline(strings_.copy_link)}).key = "copy";
    Node& sheet = leaf(Element::share_button, {text_inline(strings_.share_sheet)});
    sheet.key = "share";
    sheet.hidden = !reader_.can_share;
    Node& mail = leaf(Element::share_link, {text_inline(strings_.email)});
    mail.url = mail_url();
    Node& save = leaf(Element::share_button, {text_inline(strings_.save_article)});
    save.key = "save";
    save.hidden = !reader_.can_save;
    if (!context_.own) leaf(Element::share_button, {text_inline(strings_.embed)}).key = "embed";
    build_.close();
    leaf(Element::share_status, {text_inline(share_words(strings_, reader_))});
    build_.close();
  }

  std::string mail_url() const {
    const std::string& page = reader_.page_url.empty() ? context_.page_url : reader_.page_url;
    return "mailto:?subject=" + percent_encode(article_.title) + "&body=" + percent_encode(page);
  }

  static std::string percent_encode(std::string_view text) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
      if (plain) {
        out += c;
      } else {
        out += '%';
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
      }
    }
    return out;
  }

  void moods() {
    open_labelled(Element::moods, strings_.mood_question);
    heading(strings_.mood_question, "");
    open(Element::mood_grid);
    for (size_t i = 0; i < model::kMoods.size(); ++i) {
      const model::MoodName& name = model::kMoods[i];
      Node& node = leaf(Element::mood_button, {text_inline(mood_label(strings_, reader_, i))});
      node.key = std::string(name.key);
      node.pressed = reader_.mood == name.mood;
    }
    build_.close();
    leaf(Element::mood_status, {text_inline(mood_words(strings_, reader_))});
    build_.close();
  }

  // Where the article stands with its site around it.
  void source_line() {
    const auto [before, behind] = around(strings_.read_at);
    Inlines inlines;
    add_text(inlines, before);
    inlines.push_back(link_inline(context_.site_title, context_.page_url));
    add_text(inlines, behind);
    leaf(Element::source_line, std::move(inlines)).lang = lang_for(context_.site_lang);
  }

  void side() {
    open(Element::side);
    if (!context_.columns.empty()) column_map();
    if (!context_.headlines.empty()) headlines();
    build_.close();
  }

  void column_map() {
    open_labelled(Element::column_map, strings_.column_map);
    heading(strings_.column_map, "");
    open(Element::column_list);
    for (const model::Column& column : context_.columns) {
      Node& node = leaf(Element::column_item, {link_inline(column.path.back(), column.url)});
      node.level = column.depth;
      node.current = column.current;
    }
    build_.close();
    build_.close();
  }

  void headlines() {
    open_labelled(Element::headlines, strings_.headlines);
    heading(strings_.headlines, "");
    open(Element::headline_list);
    for (const model::Link& link : context_.headlines) {
      story_link(Element::headline, link).current = link.current;
    }
    build_.close();
    build_.close();
  }

  void turn() {
    if (context_.prev.title.empty() && context_.next.title.empty()) return;
    open_labelled(Element::turn, strings_.turn);
    turn_half(Element::turn_prev, strings_.prev, context_.prev);
    turn_half(Element::turn_next, strings_.next, context_.next);
    build_.close();
  }
  void turn_half(Element element, std::string_view label, const model::Link& link) {
    open(element);
    if (!link.title.empty()) {
      leaf(Element::turn_label, {text_inline(label)});
      story_link(Element::turn_link, link);
    }
    build_.close();
  }

  const model::Article& article_;
  model::Blocks& body_;
  const model::PageContext& context_;
  const state::ReaderState& reader_;
  const Strings& strings_;
  TreeBuilder build_;
  bool in_article_ = false;
};

}  // namespace

PageTree build_article_page(const model::Article& article, const model::PageContext& context,
                            const state::ReaderState& reader) {
  return build_article_page(article, article.body, context, reader);
}

PageTree build_article_page(const model::Article& article, model::Blocks body,
                            const model::PageContext& context, const state::ReaderState& reader) {
  return PageBuilder(article, body, context, reader).page();
}

std::vector<int> update_reader(PageTree& tree, const state::ReaderState& reader) {
  const Strings& strings = strings_for(tree.site_lang);
  std::vector<int> changed;
  for (int i = 0; i < static_cast<int>(tree.nodes.size()); ++i) {
    Node& node = tree.nodes[static_cast<size_t>(i)];
    if (node.element == Element::mood_button) {
      const auto mood = model::mood_from_key(node.key);
      const bool pressed = reader.mood && mood == reader.mood;
      std::string label = mood_label(strings, reader, static_cast<size_t>(mood.value()));
      if (node.pressed == pressed && model::text_of(node.inlines) == label) continue;
      node.pressed = pressed;
      node.inlines = {text_inline(label)};
    } else if (node.element == Element::share_status || node.element == Element::mood_status) {
      const bool share = node.element == Element::share_status;
      std::string words =
          share ? share_words(strings, reader) : std::string(mood_words(strings, reader));
      if (model::text_of(node.inlines) == words) continue;
      node.inlines = {text_inline(words)};
    } else {
      continue;
    }
    changed.push_back(i);
  }
  return changed;
}

bool set_open(PageTree& tree, int details, bool open) {
  Node& node = tree.nodes[static_cast<size_t>(details)];
  if (node.element != Element::details || node.open == open) return false;
  node.open = open;
  collapse(tree, details);
  return true;
}

PageTree build_fragment(model::Blocks blocks) {
  TreeBuilder builder(strings_for(""), true);
  builder.open(Element::body);
  builder.blocks(blocks);
  builder.close();
  return std::move(builder.tree);
}

}  // namespace lectern::layout
