// SPDX-License-Identifier: MIT
#include "ingest/import/html_table.hpp"

#include <algorithm>
#include <utility>

#include "ingest/html_tags.hpp"
#include "ingest/import/html_phrases.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {
namespace {

constexpr size_t kMaxFilled = 200;

bool is_block_in_cell(const std::string& name) {
  constexpr std::string_view kBlocks[] = {"table",      "ul",     "ol",      "dl", "pre",
                                          "blockquote", "figure", "details", "h1", "h2",
                                          "h3",         "h4",     "h5",      "h6", "hr"};
  return std::find(std::begin(kBlocks), std::end(kBlocks), name) != std::end(kBlocks);
}

// Whether anything in the table is a block that a cell of the model can't hold.
bool holds_blocks(const GumboNode& table) {
  std::vector<const GumboNode*> waiting{&table};
  while (!waiting.empty()) {
    const GumboNode& next = *waiting.back();
    waiting.pop_back();
    if (&next != &table && is_element(next) && is_block_in_cell(name_of(next))) return true;
    const GumboVector* children = children_of(next);
    for (unsigned int i = 0; children && i < children->length; ++i)
      waiting.push_back(&child_at(*children, i));
  }
  return false;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

model::Align align_of(const GumboNode& cell) {
  const std::string style = lower(attribute_of(cell, "style"));
  std::string align = lower(attribute_of(cell, "align"));
  const size_t found = style.find("text-align:");
  if (found != std::string::npos) {
    const size_t begin = std::min(style.find_first_not_of(' ', found + 11), style.size());
    align = style.substr(begin, style.find_first_of("; !", begin) - begin);
  }
  if (align == "right" || align == "end") return model::Align::right;
  if (align == "center") return model::Align::center;
  return align == "left" ? model::Align::left : model::Align::none;
}

class Reader {
 public:
  void read(const GumboNode& part) {
    const GumboVector* children = children_of(part);
    for (unsigned int i = 0; children && i < children->length; ++i) {
      const GumboNode& child = child_at(*children, i);
      if (is_named(child, GUMBO_TAG_TR)) {
        read_row(child);
      } else if (is_named(child, GUMBO_TAG_CAPTION)) {
        if (!table_.caption) table_.caption = &child;
      } else if (is_named(child, GUMBO_TAG_THEAD) || is_named(child, GUMBO_TAG_TBODY) ||
                 is_named(child, GUMBO_TAG_TFOOT)) {
        covered_.clear();  // a span ends with its part of the table
        read(child);
      }
    }
  }

  HtmlTable finish() {
    size_t width = 0, cells = 0;
    for (const HtmlTable::Row& row : table_.rows) {
      width = std::max(width, row.cells.size());
      cells += row.cells.size();
    }
    table_.is_data = cells > 1;
    // Beyond the limit rows stay as short as they are.
    for (HtmlTable::Row& row : table_.rows) {
      const size_t missing = width - row.cells.size();
      if (width > kMaxFilled || filled_ + missing > kMaxEmptyNodes) break;
      filled_ += missing;
      row.cells.resize(width);
    }
    return std::move(table_);
  }

 private:
  void fill(HtmlTable::Row& row) {
    while (row.cells.size() < covered_.size() && covered_[row.cells.size()] > 0) {
      --covered_[row.cells.size()];
      ++filled_;
      row.cells.push_back({});
    }
  }

  void read_row(const GumboNode& node) {
    HtmlTable::Row row{&node, {}};
    const GumboVector* children = children_of(node);
    for (unsigned int i = 0; children && i < children->length; ++i) {
      const GumboNode& cell = child_at(*children, i);
      if (!is_named(cell, GUMBO_TAG_TD) && !is_named(cell, GUMBO_TAG_TH)) continue;
      fill(row);
      const int across = number_of(attribute_of(cell, "colspan"), 1);
      const int down = number_of(attribute_of(cell, "rowspan"), 1);
      for (int n = 0; n < std::max(across, 1); ++n) {
        if (n > 0 && (row.cells.size() >= kMaxFilled || filled_ >= kMaxEmptyNodes)) break;
        if (n > 0) ++filled_;
        if (down > 1 && row.cells.size() < kMaxFilled) {
          covered_.resize(std::max(covered_.size(), row.cells.size() + 1));
          covered_[row.cells.size()] = filled_ < kMaxEmptyNodes ? down - 1 : 0;
        }
        row.cells.push_back({n == 0 ? &cell : nullptr, align_of(cell)});
      }
    }
    fill(row);
    if (!row.cells.empty()) table_.rows.push_back(std::move(row));
  }

  HtmlTable table_;
  std::vector<int> covered_;  // for how many rows more a span covers each column
  size_t filled_ = 0;
};

}  // namespace

HtmlTable table_of(const GumboNode& table) {
  HtmlTable layout;
  layout.is_data = false;
  const std::string_view role = attribute_of(table, "role");
  if (role == "presentation" || role == "none" || holds_blocks(table)) return layout;
  Reader reader;
  reader.read(table);
  return reader.finish();
}

}  // namespace lectern::ingest
