// SPDX-License-Identifier: MIT
#include "search/dictionary.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "search/bytes.hpp"

namespace lectern::search {
namespace {

// Of a part, as it lies in memory; packed it is about half.
constexpr std::size_t kPartBytes = 16'000;

}  // namespace

std::vector<DictionaryPart> write_dictionary(const std::vector<Key>& keys) {
  std::vector<DictionaryPart> parts;
  ByteWriter out;
  std::string_view before;
  std::int64_t last = 0;
  const auto close = [&] {
    if (!parts.empty()) parts.back().bytes = out.take();
  };
  for (const Key& key : keys) {
    if (parts.empty() || out.size() >= kPartBytes) {
      close();
      out = {};
      parts.push_back({key.text, ""});
      before = {};
      last = 0;
    }
    const auto end = before.begin() + static_cast<std::ptrdiff_t>(std::min(before.size(), key.text.size()));
    const auto same = static_cast<std::size_t>(std::mismatch(before.begin(), end, key.text.begin()).first - before.begin());
    out.number(same);
    out.text(std::string_view(key.text).substr(same));
    out.number(key.lists.size() * 2 + (key.is_word ? 1 : 0));
    for (const ListRef& ref : key.lists) {
      out.difference(static_cast<std::int64_t>(ref.list) - last);
      out.number(ref.articles);
      last = ref.list;
    }
    before = key.text;
  }
  close();
  return parts;
}

bool read_dictionary(std::string_view bytes, const std::function<bool(const Key&)>& take) {
  ByteReader in(bytes);
  Key key;
  std::int64_t last = 0;
  while (!in.at_end()) {
    const std::uint64_t same = in.number();
    if (same > key.text.size()) return false;
    key.text.resize(same);
    key.text += in.text();
    const std::uint64_t head = in.number();
    key.is_word = head % 2 == 1;
    if (head / 2 > bytes.size()) return false;
    key.lists.resize(head / 2);
    for (ListRef& ref : key.lists) {
      last += in.difference() & 0xFFFFFFFFF;
      ref.list = static_cast<std::uint32_t>(last);
      ref.articles = static_cast<std::uint32_t>(in.number());
    }
    if (!in.good()) return false;
    if (!take(key)) break;
  }
  return in.good();
}

std::string reversed(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto bytes = static_cast<std::size_t>(decode_utf8(text, i).bytes);
    out.insert(0, text.substr(i, bytes));
    i += bytes;
  }
  return out;
}

}  // namespace lectern::search
