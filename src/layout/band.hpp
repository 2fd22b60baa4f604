// SPDX-License-Identifier: MIT
// The part of a long body that is near the reader: only it is measured and laid out. What is far is
// left to the browser, whose own layout of the same HTML says where the near parts stand.
#pragma once

namespace lectern::layout {

// Nodes of a page tree. A node of the body [body, body_end) is far when its subtree lies outside of
// [begin, end); nodes of other parts never are. The default leaves nothing out.
struct Band {
  int body = 0;
  int body_end = 0;
  int begin = 0;
  int end = 0;
  bool is_far(int node, int node_end) const {
    return body < node && node < body_end && (node_end <= begin || node >= end);
  }
  bool operator==(const Band&) const = default;
};

}  // namespace lectern::layout
