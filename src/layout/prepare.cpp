// SPDX-License-Identifier: MIT
#include "layout/prepare.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>

#include "layout/flatten.hpp"
#include "layout/html_only.hpp"
#include "layout/line_break.hpp"

namespace lectern::layout {
namespace {

// A word wider than this, in rem, may not fit the narrowest page and is measured by graphemes too.
constexpr float kWideWord = 8;
constexpr std::string_view kNoBreakSpace = "\u00A0";
// Beyond so many graphemes each is measured alone: prefixes would cost the square of the length.
constexpr size_t kMaxPrefixes = 256;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// Requests whose text does not stand anywhere as it is measured are kept here until the batch is
// answered; a deque does not move them.
struct Batch {
  std::vector<MeasureRequest> requests;
  std::deque<std::string> texts;
  std::vector<float> widths;

  size_t add(int font, std::string text) {
    texts.push_back(std::move(text));
    requests.push_back({font, texts.back()});
    return requests.size() - 1;
  }
  void run(const std::vector<Font>& fonts, TextMeasurer& measurer) {
    widths.resize(requests.size());
    measurer.measure(fonts, requests, widths);
  }
};

// A piece with where its width is found in the batch. Fonts that kern with the space want it beside
// the word when it is measured; its own width is taken off again.
struct Slot {
  int node = 0;
  size_t piece = 0;
  size_t word = 0;
  size_t space = 0;        // in the piece's own font
  size_t space_after = 0;  // in the font of the span that holds it
  int spaces = 0;          // how many stand in the measured text
  std::optional<size_t> neighbour;  // measured with it, taken off again: scripts without spaces kern
  std::optional<std::array<size_t, 2>> hyphen;  // its end with and without a hyphen
  // The piece before alone, this alone, and both: where a link or a mark ends, browsers kern across
  // the boundary all the same, at the expense of what stands before it.
  std::optional<std::array<size_t, 3>> boundary;
};

std::string_view slice(const PreparedText& text, int begin, int end) {
  return std::string_view(text.text).substr(static_cast<size_t>(begin),
                                            static_cast<size_t>(end - begin));
}

class Preparer {
 public:
  Preparer(PreparedPage& page, const PageTree& tree, const Metrics& metrics,
           TextMeasurer& measurer)
      : page_(page), tree_(tree), metrics_(metrics), measurer_(measurer) {}

  void node(int index) {
    const Node& node = tree_.nodes[static_cast<size_t>(index)];
    PreparedText& text = page_.texts[static_cast<size_t>(index)];
    text = {};
    text.ready = true;
    if (!token_of(node.element).text) return;
    nodes_.push_back(index);
    FlatText flat = flatten(node, metrics_, page_.fonts);
    text.text = std::move(flat.text);
    text.spans = std::move(flat.spans);
    text.line_height_px = line_height_px(node, metrics_);
    text.fit = fit_of(node.style);
    const bool prose = node.element == Element::paragraph || node.element == Element::item_text;
    const bool plain = prose && is_read_at_length(node.style) && node.align == model::Align::none;
    text.justified = plain && tokens().justified && flat.hard_breaks.empty() && grows_in_spaces(text.text);
    if (text.justified) text.fit = Fit::straight;
    text.metrics = measurer_.metrics(font_of(node, metrics_), text.line_height_px);
    if (node.html_only) return;
    for (Span& span : text.spans) {
      const Font& font = page_.fonts[static_cast<size_t>(span.font)];
      const FontMetrics metrics = measurer_.metrics(font, text.line_height_px);
      span.ascent_px = metrics.ascent_px;
      span.descent_px = metrics.descent_px;
    }
    const bool code = node.element == Element::code;
    text.right_to_left = !code && (node.dir.empty() ? tree_.dir : node.dir) == "rtl";
    text.ordered = tree_.dir == "rtl" || text.right_to_left || has_right_to_left(text.text);
    const std::vector<BidiLevel> levels = find_levels(text, flat.hard_breaks);
    if (code) {
      split_code(text);
      text.html_only = std::any_of(levels.begin(), levels.end(), [](BidiLevel it) { return it != 0; });
    } else {
      split_words(text, levels, flat.hard_breaks, node.lang, plain && tokens().hyphenated);
    }
    for (size_t i = 0; i < text.pieces.size(); ++i) request(index, i);
  }

