// SPDX-License-Identifier: MIT
// Unicode's own tests of UAX #9, which stand beside SheenBidi's source: levels and order of each line of
// BidiTest.txt and BidiCharacterTest.txt. Rule L1 and the base direction, which lines here get elsewhere, are
// applied by the test.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sstream>

#include "base/utf8.hpp"
#include "layout/bidi.hpp"

namespace lectern::layout {
namespace {

using Classes = std::vector<std::string>;

// A character of each class; those of BidiCharacterTest that L1 and P2 look at are found by it too.
const std::pair<const char*, char32_t> kSamples[] = {
    {"L", 'a'},      {"R", 0x05D0},   {"AL", 0x0627},  {"EN", '1'},     {"ES", '+'},     {"ET", '#'},
    {"AN", 0x0661},  {"CS", ','},     {"B", 0x2029},   {"S", '\t'},     {"WS", ' '},     {"ON", '!'},
    {"NSM", 0x0300}, {"BN", 0x200B},  {"LRE", 0x202A}, {"RLE", 0x202B}, {"PDF", 0x202C}, {"LRO", 0x202D},
    {"RLO", 0x202E}, {"LRI", 0x2066}, {"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069}};

char32_t sample_of(const std::string& name) {
  for (const auto& [known, c] : kSamples)
    if (name == known) return c;
  return 0;
}

bool is_one_of(const std::string& name, std::initializer_list<const char*> list) {
  return std::any_of(list.begin(), list.end(), [&](const char* it) { return name == it; });
}

// P2 and P3.
bool first_strong_is_right_to_left(const Classes& classes) {
  int isolates = 0;
  for (const std::string& name : classes) {
    if (is_one_of(name, {"LRI", "RLI", "FSI"})) ++isolates;
    if (name == "PDI" && isolates > 0) --isolates;
    if (isolates == 0 && is_one_of(name, {"L", "R", "AL"})) return name != "L";
  }
  return false;
}

struct Case {
  std::u32string text;
  Classes classes;             // of each character, as far as L1 looks at it
  std::vector<int> levels;     // -1: none
  std::vector<size_t> order;
};

// What differs, or nothing.
std::string check(const Case& it, bool right_to_left) {
  std::string text;
  std::vector<size_t> at;
  for (const char32_t c : it.text) {
    at.push_back(text.size());
    append_utf8(text, c);
  }
  const std::vector<BidiLevel> bytes = bidi_levels(text, right_to_left);
  std::vector<BidiLevel> levels;
  for (const size_t i : at) levels.push_back(bytes[i]);
  bool at_end = true;  // L1
  for (size_t i = levels.size(); i-- > 0;) {
    const std::string& name = it.classes[i];
    if (is_one_of(name, {"B", "S"})) at_end = true;
    else if (it.levels[i] >= 0 && !is_one_of(name, {"WS", "LRI", "RLI", "FSI", "PDI"})) at_end = false;
    if (at_end) levels[i] = right_to_left ? 1 : 0;
  }
  std::vector<BidiLevel> kept;
  std::vector<size_t> places, order;
  for (size_t i = 0; i < levels.size(); ++i) {
    if (it.levels[i] < 0) continue;
    if (levels[i] != it.levels[i]) return "level of character " + std::to_string(i);
    kept.push_back(levels[i]);
    places.push_back(i);
  }
  for (const size_t i : visual_order(kept)) order.push_back(places[i]);
  return order == it.order ? "" : "order";
}

std::ifstream open_data(const char* name) {
  std::ifstream file(std::string(LECTERN_BIDI_DATA) + '/' + name);
  EXPECT_TRUE(file.is_open()) << name;
  return file;
}

std::vector<int> read_levels(const std::string& text) {
  std::vector<int> levels;
  std::istringstream in(text);
  for (std::string level; in >> level;) levels.push_back(level == "x" ? -1 : std::stoi(level));
  return levels;
}

std::vector<size_t> read_order(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<size_t>(in), {}};
}

TEST(BidiConformance, BidiTest) {
  std::ifstream file = open_data("BidiTest.txt");
  Case it;
  int checked = 0, failed = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("@Levels:")) it.levels = read_levels(line.substr(8));
    if (line.starts_with("@Reorder:")) it.order = read_order(line.substr(9));
    const size_t end = line.find(';');
    if (line.empty() || line[0] == '#' || line[0] == '@' || end == std::string::npos) continue;
    std::istringstream names(line.substr(0, end));
    it.classes.assign(std::istream_iterator<std::string>(names), {});
    it.text.clear();
    for (const std::string& name : it.classes) it.text += sample_of(name);
    const int directions = std::stoi(line.substr(end + 1));
    for (const bool right_to_left : {false, true}) {
      const bool by_itself = (directions & 1) != 0 && first_strong_is_right_to_left(it.classes) == right_to_left;
      if (!by_itself && (directions & (right_to_left ? 4 : 2)) == 0) continue;
      ++checked;
      const std::string wrong = check(it, right_to_left);
      if (!wrong.empty() && ++failed < 10) ADD_FAILURE() << line << ": " << wrong;
    }
  }
  EXPECT_EQ(failed, 0);
  EXPECT_GT(checked, 490'000);
}

TEST(BidiConformance, BidiCharacterTest) {
  std::ifstream file = open_data("BidiCharacterTest.txt");
  int checked = 0, failed = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::array<std::string, 5> fields;
    std::istringstream in(line);
    for (std::string& field : fields) std::getline(in, field, ';');
    Case it;
    std::istringstream codes(fields[0]);
    for (std::string code; codes >> code;) {
      const auto c = static_cast<char32_t>(std::stoul(code, nullptr, 16));
      it.text += c;
      std::string name = c >= 0x2000 && c <= 0x200A ? "WS" : "L";
      for (const auto& [known, sample] : kSamples)
        if (c == sample) name = known;
      it.classes.push_back(name);
    }
    it.levels = read_levels(fields[3]);
    it.order = read_order(fields[4]);
    ++checked;
    const std::string wrong = check(it, fields[2] == "1");
    if (!wrong.empty() && ++failed < 10) ADD_FAILURE() << line << ": " << wrong;
  }
  EXPECT_EQ(failed, 0);
  EXPECT_GT(checked, 91'000);
}

}  // namespace
}  // namespace lectern::layout
