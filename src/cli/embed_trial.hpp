// SPDX-License-Identifier: MIT
// An article in a frame, tried in a real browser: whether the frame says that it is ready, and its height, to a page of
// another site.
#pragma once

#include <string>

namespace lectern::cli {

// `browser` is a Chromium or Chrome. `site` is a folder, which is served for as long as it takes, or an http address
// with a final slash; `article` an id on it. "" when the frame has answered, else a sentence. Takes seconds, at most
// one minute.
std::string try_embed(const std::string& browser, const std::string& site, const std::string& article);

}  // namespace lectern::cli
