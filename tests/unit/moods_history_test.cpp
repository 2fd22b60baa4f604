// SPDX-License-Identifier: MIT
// Random histories of readers, their tabs, a network and a service. Whatever is lost, doubled, late or out of
// order, and whoever crashes: when the network holds again, the service has what each reader chose last, once.
//
// A device does what docs/moods.md asks of it: it keeps one entry an article (the last choice, its number, and
// whether it is still to be sent), sends it until it is answered, takes the next number after a conflict or
// when the answer has another mood under its number, and takes over what the service has when that is newer
// than all it knows.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "moods/sqlite_database.hpp"

namespace lectern::moods {
namespace {

using model::Mood;

constexpr int kHistories = 12'000;
constexpr int kSteps = 60;
constexpr int kDevices = 3;
constexpr int kHistoriesOfADatabase = 500;

// What a device keeps of an article. Tabs share it.
struct Entry {
  Own own;
  bool waiting = false;
};

struct Device {
  Reader reader{};
  Entry entry;
  Entry before;  // the last write of its storage may be lost in a crash
};

struct Message {
  int device = 0;
  Own wanted;
  std::optional<Settled> answer;  // on its way back
};

class History {
 public:
  History(Database& database, std::string article, unsigned seed)
      : database_(database), article_(std::move(article)), random_(seed) {
    for (int i = 0; i < kDevices; ++i)
      devices_[static_cast<size_t>(i)].reader.fill(static_cast<std::uint8_t>(i + 1));
  }

  void run() {
    for (int step = 0; step < kSteps; ++step)
      take_step();
    come_together();
    agree();
    while (!network_.empty())  // what was still under way comes at last, in any order
      deliver(pick(static_cast<int>(network_.size())), true);
    // A press that the device itself has forgotten may have come so late; the next visit learns of it.
    if (forgotten_) come_together();
    agree();
  }

 private:
  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

  void keep(Device& device, Entry entry) {
    device.before = device.entry;
    device.entry = entry;
  }

  void take_step() {
    const int who = pick(kDevices);
    Device& device = devices_[static_cast<size_t>(who)];
    const int messages = static_cast<int>(network_.size());
    switch (pick(10)) {
      case 0:
      case 1: {  // a press, or taken back
        const int mood = pick(static_cast<int>(model::kMoods.size()) + 2);
        Own own{std::nullopt, device.entry.own.seq + 1};
        if (mood < static_cast<int>(model::kMoods.size())) own.mood = static_cast<Mood>(mood);
        keep(device, {own, true});
        break;
      }
      case 2:
      case 3:  // any tab sends, also what another tab has sent
        if (device.entry.waiting) network_.push_back({who, device.entry.own, std::nullopt});
        break;
      case 4:
        if (messages > 0) network_.push_back(network_[static_cast<size_t>(pick(messages))]);
        break;
      case 5:
        if (messages > 0) network_.erase(network_.begin() + pick(messages));
        break;
      case 6:
        if (pick(3) == 0) {  // a crash, in which the last write was lost
          device.entry = device.before;
          forgotten_ = true;
        }
        break;
      case 7:
        deliver_group();
        break;
      default:
        if (messages > 0) deliver(pick(messages), false);
    }
  }

  std::vector<Settled> apply(const std::vector<Message>& requests) {
    std::vector<Change> changes;
    for (const Message& request : requests) {
      changes.push_back({"local", article_, devices_[static_cast<size_t>(request.device)].reader, request.wanted});
    }
    std::vector<Settled> settled;
    std::string problem;
    EXPECT_TRUE(database_.apply(changes, settled, problem)) << problem;
    return settled;
  }

  void deliver(int at, bool into_the_void) {
    Message message = network_[static_cast<size_t>(at)];
    network_.erase(network_.begin() + at);
    if (message.answer) return into_the_void ? void() : take_answer(message);
    message.answer = apply({message}).at(0);
    if (!into_the_void) network_.push_back(message);
  }

  // All requests arrive at once: one transaction. The service may die before it, or before it answers.
  void deliver_group() {
    std::vector<Message> requests, others;
    for (const Message& message : network_)
      (message.answer ? others : requests).push_back(message);
    network_ = others;
    const int fate = pick(4);
    if (fate == 0) return;  // died before
    const auto settled = apply(requests);
    if (fate == 1) return;  // died after
    for (size_t i = 0; i < requests.size(); ++i) {
      requests[i].answer = settled[i];
      network_.push_back(requests[i]);
    }
  }

  void take_answer(const Message& message) {
    Device& device = devices_[static_cast<size_t>(message.device)];
    const Own& mine = *message.answer->standing.mine;
    if (mine == device.entry.own) {
      keep(device, {device.entry.own, false});
    } else if (device.entry.waiting && mine.seq >= device.entry.own.seq) {
      keep(device, {{device.entry.own.mood, mine.seq + 1}, true});  // the choice stays, its number is too low
    }
  }

  // The devices are online, each alone with the service.
  void come_together() {
    for (int device = 0; device < kDevices; ++device)
      come_together(device);
  }
  void come_together(int who) {
    Device& device = devices_[static_cast<size_t>(who)];
    for (int tries = 0; device.entry.waiting; ++tries) {
      ASSERT_LT(tries, 4);
      Message message{who, device.entry.own, std::nullopt};
      message.answer = apply({message}).at(0);
      take_answer(message);
    }
    const auto mine = read(device.reader).mine;
    if (mine && mine->seq > device.entry.own.seq) device.entry = {*mine, false};
  }

  Standing read(const Reader& reader) {
    std::vector<Standing> standings;
    std::string problem;
    EXPECT_TRUE(database_.read("local", {article_}, &reader, standings, problem)) << problem;
    return standings.at(0);
  }

  void agree() {
    Counts expected{};
    for (const Device& device : devices_) {
      if (device.entry.own.mood) ++expected[static_cast<size_t>(*device.entry.own.mood)];
    }
    for (const Device& device : devices_) {
      const Standing standing = read(device.reader);
      ASSERT_EQ(standing.counts, expected);
      ASSERT_EQ(standing.mine.value_or(Own{}).mood, device.entry.own.mood);
    }
  }

  Database& database_;
  const std::string article_;
  std::mt19937 random_;
  std::array<Device, kDevices> devices_;
  std::vector<Message> network_;
  bool forgotten_ = false;
};

TEST(MoodHistories, ReadersAndServiceAgree) {
  std::string problem;
  std::unique_ptr<Database> database;
  for (int seed = 0; seed < kHistories && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("history " + std::to_string(seed));
    if (seed % kHistoriesOfADatabase == 0) database = open_sqlite(":memory:", problem);
    ASSERT_TRUE(database) << problem;
    History(*database, "a" + std::to_string(seed), static_cast<unsigned>(seed)).run();
    if (seed % kHistoriesOfADatabase == kHistoriesOfADatabase - 1) {
      bool whole = false;
      ASSERT_TRUE(database->check(whole, problem)) << problem;
      ASSERT_TRUE(whole);
    }
  }
}

}  // namespace
}  // namespace lectern::moods
