// SPDX-License-Identifier: MIT
// Places every element. The rules are CSS's own, in the few forms that the stylesheet uses: blocks
// below one another with collapsing margins, wrapping rows, equal grids, and the two columns of a
// wide page. The numbers are those that semantics/token_styles writes.
#include "layout/page_layout.hpp"

#include <algorithm>
#include <cmath>

#include "layout/line_fit.hpp"
#include "layout/line_order.hpp"
#include "layout/table_layout.hpp"

namespace lectern::layout {
namespace {

size_t at(int index) { return static_cast<size_t>(index); }

// A column that elements are stacked in.
struct Column {
  float x = 0;
  float width = 0;
  float y = 0;       // the bottom of what stands in it
  float margin = 0;  // asked for above the next element; margins collapse to the largest
};

class Layouter {
 public:
  Layouter(const PageTree& tree, const PreparedPage& prepared, const Viewport& viewport,
           const HtmlHeight& html_height, const Band& band, PageLayout before = {})
      : tree_(tree),
        prepared_(prepared),
        viewport_(viewport),
        html_height_(html_height),
        band_(band),
        layout_(std::move(before)) {
    layout_.boxes.resize(tree.nodes.size());
  }

  PageLayout page() {
    layout_.width = viewport_.width_px;
    const auto [x, total, wide] = page_columns(tree_, viewport_);
    const float main = rem(tokens().main_width), side = rem(tokens().side_width), gap = rem(tokens().column_gap);
    const float lead = wide ? main : total;
    float y = 0;
    float lead_bottom = 0;
    int part = 1;
    for (; part < node(0).end; part = node(part).end) {
      if (left_out_) start_segment(part);
      switch (node(part).element) {
        case Element::side:
          if (wide) {
            lead_bottom = y;
            y = std::max(lead_bottom, region(part, x + main + gap, side, lead_top_));
          } else {
            y = region(part, x, total, y);
          }
          break;
        case Element::lead:
          lead_top_ = y;
          y = region(part, x, lead, y);
          break;
        default:
          y = region(part, x, total, y);
      }
    }
    layout_.height = y;
    if (tree_.dir == "rtl") mirror();
    for (Segment& segment : layout_.segments) segment.top_px = box_of(segment.node).rect.y;
    layout_.boxes[0].rect = {x, 0, total, y};
    return std::move(layout_);
  }

  // The lines of one element alone, within `rect`; gives its height.
  float text(int index, const Rect& rect) { return lines(index, {rect.x, rect.width, rect.y, 0}); }
  PageLayout take() { return std::move(layout_); }

 private:
  const Node& node(int index) const { return tree_.nodes[at(index)]; }
  const PreparedText& text_of(int index) const { return prepared_.texts[at(index)]; }
  Box& box_of(int index) { return layout_.boxes[at(index)]; }
  float rem(float value) const { return value * viewport_.rem_px; }

  // Everything above was placed from left to right.
  void mirror() {
    for (Box& box : layout_.boxes) box.rect.x = layout_.width - box.rect.right();
    for (Line& line : layout_.lines) {
      const float by = layout_.width - 2 * line.x - line.width;
      line.x += by;
      for (int i = 0; i < line.run_count; ++i) layout_.runs[at(line.first_run + i)].x += by;
    }
  }

  // One of the page's parts, in a formatting context of its own: margins end at its edges.
  float region(int index, float x, float width, float y) {
    Column column{x, width, y, 0};
    place(index, column, -1);
    // A margin inside counts to the part, one of its own (the turn's) does not.
    if (token_of(node(index).element).flow == Flow::stack) {
      box_of(index).rect = {x, y, width, column.y - y};
    }
    return column.y;
  }

  void children(int parent, Column& column) {
    int previous = -1;
    for (int child = parent + 1; child < node(parent).end; child = node(child).end) {
      if (!node(child).is_away() && band_.is_far(child, node(child).end)) {
        box_of(child).far = true;
        for (int around = parent; around >= 0; around = node(around).parent) box_of(around).cut = true;
        left_out_ = place_unknown_ = true;
        column.margin = 0;
      } else {
        place(child, column, previous);
      }
      if (!node(child).is_away()) previous = child;
    }
  }

  void start_segment(int index) {
    // A table's lines, or a row's, are there before it has its place.
    int first_line = static_cast<int>(layout_.lines.size());
    for (int i = node(index).end; i-- > index;) {
      if (box_of(i).line_count > 0) first_line = box_of(i).first_line;
    }
    layout_.segments.push_back({index, first_line, 0});
    place_unknown_ = false;
  }

