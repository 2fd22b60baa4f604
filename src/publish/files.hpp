// SPDX-License-Identifier: MIT
// The file system as the publisher needs it: a folder's files in one order everywhere, whole files
// in and out, and no way out of a folder through a symbolic link. Nothing is thrown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace lectern::publish {

// The regular files below a folder as paths relative to it, with "/" between the parts, sorted by
// bytes. Names that begin with a dot are left out, and so is the folder `except` (and all in it)
// when it lies inside. A symbolic link that leads out of the folder, or to another folder, is left
// out with a warning; a folder that can't be listed is an error. Paths in diagnostics are
// `shown` + "/" + the relative path.
std::vector<std::string> list_files(const std::filesystem::path& folder,
                                    const std::filesystem::path& except, const std::string& shown,
                                    Diagnostics& diagnostics);

// A whole file. Nothing when it can't be read or has more than `limit` bytes; `problem` is then a
// sentence that says why.
std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t limit,
                                     std::string& problem);

// A number that is another when the file is another or was written to: of its size, time and place on the disk. 0 when it
// is no regular file.
std::uint64_t stamp_of(const std::filesystem::path& path);

// Of a folder that keeps things for later builds: removes the files whose time is more than three months ago.
void remove_old_files(const std::filesystem::path& folder);

// The names of an unfinished file end in this, until it is renamed into place.
inline constexpr std::string_view kUnfinished = ".lectern-part";

// In a published site: the list of the files that are ours.
inline constexpr const char* kSiteList = ".lectern-files";

enum class Written { same, changed, failed };

// Makes the file hold the bytes: written beside it and renamed, its folders made when needed; not
// touched when it holds them already. When it failed, `problem` says why.
Written write_file(const std::filesystem::path& path, std::string_view bytes, std::string& problem);

}  // namespace lectern::publish
