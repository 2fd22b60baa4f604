// SPDX-License-Identifier: MIT
#include "base/nearest.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/utf8.hpp"

namespace lectern {
namespace {

using CodePoints = std::vector<char32_t>;

// A key or an id; what is longer is no slip of the pen.
constexpr size_t kLongest = 200;

CodePoints code_points(std::string_view text) {
  CodePoints out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += static_cast<size_t>(c.bytes);
    out.push_back(c.value);
  }
  return out;
}

int distance(const CodePoints& a, const CodePoints& b, int limit) {
  const auto rows = static_cast<int>(a.size()), columns = static_cast<int>(b.size());
  if (std::abs(rows - columns) > limit) return limit + 1;
  std::vector<int> before, last(b.size() + 1), row(b.size() + 1);
  for (int j = 0; j <= columns; ++j)
    last[static_cast<size_t>(j)] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      const int changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

CodePoints lower(CodePoints text) {
  for (char32_t& c : text) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  }
  return text;
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int limit) {
  return distance(code_points(a), code_points(b), limit);
}

std::string_view nearest(std::string_view name, std::span<const std::string_view> names) {
  if (name.size() > kLongest) return "";
  const CodePoints wanted = lower(code_points(name));
  int least = wanted.size() >= 5 ? 3 : 2;
  std::string_view found;
  for (const std::string_view candidate : names) {
    if (candidate == name) return "";
    // A name of two characters is near to too many.
    if (candidate.size() < 3 || candidate.size() > kLongest) continue;
    const int edits = distance(wanted, lower(code_points(candidate)), 2);
    if (edits >= least) continue;
    least = edits;
    found = candidate;
  }
  return found;
}

}  // namespace lectern
