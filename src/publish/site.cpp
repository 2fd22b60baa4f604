// SPDX-License-Identifier: MIT
#include "publish/site.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "layout/strings.hpp"
#include "publish/addresses.hpp"
#include "publish/compress.hpp"
#include "publish/files.hpp"
#include "publish/images.hpp"
#include "publish/index_pages.hpp"
#include "publish/manifest.hpp"
#include "publish/outputs.hpp"
#include "publish/list_pages.hpp"
#include "publish/page_head.hpp"
#include "publish/parallel.hpp"
#include "publish/saved_page.hpp"
#include "publish/search_index.hpp"
#include "publish/service_worker.hpp"
#include "publish/site_look.hpp"
#include "publish/site_pages.hpp"
#include "publish/site_writer.hpp"
#include "publish/summary.hpp"

namespace lectern::publish {
namespace {

constexpr const char* kArticleJson = "article.json";
constexpr const char* kNotFound = "404.html";
constexpr const char* kNoJekyll = ".nojekyll";  // or GitHub Pages drops the folder "_"

class Builder {
 public:
  Builder(const Content& content, const ViewerFiles& viewer, const SiteOptions& options)
      : content_(content),
        viewer_(viewer_for(viewer, content)),
        options_(options),
        search_(build_search_index(content, options.jobs, memory())),
        site_(index_of(content, options, search_, memory())),
        listings_(build_listings(site_)),
        outputs_(write_outputs(site_, viewer_)),
        pages_(site_, viewer_),
        writer_(options.folder, options.compress, memory()) {}

  SiteResult build() {
    SiteResult result;
    if (writer_.announce(paths()) && write_hashed() && write_pages(Pass::added) &&
        write_pages(Pass::replaced) && put_all(outputs_) && write_front() &&
        write_worker() && writer_.finish()) {
      result.pages = static_cast<int>(content_.stories.size());
    } else {
      result.problem = problem_.empty() ? writer_.problem() : problem_;
    }
    result.written = writer_.written();
    return result;
  }

 private:
  // Not beside the search index: each takes a good deal of memory while it is made.
  static Site index_of(const Content& content, const SiteOptions& options, const SearchIndex& search, BuildMemory& memory) {
    Site site = build_site_index(content, options.base_url, options.jobs, &memory);
    site.search_path = search.root_path;
    return site;
  }

  // Pages lead to each other in circles, so no order has every page's links there before it. But to
  // what was not there before nothing leads that was: first all that is new, then what has become
  // other, at last the front page, and no reader who came by a link ever misses a page, even if the
  // build is killed.
  enum class Pass { added, replaced };
  bool is_due(const std::string& path, Pass pass) {
    return pass == Pass::added ? !writer_.has(path) : !writer_.is_put(path);
  }
  BuildMemory& memory() { return options_.memory ? *options_.memory : none_; }

  bool write_pages(Pass pass) { return write_articles(pass) && write_lists(pass); }

  // Everything that will be written.
  std::vector<std::string> paths() const {
    std::vector<std::string> all{"", kMapPath, kSavedPath, kNotFound, kOfflinePath, kWorkerPath, kNoJekyll};
    for (const SiteFile& file : outputs_)
      all.push_back(file.path);
    for (const auto& [path, file] : content_.media)
      all.push_back(hashed_path(path, file.hash));
    for_each_version([&all](const std::string& path, const PictureVersion& version) {
      all.push_back(version_path(path, version));
      return true;
    });
    for (const SiteFile& file : viewer_.files)
      all.push_back(file.path);
    for (const SiteFile& file : search_.files)
      all.push_back(file.path);
    for (const Listing& listing : listings_) {
      for (size_t page = 1; page <= page_count(listing); ++page)
        all.push_back(list_path(listing, page));
    }
    for (const Story& story : content_.stories) {
      all.push_back(article_path(story.article.id));
      all.push_back(article_path(story.article.id) + kArticleJson);
      all.push_back(embed_path(story.article.id));
    }
    return all;
  }

  bool write_hashed() {
    for (const auto& [path, file] : content_.media) {
      const auto shown = content_.folder + '/' + path;
      std::string why;
      const auto bytes =
          read_file(std::filesystem::path(content_.folder) / path, std::size_t{1} << 40, why);
      if (!bytes || short_hash(*bytes) != file.hash) {
        problem_ = shown + (bytes ? " changed while it was being published"
                                  : " can't be read any more: " + why);
        return false;
      }
      if (!writer_.put(hashed_path(path, file.hash), *bytes)) return false;
    }
    return for_each_version([this](const std::string& path, const PictureVersion& version) {
             const auto bytes = version_bytes(content_, path, version, problem_);
             if (bytes) return writer_.put(version_path(path, version), *bytes);
             problem_ = content_.folder + '/' + path + " can't be made smaller any more: " + problem_;
             return false;
           }) &&
           put_all(viewer_.files) && put_search() && put_manifest();
  }

