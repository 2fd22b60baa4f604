// SPDX-License-Identifier: MIT
// The twin's requests; web/twin.js carries them out.
#include "platform/platform.hpp"
#include "platform/web/host.hpp"

namespace lectern::platform {

bool apply_twin(std::span<const TwinBox> boxes) {
  Request request("twin");
  for (const TwinBox& box : boxes) {
    request.number(box.block).number(box.placed).number(box.x).number(box.y);
    request.number(box.width).number(box.height).number(box.margin).number(box.text_length);
    request.number(static_cast<double>(box.breaks.size()));
    for (const TwinBreak& item : box.breaks) request.number(item.offset).number(item.length);
  }
  return request.send() != 0;
}

void release_twin() { Request("release").send(); }

void set_painted(std::span<const int> blocks) {
  Request request("paint");
  for (const int block : blocks) request.number(block);
  request.send();
}

void set_twin_attribute(int block, std::string_view name, std::string_view value) {
  Request("attribute").number(block).text(name).text(value).send();
}

void set_twin_text(int block, std::string_view text) {
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
