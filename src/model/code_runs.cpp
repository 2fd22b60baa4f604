// SPDX-License-Identifier: MIT
#include "model/code_runs.hpp"

namespace lectern::model {
namespace {

constexpr std::string_view kLetters = "pcksnaid";  // by CodeKind

bool is_inside_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

std::string write_code_runs(const CodeRuns& runs) {
  std::string out;
  for (const CodeRun& run : runs) (out += std::to_string(run.bytes)) += kLetters[static_cast<std::size_t>(run.kind)];
  return out;
}

CodeRuns read_code_runs(std::string_view written, std::string_view text) {
  CodeRuns runs;
  std::size_t at = 0, bytes = 0;
  for (const char c : written) {
    if (c >= '0' && c <= '9') {
      bytes = bytes * 10 + static_cast<std::size_t>(c - '0');
      if (bytes > text.size() - at) return {};
      continue;
    }
    const std::size_t kind = kLetters.find(c);
    at += bytes;
    if (kind == std::string_view::npos || bytes == 0 || (at < text.size() && is_inside_character(text[at]))) return {};
    runs.push_back({bytes, static_cast<CodeKind>(kind)});
    bytes = 0;
  }
  return at == text.size() && bytes == 0 ? runs : CodeRuns{};
}

}  // namespace lectern::model
