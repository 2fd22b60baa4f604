// SPDX-License-Identifier: MIT
// Whether a published site is whole where it stands: every page, what the pages need and how it is
// sent. It goes from link to link as a reader would and asks for each file once.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"

namespace lectern::publish {

struct Fetched {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in small letters
  std::string body;
};

// Asks for a path of the site ("a/one/", "_/boot.0123456789.js"). Nothing when no answer came.
using Fetch = std::function<std::optional<Fetched>(const std::string& path)>;

struct SiteCheck {
  std::string address;    // as the user named the site; with a final slash
  bool deployed = false;  // at an http address, whose headers and own address count
};

// Errors: a page or file that is missing, is sent as another type, is no article that the viewer
// can read, or has other bytes than its hashed name was made of; a policy under which the viewer
// can't start. Warnings: an address of its own where the page does not stand, a missing policy, what
// is wrong with embeds (publish/embed_check). The path of each is the address of what is wrong. False
// when not even the front page answered. Cost: each page and each file is fetched once, at most ten
// thousand.
bool check_site(const SiteCheck& site, const Fetch& fetch, Diagnostics& diagnostics);

}  // namespace lectern::publish
