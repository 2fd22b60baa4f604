// SPDX-License-Identifier: MIT
// The design tokens' colours as the view needs them: for the reader's theme, and mixed for what has
// no token, as the ground of a link that is held down. It knows nothing of ImGui.
#pragma once

#include <cstdint>

#include "layout/tokens.hpp"
#include "state/reader_state.hpp"

namespace lectern::view {

using Rgb = std::uint32_t;  // 0xRRGGBB

Rgb rgb_of(layout::Color color, state::Theme theme);

// `from` with a share (0 to 1) of `to` in it, in sRGB, rounded: opaque, since text is rastered on
// it.
Rgb mix(Rgb from, Rgb to, float share);

// By the sum of the channels, green twice.
bool is_darker(Rgb color, Rgb than);

}  // namespace lectern::view
