// SPDX-License-Identifier: MIT
#include "publish/addresses.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "base/slug.hpp"

namespace lectern::publish {
namespace {

// The extension without its dot, in lower case; "" when it is not one that a type is known by.
std::string extension_of(std::string_view file_name) {
  const size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return "";
  std::string extension;
  for (const char c : file_name.substr(dot + 1)) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) return "";
    extension += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return extension.size() <= 12 ? extension : "";
}

int hex_value(char c) {
  return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// "example.org", "[::1]:8080": a name or an address and perhaps a port, but nobody's name and password.
bool is_host(std::string_view host) {
  const size_t end = host.starts_with('[') ? host.find(']') + 1 : std::min(host.find(':'), host.size());
  if (end == 0 || host.find('@') != std::string_view::npos) return false;
  const std::string_view port = host.substr(end);
  if (port.empty()) return true;
  return port.size() > 1 && port.size() <= 6 && port.front() == ':' &&
         std::all_of(port.begin() + 1, port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string article_path(std::string_view id) {
  return "a/" + encode_part(id) + '/';
}

std::string embed_path(std::string_view id) {
  return "embed/" + encode_part(id) + '/';
}

std::string hashed_path(std::string_view file_name, std::string_view hash) {
  const std::string_view name = file_name.substr(file_name.rfind('/') + 1);
  const std::string extension = extension_of(name);
  const std::string_view stem =
      extension.empty() ? name : name.substr(0, name.size() - extension.size() - 1);
  std::string path = "_/" + encode_part(slug(repair_utf8(stem))) + '.';
  path += hash;
  return extension.empty() ? path : path + '.' + extension;
}

std::string relative_url(std::string_view from, std::string_view to) {
  // Up to the last "/" that both have in common.
  const auto [end, rest] = std::mismatch(from.begin(), from.end(), to.begin(), to.end());
  const auto same = static_cast<size_t>(end - from.begin());
  const size_t slash = from.substr(0, same).rfind('/');
  const size_t common = slash == std::string_view::npos ? 0 : slash + 1;
  std::string url;
  for (auto ups = std::count(from.begin() + static_cast<std::ptrdiff_t>(common), from.end(), '/');
       ups > 0; --ups) {
    url += "../";
  }
  url += to.substr(common);
  return url.empty() ? "./" : url;
}

std::string encode_part(std::string_view name) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

std::string file_of(std::string_view site_path) {
  std::string file;
  for (size_t i = 0; i < site_path.size(); ++i) {
    if (site_path[i] == '%' && i + 2 < site_path.size()) {
      file += static_cast<char>(hex_value(site_path[i + 1]) * 16 + hex_value(site_path[i + 2]));
      i += 2;
    } else {
      file += site_path[i];
    }
  }
  return file.empty() || file.ends_with('/') ? file + "index.html" : file;
}

std::string absolute_url(std::string_view base, std::string_view site_path) {
  return std::string(base) + '/' + std::string(site_path);
}

bool is_base_url(std::string_view url) {
  const size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return false;
  const std::string_view rest = url.substr(scheme);
  const std::string_view host = rest.substr(0, rest.find('/'));
  return is_host(host) && std::none_of(rest.begin(), rest.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7F ||
           std::string_view("?#\"<>\\^`{|}").find(c) != std::string_view::npos;
  });
}

std::string origin_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  return std::string(url.substr(0, url.find_first_of("/?#", scheme + 3)));
}

std::string base_path(std::string_view base_url) {
  const size_t scheme = base_url.find("://");
  const size_t slash = scheme == std::string_view::npos ? scheme : base_url.find('/', scheme + 3);
  if (slash == std::string_view::npos) return "/";
  std::string path(base_url.substr(slash));
  return path.ends_with('/') ? path : path + '/';
}

}  // namespace lectern::publish
