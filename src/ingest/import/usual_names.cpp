// SPDX-License-Identifier: MIT
// The names that Hugo, Jekyll and Eleventy (and themes that many use) have for what we have too.
// One row a field: ours, then theirs in the order in which they count.
#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "base/slug.hpp"
#include "ingest/field_reader.hpp"
#include "ingest/import/feed_item.hpp"
#include "ingest/import/front_matter_forms.hpp"

namespace lectern::ingest {
namespace {

struct Row {
  std::string_view ours;
  std::string_view theirs[5];
};
// Of texts alone; lists and objects are below.
constexpr Row kTexts[] = {
    {"published", {"date", "publishDate", "pubDate", "publish_date", "created"}},
    {"updated", {"lastmod", "last_modified_at", "updatedDate", "modified", "last_modified"}},
    {"expires", {"expiryDate", "unpublishdate", "unpublishDate", "expires_at", "expiry_date"}},
    {"standfirst", {"description", "summary", "excerpt", "subtitle", ""}},
    {"lang", {"language", "locale", "", "", ""}},
    {"canonical", {"canonical_url", "canonicalURL", "canonicalUrl", "", ""}},
};
constexpr Row kTextsOrLists[] = {
    {"authors", {"author", "", "", "", ""}},
    {"aliases", {"redirect_from", "alias", "", "", ""}},
};
constexpr std::string_view kImages[] = {"cover",         "featured_image", "featureImage",
                                        "feature_image", "hero_image",     "thumbnail",
                                        "images"};
constexpr std::string_view kSources[] = {"path", "image", "url", "file"};

class Adopter {
 public:
  Adopter(Value& root, bool dated_name) : root_(root), dated_name_(dated_name) {}

  void adopt() {
    read_published_flag("published");
    read_published_flag("publish");
    read_status();
    for (const Row& row : kTexts)
      rename(row, [](const Value& value) { return FieldReader::is_text(value); });
    for (const Row& row : kTextsOrLists)
      rename(row, [](const Value& value) { return value.type != ValueType::boolean; });
    adopt_image();
    adopt_tags();
    adopt_categories();
    adopt_address();
    forget_theirs();
  }

 private:
  Member* member(std::string_view key) {
    const auto found = std::find_if(root_.members.begin(), root_.members.end(),
                                    [&](const Member& each) { return each.key == key; });
    return found == root_.members.end() ? nullptr : &*found;
  }
  bool has(std::string_view key) { return FieldReader::find(root_, key) != nullptr; }
  void remove(std::string_view key) {
    std::erase_if(root_.members, [&](const Member& each) { return each.key == key; });
  }
  // What was said of it before, if it was nothing, goes.
  Member& put(std::string_view key, Value value) {
    remove(key);
    const size_t offset = value.offset;
    root_.members.push_back({std::string(key), offset, std::move(value)});
    return root_.members.back();
  }

  template <typename Fits>
  void rename(const Row& row, Fits fits) {
    for (const std::string_view theirs : row.theirs) {
      Member* found = theirs.empty() ? nullptr : member(theirs);
      if (!found || has(row.ours) || !has(theirs) || !fits(found->value)) continue;
      Value value = std::move(found->value);
      remove(theirs);
      put(row.ours, std::move(value));
    }
  }

  // "published: false" of Jekyll and "publish: false" of others are our draft.
  void read_published_flag(std::string_view key) {
    const Member* found = member(key);
    if (!found) return;
    const bool is_false = found->value.type == ValueType::boolean ? !found->value.boolean
                                                                  : found->value.text == "false";
    const bool is_flag = found->value.type == ValueType::boolean || is_false ||
                         (found->value.type == ValueType::plain && found->value.text == "true");
    if (!is_flag) return;
    const size_t offset = found->value.offset;
    remove(key);
    if (is_false) put_draft(offset);
  }

  // "status: draft", as content systems export it.
  void read_status() {
    const Member* found = member("status");
    if (!found || !FieldReader::is_text(found->value)) return;
    const bool is_draft = found->value.text == "draft" || found->value.text == "private";
    const size_t offset = found->value.offset;
    remove("status");
    if (is_draft) put_draft(offset);
  }

  void put_draft(size_t offset) {
    Value draft;
    draft.type = ValueType::boolean;
    draft.boolean = true;
    draft.offset = offset;
    put("draft", std::move(draft));
  }

