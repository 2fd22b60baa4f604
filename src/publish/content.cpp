// SPDX-License-Identifier: MIT
#include "publish/content.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <limits>

#include "base/fold.hpp"
#include "base/hash.hpp"
#include "base/slug.hpp"
#include "ingest/ingest.hpp"
#include "ingest/limits.hpp"
#include "ingest/report.hpp"
#include "publish/addresses.hpp"
#include "publish/content_checks.hpp"
#include "publish/files.hpp"
#include "publish/images.hpp"
#include "publish/redirects.hpp"
#include "publish/screenshots.hpp"
#include "publish/sections.hpp"
#include "publish/similar_paths.hpp"
#include "publish/sources.hpp"
#include "publish/theme.hpp"
#include "publish/timestamp.hpp"

namespace lectern::publish {
namespace fs = std::filesystem;
namespace {

using ingest::quote;

// Diagnostics name a file as the user did.
std::string shown_folder(std::string folder) {
  while (folder.size() > 1 && folder.ends_with('/'))
    folder.pop_back();
  return folder;
}

class Loader {
 public:
  Loader(const std::string& folder, const LoadOptions& options, Diagnostics& diagnostics)
      : shown_(shown_folder(folder)), options_(options), diagnostics_(diagnostics) {
    content_.folder = folder;
    content_.picture_cache = options.picture_cache;
  }

  std::optional<Content> load() {
    std::error_code failed;
    if (!fs::is_directory(content_.folder, failed)) {
      report(shown_, {}, failed ? failed.message() : "this is not a folder", Code::unreadable);
      return std::nullopt;
    }
    const auto files = list_files(content_.folder, options_.except_folder, shown_, diagnostics_);
    if (files.empty() && has_error(diagnostics_)) return std::nullopt;
    files_ = PathSet(files.begin(), files.end());
    SimilarPaths(files_).warn(files_, shown_, diagnostics_);
    read_publication();
    std::vector<std::string> sources;
    std::copy_if(files.begin(), files.end(), std::back_inserter(sources), is_source);
    Sources read(content_.folder, shown_, sources, options_);
    for (const std::string& path : sources)
      take_source(path, read.next());
    if (sources_ > 0 && unreadable_ == sources_) return std::nullopt;
    std::sort(content_.stories.begin(), content_.stories.end(), [](const Story& a, const Story& b) {
      if (a.published_s != b.published_s) return a.published_s > b.published_s;
      return a.article.id < b.article.id;
    });
    place_in_sections(content_);
    check_references(content_, files_, shown_, diagnostics_);
    convert_pictures(content_, options_.jobs, diagnostics_);
    read_theme_files(content_, files_, shown_, diagnostics_);
    read_screenshots(content_, files_, shown_, diagnostics_);
    std::sort(content_.withdrawn.begin(), content_.withdrawn.end(),
              [](const Withdrawn& a, const Withdrawn& b) { return a.id < b.id; });
    plan_redirects(content_, shown_, diagnostics_);
    sort_by_place(diagnostics_);
    return std::move(content_);
  }

 private:
  std::optional<std::string> read(const std::string& path) {
    std::string problem;
    auto bytes = read_file(fs::path(content_.folder) / path, ingest::kMaxFileBytes, problem);
    if (!bytes) report(shown(path), {}, "this file can't be read: " + problem, Code::unreadable);
    return bytes;
  }

  void read_publication() {
    constexpr const char* kName = "publication.json";
    if (!files_.contains(kName)) return;
    if (const auto text = read(kName)) {
      content_.publication_hash = hash_bytes(*text);
      content_.publication = ingest::parse_publication_json(*text, shown(kName), diagnostics_);
      std::string& url = content_.publication.url;
      while (url.ends_with('/'))
        url.pop_back();
      if (!url.empty() && !is_base_url(url)) {
        warn(kName, quote(url) + " is no address for a site, so it has none", Code::bad_url);
        url.clear();
      }
      check_theme(content_.publication, shown(kName), diagnostics_);
      for (model::SectionPath& path : content_.publication.sections)
        mend_section(path, kName);
    }
  }

