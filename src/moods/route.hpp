// SPDX-License-Identifier: MIT
// What a request is about: its address, taken apart.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::moods {

enum class Route {
  none,
  health,     // /healthz
  metrics,    // /metrics
  moods,      // /v1/moods
  reactions,  // /v1/sites/SITE/articles/ID/reactions
  batch,      // /v1/sites/SITE/reactions?ids=…
  mine,       // /v1/sites/SITE/articles/ID/reactions/me
};

struct Target {
  Route route = Route::none;
  std::string site;
  std::string article;
  std::optional<std::string> ids;  // of the query, decoded
  std::optional<std::string> seq;
};

// Names are decoded, but not judged. A broken encoding has no route.
Target parse_target(std::string_view target);

// How it is called in logs and figures, without names: "/v1/sites/{site}/…".
std::string_view name_of(Route route);

// For the header Allow: "GET, HEAD, OPTIONS".
std::string_view methods_of(Route route);

std::vector<std::string> split_ids(std::string_view ids);

// A whole number from 0 to kMaxSeq in decimal digits.
std::optional<std::int64_t> parse_seq(std::string_view text);

}  // namespace lectern::moods
