// SPDX-License-Identifier: MIT
#include "ingest/import/html_blocks.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "ingest/conventions.hpp"
#include "ingest/field_reader.hpp"
#include "ingest/html_tags.hpp"
#include "ingest/import/html_inlines.hpp"
#include "ingest/import/html_phrases.hpp"
#include "ingest/import/html_table.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {
namespace {

using model::Block;
using model::BlockKind;

// The deepest that this file calls itself; beyond, only text is read. Elements that the limit of
// depth does not count can make a tree deeper than that limit, but not in what people write.
constexpr int kMaxCalls = 1500;

class Maker {
 public:
  Maker(const HtmlTree& tree, const TextSource& source, const HtmlOptions& options, size_t bytes)
      : tree_(tree), source_(source), options_(options), inlines_(source, bytes) {}

  model::Blocks make(const GumboNode& element) {
    read_children(element);
    end_paragraph();
    return std::move(root_);
  }

 private:
  void read_children(const GumboNode& node) {
    const GumboVector* children = children_of(node);
    if (++calls_ > kMaxCalls) {
      inlines_.add_text(text_in(node), tree_.offset(node));
    } else {
      for (unsigned int i = 0; children && i < children->length; ++i)
        read(child_at(*children, i));
    }
    --calls_;
  }

  void read(const GumboNode& node) {
    if (is_text(node)) return inlines_.add_text(node.v.text.text, tree_.offset(node));
    if (!is_element(node) || &node == options_.left_out) return;
    const std::string name = name_of(node);
    const bool furniture = options_.page && is_furniture(node, name, quotes_ > 0);
    if (!furniture && (name == "iframe" ? read_frame(node) : read_player(node, name))) return;
    const ElementRule& rule = rule_of(name);
    if (is_removed(rule) || name == "embed") return tell_removed(name, node);
    if (furniture) return;
    if (name == "input") return read_box(node);
    if (name == "strike") return read_phrase(node, rule_of("s"));
    if (name == "tt") return read_phrase(node, rule_of("code"));
    switch (rule.use) {
      case ElementUse::line_end:
        inlines_.add_break();
        if (!in_leaf_ && inlines_.ends_paragraph()) end_paragraph();
        return;
      case ElementUse::phrase:
      case ElementUse::link:
      case ElementUse::image:
        return read_phrase(node, rule);
      case ElementUse::text:
        return read_children(node);
      default:
        return read_block(node, name);
    }
  }

  // A player, in a paragraph of its own; false for one that the model has not, and other elements.
  bool read_player(const GumboNode& node, const std::string& name) {
    if (name != "audio" && name != "video") return false;
    Phrase phrase = player_of(node);
    if (phrase.use != Phrase::Use::whole) return false;
    end_paragraph();
    inlines_.add(std::move(phrase.node), tree_.offset(node));
    end_paragraph();
    return true;
  }

  // The link that stands for a frame; its name alone within another link.
  bool read_frame(const GumboNode& node) {
    Phrase phrase = frame_of(node);
    if (phrase.use != Phrase::Use::around) return false;
    const std::string name = std::exchange(phrase.node.text, {});
    const size_t offset = tree_.offset(node);
    end_paragraph();
    const bool opened = inlines_.open(std::move(phrase.node), offset);
    inlines_.add_text(name, offset);
    if (opened) inlines_.close();
    end_paragraph();
    return true;
  }

  void read_phrase(const GumboNode& node, const ElementRule& rule) {
    const size_t offset = tree_.offset(node);
    Phrase phrase = phrase_of(node, rule, source_, offset);
    if (phrase.use == Phrase::Use::whole) {
      inlines_.add(std::move(phrase.node), offset);
    } else if (phrase.use == Phrase::Use::text) {
      inlines_.add_text(phrase.node.text, offset);
    } else {
      const bool opened =
          phrase.use == Phrase::Use::around && inlines_.open(std::move(phrase.node), offset);
      read_children(node);
      if (opened) inlines_.close();
    }
  }

  void read_block(const GumboNode& node, const std::string& name) {
    end_paragraph();
    if (in_leaf_) {
      read_children(node);
      return end_paragraph();
    }
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      read_leaf(node, BlockKind::heading, name[1] - '0');
    } else if (name == "hr") {
      add(block(BlockKind::rule, node));
    } else if (name == "pre") {
      read_code(node);
    } else if (name == "table") {
      read_table(node);
    } else if (name == "dt") {
      const bool opened = inlines_.open(inline_of(model::InlineKind::strong), tree_.offset(node));
      read_children(node);
      end_paragraph();
      if (opened) inlines_.close();
    } else if (name == "ul" || name == "ol" || name == "menu") {
      read_list(node, name == "ol");
    } else if (name == "blockquote") {
      ++quotes_;
      read_quote(node);
      --quotes_;
    } else if (name == "dl") {
      read_definitions(node);
    } else if (name == "figure" && is_pulled_out(node)) {
      read_children(node);
    } else if (name == "details" || name == "figure") {
      read_holder(node, name == "figure" ? BlockKind::figure : BlockKind::details);
    } else if ((name == "figcaption" || name == "summary") && holder_) {
      read_caption(node);
    } else {
      read_children(node);
    }
    end_paragraph();
  }

