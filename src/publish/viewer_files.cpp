// SPDX-License-Identifier: MIT
#include "publish/viewer_files.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/hash.hpp"
#include "base/sha256.hpp"
#include "publish/addresses.hpp"
#include "publish/files.hpp"

namespace lectern::publish {
namespace {

constexpr size_t kMaxViewerFile = std::size_t{64} << 20;

// A quoted name of another file: [begin, end) is what stands between the quotes.
struct Mention {
  size_t begin = 0;
  size_t end = 0;
  std::string name;
  bool later = false;  // import("…") or new URL("…"): loaded when it is needed
};

bool is_name(std::string_view text) {
  return !text.empty() && text.size() < 100 && text.front() != '.' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_' || c == '-' || c == '.';
         });
}

// True inside a comment that has its line to itself, as JSDoc does, whose types are written as
// imports. A comment after code is not recognised.
bool in_comment(std::string_view text, size_t at) {
  const size_t line_end = text.rfind('\n', at);
  const size_t line = line_end == std::string_view::npos ? 0 : line_end + 1;
  const std::string_view rest = text.substr(std::min(text.find_first_not_of(" \t", line), at));
  return rest.starts_with('*') || rest.starts_with("/*") || rest.starts_with("//");
}

// Modules are searched as text: a name counts wherever it stands between quotes.
std::vector<Mention> find_mentions(std::string_view text) {
  std::vector<Mention> mentions;
  for (size_t i = 0; i < text.size(); ++i) {
    const char quote = text[i];
    if (quote != '"' && quote != '\'' && quote != '`') continue;
    const size_t end = text.find_first_of("\"'`\n", i + 1);
    if (end == std::string_view::npos) break;
    if (text[end] != quote) continue;
    const std::string_view inside = text.substr(i + 1, end - i - 1);
    const bool relative = inside.starts_with("./");
    const std::string_view name = relative ? inside.substr(2) : inside;
    const bool known =
        relative ? name.find('.') != std::string_view::npos : name.ends_with(".wasm");
    if (known && is_name(name) && !in_comment(text, i))
      mentions.push_back({i + 1, end, std::string(name), text.substr(0, i).ends_with('(')});
  }
  return mentions;
}

class Loader {
 public:
  Loader(const std::string& folder, std::string& problem) : folder_(folder), problem_(problem) {}

  std::optional<ViewerFiles> load() {
    const auto shell_text = read("shell.html");
    const auto base_css = shell_text ? read("lectern.css") : std::nullopt;
    const auto pages_css = base_css ? read("pages.css") : std::nullopt;
    if (!pages_css) return std::nullopt;
    auto shell = PageTemplate::parse(*shell_text, problem_);
    if (!shell) {
      problem_ = "shell.html can't be used: " + problem_;
      return std::nullopt;
    }
    ViewerFiles viewer;
    viewer.shell = std::move(*shell);
    viewer.styles = *base_css + *pages_css;
    std::string no_icon;  // a site is whole without one
    if (auto icon = read_file(std::filesystem::path(folder_) / "icon.svg", kMaxViewerFile, no_icon)) {
      viewer.icon_path = hashed_path("icon.svg", short_hash(*icon));
      files_.push_back({viewer.icon_path, std::move(*icon)});
    }
    for (const int side : {192, 512}) {
      const std::string name = "icon-" + std::to_string(side) + ".png";
      auto icon = read_file(std::filesystem::path(folder_) / name, kMaxViewerFile, no_icon);
      if (!icon) continue;
      const auto& path = viewer.icon_pngs[side] = hashed_path(name, short_hash(*icon));
      files_.push_back({path, std::move(*icon)});
    }
    const std::string* boot = add("boot.js");
    if (!boot) return std::nullopt;
    viewer.boot_path = *boot;
    const std::string* look = add("look.js");
    if (!look) return std::nullopt;
    viewer.look_path = *look;
    auto worker = read("sw.js");
    auto worker_off = worker ? read("sw_off.js") : std::nullopt;
    if (!worker_off || !replace_names("sw.js", *worker, "./_/")) return std::nullopt;
    viewer.worker = std::move(*worker);
    viewer.worker_off = std::move(*worker_off);
    std::set<std::string> at_once;
    collect("boot.js", at_once);
    for (const std::string& name : at_once)
      viewer.at_once.push_back(paths_.at(name));
    if (!add_embeds(viewer)) return std::nullopt;
    viewer.files = std::move(files_);
    return viewer;
  }

