// SPDX-License-Identifier: MIT
#include "publish/memory_file.hpp"

#include <chrono>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/hash.hpp"
#include "publish/archive.hpp"
#include "publish/files.hpp"

namespace lectern::publish {

namespace fs = std::filesystem;

template <typename A>
void fields(A& a, BuildMemory::Parsed& parsed) {
  a(parsed.hash, parsed.bytes, parsed.outline);
}
template <typename A>
void fields(A& a, TermCounts& counts) {
  std::string bytes = counts.bytes();
  a(bytes);
  counts = TermCounts(std::move(bytes));
}
template <typename A>
void fields(A& a, BuildMemory::Counted& counted) {
  a(counted.of, counted.text, counted.counts, counted.forms);
}
template <typename A>
void fields(A& a, BuildMemory::Searched& searched) {
  a(searched.of, searched.analysis);
}
template <typename A>
void fields(A& a, BuildMemory::Put& put) {
  a(put.made_of, put.stamp);
}

namespace {

// The first line of the file; another number when what follows is of another form.
constexpr std::string_view kFirstLine = "lectern build memory 2\n";
constexpr std::size_t kMaxBytes = std::size_t{16} << 30;

struct Head {
  std::uint64_t of = 0;
  std::uint64_t hash = 0;  // of what follows
};

template <typename Table>
void write_table(ArchiveWriter& out, Table& table, bool (*is_kept)(const typename Table::mapped_type&)) {
  std::uint64_t count = 0;
  for (const auto& entry : table)
    count += is_kept(entry.second) ? 1 : 0;
  out(count);
  for (auto& [key, value] : table) {
    if (is_kept(value)) out(key, value);
  }
}

template <typename Table>
bool read_table(ArchiveReader& in, Table& table) {
  std::uint64_t count = 0;
  in(count);
  for (std::uint64_t i = 0; i < count && in.good(); ++i) {
    std::string key;
    typename Table::mapped_type value;
    in(key, value);
    table.insert_or_assign(table.end(), std::move(key), std::move(value));
  }
  return in.good();
}

template <typename Value>
bool any(const Value&) {
  return true;
}
bool is_outline(const BuildMemory::Parsed& parsed) { return !parsed.feed; }

}  // namespace

BuildMemory load_memory(const std::string& path, std::uint64_t of) {
  std::string problem;
  const auto file = read_file(path, kMaxBytes, problem);
  Head head;
  if (!file || !file->starts_with(kFirstLine) || file->size() < kFirstLine.size() + sizeof head) return {};
  std::memcpy(&head, file->data() + kFirstLine.size(), sizeof head);
  const std::string_view tables = std::string_view(*file).substr(kFirstLine.size() + sizeof head);
  if (head.of != of || head.hash != hash_quickly(tables)) return {};
  BuildMemory memory;
  ArchiveReader in(tables);
  const bool whole = read_table(in, memory.sources) && read_table(in, memory.terms) &&
                     read_table(in, memory.searches) && read_table(in, memory.files) && in.at_end();
  return whole ? std::move(memory) : BuildMemory{};
}

void save_memory(const std::string& path, std::uint64_t of, BuildMemory& memory) {
  std::string begin(kFirstLine);
  begin.append(sizeof(Head), 0);
  ArchiveWriter out(std::move(begin));
  write_table(out, memory.sources, is_outline);
  write_table(out, memory.terms, any);
  write_table(out, memory.searches, any);
  write_table(out, memory.files, any);
  std::string file = out.take();
  const Head head{of, hash_quickly(std::string_view(file).substr(kFirstLine.size() + sizeof(Head)))};
  std::memcpy(file.data() + kFirstLine.size(), &head, sizeof head);
  std::string problem;
  std::error_code failed;
  if (write_file(path, file, problem) == Written::same) fs::last_write_time(path, fs::file_time_type::clock::now(), failed);
  remove_old_files(fs::path(path).parent_path());
}

}  // namespace lectern::publish
