// SPDX-License-Identifier: MIT
// Addresses for what is read elsewhere than on its page, as a feed is.
#pragma once

#include <string>
#include <string_view>

namespace lectern::publish {

// HTML as semantics writes it, with every href and src absolute; links within the page ("#fn-1")
// too, since the text is no longer alone where it is read. Cost: linear.
std::string with_absolute_urls(std::string_view html, std::string_view page_url);

}  // namespace lectern::publish