  void take_source(const std::string& path, Source source) {
    ++sources_;
    if (!source.problem.empty()) {
      ++unreadable_;
      content_.left_out.push_back(shown(path));
      return report(shown(path), {}, "this file can't be read: " + source.problem, Code::unreadable);
    }
    ingest::SourceFile& file = source.file;
    if (has_error(file.diagnostics)) content_.left_out.push_back(shown(path));
    take(std::move(file.diagnostics));
    if (source.column) content_.column_texts.push_back(std::move(*source.column));
    const bool many = file.articles.size() > 1;
    for (size_t i = 0; i < file.articles.size(); ++i) {
      ingest::SourceArticle& made = file.articles[i];
      if (made.article.draft && !made.article.withdrawn && !options_.drafts) {
        ++content_.drafts;
        continue;
      }
      const size_t before = diagnostics_.size();
      take(std::move(made.diagnostics));
      const std::string name = many ? shown(path) + '#' + made.article.id : shown(path);
      Story story;
      story.article = std::move(made.article);
      story.path = path;
      story.source_hash = source.hash;
      story.unread = std::move(source.unread);
      if (i < source.texts.size()) story.text = std::move(source.texts[i]);
      if (!add(std::move(story), before)) content_.left_out.push_back(name);
    }
  }

  void take(Diagnostics diagnostics) {
    std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(diagnostics_));
  }

  // False when it is left out because of an error.
  bool add(Story story, size_t diagnostics_before) {
    model::Article& article = story.article;
    const std::string& path = story.path;
    if (article.id_place.line == 0) {  // not given
      article.id = slug(path.substr(0, path.rfind('.')));
    } else if (article.id != slug(article.id)) {
      report(shown(path), article.id_place,
             "the id " + quote(article.id) + " can't stand in an address; " +
                 quote(slug(article.id)) + " could",
             Code::bad_id);
    }
    mend_section(article.section, path);
    story.published_s = time_of(article);
    story.future = story.published_s > options_.now_s;
    if (!article.withdrawn && !options_.future && story.future) {
      ++content_.later;
      return true;
    }
    if (const auto expires = parse_timestamp(article.expires);
        expires && *expires <= options_.now_s && !article.withdrawn) {
      ++content_.expired;
      return true;
    }
    if (const auto updated = parse_timestamp(article.updated); updated && *updated > options_.now_s) {
      // Feeds and sitemaps would be the newest for ever.
      diagnostics_.push_back({Severity::warning, shown(path), article.updated_place,
                              "\"updated\" (" + article.updated + ") is in the future, so it is left out",
                              Code::date_order});
      article.updated.clear();
    }
    const auto [taken, is_new] = paths_by_id_.emplace(folded(article.id), path);
    if (!is_new) {
      report(shown(path), article.id_place,
             "the id " + quote(article.id) + " is that of " + shown(taken->second) +
                 " already, so this article is left out",
             Code::duplicate_id);
    }
    const bool wrong = std::any_of(
        diagnostics_.begin() + static_cast<std::ptrdiff_t>(diagnostics_before), diagnostics_.end(),
        [](const Diagnostic& d) { return d.severity == Severity::error; });
    if (wrong) return false;
    if (article.withdrawn) {
      content_.withdrawn.push_back({article.id, article.withdrawn_date, path});
      return true;
    }
    content_.stories.push_back(std::move(story));
    return true;
  }

  void mend_section(model::SectionPath& section, const std::string& path) {
    std::erase(section, "");
    if (section.size() <= kMaxColumnDepth) return;
    section.resize(kMaxColumnDepth);
    warn(path, "a section has at most " + std::to_string(kMaxColumnDepth) +
                   " levels; those below " + quote(section.back()) + " are left out", Code::deep_section);
  }

  // ingest has seen to it that a date is one.
  static std::int64_t time_of(const model::Article& article) {
    return parse_timestamp(article.published).value_or(std::numeric_limits<std::int64_t>::min());
  }

  std::string shown(const std::string& path) const { return shown_ + '/' + path; }
  void warn(const std::string& path, std::string sentence, Code code) {
    diagnostics_.push_back({Severity::warning, shown(path), {}, std::move(sentence), code});
  }
  void report(std::string path, Place place, std::string sentence, Code code) {
    diagnostics_.push_back({Severity::error, std::move(path), place, std::move(sentence), code});
  }

  const std::string shown_;
  const LoadOptions& options_;
  Diagnostics& diagnostics_;
  Content content_;
  PathSet files_;
  std::map<std::string, std::string> paths_by_id_;  // by ids as base/fold makes them
  size_t sources_ = 0;
  size_t unreadable_ = 0;
};

}  // namespace

const Reference* lead_reference(const Story& story) {
  const auto found = std::find_if(
      story.references.begin(), story.references.end(), [&story](const Reference& reference) {
        return reference.image && reference.url == story.article.image.src;
      });
  const bool file = found != story.references.end() && found->kind == Reference::Kind::file;
  return file ? &*found : nullptr;
}

std::optional<Content> load_content(const std::string& folder, const LoadOptions& options,
                                    Diagnostics& diagnostics) {
  return Loader(folder, options, diagnostics).load();
}

}  // namespace lectern::publish
