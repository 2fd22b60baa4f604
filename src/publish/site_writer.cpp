// SPDX-License-Identifier: MIT
#include "publish/site_writer.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "publish/addresses.hpp"
#include "publish/compress.hpp"
#include "publish/files.hpp"

namespace lectern::publish {
namespace fs = std::filesystem;
namespace {

constexpr const char* kBrotli = ".br";
constexpr const char* kGzip = ".gz";
constexpr const char* kCompressed[] = {kBrotli, kGzip};

// There while a build is at work: who finds it knows that the one before was killed.
constexpr const char* kAtWork = ".build.lectern-part";

constexpr size_t kMaxList = std::size_t{256} << 20;

// The list is of our own making, but lies in a folder that anyone may edit: a line must not name
// anything outside of it.
bool is_plain(std::string_view relative) {
  if (relative.empty() || relative.starts_with('/')) return false;
  const std::string path = '/' + std::string(relative) + '/';
  return path.find("/../") == std::string::npos && path.find("/./") == std::string::npos &&
         path.find("//") == std::string::npos;
}

std::set<std::string> paths_in(const std::string& list) {
  std::set<std::string> files;
  for (size_t at = 0; at < list.size();) {
    const size_t end = std::min(list.find('\n', at), list.size());
    if (std::string line = list.substr(at, end - at); is_plain(line))
      files.insert(std::move(line));
    at = end + 1;
  }
  return files;
}

// NAME.HASH or NAME.HASH.EXT, HASH being ten hexadecimal digits.
bool is_hashed_name(std::string_view name) {
  for (size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.', dot + 1)) {
    const std::string_view hash = name.substr(dot + 1, 10);
    const bool ends = dot + 11 >= name.size() || name[dot + 11] == '.';
    if (hash.size() == 10 && ends &&
        hash.find_first_not_of("0123456789abcdef") == std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

SiteWriter::SiteWriter(std::string folder, bool compress, BuildMemory& memory)
    : folder_(std::move(folder)), compress_(compress), memory_(memory) {}

bool SiteWriter::announce(const std::vector<std::string>& site_paths) {
  lock_ = FolderLock::take(folder_, problem_);
  if (!lock_) return false;
  std::string none;
  const auto list = read_file(fs::path(folder_) / kSiteList, kMaxList, none);
  before_ = paths_in(list.value_or(""));
  std::error_code failed;
  was_killed_ = !list || fs::exists(fs::path(folder_) / kAtWork, failed);
  std::set<std::string> files = before_;
  for (const std::string& path : site_paths) {
    const std::string file = file_of(path);
    files.insert(file);
    if (!compress_) continue;
    for (const char* ending : kCompressed) files.insert(file + ending);
  }
  return put_note(kAtWork, "") && put_list(files);
}

bool SiteWriter::put_list(const std::set<std::string>& files) {
  std::string text;
  for (const std::string& file : files)
    text += file + '\n';
  return put_note(kSiteList, text);
}

// Our own notes are no part of the site.
bool SiteWriter::put_note(const char* name, std::string_view text) {
  const int written = written_;
  const bool done = put_file(name, text);
  written_ = written;
  return done;
}

bool SiteWriter::has(std::string_view site_path) const {
  std::error_code failed;
  return fs::exists(fs::path(folder_) / file_of(site_path), failed);
}

bool SiteWriter::is_put(std::string_view site_path) {
  const std::lock_guard lock(mutex_);
  return files_.contains(file_of(site_path));
}

bool SiteWriter::put(std::string_view site_path, std::string_view bytes, std::uint64_t made_of) {
  const std::string relative = file_of(site_path);
  if (keep(site_path, made_of)) return true;
  note(relative);
  if (!put_compressed(relative, bytes) || !put_file(relative, bytes)) return false;
  const std::uint64_t left = stamp(relative);
  const std::lock_guard lock(mutex_);
  memory_.files[relative] = {{}, made_of, left};
  return true;
}

bool SiteWriter::keep(std::string_view site_path, std::uint64_t made_of) {
  const std::string relative = file_of(site_path);
  BuildMemory::Put known;
  {
    const std::lock_guard lock(mutex_);
    const auto found = memory_.files.find(relative);
    if (found == memory_.files.end() || found->second.made_of != made_of) return false;
    known = found->second;
  }
  if (known.stamp == 0 || stamp(relative) != known.stamp) return false;
  note(relative);
  std::error_code failed;
  for (const char* ending : kCompressed) {
    if (compress_ && fs::exists(fs::path(folder_) / (relative + ending), failed)) note(relative + ending);
  }
  return true;
}

// Of a file and of those beside it; 0 when it is not there.
std::uint64_t SiteWriter::stamp(const std::string& relative) const {
  const std::string path = folder_ + '/' + relative;
  std::uint64_t all = stamp_of(path);
  for (const char* ending : kCompressed) {
    if (compress_ && all != 0) all = all * 31 + stamp_of(path + ending);
  }
  return all;
}

void SiteWriter::note(const std::string& relative) {
  const std::lock_guard lock(mutex_);
  files_.insert(relative);
}

// Before the file itself, so that one that is as it should be says so of those beside it. Without, old ones go
// first: a host would send them in place of what has changed.
bool SiteWriter::put_compressed(const std::string& relative, std::string_view bytes) {
  const fs::path path = fs::path(folder_) / relative;
  const auto beside = [&](const char* ending) { return fs::path(path.string() + ending); };
  std::string why;
  if (!compress_ || !is_worth_compressing(relative, bytes.size())) {
    std::error_code ignored;
    for (const char* ending : kCompressed) {
      if (before_.contains(relative + ending)) fs::remove(beside(ending), ignored);
    }
    return true;
  }
  for (const char* ending : kCompressed) note(relative + ending);
  std::error_code failed;
  const auto made = read_file(beside(kGzip), kMaxList, why);
  if (made && is_gzip_of(*made, bytes) && fs::exists(beside(kBrotli), failed)) return true;
  const std::string brotli = compress_brotli(bytes, relative.starts_with("_/"));
  const std::string gzip = compress_gzip(bytes);
  if (brotli.empty() || gzip.empty()) {
    const std::lock_guard lock(mutex_);
    problem_ = folder_ + '/' + relative + " can't be compressed: memory ran out";
    return false;
  }
  return put_file(relative + kBrotli, brotli) && put_file(relative + kGzip, gzip);
}

bool SiteWriter::put_file(const std::string& relative, std::string_view bytes) {
  std::string why;
  const Written written = write_file(fs::path(folder_) / relative, bytes, why);
  const std::lock_guard lock(mutex_);
  if (written == Written::changed) ++written_;
  if (written == Written::failed && problem_.empty()) {
    problem_ = folder_ + '/' + relative + " can't be written: " + why;
  }
  return written != Written::failed;
}

bool SiteWriter::finish() {
  if (before_ != files_) {
    // Pages before what they need.
    for (const bool page : {true, false}) {
      for (const std::string& file : before_) {
        if (files_.contains(file) || file.starts_with("_/")) continue;
        if (file.ends_with(".html") == page) remove_file(file);
      }
    }
    remove_hashed();
  }
  if (was_killed_) sweep();
  std::error_code gone;
  fs::remove(fs::path(folder_) / kAtWork, gone);
  std::erase_if(memory_.files, [&](const auto& entry) { return !files_.contains(entry.first); });
  return put_list(files_);
}

void SiteWriter::remove_file(const std::string& relative) {
  std::error_code ignored;  // gone already, or not ours to remove: the next build tries again
  fs::path path = fs::path(folder_) / relative;
  fs::remove(path, ignored);
  // Folders that are empty now.
  for (auto parts = std::count(relative.begin(), relative.end(), '/'); parts > 0; --parts) {
    path = path.parent_path();
    fs::remove(path, ignored);
    if (ignored) break;
  }
}

void SiteWriter::remove_hashed() {
  std::error_code failed;
  std::set<std::string> gone;
  for (fs::directory_iterator it(fs::path(folder_) / "_", failed), end; !failed && it != end;
       it.increment(failed)) {
    const std::string name = it->path().filename().string();
    const std::string relative = "_/" + name;
    if (is_hashed_name(name) && !files_.contains(relative) && !before_.contains(relative)) {
      gone.insert(relative);
    }
  }
  for (const std::string& relative : gone)
    remove_file(relative);
}

// What a killed build left unfinished.
void SiteWriter::sweep() {
  std::error_code failed;
  std::vector<fs::path> unfinished;
  for (fs::recursive_directory_iterator it(folder_, failed), end; !failed && it != end;
       it.increment(failed)) {
    if (it->path().filename().string().ends_with(kUnfinished)) unfinished.push_back(it->path());
  }
  for (const fs::path& path : unfinished)
    fs::remove(path, failed);
}

}  // namespace lectern::publish
