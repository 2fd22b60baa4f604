// SPDX-License-Identifier: MIT
#include <optional>

#include "base/utf8.hpp"
#include "ingest/entity_names.hpp"
#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

// As take_entity_names has them. Those that articles are written with.
constexpr std::string_view kFew =
    "amp 38\napos 39\nbull 8226\ncopy 169\ndeg 176\nemsp 8195\nensp 8194\neuro 8364\n"
    "frac12 189\nfrac14 188\nfrac34 190\ngt 62\nhellip 8230\nlaquo 171\nlarr 8592\n"
    "ldquo 8220\nlsquo 8216\nlt 60\nmdash 8212\nmiddot 183\nminus 8722\nnbsp 160\n"
    "ndash 8211\npound 163\nquot 34\nraquo 187\nrarr 8594\nrdquo 8221\nreg 174\nrsquo 8217\n"
    "sect 167\nshy 173\nthinsp 8201\ntimes 215\ntrade 8482\nzwj 8205\nzwnj 8204\n";

std::optional<std::string> all;  // once taken
bool missed = false;             // a name that is not among the few

// The lines are in the order of their names: a text may have any number of unknown ones.
bool append_from(std::string_view lines, std::string& out, std::string_view name) {
  std::string_view numbers;
  for (size_t begin = 0, end = lines.size(); begin < end && numbers.empty();) {
    const size_t middle = lines.rfind('\n', begin + (end - begin) / 2);
    const size_t at = middle == std::string_view::npos || middle < begin ? begin : middle + 1;
    const std::string_view line = lines.substr(at, lines.find('\n', at) - at);
    const std::string_view known = line.substr(0, line.find(' '));
    if (known == name) {
      numbers = line.substr(known.size());
    } else if (known < name) {
      begin = at + line.size() + 1;
    } else {
      end = at;
    }
  }
  if (numbers.empty()) return false;
  char32_t code = 0;
  for (const char c : numbers) {
    if (c == ' ' && code != 0) append_utf8(out, code);
    code = c == ' ' ? 0 : code * 10 + static_cast<char32_t>(c - '0');
  }
  append_utf8(out, code);
  return true;
}

}  // namespace

bool append_named(std::string& out, std::string_view name) {
  if (append_from(kFew, out, name)) return true;
  if (all) return append_from(*all, out, name);
  missed = true;
  return false;
}

bool wants_entity_names() { return missed && !all; }

void take_entity_names(std::string_view names) { all = names; }

}  // namespace lectern::ingest