  void place(int index, Column& column, int previous) {
    const Node& item = node(index);
    if (item.is_away()) return;
    const ElementToken& token = token_of(item.element);
    column.margin = std::max(column.margin, rem(gap_above(tree_, index, previous)));
    if (needs_html(index, column.width)) {
      box_of(index).html_only = true;
      column.margin = std::max(column.margin, rem(gap_inside(index)));
      return block(index, column, html_height_ ? html_height_(index, column.width) : 0);
    }
    if (item.element == Element::table) return table(index, column);
    if (token.text) return block(index, column, lines(index, column));
    if (item.element == Element::rule) return block(index, column, 1);
    if (item.element == Element::image) return picture(index, column);
    switch (token.flow) {
      case Flow::row:
        return block(index, column, row(index, column));
      case Flow::grid: {
        const int wide = item.element == Element::gallery ? item.level : 4;
        return block(index, column, grid(index, column, is_phone() ? 2 : wide, rem(tokens().button_gap)));
      }
      case Flow::split:
        return block(index, column, grid(index, column, is_phone() ? 1 : 2, rem(tokens().space[4])));
      case Flow::stack:
      case Flow::columns:
        break;
    }
    stack(index, column);
  }

  void stack(int index, Column& column) {
    const float indent = rem(token_of(node(index).element).indent);
    Column inner{column.x + indent, column.width - indent, column.y, column.margin};
    children(index, inner);
    // The first element inside takes the margin; where there is none, it stays for the next one.
    float top = inner.y;
    for (int child = index + 1; child < node(index).end; ++child) {
      if (box_of(child).rect.height > 0) {
        top = box_of(child).rect.y;
        break;
      }
    }
    box_of(index).rect = {column.x, top, column.width, inner.y - top};
    column.y = inner.y;
    column.margin = inner.margin;
  }

  // Ends the placing of an element whose height is known: it stands below the column's margin.
  void block(int index, Column& column, float height) {
    Box& box = box_of(index);
    box.margin = column.margin;
    box.rect = {column.x, column.y + column.margin, column.width, height};
    column.y = box.rect.bottom();
    column.margin = 0;
    if (place_unknown_) start_segment(index);
  }

  void picture(int index, Column& column) {
    const model::Inline& image = node(index).image;
    const auto width = static_cast<float>(image.width);
    const float shown = std::min(width, column.width);
    const float height = shown * static_cast<float>(image.height) / width;
    block(index, column, height);
    box_of(index).rect.width = shown;
  }

  // The margin of the first elements inside, which is that of the element too.
  float gap_inside(int index) const {
    float gap = 0;
    while (!token_of(node(index).element).text && index + 1 < node(index).end) {
      gap = std::max(gap, gap_above(tree_, ++index, -1));
    }
    return gap;
  }

  bool is_phone() const { return metrics_of(viewport_).phone; }

  bool needs_html(int index, float width) const {
    const Node& item = node(index);
    const PreparedText& text = text_of(index);
    if (item.html_only || text.html_only) return true;
    if (item.element == Element::image) return item.image.width <= 0 || item.image.height <= 0;
    if (text.ordered && !lines_stand_alone(text, fit_lines(text.pieces, room_of(index, width), text.fit))) return true;
    if (item.element != Element::code) return false;
    // A code block that has to scroll sideways is the browser's, and so are its tabs.
    return text.widest_px > width - 2 * rem(token_of(item.element).pad_side) ||
           text.text.find('\t') != std::string::npos;
  }

  // From an element's left edge to its text.
  float indent_of(int index) const {
    const Node& item = node(index);
    const float padding = rem(token_of(item.element).pad_side);
    if (item.element != Element::column_item) return padding;
    return padding + rem(kColumnIndent) * static_cast<float>(std::min(item.level, kMaxColumnDepth - 1));
  }
  // What its text has of an element's width.
  float room_of(int index, float width) const {
    return width - indent_of(index) - rem(token_of(node(index).element).pad_side);
  }

