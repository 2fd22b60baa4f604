// SPDX-License-Identifier: MIT
// Textures of the canvas's context, by numbers that web/gl.js gives: glyph pages and pictures.
#pragma once

#include <cstdint>

namespace lectern::platform {

// `linear`: sampled between px, as Dear ImGui's own atlas wants; ours are drawn 1:1.
double make_texture(int width, int height, bool linear);
void drop_texture(double texture);

// Forgets and deletes glyph pages and pictures, before their context goes or after it was lost.
void drop_textures();

}  // namespace lectern::platform
