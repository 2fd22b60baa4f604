// SPDX-License-Identifier: MIT
// Pictures made smaller: what comes of a picture, what is left as it is, what is said of a broken one,
// and what a site made of them holds.
#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <map>

#include "publish/image_size.hpp"
#include "publish/images.hpp"
#include "publish/images_write.hpp"
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

namespace fs = std::filesystem;

// Hills of colour with some grain, as a photograph has it.
Pixels photo(int width, int height) {
  Pixels pixels;
  pixels.width = width;
  pixels.height = height;
  std::uint32_t grain = 1;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      grain = grain * 1664525u + 1013904223u;
      const int noise = static_cast<int>(grain >> 28);
      for (const int value : {x * 200 / width + noise, y * 200 / height + noise, (x + y) % 97 + noise, 255})
        pixels.rgba.push_back(static_cast<std::uint8_t>(value));
    }
  }
  return pixels;
}

std::string png_of(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, pixels.rgba.data(), 0, nullptr);
  std::string bytes(size, '\0');
  png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.rgba.data(), 0, nullptr);
  bytes.resize(size);
  return bytes;
}

std::string jpeg_of(int width, int height) { return write_jpeg(photo(width, height), ""); }

// With an EXIF segment behind the signature that says how the picture is turned.
std::string jpeg_turned(int width, int height, char orientation) {
  std::string jpeg = jpeg_of(width, height);
  std::string exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0?\0\0\0\0\0\0\0", 32);
  exif[24] = orientation;
  return jpeg.insert(2, std::string("\xFF\xE1\0", 3) + static_cast<char>(exif.size() + 2) + exif);
}

Converted convert(const std::string& bytes) {
  const auto size = image_size(bytes).value_or(ImageSize{});
  return convert_picture(bytes, size.width, size.height);
}

std::string widths_of(const Converted& converted) {
  std::string out;
  for (const PictureVersion& version : converted.set.versions) {
    out += std::to_string(version.width) + 'x' + std::to_string(version.height) + ' ';
  }
  return out + (converted.set.with_original ? "original" : "");
}

TEST(Images, AChoiceOfWidthsIsMadeAndNoneIsLarger) {
  const struct {
    int width, height;
    const char* widths;
  } rows[] = {{2000, 1000, "320x160 640x320 960x480 1280x640 "},
              {1280, 720, "320x180 640x360 960x540 1280x720 "},
              {700, 350, "320x160 640x320 700x350 "},
              {200, 300, "200x300 "}};
  for (const auto& row : rows) {
    const Converted made = convert(jpeg_of(row.width, row.height));
    EXPECT_EQ(widths_of(made), row.widths);
    for (const MadePicture& file : made.files) {
      EXPECT_EQ(image_size(file.bytes), (ImageSize{file.version.width, file.version.height}));
    }
  }
}

