// SPDX-License-Identifier: MIT
// The Content-Security-Policy that published pages hold to.
#pragma once

#include <string>

namespace lectern {

// CONTRACT.md, "Site layout". `style` is a further source of styles, `connect` an origin that pages may ask; "" for
// none.
std::string content_policy(const std::string& style = "", const std::string& connect = "");

}  // namespace lectern
