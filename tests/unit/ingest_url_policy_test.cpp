// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

using namespace std::string_view_literals;

TEST(UrlPolicy, LinksThatAreAllowedStayAsTheyAre) {
  for (const char* url :
       {"https://example.org/a?b=c#d", "http://example.org", "HTTPS://EXAMPLE.ORG/", "mailto:a@b.c",
        "tel:+4930123", "../other.md", "/root", "//host/path", "#part", "?q=a:b", "a/b:c", "ä.md",
        "./2026:report", ""}) {
    EXPECT_EQ(allowed_link(url), url);
  }
}

TEST(UrlPolicy, LinksOfEveryOtherSchemeAreRefused) {
  for (const std::string_view url : {"javascript:alert(1)"sv,
                                     "JaVaScRiPt:alert(1)"sv,
                                     " javascript:x"sv,
                                     "\x01javascript:x"sv,
                                     "java\tscript:x"sv,
                                     "java\nscript:x"sv,
                                     "java\r\nscript:x"sv,
                                     "java\0script:x"sv,
                                     "java script:x"sv,
                                     "javascript\t:x"sv,
                                     "vbscript:x"sv,
                                     "data:text/html,x"sv,
                                     "data:image/png;base64,AA"sv,
                                     "file:///etc/passwd"sv,
                                     "blob:https://a/b"sv,
                                     "about:blank"sv,
                                     "ftp://a/b"sv,
                                     "ws://a"sv,
                                     "intent:x"sv,
                                     "view-source:x"sv,
                                     "java%73cript:x"sv,
                                     ":x"sv,
                                     "1:x"sv,
                                     "C:\\x"sv}) {
    EXPECT_EQ(allowed_link(url), "") << url;
  }
}

TEST(UrlPolicy, WhatABrowserDropsIsDropped) {
  EXPECT_EQ(allowed_link(" https://a/\tb\n "), "https://a/b");
  EXPECT_EQ(allowed_link("ht\ntps://a"), "https://a");
  EXPECT_EQ(allowed_link("a b"), "a b");
}

TEST(UrlPolicy, ImagesAreFromTheWebRelativeOrRasterData) {
  for (const char* url :
       {"https://a/b.png", "http://a/b", "media/a.jpg", "//host/a.png", "data:image/png;base64,AA",
        "DATA:image/JPEG;base64,AA", "data:image/webp,x", "data:image/gif;x"}) {
    EXPECT_EQ(allowed_image(url), url);
  }
  for (const char* url :
       {"javascript:x", "data:image/svg+xml,<svg/>", "data:image/svg+xml;base64,AA",
        "data:text/html,x", "data:,x", "data:image/png", "data:image/pngx,x", "data:image/,x",
        "mailto:a@b", "file:///a.png", "blob:x", "data: image/png,x", "cid:x"}) {
    EXPECT_EQ(allowed_image(url), "") << url;
  }
}

}  // namespace
}  // namespace lectern::ingest
