// SPDX-License-Identifier: MIT
// A snapshot is another when anything that would be published is, and only then.
#include <chrono>

#include "publish/snapshot.hpp"
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

using SnapshotTest = PublishTest;

TEST_F(SnapshotTest, IsAnotherWhenAFileIs) {
  article("a.md", "title: A");
  article("deep/b.md", "title: B");
  const auto now = [] { return snapshot("content", "content/site"); };
  std::uint64_t before = now();
  EXPECT_EQ(now(), before);
  const auto changes = [&](const char* what) {
    const std::uint64_t after = now();
    EXPECT_NE(after, before) << what;
    before = after;
  };
  article("deep/b.md", "title: Bee");
  changes("its size");
  std::filesystem::last_write_time(
      "content/a.md", std::filesystem::file_time_type::clock::now() + std::chrono::seconds(5));
  changes("its time");
  std::filesystem::rename("content/a.md", "content/c.md");
  changes("its name");
  std::filesystem::remove("content/deep/b.md");
  changes("it is gone");

  write("content/.git/index", "x");
  write("content/site/index.html", "x");
  EXPECT_EQ(now(), before) << "what is not published";
}

TEST_F(SnapshotTest, OfNoFolderIsOneToo) {
  EXPECT_EQ(snapshot("nowhere", ""), snapshot("nowhere", ""));
}

}  // namespace
}  // namespace lectern::publish
