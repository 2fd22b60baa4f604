// SPDX-License-Identifier: MIT
#include "publish/images_scale.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lectern::publish {
namespace {

constexpr int kWeightBits = 16;
constexpr std::int32_t kWeightOne = 1 << kWeightBits;
// A line keeps six bits below the sample's own; with the weights and what a cubic overshoots by
// (a quarter at most) the sums stay below 2^31.
constexpr int kLineBits = 6;

// Catmull-Rom's cubic: sharp, with hardly a ring around hard edges, of which drawings are made.
double cubic(double x) {
  x = std::abs(x);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

Taps make_taps(int from, int to) {
  Taps taps;
  const double step = static_cast<double>(from) / to;
  std::vector<double> weights;
  for (int i = 0; i < to; ++i) {
    const double center = (i + 0.5) * step - 0.5;
    const int begin = static_cast<int>(std::ceil(center - 2 * step));
    const int end = static_cast<int>(std::floor(center + 2 * step)) + 1;
    const int first = std::clamp(begin, 0, from - 1);
    weights.assign(static_cast<std::size_t>(std::clamp(end, first + 1, from) - first), 0.0);
    double sum = 0;
    for (int j = begin; j < end; ++j) {  // what lies beyond an edge is the edge
      const double weight = cubic((j - center) / step);
      const int inside = std::clamp(j - first, 0, static_cast<int>(weights.size()) - 1);
      weights[static_cast<std::size_t>(inside)] += weight;
      sum += weight;
    }
    taps.first.push_back(first);
    taps.begin.push_back(taps.weights.size());
    std::int32_t left = kWeightOne;
    for (const double weight : weights) {
      taps.weights.push_back(static_cast<std::int32_t>(std::lround(weight / sum * kWeightOne)));
      left -= taps.weights.back();
    }
    *std::max_element(taps.weights.begin() + static_cast<std::ptrdiff_t>(taps.begin.back()),
                      taps.weights.end()) += left;
  }
  taps.begin.push_back(taps.weights.size());
  return taps;
}

std::uint8_t to_byte(std::int32_t value) {
  return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

}  // namespace

Scaler::Scaler(int from_width, int from_height, int to_width, int to_height, bool opaque)
    : across_(make_taps(from_width, to_width)), down_(make_taps(from_height, to_height)) {
  out_.width = to_width;
  out_.height = to_height;
  out_.opaque = opaque;
  const std::size_t samples = std::size_t{4} * static_cast<std::size_t>(to_width);
  out_.rgba.resize(samples * static_cast<std::size_t>(to_height));
  line_.resize(samples);
  unfinished_.assign(8, std::vector<std::int32_t>(samples));  // at most six overlap
  if (!opaque) premultiplied_.resize(std::size_t{4} * static_cast<std::size_t>(from_width));
}

void Scaler::scale_row(const std::uint8_t* rgba) {
  for (std::size_t x = 0; x < across_.first.size(); ++x) {
    const std::uint8_t* from = rgba + std::ptrdiff_t{4} * across_.first[x];
    std::int32_t sum[4] = {};
    for (std::size_t i = across_.begin[x]; i < across_.begin[x + 1]; ++i, from += 4) {
      for (int c = 0; c < 4; ++c) sum[c] += from[c] * across_.weights[i];
    }
    for (std::size_t c = 0; c < 4; ++c) line_[4 * x + c] = sum[c] >> (kWeightBits - kLineBits);
  }
}

void Scaler::add_row(const std::uint8_t* rgba) {
  if (!out_.opaque) {  // what can't be seen must not colour what can
    for (std::size_t i = 0; i < premultiplied_.size(); i += 4) {
      const int alpha = rgba[i + 3];
      for (std::size_t c = 0; c < 3; ++c) {
        premultiplied_[i + c] = static_cast<std::uint8_t>((rgba[i + c] * alpha + 127) / 255);
      }
      premultiplied_[i + 3] = rgba[i + 3];
    }
    rgba = premultiplied_.data();
  }
  scale_row(rgba);
  const auto rows = unfinished_.size();
  for (auto y = static_cast<std::size_t>(rows_out_);
       y < down_.first.size() && down_.first[y] <= rows_in_; ++y) {
    const std::size_t at = down_.begin[y] + static_cast<std::size_t>(rows_in_ - down_.first[y]);
    if (at >= down_.begin[y + 1]) continue;
    const std::int32_t weight = down_.weights[at];
    std::vector<std::int32_t>& sums = unfinished_[y % rows];
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += line_[i] * weight;
  }
  ++rows_in_;
  for (auto y = static_cast<std::size_t>(rows_out_); y < down_.first.size(); ++y) {
    const std::size_t count = down_.begin[y + 1] - down_.begin[y];
    if (down_.first[y] + static_cast<int>(count) > rows_in_) break;
    finish_row(static_cast<int>(y));
    ++rows_out_;
  }
}

void Scaler::finish_row(int y) {
  constexpr int kShift = kWeightBits + kLineBits;
  std::vector<std::int32_t>& sums = unfinished_[static_cast<std::size_t>(y) % unfinished_.size()];
  std::uint8_t* to = out_.row(y);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    to[i] = to_byte((sums[i] + (1 << (kShift - 1))) >> kShift);
    sums[i] = 0;
  }
  if (out_.opaque) return;
  for (std::size_t i = 0; i < sums.size(); i += 4) {
    const int alpha = to[i + 3];
    for (std::size_t c = 0; c < 3; ++c) {
      to[i + c] = alpha == 0 ? std::uint8_t{0} : to_byte((to[i + c] * 255 + alpha / 2) / alpha);
    }
  }
}

Pixels scaled(const Pixels& from, int width, int height) {
  Scaler scaler(from.width, from.height, width, height, from.opaque);
  for (int y = 0; y < from.height; ++y) scaler.add_row(from.row(y));
  return scaler.take();
}

Pixels turned(Pixels from, int orientation) {
  if (orientation < 2 || orientation > 8) return from;
  const bool sideways = orientation >= 5;
  Pixels to;
  to.width = sideways ? from.height : from.width;
  to.height = sideways ? from.width : from.height;
  to.opaque = from.opaque;
  to.rgba.resize(from.rgba.size());
  // Row 0 and column 0 of the stored picture are which sides of the seen one.
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  for (int y = 0; y < to.height; ++y) {
    for (int x = 0; x < to.width; ++x) {
      const int across = sideways ? y : x, down = sideways ? x : y;
      const std::uint8_t* pixel = from.row(from_bottom ? from.height - 1 - down : down) +
                                  std::ptrdiff_t{4} * (from_right ? from.width - 1 - across : across);
      std::copy_n(pixel, 4, to.row(y) + std::ptrdiff_t{4} * x);
    }
  }
  return to;
}

}  // namespace lectern::publish
