// SPDX-License-Identifier: MIT
#include "publish/absolute_urls.hpp"

#include <algorithm>
#include <vector>

namespace lectern::publish {
namespace {

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

}  // namespace

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

std::string with_absolute_urls(std::string_view html, std::string_view page_url) {
  std::string out;
  bool in_tag = false;
  size_t done = 0;
  // In a tag each value stands between quotes, and neither quote nor "<" is in text.
  for (size_t i = 0; i < html.size(); ++i) {
    if (!in_tag) {
      in_tag = html[i] == '<';
      continue;
    }
    if (html[i] == '>') in_tag = false;
    if (html[i] != '"') continue;
    const size_t end = std::min(html.find('"', i + 1), html.size());
    const std::string_view before = html.substr(0, i);
    if (before.ends_with(" href=") || before.ends_with(" src=")) {
      out.append(html.substr(done, i + 1 - done));
      out += resolve_url(page_url, html.substr(i + 1, end - i - 1));
      done = end;
    }
    i = end;
  }
  out.append(html.substr(done));
  return out;
}

}  // namespace lectern::publish
