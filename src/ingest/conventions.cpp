// SPDX-License-Identifier: MIT
#include "ingest/conventions.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace lectern::ingest {
namespace {

using model::Block;
using model::BlockKind;
using model::Blocks;
using model::Inline;
using model::InlineKind;
using model::Inlines;

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kPull = "[!pullquote]";

bool is_line_end(const Inline& item) {
  return item.kind == InlineKind::soft_break || item.kind == InlineKind::hard_break;
}

// A colon and a blank.
bool begins_meaning(const Inline& item) {
  return item.kind == InlineKind::text && item.text.size() > 1 && item.text[0] == ':' &&
         kBlanks.find(item.text[1]) != kBlanks.npos;
}

// Takes `bytes`, and the blanks behind them, from the start of what begins with text.
void drop_start(Inlines& inlines, size_t bytes) {
  Inline& first = inlines.front();
  const size_t end = std::min(first.text.find_first_not_of(kBlanks, bytes), first.text.size());
  first.text.erase(0, end);
  first.place.column += first.place.line > 0 ? static_cast<int>(end) : 0;
  if (first.text.empty()) inlines.erase(inlines.begin());
}

Block block_of(BlockKind kind, Inlines inlines, const Block& from) {
  Block block;
  block.kind = kind;
  block.place = inlines.empty() || inlines.front().place.line == 0 ? from.place : inlines.front().place;
  block.inlines = std::move(inlines);
  return block;
}

// The lines of a paragraph, split where one of a meaning, or of what comes before the first of these, begins.
std::vector<Inlines> split(Inlines inlines) {
  std::vector<Inlines> out(1);
  bool in_meaning = begins_meaning(inlines.front());
  for (size_t i = 0; i < inlines.size(); ++i) {
    const bool opens = i + 1 < inlines.size() && is_line_end(inlines[i]) && begins_meaning(inlines[i + 1]);
    if (opens || (is_line_end(inlines[i]) && !in_meaning)) {
      in_meaning = in_meaning || opens;
      out.emplace_back();
    } else {
      out.back().push_back(std::move(inlines[i]));
    }
  }
  return out;
}

bool has_meaning(const Inlines& inlines) {
  for (size_t i = 0; i < inlines.size(); ++i) {
    if (begins_meaning(inlines[i]) && (i == 0 || is_line_end(inlines[i - 1]))) return true;
  }
  return false;
}

// The list that the blocks end with, or a new one.
Block& last_list(Blocks& done, const Block& from) {
  if (done.empty() || done.back().kind != BlockKind::definitions) {
    done.push_back(block_of(BlockKind::definitions, {}, from));
    done.back().tight = true;
  }
  return done.back();
}

// The list that a paragraph with a meaning in it goes on, or a new one; null when it stands below no term.
Block* list_for(const Block& paragraph, Blocks& done) {
  Block* const before = done.empty() ? nullptr : &done.back();
  const bool goes_on = before && before->kind == BlockKind::definitions;
  if (begins_meaning(paragraph.inlines.front())) {
    if (goes_on) return before;
    const bool is_term = before && before->kind == BlockKind::paragraph &&
                         std::none_of(before->inlines.begin(), before->inlines.end(), is_line_end);
    if (!is_term) return nullptr;
    Block term = std::move(*before);
    term.kind = BlockKind::term;
    done.pop_back();
    Block& list = last_list(done, term);
    list.children.push_back(std::move(term));
    return &list;
  }
  return &last_list(done, paragraph);
}

void add_definitions(Block paragraph, Block& list) {
  if (begins_meaning(paragraph.inlines.front())) list.tight = false;
  for (Inlines& lines : split(std::move(paragraph.inlines))) {
    if (lines.empty()) continue;
    if (!begins_meaning(lines.front())) {
      list.children.push_back(block_of(BlockKind::term, std::move(lines), paragraph));
      continue;
    }
    drop_start(lines, 1);
    Block meaning = block_of(BlockKind::paragraph, std::move(lines), paragraph);
    Block definition = block_of(BlockKind::definition, {}, meaning);
    if (!meaning.inlines.empty()) definition.children.push_back(std::move(meaning));
    list.children.push_back(std::move(definition));
  }
}

// The bytes of the dash that a text begins with; 0 without one.
size_t dash_of(const Inline& item) {
  if (item.kind != InlineKind::text) return 0;
  for (const std::string_view dash : {"\u2014", "\u2013", "\u2015", "---", "--"}) {
    if (item.text.starts_with(dash) && item.text.size() > dash.size()) return dash.size();
  }
  return 0;
}

// Whether words end as a sentence does, be it within quotation marks.
bool ends_sentence(const Inlines& inlines) {
  const std::string text = model::text_of(inlines);
  for (const std::string_view end :
       {".", "!", "?", "\"", "'", ")", "\u2026", "\u201D", "\u2019", "\u201C", "\u00BB", "\u00AB", "\u203A", "\u3002",
        "\uFF01", "\uFF1F", "\u300D", "\u300F", "\u061F", "\u06D4", "\u0964"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

}  // namespace

void find_pull(Block& quote) {
  if (quote.children.empty() || quote.children.front().kind != BlockKind::paragraph) return;
  Inlines& inlines = quote.children.front().inlines;
  if (inlines.empty() || inlines.front().kind != InlineKind::text) return;
  const std::string& text = inlines.front().text;
  const bool same = std::equal(text.begin(), text.end(), kPull.begin(), kPull.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b;
  });
  if (!same || (inlines.size() > 1 && !is_line_end(inlines[1]))) return;
  quote.pull = true;
  inlines.erase(inlines.begin(), inlines.begin() + std::min<std::ptrdiff_t>(2, std::ssize(inlines)));
  if (inlines.empty()) quote.children.erase(quote.children.begin());
}

void find_attribution(Block& quote) {
  if (quote.children.empty() || quote.children.back().kind != BlockKind::paragraph) return;
  Inlines& inlines = quote.children.back().inlines;
  const auto line = std::find_if(inlines.rbegin(), inlines.rend(), is_line_end).base() - inlines.begin();
  if (line == std::ssize(inlines)) return;
  if (dash_of(inlines[static_cast<size_t>(line)]) == 0 || (line == 0 && quote.children.size() == 1)) return;
  const auto said = inlines.begin() + std::max<std::ptrdiff_t>(0, line - 1);
  if (line > 0 && !ends_sentence({inlines.begin(), said})) return;  // a dash within a sentence
  attribute_to(quote, {std::make_move_iterator(inlines.begin() + line), std::make_move_iterator(inlines.end())});
  inlines.erase(said, inlines.end());
  if (inlines.empty()) quote.children.pop_back();
}

void attribute_to(Block& quote, Inlines who) {
  const size_t dash = who.empty() ? 0 : dash_of(who.front());
  if (dash > 0) drop_start(who, dash);
  quote.inlines = std::move(who);
}

void find_definitions(Blocks& blocks) {
  const auto is_part = [](const Block& block) {
    return block.kind == BlockKind::paragraph && has_meaning(block.inlines);
  };
  auto first = std::find_if(blocks.begin(), blocks.end(), is_part);
  if (first == blocks.end()) return;
  Blocks done(std::make_move_iterator(blocks.begin()), std::make_move_iterator(first));
  for (; first != blocks.end(); ++first) {
    Block* const list = is_part(*first) ? list_for(*first, done) : nullptr;
    if (list) {
      add_definitions(std::move(*first), *list);
    } else {
      done.push_back(std::move(*first));
    }
  }
  blocks = std::move(done);
}

}  // namespace lectern::ingest
