// SPDX-License-Identifier: MIT
#include "publish/content_checks.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/nearest.hpp"
#include "ingest/report.hpp"
#include "model/urls.hpp"
#include "publish/media_files.hpp"
#include "publish/outline.hpp"
#include "publish/parts.hpp"
#include "publish/similar_paths.hpp"
#include "publish/sections.hpp"
#include "publish/site_places.hpp"
#include "publish/translations.hpp"

namespace lectern::publish {
namespace {

using ingest::quote;

// Each goes through all ids.
constexpr int kMaxGuesses = 100;

class Checker {
 public:
  Checker(Content& content, const PathSet& files, const std::string& shown,
          Diagnostics& diagnostics)
      : content_(content),
        files_(files),
        shown_(shown),
        diagnostics_(diagnostics),
        similar_(files),
        media_(content) {
    for (const Story& story : content.stories) {
      stories_by_id_.emplace(story.article.id, &story);
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
    report_.emplace(shown_ + '/' + story.path, diagnostics_);
    const model::Article& article = story.article;
    if (!article.image.src.empty()) {
      refer(article.image.src, true, article.image.place);
      if (const Reference* lead = lead_reference(story)) content_.media.at(lead->target).lead = true;
    }
    check(article.body);
    for (const model::Related& related : article.related) {
      if (related.id.empty()) {
        refer(related.url, false, related.place);
      } else if (related.id == article.id) {
        report_->warning(related.place, "the article is related to itself",
                         Code::related_to_itself);
      } else if (!stories_by_id_.contains(related.id)) {
        report_->warning(related.place,
                         "the related article " + quote(related.id) + missing(related.id),
                         Code::missing_related);
      }
    }
    for (size_t i = 0; i < article.translations.size(); ++i)
      check_translation(article.translations[i].first, article.translations[i].second,
                        article.translation_places[i]);
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

  void check_translation(const std::string& lang, const std::string& id, Place place) {
    const auto found = stories_by_id_.find(id);
    if (found == stories_by_id_.end()) {
      report_->warning(place, "the translation " + quote(id) + missing(id),
                       Code::missing_translation);
      return;
    }
    const std::string& own = story_->article.id;
    if (id == own) return;
    const std::string fault = translation_fault(content_, *story_, lang, *found->second);
    if (!fault.empty()) {
      report_->warning(place, "the translation " + quote(id) + fault, Code::bad_language);
    }
    const auto& back = found->second->article.translations;
    if (std::any_of(back.begin(), back.end(),
                                 [&own](const auto& other) { return other.second == own; })) {
      return;
    }
    // publish/translations goes both ways all the same; but what stands there may be a wrong id.
    report_->note(
        place,
        "the translation " + quote(id) + " does not name " + quote(own) + " as its own translation",
        Code::one_way_translation);
  }

  // "; … is" when a file is there whose name looks the same, or differs in capitals alone.
  std::string like(const std::string& path) {
    const std::string found = similar_.find(path);
    if (found.empty()) return "";
    return "; " + quote(found) + " is, which differs in capitals or the form of its letters";
  }

  // What is said of an article that is not there; "; did you mean …?" when another's id is near.
  std::string missing(const std::string& id) {
    if (withdrawn_.contains(id)) return " is withdrawn";
    if (ids_.empty()) {
      for (const auto& [known, story] : stories_by_id_)
        ids_.push_back(known);
    }
    if (++guesses_ > kMaxGuesses) return " is not there";
    const std::string_view found = nearest(id, ids_);
    return found.empty() ? " is not there" : " is not there; did you mean " + quote(found) + '?';
  }

  // A link to a part of a page, which may not be there.
  void check_part(const Story& target, const std::string& fragment, const std::string& url,
                  Place place) {
    auto found = parts_.find(target.article.id);
    if (found == parts_.end()) {
      found = parts_.emplace(target.article.id, PageParts(whole_article(target))).first;
    }
    if (found->second.has(fragment)) return;
    const std::string near = found->second.nearest_to(fragment);
    report_->warning(
        place,
        "the link " + quote(url) + " leads to no part of " +
            (&target == story_ ? std::string("this article") : quote(target.article.id)) +
            (near.empty() ? "" : "; did you mean " + quote(near) + '?'),
        Code::missing_part);
  }

  void refer(const std::string& url, bool image, Place place) {
    if (!image && url.starts_with('#')) return check_part(*story_, url, url, place);
    Named named = find_named(url, story_->path, files_);
    if (named.kind == NamedKind::elsewhere) return;
    Reference reference{url, image, Reference::Kind::nothing, "", named.suffix};
    if (named.kind != NamedKind::file && !story_->article.base.empty()) {
      return refer_to_origin(std::move(reference));
    }
    if (named.kind == NamedKind::missing && named.rooted) {
      const auto inside = places().inside(named.path);
      if (inside && inside->size() != named.path.size()) {
        named = find_named('/' + std::string(*inside), story_->path, files_);
      }
      if (named.kind == NamedKind::missing && !image) {
        return refer_to_place(std::move(reference), named.path, inside.has_value(), place);
      }
    }
    if (named.kind == NamedKind::file && !image && ('/' + named.path).ends_with("/_index.md")) {
      named.path.resize(named.path.size() - kColumnText.size());
      return refer_to_place(std::move(reference), named.path, true, place);
    }
    std::string problem;
    Code code = image ? Code::missing_picture : Code::missing_target;
    if (named.kind == NamedKind::refused) {
      problem = " leads out of the content folder";
      code = Code::outside_folder;
    } else if (named.kind != NamedKind::file) {
      problem = " is not there" + like(named.path);
    } else if (named.path == "publication.json" || (image && is_source(named.path))) {
      problem = image ? " is no picture" : " is not published";
      if (!image) code = Code::not_published;
    } else if (is_source(named.path)) {
      if (const auto found = ids_by_path_.find(named.path); found != ids_by_path_.end()) {
        reference.kind = Reference::Kind::article;
        reference.target = found->second;
        const size_t hash = named.suffix.find('#');
        if (hash != std::string::npos) {
          check_part(*stories_by_id_.at(found->second), named.suffix.substr(hash), url, place);
        }
      } else {
        problem = withdrawn_paths_.contains(named.path) ? " is withdrawn" : " is not published";
        code = Code::not_published;
      }
    } else if (media_.add(named.path, problem)) {
      reference.kind = Reference::Kind::file;
      reference.target = named.path;
      if (image && model::medium_of(url) == model::Medium::picture) media_.note_picture(named.path, url, shown_ + '/' + story_->path, place, *report_);
    } else {
      code = Code::unreadable;
    }
    if (!problem.empty()) {
      report_->warning(
          place, (image ? "the picture " : "the link's target ") + quote(url) + problem, code);
    }
    add(std::move(reference));
  }

  void add(Reference reference) {
    if (seen_.emplace(reference.url, reference.image).second)
      story_->references.push_back(std::move(reference));
  }

  // A text from elsewhere means what is there; another one from there that is here now, that.
  void refer_to_origin(Reference reference) {
    if (reference.url.empty()) return;
    reference.kind = Reference::Kind::web;
    reference.target = model::resolve_url(story_->article.base, reference.url);
    if (const Story* here = reference.image ? nullptr : places().imported(reference.target)) {
      reference.kind = Reference::Kind::article;
      reference.target = here->article.id;
    }
    add(std::move(reference));
  }

  // A path from the root of the site that no file has. One that leads nowhere stays as it is: the
  // host may have more than this site.
  void refer_to_place(Reference reference, const std::string& path, bool inside, Place place) {
    const auto found = places().find(path);
    if (!found && !inside) return;  // another part of the host
    if (!found) {
      return report_->warning(place,
                              "the link's target " + quote(reference.url) +
                                  " is neither in the content folder nor on the site" + like(path),
                              Code::missing_target);
    }
    reference.kind = found->story ? Reference::Kind::article : Reference::Kind::page;
    reference.target = found->story ? found->story->article.id : found->path;
    const size_t hash = reference.suffix.find('#');
    if (found->story && hash != std::string::npos) {
      check_part(*found->story, reference.suffix.substr(hash), reference.url, place);
    }
    add(std::move(reference));
  }

  const SitePlaces& places() {
    if (!places_) places_.emplace(content_);
    return *places_;
  }

  Content& content_;
  const PathSet& files_;
  const std::string& shown_;
  Diagnostics& diagnostics_;
  const SimilarPaths similar_;
  MediaFiles media_;
  std::map<std::string, const Story*, std::less<>> stories_by_id_;
  std::set<std::string, std::less<>> withdrawn_;  // ids
  std::set<std::string, std::less<>> withdrawn_paths_;
  std::map<std::string, std::string> ids_by_path_;
  Story* story_ = nullptr;
  std::optional<ingest::Report> report_;
  std::map<std::string, PageParts> parts_;  // of the pages that links lead into
  std::vector<std::string_view> ids_;
  int guesses_ = 0;
  std::set<std::pair<std::string, bool>> seen_;
  std::optional<SitePlaces> places_;  // made when a link asks for it
};

}  // namespace

void check_references(Content& content, const PathSet& files, const std::string& shown,
                      Diagnostics& diagnostics) {
  Checker checker(content, files, shown, diagnostics);
  for (Story& story : content.stories)
    checker.check(story);
}

}  // namespace lectern::publish
