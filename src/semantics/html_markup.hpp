// SPDX-License-Identifier: MIT
// Markup as HTML text, in the form of the CommonMark specification.
#pragma once

#include <string>
#include <vector>

#include "semantics/markup.hpp"

namespace lectern::semantics {

class HtmlMarkup final : public Markup {
 public:
  void open(const char* tag) override;
  void attribute(const char* name, std::string_view value) override;
  void url(const char* name, std::string_view value) override;
  void flag(const char* name) override;
  void text(std::string_view text) override;
  void close() override;

  std::string take() { return std::move(out_); }

 private:
  void end_tag();

  std::string out_;
  std::vector<const char*> open_;
  bool in_tag_ = false;
};

}  // namespace lectern::semantics
