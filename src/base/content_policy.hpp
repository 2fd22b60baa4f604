// SPDX-License-Identifier: MIT
// The Content-Security-Policy that published pages hold to.
#pragma once

#include <string>

namespace lectern {

// CONTRACT.md, "Site layout". `style` is a further source of styles; "" for none. `origin` is the site's own, where it
// is known: in a sandboxed frame WebKit does not take it for 'self'.
std::string content_policy(const std::string& style = "", const std::string& origin = "");

}  // namespace lectern
