// SPDX-License-Identifier: MIT
#include "publish/service_worker.hpp"

#include "base/hash.hpp"
#include "base/sha256.hpp"
#include "ingest/json_writer.hpp"

namespace lectern::publish {

std::string write_service_worker(const ViewerFiles& viewer, const std::string& offline_page,
                                 const std::string& base_path) {
  std::string all = viewer.worker + offline_page;
  std::vector<const SiteFile*> files;
  for (const SiteFile& file : viewer.files) {
    // What other sites load is none of this one's; of the reader's faces few choose one.
    const bool others = !file.path.starts_with("_/") || file.path.starts_with("_/embed");
    if (others || file.path.ends_with(".woff2")) continue;
    files.push_back(&file);
    all += file.path;
  }
  ingest::JsonWriter site;
  site.begin_object();
  site.text("version", short_hash(all));
  site.text("base", base_path);
  site.text("styles", integrity_of(viewer.styles));
  site.key("files");
  site.begin_object();
  for (const SiteFile* file : files)
    site.text(file->path, integrity_of(file->bytes));
  site.end_object();
  site.end_object();
  std::string list = site.take();
  while (list.ends_with('\n'))
    list.pop_back();
  return "const SITE = " + list + ";\n" + viewer.worker;
}

std::vector<std::string> files_of_worker(std::string_view worker) {
  std::vector<std::string> files{kOfflinePath};
  constexpr std::string_view kOpen = "\"_/";
  const std::string_view list = worker.substr(0, worker.find("};"));
  for (size_t at = list.find(kOpen); at != std::string_view::npos; at = list.find(kOpen, at)) {
    const size_t end = list.find('"', ++at);
    if (end == std::string_view::npos) break;
    files.emplace_back(list.substr(at, end - at));
  }
  return files;
}

}  // namespace lectern::publish
