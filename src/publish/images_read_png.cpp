// SPDX-License-Identifier: MIT
// PNG. libpng leaves by longjmp when something is wrong: each call stands in a function of its own
// whose variables need no destructor.
#include <png.h>

#include <csetjmp>
#include <cstring>

#include "publish/image_size.hpp"
#include "publish/images_read.hpp"

namespace lectern::publish {
namespace {

constexpr png_alloc_size_t kMaxChunk = 8 << 20;

class PngReader : public PictureReader {
 public:
  explicit PngReader(std::string_view bytes) : bytes_(bytes) {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, on_error, on_warning);
    info_ = png_ ? png_create_info_struct(png_) : nullptr;
  }
  ~PngReader() override { png_destroy_read_struct(&png_, &info_, nullptr); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;

  bool open(std::string& refusal) {
    if (!info_ || !read_head()) {
      refuse_broken(info_ ? said_ : "memory ran out", refusal);
      return false;
    }
    if (moves_) return false;
    facts.whole = passes_ > 1;
    if (refuse_size(facts.width, facts.height, facts.whole, refusal)) return false;
    if (profile_) facts.colors.assign(reinterpret_cast<const char*>(profile_), profile_size_);
    if (!facts.whole) return true;
    await_turn(std::int64_t{facts.width} * facts.height);
    whole_.width = facts.width;
    whole_.height = facts.height;
    whole_.rgba.resize(std::size_t{4} * static_cast<std::size_t>(facts.width) *
                       static_cast<std::size_t>(facts.height));
    if (read_whole()) return true;
    refuse_broken(said_, refusal);
    return false;
  }

  bool next_row(std::uint8_t* rgba) override {
    if (facts.whole) {
      std::memcpy(rgba, whole_.row(row_++), std::size_t{4} * static_cast<std::size_t>(facts.width));
      return true;
    }
    if (read_row(rgba)) return true;
    problem = said_;
    return false;
  }

  bool finish() override {
    if (read_end()) return true;
    problem = said_;
    return false;
  }

 private:
  bool read_head() {
    if (setjmp(jump_)) return false;
    png_set_user_limits(png_, kMaxImageSide, kMaxImageSide);
    png_set_chunk_malloc_max(png_, kMaxChunk);
    // A moving PNG is one for whoever does not know its chunks; it stays as it is.
    png_byte moving[] = "acTL";
    png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_ALWAYS, moving, 1);
    png_set_read_fn(png_, this, on_read);
    png_read_info(png_, info_);
    png_unknown_chunkp chunks = nullptr;
    moves_ = png_get_unknown_chunks(png_, info_, &chunks) > 0;
    facts.width = static_cast<int>(png_get_image_width(png_, info_));
    facts.height = static_cast<int>(png_get_image_height(png_, info_));
    const int type = png_get_color_type(png_, info_);
    facts.opaque = !(type & PNG_COLOR_MASK_ALPHA) && !png_get_valid(png_, info_, PNG_INFO_tRNS);
    png_charp name = nullptr;
    int method = 0;
    if (!png_get_iCCP(png_, info_, &name, &method, &profile_, &profile_size_)) profile_ = nullptr;
    png_set_expand(png_);
    png_set_scale_16(png_);
    if (!(type & PNG_COLOR_MASK_COLOR)) png_set_gray_to_rgb(png_);
    png_set_add_alpha(png_, 0xFF, PNG_FILLER_AFTER);
    passes_ = png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
    return true;
  }
  bool read_whole() {
    if (setjmp(jump_)) return false;
    for (int pass = 0; pass < passes_; ++pass) {
      for (int y = 0; y < facts.height; ++y) png_read_row(png_, whole_.row(y), nullptr);
    }
    return true;
  }
  bool read_row(std::uint8_t* rgba) {
    if (setjmp(jump_)) return false;
    png_read_row(png_, rgba, nullptr);
    return true;
  }
  bool read_end() {
    if (setjmp(jump_)) return false;
    png_read_end(png_, nullptr);
    return true;
  }

  static void on_read(png_structp png, png_bytep to, std::size_t count) {
    auto* self = static_cast<PngReader*>(png_get_io_ptr(png));
    if (count > self->bytes_.size() - self->at_) png_error(png, "it ends too early");
    std::memcpy(to, self->bytes_.data() + self->at_, count);
    self->at_ += count;
  }
  [[noreturn]] static void on_error(png_structp png, png_const_charp said) {
    auto* self = static_cast<PngReader*>(png_get_error_ptr(png));
    std::strncpy(self->said_, said, sizeof self->said_ - 1);
    std::longjmp(self->jump_, 1);
  }
  static void on_warning(png_structp, png_const_charp) {}

  const std::string_view bytes_;
  std::size_t at_ = 0;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  png_bytep profile_ = nullptr;
  png_uint_32 profile_size_ = 0;
  bool moves_ = false;
  int passes_ = 1;
  int row_ = 0;
  Pixels whole_;
  std::jmp_buf jump_{};
  char said_[100] = {};
};

}  // namespace

std::unique_ptr<PictureReader> open_png(std::string_view bytes, std::string& refusal) {
  auto reader = std::make_unique<PngReader>(bytes);
  if (!reader->open(refusal)) return nullptr;
  return reader;
}

}  // namespace lectern::publish
