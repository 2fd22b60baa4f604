// SPDX-License-Identifier: MIT
#include "publish/sources.hpp"

#include <algorithm>
#include <filesystem>
#include <new>
#include <set>
#include <utility>

#include "base/hash.hpp"
#include "ingest/limits.hpp"
#include "publish/files.hpp"
#include "publish/parallel.hpp"
#include "publish/source_archive.hpp"

namespace lectern::publish {
namespace {

// Enough to keep all threads busy; the texts of no more are held at once.
constexpr std::size_t kBatch = 512;

}  // namespace

Source Sources::next() {
  if (taken_ == batch_begin_ + batch_.size()) read_batch();
  return std::move(batch_[taken_++ - batch_begin_]);
}

void Sources::read_batch() {
  batch_begin_ = taken_;
  const std::size_t count = std::min(kBatch, paths_.size() - taken_);
  batch_ = std::vector<Source>(count);
  std::vector<BuildMemory::Parsed*> known(count);
  if (options_.memory && batch_begin_ == 0) {  // what has gone is forgotten
    const std::set<std::string_view> there(paths_.begin(), paths_.end());
    std::erase_if(options_.memory->sources, [&](const auto& entry) { return !there.contains(entry.first); });
  }
  for (std::size_t i = 0; options_.memory && i < count; ++i) known[i] = &options_.memory->sources[paths_[taken_ + i]];
  const Finish finish = for_each_index(count, options_.jobs, [&](std::size_t i) {
    parse(paths_[batch_begin_ + i], batch_[i], known[i]);
    return true;
  });
  if (finish == Finish::full) throw std::bad_alloc();
}

void Sources::parse(const std::string& path, Source& source, BuildMemory::Parsed* known) const {
  const auto text =
      read_file(std::filesystem::path(folder_) / path, ingest::kMaxFileBytes, source.problem);
  if (!text) return;
  const std::uint64_t hash = hash_quickly(*text);
  const bool same = known && known->hash == hash && known->bytes == text->size();
  if (same && known->feed) {
    source = *known->feed;
    return;
  }
  if (same && unpack_source(known->outline, source)) {
    if (!source.file.articles.empty()) source.unread = std::move(*text);
    return;
  }
  source = read_source(*text, path, shown_ + '/' + path, options_.drafts);
  source.hash = hash;
  if (!known) return;
  *known = {{}, hash, text->size(), {}, {}};
  if (source.texts.size() > 1) {
    known->feed = source;
  } else {
    known->outline = pack_source(source);
  }
}

}  // namespace lectern::publish
