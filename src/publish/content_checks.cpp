// SPDX-License-Identifier: MIT
#include "publish/content_checks.hpp"

#include <filesystem>
#include <set>
#include <utility>

#include "base/hash.hpp"
#include "ingest/report.hpp"
#include "publish/files.hpp"
#include "publish/image_size.hpp"

namespace lectern::publish {
namespace {

using ingest::quote;

// A picture or download beyond this has no place in an article; reading it whole would hurt.
constexpr std::size_t kMaxMediaBytes = std::size_t{512} << 20;

class Checker {
 public:
  Checker(Content& content, const PathSet& files, const std::string& shown,
          Diagnostics& diagnostics)
      : content_(content), files_(files), shown_(shown), diagnostics_(diagnostics) {
    for (const Story& story : content.stories) {
      ids_.insert(story.article.id);
      ids_by_path_.emplace(story.path, story.article.id);
    }
    for (const Withdrawn& withdrawn : content.withdrawn) {
      withdrawn_.insert(withdrawn.id);
      withdrawn_paths_.insert(withdrawn.path);
    }
  }

  void check(Story& story) {
    story_ = &story;
    seen_.clear();
    const model::Article& article = story.article;
    if (!article.image.src.empty()) refer(article.image.src, true, article.image.place);
    check(article.body);
    for (const model::Related& related : article.related) {
      if (related.id.empty()) {
        refer(related.url, false, related.place);
      } else if (!ids_.contains(related.id)) {
        warn(related.place, "the related article " + quote(related.id) + missing(related.id));
      }
    }
    for (const auto& [lang, id] : article.translations) {
      if (!ids_.contains(id)) warn({}, "the translation " + quote(id) + missing(id));
    }
  }

 private:
  void check(const model::Blocks& blocks) {
    for (const model::Block& block : blocks) {
      check(block.inlines);
      check(block.children);
    }
  }
  void check(const model::Inlines& inlines) {
    for (const model::Inline& item : inlines) {
      if (item.kind == model::InlineKind::link) refer(item.url, false, item.place);
      if (item.kind == model::InlineKind::image) refer(item.url, true, item.place);
      check(item.children);
    }
  }

  const char* missing(const std::string& id) const {
    return withdrawn_.contains(id) ? " is withdrawn" : " is not there";
  }

  void refer(const std::string& url, bool image, Place place) {
    const Named named = find_named(url, story_->path, files_);
    if (named.kind == NamedKind::elsewhere && !(image && url.starts_with('/'))) return;
    Reference reference{url, image, Reference::Kind::nothing, "", named.suffix};
    std::string problem;
    if (named.kind == NamedKind::refused) {
      problem = " leads out of the content folder";
    } else if (named.kind != NamedKind::file) {
      problem = " is not there";
    } else if (named.path == "publication.json" || (image && is_source(named.path))) {
      problem = image ? " is no picture" : " is not published";
    } else if (is_source(named.path)) {
      if (const auto found = ids_by_path_.find(named.path); found != ids_by_path_.end()) {
        reference.kind = Reference::Kind::article;
        reference.target = found->second;
      } else {
        problem = withdrawn_paths_.contains(named.path) ? " is withdrawn" : " is not published";
      }
    } else if (add_media(named.path, problem)) {
      reference.kind = Reference::Kind::file;
      reference.target = named.path;
    }
    if (!problem.empty()) {
      warn(place, (image ? "the picture " : "the link's target ") + quote(url) + problem);
    }
    if (seen_.emplace(url, image).second) story_->references.push_back(std::move(reference));
  }

  // Reads the file once for its hash and size; false and why when it can't be read.
  bool add_media(const std::string& path, std::string& problem) {
    if (content_.media.contains(path)) return true;
    const auto bytes =
        read_file(std::filesystem::path(content_.folder) / path, kMaxMediaBytes, problem);
    if (!bytes) {
      problem = " can't be read: " + problem;
      return false;
    }
    MediaFile file;
    file.hash = short_hash(*bytes);
    if (const auto size = image_size(*bytes)) {
      file.width = size->width;
      file.height = size->height;
    }
    content_.media.emplace(path, std::move(file));
    return true;
  }

  void warn(Place place, std::string sentence) {
    diagnostics_.push_back(
        {Severity::warning, shown_ + '/' + story_->path, place, std::move(sentence)});
  }

  Content& content_;
  const PathSet& files_;
  const std::string& shown_;
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> ids_;
  std::set<std::string, std::less<>> withdrawn_;  // ids
  std::set<std::string, std::less<>> withdrawn_paths_;
  std::map<std::string, std::string> ids_by_path_;
  Story* story_ = nullptr;
  std::set<std::pair<std::string, bool>> seen_;
};

}  // namespace

void check_references(Content& content, const PathSet& files, const std::string& shown,
                      Diagnostics& diagnostics) {
  Checker checker(content, files, shown, diagnostics);
  for (Story& story : content.stories)
    checker.check(story);
}

}  // namespace lectern::publish
