// SPDX-License-Identifier: MIT
#include "publish/code_colours.hpp"

#include "highlight/colour.hpp"

namespace lectern::publish {
namespace {

void add_colours(const model::Blocks& blocks, std::vector<std::string>& out) {
  for (const model::Block& block : blocks) {
    if (block.kind == model::BlockKind::code) {
      out.push_back(model::write_code_runs(highlight::colour(block.text, highlight::language_of(block.info))));
    }
    add_colours(block.children, out);
  }
}

}  // namespace

std::vector<std::string> code_colours(const model::Blocks& blocks) {
  std::vector<std::string> colours;
  add_colours(blocks, colours);
  while (!colours.empty() && colours.back().empty()) colours.pop_back();
  return colours;
}

}  // namespace lectern::publish
