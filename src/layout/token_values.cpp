// SPDX-License-Identifier: MIT
#include "layout/token_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>

namespace lectern::layout {
namespace {

struct LengthToken {
  std::string_view name;
  float Tokens::*value;
  LengthBounds bounds;
};
// The bounds keep a page readable and its sums within what a float holds exactly.
constexpr LengthToken kLengths[] = {
    {"main-width", &Tokens::main_width, {20, 80}},
    {"side-width", &Tokens::side_width, {10, 40}},
    {"column-gap", &Tokens::column_gap, {0, 12}},
    {"page-padding", &Tokens::page_padding, {0.5f, 4}},
    {"button-height", &Tokens::button_height, {1.5f, 6}},
    {"button-padding", &Tokens::button_padding, {0, 4}},
    {"button-gap", &Tokens::button_gap, {0, 4}},
    {"radius", &Tokens::radius, {0, 2}},
    {"leading", &Tokens::leading, {0.75f, 2}},
};
struct ChoiceToken {
  std::string_view name;
  bool Tokens::*value;
  Choices choices;
};
// By the names and values that CSS has for them.
constexpr ChoiceToken kChoices[] = {
    {"align", &Tokens::justified, {"start", "justify"}},
    {"hyphens", &Tokens::hyphenated, {"manual", "auto"}},
};
constexpr LengthBounds kSpaceBounds{0, 8};
constexpr LengthBounds kTypeBounds{0.5f, 8};
constexpr std::string_view kFamilies[] = {"serif", "sans", "mono"};  // by Family

// What of a style a token is about, the longer endings first.
enum class Part : std::uint8_t { phone_size, phone_line, size, line, weight, face };
constexpr std::string_view kParts[] = {"-phone-size", "-phone-line", "-size", "-line", "-weight", "-face"};

struct StyleToken {
  std::size_t style = 0;
  Part part{};
};

std::optional<StyleToken> style_token(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kParts); ++i) {
    if (!name.ends_with(kParts[i])) continue;
    const std::string_view style = name.substr(0, name.size() - kParts[i].size());
    for (std::size_t at = 0; at < kTypes.size(); ++at) {
      if (kTypes[at].name == style) return StyleToken{at, static_cast<Part>(i)};
    }
  }
  return std::nullopt;
}

// "space-1" to "space-6", as 0 to 5.
std::optional<std::size_t> space_step(std::string_view name) {
  if (!name.starts_with("space-") || name.size() != 7) return std::nullopt;
  const auto step = static_cast<std::size_t>(name[6] - '1');
  return step < std::size(kSpaces) ? std::optional(step) : std::nullopt;
}

std::optional<std::uint32_t> read_color(std::string_view value) {
  if (!value.starts_with('#') || (value.size() != 4 && value.size() != 7)) return std::nullopt;
  value.remove_prefix(1);
  std::uint32_t number = 0;
  const auto result = std::from_chars(value.data(), value.data() + value.size(), number, 16);
  if (result.ec != std::errc() || result.ptr != value.data() + value.size()) return std::nullopt;
  if (value.size() == 6) return number;
  return (number & 0xF00) * 0x1100 + (number & 0xF0) * 0x110 + (number & 0xF) * 0x11;
}

// "1.25" or "1.25rem": rem, in steps of 1/1024: those of browsers, which count in 1/64 px, at a usual 16 px.
std::optional<float> read_length(std::string_view value, LengthBounds bounds) {
  constexpr float kSteps = 1024;
  if (value.ends_with("rem")) value.remove_suffix(3);
  // No std::from_chars of a float in the viewer's library. Four digits behind the point are more than a step.
  std::size_t at = 0;
  float number = 0, unit = 1;
  bool point = false;
  for (; at < value.size(); ++at) {
    const char c = value[at];
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      number = number * 10 + static_cast<float>(c - '0');
      if (point) unit *= 10;
    } else {
      return std::nullopt;
    }
  }
  if (value.empty() || value == "." || value.size() > 8) return std::nullopt;
  number = std::round(number / unit * kSteps) / kSteps;
  return number >= bounds.least && number <= bounds.most ? std::optional(number) : std::nullopt;
}

// Families between commas, quoted or of plain words. It goes into a stylesheet and into canvas fonts.
bool is_face(std::string_view value) {
  if (value.empty() || value.size() > 300) return false;
  bool quoted = false, word = false;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                        c == '-' || c == '_' || byte >= 0x80;
    if (c == '"') {
      quoted = !quoted;
    } else if (letter || (quoted && (c == '.' || c == '&'))) {
      word = true;
    } else if (c == ',') {
      if (!quoted && !word) return false;
      word = word && quoted;
    } else if (c != ' ') {
      return false;
    }
  }
  return word && !quoted;
}

