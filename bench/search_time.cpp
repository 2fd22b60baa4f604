// SPDX-License-Identifier: MIT
// lectern_search_time CONTENT JOBS: reads a content folder, and prints how many seconds its search index takes, how
// many files it is and how many bytes, packed. What bench/search.mjs runs.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "publish/compress.hpp"
#include "publish/content.hpp"
#include "publish/memory.hpp"
#include "publish/parallel.hpp"
#include "publish/search_index.hpp"

int main(int count, char** values) {
  if (count != 3) return 2;
  lectern::publish::LoadOptions options;
  options.jobs = std::atoi(values[2]);
  options.future = true;  // whatever the day is
  lectern::publish::BuildMemory memory;  // of no build before
  options.memory = &memory;
  lectern::Diagnostics diagnostics;
  const auto content = lectern::publish::load_content(values[1], options, diagnostics);
  if (!content) return 1;
  const auto begin = std::chrono::steady_clock::now();
  const auto index = lectern::publish::build_search_index(*content, options.jobs, memory);
  std::atomic<std::size_t> bytes{0};
  lectern::publish::for_each_index(index.files.size(), options.jobs, [&](std::size_t i) {
    bytes += lectern::publish::compress_zlib(index.files[i].bytes).size();
    return true;
  });
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf("%.2f %zu %zu\n", took.count(), index.files.size(), bytes.load());
}