  // Breaks an element's text at the place it will get and gives the element's height.
  float lines(int index, const Column& column) {
    const Node& item = node(index);
    const ElementToken& token = token_of(item.element);
    const PreparedText& text = text_of(index);
    const float x = column.x + indent_of(index);
    const float width = room_of(index, column.width);
    const std::vector<PieceRange> ranges = fit_lines(text.pieces, width, text.fit);
    Box& box = box_of(index);
    box.first_line = static_cast<int>(layout_.lines.size());
    box.line_count = static_cast<int>(ranges.size());
    float top = column.y + column.margin + rem(token.pad_top);
    for (const PieceRange& range : ranges) {
      line(index, range, x, width, top);
      top += text.line_height_px;
    }
    const size_t count = std::max<size_t>(ranges.size(), is_status(item.element) ? 1 : 0);
    return rem(token.pad_top + token.pad_bottom) +
           static_cast<float>(count) * text.line_height_px;
  }

  // A status keeps its line while it has nothing to say, so that nothing moves when it does.
  static bool is_status(Element element) {
    return element == Element::share_status || element == Element::mood_status;
  }

  void line(int index, const PieceRange& range, float x, float width, float top) {
    const PreparedText& text = text_of(index);
    const std::vector<Piece>& pieces = text.pieces;
    Line line;
    line.node = index;
    line.begin = pieces[range.first].begin;
    line.end = pieces[range.last - 1].end;
    line.next = pieces[range.last - 1].next;
    line.hard = pieces[range.last - 1].break_after == BreakAfter::must;
    line.baseline = top + text.metrics.baseline_px;
    line.first_run = static_cast<int>(layout_.runs.size());
    const float stretch = stretch_of(text, range, width);
    if (text.ordered) {
      const LineOrder order = order_line(text, range, stretch);
      for (const PlacedPiece& placed : order.pieces) add_to_run(text, line, pieces[placed.piece], placed.x);
      line.width = order.width_px;
    } else {
      float space = 0;
      for (size_t i = range.first; i < range.last; ++i) {
        const Piece& piece = pieces[i];
        add_to_run(text, line, piece, line.width + space);
        line.width += space + piece.width_px;
        space = piece.space_px > 0 ? piece.space_px + stretch : 0;
      }
    }
    const Piece& last = pieces[range.last - 1];
    if (shows_hyphen(last.break_after)) {
      line.hyphen_px = last.hyphen_px;
      Run& run = layout_.runs.back();
      run.width = run.through += last.hyphen_px;
      run.hyphen = true;
    }
    measure_height(text, line);
    line.run_count = static_cast<int>(layout_.runs.size()) - line.first_run;
    line.x = x + (width - line.width - line.hyphen_px) * lean(node(index));
    for (size_t i = at(line.first_run); i < layout_.runs.size(); ++i) layout_.runs[i].x += line.x;
    layout_.lines.push_back(line);
  }

  // What each space of a line gets so that it ends where its room does.
  static float stretch_of(const PreparedText& text, const PieceRange& range, float room) {
    if (!text.justified || range.last == text.pieces.size()) return 0;
    const Piece& last = text.pieces[range.last - 1];
    float width = last.width_px + (shows_hyphen(last.break_after) ? last.hyphen_px : 0);
    int spaces = 0;
    for (size_t i = range.first; i + 1 < range.last; ++i) {
      width += text.pieces[i].width_px + text.pieces[i].space_px;
      spaces += text.pieces[i].space_px > 0;
    }
    return spaces > 0 ? std::max(0.0f, (room - width) / static_cast<float>(spaces)) : 0;
  }

  // As high as the rects that the DOM has of its parts: a raised or smaller part has its own.
  void measure_height(const PreparedText& text, Line& line) const {
    float ascent = -line.baseline, descent = -line.baseline;
    for (size_t i = at(line.first_run); i < layout_.runs.size(); ++i) {
      const Span& span = text.spans[at(layout_.runs[i].span)];
      ascent = std::max(ascent, span.ascent_px + span.rise_px);
      descent = std::max(descent, span.descent_px - span.rise_px);
    }
    line.top = line.baseline - ascent;
    line.height = ascent + descent;
  }

  // Joins a piece to the run on its left when it goes on in the same style.
  void add_to_run(const PreparedText& text, const Line& line, const Piece& piece, float x) {
    const bool first = static_cast<int>(layout_.runs.size()) == line.first_run;
    if (!first) {
      Run& last = layout_.runs.back();
      const int between = piece.level % 2 == 0 ? piece.begin - last.end : last.begin - piece.end;
      // Only a single space between, as wide as in the font: a run is drawn as its bytes stand.
      const int most = text.justified ? 0 : 1;
      if (last.span == piece.span && last.level == piece.level && between >= 0 && between <= most) {
        last.begin = std::min(last.begin, piece.begin);
        last.end = std::max(last.end, piece.end);
        last.width = last.through = x + piece.width_px - last.x;
        return;
      }
      const Span& a = text.spans[at(last.span)];
      const Span& b = text.spans[at(piece.span)];
      const bool same_line_through = (a.link >= 0 && a.link == b.link) ||
                                     (a.strike && b.strike) || (a.underline && b.underline);
      if (same_line_through) last.through = x - last.x;
    }
    layout_.runs.push_back(
        {piece.begin, piece.end, piece.span, x, piece.width_px, piece.width_px, piece.level});
  }