TEST(Images, APictureThatWebpDoesNotMakeSmallerIsItsOwnWidestChoice) {
  // A drawing of few colours, well packed: at 1280 px WebP would take more.
  std::ifstream in(LECTERN_SOURCE_DIR "/assets/sample/media/a-series.png", std::ios::binary);
  const Converted made = convert({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
  EXPECT_EQ(widths_of(made), "320x180 640x360 960x540 original");
}

TEST(Images, TheSameBytesComeOfTheSamePicture) {
  const std::string jpeg = jpeg_of(900, 600);
  const Converted one = convert(jpeg), two = convert(jpeg);
  ASSERT_EQ(one.files.size(), two.files.size());
  for (size_t i = 0; i < one.files.size(); ++i) EXPECT_EQ(one.files[i].bytes, two.files[i].bytes);
}

TEST(Images, APlainColourStaysItAtEachSize) {
  Pixels plain = photo(37, 23);
  for (size_t i = 0; i < plain.rgba.size(); ++i) plain.rgba[i] = static_cast<std::uint8_t>(i % 4 == 3 ? 255 : 10 + 60 * (i % 4));
  for (const int width : {1, 7, 36, 37}) {
    const Pixels small = scaled(plain, width, 5);
    ASSERT_EQ(small.rgba.size(), static_cast<size_t>(width) * 5 * 4);
    for (size_t i = 0; i < small.rgba.size(); ++i) EXPECT_EQ(small.rgba[i], plain.rgba[i % 4]);
  }
}

TEST(Images, WhatIsTransparentColoursNothing) {
  Pixels half = photo(8, 2);
  half.opaque = false;
  for (size_t i = 0; i < half.rgba.size(); i += 4) {  // red that is seen, green that is not
    const bool seen = i % 32 < 16;
    const std::uint8_t pixel[] = {static_cast<std::uint8_t>(seen ? 255 : 0), static_cast<std::uint8_t>(seen ? 0 : 255), 0, static_cast<std::uint8_t>(seen ? 255 : 0)};
    std::copy_n(pixel, 4, half.rgba.begin() + static_cast<std::ptrdiff_t>(i));
  }
  const Pixels small = scaled(half, 3, 1);
  for (size_t i = 0; i < small.rgba.size(); i += 4) {
    EXPECT_EQ(small.rgba[i + 1], 0);
    EXPECT_EQ(small.rgba[i], small.rgba[i + 3] > 0 ? 255 : 0);
  }
}

TEST(Images, APictureIsTurnedAsItsFileSays) {
  // 1 2 3
  // 4 5 6
  const std::map<int, std::string> rows{{1, "123456"}, {2, "321654"}, {3, "654321"}, {4, "456123"}, {5, "142536"}, {6, "415263"}, {7, "635241"}, {8, "362514"}};
  for (const auto& [orientation, seen] : rows) {
    Pixels stored;
    stored.width = 3;
    stored.height = 2;
    for (int i = 1; i <= 6; ++i) stored.rgba.insert(stored.rgba.end(), 4, static_cast<std::uint8_t>('0' + i));
    const Pixels upright = turned(stored, orientation);
    std::string digits;
    for (size_t i = 0; i < upright.rgba.size(); i += 4) digits += static_cast<char>(upright.rgba[i]);
    EXPECT_EQ(digits, seen) << orientation;
    EXPECT_EQ(upright.width, orientation < 5 ? 3 : 2);
  }
  EXPECT_EQ(widths_of(convert(jpeg_turned(900, 600, 6))), "320x480 600x900 ");
}

TEST(Images, SomeAreLeftAsTheyAreWithoutAWord) {
  std::string moving = png_of(photo(400, 300));
  const std::string actl("\0\0\0\x08" "acTL\0\0\0\x01\0\0\0\0\xb5\x1f\x77\x9f", 20);
  moving.insert(33, actl);  // behind IHDR
  for (const std::string& bytes :
       {std::string("GIF89a\x20\0\x20\0\0\0\0;", 14), moving,
        std::string("<svg xmlns='http://www.w3.org/2000/svg' width='900' height='600'/>"),
        std::string("RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x1f\0\0\x1f\0\0", 30)}) {
    const Converted made = convert(bytes);
    EXPECT_EQ(made.refusal, "");
    EXPECT_TRUE(made.files.empty());
  }
}

TEST(Images, OfABrokenOrHugeFileASentenceSaysWhy) {
  const std::string png = png_of(photo(300, 200)), jpeg = jpeg_of(300, 200);
  const std::string webp = write_webp(photo(300, 200), true, "");
  std::string zero = png, damaged = png, huge = png;
  zero.replace(16, 4, 4, '\0');
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
  // 20,000 by 20,000 px, with the checksum that goes with it.
  huge.replace(16, 8, std::string("\0\0\x4e\x20\0\0\x4e\x20", 8));
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(huge.data()) + 12, 17);
  for (int i = 0; i < 4; ++i) huge[static_cast<size_t>(29 + i)] = static_cast<char>(sum >> (24 - 8 * i));
  const struct {
    std::string bytes;
    const char* sentence;  // its beginning
  } rows[] = {{"", " is an empty file"},
              {png.substr(0, png.size() / 2), " is broken (it ends too early"},
              {png.substr(0, 20), " is broken (it ends too early"},
              {damaged, " is broken ("},
              {zero, " is broken ("},
              {huge, " has 400 million px; more than 100 million are not converted"},
              {jpeg.substr(0, jpeg.size() / 2), " is broken (Premature end of JPEG file)"},
              {jpeg.substr(0, 40), " is broken ("},
              {webp.substr(0, webp.size() / 2), " is broken ("},
              {std::string("GIF89a"), " is broken ("}};
  for (const auto& row : rows) {
    const Converted made = convert(row.bytes);
    EXPECT_TRUE(made.refusal.starts_with(row.sentence)) << made.refusal << " for " << row.sentence;
    EXPECT_TRUE(made.files.empty());
  }
}

class ImagesOfASite : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    write("content/publication.json", R"({"title": "P", "url": "https://example.org/news"})");
    write("content/media/hill.jpg", jpeg_of(2000, 1000));
    article("one.md", "title: One\npublished: 2026-01-02\nimage: {src: media/hill.jpg, alt: A hill}",
            "![A hill](media/hill.jpg)\n\nText ![and](media/hill.jpg) more.");
  }
  SiteResult publish(int jobs = 1) {
    LoadOptions options;
    options.picture_cache = "cache";
    options.jobs = jobs;
    return build("https://example.org/news", jobs, options);
  }
  std::map<std::string, std::string> files_in(const std::string& folder) const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(root_ / folder)) {
      const std::string path = fs::relative(entry.path(), root_ / folder).string();
      if (entry.is_regular_file()) files[path] = read(folder + '/' + path);
    }
    return files;
  }
};

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const size_t from = text.find(begin);
  if (from == std::string::npos) return "";
  return text.substr(from + begin.size(), text.find(end, from + begin.size()) - from - begin.size());
}