  // A heading, a caption: blocks in it are lines.
  model::Inlines read_inlines(const GumboNode& node, Place& place) {
    const bool before = std::exchange(in_leaf_, true);
    read_children(node);
    in_leaf_ = before;
    return inlines_.finish(source_.places.at(tree_.offset(node)), place);
  }

  void read_leaf(const GumboNode& node, BlockKind kind, int level) {
    Block made = block(kind, node);
    made.level = level;
    made.inlines = read_inlines(node, made.place);
    if (!made.inlines.empty()) add(std::move(made));
  }

  // The captions of a figure that has two are lines of one.
  void read_caption(const GumboNode& node) {
    Place place;
    Block& holder = *holder_;
    model::Inlines inlines = read_inlines(node, place);
    if (inlines.empty()) return;
    if (!holder.inlines.empty()) {
      holder.inlines.push_back(inline_of(model::InlineKind::hard_break));
    }
    std::move(inlines.begin(), inlines.end(), std::back_inserter(holder.inlines));
  }

  void read_code(const GumboNode& node) {
    Block made = block(BlockKind::code, node);
    made.text = code_in(node);
    made.info = language_of_code(node);
    if (!made.text.empty()) add(std::move(made));
  }

  // Reads a node's children into a block's own.
  void read_into(Block& made, const GumboNode& node, int levels) {
    model::Blocks* before = std::exchange(out_, &made.children);
    depth_ += levels;
    read_children(node);
    end_paragraph();
    depth_ -= levels;
    out_ = before;
  }

  void read_holder(const GumboNode& node, BlockKind kind) {
    if (too_deep(node, 1)) return read_children(node);
    Block made = block(kind, node);
    made.open = kind == BlockKind::details && has_attribute(node, "open");
    Block* outer = std::exchange(holder_, &made);
    read_into(made, node, 1);
    holder_ = outer;
    if (!made.children.empty() || !made.inlines.empty()) add(std::move(made));
  }

  // Who is quoted stands last in it, as <footer> or <cite>, or behind a dash.
  void read_quote(const GumboNode& node) {
    if (too_deep(node, 1)) return read_children(node);
    Block made = block(BlockKind::quote, node);
    made.pull = is_pulled_out(node) || (node.parent && is_pulled_out(*node.parent));
    const GumboNode* const who = attribution_in(node);
    model::Blocks* before = std::exchange(out_, &made.children);
    ++depth_;
    const GumboVector* children = children_of(node);
    for (unsigned int i = 0; children && i < children->length; ++i) {
      if (&child_at(*children, i) != who) read(child_at(*children, i));
    }
    end_paragraph();
    --depth_;
    out_ = before;
    Place place;
    if (who) {
      attribute_to(made, read_inlines(*who, place));
    } else {
      find_attribution(made);
    }
    if (!made.children.empty() || !made.inlines.empty()) add(std::move(made));
  }

  // As WordPress and Ghost name them.
  static bool is_pulled_out(const GumboNode& node) {
    if (!is_element(node)) return false;
    const std::string_view names = attribute_of(node, "class");
    return names.find("pullquote") != names.npos || names.find("kg-blockquote-alt") != names.npos;
  }

  // The last thing in a quote; <cite> behind a block, since within a line it names a work.
  static const GumboNode* attribution_in(const GumboNode& quote) {
    const GumboVector* children = children_of(quote);
    const GumboNode* last[2] = {nullptr, nullptr};  // the last thing, and the one before
    for (unsigned int i = 0; children && i < children->length; ++i) {
      const GumboNode& child = child_at(*children, i);
      if (is_text(child) ? !text_is_blank(child) : is_element(child)) last[1] = std::exchange(last[0], &child);
    }
    if (!last[1] || !is_element(*last[0])) return nullptr;
    const std::string name = name_of(*last[0]);
    return name == "footer" || (name == "cite" && is_element(*last[1])) ? last[0] : nullptr;
  }

  void read_definitions(const GumboNode& node) {
    if (too_deep(node, 2)) return read_children(node);
    Block list = block(BlockKind::definitions, node);
    list.tight = true;
    add_definitions(node, list);
    if (!list.children.empty()) add(std::move(list));
  }

  // Pairs may stand in a <div> each. What is neither term nor meaning belongs to a meaning.
  void add_definitions(const GumboNode& node, Block& list) {
    const GumboVector* children = children_of(node);
    for (unsigned int i = 0; children && i < children->length; ++i) {
      const GumboNode& child = child_at(*children, i);
      if (is_text(child) ? text_is_blank(child) : !is_element(child)) continue;
      if (is_named(child, GUMBO_TAG_DIV) && is_named(node, GUMBO_TAG_DL)) {
        add_definitions(child, list);
      } else if (is_named(child, GUMBO_TAG_DT)) {
        Block term = block(BlockKind::term, child);
        term.inlines = read_inlines(child, term.place);
        if (!term.inlines.empty()) list.children.push_back(std::move(term));
      } else {
        Block definition = block(BlockKind::definition, child);
        const bool is_meaning = is_named(child, GUMBO_TAG_DD);
        model::Blocks* before = std::exchange(out_, &definition.children);
        depth_ += 2;
        is_meaning ? read_children(child) : read(child);
        end_paragraph();
        depth_ -= 2;
        out_ = before;
        if (is_meaning && has_child(child, GUMBO_TAG_P)) list.tight = false;
        list.children.push_back(std::move(definition));
      }
    }
  }

