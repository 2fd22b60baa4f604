// SPDX-License-Identifier: MIT
#include "state/reduce.hpp"

namespace lectern::state {
namespace {

struct Reducer {
  Step step;

  void operator()(const MoodPressed& press) {
    const bool again = step.state.mood == press.mood;
    step.state.mood = again ? std::nullopt : std::optional(press.mood);
    step.effects.push_back(StoreMood{step.state.mood});
  }
  void operator()(const MoodLoaded& loaded) { step.state.mood = loaded.mood; }
  void operator()(const MoodPlaced& placed) { step.state.mood_place = placed.place; }
  void operator()(const MoodCounted& counted) {
    step.state.mood_counts[static_cast<std::size_t>(counted.mood)] = counted.count;
  }
  void operator()(const CopyPressed&) { step.effects.push_back(CopyLink{}); }
  void operator()(const Copied& answer) {
    step.state.share = answer.done ? ShareStatus::copied : ShareStatus::copy_failed;
  }
  void operator()(const SharePressed&) { step.effects.push_back(ShareLink{}); }
  void operator()(const EmbedPressed&) { step.effects.push_back(OfferEmbed{}); }
  void operator()(const SavePressed&) {
    (*this)(Saved{ShareStatus::saving, 0});
    step.effects.push_back(SavePage{});
  }
  void operator()(const Saved& saved) {
    step.state.share = saved.status;
    step.state.saved_kb = saved.kb;
  }
  void operator()(const ThemeChanged& change) { step.state.theme = change.theme; }
};

}  // namespace

Step reduce(const ReaderState& state, const Action& action) {
  Reducer reducer{{state, {}}};
  std::visit(reducer, action);
  return std::move(reducer.step);
}

}  // namespace lectern::state
