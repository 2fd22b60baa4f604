// SPDX-License-Identifier: MIT
#include "publish/site.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/hash.hpp"
#include "ingest/ingest.hpp"
#include "layout/direction.hpp"
#include "layout/page_tree.hpp"
#include "layout/strings.hpp"
#include "model/urls.hpp"
#include "publish/addresses.hpp"
#include "publish/embed_page.hpp"
#include "publish/files.hpp"
#include "publish/images.hpp"
#include "publish/index_pages.hpp"
#include "publish/manifest.hpp"
#include "publish/outputs.hpp"
#include "publish/list_pages.hpp"
#include "publish/page_head.hpp"
#include "publish/page_strings.hpp"
#include "publish/parallel.hpp"
#include "publish/saved_page.hpp"
#include "publish/service_worker.hpp"
#include "publish/site_look.hpp"
#include "publish/site_writer.hpp"
#include "publish/summary.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

constexpr const char* kArticleJson = "article.json";
constexpr const char* kNotFound = "404.html";
constexpr const char* kNoJekyll = ".nojekyll";  // or GitHub Pages drops the folder "_"

class Builder {
 public:
  Builder(const Content& content, const ViewerFiles& viewer, const SiteOptions& options)
      : content_(content),
        viewer_(viewer_for(viewer, content)),
        options_(options),
        site_(build_site_index(content, options.base_url, options.jobs, options.memory)),
        listings_(build_listings(site_)),
        outputs_(write_outputs(site_, viewer_)),
        writer_(options.folder, options.compress) {}

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
  // Pages lead to each other in circles, so no order has every page's links there before it. But to
  // what was not there before nothing leads that was: first all that is new, then what has become
  // other, at last the front page, and no reader who came by a link ever misses a page, even if the
  // build is killed.
  enum class Pass { added, replaced };
  bool is_due(const std::string& path, Pass pass) {
    return pass == Pass::added ? !writer_.has(path) : !writer_.is_put(path);
  }
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
           put_all(viewer_.files) && put_manifest();
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

  // article.json carries the article as written and, beside it, what build_context knows; the page
  // is built from the two as the viewer builds it.
  bool write_article(size_t index) {
    const model::PageContext context = build_context(site_, index);
    model::Article article = content_.stories[index].article;
    const std::string json = ingest::write_article_json(article, &context);
    model::apply_urls(article, context);
    const std::string path = article_path(article.id);
    PageTemplate::Parts parts;
    parts.skip = skip_link();
    parts.title = escape_html(full_title(site_, article.title));
    parts.head = write_article_head(site_, article, context);
    parts.styles = stylesheet(path);
    add_viewer(path, parts);
    parts.head += fill_theme(content_.theme.head, site_, {path}, "");
    // The rest follows from the article, its context and publication.json.
    const std::string own = with_theme("<header class=\"masthead\"><footer class=\"footer\">", path);
    const std::uint64_t made_of = hash_bytes(viewer_.shell.fill(parts), hash_bytes(json, hash_bytes(own, content_.publication_hash)));
    if (is_made_of(path, made_of) && writer_.keep(path + kArticleJson) && writer_.keep(path) &&
        writer_.keep(embed_path(article.id))) {
      return true;
    }
    const layout::PageTree tree =
        layout::build_article_page(article, context, state::ReaderState{});
    parts.lang = escape_html(tree.lang);
    parts.dir = tree.dir;
    parts.body = with_theme(semantics::write_page(tree), path);
    if (!writer_.put(path + kArticleJson, json) || !writer_.put(path, viewer_.shell.fill(parts)) ||
        !writer_.put(embed_path(article.id), write_embed_page(site_, viewer_, index))) {
      return false;
    }
    note(path, made_of);
    return true;
  }

  // Whether the build before made the page of the same.
  bool is_made_of(const std::string& path, std::uint64_t hash) const {
    if (!options_.memory) return false;
    const std::lock_guard lock(options_.memory->pages_mutex);
    const auto found = options_.memory->pages.find(path);
    return found != options_.memory->pages.end() && found->second == hash;
  }
  void note(const std::string& path, std::uint64_t hash) const {
    if (!options_.memory) return;
    const std::lock_guard lock(options_.memory->pages_mutex);
    options_.memory->pages[path] = hash;
  }