TokenFault set_style(Tokens& tokens, StyleToken token, std::string_view value) {
  TypeToken& type = tokens.types[token.style];
  switch (token.part) {
    case Part::face: {
      const auto* found = std::find(std::begin(kFamilies), std::end(kFamilies), value);
      if (found == std::end(kFamilies)) return TokenFault::family;
      type.family = static_cast<Family>(found - kFamilies);
      return TokenFault::none;
    }
    case Part::weight: {
      int weight = 0;
      const auto result = std::from_chars(value.data(), value.data() + value.size(), weight);
      const bool whole = result.ec == std::errc() && result.ptr == value.data() + value.size();
      if (!whole || weight < 100 || weight > 900) return TokenFault::weight;
      type.weight = weight;
      return TokenFault::none;
    }
    default:
      break;
  }
  const std::optional<float> length = read_length(value, kTypeBounds);
  if (!length) return TokenFault::length;
  const auto scaled = [](float value_rem, float by) { return std::round(value_rem * by * 1024) / 1024; };
  if (token.part == Part::line) {
    type.line_height = *length;
  } else if (token.part == Part::phone_line) {
    type.phone_line_height = *length;
  } else {
    if (token.part == Part::size) {
      const float by = *length / type.size;
      type.size = *length;
      type.line_height = scaled(type.line_height, by);
      type.phone_size = scaled(type.phone_size, by);
      type.phone_line_height = scaled(type.phone_line_height, by);
    } else {
      type.phone_line_height = scaled(type.phone_line_height, *length / type.phone_size);
      type.phone_size = *length;
    }
  }
  return TokenFault::none;
}

// Sizes come before what they take along.
constexpr int kRanks = 3;
int rank(std::string_view name) {
  const std::optional<StyleToken> style = style_token(name);
  if (!style || style->part == Part::size) return 0;
  return style->part == Part::phone_size ? 1 : 2;
}

}  // namespace

TokenFault set_token(Tokens& tokens, std::string_view name, std::string_view value) {
  const bool dark = name.ends_with("-dark");
  const std::string_view color_name = dark ? name.substr(0, name.size() - 5) : name;
  for (ColorToken& color : tokens.colors) {
    if (color.name != color_name) continue;
    const std::optional<std::uint32_t> rgb = read_color(value);
    if (!rgb) return TokenFault::color;
    (dark ? color.dark : color.light) = *rgb;
    return TokenFault::none;
  }
  for (std::size_t i = 0; i < std::size(kFamilies); ++i) {
    if (name != kFamilies[i]) continue;
    if (!is_face(value)) return TokenFault::face;
    tokens.faces[i] = value;
    return TokenFault::none;
  }
  if (const auto style = style_token(name)) return set_style(tokens, *style, value);
  for (const ChoiceToken& token : kChoices) {
    if (token.name != name) continue;
    const bool other = value == token.choices.other;
    if (!other && value != token.choices.usual) return TokenFault::choice;
    tokens.*token.value = other;
    return TokenFault::none;
  }
  float* length = nullptr;
  if (const auto step = space_step(name)) length = &tokens.space[*step];
  for (const LengthToken& token : kLengths) {
    if (token.name == name) length = &(tokens.*token.value);
  }
  if (!length) return TokenFault::unknown;
  const std::optional<float> read = read_length(value, bounds_of(name));
  if (!read) return TokenFault::length;
  *length = *read;
  return TokenFault::none;
}

Tokens tokens_with(Tokens tokens, const std::vector<TokenValue>& values) {
  for (int now = 0; now < kRanks; ++now) {
    for (const TokenValue& token : values) {
      if (rank(token.name) == now) set_token(tokens, token.name, token.value);
    }
  }
  constexpr float kBeside = 1;
  tokens.wide_from = tokens.main_width + tokens.column_gap + tokens.side_width +
                     2 * tokens.page_padding + kBeside;
  return tokens;
}

Tokens restyled(const Tokens& published, std::vector<TokenValue> values) {
  std::erase_if(values, [](const TokenValue& token) {
    const bool structure = bounds_of(token.name).most > 0 && !style_token(token.name);
    return structure && token.name != "radius" && token.name != "leading" && token.name != "main-width";
  });
  Tokens tokens = tokens_with(published, values);
  tokens.main_width = std::min(tokens.main_width, published.main_width);
  tokens.wide_from = published.wide_from;
  return tokens;
}

std::vector<TokenValue> read_token_lines(std::string_view lines) {
  std::vector<TokenValue> values;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    const std::size_t space = line.find(' ');
    if (space != std::string_view::npos) {
      values.push_back({std::string(line.substr(0, space)), std::string(line.substr(space + 1))});
    }
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return values;
}

LengthBounds bounds_of(std::string_view name) {
  if (space_step(name)) return kSpaceBounds;
  for (const LengthToken& token : kLengths) {
    if (token.name == name) return token.bounds;
  }
  const std::optional<StyleToken> style = style_token(name);
  return style && style->part <= Part::line ? kTypeBounds : LengthBounds{};
}

Choices choices_of(std::string_view name) {
  for (const ChoiceToken& token : kChoices) {
    if (token.name == name) return token.choices;
  }
  return {};
}

std::vector<std::string> token_names() {
  std::vector<std::string> names;
  for (const ColorToken& color : kColors) {
    names.emplace_back(color.name);
    names.push_back(std::string(color.name) + "-dark");
  }
  names.insert(names.end(), std::begin(kFamilies), std::end(kFamilies));
  for (const TypeToken& type : kTypes) {
    for (const std::string_view part : kParts) names.push_back(std::string(type.name) + std::string(part));
  }
  for (char step = '1'; step <= '6'; ++step) names.push_back(std::string("space-") + step);
  for (const LengthToken& token : kLengths) names.emplace_back(token.name);
  for (const ChoiceToken& token : kChoices) names.emplace_back(token.name);
  return names;
}

}  // namespace lectern::layout
