// SPDX-License-Identifier: MIT
#include "view/theme.hpp"

#include <cmath>

namespace lectern::view {
namespace {

Rgb lightness(Rgb color) {
  return (color >> 16 & 0xFF) + 2 * (color >> 8 & 0xFF) + (color & 0xFF);
}

}  // namespace

Rgb rgb_of(layout::Color color, state::Theme theme) {
  const layout::ColorToken& token = layout::color_of(color);
  return theme == state::Theme::dark ? token.dark : token.light;
}

Rgb mix(Rgb from, Rgb to, float share) {
  Rgb mixed = 0;
  for (int shift = 0; shift <= 16; shift += 8) {
    const auto a = static_cast<float>((from >> shift) & 0xFF);
    const auto b = static_cast<float>((to >> shift) & 0xFF);
    mixed |= static_cast<Rgb>(std::lround(a + (b - a) * share)) << shift;
  }
  return mixed;
}

bool is_darker(Rgb color, Rgb than) {
  return lightness(color) < lightness(than);
}

}  // namespace lectern::view
