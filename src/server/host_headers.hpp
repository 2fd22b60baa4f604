// SPDX-License-Identifier: MIT
// A site's own _headers file, as Netlify and Cloudflare Pages read it: lines that begin with "/" are paths ("*" at
// the end is anything, ":name" one name), the indented ones after each are its headers.
#pragma once

#include <string>
#include <string_view>

#include "server/static_site.hpp"

namespace lectern::server {

// The headers of all rules that fit the path, in their order; of one name the values are joined by ", ". What is
// no rule is ignored. `text` is the file.
Headers host_headers(std::string_view text, std::string_view path);

}  // namespace lectern::server
