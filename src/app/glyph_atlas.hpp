// SPDX-License-Identifier: MIT
// The rasters of text runs, kept in a few texture pages. A run that is asked for is placed at once
// and rastered with all others of the frame in flush(). Pages are filled shelf by shelf; when all
// are full, the one that was used longest ago is emptied, never one that this frame has used.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "layout/page_layout.hpp"
#include "platform/platform.hpp"
#include "view/view.hpp"

namespace lectern::app {

class GlyphAtlas final : public view::ImageSource {
 public:
  // The hard cap: 16 pages of 4 MiB are 64 MiB. Less than that serves a small canvas: twice its size.
  static constexpr int kMaxPages = 16;

  // Begins a frame on a canvas of so many px. Images of other fonts or another scale than before are forgotten. One
  // that is `patient` leaves much to the next, even if it is seen.
  void begin(const std::vector<layout::Font>& fonts, float dpr, int canvas_px, bool patient);
  std::optional<view::RunImage> run_image(const view::RunImageKey& key) override;
  std::optional<view::RunImage> picture(int node, int width, int height) override;
  void flush();  // rasters what the frame asked for
  // Whether something was put off, lest one frame take long.
  bool is_behind() const { return is_behind_; }

  void clear();  // forgets all: the context is gone, or the fonts have changed
  std::size_t bytes() const;

 private:
  struct Page {
    int top = 0;  // below the last shelf
    unsigned last_used = 0;
  };
  struct Shelf {
    int page, y, height, x;
  };
  struct Entry {
    int page = 0;
    view::RunImage image;
  };

  bool place(int width, int height, platform::GlyphRun& run);
  bool make_room();

  std::vector<layout::Font> fonts_;
  float dpr_ = 0;
  unsigned frame_ = 0;
  int most_pages_ = kMaxPages;
  std::vector<Page> pages_;
  std::vector<Shelf> shelves_;
  std::unordered_map<std::string, Entry> entries_;
  std::vector<platform::GlyphRun> pending_;
  bool is_patient_ = false;
  bool is_behind_ = false;
  std::string key_;  // kept for its capacity
};

}  // namespace lectern::app
