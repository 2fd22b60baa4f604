// SPDX-License-Identifier: MIT
#include "highlight/colour.hpp"

#include <memory>
#include <optional>

#include "base/utf8.hpp"
#include "highlight/engine.hpp"
#include "highlight/languages.hpp"

namespace lectern::highlight {
namespace {

// The same runs with their lengths in bytes of UTF-8.
std::string in_bytes(std::string_view runs, std::string_view text) {
  std::string out;
  std::size_t at = 0;
  long units = 0;
  for (const char c : runs) {
    if (c >= '0' && c <= '9') {
      units = units * 10 + (c - '0');
      continue;
    }
    const std::size_t begin = at;
    while (units > 0 && at < text.size()) {
      const CodePoint point = decode_utf8(text, at);
      units -= point.value > 0xFFFF ? 2 : 1;
      at += static_cast<std::size_t>(point.bytes);
    }
    if (units != 0) return {};
    (out += std::to_string(at - begin)) += c;
  }
  return out;
}

bool is_plain(const model::CodeRuns& runs) {
  return runs.empty() || (runs.size() == 1 && runs.front().kind == model::CodeKind::plain);
}

}  // namespace

model::CodeRuns colour(std::string_view text, std::string_view language) {
  const std::string_view grammar = grammar_of(language);
  if (grammar.empty() || text.size() > kMostBytes || find_bad_utf8(text)) return {};
  static thread_local std::unique_ptr<Engine> engine;
  if (!engine) engine = std::make_unique<Engine>();
  const std::optional<std::string> said = engine->runs(text, grammar);
  if (!said) {
    engine.reset();
    return {};
  }
  model::CodeRuns runs = model::read_code_runs(in_bytes(*said, text), text);
  return is_plain(runs) ? model::CodeRuns{} : runs;
}

}  // namespace lectern::highlight
