// SPDX-License-Identifier: MIT
// Ghost's export: tables of posts, authors and tags, joined by ids. An id is a text, or a number in
// old exports.
#include "ingest/import/feeds.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/number.hpp"
#include "model/urls.hpp"

namespace lectern::ingest {
namespace {

std::string key_of(const Value& row, std::string_view name) {
  const Value* value = row.find(name);
  if (!value) return "";
  return value->type == ValueType::number ? decimal(value->number, 0) : value->text;
}

// The rows of a table; none when it is not there.
const std::vector<Value>& rows_of(const Feed& feed, const Value& data, std::string_view name) {
  static const std::vector<Value> kNone;
  const Value* table = FeedItem::find(data, name);
  if (!table) return kNone;
  if (table->type == ValueType::list) return table->items;
  FieldReader(feed.places, feed.report).wrong(*table, quote(name), "a list");
  return kNone;
}

class Reader {
 public:
  Reader(const Feed& feed, const Value& data) : feed_(feed), data_(data) {
    index("users", users_);
    index("tags", tags_);
    join("posts_authors", "author_id", users_, authors_of_);
    join("posts_tags", "tag_id", tags_, tags_of_);
  }

  Articles read() {
    Articles out;
    const Value* posts = FeedItem::find(data_, "posts");
    FieldReader fields(feed_.places, feed_.report);
    if (!posts) {
      fields.error(data_, "the export has no \"posts\"");
    } else if (posts->type != ValueType::list) {
      fields.wrong(*posts, "\"posts\"", "a list");
    } else {
      for_each_object(feed_, *posts, "a post",
                      [&](const Value& post) { out.push_back(read_post(post)); });
    }
    return out;
  }

 private:
  using Rows = std::map<std::string, const Value*>;
  using Joined = std::map<std::string, std::vector<const Value*>>;

  void index(std::string_view table, Rows& rows) {
    for (const Value& row : rows_of(feed_, data_, table))
      rows.emplace(key_of(row, "id"), &row);
  }

  void join(std::string_view table, std::string_view other, const Rows& rows, Joined& joined) {
    for (const Value& row : rows_of(feed_, data_, table)) {
      const auto found = rows.find(key_of(row, other));
      if (found != rows.end()) joined[key_of(row, "post_id")].push_back(found->second);
    }
  }

  void read_author(const Value& user, FeedItem& item) {
    item.add_author(name_in(user, "name"), name_in(user, "website"));
  }

  void read_people_and_tags(const Value& post, FeedItem& item) {
    const std::string id = key_of(post, "id");
    for (const Value* user : authors_of_[id])
      read_author(*user, item);
    if (const auto user = users_.find(key_of(post, "author_id"));
        user != users_.end() && item.article().authors.empty()) {
      read_author(*user->second, item);
    }
    for (const Value* tag : tags_of_[id]) {
      const std::string name = name_in(*tag, "name");
      if (!name.starts_with('#')) item.add_tag(name);  // internal ones
    }
    // Ghost has no sections; its first tag stands above the title.
    auto& article = item.article();
    if (!article.tags.empty()) article.section = {article.tags.front()};
  }

  SourceArticle read_post(const Value& post) {
    FeedItem item(feed_, post);
    model::Article& article = item.article();
    item.line(post, "title", article.title);
    item.line(post, "custom_excerpt", article.standfirst);
    item.date(post, "published_at", article.published);
    item.date(post, "updated_at", article.updated);
    item.link(post, "canonical_url", article.canonical);
    if (item.image(post, "feature_image")) {
      item.line(post, "feature_image_alt", article.image.alt);
      item.html_line(post, "feature_image_caption", article.image.caption);
    }
    std::string text;
    if (item.line(post, "slug", text)) item.set_id(text);
    if (item.line(post, "locale", text)) item.set_language(text);
    if (item.line(post, "status", text)) article.draft = text != "published" && text != "sent";
    read_people_and_tags(post, item);
    const Value* html = FeedItem::find(post, "html");
    const Value* plain = FeedItem::find(post, "plaintext");
    if (html && html->type == ValueType::text) {
      item.add_html(*html);
    } else if (html) {
      item.fields().wrong(*html, "\"html\"", "text");
    } else if (plain && plain->type == ValueType::text) {
      item.add_text(*plain);
    } else {
      item.fields().warning(post, "this post has no text: its \"html\" is empty");
    }
    SourceArticle made = item.finish();
    // Its exports have this for the address of the site that they come from.
    constexpr std::string_view kOwnSite = "__GHOST_URL__";
    model::for_each_url(made.article, [&](std::string& url, bool) {
      if (url.starts_with(kOwnSite)) url = '/' + url.substr(std::min(url.find_first_not_of('/', kOwnSite.size()), url.size()));
    });
    return made;
  }

  const Feed& feed_;
  const Value& data_;
  Rows users_, tags_;
  Joined authors_of_, tags_of_;
};

}  // namespace

Articles read_ghost(const Feed& feed) {
  const Value* data = &feed.root;
  const Value* db = feed.root.find("db");
  if (db && db->type == ValueType::list && !db->items.empty()) data = &db->items.front();
  if (const Value* inner = data->find("data")) data = inner;
  if (data->type != ValueType::object) {
    FieldReader(feed.places, feed.report).wrong(*data, "the export's data", "an object");
    return {};
  }
  return Reader(feed, *data).read();
}

}  // namespace lectern::ingest
