// SPDX-License-Identifier: MIT
// What can be wrong with embeds where they stand: on the publication's host, and in a partner's page. Each finding
// says the line to change.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "publish/site_check.hpp"

namespace lectern::publish {

// Of the host's answers, as check_site comes to them; what holds for many is said once. `shown` is the address of
// the answer.
class EmbedCheck {
 public:
  EmbedCheck(bool deployed, Diagnostics& diagnostics)
      : deployed_(deployed), diagnostics_(diagnostics) {}

  // A page below embed/: the header must say of frame-ancestors what the page's own list does, and nothing may
  // keep an https page from showing it.
  void check_embedded(const std::string& shown, const Fetched& page);
  // Any other page: it is not meant to be framed.
  void check_other(const std::string& shown, const Fetched& page);
  // What sandboxed frames and integrity attributes ask for from another origin.
  void check_shared(const std::string& shown, const Fetched& answer);

 private:
  void warn(const std::string& shown, std::string sentence);

  const bool deployed_;
  Diagnostics& diagnostics_;
  bool told_list_ = false, told_http_ = false, told_other_ = false, told_shared_ = false;
};

// A partner's page at the address `shown`, and the site that it embeds, at `site` (with a final slash): its policy,
// its script's integrity value, the articles that it names, and whether it is on the list. Errors.
void check_partner(const std::string& shown, const Fetched& page, const std::string& site,
                   const Fetch& fetch, Diagnostics& diagnostics);

}  // namespace lectern::publish
