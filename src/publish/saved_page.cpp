// SPDX-License-Identifier: MIT
#include "publish/saved_page.hpp"

#include "publish/index_frame.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

// The words that the module sets, in the page's language.
std::string data(std::string_view name, std::string_view words) {
  return " data-" + std::string(name) + "=\"" + escape_html(words) + '"';
}

class SavedPage : IndexFrame {
 public:
  explicit SavedPage(const Site& site) : IndexFrame(site, kSavedPath, "saved") {}

  std::string write() {
    masthead("p");
    open_main();
    html_ += "<h1 class=\"title\">" + escape_html(strings_.saved) +
             "</h1>\n<p class=\"standfirst\">" + escape_html(strings_.saved_text) +
             "</p>\n<div class=\"kept-lists\"" + data("saved", strings_.saved_list) +
             data("read", strings_.read_list) + data("none", strings_.nothing_saved) +
             data("remove", strings_.remove) + data("total", strings_.kept_total) +
             data("refused", strings_.keeps_nothing) + "></div>\n";
    close_main();
    return take();
  }
};

}  // namespace

std::string write_saved_page(const Site& site) {
  return SavedPage(site).write();
}

std::string write_save_column(std::string_view lang) {
  const PageStrings& strings = page_strings_for(lang);
  return "<p class=\"save-column\" hidden" + data("done", strings.column_saved) +
         data("failed", strings.column_failed) +
         "><button type=\"button\" class=\"button\">" + escape_html(strings.save_column) +
         "</button> <span class=\"status\" role=\"status\"></span></p>\n";
}

}  // namespace lectern::publish
