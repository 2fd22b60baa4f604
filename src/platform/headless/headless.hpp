// SPDX-License-Identifier: MIT
// The platform of native tests: fixed advances instead of a browser's fonts, and a record of all
// that the viewer asked of its page.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "platform/platform.hpp"

namespace lectern::platform {

struct Headless {
  bool has_webgl = true;
  bool twin_matches = true;
  bool frame_requested = false;
  std::vector<TwinBox> twin;
  std::vector<int> painted;
  std::vector<GlyphRun> rastered;
  std::map<std::pair<int, std::string>, std::string> attributes;  // (block, name) -> value
  std::map<int, std::string> texts;
  std::map<int, bool> hidden;
  std::vector<std::pair<std::string, std::string>> stored_moods;  // article, mood
  std::vector<std::string> copied;
  PageHead built;
  std::string built_texts;
  CanvasPlace canvas;
  std::vector<float> scrolled_to;
  double now_ms = 0;
  float block_height = 30;  // where the browser has a block: so much below the one before it
};

// The one platform of the process; a test starts with `headless() = {}`.
Headless& headless();

}  // namespace lectern::platform
