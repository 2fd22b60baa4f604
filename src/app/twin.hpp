// SPDX-License-Identifier: MIT
// What the layout tells the page's own HTML: where its boxes are and where its lines end.
#pragma once

#include <vector>

#include "layout/page_layout.hpp"
#include "platform/platform.hpp"

namespace lectern::app {

std::vector<platform::TwinBox> twin_boxes(const layout::PageTree& tree,
                                          const layout::PreparedPage& prepared,
                                          const layout::PageLayout& layout);

}  // namespace lectern::app
