// SPDX-License-Identifier: MIT
#include "base/content_policy.hpp"

namespace lectern {

std::string content_policy(const std::string& style, const std::string& connect) {
  return "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" +
         (style.empty() ? "" : ' ' + style) +
         (connect.empty() ? "" : "; connect-src 'self' " + connect) + "; img-src 'self' https: data:; object-src 'none'; base-uri 'none'; "
         "require-trusted-types-for 'script'";
}

}  // namespace lectern
