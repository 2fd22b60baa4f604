// SPDX-License-Identifier: MIT
#include "app/glyph_atlas.hpp"

#include <algorithm>
#include <cmath>

namespace lectern::app {
namespace {

constexpr int kWidth = platform::kGlyphPageWidth;
constexpr int kHeight = platform::kGlyphPageHeight;
// Of what is not seen yet, or not urgent, so many runs are made in a frame: 600 words, some 60 runs, take 57 ms
// (TEXT.md, 3).
constexpr size_t kRunsAFrame = 40;
// A px of ground around each raster, so that neighbours never bleed in.
constexpr int kGap = 1;
// Shelf heights come in steps, so that runs of nearly one height share shelves.
constexpr int kShelfStep = 4;

void append_bytes(std::string& key, const void* data, size_t size) {
  key.append(static_cast<const char*>(data), size);
}

}  // namespace

void GlyphAtlas::begin(const std::vector<layout::Font>& fonts, float dpr, int canvas_px, bool patient) {
  // More fonts than before change nothing.
  const bool same = fonts.size() >= fonts_.size() && std::equal(fonts_.begin(), fonts_.end(), fonts.begin());
  if (!same || dpr != dpr_) {
    entries_.clear();
    shelves_.clear();
    for (Page& page : pages_) page = {};
    dpr_ = dpr;
  }
  if (fonts.size() != fonts_.size() || !same) fonts_ = fonts;
  ++frame_;
  is_patient_ = patient;
  constexpr int kSpare = 2;  // pages: text is of many sizes, and shelves are never full
  most_pages_ = std::min(2 * canvas_px / (kWidth * kHeight) + kSpare, kMaxPages);
  is_behind_ = false;
}

std::optional<view::RunImage> GlyphAtlas::run_image(const view::RunImageKey& key) {
  key_.clear();
  append_bytes(key_, &key.font, sizeof key.font);
  append_bytes(key_, &key.color, sizeof key.color);
  append_bytes(key_, &key.ground, sizeof key.ground);
  append_bytes(key_, &key.x_fraction, sizeof key.x_fraction);
  key_.append(key.text);
  const auto found = entries_.find(key_);
  if (found != entries_.end()) {
    pages_[static_cast<size_t>(found->second.page)].last_used = frame_;
    return found->second.image;
  }
  if ((is_patient_ || !key.urgent) && pending_.size() >= kRunsAFrame) {
    is_behind_ = true;
    return std::nullopt;
  }
  layout::Font font = fonts_[static_cast<size_t>(key.font)];
  font.size_px *= dpr_;
  platform::GlyphRun run;
  run.css_font = layout::css_font(font);
  run.text = key.text;
  run.color = key.color;
  run.ground = key.ground;
  platform::InkBox ink;
  platform::measure_ink({&run, 1}, {&ink, 1});
  const int left = static_cast<int>(std::floor(key.x_fraction - ink.left)) - 1;
  const int right = static_cast<int>(std::ceil(key.x_fraction + ink.right)) + 1;
  const int ascent = static_cast<int>(std::ceil(ink.ascent)) + 1;
  const int height = ascent + static_cast<int>(std::ceil(ink.descent)) + 1;
  if (!place(right - left, height, run)) return std::nullopt;
  run.origin_x = key.x_fraction - static_cast<float>(left);
  run.baseline = static_cast<float>(ascent);

  Entry entry;
  entry.page = run.page;
  view::RunImage& image = entry.image;
  image.texture = platform::glyph_page_texture(run.page);
  image.u0 = static_cast<float>(run.x) / kWidth;
  image.v0 = static_cast<float>(run.y) / kHeight;
  image.u1 = static_cast<float>(run.x + run.width) / kWidth;
  image.v1 = static_cast<float>(run.y + run.height) / kHeight;
  image.width = static_cast<float>(run.width);
  image.height = static_cast<float>(run.height);
  image.left = static_cast<float>(left);
  image.ascent = static_cast<float>(ascent);
  pages_[static_cast<size_t>(run.page)].last_used = frame_;
  pending_.push_back(std::move(run));
  entries_.emplace(key_, entry);
  return image;
}

std::optional<view::RunImage> GlyphAtlas::picture(int node, int width, int height) {
  const std::uint64_t texture = platform::picture_texture(node, width, height);
  if (texture == 0) return std::nullopt;
  view::RunImage image;
  image.texture = texture;
  image.u1 = image.v1 = 1;
  image.width = static_cast<float>(width);
  image.height = static_cast<float>(height);
  return image;
}

bool GlyphAtlas::place(int width, int height, platform::GlyphRun& run) {
  if (width + kGap > kWidth || height + kGap > kHeight) return false;
  const int shelf_height = (height + kGap + kShelfStep - 1) / kShelfStep * kShelfStep;
  const auto fits = [&](const Shelf& shelf) {
    return shelf.height == shelf_height && shelf.x + width + kGap <= kWidth;
  };
  auto shelf = std::find_if(shelves_.begin(), shelves_.end(), fits);
  if (shelf == shelves_.end()) {
    const auto has_room = [&](const Page& page) { return page.top + shelf_height <= kHeight; };
    auto page = std::find_if(pages_.begin(), pages_.end(), has_room);
    if (page == pages_.end()) {
      if (!make_room()) return false;
      page = std::find_if(pages_.begin(), pages_.end(), has_room);
    }
    shelves_.push_back({static_cast<int>(page - pages_.begin()), page->top, shelf_height, 0});
    page->top += shelf_height;
    shelf = shelves_.end() - 1;
  }
  run.page = shelf->page;
  run.x = shelf->x;
  run.y = shelf->y;
  run.width = width;
  run.height = height;
  shelf->x += width + kGap;
  return true;
}

bool GlyphAtlas::make_room() {
  if (static_cast<int>(pages_.size()) < most_pages_) {
    pages_.emplace_back();
    return true;
  }
  const auto oldest = std::min_element(
      pages_.begin(), pages_.end(),
      [](const Page& a, const Page& b) { return a.last_used < b.last_used; });
  if (oldest->last_used == frame_) return false;
  const int index = static_cast<int>(oldest - pages_.begin());
  *oldest = {0, frame_};
  std::erase_if(entries_, [&](const auto& item) { return item.second.page == index; });
  std::erase_if(shelves_, [&](const Shelf& shelf) { return shelf.page == index; });
  return true;
}

void GlyphAtlas::flush() {
  if (!pending_.empty()) platform::raster_runs(pending_);
  pending_.clear();
}

void GlyphAtlas::clear() {
  platform::drop_glyph_pages();
  pages_.clear();
  shelves_.clear();
  entries_.clear();
  pending_.clear();
}

std::size_t GlyphAtlas::bytes() const {
  return pages_.size() * static_cast<std::size_t>(kWidth) * kHeight * 4;
}

}  // namespace lectern::app