  void measure() {
    batch_.run(page_.fonts, measurer_);
    for (const Slot& slot : slots_) {
      Piece& piece = page_.texts[static_cast<size_t>(slot.node)].pieces[slot.piece];
      const float space = batch_.widths[slot.space];
      piece.width_px = batch_.widths[slot.word] - space * static_cast<float>(slot.spaces);
      if (slot.neighbour) piece.width_px -= batch_.widths[*slot.neighbour];
      if (slot.hyphen) piece.hyphen_px = batch_.widths[(*slot.hyphen)[0]] - batch_.widths[(*slot.hyphen)[1]];
      piece.space_px = has_space_after(slot) ? batch_.widths[slot.space_after] : 0;
      if (!slot.boundary) continue;
      const auto [before, own, both] = *slot.boundary;
      page_.texts[static_cast<size_t>(slot.node)].pieces[slot.piece - 1].width_px +=
          batch_.widths[both] - batch_.widths[before] - batch_.widths[own];
    }
    split_wide_words();
    for (const int node : nodes_) sum(page_.texts[static_cast<size_t>(node)]);
  }

 private:
  bool has_space_after(const Slot& slot) const {
    const PreparedText& text = page_.texts[static_cast<size_t>(slot.node)];
    const Piece& piece = text.pieces[slot.piece];
    return piece.next > piece.end && text.text[static_cast<size_t>(piece.end)] != '\n' &&
           slot.piece + 1 < text.pieces.size();
  }

  // Whether two pieces side by side differ in looks alone, so that most browsers shape them as one.
  static bool goes_on(const PreparedText& text, const Piece& a, const Piece& b) {
    const Span& left = text.spans[static_cast<size_t>(a.span)];
    const Span& right = text.spans[static_cast<size_t>(b.span)];
    return text.metrics.joins && left.font == right.font && left.rise_px == right.rise_px;
  }

  // None for text that stands as it is read.
  static std::vector<BidiLevel> find_levels(const PreparedText& text, const std::vector<int>& hard_breaks) {
    if (!text.ordered) return {};
    std::string paragraphs = text.text;
    std::replace_if(paragraphs.begin(), paragraphs.end(), is_space, ' ');
    for (const int at : hard_breaks) paragraphs[static_cast<size_t>(at)] = '\n';
    return bidi_levels(paragraphs, text.right_to_left);
  }

  // A line's parts of one colour each.
  static void split_code(PreparedText& text) {
    const size_t size = text.text.size();
    size_t begin = 0, span = 0;
    while (begin < size) {
      const size_t line_end = std::min(text.text.find('\n', begin), size);
      for (bool last = false; !last; begin = static_cast<size_t>(text.pieces.back().next)) {
        while (static_cast<size_t>(text.spans[span].end) <= begin) ++span;
        const size_t end = std::min(line_end, static_cast<size_t>(text.spans[span].end));
        last = end == line_end;
        Piece piece;
        piece.begin = static_cast<int>(begin);
        piece.end = static_cast<int>(end);
        piece.next = static_cast<int>(last ? std::min(line_end + 1, size) : end);
        piece.span = static_cast<int>(span);
        piece.break_after = last ? BreakAfter::must : BreakAfter::never;
        text.pieces.push_back(piece);
      }
    }
  }

