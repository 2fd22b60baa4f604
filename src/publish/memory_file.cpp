// SPDX-License-Identifier: MIT
#include "publish/memory_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <string_view>
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
  a(counts.bytes());
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

// The first line of the file; another number when what follows is of another form. Then come sections: what each says
// of an entry stands instead of what those before it say. So a build writes what it has made anew, and no more.
constexpr std::string_view kFirstLine = "lectern build memory 3\n";
constexpr std::size_t kMaxBytes = std::size_t{16} << 30;
constexpr std::size_t kBlock = std::size_t{1} << 20;  // is written, and hashed, at once

struct Head {
  std::uint64_t of = 0;
  std::uint64_t size = 0;  // of what follows
  std::uint64_t hash = 0;
};

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kBlock, bytes.size()))) hash = hash_quickly(bytes.substr(0, kBlock), hash);
  return hash;
}

// Writes a section behind what is there. Its head, which makes it one, comes last: until then noughts are in its place.
class SectionWriter {
 public:
  SectionWriter(std::ostream& out, std::uint64_t of) : out_(out), begin_(out.tellp()), head_{of, 0, 0} { put_head({}); }

  template <typename Table>
  void table(Table& table, bool all, bool (*is_kept)(const typename Table::mapped_type&)) {
    const auto is_due = [&](const auto& entry) { return is_kept(entry.second) && (all || !entry.second.saved); };
    archive_(static_cast<std::uint64_t>(std::count_if(table.begin(), table.end(), is_due)));
    for (auto& entry : table) {
      if (!is_due(entry)) continue;
      archive_(entry.first, entry.second);
      while (archive_.bytes().size() >= kBlock) put(kBlock);
    }
  }
  bool finish() {
    put(archive_.bytes().size());
    out_.seekp(begin_);
    put_head(head_);
    out_.flush();
    return out_.good();
  }

 private:
  void put_head(const Head& head) { out_.write(reinterpret_cast<const char*>(&head), sizeof head); }
  void put(std::size_t bytes) {
    if (bytes == 0) return;
    const std::string_view block = std::string_view(archive_.bytes()).substr(0, bytes);
    head_.hash = hash_quickly(block, head_.hash);
    head_.size += bytes;
    out_.write(block.data(), static_cast<std::streamsize>(bytes));
    archive_.bytes().erase(0, bytes);
  }

  std::ostream& out_;
  const std::streampos begin_;
  Head head_;
  ArchiveWriter archive_;
};

template <typename Table>
bool read_table(ArchiveReader& in, Table& table) {
  std::uint64_t count = 0;
  in(count);
  for (std::uint64_t i = 0; i < count && in.good(); ++i) {
    std::string key;
    typename Table::mapped_type value;
    in(key, value);
    value.saved = true;
    table.insert_or_assign(table.end(), std::move(key), std::move(value));
  }
  return in.good();
}

template <typename Value>
bool any(const Value&) {
  return true;
}
bool is_outline(const BuildMemory::Parsed& parsed) { return !parsed.feed; }

bool write_section(std::ostream& out, std::uint64_t of, BuildMemory& memory, bool all) {
  SectionWriter section(out, of);
  section.table(memory.sources, all, is_outline);
  section.table(memory.terms, all, any);
  section.table(memory.searches, all, any);
  section.table(memory.files, all, any);
  return section.finish();
}

// The whole file, in the system's own pages: most of it is only hashed. Others add to it, or put another in its place,
// and never make it shorter. Its size in `size`.
std::shared_ptr<const char[]> map_whole(const std::string& path, std::size_t& size) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  struct stat status;
  void* bytes = MAP_FAILED;
  if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) <= kMaxBytes) {
    size = static_cast<std::size_t>(status.st_size);
    bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  }
  ::close(file);
  if (bytes == MAP_FAILED) return nullptr;
  return {static_cast<const char*>(bytes), [size](const char* mapped) { ::munmap(const_cast<char*>(mapped), size); }};
}

}  // namespace

BuildMemory load_memory(const std::string& path, std::uint64_t of) {
  std::size_t size = 0;
  const auto file = map_whole(path, size);
  if (!file || !std::string_view(file.get(), size).starts_with(kFirstLine)) return {};
  BuildMemory memory;
  std::size_t at = kFirstLine.size();
  while (at < size) {
    Head head;
    if (size - at < sizeof head) break;
    std::memcpy(&head, file.get() + at, sizeof head);
    if (head.of != of || head.size > size - at - sizeof head) break;
    const std::string_view tables(file.get() + at + sizeof head, head.size);
    if (head.hash != hash_of(tables)) break;
    ArchiveReader in(tables);
    if (!read_table(in, memory.sources) || !read_table(in, memory.terms) || !read_table(in, memory.searches) ||
        !read_table(in, memory.files) || !in.at_end()) {
      return {};
    }
    at += sizeof head + head.size;
    if (memory.first_bytes == 0) memory.first_bytes = at;
    memory.file = file;
  }
  if (at == size) memory.file_bytes = size;
  return memory;
}

void save_memory(const std::string& path, std::uint64_t of, BuildMemory& memory) {
  std::error_code failed;
  fs::create_directories(fs::path(path).parent_path(), failed);
  // What stands there more than once is little; and nobody has changed the file.
  const bool appends = memory.file_bytes > 0 && memory.file_bytes - memory.first_bytes <= memory.first_bytes / 4 &&
                       fs::file_size(path, failed) == memory.file_bytes && !failed;
  if (appends) {
    std::fstream out(path, std::ios::binary | std::ios::in | std::ios::out | std::ios::ate);
    write_section(out, of, memory, false);
  } else {
    const std::string beside = path + std::string(kUnfinished);
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << kFirstLine;
    const bool written = write_section(out, of, memory, true);
    out.close();
    if (written && out) fs::rename(beside, path, failed);
    else fs::remove(beside, failed);
  }
  remove_old_files(fs::path(path).parent_path());
}

}  // namespace lectern::publish
