// SPDX-License-Identifier: MIT
#include "ingest/report.hpp"

#include <utility>

#include "base/utf8.hpp"
#include "base/visible.hpp"

namespace lectern::ingest {
namespace {

constexpr int kMaxQuoted = 60;

}  // namespace

void Report::error(Place place, std::string sentence, Code code) {
  add(Severity::error, place, std::move(sentence), code);
}

void Report::warning(Place place, std::string sentence, Code code) {
  add(Severity::warning, place, std::move(sentence), code);
}

void Report::note(Place place, std::string sentence, Code code) {
  if (notes_left_ == 0) return;
  --notes_left_;
  out_.push_back({Severity::note, path_, place, std::move(sentence), code});
}

void Report::add(Severity severity, Place place, std::string sentence, Code code) {
  if (left_ > 0) {
    --left_;
    out_.push_back({severity, path_, place, std::move(sentence), code});
    return;
  }
  if (!more_) {
    more_ = out_.size();
    out_.push_back({severity, path_, place, "there are more problems from here on", Code::limit});
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