TEST_F(ImagesOfASite, APageOffersThemAndKeepsTheOriginal) {
  EXPECT_EQ(publish().problem, "");
  const std::string page = read("site/a/one/index.html");
  const std::string lead = between(page, "<img", ">"), rest = page.substr(page.find(lead) + lead.size());
  const std::string srcset = between(lead, "srcset=\"", "\"");
  for (const char* width : {"320", "640", "960", "1280"}) {
    const std::string name = between(srcset, "_/hill-" + std::string(width) + '.', ".webp");
    EXPECT_EQ(name.size(), 10u) << srcset;
    EXPECT_NE(srcset.find(".webp " + std::string(width) + 'w'), std::string::npos);
    EXPECT_TRUE(exists("site/_/hill-" + std::string(width) + '.' + name + ".webp"));
  }
  EXPECT_EQ(between(lead, "sizes=\"", "\""), "(min-width: 42.5rem) 40rem, calc(100vw - 2.5rem)");
  EXPECT_TRUE(exists("site/" + between(lead, " src=\"../../", "\"")));
  EXPECT_EQ(between(lead, "width=\"", "\""), "2000");
  EXPECT_NE(lead.find("fetchpriority=\"high\""), std::string::npos);
  EXPECT_EQ(lead.find("loading"), std::string::npos);
  EXPECT_NE(between(rest, "<img", ">").find("loading=\"lazy\""), std::string::npos);
  EXPECT_EQ(between(rest, "srcset=\"", "\""), srcset);
  EXPECT_NE(read("site/a/one/article.json").find("\"sources\""), std::string::npos);
}

TEST_F(ImagesOfASite, OtherSitesAreGivenAJpegOfASaneSize) {
  publish();
  const std::string url = between(read("site/a/one/index.html"), "\"og:image\" content=\"", "\"");
  ASSERT_TRUE(url.starts_with("https://example.org/news/_/hill-1280.")) << url;
  EXPECT_EQ(image_size(read("site/" + url.substr(25))), (ImageSize{1280, 640}));
  for (const char* feed : {"site/feed.xml", "site/atom.xml", "site/feed.json"}) {
    EXPECT_EQ(read(feed).find("srcset"), std::string::npos) << feed;
    EXPECT_NE(read(feed).find("https://example.org/news/_/hill."), std::string::npos) << feed;
  }
}