 private:
  std::optional<std::string> read(const std::string& name) {
    std::string why;
    auto bytes = read_file(std::filesystem::path(folder_) / name, kMaxViewerFile, why);
    if (!bytes) {
      problem_ = "the viewer's " + name + " can't be read in " + folder_ + " (" + why +
                 "); scripts/build makes it, --viewer names another folder";
    }
    return bytes;
  }

  // The loader stands at the site's root under a name that stays, and beside the other files under one that
  // an integrity attribute can hold on to.
  bool add_embeds(ViewerFiles& viewer) {
    const std::string* frame = add("embed_frame.js");
    const auto loader = frame ? read("embed.js") : std::nullopt;
    const auto types = loader ? read("embed.d.ts") : std::nullopt;
    const auto styles = types ? read("embed.css") : std::nullopt;
    if (!styles) return false;
    viewer.embed_styles_path = hashed_path("embed.css", short_hash(*styles));
    files_.push_back({viewer.embed_styles_path, *styles});
    viewer.embed_frame_path = *frame;
    viewer.embed_path = hashed_path("embed.js", short_hash(*loader));
    viewer.embed_integrity = integrity_of(*loader);
    files_.push_back({viewer.embed_path, *loader});
    files_.push_back({"embed.js", *loader});
    files_.push_back({"embed.d.ts", *types});
    return true;
  }

  // The site path of a file, after all that it names; null when it can't be had. Depth is at most
  // the number of files in the folder.
  const std::string* add(const std::string& name) {
    if (const auto done = paths_.find(name); done != paths_.end()) return &done->second;
    if (!open_.insert(name).second) {
      problem_ = "the viewer's modules name each other in a circle, at " + name;
      return nullptr;
    }
    auto bytes = read(name);
    if (!bytes) return nullptr;
    if (name.ends_with(".js") && !replace_names(name, *bytes, "./")) return nullptr;
    const std::string path = hashed_path(name, short_hash(*bytes));
    files_.push_back({path, std::move(*bytes)});
    open_.erase(name);
    return &paths_.emplace(name, path).first->second;
  }

  // `folder` leads from the file to _/.
  bool replace_names(const std::string& own, std::string& text, const std::string& folder) {
    std::string out;
    size_t done = 0;
    for (const Mention& mention : find_mentions(text)) {
      if (mention.name == own) continue;
      const std::string* path = add(mention.name);
      if (!path) return false;
      if (!mention.later) needs_[own].insert(mention.name);
      out.append(text, done, mention.begin - done);
      out += folder + path->substr(2);
      done = mention.end;
    }
    out.append(text, done);
    text = std::move(out);
    return true;
  }

  // What a file needs to run, and what that needs.
  void collect(const std::string& name, std::set<std::string>& all) const {
    const auto needs = needs_.find(name);
    if (needs == needs_.end()) return;
    for (const std::string& needed : needs->second) {
      if (all.insert(needed).second) collect(needed, all);
    }
  }

  const std::string folder_;
  std::string& problem_;
  std::map<std::string, std::string> paths_;
  std::set<std::string> open_;
  std::map<std::string, std::set<std::string>> needs_;
  std::vector<SiteFile> files_;
};

}  // namespace

std::string viewer_attributes(const ViewerFiles& viewer, const std::string& page) {
  std::string files;
  for (const std::string& file : viewer.at_once)
    files += (files.empty() ? "" : " ") + relative_url(page, file);
  std::string out = " data-files=\"" + files + '"';
  if (!viewer.site_path.empty()) out += " data-site=\"" + relative_url(page, viewer.site_path) + '"';
  return out;
}

std::optional<ViewerFiles> load_viewer(const std::string& folder, std::string& problem) {
  return Loader(folder, problem).load();
}

}  // namespace lectern::publish
