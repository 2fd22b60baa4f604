// SPDX-License-Identifier: MIT
// The reader's browser: frames, time, moods, clipboard and share sheet.
#include <emscripten/emscripten.h>
#include <emscripten/heap.h>

#include "platform/platform.hpp"
#include "platform/web/host.hpp"

namespace lectern::platform {

void scroll_to(float y_px) { Request("scroll_to").number(y_px).send(); }

void request_frame() { Request("frame").send(); }

double now_ms() { return emscripten_get_now(); }

void load_mood(std::string_view article) { Request("load_mood").text(article).send(); }

void store_mood(std::string_view article, std::string_view mood) {
  Request("store_mood").text(article).text(mood).send();
}

void copy_text(std::string_view text) { Request("copy").text(text).send(); }

void offer_embed(std::string_view article, std::string_view title) {
  Request("embed").text(article).text(title).send();
}

void share(std::string_view title, std::string_view url) {
  Request("share").text(title).text(url).send();
}

void save_page() { Request("save").send(); }

std::size_t heap_bytes() { return emscripten_get_heap_size(); }

}  // namespace lectern::platform
