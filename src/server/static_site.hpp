// SPDX-License-Identifier: MIT
// What a static host answers, as a function from request to answer: no sockets here. The headers
// are those that docs recommend for a real host.
#pragma once

#include <filesystem>
#include <string>

#include "server/messages.hpp"

namespace lectern::server {

class StaticSite {
 public:
  // `folder` is an existing folder.
  explicit StaticSite(const std::filesystem::path& folder);

  // GET and HEAD alone (405 otherwise). Folders are answered with their index.html, without a final
  // slash by a redirect; what is not there, names that begin with a dot and all ways out of the
  // folder with 404 and the site's 404.html. Conditional and single-range requests (RFC 9110, 13
  // and 14); FILE.br and FILE.gz when the client takes them and they are not older than FILE.
  Answer answer(const Request& request) const;

 private:
  Answer not_found() const;
  Answer send_file(const Request& request, const std::filesystem::path& file,
                   const std::string& path) const;

  std::filesystem::path folder_;
};

}  // namespace lectern::server