  void adopt_image() {
    for (const std::string_view theirs : kImages) {
      Member* found = has("image") ? nullptr : member(theirs);
      if (!found) continue;
      Value value = found->value;
      if (value.type == ValueType::list && !value.items.empty()) {
        Value first = value.items.front();
        value = std::move(first);
      }
      // "cover: true" is a switch of some themes.
      const bool fits = FieldReader::is_text(value)
                            ? value.text.find_first_of("./") != std::string::npos
                            : value.type == ValueType::object;
      if (fits) put("image", std::move(value));
    }
    Member* image = member("image");
    if (!image || image->value.type != ValueType::object || image->value.find("src")) return;
    for (Member& each : image->value.members) {
      const bool source =
          std::find(std::begin(kSources), std::end(kSources), each.key) != std::end(kSources);
      if (!source || !FieldReader::is_text(each.value)) continue;
      each.key = "src";
      return;
    }
  }

  static Value text_like(const Value& value, std::string_view text) {
    Value out;
    out.type = ValueType::text;
    out.text = one_line(text);
    out.offset = value.offset;
    return out;
  }

  static Value split(const Value& value, std::string_view marks) {
    Value list;
    list.type = ValueType::list;
    list.offset = value.offset;
    for (std::string_view rest = value.text; !rest.empty();) {
      const size_t end = std::min(rest.find_first_of(marks), rest.size());
      Value item = text_like(value, rest.substr(0, end));
      if (!item.text.empty()) list.items.push_back(std::move(item));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return list;
  }

  void adopt_tags() {
    if (Member* tags = member("tags"); tags && dated_name_ && FieldReader::is_text(tags->value)) {
      tags->value = split(tags->value, ", ");
    }
    const Member* keywords = has("tags") ? nullptr : member("keywords");
    if (!keywords) return;
    if (FieldReader::is_text(keywords->value)) {
      put("tags", split(keywords->value, ","));
    } else if (keywords->value.type == ValueType::list) {
      put("tags", Value(keywords->value));
    }
  }

  // Theirs are many side by side, our section is one: the first; the others are tags.
  void adopt_categories() {
    for (const std::string_view theirs : {"category", "categories"}) {
      const Member* found = has("section") ? nullptr : member(theirs);
      if (!found || !has(theirs)) continue;
      Value list = found->value;
      if (FieldReader::is_text(list))
        list = split(list, dated_name_ && theirs == "categories" ? " " : ",");
      if (list.type != ValueType::list || list.items.empty()) continue;
      Value first = std::move(list.items.front());
      list.items.erase(list.items.begin());
      put("section", std::move(first));
      if (!has("tags")) {
        if (!list.items.empty()) put("tags", std::move(list));
      } else if (Member* tags = member("tags"); tags->value.type == ValueType::list) {
        std::move(list.items.begin(), list.items.end(), std::back_inserter(tags->value.items));
      }
    }
  }

  // A slug names the article; an address that it had is one to be led from as well.
  void adopt_address() {
    for (const std::string_view theirs : {"slug", "permalink", "url"}) {
      const Member* found = member(theirs);
      if (!found || !FieldReader::is_text(found->value)) continue;
      const Value value = found->value;
      const bool address = theirs != "slug";
      // ":year" and "{{ … }}" stand for what only their system knows.
      if (address &&
          (!value.text.starts_with('/') || value.text.find_first_of(":{") != std::string::npos)) {
        continue;
      }
      const std::string name = address ? last_part(value.text) : value.text;
      if (!has("id") && name.find_first_not_of(" ./-_") != std::string::npos) {
        put("id", text_like(value, slug(name)));
      }
      if (address && value.text != "/") add_alias(value);
    }
  }

  // Known, though ours may have counted more.
  void forget_theirs() {
    for (const auto& rows : {std::span<const Row>(kTexts), std::span<const Row>(kTextsOrLists)}) {
      for (const Row& row : rows) {
        for (const std::string_view theirs : row.theirs) remove(theirs);
      }
    }
    for (const std::string_view theirs : kImages) remove(theirs);
    for (const char* theirs : {"keywords", "category", "categories", "slug", "permalink", "url"}) remove(theirs);
  }

  void add_alias(const Value& address) {
    Member* aliases = has("aliases") ? member("aliases") : nullptr;
    Value list;
    list.type = ValueType::list;
    list.offset = address.offset;
    if (aliases && aliases->value.type == ValueType::list) list = aliases->value;
    if (aliases && FieldReader::is_text(aliases->value)) list.items.push_back(aliases->value);
    list.items.push_back(address);
    put("aliases", std::move(list));
  }

  Value& root_;
  const bool dated_name_;
};

}  // namespace

void adopt_usual_names(Value& root, bool dated_name) {
  Adopter(root, dated_name).adopt();
}

}  // namespace lectern::ingest
