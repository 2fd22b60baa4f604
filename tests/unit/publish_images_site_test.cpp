// SPDX-License-Identifier: MIT
// A site with pictures made smaller: what its pages offer, what is kept from build to build, what is said.
#include <chrono>
#include <map>

#include "pictures.hpp"
#include "publish/image_size.hpp"
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

namespace fs = std::filesystem;

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

TEST_F(ImagesOfASite, WhatNobodyAsksForAnyMoreGoesFromTheCache) {
  publish();
  const auto cache = files_in("cache");
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(100 * 24);
  write("cache/gone.txt", "end\n");
  for (const auto& entry : fs::directory_iterator(root_ / "cache")) fs::last_write_time(entry.path(), long_ago);
  publish();  // asks for the hill
  EXPECT_TRUE(exists("cache/gone.txt"));
  write("content/media/new.jpg", jpeg_of(400, 300));
  article("two.md", "title: Two", "![New](media/new.jpg)");
  publish();  // makes something, so it tidies up
  EXPECT_FALSE(exists("cache/gone.txt"));
  for (const auto& [path, bytes] : cache) EXPECT_TRUE(exists("cache/" + path)) << path;
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
  EXPECT_EQ(said(), "content/two.md:4:1: warning: the picture \"media/page.jpg\" is no PNG, JPEG, WebP, AVIF "
                    "or GIF, so it is published as it is\n");
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
