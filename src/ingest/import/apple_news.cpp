// SPDX-License-Identifier: MIT
// Apple News Format: a document of components, each with a role. What has a text or a picture is
// read, whatever its role; containers are opened.
#include "ingest/import/feeds.hpp"

#include <iterator>
#include <utility>

namespace lectern::ingest {
namespace {

using model::Block;
using model::BlockKind;

// Not one of those that belong to the article's fields.
bool is_text_role(std::string_view role) {
  return role != "title" && role != "byline" && role != "author" && role != "intro";
}

class Reader {
 public:
  explicit Reader(const Feed& feed) : root_(feed.root), item_(feed, feed.root) {}

  SourceArticle read() {
    model::Article& article = item_.article();
    item_.line(root_, "title", article.title);
    item_.line(root_, "subtitle", article.standfirst);
    std::string text;
    if (item_.line(root_, "language", text)) item_.set_language(text);
    if (const Value* metadata = item_.object(root_, "metadata")) read_metadata(*metadata);
    if (item_.line(root_, "identifier", text)) item_.set_id(text);
    if (const Value* components = item_.list(root_, "components")) read_components(*components);
    return item_.finish();
  }

 private:
  void read_metadata(const Value& metadata) {
    model::Article& article = item_.article();
    item_.date(metadata, "datePublished", article.published);
    item_.date(metadata, "dateModified", article.updated);
    item_.link(metadata, "canonicalURL", article.canonical);
    if (article.standfirst.empty()) item_.line(metadata, "excerpt", article.standfirst);
    if (const Value* authors = item_.list(metadata, "authors")) {
      for (const Value& author : authors->items)
        item_.add_author(name_in(author, "name"));
    }
    if (const Value* keywords = item_.list(metadata, "keywords")) {
      for (const Value& keyword : keywords->items)
        item_.add_tag(name_in(keyword, "name"));
    }
  }

  // Recursion is bounded by kMaxJsonDepth.
  void read_components(const Value& components) {
    for (const Value& component : components.items) {
      if (component.type == ValueType::object) {
        read_component(component);
      } else {
        item_.fields().wrong(component, "a component", "an object");
      }
    }
  }

  void read_component(const Value& component) {
    std::string role;
    item_.line(component, "role", role);
    if (!is_text_role(role)) return read_head(component, role);
    const size_t before = body().size();
    if (role == "divider") {
      add(BlockKind::rule, component);
    } else if (FeedItem::find(component, "text")) {
      read_text(component, role, before);
    } else if (FeedItem::find(component, "URL") || FeedItem::find(component, "imageURL")) {
      read_picture(component, role);
    }
    for (const std::string_view inner : {"items", "components"}) {
      const Value* list = item_.list(component, inner);
      if (!list) continue;
      inner == "items" ? read_gallery(*list) : read_components(*list);
    }
  }

  // What stands above the body belongs to the article's fields, as far as they don't say it
  // already.
  void read_head(const Value& component, std::string_view role) {
    model::Article& article = item_.article();
    const bool html = name_in(component, "format") == "html";
    std::string text;
    html ? item_.html_line(component, "text", text) : item_.line(component, "text", text);
    if (text.empty()) return;
    if (role == "title") {
      if (article.title.empty()) article.title = text;
      if (article.title == text) return;
    } else if (role == "intro") {
      if (article.standfirst.empty()) article.standfirst = text;
      if (article.standfirst == text) return;
    } else if (!article.authors.empty()) {
      return;
    } else {
      if (text.starts_with("By ")) text.erase(0, 3);
      return item_.add_author(text);
    }
    const size_t before = body().size();
    read_text(component, role, before);
  }

