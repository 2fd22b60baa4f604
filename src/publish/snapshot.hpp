// SPDX-License-Identifier: MIT
// Whether anything in a content folder has changed.
#pragma once

#include <cstdint>
#include <filesystem>

namespace lectern::publish {

// A number that is another when a file came, went, or has another size or time. Names that begin
// with a dot and the folder `except` don't count, as in publish/files. Nothing is read but the
// folders; it is done anew each time, which works on file systems of every kind, and takes some
// milliseconds for a thousand files.
std::uint64_t snapshot(const std::filesystem::path& folder, const std::filesystem::path& except);

}  // namespace lectern::publish
