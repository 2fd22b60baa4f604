// SPDX-License-Identifier: MIT
// What a file is, by its name's extension, for Content-Type.
#pragma once

#include <string_view>

namespace lectern::server {

// "application/octet-stream" for an unknown extension.
std::string_view media_type(std::string_view file_name);

}  // namespace lectern::server
