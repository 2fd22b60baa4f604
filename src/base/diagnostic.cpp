// SPDX-License-Identifier: MIT
#include "base/diagnostic.hpp"

#include <algorithm>
#include <tuple>

#include "base/utf8.hpp"
#include "base/visible.hpp"

namespace lectern {

Place place_of(std::string_view text, size_t offset) {
  Place place{1, 1};
  offset = std::min(offset, text.size());
  for (size_t i = 0; i < offset;) {
    const char c = text[i];
    // A carriage return alone ends a line too, as CommonMark has it; before a line feed it does not.
    if (c == '\n' || (c == '\r' && text.substr(i + 1, 1) != "\n")) {
      ++place.line;
      place.column = 1;
      ++i;
    } else {
      ++place.column;
      i += static_cast<size_t>(decode_utf8(text, i).bytes);
    }
  }
  return place;
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string out = visible(diagnostic.path);
  if (diagnostic.place.line > 0) {
    out += ':' + std::to_string(diagnostic.place.line) + ':' +
           std::to_string(diagnostic.place.column);
  }
  constexpr const char* kSeverities[] = {": note: ", ": warning: ", ": error: "};
  out += kSeverities[static_cast<int>(diagnostic.severity)];
  return out + diagnostic.sentence;
}

bool has_error(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort_by_place(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.path, a.place.line, a.place.column) <
                            std::tie(b.path, b.place.line, b.place.column);
                   });
}

void remove_notes(Diagnostics& diagnostics) {
  std::erase_if(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::note; });
}

}  // namespace lectern