TEST_F(ImagesOfASite, WhatHasBeenMadeIsNotMadeAgain) {
  publish();
  const auto site = files_in("site"), cache = files_in("cache");
  // A note that says nothing was worth it: it is believed, so nobody looked at the picture.
  for (const auto& [path, bytes] : cache) {
    if (path.ends_with(".txt")) write("cache/" + path, "end\n");
  }
  publish();
  EXPECT_EQ(read("site/a/one/index.html").find("srcset"), std::string::npos);
  for (const auto& [path, bytes] : cache) write("cache/" + path, bytes);
  EXPECT_GT(publish().written, 0);
  EXPECT_EQ(publish().written, 0);
  // Damaged files, and notes that are none, are as good as no cache.
  for (const auto& [path, bytes] : cache) write("cache/" + path, path.ends_with(".txt") ? bytes : "x");
  fs::remove_all(root_ / "site");
  publish();
  EXPECT_EQ(files_in("site"), site);
  for (const auto& [path, bytes] : cache) write("cache/" + path, "version -1 7 ../x y z\nend\n");
  publish();
  EXPECT_EQ(files_in("site"), site);
}

TEST_F(ImagesOfASite, TheNumberOfThreadsDoesNotMatter) {
  write("content/media/copy.jpg", jpeg_of(2000, 1000));
  for (const int width : {340, 500, 700, 1100}) write("content/media/" + std::to_string(width) + ".jpg", jpeg_of(width, 300));
  article("two.md", "title: Two", "![a](media/copy.jpg) ![b](media/340.jpg) ![c](media/500.jpg) ![d](media/700.jpg) ![e](media/1100.jpg)");
  publish(1);
  const auto site = files_in("site");
  fs::remove_all(root_ / "cache");
  fs::remove_all(root_ / "site");
  publish(4);
  EXPECT_EQ(files_in("site"), site);
}

TEST_F(ImagesOfASite, ABrokenPictureIsSaidWithItsPlaceAndPublishedAsItIs) {
  const std::string half = jpeg_of(900, 600).substr(0, 9000);
  write("content/media/half.jpg", half);
  article("two.md", "title: Two", "Text.\n\n![Half a hill](media/half.jpg)");
  for (int i = 0; i < 2; ++i) {  // known from the cache too
    EXPECT_EQ(publish().problem, "");
    EXPECT_EQ(said(),
              "content/two.md:6:1: warning: the picture \"media/half.jpg\" is broken (Premature end of "
              "JPEG file), so it is published as it is\n");
  }
  const std::string image = between(read("site/a/two/index.html"), "<img", ">");
  EXPECT_EQ(read("site/" + between(image, " src=\"../../", "\"")), half);
  EXPECT_EQ(image.find("srcset"), std::string::npos);
}

TEST_F(ImagesOfASite, AFileThatIsNoPictureIsSaid) {
  write("content/media/page.jpg", "<!doctype html>");
  article("two.md", "title: Two", "![A page](media/page.jpg)");
  publish();
  EXPECT_EQ(said(), "content/two.md:4:1: warning: the picture \"media/page.jpg\" is no PNG, JPEG, WebP or "
                    "GIF, so it is published as it is\n");
}

TEST_F(ImagesOfASite, WithoutAPlaceToKeepThemPicturesStayAsTheyAre) {
  write("cache", "a file, where a folder is needed");
  EXPECT_EQ(publish().problem, "");
  EXPECT_TRUE(said().starts_with("cache: warning: pictures are published as they are, since smaller "
                                 "ones can't be kept here: ")) << said();
  EXPECT_EQ(read("site/a/one/index.html").find("srcset"), std::string::npos);
}

}  // namespace
}  // namespace lectern::publish
