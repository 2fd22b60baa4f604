// SPDX-License-Identifier: MIT
// The size of an AVIF picture, from the boxes that stand before its pixels.
#pragma once

#include <optional>
#include <string_view>

#include "publish/image_size.hpp"

namespace lectern::publish {

// Whether the file says that it is one (ISO/IEC 14496-12, `ftyp`).
bool is_avif(std::string_view bytes);

// That of its primary picture, turned and as large as it is shown; nothing when the boxes don't say it.
std::optional<ImageSize> avif_size(std::string_view bytes);

}  // namespace lectern::publish
