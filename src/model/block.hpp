// SPDX-License-Identifier: MIT
// The blocks of an article's body. One struct for all kinds: the tree is walked far more often
// than a block is asked what it is.
#pragma once

#include <string>
#include <vector>

#include "model/inline.hpp"

namespace lectern::model {

enum class BlockKind {
  paragraph,  // inlines
  heading,    // inlines, level
  list,       // items; ordered, start, tight
  item,       // blocks; in a tight list its paragraphs have no <p>; task, checked
  quote,      // blocks; inlines (who is quoted), pull
  code,       // text, info
  rule,
  table,  // rows; the first row is the head
  row,    // cells
  cell,   // inlines, align
  details,    // inlines (the summary), blocks, open
  figure,     // blocks, most often pictures; inlines (the caption)
  definitions,  // terms, each with its definitions behind it; in a tight one their paragraphs have no <p>
  term,         // inlines
  definition,   // blocks
  footnotes,  // footnote blocks, by number from 1; only as a body's last block
  footnote,   // blocks
};

enum class Align { none, left, center, right };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Inlines inlines;
  std::vector<Block> children;
  std::string text;  // code
  std::string info;  // code: the info string
  int level = 0;     // heading: 1 to 6
  int start = 1;     // ordered list
  bool ordered = false;
  bool tight = false;  // list, definitions
  bool task = false;
  bool checked = false;
  bool open = false;  // details
  bool pull = false;  // quote: of the article's own words, pulled out
  Align align = Align::none;
  Place place;
  bool operator==(const Block&) const = default;
};

using Blocks = std::vector<Block>;

// A paragraph that holds one image and nothing else (white space aside): shown as a figure.
const Inline* only_image(const Block& block);

// The images of a paragraph, or of one in a figure, that holds nothing else; none where there is more.
std::vector<const Inline*> only_images(const Block& block);

// A heading that shows nothing: neither words nor a picture. Visual editors leave them behind.
bool is_empty_heading(const Block& block);

// Words as a reader counts them: runs of characters that are not white space.
int count_words(const Block& block);
int count_words(const Blocks& blocks);

}  // namespace lectern::model
