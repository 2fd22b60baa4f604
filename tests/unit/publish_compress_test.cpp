// SPDX-License-Identifier: MIT
// What --compress leaves beside the site's files: for whom browsers ask, of the bytes that stand there, and
// nothing of an older page.
#include "publish/compress.hpp"

#include <brotli/decode.h>
#include <zlib.h>

#include "publish/files.hpp"
#include "publish/site_writer.hpp"
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

std::string from_brotli(const std::string& bytes) {
  std::string out(1 << 20, 0);
  std::size_t size = out.size();
  EXPECT_EQ(BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                    reinterpret_cast<std::uint8_t*>(out.data())),
            BROTLI_DECODER_RESULT_SUCCESS);
  out.resize(size);
  return out;
}

std::string from_gzip(const std::string& path) {
  std::string out(1 << 20, 0);
  const gzFile file = gzopen(path.c_str(), "rb");
  const int size = gzread(file, out.data(), static_cast<unsigned>(out.size()));
  gzclose(file);
  out.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return out;
}

class CompressTest : public PublishTest {
 protected:
  // Writes a site of the files given, and gives how many were written.
  int publish(bool compress, std::initializer_list<std::pair<std::string, std::string>> files) {
    BuildMemory none;
    SiteWriter writer("site", compress, none);
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : files) paths.push_back(path);
    EXPECT_TRUE(writer.announce(paths)) << writer.problem();
    for (const auto& [path, bytes] : files) EXPECT_TRUE(writer.put(path, bytes)) << writer.problem();
    EXPECT_TRUE(writer.finish());
    return writer.written();
  }
  void expect_same(const std::string& file) {
    EXPECT_EQ(from_brotli(read("site/" + file + ".br")), read("site/" + file));
    EXPECT_EQ(from_gzip((root_ / "site" / (file + ".gz")).string()), read("site/" + file));
  }
  const std::string text_ = std::string(5000, 'a') + "end";
};

TEST_F(CompressTest, PutsBothBesideTextAndWebAssemblyThatIsNotShort) {
  publish(true, {{"", text_}, {"_/lectern.0123456789.wasm", text_}, {"_/a.0123456789.png", text_}, {"robots.txt", "short"}});
  expect_same("index.html");
  expect_same("_/lectern.0123456789.wasm");
  EXPECT_FALSE(exists("site/_/a.0123456789.png.br"));
  EXPECT_FALSE(exists("site/robots.txt.gz"));
}

TEST_F(CompressTest, GivesTheSameBytesAndTouchesNothingTwice) {
  publish(true, {{"", text_}});
  const std::string brotli = read("site/index.html.br"), gzip = read("site/index.html.gz");
  EXPECT_EQ(publish(true, {{"", text_}}), 0);
  std::filesystem::remove_all(root_ / "site");
  publish(true, {{"", text_}});
  EXPECT_EQ(read("site/index.html.br"), brotli);
  EXPECT_EQ(read("site/index.html.gz"), gzip);
}

TEST_F(CompressTest, FollowsAPageThatChanges) {
  publish(true, {{"", text_}});
  publish(true, {{"", text_ + "more"}});
  expect_same("index.html");
}

TEST_F(CompressTest, LeavesNothingOldBesideAPageThatIsPublishedWithout) {
  publish(true, {{"", text_}});
  BuildMemory none;
  SiteWriter writer("site", false, none);
  ASSERT_TRUE(writer.announce({""}));
  ASSERT_TRUE(writer.put("", text_ + "more"));  // and then the build is killed
  EXPECT_FALSE(exists("site/index.html.br"));
  EXPECT_FALSE(exists("site/index.html.gz"));
}

TEST_F(CompressTest, GoesWithItsPage) {
  publish(true, {{"", text_}, {"a/", text_}});
  publish(true, {{"", text_}});
  EXPECT_FALSE(exists("site/a/index.html.br"));
  EXPECT_FALSE(exists("site/a"));
}

}  // namespace
}  // namespace lectern::publish
