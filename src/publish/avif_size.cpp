// SPDX-License-Identifier: MIT
// HEIF's items (ISO/IEC 23008-12): `meta` names the primary one (`pitm`), `iprp` lists properties (`ipco`) and
// which item has which of them (`ipma`). A thumbnail, an alpha plane or a tile is an item of its own, so that the
// first size in the file may be another's.
#include "publish/avif_size.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace lectern::publish {
namespace {

// Reads numbers, most significant byte first. What is past the end reads as 0 and says so.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}

  std::uint32_t number(std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
      value = value << 8 | (i < left_.size() ? static_cast<unsigned char>(left_[i]) : 0u);
    }
    good_ = good_ && bytes <= left_.size();
    left_.remove_prefix(std::min(bytes, left_.size()));
    return value;
  }
  bool good() const { return good_; }

 private:
  std::string_view left_;
  bool good_ = true;
};

struct Box {
  std::string_view kind;
  std::string_view inside;
};

// The boxes that follow each other in `bytes`; one that is cut off is not among them.
std::vector<Box> boxes_in(std::string_view bytes) {
  constexpr std::size_t kMost = 4096;  // more is no picture
  std::vector<Box> boxes;
  while (bytes.size() >= 8 && boxes.size() < kMost) {
    const std::uint32_t size = Reader(bytes).number(4);
    if (size == 0) break;  // to the end of the file: pixels
    if (size < 8 || size > bytes.size()) break;
    boxes.push_back({bytes.substr(4, 4), bytes.substr(8, size - 8)});
    bytes.remove_prefix(size);
  }
  return boxes;
}

std::string_view inside_of(const std::vector<Box>& boxes, std::string_view kind) {
  for (const Box& box : boxes) {
    if (box.kind == kind) return box.inside;
  }
  return {};
}

// What follows the version and the flags of a full box.
constexpr std::size_t kFullBox = 4;
std::string_view after_version(std::string_view inside) {
  return inside.substr(std::min(kFullBox, inside.size()));
}

// The indices, from 1, of an item's properties.
std::vector<std::uint32_t> properties_of(std::uint32_t item, std::string_view associations) {
  Reader in(associations);
  const std::uint32_t version = in.number(1);
  const bool wide = (in.number(3) & 1) != 0;
  std::vector<std::uint32_t> found;
  const std::uint32_t items = in.number(4);
  for (std::uint32_t i = 0; i < items && in.good(); ++i) {
    const bool own = in.number(version < 1 ? 2 : 4) == item;
    const std::uint32_t count = in.number(1);
    for (std::uint32_t k = 0; k < count && in.good(); ++k) {
      const std::uint32_t index = wide ? in.number(2) & 0x7FFF : in.number(1) & 0x7F;
      if (own) found.push_back(index);
    }
  }
  return found;
}

}  // namespace

bool is_avif(std::string_view bytes) {
  if (bytes.size() < 16 || bytes.substr(4, 4) != "ftyp") return false;
  const std::size_t end = std::min<std::size_t>(Reader(bytes).number(4), bytes.size());
  for (std::size_t i = 8; i + 4 <= end; i += 4) {  // at 12 stands a version, which is no name
    const std::string_view brand = bytes.substr(i, 4);
    if (brand == "avif" || brand == "avis") return true;
  }
  return false;
}

std::optional<ImageSize> avif_size(std::string_view bytes) {
  const auto meta = boxes_in(after_version(inside_of(boxes_in(bytes), "meta")));
  const std::string_view primary = inside_of(meta, "pitm");
  Reader pitm(after_version(primary));
  const std::uint32_t item = pitm.number(!primary.empty() && primary.front() == 0 ? 2 : 4);
  const auto iprp = boxes_in(inside_of(meta, "iprp"));
  const auto properties = boxes_in(inside_of(iprp, "ipco"));
  if (!pitm.good()) return std::nullopt;
  std::uint32_t width = 0, height = 0;
  bool turned = false;
  for (const std::uint32_t index : properties_of(item, inside_of(iprp, "ipma"))) {
    if (index == 0 || index > properties.size()) continue;
    const Box& property = properties[index - 1];
    if (property.kind == "ispe") {
      Reader in(after_version(property.inside));
      width = in.number(4);
      height = in.number(4);
    }
    if (property.kind == "irot") turned = (Reader(property.inside).number(1) & 1) != 0;
  }
  constexpr std::uint32_t kMost = kMaxImageSide;
  if (width == 0 || height == 0 || width > kMost || height > kMost) return std::nullopt;
  if (turned) std::swap(width, height);
  return ImageSize{static_cast<int>(width), static_cast<int>(height)};
}

}  // namespace lectern::publish
