// SPDX-License-Identifier: MIT
// Where things stand on the site. A site path has no slash at its start and is percent-encoded
// where needed; that of a page is its folder and ends in "/" ("a/harbour-bridge/"; "" is the front
// page).
#pragma once

#include <string>
#include <string_view>

#include "model/publication.hpp"

namespace lectern::publish {

// The folder of an article's page.
std::string article_path(std::string_view id);
// The folder of the page that stands in other sites.
std::string embed_path(std::string_view id);

// "_/NAME.HASH.EXT" for a file of any name.
std::string hashed_path(std::string_view file_name, std::string_view hash);

// The URL of `to` relative to the page `from`; "./" for the page itself.
std::string relative_url(std::string_view from, std::string_view to);

// A name as a part of a path: what RFC 3986 doesn't reserve stays, the rest is percent-encoded.
std::string encode_part(std::string_view name);

// The path's file on disk: without percent-encoding, and index.html for a folder.
std::string file_of(std::string_view site_path);

// An absolute URL for a base without a final slash.
std::string absolute_url(std::string_view base, std::string_view site_path);

// True for "http://…" and "https://…" with a host, no user before it, and neither query nor fragment.
bool is_base_url(std::string_view url);

// "https://host:port" of an absolute URL; "" for another.
std::string origin_of(std::string_view url);

// The path of a base URL, with slashes at both ends: "/" for a site at its domain's root.
std::string base_path(std::string_view base_url);

}  // namespace lectern::publish
