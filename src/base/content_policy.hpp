// SPDX-License-Identifier: MIT
// The Content-Security-Policy that published pages hold to.
#pragma once

#include <string>

namespace lectern {

// Sources beside the site itself; "" for none.
struct PolicySources {
  std::string style = {};    // a hash of styles inside a page
  std::string connect = {};  // an origin that pages may ask
  std::string origin = {};   // the site's own, where it is known: in a sandboxed frame WebKit does not take it for 'self'
};

// CONTRACT.md, "Site layout".
std::string content_policy(const PolicySources& more = {});

}  // namespace lectern