  void read_list(const GumboNode& node, bool ordered) {
    if (too_deep(node, 2)) return read_children(node);
    Block list = block(BlockKind::list, node);
    list.ordered = ordered;
    list.tight = true;
    if (ordered) list.start = number_of(attribute_of(node, "start"), 1);
    Block* const outer_item = item_;
    const GumboVector* children = children_of(node);
    for (unsigned int i = 0; children && i < children->length; ++i) {
      const GumboNode& child = child_at(*children, i);
      const bool item = is_named(child, GUMBO_TAG_LI);
      if (!item && (is_text(child) ? text_is_blank(child) : !is_element(child))) continue;
      // What stands between items belongs to the one before.
      if (item || list.children.empty()) list.children.push_back(block(BlockKind::item, child));
      item_ = &list.children.back();
      model::Blocks* before = std::exchange(out_, &item_->children);
      depth_ += 2;
      item ? read_children(child) : read(child);
      end_paragraph();
      depth_ -= 2;
      out_ = before;
      if (item && has_child(child, GUMBO_TAG_P)) list.tight = false;
    }
    item_ = outer_item;
    if (!list.children.empty()) add(std::move(list));
  }

  // A box at the start of an item makes it a task.
  void read_box(const GumboNode& node) {
    if (!item_ || out_ != &item_->children || !out_->empty() || !inlines_.empty()) return;
    if (attribute_of(node, "type") != "checkbox") return;
    item_->task = true;
    item_->checked = has_attribute(node, "checked");
  }

  void read_table(const GumboNode& node) {
    const HtmlTable table = table_of(node);
    // A table for layout, or one with blocks in its cells, which the model's have not.
    if (!table.is_data || too_deep(node, 1)) return read_children(node);
    Block made = block(BlockKind::table, node);
    for (const HtmlTable::Row& row : table.rows) {
      Block made_row = block(BlockKind::row, *row.node);
      for (const HtmlTable::Cell& cell : row.cells) {
        made_row.children.push_back(block(BlockKind::cell, cell.node ? *cell.node : *row.node));
        Block& made_cell = made_row.children.back();
        made_cell.align = cell.align;
        if (cell.node) made_cell.inlines = read_inlines(*cell.node, made_cell.place);
      }
      made.children.push_back(std::move(made_row));
    }
    if (made.children.empty()) return;
    if (!table.caption) return add(std::move(made));
    Block figure = block(BlockKind::figure, node);
    figure.inlines = read_inlines(*table.caption, figure.place);
    figure.children.push_back(std::move(made));
    figure.inlines.empty() ? add(std::move(figure.children.front())) : add(std::move(figure));
  }

  // Ends the paragraph that is open, if one is; in a heading or caption, a line.
  void end_paragraph() {
    if (in_leaf_) {
      if (!inlines_.empty() && !inlines_.at_line_start()) inlines_.add_break();
      return;
    }
    Block made;
    made.inlines = inlines_.finish({}, made.place);
    if (!made.inlines.empty()) add(std::move(made));
  }

  Block block(BlockKind kind, const GumboNode& node) const {
    Block made;
    made.kind = kind;
    made.place = source_.places.at(tree_.offset(node));
    return made;
  }

  void add(Block made) { out_->push_back(std::move(made)); }

  bool too_deep(const GumboNode& node, int levels) {
    if (depth_ + levels <= kMaxHtmlBlockDepth) return false;
    if (!std::exchange(told_depth_, true)) {
      source_.report.warning(source_.places.at(tree_.offset(node)),
                             "quotes, lists and tables are nested too deep here; what is deeper is "
                             "shown at that depth");
    }
    return true;
  }

  void tell_removed(const std::string& name, const GumboNode& node) {
    if (options_.page && (name == "script" || name == "style" || name == "noscript")) return;
    if (!told_removed_.insert(name).second) return;
    source_.report.warning(source_.places.at(tree_.offset(node)), "a <" + name + "> was left out");
  }

  const HtmlTree& tree_;
  const TextSource& source_;
  const HtmlOptions& options_;
  HtmlInlines inlines_;
  model::Blocks root_;
  model::Blocks* out_ = &root_;
  Block* holder_ = nullptr;  // the figure or details that a caption belongs to
  Block* item_ = nullptr;
  bool in_leaf_ = false;
  int depth_ = 0;
  int calls_ = 0;
  int quotes_ = 0;
  bool told_depth_ = false;
  std::set<std::string> told_removed_;
};

}  // namespace

model::Blocks blocks_of_element(const HtmlTree& tree, const GumboNode& element,
                                const TextSource& source, const HtmlOptions& options) {
  return Maker(tree, source, options, tree.bytes()).make(element);
}

}  // namespace lectern::ingest
