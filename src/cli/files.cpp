// SPDX-License-Identifier: MIT
#include "cli/files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/visible.hpp"
#include "ingest/limits.hpp"

namespace lectern::cli {
namespace {

std::string shown(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

std::nullopt_t cannot_read(const std::string& path, std::string_view why) {
  complain(shown(path) + " cannot be read: " + std::string(why));
  return std::nullopt;
}

std::optional<std::string> read_all(std::FILE* file, const std::string& path) {
  constexpr size_t kChunk = 1u << 16;
  std::string bytes;
  for (;;) {
    const size_t before = bytes.size();
    bytes.resize(before + kChunk);
    const size_t got = std::fread(bytes.data() + before, 1, kChunk, file);
    bytes.resize(before + got);
    if (bytes.size() > ingest::kMaxFileBytes) {
      return cannot_read(
          path, "it has more than " + std::to_string(ingest::kMaxFileBytes >> 20) + " MiB");
    }
    if (got == kChunk) continue;
    if (std::ferror(file)) return cannot_read(path, std::strerror(errno));
    return bytes;
  }
}

}  // namespace

std::optional<std::string> read_input(const std::string& path) {
  if (path == "-") return read_all(stdin, path);
  std::error_code failed;
  if (std::filesystem::is_directory(path, failed)) return cannot_read(path, "it is a folder");
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return cannot_read(path, std::strerror(errno));
  auto bytes = read_all(file, path);
  std::fclose(file);
  return bytes;
}

bool write_output(std::string_view text) {
  const size_t written = std::fwrite(text.data(), 1, text.size(), stdout);
  if (written == text.size() && std::fflush(stdout) == 0) return true;
  complain(std::string("standard output cannot be written: ") + std::strerror(errno));
  return false;
}

void complain(std::string_view sentence) {
  std::fprintf(stderr, "lectern: %s\n", visible(sentence).c_str());
}

}  // namespace lectern::cli
