// SPDX-License-Identifier: MIT
#include "model/urls.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

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

bool has_scheme(std::string_view url) {  // RFC 3986, 3.1
  const size_t end = url.find_first_of(":/?#");
  if (end == std::string_view::npos || end == 0 || url[end] != ':') return false;
  return std::all_of(url.begin(), url.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
  });
}

// A path from the root without "." and ".." (5.2.4).
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> parts;
  bool folder = true;  // it ends in "/"
  for (path.remove_prefix(1); !path.empty() || !folder;) {
    const size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    folder = slash != std::string_view::npos || part == "." || part == "..";
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (part != ".") {
      parts.push_back(part);
    }
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
    if (path.empty()) break;
  }
  std::string out = "/";
  for (size_t i = 0; i < parts.size(); ++i) {
    out += parts[i];
    if (i + 1 < parts.size() || folder) out += '/';
  }
  return out;
}

using UrlAction = std::function<void(std::string&, bool)>;

void for_each_in(Inlines& inlines, const UrlAction& act) {
  for (Inline& item : inlines) {
    if (item.kind == InlineKind::link) act(item.url, false);
    if (item.kind == InlineKind::image) act(item.url, true);
    for_each_in(item.children, act);
  }
}

void for_each_in(Blocks& blocks, const UrlAction& act) {
  for (Block& block : blocks) {
    for_each_in(block.inlines, act);
    for_each_in(block.children, act);
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

std::string resolve_url(std::string_view page_url, std::string_view reference) {
  if (has_scheme(reference)) return std::string(reference);
  const size_t host = page_url.find("://") + 3;
  if (reference.starts_with("//")) {
    return std::string(page_url.substr(0, host - 2)) + std::string(reference);
  }
  const std::string_view page = page_url.substr(0, page_url.find_first_of("?#"));
  if (reference.empty() || reference.front() == '#') {
    return std::string(page) + std::string(reference);
  }
  const size_t root = std::min(page.find('/', host), page.size());
  const size_t suffix = std::min(reference.find_first_of("?#"), reference.size());
  const std::string_view named = reference.substr(0, suffix);
  std::string path(page.substr(root));
  if (path.empty()) path = "/";
  if (named.starts_with('/')) {
    path = named;
  } else if (!named.empty()) {
    path = path.substr(0, path.rfind('/') + 1) + std::string(named);
  }
  return std::string(page.substr(0, root)) + without_dots(path) +
         std::string(reference.substr(suffix));
}

void for_each_url(Article& article, const UrlAction& act) {
  if (!article.image.src.empty()) act(article.image.src, true);
  for_each_in(article.body, act);
}

void resolve_urls(Article& article) {
  if (article.base.empty()) return;
  for_each_url(article, [&](std::string& url, bool) {
    if (!url.empty() && !url.starts_with('#')) url = resolve_url(article.base, url);
  });
  article.base.clear();
}

}  // namespace lectern::model
