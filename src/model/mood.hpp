// SPDX-License-Identifier: MIT
// The eight moods a reader can leave under an article, in their order everywhere.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace lectern::model {

enum class Mood { touched, sympathetic, bored, angry, amused, sad, happy, no_comment };

struct MoodName {
  Mood mood;
  std::string_view key;    // in storage and in the service's messages
  std::string_view label;  // English; other languages come from the publication's strings
};

inline constexpr std::array<MoodName, 8> kMoods{{
    {Mood::touched, "touched", "Touched"},
    {Mood::sympathetic, "sympathetic", "Sympathetic"},
    {Mood::bored, "bored", "Bored"},
    {Mood::angry, "angry", "Angry"},
    {Mood::amused, "amused", "Amused"},
    {Mood::sad, "sad", "Sad"},
    {Mood::happy, "happy", "Happy"},
    {Mood::no_comment, "no-comment", "No comment"},
}};

inline std::optional<Mood> mood_from_key(std::string_view key) {
  for (const MoodName& name : kMoods) {
    if (name.key == key) return name.mood;
  }
  return std::nullopt;
}

}  // namespace lectern::model
