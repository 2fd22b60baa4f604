// SPDX-License-Identifier: MIT
#include "publish/page_links.hpp"

#include <algorithm>

namespace lectern::publish {
namespace {

std::string without_entities(std::string_view text) {
  std::string out(text);
  for (size_t at = 0; (at = out.find("&amp;", at)) != std::string::npos; ++at)
    out.erase(at + 1, 4);
  return out;
}

// The value of an attribute, from behind its opening quote.
std::string_view value_at(std::string_view html, size_t begin) {
  return html.substr(begin, std::min(html.find('"', begin), html.size()) - begin);
}

}  // namespace

std::vector<std::string> links_of(std::string_view html) {
  std::vector<std::string> links;
  for (size_t at = html.find("=\""); at != std::string_view::npos; at = html.find("=\"", at)) {
    const std::string_view before = html.substr(0, at);
    at += 2;
    const std::string_view value = value_at(html, at);
    if (before.ends_with(" href") || before.ends_with(" src")) {
      links.push_back(without_entities(value));
    } else if (before.ends_with(" data-files")) {
      for (size_t i = 0; i < value.size();) {
        const size_t end = std::min(value.find(' ', i), value.size());
        links.push_back(without_entities(value.substr(i, end - i)));
        i = end + 1;
      }
    }
    at += value.size();
  }
  return links;
}

std::string own_address_of(std::string_view html) {
  constexpr std::string_view kBegin = "<meta property=\"og:url\" content=\"";
  const size_t at = html.find(kBegin);
  return at == std::string_view::npos ? "" : without_entities(value_at(html, at + kBegin.size()));
}

std::string resolve(std::string_view page, std::string_view url, std::string_view base) {
  url = url.substr(0, url.find_first_of("?#"));
  if (url.starts_with(base)) {
    page = "";
    url.remove_prefix(base.size());
    if (url.empty()) return "";
  }
  const size_t colon = url.find(':');
  if (url.empty() || url.front() == '/' ||
      (colon != std::string_view::npos && colon < url.find('/'))) {
    return "?";
  }
  std::string path(page.substr(0, page.rfind('/') + 1));
  while (!url.empty()) {
    const size_t slash = url.find('/');
    const std::string_view part = url.substr(0, slash);
    const bool last = slash == std::string_view::npos;
    url = last ? "" : url.substr(slash + 1);
    if (part == "..") {
      if (path.empty()) return "?";
      path.pop_back();
      path.erase(path.rfind('/') + 1);
    } else if (part != "." && !part.empty()) {
      path += std::string(part) + (last ? "" : "/");
    }
  }
  return path;
}

}  // namespace lectern::publish