  void read_text(const Value& component, std::string_view role, size_t before) {
    const Value& text = *component.find("text");
    if (text.type != ValueType::text) {
      item_.fields().wrong(text, "\"text\"", "text");
      return;
    }
    const std::string format = name_in(component, "format");
    if (format == "html") {
      item_.add_html(text);
    } else if (format == "markdown") {
      item_.add_markdown(text);
    } else {
      item_.add_text(text);
    }
    if (role.starts_with("heading")) {
      make_headings(before,
                    role.size() == 8 && role[7] >= '1' && role[7] <= '6' ? role[7] - '0' : 2);
    } else if (role == "quote" || role == "pullquote") {
      Block quote = block(BlockKind::quote, component);
      quote.pull = role == "pullquote";
      take(before, quote.children);
      if (!quote.children.empty()) body().push_back(std::move(quote));
    } else if (role == "caption") {
      make_caption(before);
    }
  }

  void make_headings(size_t before, int level) {
    for (size_t i = before; i < body().size(); ++i) {
      if (body()[i].kind != BlockKind::paragraph) continue;
      body()[i].kind = BlockKind::heading;
      body()[i].level = level;
    }
  }

  // A caption of one paragraph goes to the picture before it.
  void make_caption(size_t before) {
    if (before == 0 || body().size() != before + 1) return;
    Block& picture = body()[before - 1];
    Block& caption = body()[before];
    const bool fits = picture.kind == BlockKind::figure && picture.inlines.empty() &&
                      caption.kind == BlockKind::paragraph;
    if (!fits) return;
    picture.inlines = std::move(caption.inlines);
    body().pop_back();
  }

  void read_gallery(const Value& items) {
    for (const Value& picture : items.items) {
      if (picture.type == ValueType::object) read_picture(picture, "photo");
    }
  }

  void read_picture(const Value& component, std::string_view role) {
    const std::string_view key = FeedItem::find(component, "URL") ? "URL" : "imageURL";
    std::string url = name_in(*component.find(key), "");
    if (url.starts_with("bundle://")) url.erase(0, 9);  // a file beside the article
    Value holder;
    holder.type = ValueType::object;
    holder.offset = component.find(key)->offset;
    holder.members.push_back({std::string(key), holder.offset, *component.find(key)});
    holder.members.back().value.text = url;
    const bool picture = role == "photo" || role == "image" || role == "figure" ||
                         role == "portrait" || role == "logo" || key == "imageURL";
    model::Inline item;
    item.kind = picture ? model::InlineKind::image : model::InlineKind::link;
    const bool allowed = picture ? item_.fields().image(holder, key, item.url)
                                 : item_.fields().link(holder, key, item.url);
    if (!allowed) return;
    item.place = item_.fields().place(holder);
    std::string caption;
    const Value* said = FeedItem::find(component, "caption");
    if (said) caption = name_in(*said, "text");
    if (picture) {
      item.text = name_in_member(component, "accessibilityCaption");
      if (item.text.empty()) item.text = caption;
    } else {
      // A film, a map, a post elsewhere: its address is what can be read.
      item.children.push_back(text_inline(item.url));
    }
    Block figure = block(BlockKind::figure, component);
    figure.children.push_back(block(BlockKind::paragraph, component));
    figure.children.back().inlines.push_back(std::move(item));
    if (!caption.empty()) figure.inlines.push_back(text_inline(caption));
    body().push_back(std::move(figure));
  }

  static std::string name_in_member(const Value& object, std::string_view key) {
    const Value* value = object.find(key);
    return value ? name_in(*value, "text") : "";
  }

  static model::Inline text_inline(std::string text) {
    model::Inline out;
    out.text = std::move(text);
    return out;
  }

  Block block(BlockKind kind, const Value& component) {
    Block made;
    made.kind = kind;
    made.place = item_.fields().place(component);
    return made;
  }
  void add(BlockKind kind, const Value& component) { body().push_back(block(kind, component)); }
  void take(size_t from, model::Blocks& into) {
    const auto begin = body().begin() + static_cast<std::ptrdiff_t>(from);
    into.assign(std::make_move_iterator(begin), std::make_move_iterator(body().end()));
    body().erase(begin, body().end());
  }
  model::Blocks& body() { return item_.article().body; }

  const Value& root_;
  FeedItem item_;
};

}  // namespace

Articles read_apple_news(const Feed& feed) {
  Articles out;
  out.push_back(Reader(feed).read());
  return out;
}

}  // namespace lectern::ingest
