// SPDX-License-Identifier: MIT
#include "platform/web/textures.hpp"

#include <GLES3/gl3.h>

#include <algorithm>

#include "platform/platform.hpp"
#include "platform/web/host.hpp"

namespace lectern::platform {
namespace {

// 32 MB of a phone's graphics memory: a few screens of pictures at its resolution.
constexpr std::size_t kPictureBytes = 32u << 20;

struct Picture {
  int block, width, height;
  GLuint texture;
};

std::vector<GLuint> glyph_pages;
std::vector<Picture> pictures;  // the one used last stands last

// Bound, and drawn 1:1 on whole device px, so never filtered.
GLuint make_texture() {
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  return texture;
}

GLuint glyph_page(int page) {
  const auto index = static_cast<std::size_t>(page);
  if (index >= glyph_pages.size()) glyph_pages.resize(index + 1);
  if (!glyph_pages[index]) {
    glyph_pages[index] = make_texture();
    glTexStorage2D(GL_TEXTURE_2D, 1, GL_RGBA8, kGlyphPageSize, kGlyphPageSize);
  }
  return glyph_pages[index];
}

std::size_t bytes_of(const Picture& picture) {
  return 4u * static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
}

// Makes room by what was not used for longest, and by the same picture in another size.
void make_room(int block, std::size_t wanted) {
  std::size_t used = wanted;
  for (const Picture& picture : pictures) used += bytes_of(picture);
  std::erase_if(pictures, [&](const Picture& picture) {
    if (picture.block != block && used <= kPictureBytes) return false;
    used -= bytes_of(picture);
    glDeleteTextures(1, &picture.texture);
    return true;
  });
}

}  // namespace

void raster_runs(std::span<const GlyphRun> runs) {
  int last = -1;
  for (const GlyphRun& run : runs) last = std::max(last, run.page);
  for (int page = 0; page <= last; ++page) {
    Request request("raster");
    bool any = false;
    for (const GlyphRun& run : runs) {
      if (run.page != page) continue;
      any = true;
      request.text(run.css_font).text(run.text);
      for (const double value : {static_cast<double>(run.color), static_cast<double>(run.ground),
                                 static_cast<double>(run.x), static_cast<double>(run.y),
                                 static_cast<double>(run.width), static_cast<double>(run.height),
                                 static_cast<double>(run.origin_x),
                                 static_cast<double>(run.baseline)}) {
        request.number(value);
      }
    }
    if (!any) continue;
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, glyph_page(page));
    request.send();
  }
}

std::uint64_t glyph_page_texture(int page) {
  glActiveTexture(GL_TEXTURE0);
  return texture_id(glyph_page(page));
}

void drop_glyph_pages() {
  for (const GLuint texture : glyph_pages) {
    if (texture) glDeleteTextures(1, &texture);
  }
  glyph_pages.clear();
  Request("forget").send();
}

std::uint64_t picture_texture(int block, int width_px, int height_px) {
  if (width_px <= 0 || height_px <= 0) return 0;
  if (static_cast<std::size_t>(std::max(width_px, height_px)) > 8192) return 0;  // stays HTML
  const auto found = std::find_if(pictures.begin(), pictures.end(), [&](const Picture& picture) {
    return picture.block == block && picture.width == width_px && picture.height == height_px;
  });
  if (found != pictures.end()) {
    std::rotate(found, found + 1, pictures.end());
    return texture_id(pictures.back().texture);
  }
  if (Request("picture_ready").number(block).send() == 0) return 0;
  Picture picture{block, width_px, height_px, 0};
  make_room(block, bytes_of(picture));
  glActiveTexture(GL_TEXTURE0);
  picture.texture = make_texture();
  if (Request("picture").number(block).number(width_px).number(height_px).send() == 0) {
    glDeleteTextures(1, &picture.texture);
    return 0;
  }
  pictures.push_back(picture);
  return texture_id(picture.texture);
}

void drop_textures() {
  drop_glyph_pages();
  for (const Picture& picture : pictures) glDeleteTextures(1, &picture.texture);
  pictures.clear();
}

}  // namespace lectern::platform
