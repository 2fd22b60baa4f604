// SPDX-License-Identifier: MIT
// The scripts in an engine of their own, which has no clock, no files and no network, and may use so much memory and
// so many steps. Each thread needs its own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct JSRuntime;
struct JSContext;

namespace lectern::highlight {

class Engine {
 public:
  Engine();
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // What colours.js has to say of a text of UTF-8 without NUL: its runs as lengths in UTF-16 units, each with the
  // letter of its kind. None when it failed or a limit was reached; the engine is of no use any more then.
  std::optional<std::string> runs(std::string_view text, std::string_view grammar);

 private:
  bool load(std::string_view grammar);
  bool run(std::size_t script);

  JSRuntime* runtime_;
  JSContext* context_ = nullptr;
  long left_ = 0;  // how often it may still ask whether to go on
  bool works_ = false;
  std::vector<bool> loaded_;  // by script
};

}  // namespace lectern::highlight
