// SPDX-License-Identifier: MIT
// Makes a picture smaller while its rows come in, so that only the small one is ever held. Whole
// numbers throughout: the bytes are the same on every machine.
#pragma once

#include <cstdint>
#include <vector>

namespace lectern::publish {

// RGBA, 8 bits each, not premultiplied; rows from top to bottom without gaps.
struct Pixels {
  int width = 0;
  int height = 0;
  bool opaque = true;  // all alpha is 255
  std::vector<std::uint8_t> rgba;

  const std::uint8_t* row(int y) const { return rgba.data() + offset(y); }
  std::uint8_t* row(int y) { return rgba.data() + offset(y); }

 private:
  std::size_t offset(int y) const {
    return std::size_t{4} * static_cast<std::size_t>(width) * static_cast<std::size_t>(y);
  }
};

// What one side's samples are made of: sample i of the result is the sum of `count(i)` samples of the
// source from `first[i]` on, by their weights, which together are kWeightOne.
struct Taps {
  std::vector<int> first;
  std::vector<std::size_t> begin;  // of sample i's weights; one more than there are samples
  std::vector<std::int32_t> weights;
};

class Scaler {
 public:
  // The size of the source and of the result, which is at most as large; sides of at least 1.
  Scaler(int from_width, int from_height, int to_width, int to_height, bool opaque);

  // The next row of the source: 4 * from_width bytes. Cost: five multiplications a sample or so.
  void add_row(const std::uint8_t* rgba);

  // The result, once all rows are in.
  Pixels take() { return std::move(out_); }

 private:
  void scale_row(const std::uint8_t* rgba);
  void finish_row(int y);

  Taps across_, down_;
  Pixels out_;
  std::vector<std::uint8_t> premultiplied_;           // a row of the source
  std::vector<std::int32_t> line_;                    // it, as wide as the result
  std::vector<std::vector<std::int32_t>> unfinished_;  // rows of the result, by y modulo their count
  int rows_in_ = 0;
  int rows_out_ = 0;
};

// The whole of it at once.
Pixels scaled(const Pixels& from, int width, int height);

// As a viewer turns it by its EXIF orientation, 1 to 8 (TIFF 6.0, tag 274).
Pixels turned(Pixels from, int orientation);

}  // namespace lectern::publish
