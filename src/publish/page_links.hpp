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

// The address that the page says it stands at (og:url); "" without one. A canonical address may be
// another: of a piece that first stood elsewhere.
std::string own_address_of(std::string_view html);

// The site path that a URL names on a page, without query and fragment; nothing ("?") for one that
// leaves the site or names the page itself. `base` is the path of the site on its host ("/news/").
std::string resolve(std::string_view page, std::string_view url, std::string_view base);

}  // namespace lectern::publish
