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
  void operator()(const MoodKept& answer) { step.state.mood_unsaved = !answer.kept; }
  void operator()(const CopyPressed&) { step.effects.push_back(CopyLink{}); }
  void operator()(const Copied& answer) {
    step.state.share = answer.done ? ShareStatus::copied : ShareStatus::copy_failed;
  }
  void operator()(const SharePressed&) { step.effects.push_back(ShareLink{}); }
  void operator()(const EmbedPressed&) { step.effects.push_back(OfferEmbed{}); }
  void operator()(const ThemeChanged& change) { step.state.theme = change.theme; }
};

}  // namespace

Step reduce(const ReaderState& state, const Action& action) {
  Reducer reducer{{state, {}}};
  std::visit(reducer, action);
  return std::move(reducer.step);
}

}  // namespace lectern::state
