// SPDX-License-Identifier: MIT
// JPEG. libjpeg leaves by longjmp when something is wrong: each call stands in a function of its own
// whose variables need no destructor.
#include <cstddef>
#include <cstdio>
// jpeglib.h needs what stands above.
#include <jpeglib.h>
#include <jerror.h>

#include <csetjmp>
#include <cstring>

#include "publish/image_size.hpp"
#include "publish/images_read.hpp"

namespace lectern::publish {
namespace {

constexpr long kMaxMemory = 256 << 20;
constexpr int kMaxScans = 100;  // a picture has some ten; a thousand of them take minutes

// What libjpeg calls a warning, and a reader a broken picture.
bool is_fault(int code) {
  return code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE ||
         code == JWRN_ARITH_BAD_CODE || code == JWRN_MUST_RESYNC;
}

class JpegReader : public PictureReader {
 public:
  explicit JpegReader(std::string_view bytes) : bytes_(bytes) {
    info_.err = jpeg_std_error(&errors_);
    info_.client_data = this;
    errors_.error_exit = on_error;
    errors_.emit_message = on_message;
    created_ = create();
  }
  ~JpegReader() override {
    if (created_) jpeg_destroy_decompress(&info_);
  }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;

  bool open(int useful_width, std::string& refusal) {
    if (!created_ || !read_head()) {
      refuse_broken(said_, refusal);
      return false;
    }
    if (info_.jpeg_color_space == JCS_CMYK || info_.jpeg_color_space == JCS_YCCK) {
      refusal = " has the colours of print (CMYK)";
      return false;
    }
    facts.whole = jpeg_has_multiple_scans(&info_);
    if (refuse_size(info_.image_width, info_.image_height, facts.whole, refusal)) return false;
    if (facts.whole) await_turn(std::int64_t{info_.image_width} * info_.image_height);
    facts.lossy = true;
    facts.orientation = jpeg_orientation(bytes_);
    // Which side the width is depends on the orientation; the shorter one will do for both.
    const auto side = static_cast<int>(std::min(info_.image_width, info_.image_height));
    scale_ = 8;
    while (scale_ > 1 && side / 16 * scale_ >= useful_width * 3 / 2) scale_ /= 2;
    if (!start()) {
      refuse_broken(said_, refusal);
      return false;
    }
    if (profile_) facts.colors.assign(reinterpret_cast<const char*>(profile_), profile_size_);
    std::free(profile_);
    facts.width = static_cast<int>(info_.output_width);
    facts.height = static_cast<int>(info_.output_height);
    return true;
  }

  bool next_row(std::uint8_t* rgba) override { return read_row(rgba) || give_problem(); }
  bool finish() override { return read_end() || give_problem(); }

 private:
  bool give_problem() {
    problem = said_;
    return false;
  }

  bool create() {
    if (setjmp(jump_)) return false;
    jpeg_create_decompress(&info_);
    return true;
  }
  bool read_head() {
    if (setjmp(jump_)) return false;
    info_.mem->max_memory_to_use = kMaxMemory;
    progress_.progress_monitor = on_progress;
    info_.progress = &progress_;
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    jpeg_save_markers(&info_, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(&info_, TRUE);
    return true;
  }
  bool start() {
    if (setjmp(jump_)) return false;
    if (!jpeg_read_icc_profile(&info_, &profile_, &profile_size_)) profile_ = nullptr;
    info_.scale_num = static_cast<unsigned>(scale_);
    info_.scale_denom = 8;
    info_.out_color_space = JCS_EXT_RGBA;
    info_.dct_method = JDCT_ISLOW;  // the same on every machine
    jpeg_start_decompress(&info_);
    return true;
  }
  bool read_row(std::uint8_t* rgba) {
    if (setjmp(jump_)) return false;
    JSAMPROW row = rgba;
    return jpeg_read_scanlines(&info_, &row, 1) == 1;
  }
  bool read_end() {
    if (setjmp(jump_)) return false;
    jpeg_finish_decompress(&info_);
    return true;
  }

  static JpegReader* self_of(j_common_ptr info) { return static_cast<JpegReader*>(info->client_data); }
  [[noreturn]] static void on_error(j_common_ptr info) {
    info->err->format_message(info, self_of(info)->said_);
    std::longjmp(self_of(info)->jump_, 1);
  }
  static void on_message(j_common_ptr info, int level) {
    if (level < 0 && is_fault(info->err->msg_code)) on_error(info);
  }
  static void on_progress(j_common_ptr info) {
    JpegReader* self = self_of(info);
    if (self->info_.input_scan_number <= kMaxScans) return;
    std::strcpy(self->said_, "it has too many scans");
    std::longjmp(self->jump_, 1);
  }

  const std::string_view bytes_;
  jpeg_decompress_struct info_{};
  jpeg_error_mgr errors_{};
  jpeg_progress_mgr progress_{};
  JOCTET* profile_ = nullptr;
  unsigned profile_size_ = 0;
  bool created_ = false;
  int scale_ = 8;  // eighths
  std::jmp_buf jump_{};
  char said_[JMSG_LENGTH_MAX] = "memory ran out";
};

}  // namespace

std::unique_ptr<PictureReader> open_jpeg(std::string_view bytes, int useful_width,
                                         std::string& refusal) {
  auto reader = std::make_unique<JpegReader>(bytes);
  if (!reader->open(useful_width, refusal)) return nullptr;
  return reader;
}

}  // namespace lectern::publish
