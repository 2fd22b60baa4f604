// SPDX-License-Identifier: MIT
// A long text read in slices, so that a page has time for its reader between them.
#include <algorithm>
#include <iterator>
#include <utility>

#include "ingest/clean_text.hpp"
#include "ingest/ingest.hpp"
#include "ingest/markdown.hpp"

namespace lectern::ingest {
namespace {

// Some 5,000 words, which take a few milliseconds.
constexpr size_t kSliceBytes = size_t{32} << 10;
constexpr Place kStart{1, 1};

void append(model::Blocks& to, model::Blocks&& blocks) {
  std::move(blocks.begin(), blocks.end(), std::back_inserter(to));
}

// A cut from outside may name anything.
bool is_cut(std::string_view text, size_t after, size_t cut) {
  return cut > after && cut < text.size() && text[cut - 1] == '\n';
}

}  // namespace

struct SliceReader::State {
  State(std::string from, std::vector<size_t> at)
      : source(std::move(from)),
        cuts(std::move(at)),
        report("article.json", diagnostics),
        clean(source, kStart, Severity::warning, report),
        places(clean.text(), {}),
        reader(clean.text(), places, report) {}

  std::string source;
  std::vector<size_t> cuts;
  size_t next_cut = 0;
  size_t begin = 0;
  Diagnostics diagnostics;  // the publisher has told them
  Report report;
  CleanText clean;
  PlaceIndex places;
  MarkdownReader reader;
};

SliceReader::SliceReader(std::string source, std::vector<std::size_t> cuts)
    : state_(std::make_unique<State>(std::move(source), std::move(cuts))) {}

SliceReader::~SliceReader() = default;

bool SliceReader::read(model::Blocks& to) {
  State& state = *state_;
  const std::string_view text = state.clean.text();
  while (state.next_cut < state.cuts.size() && !is_cut(text, state.begin, state.cuts[state.next_cut])) {
    ++state.next_cut;
  }
  const bool last = state.next_cut == state.cuts.size();
  const size_t end = last ? text.size() : state.cuts[state.next_cut];
  append(to, state.reader.read(state.begin, end));
  state.begin = end;
  if (last) append(to, state.reader.read_notes());
  return !last;
}

std::vector<std::size_t> markdown_cuts(std::string_view source) {
  if (source.size() < 2 * kSliceBytes) return {};
  Diagnostics ignored;
  std::vector<size_t> cuts;
  size_t line_begin = 0;
  int line = 1;
  for (const model::Block& block : parse_markdown(source, "", kStart, ignored)) {
    const bool plain = block.kind == model::BlockKind::paragraph || block.kind == model::BlockKind::heading;
    if (!plain || block.place.line <= line) continue;
    for (; line < block.place.line; ++line) line_begin = source.find('\n', line_begin) + 1;
    // Behind an empty line nothing that began before goes on.
    const bool parted = line_begin >= 2 && source[line_begin - 2] == '\n';
    if (parted && line_begin - (cuts.empty() ? 0 : cuts.back()) >= kSliceBytes) cuts.push_back(line_begin);
  }
  model::Blocks sliced;
  SliceReader reader(std::string(source), cuts);
  while (reader.read(sliced)) {
  }
  if (sliced != parse_markdown(source, "", {}, ignored)) cuts.clear();
  return cuts;
}

}  // namespace lectern::ingest
