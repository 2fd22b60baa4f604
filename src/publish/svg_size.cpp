// SPDX-License-Identifier: MIT
#include "publish/svg_size.hpp"

#include <array>
#include <cstdlib>
#include <string>

namespace lectern::publish {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

void skip_space(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
}

// Takes everything up to and with `end`; false when it is not there.
bool skip_past(std::string_view& text, std::string_view end) {
  const size_t at = text.find(end);
  if (at == std::string_view::npos) return false;
  text.remove_prefix(at + end.size());
  return true;
}

// Leaves the text at the first element's name.
bool find_first_tag(std::string_view& text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (;;) {
    skip_space(text);
    if (text.starts_with("<?")) {
      if (!skip_past(text, "?>")) return false;
    } else if (text.starts_with("<!--")) {
      if (!skip_past(text, "-->")) return false;
    } else if (text.starts_with("<!")) {
      if (!skip_past(text, ">")) return false;
    } else if (text.starts_with("<")) {
      text.remove_prefix(1);
      return true;
    } else {
      return false;
    }
  }
}

// A number at the start of a text, and what follows it. Digits, a point and a sign alone: strtod
// would also take "inf" and hexadecimal. Values are read in the "C" locale, which the command
// keeps.
std::optional<double> take_number(std::string_view& text) {
  const size_t length = std::min(text.find_first_not_of("0123456789.+-"), text.size());
  if (length == 0 || length > 24) return std::nullopt;
  const std::string digits(text.substr(0, length));
  char* end = nullptr;
  const double value = std::strtod(digits.c_str(), &end);
  if (end == digits.c_str()) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(end - digits.c_str()));
  return value;
}

std::optional<double> length_px(std::string_view text) {
  skip_space(text);
  const auto value = take_number(text);
  if (!value) return std::nullopt;
  const size_t end = text.find_last_not_of(kSpace);
  const std::string_view unit = end == std::string_view::npos ? "" : text.substr(0, end + 1);
  if (unit != "" && unit != "px") return std::nullopt;
  return value;
}

struct Tag {
  std::optional<double> width, height;
  std::optional<double> box_width, box_height;
};

void read_view_box(std::string_view text, Tag& tag) {
  std::array<double, 4> numbers{};
  for (double& number : numbers) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n,"), text.size()));
    const auto value = take_number(text);
    if (!value) return;
    number = *value;
  }
  tag.box_width = numbers[2];
  tag.box_height = numbers[3];
}

Tag read_attributes(std::string_view text) {
  Tag tag;
  for (;;) {
    skip_space(text);
    const size_t equals = text.find_first_of("=>");
    if (equals == std::string_view::npos || text[equals] == '>') return tag;
    std::string_view name = text.substr(0, equals);
    name = name.substr(0, std::min(name.find_first_of(kSpace), name.size()));
    text.remove_prefix(equals + 1);
    skip_space(text);
    if (text.empty() || (text.front() != '"' && text.front() != '\'')) return tag;
    const size_t end = text.find(text.front(), 1);
    if (end == std::string_view::npos) return tag;
    const std::string_view value = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    if (name == "width") tag.width = length_px(value);
    if (name == "height") tag.height = length_px(value);
    if (name == "viewBox") read_view_box(value, tag);
  }
}

std::optional<ImageSize> rounded(double width, double height) {
  if (!(width >= 0.5 && height >= 0.5 && width <= kMaxImageSide && height <= kMaxImageSide)) {
    return std::nullopt;
  }
  return ImageSize{static_cast<int>(width + 0.5), static_cast<int>(height + 0.5)};
}

}  // namespace

std::optional<ImageSize> svg_size(std::string_view bytes) {
  std::string_view text = bytes;
  if (!find_first_tag(text) || !text.starts_with("svg")) return std::nullopt;
  text.remove_prefix(3);
  if (text.empty() || kSpace.find(text.front()) == std::string_view::npos) return std::nullopt;
  const Tag tag = read_attributes(text);
  if (tag.width && tag.height) return rounded(*tag.width, *tag.height);
  if (!tag.box_width || !(*tag.box_width > 0) || !(*tag.box_height > 0)) return std::nullopt;
  const double ratio = *tag.box_height / *tag.box_width;
  if (tag.width) return rounded(*tag.width, *tag.width * ratio);
  if (tag.height) return rounded(*tag.height / ratio, *tag.height);
  return rounded(*tag.box_width, *tag.box_height);
}

}  // namespace lectern::publish
