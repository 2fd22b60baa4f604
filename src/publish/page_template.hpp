// SPDX-License-Identifier: MIT
// shell.html, the template of every page: text with {{name}} where something is filled in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::publish {

class PageTemplate {
 public:
  // Comments before the doctype are the template's own and leave the page. Nothing when a name has
  // no end or is not one of those in PageParts; `problem` says which.
  static std::optional<PageTemplate> parse(std::string_view text, std::string& problem);

  // Each value is HTML. A line that holds one name alone vanishes when its value is empty. Values
  // are not searched for names again. Cost: linear in the page.
  struct Parts {
    std::string lang, dir, title;
    std::string root;     // further attributes of <html>, each with a space before it
    std::string head;     // <meta> and <link> lines of this page, each with its line end
    std::string styles;   // <link rel="stylesheet">, or <style> where a page must be whole
    std::string scripts;  // the boot module
    std::string skip;  // the link to what the page is about
    std::string canvas;
    std::string body;
  };
  std::string fill(const Parts& parts) const;

 private:
  struct Piece {
    std::string text;                     // before the name
    std::string Parts::*value = nullptr;  // null at the template's end
    bool whole_line = false;
  };
  std::vector<Piece> pieces_;
};

}  // namespace lectern::publish
