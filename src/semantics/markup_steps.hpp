// SPDX-License-Identifier: MIT
// Markup as a list of steps, which web/build.js takes with the DOM's own functions: no HTML is parsed,
// so nothing in an article can become an element that was not written here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "semantics/markup.hpp"

namespace lectern::semantics {

// The texts that go with each step: a tag; a text; a name and a value. Those from `attribute` on are all
// one to the DOM.
enum class MarkupStep : std::uint8_t { close, open, text, attribute, url, flag };

class MarkupSteps final : public Markup {
 public:
  void open(const char* tag) override { add(MarkupStep::open, tag); }
  void attribute(const char* name, std::string_view value) override {
    add(MarkupStep::attribute, name, value);
  }
  void url(const char* name, std::string_view value) override {
    add(MarkupStep::url, name, value);
  }
  void flag(const char* name) override { add(MarkupStep::flag, name, ""); }
  // As in parsed HTML, texts that follow one another are one.
  void text(std::string_view text) override;
  void close() override { steps_.push_back(static_cast<std::uint8_t>(MarkupStep::close)); }

  const std::vector<std::uint8_t>& steps() const { return steps_; }
  // Joined by NUL, which none has.
  const std::string& texts() const { return texts_; }

 private:
  void add(MarkupStep step, std::string_view text);
  void add(MarkupStep step, const char* name, std::string_view value);

  std::vector<std::uint8_t> steps_;
  std::string texts_;
};

}  // namespace lectern::semantics
