// SPDX-License-Identifier: MIT
// The one reducer: what the reader did becomes the next state and what has to be done in the world.
// Pure, so that each press can be tested without a browser.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "model/mood.hpp"
#include "state/reader_state.hpp"

namespace lectern::state {

struct MoodPressed { model::Mood mood; };
struct MoodLoaded { std::optional<model::Mood> mood; };
struct MoodPlaced { MoodPlace place; };
struct MoodCounted { model::Mood mood; int count; };
struct CopyPressed {};
struct Copied { bool done; };
struct SharePressed {};
struct EmbedPressed {};
struct SavePressed {};
struct Saved { ShareStatus status; int kb; };  // on its way, done or not
struct ThemeChanged { Theme theme; };

using Action = std::variant<MoodPressed, MoodLoaded, MoodPlaced, MoodCounted, CopyPressed, Copied,
                            SharePressed, EmbedPressed, SavePressed, Saved, ThemeChanged>;

// What the app carries out.
struct StoreMood { std::optional<model::Mood> mood; };
struct CopyLink {};
struct ShareLink {};
struct OfferEmbed {};  // the line that shows the article in other pages
struct SavePage {};
using Effect = std::variant<StoreMood, CopyLink, ShareLink, SavePage, OfferEmbed>;

struct Step {
  ReaderState state;
  std::vector<Effect> effects;
};

// Pressing the mood that is set takes it back.
Step reduce(const ReaderState& state, const Action& action);

}  // namespace lectern::state
