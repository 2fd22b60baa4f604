// SPDX-License-Identifier: MIT
#include <optional>

#include "base/utf8.hpp"
#include "ingest/entity_names.hpp"
#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

// As take_entity_names has them. Those that articles are written with.
constexpr std::string_view kFew =
    "amp 38\nlt 60\ngt 62\nquot 34\napos 39\nnbsp 160\nshy 173\ncopy 169\nreg 174\ntrade 8482\n"
    "hellip 8230\nmdash 8212\nndash 8211\nlsquo 8216\nrsquo 8217\nldquo 8220\nrdquo 8221\n"
    "laquo 171\nraquo 187\nbull 8226\nmiddot 183\ndeg 176\ntimes 215\nminus 8722\neuro 8364\n"
    "pound 163\nsect 167\nfrac12 189\nfrac14 188\nfrac34 190\nthinsp 8201\nensp 8194\nemsp 8195\n"
    "zwj 8205\nzwnj 8204\nlarr 8592\nrarr 8594\n";

std::optional<std::string> all;  // once taken
bool missed = false;             // a name that is not among the few

bool append_from(std::string_view names, std::string& out, std::string_view name) {
  const std::string key = "\n" + std::string(name) + " ";
  size_t at = 0;
  if (!names.starts_with(std::string_view(key).substr(1))) {
    at = names.find(key);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  char32_t code = 0;
  for (at += name.size() + 1; at < names.size(); ++at) {
    const char c = names[at];
    if (c >= '0' && c <= '9') {
      code = code * 10 + static_cast<char32_t>(c - '0');
      continue;
    }
    append_utf8(out, code);
    code = 0;
    if (c != ' ') break;
  }
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
