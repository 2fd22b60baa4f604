// SPDX-License-Identifier: MIT
// The files that articles refer to: each is read once, for its hash and a picture's size.
#pragma once

#include <string>

#include "ingest/report.hpp"
#include "publish/content.hpp"

namespace lectern::publish {

class MediaFiles {
 public:
  // Fills Content::media; the content must outlive this.
  explicit MediaFiles(Content& content) : content_(content) {}

  // False, and the end of a sentence in `problem`, when the file can't be read.
  bool add(const std::string& path, std::string& problem);

  // Notes where a picture is first shown, under which address; `source` is the article's, as
  // diagnostics name it. A warning, once, of one that is far too large.
  void note_picture(const std::string& path, const std::string& url, const std::string& source,
                    Place place, ingest::Report& report);

 private:
  Content& content_;
};

}  // namespace lectern::publish
