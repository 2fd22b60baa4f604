// SPDX-License-Identifier: MIT
#include "server/static_site.hpp"

#include <algorithm>
#include <chrono>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>

#include "base/content_policy.hpp"
#include "base/sha256.hpp"
#include "server/conditions.hpp"
#include "server/host_headers.hpp"
#include "server/media_type.hpp"

namespace lectern::server {
namespace fs = std::filesystem;
namespace {

// A compressed file that is older than this before its file is of an earlier one: a build writes both, its file last.
constexpr std::chrono::seconds kWrittenWith{10};

constexpr const char* kNotFound = "404.html";
constexpr const char* kHostHeaders = "_headers";

Answer plain(int status, std::string sentence) {
  Answer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-cache"}};
  answer.text = std::move(sentence) + '\n';
  return answer;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Nothing when the encoding is broken or hides a control character.
std::optional<std::string> decode_path(std::string_view path) {
  std::string out;
  for (size_t i = 0; i < path.size(); ++i) {
    char c = path[i];
    if (c == '%') {
      const int high = i + 2 < path.size() ? hex_value(path[i + 1]) : -1;
      const int low = high >= 0 ? hex_value(path[i + 2]) : -1;
      if (low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) return std::nullopt;
    out += c;
  }
  return out;
}

// A path of plain names: none empty but the last, none beginning with a dot (which covers "..", and
// the publisher's own notes), none with a backslash.
bool is_plain(std::string_view path) {
  if (!path.starts_with('/') || path.find('\\') != std::string_view::npos) return false;
  path.remove_prefix(1);
  while (!path.empty()) {
    const size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name.starts_with('.')) return false;
    path = slash == std::string_view::npos ? "" : path.substr(slash + 1);
  }
  return true;
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

std::string hex(std::uint64_t number) {
  char digits[16];
  const auto result = std::to_chars(std::begin(digits), std::end(digits), number, 16);
  return std::string(digits, result.ptr);
}

struct FileFacts {
  std::uint64_t size = 0;
  fs::file_time_type time;
};

std::optional<FileFacts> facts_of(const fs::path& file) {
  std::error_code failed;
  if (!fs::is_regular_file(file, failed)) return std::nullopt;
  FileFacts facts;
  facts.size = fs::file_size(file, failed);
  if (!failed) facts.time = fs::last_write_time(file, failed);
  if (failed) return std::nullopt;
  return facts;
}

// The publisher renames every change into place, so that size and time tell versions apart.
std::string etag_of(const FileFacts& facts, std::string_view coding) {
  const auto ticks = static_cast<std::uint64_t>(facts.time.time_since_epoch().count());
  std::string tag = '"' + hex(facts.size) + '-' + hex(ticks);
  if (!coding.empty()) tag += '-' + std::string(coding);
  return tag + '"';
}

// The hash of the one <style> that a page has inside; "" when it has none.
std::string style_hash(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string html((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  constexpr std::string_view kOpen = "<style>";
  const size_t begin = html.find(kOpen);
  const size_t end = html.find("</style>", begin == std::string::npos ? 0 : begin);
  if (begin == std::string::npos || end == std::string::npos) return "";
  const size_t first = begin + kOpen.size();
  return csp_hash(std::string_view(html).substr(first, end - first));
}

void add_common(Headers& headers, const std::string& policy) {
  headers.emplace_back("Content-Security-Policy", policy);
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back("Referrer-Policy", "strict-origin-when-cross-origin");
}

// As the site's own file says, which takes the place of what stands there.
void add_host_headers(Headers& headers, const fs::path& folder, const std::string& path) {
  std::ifstream in(folder / kHostHeaders, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  for (auto& header : host_headers(text, path)) {
    std::erase_if(headers, [&](const auto& other) { return other.first == header.first; });
    headers.push_back(std::move(header));
  }
}

}  // namespace

StaticSite::StaticSite(const fs::path& folder) {
  std::error_code failed;
  folder_ = fs::canonical(folder, failed);
}

Answer StaticSite::not_found() const {
  const fs::path page = folder_ / kNotFound;
  Answer answer;
  if (const auto facts = facts_of(page)) {
    answer.headers = {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-cache"}};
    answer.file = page;
    answer.length = facts->size;
    add_common(answer.headers, content_policy({.style = style_hash(page)}));
  } else {
    answer = plain(404, "There is no such page.");
    add_common(answer.headers, content_policy());
  }
  add_host_headers(answer.headers, folder_, "/404.html");
  answer.status = 404;
  return answer;
}

Answer StaticSite::answer(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    Answer refused = plain(405, "This server only shows files.");
    refused.headers.emplace_back("Allow", "GET, HEAD");
    add_common(refused.headers, content_policy());
    return refused;
  }
  std::string_view target = request.target;
  if (target.starts_with("http://")) {  // the form that proxies are sent (RFC 9112, 3.2.2)
    const size_t slash = target.find('/', 7);
    target = slash == std::string_view::npos ? "/" : target.substr(slash);
  }
  target = target.substr(0, target.find('#'));
  const std::string_view raw_path = target.substr(0, target.find('?'));
  const auto path = decode_path(raw_path);
  if (!path) {
    Answer refused = plain(400, "This address can't be read.");
    add_common(refused.headers, content_policy());
    return refused;
  }
  if (!is_plain(*path)) return not_found();

  std::error_code failed;
  const fs::path found = fs::canonical(folder_ / path->substr(1), failed);
  if (failed || !is_inside(found, folder_)) return not_found();
  const bool folder = fs::is_directory(found, failed);
  if (folder && !path->ends_with('/')) {
    Answer redirect = plain(301, "This page is at the address with a slash at its end.");
    redirect.headers.emplace_back(
        "Location", std::string(raw_path) + '/' + std::string(target.substr(raw_path.size())));
    add_common(redirect.headers, content_policy());
    return redirect;
  }
  if (!folder && path->ends_with('/')) return not_found();
  const fs::path file = folder ? fs::canonical(found / "index.html", failed) : found;
  if (failed || !is_inside(file, folder_)) return not_found();
  return send_file(request, file, *path);
}

Answer StaticSite::send_file(const Request& request, const fs::path& file,
                             const std::string& path) const {
  const auto original = facts_of(file);
  if (!original) return not_found();
  Answer answer;
  answer.file = file;
  FileFacts facts = *original;
  std::string coding;
  bool varies = false;
  for (const auto& [name, suffix] : {std::pair{"br", ".br"}, std::pair{"gzip", ".gz"}}) {
    fs::path packed = file;
    packed += suffix;
    const auto found = facts_of(packed);
    if (!found || found->time + kWrittenWith < original->time) continue;
    varies = true;
    if (!coding.empty() || !request.range.empty() || !accepts(request.accept_encoding, name)) {
      continue;
    }
    coding = name;
    facts = *found;
    answer.file = packed;
  }

  const std::string etag = etag_of(facts, coding);
  Headers& headers = answer.headers;
  headers.emplace_back("Content-Type", std::string(media_type(file.filename().string())));
  headers.emplace_back("ETag", etag);
  headers.emplace_back("Cache-Control", path.starts_with("/_/")
                                            ? "public, max-age=31536000, immutable"
                                            : "no-cache");
  headers.emplace_back("Accept-Ranges", "bytes");
  if (varies) headers.emplace_back("Vary", "Accept-Encoding");
  if (!coding.empty()) headers.emplace_back("Content-Encoding", coding);
  add_common(headers, content_policy({.style = file == folder_ / kNotFound ? style_hash(file) : ""}));
  add_host_headers(headers, folder_, path);

  if (!request.if_none_match.empty() && matches_etag(request.if_none_match, etag)) {
    answer.status = 304;
    answer.file.clear();
    return answer;
  }
  answer.length = facts.size;
  const bool same = request.if_range.empty() || request.if_range == etag;
  if (request.method != "GET" || request.range.empty() || !same) return answer;
  const ByteRange range = parse_range(request.range, facts.size);
  const std::string of_size = '/' + std::to_string(facts.size);
  if (range.kind == RangeKind::unsatisfiable) {
    answer.status = 416;
    answer.file.clear();
    answer.length = 0;
    headers.emplace_back("Content-Range", "bytes *" + of_size);
  } else if (range.kind == RangeKind::part) {
    answer.status = 206;
    answer.first = range.first;
    answer.length = range.length;
    headers.emplace_back("Content-Range", "bytes " + std::to_string(range.first) + '-' +
                                              std::to_string(range.first + range.length - 1) +
                                              of_size);
  }
  return answer;
}

}  // namespace lectern::server
