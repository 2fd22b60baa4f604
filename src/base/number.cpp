// SPDX-License-Identifier: MIT
#include "base/number.hpp"

#include <cmath>
#include <cstdint>

namespace lectern {

std::string decimal(double value, int places) {
  if (!std::isfinite(value)) return "0";
  double scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const double scaled = std::round(std::fabs(value) * scale);
  if (scaled >= 9.2e18) return "0";
  std::string digits = std::to_string(static_cast<std::int64_t>(scaled));
  const auto after_point = static_cast<size_t>(places);
  if (digits.size() <= after_point) digits.insert(0, after_point + 1 - digits.size(), '0');
  if (places > 0) {
    digits.insert(digits.size() - after_point, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  return value < 0 && digits != "0" ? '-' + digits : digits;
}

}  // namespace lectern
