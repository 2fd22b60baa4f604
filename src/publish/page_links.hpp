// SPDX-License-Identifier: MIT
// What a page of the publisher's own making refers to. It is not a parser of HTML: it looks for
// attributes as semantics and publish write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lectern::publish {

// The values of href, src and data-files (a list), in the order of the page, without entities.
std::vector<std::string> links_of(std::string_view html);

// The address in <link rel="canonical">; "" without one.
std::string canonical_of(std::string_view html);

// The site path that a relative URL names on a page, without query and fragment; nothing ("?") for
// one that leaves the site or names the page itself.
std::string resolve(std::string_view page, std::string_view url);

}  // namespace lectern::publish
