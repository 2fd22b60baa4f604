// SPDX-License-Identifier: MIT
#include "search/root.hpp"

#include "base/hash.hpp"
#include "search/analysis.hpp"
#include "search/bytes.hpp"

namespace lectern::search {
namespace {

constexpr std::string_view kMark = "Lectern search";
constexpr std::string_view kNames[kKinds] = {"search-words", "search-ends", "search-lists", "search-pairs",
                                             "search-texts"};

void write_part(ByteWriter& out, const Part& part, std::uint64_t before) {
  out.fixed(part.hash, 5);
  out.text(part.first_key);
  out.number(part.first - before);
}

// Articles, columns by columns: alike numbers beside each other are packed better.
void read_articles(ByteReader& in, Root& root) {
  const std::size_t articles = in.count();
  root.first_chunk.push_back(0);
  for (std::size_t i = 0; i < articles; ++i) {
    const std::uint64_t chunks = in.number();
    if (chunks == 0 || chunks > 0xFFFFFF - root.chunks()) return in.fail();
    root.first_chunk.push_back(root.first_chunk.back() + static_cast<std::uint32_t>(chunks));
  }
  for (std::size_t i = 0; i < articles; ++i) {
    const std::uint64_t section = in.number();
    if (section > root.sections.size()) return in.fail();
    root.section.push_back(static_cast<std::uint32_t>(section));
  }
  root.authors.resize(articles);
  for (auto& authors : root.authors) {
    for (std::size_t count = in.count(); count-- > 0;) {
      const std::uint64_t author = in.number();
      if (author >= root.author_names.size()) return in.fail();
      authors.push_back(static_cast<std::uint32_t>(author));
    }
  }
  std::int64_t day = 0;
  for (std::size_t i = 0; i < articles; ++i) {
    const bool known = in.number() != 0;
    // The sum of what a hostile file says must not overflow.
    if (known) day = static_cast<std::int64_t>(static_cast<std::uint64_t>(day) + static_cast<std::uint64_t>(in.difference()));
    root.day.push_back(known ? day : kNoDay);
  }
}

}  // namespace

std::uint64_t hash_of_file(std::string_view bytes) { return hash_quickly(bytes) & 0xFFFFFFFFFF; }

std::string file_name(std::string_view what, std::uint64_t hash) {
  return std::string(what) + '.' + short_hash(hash) + ".bin";
}

std::string name_of(Kind kind, const Part& part) {
  return file_name(kNames[static_cast<std::size_t>(kind)], part.hash);
}

std::string write_root(const Root& root) {
  ByteWriter out;
  out.raw(kMark);
  out.number(kFormat);
  out.number(root.langs.size());
  for (const std::string& lang : root.langs) out.text(lang);
  out.number(root.sections.size());
  for (const auto& path : root.sections) {
    out.number(path.size());
    for (const std::string& level : path) out.text(level);
  }
  out.number(root.author_names.size());
  for (const std::string& name : root.author_names) out.text(name);
  out.number(root.articles());
  for (std::size_t i = 0; i < root.articles(); ++i) out.number(root.first_chunk[i + 1] - root.first_chunk[i]);
  for (const std::uint32_t section : root.section) out.number(section);
  for (const auto& authors : root.authors) {
    out.number(authors.size());
    for (const std::uint32_t author : authors) out.number(author);
  }
  std::int64_t before = 0;
  for (const std::int64_t day : root.day) {
    out.number(day != kNoDay);
    if (day == kNoDay) continue;
    out.difference(day - before);
    before = day;
  }
  for (const auto& parts : root.parts) {
    out.number(parts.size());
    std::uint64_t first = 0;
    for (const Part& part : parts) {
      write_part(out, part, first);
      first = part.first;
    }
  }
  return out.take();
}

std::optional<Root> read_root(std::string_view bytes) {
  if (!bytes.starts_with(kMark)) return std::nullopt;
  ByteReader in(bytes.substr(kMark.size()));
  if (in.number() != kFormat) return std::nullopt;
  Root root;
  for (std::size_t count = in.count(); count-- > 0;) root.langs.emplace_back(in.text());
  root.sections.resize(in.count());
  for (auto& path : root.sections) {
    for (std::size_t count = in.count(); count-- > 0;) path.emplace_back(in.text());
  }
  root.author_names.resize(in.count());
  for (std::string& name : root.author_names) name = in.text();
  read_articles(in, root);
  for (auto& parts : root.parts) {
    parts.resize(in.count());
    std::uint64_t first = 0;
    for (Part& part : parts) {
      part.hash = in.fixed(5);
      part.first_key = in.text();
      part.first = first += in.number();
    }
  }
  const std::size_t pairs = root.of(Kind::pairs).size();
  const bool whole = in.good() && in.at_end() && root.first_chunk.size() == root.articles() + 1 &&
                     (pairs & (pairs - 1)) == 0;
  return whole ? std::optional(std::move(root)) : std::nullopt;
}

}  // namespace lectern::search
