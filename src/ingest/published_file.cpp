// SPDX-License-Identifier: MIT
// The publisher's way of reading a Markdown file. Native builds only: YAML as a whole never gets into
// the viewer.
#include "ingest/ingest.hpp"
#include "ingest/markdown_file.hpp"

namespace lectern::ingest {

std::optional<model::Article> parse_markdown_file(std::string_view text, const std::string& path,
                                                  Diagnostics& diagnostics) {
  return read_markdown_file(text, path, {read_yaml, ""}, diagnostics);
}

}  // namespace lectern::ingest
