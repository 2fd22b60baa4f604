// SPDX-License-Identifier: MIT
#include "publish/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <system_error>

#include "base/hash.hpp"

namespace lectern::publish {
namespace fs = std::filesystem;
namespace {

bool is_inside(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

class Lister {
 public:
  Lister(const fs::path& root, const fs::path& except, const std::string& shown,
         Diagnostics& diagnostics)
      : shown_(shown), diagnostics_(diagnostics) {
    std::error_code failed;
    root_ = fs::canonical(root, failed);
    if (!except.empty()) except_ = fs::weakly_canonical(except, failed);
  }

  std::vector<std::string> list() {
    visit(root_, "");
    std::sort(files_.begin(), files_.end());
    return std::move(files_);
  }

 private:
  void visit(const fs::path& folder, const std::string& prefix) {
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
      const std::string name = it->path().filename().string();
      if (!name.starts_with('.')) visit_entry(*it, prefix + name);
    }
    if (failed) {
      report(Severity::error, prefix, "this folder can't be listed: " + failed.message(),
             Code::unreadable);
    }
  }

  void visit_entry(const fs::directory_entry& entry, const std::string& relative) {
    std::error_code failed;
    const fs::file_status own = entry.symlink_status(failed);
    if (failed) {
      if (failed == std::errc::no_such_file_or_directory) return;  // it went since it was listed
      return report(Severity::error, relative, "this can't be looked at: " + failed.message(),
                    Code::unreadable);
    }
    if (fs::is_symlink(own)) return visit_link(entry.path(), relative);
    if (fs::is_regular_file(own)) files_.push_back(relative);
    if (!fs::is_directory(own) || entry.path() == except_) return;
    if (fs::exists(entry.path() / kSiteList, failed)) {
      return report(Severity::warning, relative, "this folder is a site that was published here, so it is left out",
                    Code::published_site);
    }
    visit(entry.path(), relative + '/');
  }

  void visit_link(const fs::path& link, const std::string& relative) {
    std::error_code failed;
    const fs::path target = fs::canonical(link, failed);
    if (failed) return;  // a dangling link is as good as no file
    if (!is_inside(target, root_)) {
      report(Severity::warning, relative,
             "this symbolic link leads out of the content folder and is left out",
             Code::outside_folder);
    } else if (fs::is_regular_file(target, failed)) {
      files_.push_back(relative);
    } else {
      report(Severity::warning, relative, "this symbolic link to a folder is left out",
             Code::symbolic_link);
    }
  }

  void report(Severity severity, std::string relative, std::string sentence, Code code) {
    if (relative.ends_with('/')) relative.pop_back();
    const std::string path = relative.empty() ? shown_ : shown_ + '/' + relative;
    diagnostics_.push_back({severity, path, {}, std::move(sentence), code});
  }

  fs::path root_;
  fs::path except_;
  const std::string& shown_;
  Diagnostics& diagnostics_;
  std::vector<std::string> files_;
};

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  const int number_;
};

}  // namespace

std::vector<std::string> list_files(const fs::path& folder, const fs::path& except,
                                    const std::string& shown, Diagnostics& diagnostics) {
  return Lister(folder, except, shown, diagnostics).list();
}

// As few calls of the system as can be: of ten thousand small files they are what costs.
std::optional<std::string> read_file(const fs::path& path, std::size_t limit, std::string& problem) {
  const auto fail = [&problem](std::string why) {
    problem = std::move(why);
    return std::nullopt;
  };
  // A pipe would be waited for.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat before, after;
  if (file.number() < 0 || ::fstat(file.number(), &before) != 0) return fail(std::generic_category().message(errno));
  if (!S_ISREG(before.st_mode)) return fail("it is not a file");
  const auto size = static_cast<std::size_t>(before.st_size);
  if (size > limit) return fail("it has more than " + std::to_string(limit >> 20) + " MiB");
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < size) {
    const ssize_t more = ::read(file.number(), bytes.data() + got, size - got);
    if (more < 0 && errno != EINTR) return fail(std::generic_category().message(errno));
    if (more == 0) break;
    if (more > 0) got += static_cast<std::size_t>(more);
  }
  // Half of the old text and half of the new one are no text.
  if (::fstat(file.number(), &after) != 0) return fail(std::generic_category().message(errno));
  const bool same = got == size && after.st_size == before.st_size && after.st_mtim.tv_sec == before.st_mtim.tv_sec &&
                    after.st_mtim.tv_nsec == before.st_mtim.tv_nsec;
  if (!same) return fail("it changed while it was read");
  return bytes;
}

void remove_old_files(const fs::path& folder) {
  constexpr std::chrono::hours kKept{90 * 24};
  const auto oldest = fs::file_time_type::clock::now() - kKept;
  std::error_code failed;
  std::vector<fs::path> old;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    std::error_code gone;
    if (it->is_regular_file(gone) && it->last_write_time(gone) < oldest && !gone) old.push_back(it->path());
  }
  for (const fs::path& path : old)
    fs::remove(path, failed);
}

std::uint64_t stamp_of(const fs::path& path) {
  struct stat status;
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  const std::uint64_t facts[] = {static_cast<std::uint64_t>(status.st_size), static_cast<std::uint64_t>(status.st_ino),
                                 static_cast<std::uint64_t>(status.st_mtim.tv_sec),
                                 static_cast<std::uint64_t>(status.st_mtim.tv_nsec)};
  return hash_bytes({reinterpret_cast<const char*>(facts), sizeof facts});
}

Written write_file(const fs::path& path, std::string_view bytes, std::string& problem) {
  std::error_code failed;
  if (fs::is_regular_file(fs::symlink_status(path, failed)) &&
      fs::file_size(path, failed) == bytes.size() && !failed) {
    const auto old = read_file(path, bytes.size(), problem);
    if (old && *old == bytes) return Written::same;
  }
  fs::create_directories(path.parent_path(), failed);
  if (failed) {
    problem = failed.message();
    return Written::failed;
  }
  fs::path beside = path;
  beside += kUnfinished;
  {
    errno = 0;
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
      problem = errno != 0 ? std::generic_category().message(errno) : "the file system refused it";
      fs::remove(beside, failed);
      return Written::failed;
    }
  }
  fs::rename(beside, path, failed);
  if (!failed) return Written::changed;
  problem = failed.message();
  fs::remove(beside, failed);
  return Written::failed;
}

}  // namespace lectern::publish