  void split_words(PreparedText& text, const std::vector<BidiLevel>& levels,
                   const std::vector<int>& hard_breaks, const std::string& lang, bool hyphenated) {
    std::replace_if(text.text.begin(), text.text.end(), is_space, ' ');
    const std::string& language = lang.empty() ? tree_.lang : lang;
    std::vector<BreakAfter> breaks = find_breaks(text.text, language);
    // Where a line must end, the article says: to browsers the characters that would have it are white space.
    std::replace(breaks.begin(), breaks.end(), BreakAfter::must, BreakAfter::never);
    const bool solid = language.starts_with("ja");
    if (hyphenated) add_hyphenation(text.text, language, measurer_, breaks);
    text.html_only = !add_words(text.text, measurer_, breaks) || (!solid && has_kana(text.text));
    size_t next_hard = 0, span = 0, at = 0;
    const size_t size = text.text.size();
    while (at < size && text.text[at] == ' ') ++at;  // collapses away at the start
    while (at < size) {
      while (static_cast<int>(at) >= text.spans[span].end) ++span;
      const auto limit = static_cast<size_t>(text.spans[span].end);
      Piece piece;
      piece.begin = static_cast<int>(at);
      piece.span = static_cast<int>(span);
      size_t end = at;
      // Words in two directions are not broken by hyphens, and code is not where the article does not say so.
      const BreakAfter least = !levels.empty() ? BreakAfter::allowed
                               : text.spans[span].boxed ? BreakAfter::hyphen : BreakAfter::hyphenation;
      const auto is_fixed_space = [&](size_t it) { return text.justified && text.text.compare(it, kNoBreakSpace.size(), kNoBreakSpace) == 0; };
      while (end < limit && text.text[end] != ' ' && !(end > at && is_fixed_space(end))) {
        ++end;
        if (breaks[end - 1] >= least) break;
        if (!levels.empty() && end < size && levels[end] != levels[at]) break;
      }
      piece.end = static_cast<int>(end);
      size_t next = end;
      while (next < size && text.text[next] == ' ') ++next;
      piece.break_after = next > end || end == size ? BreakAfter::allowed : breaks[end - 1];
      if (piece.break_after < least) piece.break_after = BreakAfter::never;
      if (next == end && next < limit && is_fixed_space(next)) {
        next += kNoBreakSpace.size();
        piece.break_after = BreakAfter::never;
      }
      piece.next = static_cast<int>(next);
      while (next_hard < hard_breaks.size() && hard_breaks[next_hard] < piece.next) {
        piece.break_after = BreakAfter::must;
        ++next_hard;
      }
      if (!levels.empty()) {
        piece.level = levels[at];
        piece.space_level = levels[std::min(end, size - 1)];
      }
      if (end == limit && next == end && end < size && joins_letters(text.text, end)) text.html_only = true;
      text.pieces.push_back(piece);
      at = next;
    }
  }

  void request(int node, size_t index) {
    const PreparedText& text = page_.texts[static_cast<size_t>(node)];
    const Piece& piece = text.pieces[index];
    const int font = text.spans.empty() ? 0 : text.spans[static_cast<size_t>(piece.span)].font;
    const bool before = piece.begin > 0 && text.text[static_cast<size_t>(piece.begin - 1)] == ' ';
    const bool after = piece.next > piece.end;
    const size_t space = batch_.add(font, " ");
    Slot slot{node, index, 0, space, space, before + after, {}, {}, {}};
    if (after) {
      auto holder = static_cast<size_t>(piece.span);
      while (text.spans[holder].end <= piece.end && holder + 1 < text.spans.size()) ++holder;
      if (holder != static_cast<size_t>(piece.span)) {
        slot.space_after = batch_.add(text.spans[holder].font, " ");
      }
    }
    std::string word(before ? " " : "");
    if (index > 0) {
      const Piece& previous = text.pieces[index - 1];
      const bool touches = previous.end == piece.begin && previous.level == piece.level;  // else shaped apart
      if (touches && previous.span == piece.span) {
        word += slice(text, previous.begin, previous.end);
        slot.neighbour = batch_.add(font, directed(text, piece, word));
      } else if (touches && goes_on(text, previous, piece)) {
        const std::string left(slice(text, previous.begin, previous.end));
        const std::string right(slice(text, piece.begin, piece.end));
        slot.boundary = {batch_.add(font, directed(text, piece, left)),
                         batch_.add(font, directed(text, piece, right)),
                         batch_.add(font, directed(text, piece, left + right))};
      }
    }
    word += slice(text, piece.begin, piece.end);
    if (after) word += ' ';
    slot.word = batch_.add(font, directed(text, piece, std::move(word)));
    if (shows_hyphen(piece.break_after)) {
      const std::string own(slice(text, piece.begin, piece.end));
      slot.hyphen = {batch_.add(font, own + kHyphen), batch_.add(font, own)};
    }
    slots_.push_back(slot);
  }

  // Else a full stop at a word's end would be shaped apart from it where the page runs the other way.
  static std::string directed(const PreparedText& text, const Piece& piece, std::string words) {
    return text.ordered ? in_direction(words, piece.level) : words;
  }

