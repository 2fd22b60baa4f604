// SPDX-License-Identifier: MIT
#include "publish/theme.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/nearest.hpp"
#include "base/number.hpp"
#include "ingest/report.hpp"
#include "layout/token_values.hpp"
#include "publish/page_head.hpp"

namespace lectern::publish {
namespace {

using ingest::quote;
using layout::Color;
using layout::TokenFault;
using model::ThemeToken;

constexpr double kLeastContrast = 4.5;

// Text and what it stands on.
constexpr std::pair<Color, Color> kReadable[] = {
    {Color::ink, Color::paper},        {Color::muted, Color::paper},
    {Color::accent, Color::paper},     {Color::ink, Color::tint},
    {Color::ink, Color::tint_over},    {Color::ink, Color::tint_down},
    {Color::ink, Color::highlight},    {Color::on_accent, Color::accent},
    {Color::code_comment, Color::tint},  {Color::code_keyword, Color::tint},
    {Color::code_string, Color::tint},   {Color::code_number, Color::tint},
    {Color::code_name, Color::tint},     {Color::code_inserted, Color::tint},
    {Color::code_deleted, Color::tint},
};

std::vector<layout::TokenValue> values_of(const model::Publication& publication) {
  std::vector<layout::TokenValue> values;
  for (const ThemeToken& token : publication.theme) values.push_back({token.name, token.value});
  return values;
}

std::string rem(float value) { return decimal(static_cast<double>(value), 3); }

std::string expected(TokenFault fault, std::string_view name) {
  switch (fault) {
    case TokenFault::color:
      return "a colour, as \"#1d1b18\"";
    case TokenFault::face:
      return "names of fonts between commas, as \"Georgia, serif\"; those of several words may stand in \"\"";
    case TokenFault::family:
      return "\"serif\", \"sans\" or \"mono\"";
    case TokenFault::weight:
      return "a weight from 100 to 900";
    case TokenFault::choice: {
      const layout::Choices choices = layout::choices_of(name);
      return '"' + std::string(choices.usual) + "\" or \"" + std::string(choices.other) + '"';
    }
    default:
      break;
  }
  const layout::LengthBounds bounds = layout::bounds_of(name);
  return "a length in rem, from " + rem(bounds.least) + " to " + rem(bounds.most);
}

// WCAG 2.2, "relative luminance".
double luminance(std::uint32_t rgb) {
  const auto channel = [rgb](int shift) {
    const double value = static_cast<double>(rgb >> shift & 0xFF) / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

double contrast(std::uint32_t a, std::uint32_t b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

class Checker {
 public:
  Checker(const model::Publication& publication, const std::string& path, Diagnostics& diagnostics)
      : publication_(publication), path_(path), diagnostics_(diagnostics) {}

  void check() {
    if (publication_.theme.empty()) return;
    layout::Tokens scratch;
    for (const ThemeToken& token : publication_.theme) {
      const TokenFault fault = layout::set_token(scratch, token.name, token.value);
      if (fault == TokenFault::unknown) {
        unknown(token);
      } else if (fault != TokenFault::none) {
        say(Severity::error, token.value_place,
            "the token " + quote(token.name) + " must be " + expected(fault, token.name) + ", not " +
                quote(token.value),
            Code::bad_value);
      }
    }
    check_contrast(design_of(publication_));
  }

 private:
  void unknown(const ThemeToken& token) {
    const std::vector<std::string> names = layout::token_names();
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string_view meant = nearest(token.name, views);
    say(Severity::warning, token.name_place,
        "there is no token " + quote(token.name) +
            (meant.empty() ? "; docs/themes.md lists them" : ": did you mean " + quote(meant) + '?'),
        Code::unknown_key);
  }

  void check_contrast(const layout::Tokens& design) {
    for (const auto& [text, ground] : kReadable) {
      const layout::ColorToken& a = design.colors[static_cast<std::size_t>(text)];
      const layout::ColorToken& b = design.colors[static_cast<std::size_t>(ground)];
      for (const bool dark : {false, true}) {
        const std::uint32_t front = dark ? a.dark : a.light, back = dark ? b.dark : b.light;
        const double ratio = contrast(front, back);
        if (ratio >= kLeastContrast) continue;
        // Down, so that no failing ratio reads like a passing one.
        const std::string shown = decimal(std::floor(ratio * 100) / 100, 2);
        say(Severity::warning, place_of(a.name, b.name, dark),
            quote(a.name) + " (" + hex_color(front) + ") on " + quote(b.name) + " (" + hex_color(back) +
                ") has a contrast of " + shown + ":1 in the " + (dark ? "dark" : "light") +
                " scheme; text needs 4.5:1",
            Code::low_contrast);
      }
    }
  }

  // That of the token which the publication sets, of the text's sooner than of its ground's.
  Place place_of(std::string_view text, std::string_view ground, bool dark) const {
    for (const std::string_view name : {text, ground}) {
      const std::string wanted = std::string(name) + (dark ? "-dark" : "");
      for (const ThemeToken& token : publication_.theme) {
        if (token.name == wanted) return token.value_place;
      }
    }
    return publication_.theme.front().name_place;
  }

  void say(Severity severity, Place place, std::string sentence, Code code) {
    diagnostics_.push_back({severity, path_, place, std::move(sentence), code});
  }

  const model::Publication& publication_;
  const std::string& path_;
  Diagnostics& diagnostics_;
};

}  // namespace

layout::Tokens design_of(const model::Publication& publication) {
  return layout::tokens_with({}, values_of(publication));
}

std::string token_lines(const model::Publication& publication) {
  std::string lines;
  layout::Tokens scratch;
  for (const ThemeToken& token : publication.theme) {
    if (layout::set_token(scratch, token.name, token.value) != TokenFault::none) continue;
    lines += token.name + ' ' + token.value + '\n';
  }
  return lines;
}

void check_theme(const model::Publication& publication, const std::string& path,
                 Diagnostics& diagnostics) {
  Checker(publication, path, diagnostics).check();
}

}  // namespace lectern::publish
