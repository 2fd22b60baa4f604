// SPDX-License-Identifier: MIT
// Textures of the context that is current: glyph pages and pictures.
#pragma once

#include <cstdint>

namespace lectern::platform {

// Forgets and deletes them all, before their context goes or after it was lost.
void drop_textures();

// ImTextureID is a pointer before Dear ImGui 1.91.4 and a number after; platform.hpp speaks of
// neither. 0 is no texture in both.
constexpr std::uint64_t texture_id(unsigned name) { return name; }

}  // namespace lectern::platform
