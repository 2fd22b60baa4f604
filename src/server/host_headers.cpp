// SPDX-License-Identifier: MIT
#include "server/host_headers.hpp"

#include <algorithm>

namespace lectern::server {
namespace {

std::string_view trimmed(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(" \t\r"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

// Linear: neither "*" nor a name has to be tried in more than one way.
bool fits(std::string_view pattern, std::string_view path) {
  while (!pattern.empty() && pattern != "*") {
    if (pattern.front() == ':') {
      pattern.remove_prefix(std::min(pattern.find('/'), pattern.size()));
      path.remove_prefix(std::min(path.find('/'), path.size()));
    } else if (path.empty() || path.front() != pattern.front()) {
      return false;
    } else {
      pattern.remove_prefix(1);
      path.remove_prefix(1);
    }
  }
  return path.empty() || pattern == "*";
}

void add(Headers& headers, std::string_view name, std::string_view value) {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& header) { return header.first == name; });
  if (found == headers.end()) headers.emplace_back(name, value);
  else found->second += ", " + std::string(value);
}

}  // namespace

Headers host_headers(std::string_view text, std::string_view path) {
  Headers headers;
  bool applies = false;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const size_t colon = line.find(':');
    if (line.starts_with('/')) {
      applies = fits(trimmed(line), path);
    } else if (applies && line.starts_with(' ') && colon != std::string_view::npos) {
      add(headers, trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
  }
  return headers;
}

}  // namespace lectern::server