  // Where a line stands in its room: 0 at the left edge, 1 at the right, of a page that is not mirrored yet.
  float lean(const Node& item) const {
    if (is_button(item.element) || item.align == model::Align::center) return 0.5f;
    const bool mirrored = tree_.dir == "rtl";
    if (item.element == Element::code) return mirrored ? 1 : 0;
    return item.align == model::Align::right && !mirrored ? 1 : 0;
  }

  void table(int index, Column& column) {
    const std::optional<std::vector<float>> widths =
        column_widths(column_needs(index), column.width);
    if (!widths || !cells_stand_alone(index, *widths)) {
      box_of(index).html_only = true;
      return block(index, column, html_height_ ? html_height_(index, column.width) : 0);
    }
    const float top = column.y + column.margin;
    float y = top;
    for (int row = index + 1; row < node(index).end; row = node(row).end) {
      y += table_row(row, {column.x, column.width, y, 0}, *widths);
    }
    block(index, column, y - top);
  }

  // One cell that is the browser's makes the table so.
  bool cells_stand_alone(int index, const std::vector<float>& widths) const {
    for (int row = index + 1; row < node(index).end; row = node(row).end) {
      size_t i = 0;
      for (int cell = row + 1; cell < node(row).end; ++cell, ++i) {
        if (needs_html(cell, widths[i] - rem(kCellGap))) return false;
      }
    }
    return true;
  }

  std::vector<ColumnNeed> column_needs(int index) const {
    std::vector<ColumnNeed> needs;
    for (int row = index + 1; row < node(index).end; row = node(row).end) {
      size_t i = 0;
      for (int cell = row + 1; cell < node(row).end; ++cell, ++i) {
        if (i == needs.size()) needs.emplace_back();
        const float gap = rem(kCellGap);
        needs[i].least = std::max(needs[i].least, text_of(cell).longest_px + gap);
        needs[i].most = std::max(needs[i].most, text_of(cell).widest_px + gap);
      }
    }
    return needs;
  }

  // Gives the row's height, which all its cells have.
  float table_row(int row, const Column& at_row, const std::vector<float>& widths) {
    constexpr float kBorder = 1;
    float x = at_row.x, height = 0;
    size_t i = 0;
    for (int cell = row + 1; cell < node(row).end; ++cell, ++i) {
      height = std::max(height, kBorder + lines(cell, {x, widths[i] - rem(kCellGap), at_row.y, 0}));
      x += widths[i];
    }
    x = at_row.x;
    i = 0;
    for (int cell = row + 1; cell < node(row).end; ++cell, ++i) {
      box_of(cell).rect = {x, at_row.y, widths[i], height};
      x += widths[i];
    }
    box_of(row).rect = {at_row.x, at_row.y, x - at_row.x, height};
    return height;
  }

  // Children beside each other, each as wide as its text, wrapping. Gives the row's height.
  float row(int index, const Column& column) {
    const bool crumbs = node(index).element == Element::crumbs;
    const float gap_x = rem(crumbs ? kCrumbGap : tokens().button_gap);
    const float gap_y = crumbs ? 0 : rem(tokens().button_gap);
    const float top = column.y + column.margin;
    float x = 0, y = 0, height = 0;
    for (int child = index + 1; child < node(index).end; child = node(child).end) {
      if (node(child).hidden) continue;
      const float natural =
          text_of(child).widest_px + 2 * rem(token_of(node(child).element).pad_side);
      // Rounded up, so that the browser's own width of the text never wraps it.
      const float width = std::min(std::ceil(natural), column.width);
      if (x > 0 && x + width > column.width) {
        x = 0;
        y += height + gap_y;
        height = 0;
      }
      height = std::max(height, cell(child, column.x + x, width, top + y));
      x += width + gap_x;
    }
    return y + height;
  }

