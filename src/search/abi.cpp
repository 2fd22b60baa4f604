// SPDX-License-Identifier: MIT
// The module's functions as JavaScript calls them (web/search_core.js): texts are a pointer and a length, answers are
// JSON that stands until the next call.
#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "search/build.hpp"
#include "search/engine.hpp"
#include "search/query.hpp"

namespace {

using namespace lectern::search;

std::unique_ptr<Engine> engine;
std::vector<std::string> added;  // articles for an index that is made here
std::string answer;

void quote(std::string_view text) {
  constexpr char kDigits[] = "0123456789abcdef";
  answer += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') answer += '\\';
    if (c >= 0 && c < ' ') {
      answer += "\\u00";
      answer += kDigits[c >> 4];
      answer += kDigits[c & 15];
    } else {
      answer += c;
    }
  }
  answer += '"';
}

template <typename List, typename Write>
void list(std::string_view name, const List& items, Write write) {
  if (!name.empty()) answer.append("\"").append(name).append("\":");
  answer += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) answer += ',';
    first = false;
    write(item);
  }
  answer += ']';
}

void member(std::string_view name, std::string_view text) {
  answer.append("\"").append(name).append("\":");
  quote(text);
  answer += ',';
}

void write_result(const Result& result) {
  answer += '{';
  member("path", result.card.path);
  member("lang", result.card.lang);
  member("date", result.card.date);
  list("section", result.card.section, quote);
  answer += ',';
  list("authors", result.card.authors, quote);
  answer += ',';
  list("title", result.title, quote);
  answer += ',';
  list("passage", result.passage, quote);
  answer += '}';
}

// "path\ntitle\nstandfirst\nlang\ndate\nday\nsection\tsection\nauthor\tauthor\nparagraph\n…"; the day may be "".
Article read_article(std::string_view text) {
  const auto next = [&](char end) {
    const std::size_t size = std::min(text.find(end), text.size());
    const std::string_view part = text.substr(0, size);
    text.remove_prefix(std::min(size + 1, text.size()));
    return part;
  };
  const auto names = [&](std::vector<std::string>& out) {
    for (std::string_view line = next('\n'); !line.empty();) {
      const std::size_t size = std::min(line.find('\t'), line.size());
      out.emplace_back(line.substr(0, size));
      line.remove_prefix(std::min(size + 1, line.size()));
    }
  };
  Article article;
  Card& card = article.card;
  for (std::string* field : {&card.path, &card.title, &card.standfirst, &card.lang, &card.date}) *field = next('\n');
  const std::string day(next('\n'));
  if (!day.empty()) card.day = std::strtol(day.c_str(), nullptr, 10);
  names(card.section);
  names(card.authors);
  while (!text.empty()) article.paragraphs.emplace_back(next('\n'));
  return article;
}

}  // namespace

extern "C" {

// Takes a root's unpacked bytes; 0 when they are none.
int search_open(const char* bytes, int size) {
  engine = Engine::open({bytes, static_cast<std::size_t>(size)});
  return engine != nullptr;
}

// Whether a file's bytes, unpacked, are those that its name was made of.
int search_named(const char* name, int name_size, const char* bytes, int size) {
  const std::string made = file_name("", hash_of_file({bytes, static_cast<std::size_t>(size)}));
  return std::string_view(name, static_cast<std::size_t>(name_size)).ends_with(made);
}

// A part, unpacked; none at all when it can't be had.
void search_put(const char* name, int name_size, const char* bytes, int size) {
  if (engine) engine->put({name, static_cast<std::size_t>(name_size)}, {bytes, static_cast<std::size_t>(size)});
}

// What results can be filtered by.
const char* search_about(void) {
  answer = "{";
  if (engine) {
    const Root& root = engine->root();
    std::int64_t first = kNoDay, last = kNoDay;
    for (const std::int64_t day : root.day) {
      if (day == kNoDay) continue;
      first = first == kNoDay ? day : std::min(first, day);
      last = std::max(last, day);
    }
    if (first != kNoDay) answer += "\"first\":" + std::to_string(first) + ",\"last\":" + std::to_string(last) + ',';
    list("sections", root.sections, [](const auto& path) { list("", path, quote); });
    answer += ',';
    list("authors", root.author_names, quote);
  }
  answer += '}';
  return answer.c_str();
}

// -1 for any section or author, and beyond what a calendar has for any day.
const char* search_ask(const char* text, int size, int section, int author, int from_day, int to_day, int count) {
  constexpr int kAny = 1 << 29;
  answer = "{\"wanted\":[]}";
  if (!engine) return answer.c_str();
  Question question{std::string(text, static_cast<std::size_t>(size)), section, author, kNoDay, kNoDay,
                    static_cast<std::size_t>(std::clamp(count, 0, 1000))};
  if (from_day > -kAny && from_day < kAny) question.from_day = from_day;
  if (to_day > -kAny && to_day < kAny) question.to_day = to_day;
  const Answer found = engine->ask(question);
  answer = "{\"total\":" + std::to_string(found.total);
  answer += std::string(",\"some\":") + (found.some ? "true" : "false");
  answer += std::string(",\"lacking\":") + (found.lacking ? "true" : "false");
  answer += ",\"cut\":" + std::to_string(found.cut ? kMaxWords : 0) + ',';
  list("wanted", found.wanted, quote);
  answer += ',';
  list("instead", found.instead, quote);
  answer += ',';
  list("results", found.results, write_result);
  answer += '}';
  return answer.c_str();
}

// Where a text of a language has the query's words: by turns the beginnings and the ends, in UTF-16 code units.
const char* search_marks(const char* query, int query_size, const char* lang, int lang_size, const char* text, int size) {
  static Stemmer stemmer;
  static const std::vector<std::vector<std::string>> none;
  const Query asked = parse_query({query, static_cast<std::size_t>(query_size)});
  const std::string_view whole(text, static_cast<std::size_t>(size));
  answer = "[";
  std::size_t at = 0;
  int units = 0;
  const auto add = [&](std::size_t place) {
    units += lectern::utf16_length(whole.substr(at, place - at));
    at = place;
    answer += (answer.size() > 1 ? "," : "") + std::to_string(units);
  };
  for (const Mark& mark : Marker(asked, none, stemmer).find(whole, {lang, static_cast<std::size_t>(lang_size)})) {
    add(mark.begin);
    add(mark.end);
  }
  answer += ']';
  return answer.c_str();
}

// An article for an index that is made here.
void search_add(const char* text, int size) {
  Stemmer stemmer;
  added.push_back(analyse(read_article({text, static_cast<std::size_t>(size)}), stemmer));
}

// Opens the index of the articles that were added, oldest first.
void search_build(void) {
  const Index index = build_index({added.begin(), added.end()});
  added.clear();
  engine = Engine::open(index.files.back().bytes);
  for (const File& file : index.files) {
    if (engine) engine->put(file.name, file.bytes);
  }
}

}  // extern "C"
