// SPDX-License-Identifier: MIT
#include "publish/images_write.hpp"

#include <cstddef>
#include <cstdio>
#include <cstdlib>
// jpeglib.h needs what stands above.
#include <jpeglib.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <csetjmp>
#include <vector>

namespace lectern::publish {
namespace {

// Where a reader does not see a difference at the size that it is shown at.
constexpr float kQuality = 80;
constexpr float kDrawingQuality = 85;  // hard edges show more
constexpr int kCardQuality = 85;
constexpr int kMethod = 4;         // of 0 (quick) to 6
constexpr int kLosslessLevel = 3;  // of 0 (quick) to 9; the next ones take twice the time for 2 %

std::string with_colors(const std::string& file, const std::string& colors) {
  if (file.empty() || colors.empty()) return file;
  const auto data = [](const std::string& bytes) {
    return WebPData{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
  };
  const WebPData image = data(file), profile = data(colors);
  WebPMux* mux = WebPMuxCreate(&image, 0);
  WebPData made{};
  std::string out;
  if (mux && WebPMuxSetChunk(mux, "ICCP", &profile, 0) == WEBP_MUX_OK &&
      WebPMuxAssemble(mux, &made) == WEBP_MUX_OK) {
    out.assign(reinterpret_cast<const char*>(made.bytes), made.size);
  }
  WebPDataClear(&made);
  WebPMuxDelete(mux);
  return out;
}

std::string encode(const Pixels& pixels, const WebPConfig& config) {
  WebPPicture picture;
  if (!WebPPictureInit(&picture)) return "";
  picture.width = pixels.width;
  picture.height = pixels.height;
  picture.use_argb = config.lossless;
  WebPMemoryWriter memory;
  WebPMemoryWriterInit(&memory);
  picture.writer = WebPMemoryWrite;
  picture.custom_ptr = &memory;
  const auto* rgba = pixels.rgba.data();
  const int stride = 4 * pixels.width;
  const bool in = pixels.opaque ? WebPPictureImportRGBX(&picture, rgba, stride)
                                : WebPPictureImportRGBA(&picture, rgba, stride);
  std::string out;
  if (in && WebPEncode(&config, &picture)) {
    out.assign(reinterpret_cast<const char*>(memory.mem), memory.size);
  }
  WebPMemoryWriterClear(&memory);
  WebPPictureFree(&picture);
  return out;
}

struct JpegMaker {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  std::jmp_buf jump{};
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
};

[[noreturn]] void on_error(j_common_ptr info) {
  std::longjmp(static_cast<JpegMaker*>(info->client_data)->jump, 1);
}

// Its variables need no destructor, since libjpeg leaves by longjmp.
bool make_jpeg(JpegMaker& maker, const Pixels& pixels, std::uint8_t* row,
               const std::string& colors) {
  if (setjmp(maker.jump)) return false;
  jpeg_create_compress(&maker.info);
  jpeg_mem_dest(&maker.info, &maker.bytes, &maker.size);
  maker.info.image_width = static_cast<JDIMENSION>(pixels.width);
  maker.info.image_height = static_cast<JDIMENSION>(pixels.height);
  maker.info.input_components = 3;
  maker.info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&maker.info);
  jpeg_set_quality(&maker.info, kCardQuality, TRUE);
  maker.info.optimize_coding = TRUE;
  maker.info.dct_method = JDCT_ISLOW;
  jpeg_start_compress(&maker.info, TRUE);
  if (!colors.empty()) {
    jpeg_write_icc_profile(&maker.info, reinterpret_cast<const JOCTET*>(colors.data()),
                           static_cast<unsigned>(colors.size()));
  }
  for (int y = 0; y < pixels.height; ++y) {
    const std::uint8_t* from = pixels.row(y);
    for (int x = 0; x < pixels.width; ++x) {
      const int alpha = from[4 * x + 3];
      for (int c = 0; c < 3; ++c) {
        row[3 * x + c] =
            static_cast<std::uint8_t>((from[4 * x + c] * alpha + 255 * (255 - alpha) + 127) / 255);
      }
    }
    JSAMPROW rows = row;
    jpeg_write_scanlines(&maker.info, &rows, 1);
  }
  jpeg_finish_compress(&maker.info);
  return true;
}

}  // namespace

std::string write_webp(const Pixels& pixels, bool lossy, const std::string& colors) {
  WebPConfig config;
  if (!WebPConfigPreset(&config, lossy ? WEBP_PRESET_PHOTO : WEBP_PRESET_DRAWING,
                        lossy ? kQuality : kDrawingQuality)) {
    return "";
  }
  config.method = kMethod;
  std::string best = encode(pixels, config);
  if (!lossy && WebPConfigInit(&config) && WebPConfigLosslessPreset(&config, kLosslessLevel)) {
    const std::string exact = encode(pixels, config);
    if (!exact.empty() && (best.empty() || exact.size() <= best.size())) best = exact;
  }
  return with_colors(best, colors);
}

std::string write_jpeg(const Pixels& pixels, const std::string& colors) {
  JpegMaker maker;
  maker.info.err = jpeg_std_error(&maker.errors);
  maker.info.client_data = &maker;
  maker.errors.error_exit = on_error;
  std::vector<std::uint8_t> row(std::size_t{3} * static_cast<std::size_t>(pixels.width));
  std::string out;
  if (make_jpeg(maker, pixels, row.data(), colors)) {
    out.assign(reinterpret_cast<const char*>(maker.bytes), maker.size);
  }
  jpeg_destroy_compress(&maker.info);
  std::free(maker.bytes);
  return out;
}

std::string picture_recipe() {
  return "1-webp" + std::to_string(WebPGetEncoderVersion()) + "-jpeg" +
         std::to_string(JPEG_LIB_VERSION);
}

}  // namespace lectern::publish
