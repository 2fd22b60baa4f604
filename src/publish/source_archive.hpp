// SPDX-License-Identifier: MIT
// What a file of the content folder says, as bytes: how a build keeps it for the next.
#pragma once

#include <string>
#include <string_view>

#include "publish/source.hpp"

namespace lectern::publish {

// Without texts and what is unread.
std::string pack_source(const Source& source);

// False when the bytes are none of pack_source; the source is then anything.
bool unpack_source(std::string_view bytes, Source& source);

}  // namespace lectern::publish
