// SPDX-License-Identifier: MIT
#include "publish/source_archive.hpp"

#include <vector>

#include "publish/archive.hpp"

// Where the structs are, so that the archive finds them by their arguments.
namespace lectern {

template <typename A>
void fields(A& a, Place& place) {
  a(place.line, place.column);
}
template <typename A>
void fields(A& a, Diagnostic& diagnostic) {
  a(diagnostic.severity, diagnostic.path, diagnostic.place, diagnostic.sentence, diagnostic.code);
}

namespace model {

template <typename A>
void fields(A& a, Author& author) {
  a(author.name, author.url);
}
template <typename A>
void fields(A& a, Picture& picture) {
  a(picture.src, picture.alt, picture.caption, picture.credit, picture.width, picture.height, picture.place,
    picture.srcset);
}
template <typename A>
void fields(A& a, Related& related) {
  a(related.id, related.title, related.url, related.place);
}
template <typename A>
void fields(A& a, Correction& correction) {
  a(correction.date, correction.text);
}
// What an outline has of them.
template <typename A>
void fields(A& a, Inline& item) {
  a(item.kind, item.text, item.url, item.place);
}
template <typename A>
void fields(A& a, Block& block) {
  a(block.inlines);
}
template <typename A>
void fields(A& a, Article& article) {
  a(article.id, article.lang, article.dir, article.title, article.standfirst, article.section, article.authors,
    article.published, article.updated, article.expires, article.image, article.format, article.body, article.related,
    article.tags, article.moods, article.draft, article.withdrawn, article.withdrawn_date, article.canonical,
    article.base, article.aliases, article.translations, article.corrections, article.title_place, article.id_place,
    article.updated_place, article.translation_places);
}

}  // namespace model

namespace ingest {

template <typename A>
void fields(A& a, SourceArticle& made) {
  a(made.article, made.diagnostics);
}
template <typename A>
void fields(A& a, SourceFile& file) {
  a(file.articles, file.diagnostics);
}

}  // namespace ingest

namespace publish {

template <typename A>
void fields(A& a, ColumnText& column) {
  a(column.path, column.section, column.name, column.text);
}
template <typename A>
void fields(A& a, Source& source) {
  std::vector<ColumnText> column;
  if (source.column) column.push_back(*source.column);
  a(source.hash, source.file, column);
  if (!column.empty()) source.column = column.front();
}

std::string pack_source(const Source& source) {
  ArchiveWriter out;
  out(source);
  return out.take();
}

bool unpack_source(std::string_view bytes, Source& source) {
  ArchiveReader in(bytes);
  in(source);
  return in.good() && in.at_end();
}

}  // namespace publish
}  // namespace lectern