  float grid(int index, const Column& column, int columns, float gap) {
    const auto count = static_cast<float>(columns);
    const float width = (column.width - gap * (count - 1)) / count;
    const float top = column.y + column.margin;
    const bool gallery = node(index).element == Element::gallery;
    const bool row_gap = gallery || node(index).element == Element::mood_grid;
    float y = 0, height = 0;
    int in_row = 0;
    std::vector<int> row_cells;
    for (int child = index + 1; child < node(index).end; child = node(child).end) {
      if (in_row == columns) {
        stretch(row_cells, height);
        y += height + (row_gap ? gap : 0);
        height = 0;
        in_row = 0;
      }
      const float x = column.x + static_cast<float>(in_row) * (width + gap);
      height = std::max(height, cell(child, x, width, top + y));
      if (!gallery) row_cells.push_back(child);  // pictures keep their heights
      ++in_row;
    }
    stretch(row_cells, height);
    return y + height;
  }

  void stretch(std::vector<int>& cells, float height) {
    for (const int cell : cells) box_of(cell).rect.height = height;
    cells.clear();
  }

  // A child of a row or grid: a formatting context of its own at a known place.
  float cell(int index, float x, float width, float y) {
    Column column{x, width, y, 0};
    place(index, column, -1);
    Box& box = box_of(index);
    box.placed = true;
    const bool picture = node(index).element == Element::image;
    box.rect = {x, y, picture ? box.rect.width : width, column.y - y};
    return box.rect.height;
  }

  const PageTree& tree_;
  const PreparedPage& prepared_;
  const Viewport& viewport_;
  const HtmlHeight& html_height_;
  const Band& band_;
  PageLayout layout_;
  bool left_out_ = false;       // something was
  bool place_unknown_ = false;  // of the next element, since what stands above it was left out
  float lead_top_ = 0;
};

}  // namespace

Metrics metrics_of(const Viewport& viewport) {
  return {viewport.rem_px, viewport.width_px < kPhoneBelow * viewport.rem_px};
}

PageColumns page_columns(const PageTree& tree, const Viewport& viewport) {
  const auto rem = [&](float value) { return value * viewport.rem_px; };
  // A file of the reader's own has nothing to stand at the side.
  const std::vector<Node>& nodes = tree.nodes;
  int part = 1;
  while (part < nodes[0].end && nodes[at(part)].element != Element::side) part = nodes[at(part)].end;
  const bool wide = viewport.width_px >= rem(tokens().wide_from) && part < nodes[0].end;
  const float width = wide ? rem(tokens().main_width) + rem(tokens().column_gap) + rem(tokens().side_width)
                           : std::min(viewport.width_px - 2 * rem(tokens().page_padding), rem(tokens().main_width));
  return {(viewport.width_px - width) / 2, width, wide};
}

bool relayout_text(PageLayout& layout, const PageTree& tree, const PreparedPage& prepared,
                   const Viewport& viewport, int node) {
  const Box before = layout.boxes[at(node)];
  if (before.far || before.html_only || tree.dir == "rtl") return false;
  const auto lines = static_cast<std::ptrdiff_t>(layout.lines.size());
  const size_t runs = layout.runs.size();
  const HtmlHeight none;
  const Band all;
  Layouter layouter(tree, prepared, viewport, none, all, std::move(layout));
  const float height = layouter.text(node, before.rect);
  layout = layouter.take();
  Box& box = layout.boxes[at(node)];
  if (height != before.rect.height) {
    layout.lines.resize(static_cast<size_t>(lines));
    layout.runs.resize(runs);
    box = before;
    return false;
  }
  // The new lines stand last; they move to where the old ones were.
  box.first_line = before.first_line;
  const auto first = layout.lines.begin() + before.first_line;
  std::rotate(first, layout.lines.begin() + lines, layout.lines.end());
  const auto old = first + box.line_count;
  layout.lines.erase(old, old + before.line_count);
  const int more = box.line_count - before.line_count;
  for (size_t i = at(node) + 1; i < layout.boxes.size(); ++i) {
    int& line = layout.boxes[i].first_line;
    if (line >= before.first_line + before.line_count) line += more;
  }
  for (Segment& segment : layout.segments) segment.first_line += segment.node > node ? more : 0;
  return true;
}

PageLayout layout_page(const PageTree& tree, const PreparedPage& prepared,
                       const Viewport& viewport, const HtmlHeight& html_height,
                       const Band& band) {
  return Layouter(tree, prepared, viewport, html_height, band).page();
}

}  // namespace lectern::layout