  // Words that may be wider than a line become pieces of one grapheme with emergency breaks.
  void split_wide_words() {
    Batch prefixes;
    struct Wide {
      int node;
      size_t piece;
      std::vector<int> ends;
      size_t first;
    };
    std::vector<Wide> wides;
    for (const Slot& slot : slots_) {
      const PreparedText& text = page_.texts[static_cast<size_t>(slot.node)];
      const Piece& piece = text.pieces[slot.piece];
      const bool code = tree_.nodes[static_cast<size_t>(slot.node)].element == Element::code;
      if (code || piece.width_px <= kWideWord * metrics_.rem_px) continue;
      Wide wide{slot.node, slot.piece, grapheme_ends(slice(text, piece.begin, piece.end)),
                prefixes.requests.size()};
      const int font = text.spans[static_cast<size_t>(piece.span)].font;
      const bool whole = wide.ends.size() <= kMaxPrefixes;
      int begin = 0;
      for (const int end : wide.ends) {
        prefixes.add(font, directed(text, piece, std::string(slice(text, piece.begin + (whole ? 0 : begin),
                                                                   piece.begin + end))));
        begin = end;
      }
      wides.push_back(std::move(wide));
    }
    if (wides.empty()) return;
    prefixes.run(page_.fonts, measurer_);
    // From the last to the first, so that the places of earlier pieces stay true.
    for (auto wide = wides.rbegin(); wide != wides.rend(); ++wide) {
      const bool whole = wide->ends.size() <= kMaxPrefixes;
      std::vector<Piece>& pieces = page_.texts[static_cast<size_t>(wide->node)].pieces;
      const Piece word = pieces[wide->piece];
      std::vector<Piece> split;
      for (size_t i = 0; i < wide->ends.size(); ++i) {
        Piece piece = word;
        piece.begin = word.begin + (i == 0 ? 0 : wide->ends[i - 1]);
        piece.end = piece.next = word.begin + wide->ends[i];
        piece.width_px = prefixes.widths[wide->first + i] -
                         (whole && i > 0 ? prefixes.widths[wide->first + i - 1] : 0);
        piece.space_px = piece.hyphen_px = 0;
        piece.break_after = BreakAfter::emergency;
        split.push_back(piece);
      }
      split.back().next = word.next;
      split.back().space_px = word.space_px;
      split.back().hyphen_px = word.hyphen_px;
      split.back().break_after = word.break_after;
      const auto at = pieces.begin() + static_cast<std::ptrdiff_t>(wide->piece);
      pieces.insert(pieces.erase(at), split.begin(), split.end());
    }
  }

  static void sum(PreparedText& text) {
    float line = 0, space = 0, part = 0;
    text.widest_px = text.longest_px = 0;
    for (const Piece& piece : text.pieces) {
      line += space + piece.width_px;
      space = piece.space_px;
      part += piece.width_px;
      text.widest_px = std::max(text.widest_px, line);
      text.longest_px = std::max(text.longest_px, part + piece.hyphen_px);
      if (piece.break_after >= BreakAfter::hyphenation) part = 0;
      if (piece.break_after == BreakAfter::must) line = space = 0;
    }
  }

  PreparedPage& page_;
  const PageTree& tree_;
  const Metrics& metrics_;
  TextMeasurer& measurer_;
  std::vector<int> nodes_;
  Batch batch_;
  std::vector<Slot> slots_;
};

}  // namespace

bool prepare_band(PreparedPage& page, const PageTree& tree, const Band& band,
                  const Metrics& metrics, TextMeasurer& measurer, std::size_t most) {
  page.texts.resize(tree.nodes.size());
  Preparer preparer(page, tree, metrics, measurer);
  size_t done = 0;
  for (size_t i = 0; i < tree.nodes.size() && done < most; ++i) {
    const int index = static_cast<int>(i);
    if (band.is_far(index, tree.nodes[i].end)) {
      page.texts[i] = {};
    } else if (!page.texts[i].ready) {
      preparer.node(index);
      done += page.texts[i].text.size();
    }
  }
  preparer.measure();
  return done < most;
}

PreparedPage prepare_page(const PageTree& tree, const Metrics& metrics, TextMeasurer& measurer) {
  PreparedPage page;
  prepare_band(page, tree, {}, metrics, measurer);
  return page;
}

void prepare_node(PreparedPage& page, const PageTree& tree, int node, const Metrics& metrics,
                  TextMeasurer& measurer) {
  if (!page.texts[static_cast<size_t>(node)].ready) return;
  Preparer preparer(page, tree, metrics, measurer);
  preparer.node(node);
  preparer.measure();
}

}  // namespace lectern::layout
