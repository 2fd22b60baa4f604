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
struct MoodKept { bool kept; };
struct CopyPressed {};
struct Copied { bool done; };
struct SharePressed {};
struct EmbedPressed {};
struct ThemeChanged { Theme theme; };

using Action = std::variant<MoodPressed, MoodLoaded, MoodKept, CopyPressed, Copied, SharePressed,
                            EmbedPressed,                            ThemeChanged>;

// What the app carries out. Counts of all readers will come from a service: it would answer
// StoreMood too, and its numbers would be one more action.
struct StoreMood { std::optional<model::Mood> mood; };
struct CopyLink {};
struct ShareLink {};
struct OfferEmbed {};  // the line that shows the article in other pages
using Effect = std::variant<StoreMood, CopyLink, ShareLink, OfferEmbed>;

struct Step {
  ReaderState state;
  std::vector<Effect> effects;
};

// Pressing the mood that is set takes it back.
Step reduce(const ReaderState& state, const Action& action);

}  // namespace lectern::state
