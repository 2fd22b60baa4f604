// SPDX-License-Identifier: MIT
#include "base/content_policy.hpp"

namespace lectern {

std::string content_policy(const PolicySources& more) {
  const auto source = [](const std::string& it) { return it.empty() ? it : ' ' + it; };
  const std::string self = "'self'" + source(more.origin);
  return "default-src 'self'; script-src " + self + " 'wasm-unsafe-eval'; style-src " + self + source(more.style) +
         (more.connect.empty() ? "" : "; connect-src 'self' " + more.connect) + "; img-src " + self +
         " https: data:; media-src " + self + " https:; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";
}

}  // namespace lectern
