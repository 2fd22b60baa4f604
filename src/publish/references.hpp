// SPDX-License-Identifier: MIT
// What a URL in an article's source names: another article's source, a file of the content folder,
// or something on the web.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/article.hpp"

namespace lectern::publish {

// Paths relative to the content folder, as publish/files lists them.
using PathSet = std::set<std::string, std::less<>>;

enum class NamedKind {
  elsewhere,  // on the web, or on the page itself
  file,       // `path` is in the set
  missing,    // a path to nothing; `path` is what it would be
  refused,    // a path out of the content folder
};

struct Named {
  NamedKind kind = NamedKind::elsewhere;
  std::string path;    // of a file, relative to the content folder
  std::string suffix;  // "?query" and "#fragment" as written
  bool rooted = false;  // it begins with "/"
};

// `from` is the source file's path relative to the content folder. A relative path is looked up
// beside that file, then in the content folder, then from the folder that other systems make of the
// file ("../two/" in blog/one.md); one that begins with "/" in the content folder alone. An address
// without an ending ("/blog/one/") names the source that other systems publish there: blog/one.md,
// blog/one/index.md and the like. Percent-encoding is undone. Cost: logarithmic in the number of files.
Named find_named(std::string_view url, std::string_view from, const PathSet& files);

// The text with its percent-encoding undone; a "%" that encodes nothing stays.
std::string percent_decoded(std::string_view text);

// True for the sources of articles: .md, .mdx, .json, .html and .htm, outside of media/ and theme/ and but for publication.json.
bool is_source(std::string_view path);

}  // namespace lectern::publish
