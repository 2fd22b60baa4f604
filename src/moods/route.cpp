// SPDX-License-Identifier: MIT
#include "moods/route.hpp"

#include <charconv>
#include <utility>

#include "moods/ledger.hpp"

namespace lectern::moods {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
      if (low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    out += c;
  }
  return out;
}

std::string_view take_until(std::string_view& rest, char end) {
  const std::size_t at = rest.find(end);
  const std::string_view part = rest.substr(0, at);
  rest = at == std::string_view::npos ? "" : rest.substr(at + 1);
  return part;
}

bool read_query(std::string_view query, Target& target) {
  while (!query.empty()) {
    std::string_view value = take_until(query, '&');
    const std::string_view key = take_until(value, '=');
    auto* to = key == "ids" ? &target.ids : key == "seq" ? &target.seq : nullptr;
    if (to && !(*to = decode(value))) return false;
  }
  return true;
}

}  // namespace

Target parse_target(std::string_view text) {
  Target target;
  std::string_view path = take_until(text, '?');
  if (path == "/healthz") target.route = Route::health;
  if (path == "/metrics") target.route = Route::metrics;
  if (path == "/v1/moods") target.route = Route::moods;
  constexpr std::string_view kSites = "/v1/sites/";
  if (!path.starts_with(kSites)) return target;
  path.remove_prefix(kSites.size());
  auto site = decode(take_until(path, '/'));
  if (!site || !read_query(text, target)) return target;
  target.site = std::move(*site);
  if (path == "reactions") target.route = Route::batch;
  constexpr std::string_view kArticles = "articles/";
  if (!path.starts_with(kArticles)) return target;
  path.remove_prefix(kArticles.size());
  auto article = decode(take_until(path, '/'));
  if (!article) return target;
  target.article = std::move(*article);
  if (path == "reactions") target.route = Route::reactions;
  if (path == "reactions/me") target.route = Route::mine;
  return target;
}

std::string_view name_of(Route route) {
  switch (route) {
    case Route::none: break;
    case Route::health: return "/healthz";
    case Route::metrics: return "/metrics";
    case Route::moods: return "/v1/moods";
    case Route::reactions: return "/v1/sites/{site}/articles/{article}/reactions";
    case Route::batch: return "/v1/sites/{site}/reactions";
    case Route::mine: return "/v1/sites/{site}/articles/{article}/reactions/me";
  }
  return "other";
}

std::string_view methods_of(Route route) {
  return route == Route::mine ? "PUT, DELETE, OPTIONS" : "GET, HEAD, OPTIONS";
}

std::vector<std::string> split_ids(std::string_view ids) {
  std::vector<std::string> out;
  while (!ids.empty())
    out.emplace_back(take_until(ids, ','));
  return out;
}

std::optional<std::int64_t> parse_seq(std::string_view text) {
  std::int64_t seq = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seq);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (seq < 0 || seq > kMaxSeq) return std::nullopt;
  return seq;
}

}  // namespace lectern::moods