  // Packed only when they are not there: their names say what is in them. Nothing needs them after that.
  bool put_search() {
    const Finish finish = for_each_index(search_.files.size(), options_.jobs, [&](size_t i) {
      const std::string& path = search_.files[i].path;
      const std::string bytes = std::move(search_.files[i].bytes);
      const std::uint64_t made_of = hash_bytes(path);
      return writer_.keep(path, made_of) || writer_.put(path, compress_zlib(bytes), made_of);
    });
    if (finish == Finish::full) problem_ = "memory ran out";
    return finish == Finish::done;
  }

  // Pages need it.
  bool put_manifest() {
    const auto manifest = std::find_if(outputs_.begin(), outputs_.end(), [](const SiteFile& file) {
      return file.path == kManifestPath;
    });
    return manifest == outputs_.end() || writer_.put(manifest->path, manifest->bytes);
  }

  // Calls `work` with each version of each picture until it gives false.
  template <typename Work>
  bool for_each_version(Work work) const {
    for (const auto& [path, file] : content_.media) {
      for (const PictureVersion& version : file.smaller.versions) {
        if (!work(path, version)) return false;
      }
      if (file.smaller.card.width > 0 && !work(path, file.smaller.card)) return false;
    }
    return true;
  }

  bool put_all(const std::vector<SiteFile>& files) {
    const Finish finish = for_each_index(files.size(), options_.jobs, [&](size_t i) {
      return writer_.put(files[i].path, files[i].bytes);
    });
    return finish == Finish::done;
  }

  bool write_articles(Pass pass) {
    const Finish finish = for_each_index(content_.stories.size(), options_.jobs, [&](size_t i) {
      return !is_due(article_path(content_.stories[i].article.id), pass) || write_article(i);
    });
    if (finish == Finish::full) problem_ = "memory ran out";
    return finish == Finish::done;
  }

  bool write_article(size_t index) {
    ArticleDraft draft = pages_.draft(index);
    const std::uint64_t made_of = draft.made_of;
    const std::string& id = content_.stories[index].article.id;
    const std::string page = article_path(id), json = page + kArticleJson, embed = embed_path(id);
    if (writer_.keep(json, made_of) && writer_.keep(page, made_of) && writer_.keep(embed, made_of)) return true;
    const ArticleFiles files = pages_.finish(std::move(draft));
    return writer_.put(json, files.json, made_of) && writer_.put(page, files.page, made_of) &&
           writer_.put(embed, files.embed, made_of);
  }

  bool write_lists(Pass pass) {
    const Finish finish = for_each_index(listings_.size(), options_.jobs, [&](size_t i) {
      const Listing& listing = listings_[i];
      for (size_t page = 1; page <= page_count(listing); ++page) {
        const std::string path = list_path(listing, page);
        if (!is_due(path, pass)) continue;
        const std::string said = listing.column < 0 || page > 1 ? "" : site_.columns[static_cast<size_t>(listing.column)].text;
        const PageAbout about{list_title(site_, listing, page),
                              said.empty() ? titles_of(listing.stories, page) : said, path};
        if (!write_list(about, write_list_page(site_, listing, page))) return false;
      }
      return true;
    });
    if (finish == Finish::full) problem_ = "memory ran out";
    if (finish != Finish::done) return false;
    const std::string map_name(layout::strings_for(content_.publication.lang).column_map);
    std::vector<std::string> columns;
    for (const ColumnPage& column : site_.columns)
      columns.push_back(column.path.back());
    return (!is_due(kMapPath, pass) ||
            write_list({map_name, summary_of(columns), kMapPath}, write_map_page(site_))) &&
           (!is_due(kSavedPath, pass) || writer_.put(kSavedPath, pages_.saved())) &&
           writer_.put(kNotFound, pages_.not_found()) &&
           writer_.put(kNoJekyll, "");
  }

  bool write_front() {
    return write_list({content_.publication.title, titles_of(site_.all_stories, 1), ""},
                      write_front_page(site_));
  }

  std::string titles_of(const std::vector<size_t>& stories, size_t page) const {
    std::vector<std::string> titles;
    const size_t end = std::min(page * kStoriesOnPage, stories.size());
    for (size_t i = (page - 1) * kStoriesOnPage; i < end; ++i)
      titles.push_back(content_.stories[stories[i]].article.title);
    return summary_of(titles);
  }

  bool write_list(const PageAbout& about, std::string body) {
    return writer_.put(about.site_path, pages_.list(about, std::move(body)));
  }

  // Last: a browser that finds the new sw.js finds all that it names.
  bool write_worker() {
    const std::string page = pages_.offline();
    return writer_.put(kOfflinePath, page) &&
           writer_.put(kWorkerPath, content_.publication.offline
                                        ? write_service_worker(viewer_, page, base_path(options_.base_url))
                                        : viewer_.worker_off);
  }

  const Content& content_;
  const ViewerFiles viewer_;
  const SiteOptions& options_;
  BuildMemory none_;  // when there is none of the build before
  SearchIndex search_;
  const Site site_;
  const std::vector<Listing> listings_;
  const std::vector<SiteFile> outputs_;
  const SitePages pages_;
  SiteWriter writer_;
  std::string problem_;
};

}  // namespace

SiteResult build_site(const Content& content, const ViewerFiles& viewer,
                      const SiteOptions& options) {
  return Builder(content, viewer, options).build();
}

}  // namespace lectern::publish
