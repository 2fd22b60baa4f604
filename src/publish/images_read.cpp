// SPDX-License-Identifier: MIT
// Which format a picture has, and WebP's reader; PNG's and JPEG's have files of their own.
#include "publish/images_read.hpp"

#include <webp/decode.h>
#include <webp/mux.h>

#include <algorithm>
#include <utility>

#include "publish/image_size.hpp"

namespace lectern::publish {
namespace {

const std::uint8_t* data_of(std::string_view bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

// "" when there is none.
std::string chunk_of(std::string_view bytes, const char* name) {
  const WebPData data{data_of(bytes), bytes.size()};
  WebPMux* mux = WebPMuxCreate(&data, 0);
  std::string content;
  WebPData chunk;
  if (mux && WebPMuxGetChunk(mux, name, &chunk) == WEBP_MUX_OK) {
    content.assign(reinterpret_cast<const char*>(chunk.bytes), chunk.size);
  }
  WebPMuxDelete(mux);
  return content;
}

class WebpReader : public PictureReader {
 public:
  WebpReader(std::string_view bytes, const WebPBitstreamFeatures& features) {
    facts.width = pixels_.width = features.width;
    facts.height = pixels_.height = features.height;
    facts.opaque = !features.has_alpha;
    facts.lossy = features.format == 1;
    facts.whole = true;
    facts.colors = chunk_of(bytes, "ICCP");
  }
  bool decode(std::string_view bytes) {
    const auto pixels = std::int64_t{pixels_.width} * pixels_.height;
    await_turn(pixels);
    pixels_.rgba.resize(std::size_t{4} * static_cast<std::size_t>(pixels));
    return WebPDecodeRGBAInto(data_of(bytes), bytes.size(), pixels_.rgba.data(),
                              pixels_.rgba.size(), 4 * pixels_.width) != nullptr;
  }
  bool next_row(std::uint8_t* rgba) override {
    std::copy_n(pixels_.row(row_++), std::size_t{4} * static_cast<std::size_t>(pixels_.width), rgba);
    return true;
  }

 private:
  Pixels pixels_;
  int row_ = 0;
};

std::string in_millions(std::int64_t count) {
  return std::to_string((count + 500'000) / 1'000'000) + " million";
}

}  // namespace

void PictureReader::await_turn(std::int64_t pixels) {
  constexpr std::int64_t kLarge = 8'000'000;
  static std::mutex turns;
  if (pixels > kLarge) turn_ = std::unique_lock(turns);
}

bool refuse_size(std::int64_t width, std::int64_t height, bool whole, std::string& refusal) {
  const std::int64_t most = whole ? kMaxWholePixels : kMaxPixels;
  if (width * height <= most) return false;
  refusal = " has " + in_millions(width * height) + " px; more than " + in_millions(most) +
                     (whole ? " in a file of this form" : "") + " are not converted";
  return true;
}

void refuse_broken(const std::string& said, std::string& refusal) {
  refusal = " is broken (" + said + ')';
}

std::unique_ptr<PictureReader> open_webp(std::string_view bytes, std::string& refusal) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(data_of(bytes), bytes.size(), &features) != VP8_STATUS_OK) {
    refuse_broken("its header is none of WebP", refusal);
    return nullptr;
  }
  // EXIF may say how to turn it, which browsers do not do alike: left as it is.
  if (features.has_animation || !chunk_of(bytes, "EXIF").empty() ||
      refuse_size(features.width, features.height, true, refusal)) {
    return nullptr;
  }
  auto reader = std::make_unique<WebpReader>(bytes, features);
  if (!reader->decode(bytes)) {
    refuse_broken("it can't be decoded to its end", refusal);
    return nullptr;
  }
  return reader;
}

std::unique_ptr<PictureReader> open_picture(std::string_view bytes, int useful_width,
                                            std::string& refusal) {
  refusal.clear();
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return open_png(bytes, refusal);
  if (bytes.starts_with("\xFF\xD8")) return open_jpeg(bytes, useful_width, refusal);
  if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return open_webp(bytes, refusal);
  if (bytes.empty()) {
    refusal = " is an empty file";
  } else if (bytes.starts_with("GIF8") && !image_size(bytes)) {
    refuse_broken("its header is none of GIF", refusal);
  }
  return nullptr;
}

}  // namespace lectern::publish
