// SPDX-License-Identifier: MIT
// What SQLite alone can be asked: its schema from version to version, and that counts and rows are of one
// transaction. What both databases do is tested over HTTP (tests/server).
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "moods/sqlite_database.hpp"

namespace lectern::moods {
namespace {

namespace fs = std::filesystem;
using model::Mood;

class SqliteTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = (fs::temp_directory_path() / ("lectern-moods-" + std::to_string(::getpid()))).string();
    TearDown();
  }
  void TearDown() override {
    for (const char* ending : {"", "-wal", "-shm"})
      fs::remove(path_ + ending);
  }
  std::unique_ptr<Database> open(const SchemaSteps& steps = sqlite_steps()) {
    return open_sqlite(path_, problem_, steps);
  }
  static Change change(char reader, std::optional<Mood> mood, std::int64_t seq) {
    Change out{"local", "one", {}, {mood, seq}};
    out.reader.fill(static_cast<std::uint8_t>(reader));
    return out;
  }
  Counts counts(Database& database) {
    std::vector<Standing> standings;
    EXPECT_TRUE(database.read("local", {"one"}, nullptr, standings, problem_)) << problem_;
    return standings.at(0).counts;
  }

  std::string path_;
  std::string problem_;
};

TEST_F(SqliteTest, MovesForwardAndNeverBack) {
  std::vector<Settled> settled;
  ASSERT_TRUE(open()->apply({change('a', Mood::sad, 1)}, settled, problem_)) << problem_;
  SchemaSteps newer = sqlite_steps();
  newer.push_back("ALTER TABLE articles ADD COLUMN later INTEGER; CREATE TABLE more(x);");
  ASSERT_TRUE(open(newer)) << problem_;
  ASSERT_TRUE(open(newer)) << "a second time: " << problem_;
  EXPECT_EQ(counts(*open(newer))[static_cast<size_t>(Mood::sad)], 1);
  EXPECT_FALSE(open());
  EXPECT_EQ(problem_, "the database has schema version 2, made by a newer lectern; this one knows version 1");
}

TEST_F(SqliteTest, AStepThatFailsLeavesAllAsItWas) {
  ASSERT_TRUE(open()) << problem_;
  SchemaSteps broken = sqlite_steps();
  broken.push_back("CREATE TABLE half(x); CREATE TABLE articles(x);");
  EXPECT_FALSE(open(broken));
  SchemaSteps mended = sqlite_steps();
  mended.push_back("CREATE TABLE half(x);");
  EXPECT_TRUE(open(mended)) << problem_;
}

TEST_F(SqliteTest, KeepsOutOfAnotherProgramsFile) {
  std::ofstream(path_) << "This is a letter and no database at all, however long it may become.";
  EXPECT_FALSE(open());
  EXPECT_EQ(problem_, "file is not a database");
}

TEST_F(SqliteTest, HasOneSecret) {
  Secret first{}, second{};
  ASSERT_TRUE(open()->secret(first, problem_));
  ASSERT_TRUE(open()->secret(second, problem_));
  EXPECT_EQ(first, second);
  EXPECT_NE(first, Secret{});
}

TEST_F(SqliteTest, AGroupIsAppliedInItsOrder) {
  const auto database = open();
  std::vector<Settled> settled;
  ASSERT_TRUE(database->apply({change('a', Mood::sad, 1), change('b', Mood::sad, 1), change('a', Mood::happy, 2),
                               change('a', Mood::sad, 1), change('b', std::nullopt, 2)},
                              settled, problem_));
  std::vector<std::int64_t> sad;
  for (const Settled& each : settled)
    sad.push_back(each.standing.counts[static_cast<size_t>(Mood::sad)]);
  EXPECT_EQ(sad, (std::vector<std::int64_t>{1, 2, 1, 1, 0}));
  EXPECT_EQ(settled[3].outcome, Outcome::conflict);
  EXPECT_EQ(total(counts(*open())), 1);
  bool whole = false;
  EXPECT_TRUE(database->check(whole, problem_)) << problem_;
  EXPECT_TRUE(whole);
}

// A writer who never rests, beside readers, must not make the log grow for ever.
TEST_F(SqliteTest, ALongLogBeginsAnewUnderLoad) {
  constexpr int kLongLog = 500, kGroups = 400, kChanges = 100;
  const auto writer = open();
  writer->leave_tidying();
  const auto tidier = open_sqlite(path_, problem_, sqlite_steps(), kLongLog);
  std::atomic<bool> rest{false}, done{false};
  std::string problem, reading_problem;
  std::thread load([&] {
    for (int group = 0; group < kGroups; ++group) {
      std::vector<Change> changes;
      for (int i = 0; i < kChanges; ++i)
        changes.push_back({"local", "article-" + std::to_string(i), {}, {Mood::sad, group + 1}});
      std::vector<Settled> settled;
      EXPECT_TRUE(writer->apply(changes, settled, problem)) << problem;
      if (rest.exchange(false)) EXPECT_TRUE(writer->finish_tidying(problem)) << problem;
    }
    done = true;
  });
  std::thread reading([&] {
    const auto reader = open_sqlite(path_, reading_problem);
    std::vector<Standing> standings;
    while (!done)
      EXPECT_TRUE(reader->read("local", {"article-1"}, nullptr, standings, reading_problem)) << reading_problem;
  });
  while (!done) {
    bool due = false;
    EXPECT_TRUE(tidier->tidy(due, problem_)) << problem_;
    if (due) rest = true;
  }
  load.join();
  reading.join();
  constexpr std::uintmax_t kPage = 1024;
  EXPECT_LT(fs::file_size(path_ + "-wal"), 2 * kLongLog * kPage);
  bool whole = false;
  EXPECT_TRUE(writer->check(whole, problem_)) << problem_;
  EXPECT_TRUE(whole);
}

}  // namespace
}  // namespace lectern::moods
