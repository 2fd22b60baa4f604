// SPDX-License-Identifier: MIT
// What sites a service counts for, from which origins a browser may ask, and which articles are
// theirs.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::moods {

// A host name, or "local": letters that are not capitals, digits, ".", "-" and "_", at most 253
// bytes.
bool is_site_name(std::string_view name);
// As the publisher names articles: what its slug is, too.
bool is_article_id(std::string_view id);

enum class Known { no, yes, withdrawn };

// Asked from several threads.
class Sites {
 public:
  virtual ~Sites() = default;
  virtual bool has(const std::string& site) const = 0;
  // `host` is the Host header of the request.
  virtual bool allows(const std::string& site, std::string_view origin,
                      std::string_view host) const = 0;
  virtual Known knows(const std::string& site, const std::string& article) const = 0;
  // What went wrong meanwhile, said once; "" for nothing.
  virtual std::string take_problem() const { return ""; }
};

struct Site {
  std::vector<std::string> origins;
  std::optional<std::set<std::string>> articles;  // without them, any id of the right form
  std::set<std::string> withdrawn;
};
using SiteMap = std::map<std::string, Site, std::less<>>;

// {"SITE": {"origins": ["https://…"], "articles": ["ID", …], "withdrawn": ["ID", …]}, …}; the last
// two may be absent. Nothing, and "PATH:LINE:COL: error: SENTENCE" lines, when it is not that.
std::optional<SiteMap> read_sites(std::string_view text, const std::string& path,
                                  std::string& problem);

// The sites of a file, read again within a second after it has changed. One that can't be read then
// leaves the sites as they were.
class SiteFile final : public Sites {
 public:
  explicit SiteFile(std::filesystem::path file) : file_(std::move(file)) {}
  // False, and sentences, when it can't be read.
  bool load(std::string& problem);
  bool has(const std::string& site) const override;
  bool allows(const std::string& site, std::string_view origin,
              std::string_view host) const override;
  Known knows(const std::string& site, const std::string& article) const override;
  std::string take_problem() const override;  // why a change was not taken over

 private:
  std::shared_ptr<const SiteMap> now() const;

  const std::filesystem::path file_;
  mutable std::mutex mutex_;
  mutable std::shared_ptr<const SiteMap> sites_;
  mutable std::filesystem::file_time_type time_;
  mutable std::int64_t next_look_ = 0;  // milliseconds of the steady clock
  mutable std::string problem_;
};

// The publication in a folder that `lectern serve` shows, under whatever name its pages have for
// it: articles are those with a page, the withdrawn ones stand in withdrawn.json, and the origin is
// the server's own.
class SiteFolder final : public Sites {
 public:
  explicit SiteFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
  bool has(const std::string& site) const override;
  bool allows(const std::string& site, std::string_view origin,
              std::string_view host) const override;
  Known knows(const std::string& site, const std::string& article) const override;

 private:
  const std::filesystem::path folder_;
};

}  // namespace lectern::moods
