// SPDX-License-Identifier: MIT
// A rectangle in CSS px, origin at the top left of the page.
#pragma once

namespace lectern {

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  float right() const { return x + width; }
  float bottom() const { return y + height; }
  bool contains(float px, float py) const {
    return px >= x && px < right() && py >= y && py < bottom();
  }
  bool operator==(const Rect&) const = default;
};

}  // namespace lectern
