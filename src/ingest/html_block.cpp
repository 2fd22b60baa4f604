// SPDX-License-Identifier: MIT
#include "ingest/html_block.hpp"

#include <algorithm>
#include <utility>

#include "ingest/block_builder.hpp"
#include "ingest/entities.hpp"

namespace lectern::ingest {
namespace {

constexpr std::string_view kBlanks = " \t\r\f";

class Reader {
 public:
  Reader(const HtmlBuffer& buffer, MarkdownSource& source, InlineBuilder& inlines,
         BlockBuilder& out)
      : buffer_(buffer), source_(source), inlines_(inlines), out_(out) {}

  void read() {
    const std::string_view html = buffer_.text();
    for (size_t i = 0; i < html.size() && source_.has_room();) {
      const HtmlToken token = next_token(html, i);
      i = token.end;
      if (token.kind == TokenKind::text) {
        add_lines(html.substr(token.begin, token.end - token.begin), token.begin);
      } else if (token.kind == TokenKind::markup) {
        // The block ended inside a comment, at an empty line: the comment goes on.
        if (!token.missing.empty()) source_.skip_markup(token.missing, source_.last());
      } else if (!add_tag(token, i)) {
        break;
      }
    }
    end_paragraph();
  }

 private:
  // Gives false when the rest of the block is left out; `next` is moved past a removed element.
  bool add_tag(const HtmlToken& token, size_t& next) {
    const ElementRule& rule = rule_of(token.name);
    const size_t offset = buffer_.source_offset(token.begin);
    const bool is_end = token.kind == TokenKind::end_tag;
    if (rule.use == ElementUse::block) {
      end_paragraph();
    } else if (is_holder(rule)) {
      end_paragraph();
      const bool details = rule.use == ElementUse::details;
      const model::BlockKind kind = details ? model::BlockKind::details : model::BlockKind::figure;
      const bool open = details && attribute(token.attributes, "open");
      is_end ? out_.close_holder(kind) : out_.open_holder(kind, open, offset);
    } else if (rule.use == ElementUse::caption) {
      end_paragraph();
      is_end ? out_.end_caption() : out_.begin_caption();
    } else if (is_end) {
      inlines_.end_tag(rule);
    } else if (!is_removed(rule)) {
      begin(offset);
      inlines_.start_tag(rule, token.attributes, offset);
      if (rule.use == ElementUse::image) paragraph_empty_ = false;
    } else {
      if (!source_.skip_element(rule, offset, buffer_.source_offset(token.end))) return false;
      next = std::max(next, buffer_.position_of(source_.skipped_to()));
    }
    return true;
  }

  // Text of one or more lines; an empty line (in <pre>) ends the paragraph.
  void add_lines(std::string_view text, size_t position) {
    for (size_t i = 0; i < text.size();) {
      const size_t end = std::min(text.find('\n', i), text.size());
      std::string_view line = text.substr(i, end - i);
      if (end < text.size()) line = line.substr(0, line.find_last_not_of(kBlanks) + 1);
      add_line(line, position + i);
      if (end < text.size()) end_line();
      i = end + 1;
    }
  }

  void add_line(std::string_view line, size_t position) {
    if (at_line_start_) {
      const size_t blanks = std::min(line.find_first_not_of(kBlanks), line.size());
      line.remove_prefix(blanks);
      position += blanks;
    }
    if (line.empty()) return;
    const size_t offset = buffer_.source_offset(position);
    begin(offset);
    paragraph_empty_ = false;
    inlines_.add_text({line, offset}, decode_entities(line));
  }

  void end_line() {
    if (at_line_start_ && line_end_pending_) end_paragraph();
    at_line_start_ = line_end_pending_ = true;
  }

  // Something to show comes here: the line end before it counts now.
  void begin(size_t offset) {
    if (line_end_pending_ && !paragraph_empty_) inlines_.add_break(false);
    line_end_pending_ = at_line_start_ = false;
    if (begin_ == kNowhere) begin_ = offset;
  }

  void end_paragraph() {
    model::Block block;
    block.inlines = inlines_.finish();
    const size_t offset = begin_ == kNowhere ? source_.last() : begin_;
    begin_ = kNowhere;
    at_line_start_ = paragraph_empty_ = true;
    line_end_pending_ = false;
    if (block.inlines.empty()) return;
    block.place = source_.place(offset);
    out_.add(std::move(block));
  }

  const HtmlBuffer& buffer_;
  MarkdownSource& source_;
  InlineBuilder& inlines_;
  BlockBuilder& out_;
  size_t begin_ = kNowhere;
  bool at_line_start_ = true;
  bool line_end_pending_ = false;
  bool paragraph_empty_ = true;
};

}  // namespace

void add_html_block(const HtmlBuffer& buffer, MarkdownSource& source, InlineBuilder& inlines,
                    BlockBuilder& out) {
  Reader(buffer, source, inlines, out).read();
}

}  // namespace lectern::ingest
