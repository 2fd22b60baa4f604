// SPDX-License-Identifier: MIT
// Pictures of the site that systems show before it is installed: the files in theme/screenshots/, in the order of
// their names. What a file is called is the picture's description.
#pragma once

#include <string>
#include <vector>

#include "publish/content.hpp"

namespace lectern::publish {

// As the manifest names it (w3.org/TR/manifest-app-info, "screenshots").
struct Screenshot {
  std::string path;  // on the site
  std::string type;
  int width = 0;  // px
  int height = 0;
  std::string label;
};

// Adds the files to Content::media, and says which can't be used and why.
void read_screenshots(Content& content, const PathSet& files, const std::string& shown_folder,
                      Diagnostics& diagnostics);

std::vector<Screenshot> screenshots_of(const Content& content);

}  // namespace lectern::publish
