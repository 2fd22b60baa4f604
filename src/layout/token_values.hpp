// SPDX-License-Identifier: MIT
// Tokens by name, as a publisher or a page around the viewer overrides them: "accent" "#0a5c36". One reader
// for both ends: what the publisher has checked, the viewer takes as it is told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/tokens.hpp"

namespace lectern::layout {

struct TokenValue {
  std::string name;
  std::string value;
};

enum class TokenFault : std::uint8_t {
  none,
  unknown,  // no token has this name
  color,    // the value is not "#rgb" or "#rrggbb"
  length,   // no number of rem, or not one between the token's bounds
  face,     // no list of font families
  family,   // not serif, sans or mono
  weight,   // not 100 to 900
  choice,   // neither of the two words of choices_of
};

// Sets one token. A style's "-size" takes its line height and its size on phones along, in proportion; so do
// "-phone-size" and its line height.
TokenFault set_token(Tokens& tokens, std::string_view name, std::string_view value);

// A design: sets all, sizes before what they would take along, whatever their order. What is at fault is left out.
Tokens tokens_with(Tokens tokens, const std::vector<TokenValue>& values);

// What of them can change while a page is read: colours, faces, type, leading, alignment, hyphens, the radius, and a
// main column that gets narrower. The rest, and where two columns begin, stay as published, since a stylesheet holds to that.
Tokens restyled(const Tokens& published, std::vector<TokenValue> values);

// Lines of "name value", as the viewer is told them. Lines without a space are left out.
std::vector<TokenValue> read_token_lines(std::string_view lines);

struct LengthBounds {
  float least = 0, most = 0;  // rem
};
// Of a token whose value is a length; nothing that can be for others.
LengthBounds bounds_of(std::string_view name);

// What a token may be that is one of two words, the usual one first; "" for others.
struct Choices {
  std::string_view usual, other;
};
Choices choices_of(std::string_view name);

std::vector<std::string> token_names();

}  // namespace lectern::layout
