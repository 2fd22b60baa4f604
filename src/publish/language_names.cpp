// SPDX-License-Identifier: MIT
#include "publish/language_names.hpp"

#include <algorithm>

namespace lectern::publish {
namespace {

// The names are those of Unicode's CLDR, with a capital where a link begins with one.
struct Language {
  std::string_view tag, name, place;
};
constexpr Language kLanguages[] = {
    {"af", "Afrikaans", "ZA"},
    {"am", "አማርኛ", "ET"},
    {"ar", "العربية", "AR"},
    {"az", "Azərbaycan", "AZ"},
    {"be", "Беларуская", "BY"},
    {"bg", "Български", "BG"},
    {"bn", "বাংলা", "BD"},
    {"bs", "Bosanski", "BA"},
    {"ca", "Català", "ES"},
    {"cs", "Čeština", "CZ"},
    {"cy", "Cymraeg", "GB"},
    {"da", "Dansk", "DK"},
    {"de", "Deutsch", "DE"},
    {"el", "Ελληνικά", "GR"},
    {"en", "English", "US"},
    {"eo", "Esperanto", ""},
    {"es", "Español", "ES"},
    {"et", "Eesti", "EE"},
    {"eu", "Euskara", "ES"},
    {"fa", "فارسی", "IR"},
    {"fi", "Suomi", "FI"},
    {"fil", "Filipino", "PH"},
    {"fr", "Français", "FR"},
    {"ga", "Gaeilge", "IE"},
    {"gl", "Galego", "ES"},
    {"gu", "ગુજરાતી", "IN"},
    {"he", "עברית", "IL"},
    {"hi", "हिन्दी", "IN"},
    {"hr", "Hrvatski", "HR"},
    {"hu", "Magyar", "HU"},
    {"hy", "Հայերեն", "AM"},
    {"id", "Indonesia", "ID"},
    {"is", "Íslenska", "IS"},
    {"it", "Italiano", "IT"},
    {"ja", "日本語", "JP"},
    {"ka", "ქართული", "GE"},
    {"kk", "Қазақ тілі", "KZ"},
    {"km", "ខ្មែរ", "KH"},
    {"kn", "ಕನ್ನಡ", "IN"},
    {"ko", "한국어", "KR"},
    {"lb", "Lëtzebuergesch", "LU"},
    {"lt", "Lietuvių", "LT"},
    {"lv", "Latviešu", "LV"},
    {"mk", "Македонски", "MK"},
    {"ml", "മലയാളം", "IN"},
    {"mn", "Монгол", "MN"},
    {"mr", "मराठी", "IN"},
    {"ms", "Melayu", "MY"},
    {"mt", "Malti", "MT"},
    {"my", "မြန်မာ", "MM"},
    {"nb", "Norsk bokmål", "NO"},
    {"ne", "नेपाली", "NP"},
    {"nl", "Nederlands", "NL"},
    {"nn", "Norsk nynorsk", "NO"},
    {"no", "Norsk", "NO"},
    {"pa", "ਪੰਜਾਬੀ", "IN"},
    {"pl", "Polski", "PL"},
    {"ps", "پښتو", "AF"},
    {"pt", "Português", "PT"},
    {"rm", "Rumantsch", "CH"},
    {"ro", "Română", "RO"},
    {"ru", "Русский", "RU"},
    {"si", "සිංහල", "LK"},
    {"sk", "Slovenčina", "SK"},
    {"sl", "Slovenščina", "SI"},
    {"sq", "Shqip", "AL"},
    {"sr", "Српски", "RS"},
    {"sv", "Svenska", "SE"},
    {"sw", "Kiswahili", "KE"},
    {"ta", "தமிழ்", "IN"},
    {"te", "తెలుగు", "IN"},
    {"th", "ไทย", "TH"},
    {"tr", "Türkçe", "TR"},
    {"uk", "Українська", "UA"},
    {"ur", "اردو", "PK"},
    {"uz", "O‘zbek", "UZ"},
    {"vi", "Tiếng Việt", "VN"},
    {"yi", "ייִדיש", ""},
    {"zh", "中文", "CN"},
    {"zu", "isiZulu", "ZA"},
    // With a script, where that makes it another name.
    {"sr-latn", "Srpski", "RS"},
    {"zh-hans", "简体中文", "CN"},
    {"zh-hant", "繁體中文", "TW"},
};

std::string letters(std::string_view text, bool capital) {
  std::string out(text);
  for (char& c : out) {
    if (capital && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!capital && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string primary_of(std::string_view tag) {
  return letters(tag.substr(0, tag.find('-')), false);
}

// The one that says most of the tag.
const Language* find(std::string_view tag) {
  const Language* best = nullptr;
  const std::string small = letters(tag, false) + '-';
  for (const Language& item : kLanguages) {
    const bool begins = small.starts_with(std::string(item.tag) + '-');
    if (begins && (!best || item.tag.size() > best->tag.size())) best = &item;
  }
  return best;
}

// "AT" of "de-AT", "TW" of "zh-Hant-TW": the part of two letters (BCP 47, 2.2.4).
std::string place_of(std::string_view tag) {
  for (size_t dash = tag.find('-'); dash != std::string_view::npos;) {
    const size_t end = std::min(tag.find('-', dash + 1), tag.size());
    const std::string_view part = tag.substr(dash + 1, end - dash - 1);
    if (part.size() == 1) return "";  // what follows is an extension
    if (part.size() == 2) return letters(part, true);
    dash = end == tag.size() ? std::string_view::npos : end;
  }
  return "";
}

}  // namespace

std::string language_name(std::string_view tag) {
  const Language* language = find(tag);
  if (!language) return std::string(tag);
  std::string name(language->name);
  if (tag.size() <= language->tag.size()) return name;
  return name + " (" + std::string(tag.substr(language->tag.size() + 1)) + ')';
}

std::string open_graph_locale(std::string_view tag) {
  const Language* language = find(tag);
  std::string place = place_of(tag);
  if (place.empty() && language) place = language->place;
  return place.empty() ? primary_of(tag) : primary_of(tag) + '_' + place;
}

}  // namespace lectern::publish
