// SPDX-License-Identifier: MIT
#include "search/resolve.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"

namespace lectern::search {
namespace {

constexpr double kStem = 0.9, kBeginning = 0.6, kMisspelt = 0.5;
constexpr std::size_t kMaxDictionaryParts = 5;  // for one range of keys
constexpr std::size_t kMaxLists = 64, kMaxListParts = 4;
constexpr std::size_t kMaxInstead = 4;
constexpr std::size_t kLeastMisspelt = 4;  // letters: of shorter words too many are near

std::u32string letters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    out += c.value;
    i += static_cast<std::size_t>(c.bytes);
  }
  return out;
}

std::string text_of(std::u32string_view letters) {
  std::string out;
  for (const char32_t c : letters) append_utf8(out, c);
  return out;
}

bool is_one_off(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() < b.size()) return a.substr(i) == b.substr(i + 1);
  if (i == a.size() || a.substr(i + 1) == b.substr(i + 1)) return true;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

class Finder {
 public:
  Finder(const QueryWord& word, Parts& parts, Stemmer& stemmer) : word_(word), parts_(parts), stemmer_(stemmer) {}

  Resolved find() {
    look_up(word_.plain, 1);
    if (word_.kind == WordKind::word) {
      std::set<std::string> stems;
      for (const std::string& lang : parts_.root().langs) stems.insert(stemmer_.stem(word_.lower, lang));
      stems.erase(word_.plain);
      for (const std::string& stem : stems) look_up(stem, kStem);
    }
    const std::u32string letters = letters_of(word_.plain);
    // One letter of an alphabet begins too much.
    if (word_.open && (letters.size() > 1 || word_.kind != WordKind::word)) {
      in_range(Kind::words, word_.plain, [&](const Key& key) {
        if (key.is_word) add(key, kBeginning);
      });
    }
    if (found_.empty() && word_.kind == WordKind::word && letters.size() >= kLeastMisspelt && parts_.wanted().empty()) {
      find_near(letters);
    }
    choose();
    return std::move(resolved_);
  }

 private:
  void add(const Key& key, double share) {
    for (const ListRef& ref : key.lists) {
      Meaning& known = found_.try_emplace(ref.list, Meaning{ref, 0}).first->second;
      known.share = std::max(known.share, share);
    }
  }

  // The last part that begins at or before the key.
  std::size_t part_of(Kind kind, const std::string& key) const {
    const auto& parts = parts_.root().of(kind);
    const auto after = std::upper_bound(parts.begin(), parts.end(), key,
                                        [](const std::string& value, const Part& part) { return value < part.first_key; });
    return after == parts.begin() ? 0 : static_cast<std::size_t>(after - parts.begin()) - 1;
  }

  template <typename Take>
  void read(Kind kind, std::size_t number, const Take& take) {
    const std::string* bytes = parts_.get(kind, number);
    if (bytes && !read_dictionary(*bytes, take)) parts_.spoilt(kind, number);
  }

  bool look_up(const std::string& text, double share) {
    bool is_there = false;
    read(Kind::words, part_of(Kind::words, text), [&](const Key& key) {
      if (key.text == text) {
        add(key, share);
        is_there = true;
      }
      return key.text < text;
    });
    return is_there;
  }

  // Each key that begins so.
  template <typename Take>
  void in_range(Kind kind, const std::string& beginning, const Take& take) {
    const auto& parts = parts_.root().of(kind);
    const std::size_t first = part_of(kind, beginning);
    for (std::size_t i = first; i < parts.size() && i < first + kMaxDictionaryParts; ++i) {
      if (i > first && parts[i].first_key.compare(0, beginning.size(), beginning) > 0) break;
      read(kind, i, [&](const Key& key) {
        const int order = key.text.compare(0, beginning.size(), beginning);
        if (order == 0) take(key);
        return order <= 0;
      });
    }
  }

  // One wrong letter leaves the first half of a word as it should be, or the second. Two that changed places in the
  // middle leave neither, and are looked up.
  void find_near(const std::u32string& letters) {
    const std::size_t half = letters.size() / 2;
    std::map<std::string, Key> whole, begun;
    const auto consider = [&](const Key& key, const std::string& text) {
      if (!key.is_word) return;
      if (is_near(word_.plain, text, false)) whole.try_emplace(text, key);
      else if (word_.open && is_near(word_.plain, text, true)) begun.try_emplace(text, key);
    };
    in_range(Kind::words, text_of(letters.substr(0, half)), [&](const Key& key) { consider(key, key.text); });
    in_range(Kind::ends, reversed(text_of(letters.substr(half))), [&](const Key& key) { consider(key, reversed(key.text)); });
    std::u32string swapped = letters;
    std::swap(swapped[half - 1], swapped[half]);
    const std::string text = text_of(swapped);
    read(Kind::words, part_of(Kind::words, text), [&](const Key& key) {
      if (key.text == text) consider(key, text);
      return key.text < text;
    });
    std::vector<const std::pair<const std::string, Key>*> best;
    for (const auto& it : whole.empty() ? begun : whole) best.push_back(&it);
    const auto common = [](const auto* it) {
      std::uint32_t most = 0;
      for (const ListRef& ref : it->second.lists) most = std::max(most, ref.articles);
      return most;
    };
    std::stable_sort(best.begin(), best.end(), [&](const auto* a, const auto* b) { return common(a) > common(b); });
    if (best.size() > kMaxInstead) best.resize(kMaxInstead);
    for (const auto* it : best) {
      add(it->second, kMisspelt);
      resolved_.instead.push_back(it->first);
    }
  }

  // The surest first, then the commonest; few enough, and in few parts.
  void choose() {
    for (const auto& [list, meaning] : found_) resolved_.lists.push_back(meaning);
    std::stable_sort(resolved_.lists.begin(), resolved_.lists.end(), [](const Meaning& a, const Meaning& b) {
      return a.share != b.share ? a.share > b.share : a.ref.articles > b.ref.articles;
    });
    if (resolved_.lists.size() > kMaxLists) resolved_.lists.resize(kMaxLists);
    std::set<std::size_t> used;
    const auto& parts = parts_.root().of(Kind::lists);
    std::erase_if(resolved_.lists, [&](const Meaning& meaning) {
      const auto after = std::upper_bound(parts.begin(), parts.end(), meaning.ref.list,
                                          [](std::uint32_t list, const Part& part) { return list < part.first; });
      const auto part = static_cast<std::size_t>(after - parts.begin());
      if (used.size() >= kMaxListParts && !used.contains(part)) return true;
      used.insert(part);
      return false;
    });
  }

  const QueryWord& word_;
  Parts& parts_;
  Stemmer& stemmer_;
  std::map<std::uint32_t, Meaning> found_;
  Resolved resolved_;
};

}  // namespace

Resolved resolve(const QueryWord& word, Parts& parts, Stemmer& stemmer) {
  return Finder(word, parts, stemmer).find();
}

bool is_near(std::string_view typed, std::string_view word, bool open) {
  const std::u32string a = letters_of(typed), b = letters_of(word);
  if (!open) return is_one_off(a, b);
  for (std::size_t size = a.size() - std::min<std::size_t>(a.size(), 1); size <= a.size() + 1 && size <= b.size(); ++size) {
    if (is_one_off(a, std::u32string_view(b).substr(0, size))) return true;
  }
  return false;
}

}  // namespace lectern::search
