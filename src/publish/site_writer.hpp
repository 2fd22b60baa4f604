// SPDX-License-Identifier: MIT
// The site's folder: files are put in one by one, then what no build wants any more goes. A reader
// (and a build killed at any moment) finds whole files alone.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "publish/folder_lock.hpp"
#include "publish/memory.hpp"

namespace lectern::publish {

class SiteWriter {
 public:
  // `compress`: with FILE.br and FILE.gz beside each that is worth it (publish/compress). `memory`: what the build
  // before to the same folder put.
  SiteWriter(std::string folder, bool compress, BuildMemory& memory);

  // First: keeps other builds out of the folder, and notes in .lectern-files what will be put, beside what the build before noted, so that
  // the next build knows this one's files even when it is killed. False as put(), and when another
  // build is writing there.
  bool announce(const std::vector<std::string>& site_paths);

  // Whether a file stands at the site path already, of whatever build.
  bool has(std::string_view site_path) const;
  // Whether this build has put it. Safe from several threads.
  bool is_put(std::string_view site_path);

  // Puts a file where the site path says (index.html for a folder); untouched when it holds the
  // bytes already. False, and a sentence in problem(), when it can't. Safe from several threads.
  bool put(std::string_view site_path, std::string_view bytes) { return put(site_path, bytes, hash_quickly(bytes)); }

  // The same of bytes that are made of something whose hash is `made_of`.
  bool put(std::string_view site_path, std::string_view bytes, std::uint64_t made_of);

  // The same without the bytes, when the build before made them of the same and nobody has touched the file since;
  // else false.
  bool keep(std::string_view site_path, std::uint64_t made_of);

  // Last: removes the pages that the build before noted and this one did not put, and hashed files
  // that neither of the two names, since hosts and browsers may still hold the pages of the build
  // before; then notes this build's files alone. A build that changes nothing removes nothing.
  // Files that are not the publisher's stay.
  bool finish();

  int written() const { return written_; }  // files that were not there with those bytes
  const std::string& problem() const { return problem_; }

 private:
  bool put_file(const std::string& relative, std::string_view bytes);
  bool put_compressed(const std::string& relative, std::string_view bytes);
  void note(const std::string& relative);
  std::uint64_t stamp(const std::string& relative) const;
  void remove_file(const std::string& relative);
  bool put_list(const std::set<std::string>& files);
  bool put_note(const char* name, std::string_view text);
  void remove_hashed();
  void sweep();

  const std::string folder_;
  const bool compress_;
  BuildMemory& memory_;
  std::optional<FolderLock> lock_;
  std::set<std::string> before_;  // noted by the build before; relative to the folder
  std::set<std::string> files_;   // put by this one
  bool was_killed_ = false;       // the build before, or there was none
  int written_ = 0;
  std::string problem_;
  std::mutex mutex_;
};

}  // namespace lectern::publish
