// SPDX-License-Identifier: MIT
#include "app/reports.hpp"

#include "base/number.hpp"
#include "platform/platform.hpp"

namespace lectern::app {
namespace {

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr char kDigits[] = "0123456789abcdef";
      out += "\\u00";
      out += kDigits[c >> 4];
      out += kDigits[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_number(std::string& out, std::string_view name, double value) {
  if (out.back() != '{') out += ',';
  append_string(out, name);
  out += ':';
  out += decimal(value, 4);
}

int text_blocks(const Viewer& viewer) {
  int blocks = 0;
  for (const layout::Node& node : viewer.tree().nodes) {
    if (layout::token_of(node.element).text && !node.hidden) ++blocks;
  }
  return blocks;
}

}  // namespace

std::string stats_json(const Viewer& viewer) {
  const Counters& counters = viewer.counters();
  std::string out = "{\"view\":";
  append_string(out, viewer.on_canvas() ? "canvas" : "html");
  out += ",\"reason\":";
  append_string(out, viewer.message());
  append_number(out, "frames", counters.frames);
  append_number(out, "layouts", counters.layouts);
  append_number(out, "layoutMs", counters.layout_ms);
  append_number(out, "parseMs", counters.parse_ms);
  append_number(out, "words", viewer.tree().words);
  append_number(out, "blocks", text_blocks(viewer));
  append_number(out, "atlasBytes", static_cast<double>(viewer.atlas_bytes()));
  append_number(out, "heapBytes", static_cast<double>(platform::heap_bytes()));
  append_number(out, "glCalls", platform::draw_calls());
  return out + '}';
}

std::string lines_json(const Viewer& viewer) {
  std::string out = "[";
  const layout::PageLayout& layout = viewer.page_layout();
  for (const int node : viewer.painted()) {
    const layout::Box& box = layout.boxes[static_cast<size_t>(node)];
    const std::string& text = viewer.prepared().texts[static_cast<size_t>(node)].text;
    for (int i = 0; i < box.line_count; ++i) {
      const layout::Line& line = layout.lines[static_cast<size_t>(box.first_line + i)];
      if (out.size() > 1) out += ',';
      out += '{';
      append_number(out, "block", node);
      out += ",\"text\":";
      append_string(out, std::string_view(text).substr(static_cast<size_t>(line.begin),
                                                       static_cast<size_t>(line.end - line.begin)));
      append_number(out, "x", line.x);
      append_number(out, "y", line.top);
      append_number(out, "width", line.width);
      append_number(out, "height", line.height);
      append_number(out, "baseline", line.baseline);
      if (line.hyphen_px > 0) append_number(out, "hyphen", line.hyphen_px);
      out += '}';
    }
  }
  return out + ']';
}

}  // namespace lectern::app
