// SPDX-License-Identifier: MIT
// The twin's requests; web/twin.js carries them out.
#include "platform/platform.hpp"
#include "platform/web/host.hpp"

namespace lectern::platform {
namespace {

std::vector<TwinBox> told;

}  // namespace

bool apply_twin(std::span<const TwinBox> boxes, bool hold) {
  // The browser is told what differs from before; both are in the tree's order.
  Request request("twin");
  std::vector<const TwinBox*> changed;
  std::vector<int> gone;
  auto before = told.begin();
  for (const TwinBox& box : boxes) {
    for (; before != told.end() && before->block < box.block; ++before) gone.push_back(before->block);
    const bool known = before != told.end() && before->block == box.block;
    if (!known || !before->is_same(box)) changed.push_back(&box);
    if (known) ++before;
  }
  for (; before != told.end(); ++before) gone.push_back(before->block);
  if (changed.empty() && gone.empty()) return true;
  request.number(hold).number(static_cast<double>(gone.size()));
  for (const int block : gone) request.number(block);
  for (const TwinBox* box : changed) {
    request.number(box->block).number(box->placed).number(box->x).number(box->y);
    request.number(box->width).number(box->height).number(box->margin).number(box->rest).number(box->text_length);
    request.number(static_cast<double>(box->breaks.size()));
    for (const TwinBreak& item : box->breaks) request.number(item.offset).number(item.length);
  }
  if (request.send() == 0) return false;
  told.assign(boxes.begin(), boxes.end());
  return true;
}

void release_twin() {
  told.clear();
  Request("release").send();
}

void set_painted(std::span<const int> blocks) {
  Request request("paint");
  for (const int block : blocks) request.number(block);
  request.send();
}

void set_twin_attribute(int block, std::string_view name, std::string_view value) {
  Request("attribute").number(block).text(name).text(value).send();
}

void set_twin_text(int block, std::string_view text) {
  std::erase_if(told, [&](const TwinBox& box) { return box.block == block; });  // its markers go
  Request("text").number(block).text(text).send();
}

void set_twin_hidden(int block, bool hidden) {
  Request("hidden").number(block).number(hidden).send();
}

void build_page(const PageHead& head, std::span<const std::uint8_t> steps,
                std::string_view texts) {
  Request("build")
      .text(head.title)
      .text(head.lang)
      .text(head.dir)
      .joined_texts(texts)
      .bytes(steps.data(), steps.size())
      .send();
}

}  // namespace lectern::platform
