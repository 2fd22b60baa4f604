// SPDX-License-Identifier: MIT
#include "publish/references.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace lectern::publish {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_scheme(std::string_view url) {  // RFC 3986, 3.1
  if (url.empty() || !is_letter(url.front())) return false;
  for (const char c : url) {
    if (c == ':') return true;
    const bool part = is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!part) return false;
  }
  return false;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Browsers take "\" for "/" in a path, so it must not hide a way out.
std::string decode_path(std::string_view text) {
  std::string out = percent_decoded(text);
  std::replace(out.begin(), out.end(), '\\', '/');
  return out;
}

// The path without "." and ".."; nothing when it leads out.
std::optional<std::string> normalise(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? "" : path.substr(slash + 1);
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

constexpr std::string_view kSourceEndings[] = {".md", ".mdx", ".json", ".html", ".htm"};

// The file of that path, or the source that other systems publish at it.
std::optional<std::string> find_file(const std::string& path, const PathSet& files) {
  if (files.contains(path)) return path;
  std::string stem = path;
  for (const std::string_view page : {".html", ".htm"}) {
    if (stem.ends_with(page)) stem.resize(stem.size() - page.size());
  }
  for (const std::string& place : {stem, stem + (stem.empty() ? "index" : "/index")}) {
    for (const std::string_view ending : kSourceEndings) {
      std::string source = place + std::string(ending);
      if (files.contains(source) && is_source(source)) return source;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%' && i + 2 < text.size()) {
      const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
      if (high >= 0 && low >= 0) {
        c = static_cast<char>(high * 16 + low);
        i += 2;
      }
    }
    out += c;
  }
  return out;
}

bool is_source(std::string_view path) {
  return std::any_of(std::begin(kSourceEndings), std::end(kSourceEndings),
                     [&](std::string_view ending) { return path.ends_with(ending); }) &&
         !path.starts_with("media/") && !path.starts_with("theme/") && path != "publication.json";
}

Named find_named(std::string_view url, std::string_view from, const PathSet& files) {
  Named named;
  if (has_scheme(url) || url.starts_with("//")) return named;
  const size_t suffix = url.find_first_of("?#");
  if (suffix == 0 || url.empty()) return named;
  if (suffix != std::string_view::npos) named.suffix = url.substr(suffix);
  const std::string path = decode_path(url.substr(0, suffix));

  named.rooted = path.starts_with('/');
  std::vector<std::string> tries{path};
  if (!named.rooted) {
    const std::string beside(from.substr(0, from.rfind('/') + 1));
    const std::string as_folder(from.substr(0, from.rfind('.')));
    tries = {beside + path, path};
    if (normalise(beside + path)) tries.push_back(as_folder + '/' + path);
  }
  const auto first = normalise(tries.front());
  named.kind = first ? NamedKind::missing : NamedKind::refused;
  named.path = first.value_or("");
  for (const std::string& each : tries) {
    const auto candidate = normalise(each);
    if (!candidate) continue;
    if (auto found = find_file(*candidate, files)) {
      named.kind = NamedKind::file;
      named.path = std::move(*found);
      break;
    }
  }
  return named;
}

}  // namespace lectern::publish
