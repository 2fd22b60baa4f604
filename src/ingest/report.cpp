// SPDX-License-Identifier: MIT
#include "ingest/report.hpp"

#include <utility>

#include "base/utf8.hpp"

namespace lectern::ingest {
namespace {

constexpr int kMaxQuoted = 60;

bool steers_terminal(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || direction || c == 0x2028 || c == 0x2029;
}

}  // namespace

void Report::error(Place place, std::string sentence) {
  add(Severity::error, place, std::move(sentence));
}

void Report::warning(Place place, std::string sentence) {
  add(Severity::warning, place, std::move(sentence));
}

void Report::add(Severity severity, Place place, std::string sentence) {
  if (left_ > 0) {
    --left_;
    out_.push_back({severity, path_, place, std::move(sentence)});
    return;
  }
  if (!more_) {
    more_ = out_.size();
    out_.push_back({severity, path_, place, "there are more problems from here on"});
  }
  // An error is never lost: it decides whether the article is published.
  if (severity == Severity::error) out_[*more_].severity = severity;
}

std::string quote(std::string_view text) {
  std::string out = "\"";
  int length = 0;
  for (size_t i = 0; i < text.size(); ++length) {
    if (length == kMaxQuoted) {
      out += "…";
      break;
    }
    const CodePoint c = decode_utf8(text, i);
    append_utf8(out, steers_terminal(c.value) ? 0xFFFD : c.value);
    i += static_cast<size_t>(c.bytes);
  }
  return out + '"';
}

}  // namespace lectern::ingest
