// SPDX-License-Identifier: MIT
#include "platform/web/textures.hpp"

#include <algorithm>

#include "platform/platform.hpp"
#include "platform/web/host.hpp"

namespace lectern::platform {
namespace {

// 32 MB of a phone's graphics memory: a few screens of pictures at its resolution.
constexpr std::size_t kPictureBytes = std::size_t{32} << 20;
// WebGL2 promises 2048; nearly all have 4096. A larger picture stays the browser's to show.
constexpr int kMaxPictureSide = 4096;

struct Picture {
  int block, width, height;
  double texture;
};

std::vector<double> glyph_pages;  // 0: not made yet
std::vector<Picture> pictures;    // the one used last stands last

double glyph_page(int page) {
  const auto index = static_cast<std::size_t>(page);
  if (index >= glyph_pages.size()) glyph_pages.resize(index + 1);
  double& texture = glyph_pages[index];
  if (texture == 0) texture = make_texture(kGlyphPageWidth, kGlyphPageHeight, false);
  return texture;
}

std::size_t bytes_of(const Picture& picture) {
  return std::size_t{4} * static_cast<std::size_t>(picture.width) *
         static_cast<std::size_t>(picture.height);
}

// Makes room by what was not used for longest, and by the same picture in another size.
void make_room_for(const Picture& wanted) {
  std::size_t used = bytes_of(wanted);
  for (const Picture& picture : pictures) used += bytes_of(picture);
  std::erase_if(pictures, [&](const Picture& picture) {
    if (picture.block != wanted.block && used <= kPictureBytes) return false;
    used -= bytes_of(picture);
    drop_texture(picture.texture);
    return true;
  });
}

}  // namespace

double make_texture(int width, int height, bool linear) {
  return Request("texture").numbers({double(width), double(height), double(linear)}).send();
}

void drop_texture(double texture) {
  if (texture != 0) Request("drop").number(texture).send();
}

void raster_runs(std::span<const GlyphRun> runs) {
  int last = -1;
  for (const GlyphRun& run : runs) last = std::max(last, run.page);
  for (int page = 0; page <= last; ++page) {
    Request request("raster");
    bool any = false;
    for (const GlyphRun& run : runs) {
      if (run.page != page) continue;
      if (!any) request.number(glyph_page(page));
      any = true;
      request.text(run.css_font).text(run.text);
      request.numbers({double(run.color), double(run.ground), double(run.x), double(run.y),
                       double(run.width), double(run.height), run.origin_x, run.baseline});
    }
    if (any) request.send();
  }
}

std::uint64_t glyph_page_texture(int page) { return static_cast<std::uint64_t>(glyph_page(page)); }

void drop_glyph_pages() {
  for (const double texture : glyph_pages) drop_texture(texture);
  glyph_pages.clear();
  Request("forget").send();
}

std::uint64_t picture_texture(int block, int width_px, int height_px) {
  if (std::min(width_px, height_px) <= 0 || std::max(width_px, height_px) > kMaxPictureSide) {
    return 0;
  }
  const auto found = std::find_if(pictures.begin(), pictures.end(), [&](const Picture& picture) {
    return picture.block == block && picture.width == width_px && picture.height == height_px;
  });
  if (found != pictures.end()) {
    std::rotate(found, found + 1, pictures.end());
    return static_cast<std::uint64_t>(pictures.back().texture);
  }
  if (Request("picture_ready").number(block).send() == 0) return 0;
  Picture picture{block, width_px, height_px, 0};
  make_room_for(picture);
  picture.texture = make_texture(width_px, height_px, false);
  const bool filled =
      Request("picture")
          .numbers({picture.texture, double(block), double(width_px), double(height_px)})
          .send() != 0;
  if (!filled) {
    drop_texture(picture.texture);
    return 0;
  }
  pictures.push_back(picture);
  return static_cast<std::uint64_t>(picture.texture);
}

void drop_textures() {
  drop_glyph_pages();
  for (const Picture& picture : pictures) drop_texture(picture.texture);
  pictures.clear();
}

}  // namespace lectern::platform
