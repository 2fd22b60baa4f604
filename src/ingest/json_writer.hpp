// SPDX-License-Identifier: MIT
// Writes JSON with two spaces of indent. By hand, since the viewer's reader needs no other part of
// a JSON library, and so that the bytes are ours: equal input, equal output.
#pragma once

#include <string>
#include <string_view>

namespace lectern::ingest {

class JsonWriter {
 public:
  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_list() { begin('['); }
  void end_list() { end(']'); }
  void key(std::string_view name);
  void text(std::string_view value);
  void number(int value);
  void flag(bool value);

  // Members of an object. Those named `some` are left out when there is nothing to say.
  void text(std::string_view name, std::string_view value);
  void some_text(std::string_view name, std::string_view value);
  void some_number(std::string_view name, int value);  // not 0
  void some_flag(std::string_view name, bool value);   // true

  std::string take();

 private:
  void begin(char bracket);
  void end(char bracket);
  void before_value();
  void line();
  void quoted(std::string_view value);

  std::string out_;
  size_t depth_ = 0;
  bool first_ = true;  // nothing stands in the open list or object yet
  bool after_key_ = false;
};

}  // namespace lectern::ingest
