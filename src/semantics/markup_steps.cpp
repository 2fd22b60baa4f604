// SPDX-License-Identifier: MIT
#include "semantics/markup_steps.hpp"

namespace lectern::semantics {

void MarkupSteps::text(std::string_view text) {
  if (text.empty()) return;
  if (!steps_.empty() && steps_.back() == static_cast<std::uint8_t>(MarkupStep::text)) {
    texts_ += text;
  } else {
    add(MarkupStep::text, text);
  }
}

void MarkupSteps::add(MarkupStep step, std::string_view text) {
  steps_.push_back(static_cast<std::uint8_t>(step));
  (texts_ += '\0') += text;
}

void MarkupSteps::add(MarkupStep step, const char* name, std::string_view value) {
  add(step, name);
  (texts_ += '\0') += value;
}

}  // namespace lectern::semantics
