// SPDX-License-Identifier: MIT
// What a site that is given an article's address shows for it (oembed.com), as a static file: a
// consumer finds it by the link in the page's head. Only with a base URL.
#pragma once

#include <cstddef>
#include <string>

#include "publish/page_context.hpp"

namespace lectern::publish {

// "oembed/ID.json".
std::string oembed_path(const std::string& id);

// Of content.stories[index]: type "rich" with a frame of embed/ID/ when the site has embeds, else
// "link". A static file can't obey `maxwidth`; the frame is as wide as one column of text.
std::string write_oembed(const Site& site, std::size_t index);

}  // namespace lectern::publish
