// SPDX-License-Identifier: MIT
#include "search/stem.hpp"

#include <utility>

#include "search/words.hpp"

extern "C" {
#include "runtime/api.h"

// Snowball writes these three for each language (scripts/third_party.cmake).
#define LECTERN_STEMMER(name)              \
  SN_env* name##_UTF_8_create_env(void);   \
  void name##_UTF_8_close_env(SN_env*);    \
  int name##_UTF_8_stem(SN_env*);
#define LECTERN_LANGUAGES(each)                                                                   \
  each(arabic, "ar") each(danish, "da") each(dutch, "nl") each(english, "en") each(finnish, "fi") \
  each(french, "fr") each(german, "de") each(hindi, "hi") each(italian, "it")                     \
  each(norwegian, "no") each(portuguese, "pt") each(russian, "ru") each(spanish, "es")            \
  each(swedish, "sv")
#define LECTERN_DECLARE(name, tag) LECTERN_STEMMER(name)
LECTERN_LANGUAGES(LECTERN_DECLARE)
}

namespace lectern::search {

Stemmer::Tool& Stemmer::tool_for(std::string_view lang) {
  lang = lang.substr(0, lang.find('-'));
  if (lang == "nb" || lang == "nn") lang = "no";
  const auto known = tools_.find(lang);
  if (known != tools_.end()) return known->second;
  Tool tool;
#define LECTERN_CHOOSE(name, tag) \
  if (lang == tag) tool = {name##_UTF_8_create_env(), name##_UTF_8_stem, name##_UTF_8_close_env, {}, {}};
  LECTERN_LANGUAGES(LECTERN_CHOOSE)
  return tools_.emplace(lang, std::move(tool)).first->second;
}

Stemmer::~Stemmer() {
  for (const auto& [lang, tool] : tools_) {
    if (tool.state) tool.close(tool.state);
  }
}

std::string Stemmer::stem(std::string_view lower, std::string_view lang) {
  constexpr std::uint32_t kMost = 100'000;  // some MB
  Tool& tool = tool_for(lang);
  if (tool.words.size() == kMost) {
    tool.words = {};
    tool.stems.clear();
  }
  const std::uint32_t word = tool.words.number_of(lower);
  if (word == tool.stems.size()) tool.stems.push_back(stem_anew(lower, tool));
  return tool.stems[word];
}

std::string Stemmer::stem_anew(std::string_view lower, const Tool& tool) {
  if (!tool.state) return plain_form(lower);
  const bool done =
      SN_set_current(tool.state, static_cast<int>(lower.size()), reinterpret_cast<const symbol*>(lower.data())) == 0 &&
      tool.stem(tool.state) >= 0;
  std::string plain;
  if (done) {
    plain = plain_form({reinterpret_cast<const char*>(tool.state->p), static_cast<std::size_t>(tool.state->l)});
  }
  return plain.empty() ? plain_form(lower) : plain;
}

}  // namespace lectern::search
