// SPDX-License-Identifier: MIT
#include "state/reduce.hpp"

#include <gtest/gtest.h>

namespace lectern::state {
namespace {

using model::Mood;

std::optional<Mood> stored(const Step& step) {
  EXPECT_EQ(step.effects.size(), 1u);
  return std::get<StoreMood>(step.effects.at(0)).mood;
}

TEST(Mood, IsSetByAPressAndKept) {
  const Step step = reduce({}, MoodPressed{Mood::sad});
  EXPECT_EQ(step.state.mood, Mood::sad);
  EXPECT_EQ(stored(step), Mood::sad);
}

TEST(Mood, IsTakenBackByASecondPress) {
  const Step step = reduce(reduce({}, MoodPressed{Mood::sad}).state, MoodPressed{Mood::sad});
  EXPECT_EQ(step.state.mood, std::nullopt);
  EXPECT_EQ(stored(step), std::nullopt);
}

TEST(Mood, IsOneOnlyAndGivesWayToAnother) {
  const Step step = reduce(reduce({}, MoodPressed{Mood::sad}).state, MoodPressed{Mood::happy});
  EXPECT_EQ(step.state.mood, Mood::happy);
}

TEST(Mood, ThatWasLoadedIsNotStoredAgain) {
  const Step step = reduce({}, MoodLoaded{Mood::bored});
  EXPECT_EQ(step.state.mood, Mood::bored);
  EXPECT_TRUE(step.effects.empty());
}

TEST(Share, SaysWhetherTheLinkWasCopied) {
  EXPECT_TRUE(std::holds_alternative<CopyLink>(reduce({}, CopyPressed{}).effects.at(0)));
  EXPECT_EQ(reduce({}, Copied{true}).state.share, ShareStatus::copied);
  EXPECT_EQ(reduce({}, Copied{false}).state.share, ShareStatus::copy_failed);
}

}  // namespace
}  // namespace lectern::state
