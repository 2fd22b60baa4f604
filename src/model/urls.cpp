// SPDX-License-Identifier: MIT
#include "model/urls.hpp"

#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace lectern::model {
namespace {

// A scheme counts with what must follow it: "https:a" is relative to a page of https.
bool is_absolute(std::string_view url, bool image) {
  std::string head(url.substr(0, 8));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  if (head == "https://") return true;
  if (image) return head.starts_with("data:");
  return head.starts_with("http://") || head.starts_with("mailto:") || head.starts_with("tel:");
}

// As the attribute has it. In a URL there, white space and a comma at an end would end it.
std::string srcset_of(const std::vector<ImageSource>& sources) {
  std::string out;
  for (const ImageSource& source : sources) {
    if (!out.empty()) out += ", ";
    for (const char c : source.url) {
      if (c == ',') {
        out += "%2C";
      } else if (static_cast<unsigned char>(c) > ' ') {
        out += c;
      }
    }
    out += ' ' + std::to_string(source.width) + 'w';
  }
  return out;
}

class UrlMap {
 public:
  UrlMap() : absolute_(true) {}  // of an article whose relative URLs lead nowhere
  explicit UrlMap(const PageContext& context) {
    for (const auto& [source, url] : context.urls)
      links_.emplace(source, &url);
    for (const ImageInfo& image : context.images)
      images_.emplace(image.src, &image);
  }
  bool empty() const { return links_.empty() && images_.empty(); }

  bool apply_link(std::string& url) const {
    if (absolute_ && !is_absolute(url, false)) {
      url.clear();
      return true;
    }
    const auto found = links_.find(url);
    if (found != links_.end()) url = *found->second;
    return found != links_.end();
  }

  void apply_image(std::string& src, std::string& srcset, int& width, int& height) const {
    if (absolute_ && !is_absolute(src, true)) src.clear();
    const auto found = images_.find(src);
    if (found == images_.end()) return;
    const ImageInfo& info = *found->second;
    src = info.url;
    srcset = srcset_of(info.sources);
    if (info.width <= 0 || info.height <= 0) return;
    if (width <= 0 && height <= 0) {
      width = info.width;
      height = info.height;
    } else if (width <= 0) {
      width = in_proportion(height, info.width, info.height);
    } else if (height <= 0) {
      height = in_proportion(width, info.height, info.width);
    }
  }

 private:
  // length * a / b, rounded, at least 1. In double: a hostile width may be near INT_MAX.
  static int in_proportion(int length, int a, int b) {
    const double value = static_cast<double>(length) * a / b + 0.5;
    return value < 1 ? 1 : value > 1e6 ? 1000000 : static_cast<int>(value);
  }

  bool absolute_ = false;
  std::unordered_map<std::string_view, const std::string*> links_;
  std::unordered_map<std::string_view, const ImageInfo*> images_;
};

void apply(Inlines& inlines, const UrlMap& map) {
  for (size_t i = 0; i < inlines.size(); ++i) {
    Inline& item = inlines[i];
    if (item.kind == InlineKind::image) map.apply_image(item.url, item.srcset, item.width, item.height);
    apply(item.children, map);
    if (item.kind != InlineKind::link || !map.apply_link(item.url) || !item.url.empty()) continue;
    Inlines text = std::move(item.children);
    const auto at = inlines.erase(inlines.begin() + static_cast<std::ptrdiff_t>(i));
    inlines.insert(at, std::make_move_iterator(text.begin()), std::make_move_iterator(text.end()));
    i += text.size();  // done already
    --i;
  }
}

void apply(Blocks& blocks, const UrlMap& map) {
  for (Block& block : blocks) {
    apply(block.inlines, map);
    apply(block.children, map);
  }
}

}  // namespace

void apply_urls(Article& article, const PageContext& context) {
  const UrlMap map(context);
  if (map.empty()) return;
  map.apply_image(article.image.src, article.image.srcset, article.image.width, article.image.height);
  apply(article.body, map);
}

void keep_absolute_urls(Article& article) {
  const UrlMap map;
  map.apply_image(article.image.src, article.image.srcset, article.image.width, article.image.height);
  apply(article.body, map);
  for (Author& author : article.authors) map.apply_link(author.url);
  std::erase_if(article.related, [&](Related& item) {
    map.apply_link(item.url);
    return item.url.empty() || item.title.empty();
  });
}

}  // namespace lectern::model