  // The page's empty masthead and footer get what the theme has for them.
  std::string with_theme(std::string html, const std::string& path) const {
    const auto fill = [&](const std::optional<ThemeTemplate>& part, size_t tag) {
      if (!part) return;
      html.insert(html.find('>', tag) + 1, fill_theme(part, site_, {path}, "p"));
    };
    fill(content_.theme.footer, html.rfind("<footer class=\"footer\""));
    fill(content_.theme.masthead, html.find("<header class=\"masthead\""));
    return html;
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
           (!is_due(kSavedPath, pass) || write_saved()) && write_not_found() &&
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

  PageTemplate::Parts list_parts(const std::string& title, std::string body) const {
    PageTemplate::Parts parts;
    parts.lang = escape_html(content_.publication.lang);
    parts.dir = layout::direction_of("", content_.publication.lang);
    parts.title = escape_html(full_title(site_, title));
    parts.skip = skip_link();
    parts.body = std::move(body);
    return parts;
  }

  std::string skip_link() const {
    const std::string& lang = content_.publication.lang;
    return "<a class=\"skip\" href=\"#" + std::string(layout::kMainId) + "\" lang=\"" +
           escape_html(lang) + "\" dir=\"" + std::string(layout::direction_of("", lang)) + "\">" +
           escape_html(page_strings_for(lang).skip) + "</a>";
  }

  const PageStrings& strings() const { return page_strings_for(content_.publication.lang); }

  // Lists too: an article that is opened from one is shown by the viewer there.
  void add_viewer(const std::string& path, PageTemplate::Parts& parts) const {
    parts.scripts = "<script type=\"module\" src=\"" + relative_url(path, viewer_.boot_path) + '"' +
                    viewer_attributes(viewer_, path) + offline_data(path) + "></script>\n";
    parts.canvas = "<canvas id=\"lectern-canvas\" aria-hidden=\"true\"></canvas>";
  }

  static std::string data(const std::string& name, std::string_view value) {
    return " data-" + name + "=\"" + escape_html(value) + '"';
  }

  // For web/offline.js and web/moods.js.
  std::string offline_data(const std::string& path) const {
    const model::Publication& publication = content_.publication;
    std::string out;
    if (publication.offline) {
      out += data("worker", relative_url(path, kWorkerPath)) + data("update", strings().update) +
             data("update-now", strings().update_now);
    }
    if (!publication.moods_service.empty()) {
      out += data("moods", publication.moods_service) + data("moods-site", publication.moods_site);
    }
    return out;
  }

  bool write_list(const PageAbout& about, std::string body) {
    PageTemplate::Parts parts = list_parts(about.title, std::move(body));
    parts.head = write_head(site_, about) + fill_theme(content_.theme.head, site_, {about.site_path}, "");
    parts.styles = stylesheet(about.site_path);
    add_viewer(about.site_path, parts);
    return writer_.put(about.site_path, viewer_.shell.fill(parts));
  }

  bool write_saved() {
    return write_list({std::string(strings().saved), std::string(strings().saved_text), kSavedPath},
                      write_saved_page(site_));
  }

  // A page that is answered at any depth: it has its styles inside and no address of its own.
  std::string whole_page(const std::string& title, std::string body) const {
    PageTemplate::Parts parts = list_parts(title, std::move(body));
    const std::string base = base_path(options_.base_url);
    parts.head = "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"manifest\" href=\"" + base +
                 kManifestPath + "\">\n" + fill_theme(content_.theme.head, site_, {"", base}, "");
    parts.styles = "<style>" + viewer_.styles + "</style>\n";
    return viewer_.shell.fill(parts);
  }

  bool write_not_found() {
    return writer_.put(kNotFound, whole_page("404", write_not_found_page(
                                                        site_, base_path(options_.base_url))));
  }

  // Last: a browser that finds the new sw.js finds all that it names.
  bool write_worker() {
    const std::string base = base_path(options_.base_url);
    const std::string page =
        whole_page(std::string(strings().offline), write_offline_page(site_, base));
    return writer_.put(kOfflinePath, page) &&
           writer_.put(kWorkerPath, content_.publication.offline
                                        ? write_service_worker(viewer_, page, base)
                                        : viewer_.worker_off);
  }

  std::string stylesheet(const std::string& page) const {
    return "<link rel=\"stylesheet\" href=\"" + relative_url(page, viewer_.styles_path) + "\">\n";
  }

  const Content& content_;
  const ViewerFiles viewer_;
  const SiteOptions& options_;
  const Site site_;
  const std::vector<Listing> listings_;
  const std::vector<SiteFile> outputs_;
  SiteWriter writer_;
  std::string problem_;
};

}  // namespace

SiteResult build_site(const Content& content, const ViewerFiles& viewer,
                      const SiteOptions& options) {
  return Builder(content, viewer, options).build();
}

}  // namespace lectern::publish
