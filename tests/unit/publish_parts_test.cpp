// SPDX-License-Identifier: MIT
// The small functions of the publisher, as tables of input and expected output.
#include <gtest/gtest.h>

#include "model/urls.hpp"
#include "layout/direction.hpp"
#include "publish/addresses.hpp"
#include "publish/image_size.hpp"
#include "publish/page_head.hpp"
#include "publish/page_template.hpp"
#include "publish/references.hpp"
#include "publish/timestamp.hpp"

namespace lectern::publish {
namespace {

TEST(Addresses, AreRelativeToThePage) {
  const struct {
    const char *from, *to, *url;
  } kRows[] = {
      {"a/x/", "a/y/", "../y/"},
      {"a/x/", "", "../../"},
      {"a/x/", "a/x/", "./"},
      {"a/x/", "_/n.0.js", "../../_/n.0.js"},
      {"", "a/x/", "a/x/"},
      {"", "", "./"},
      {"c/one/", "c/one/two/", "two/"},
      {"c/one/two/", "c/one/", "../"},
      {"a/bridge/", "a/bridges/", "../bridges/"},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(relative_url(row.from, row.to), row.url) << row.to;
}

TEST(Addresses, OfFiles) {
  EXPECT_EQ(hashed_path("media/Photo One.JPG", "0123456789"), "_/photo-one.0123456789.jpg");
  EXPECT_EQ(hashed_path("LICENSE", "0123456789"), "_/license.0123456789");
  EXPECT_EQ(hashed_path("x.tar.gz", "0123456789"), "_/x-tar.0123456789.gz");
  EXPECT_EQ(hashed_path("\xFF\xFE.png", "0123456789").substr(0, 2), "_/");
  EXPECT_EQ(article_path("é"), "a/%C3%A9/");
  EXPECT_EQ(file_of("a/%C3%A9/"), "a/é/index.html");
  EXPECT_EQ(base_path(""), "/");
  EXPECT_EQ(base_path("https://example.org"), "/");
  EXPECT_EQ(base_path("https://example.org/news"), "/news/");
  for (const char* url : {"https://e.org", "http://e.org:8080/n", "http://[::1]:80", "https://127.0.0.1"})
    EXPECT_TRUE(is_base_url(url)) << url;
  for (const char* url : {"https://a@b/", "https://a:b@c", "https://:80", "https://e.org:x", "https://e.org:",
                          "https:///x", "ftp://e.org", "https://e.org/\x01", "https://e.org?x", "http://[::1"})
    EXPECT_FALSE(is_base_url(url)) << url;
}

TEST(References, NameFilesOfTheContentFolder) {
  const PathSet files{"a.md", "blog/index.md", "deep/b.md", "deep/c d.md", "media/p.png", "deep/media/p.png"};
  const struct {
    const char *url, *from;
    NamedKind kind;
    const char *path, *suffix;
  } kRows[] = {
      {"b.md", "deep/x.md", NamedKind::file, "deep/b.md", ""},
      {"../a.md#top", "deep/x.md", NamedKind::file, "a.md", "#top"},
      {"c%20d.md", "deep/x.md", NamedKind::file, "deep/c d.md", ""},
      {"./media/../b.md?q", "deep/x.md", NamedKind::file, "deep/b.md", "?q"},
      {"media/p.png", "deep/x.md", NamedKind::file, "deep/media/p.png", ""},  // beside it first
      {"media/p.png", "other/x.md", NamedKind::file, "media/p.png", ""},
      {"/media/p.png", "deep/x.md", NamedKind::file, "media/p.png", ""},
      {"gone.md", "a.md", NamedKind::missing, "gone.md", ""},
      {"/about", "a.md", NamedKind::missing, "about", ""},
      {"/deep/b/?q", "a.md", NamedKind::file, "deep/b.md", "?q"},  // as other systems publish it
      {"/deep/b.html", "a.md", NamedKind::file, "deep/b.md", ""},
      {"/blog/", "a.md", NamedKind::file, "blog/index.md", ""},
      {"../b/", "deep/x.md", NamedKind::file, "deep/b.md", ""},
      {"/media/p/", "a.md", NamedKind::missing, "media/p", ""},
      {"/about.md", "a.md", NamedKind::missing, "about.md", ""},
      {"#here", "a.md", NamedKind::elsewhere, "", ""},
      {"https://x.org/a.md", "a.md", NamedKind::elsewhere, "", ""},
      {"//x.org/a.md", "a.md", NamedKind::elsewhere, "", ""},
      {"mailto:a@b.c", "a.md", NamedKind::elsewhere, "", ""},
      {"../a.md", "a.md", NamedKind::refused, "", ""},
      {"..\\..\\etc\\passwd", "deep/x.md", NamedKind::refused, "", ""},
      {"%2e%2e/%2e%2e/x", "deep/x.md", NamedKind::refused, "", ""},
  };
  for (const auto& row : kRows) {
    const Named named = find_named(row.url, row.from, files);
    EXPECT_EQ(static_cast<int>(named.kind), static_cast<int>(row.kind)) << row.url;
    EXPECT_EQ(named.path, row.path) << row.url;
    EXPECT_EQ(named.suffix, row.suffix) << row.url;
  }
}

TEST(Timestamps, AsFeedsHaveThem) {
  const struct {
    std::int64_t seconds;
    const char *timestamp, *mail_date;
  } kRows[] = {
      {0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"},
      {1778313600, "2026-05-09T08:00:00Z", "Sat, 09 May 2026 08:00:00 GMT"},
      {-1, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"},
      {1709251199, "2024-02-29T23:59:59Z", "Thu, 29 Feb 2024 23:59:59 GMT"},
      {-62167219200, "0000-01-01T00:00:00Z", "Sat, 01 Jan 0000 00:00:00 GMT"},
      {253402300799, "9999-12-31T23:59:59Z", "Fri, 31 Dec 9999 23:59:59 GMT"},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(write_timestamp(row.seconds), row.timestamp);
    EXPECT_EQ(write_mail_date(row.seconds), row.mail_date);
    EXPECT_EQ(parse_timestamp(row.timestamp), row.seconds);
  }
}

TEST(Timestamps, OfRfc3339) {
  EXPECT_EQ(parse_timestamp("1970-01-01T00:00:00Z"), 0);
  // An offset leads out of no year that can be written.
  EXPECT_EQ(parse_timestamp("9999-12-31T23:59:59-12:00"), 253402300799);
  EXPECT_EQ(parse_timestamp("0000-01-01T00:00:00+12:00"), -62167219200);
  EXPECT_EQ(parse_timestamp("2026-05-09"), 1778284800);
  EXPECT_EQ(parse_timestamp("2026-05-09T10:00:00.25+02:00"), 1778313600);
  EXPECT_EQ(parse_timestamp("1969-12-31T23:59:59Z"), -1);
  EXPECT_EQ(parse_timestamp("2024-02-29T00:00:00Z"), 1709164800);
  for (const char* wrong : {"", "2026", "2026-13-01", "2025-02-29", "2026-05-09T25:00:00Z",
                            "2026-05-09T10:00:00", "2026-05-09T10:00:00Zx", "yesterday"}) {
    EXPECT_EQ(parse_timestamp(wrong), std::nullopt) << wrong;
  }
}

std::string bytes(std::initializer_list<int> values) {
  std::string out;
  for (const int value : values)
    out += static_cast<char>(value);
  return out;
}

// A box of ISO/IEC 14496-12; `full`: with a version and flags, both 0.
std::string box(const std::string& kind, const std::string& inside, bool full = false) {
  const std::size_t size = 8 + (full ? 4 : 0) + inside.size();
  return std::string{'\0', '\0', static_cast<char>(size >> 8), static_cast<char>(size & 0xFF)} + kind +
         (full ? std::string(4, '\0') : "") + inside;
}

// Of a picture of 30 by 20 as item 2, behind a thumbnail of 3 by 2; its own properties are those in `indices`.
std::string avif(const std::string& indices) {
  const auto extents = [](int width, int height) { return box("ispe", bytes({0, 0, 0, width, 0, 0, 0, height}), true); };
  const std::string properties = box("ipco", extents(3, 2) + extents(30, 20) + box("irot", bytes({1})));
  const std::string of_items = box("ipma", bytes({0, 0, 0, 2, 0, 1, 1, 1, 0, 2, static_cast<int>(indices.size())}) + indices, true);
  return box("ftyp", "mif1" + bytes({0, 0, 0, 0}) + "miafavif") +
         box("meta", box("pitm", bytes({0, 2}), true) + box("iprp", properties + of_items), true) + box("mdat", "pixels");
}

TEST(ImageSizes, OfEachFormat) {
  const std::string zeros(16, '\0');
  const std::string frame = bytes({0xFF, 0xC2, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0});
  // Big-endian TIFF, one entry: tag 0x0112, a short, count 1, value 6.
  const std::string turned =
      bytes({0xFF, 0xE1, 0, 34}) + std::string("Exif\0\0", 6) +
      bytes({'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
  const std::string riff = "RIFF____WEBP";
  const struct {
    const char* name;
    std::string file;
    std::optional<ImageSize> size;
  } kRows[] = {
      {"gif", "GIF89a" + bytes({44, 1, 200, 0}), ImageSize{300, 200}},
      {"jpeg", bytes({0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0}) + frame, ImageSize{30, 20}},
      {"jpeg turned by its EXIF", bytes({0xFF, 0xD8}) + turned + frame, ImageSize{20, 30}},
      {"jpeg that ends early", bytes({0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF}), std::nullopt},
      {"webp lossy", riff + "VP8 ____" + bytes({0, 0, 0, 0x9D, 1, 0x2A, 30, 0, 20, 0}),
       ImageSize{30, 20}},
      {"webp lossless", riff + "VP8L____" + bytes({0x2F, 29, 0xC0, 4, 0, 0}), ImageSize{30, 20}},
      {"webp extended", riff + "VP8X____" + bytes({0, 0, 0, 0, 29, 0, 0, 19, 0, 0}),
       ImageSize{30, 20}},
      {"avif", avif("\x82"), ImageSize{30, 20}},
      {"avif, turned", avif("\x82\x83"), ImageSize{20, 30}},
      {"avif whose size is nowhere", avif("\x85"), std::nullopt},
      {"avif that ends early", avif("\x82").substr(0, 100), std::nullopt},
      {"svg in px", "<svg width='30px' height='20'>", ImageSize{30, 20}},
      {"svg with a viewBox",
       "\xEF\xBB\xBF<?xml version='1.0'?><!-- <svg width='1' height='1'> --><!DOCTYPE svg>\n"
       "<svg width=\"100%\" viewBox=\"0,0 29.6 20\">",
       ImageSize{30, 20}},
      {"svg with a width and a viewBox", "<svg width='60' viewBox='0 0 30 20'>", ImageSize{60, 40}},
      {"svg without a size", "<svg>", std::nullopt},
      {"svg with nonsense", "<svg width='inf' height='nan' viewBox='0 0 -1 1e9'>", std::nullopt},
      {"another tag", "<svgx width='1' height='1'>", std::nullopt},
      {"text", "hello", std::nullopt},
      {"nothing", "", std::nullopt},
      {"png without a size", std::string("\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR", 16) + zeros,
       std::nullopt},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(image_size(row.file), row.size) << row.name;
}

TEST(Templates, FillNamesOnce) {
  std::string problem;
  const auto page = PageTemplate::parse(
      "<!-- own -->\n<!doctype html>\n<title>{{title}}</title>\n{{head}}\n{{body}}\n", problem);
  ASSERT_TRUE(page) << problem;
  PageTemplate::Parts parts;
  parts.title = "{{body}}";
  parts.body = "<p>";
  EXPECT_EQ(page->fill(parts), "<!doctype html>\n<title>{{body}}</title>\n<p>\n");
  EXPECT_FALSE(PageTemplate::parse("{{nonsense}}", problem));
  EXPECT_EQ(problem, "it has {{nonsense}}, which the publisher does not know");
  EXPECT_FALSE(PageTemplate::parse("{{title", problem));
}

TEST(Directions, OfLanguages) {
  EXPECT_EQ(layout::direction_of("", "ar-EG"), "rtl");
  EXPECT_EQ(layout::direction_of("", "arn"), "ltr");  // Mapudungun
  EXPECT_EQ(layout::direction_of("ltr", "he"), "ltr");
  EXPECT_EQ(layout::direction_of("", ""), "ltr");
}

TEST(Urls, OfAnArticleBecomeThoseOfItsPage) {
  using model::InlineKind;
  model::Inline words;
  words.text = "words";
  const auto link = [&](const char* url) {
    model::Inline item;
    item.kind = InlineKind::link;
    item.url = url;
    item.children = {words, words};
    return item;
  };
  model::Inline image;
  image.kind = InlineKind::image;
  image.url = "p.png";
  image.width = 20;
  model::Article article;
  article.image.src = "p.png";
  model::Block paragraph;
  paragraph.inlines = {link("a.md"), link("gone.md"), image, link("https://x.org/")};
  model::Block quote;
  quote.kind = model::BlockKind::quote;
  quote.children = {paragraph};
  article.body = {quote};

  model::PageContext context;
  context.urls = {{"a.md", "../a/"}, {"gone.md", ""}};
  context.images = {{"p.png", "../../_/p.0.png", 40, 30}};
  model::apply_urls(article, context);

  EXPECT_EQ(article.image.src, "../../_/p.0.png");
  EXPECT_EQ(article.image.width, 40);
  const model::Inlines& inlines = article.body[0].children[0].inlines;
  ASSERT_EQ(inlines.size(), 5u);  // the link to nowhere has become its two texts
  EXPECT_EQ(inlines[0].url, "../a/");
  EXPECT_EQ(inlines[1].text, "words");
  EXPECT_EQ(inlines[2].text, "words");
  EXPECT_EQ(inlines[3].url, "../../_/p.0.png");
  EXPECT_EQ(inlines[3].height, 15);  // in proportion to the width that was given
  EXPECT_EQ(inlines[4].url, "https://x.org/");
}

}  // namespace
}  // namespace lectern::publish
