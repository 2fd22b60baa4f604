// SPDX-License-Identifier: MIT
#include "publish/images.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/hash.hpp"
#include "ingest/report.hpp"
#include "publish/addresses.hpp"
#include "publish/files.hpp"
#include "publish/images_cache.hpp"
#include "publish/images_write.hpp"
#include "publish/parallel.hpp"

namespace lectern::publish {
namespace fs = std::filesystem;
namespace {

// CSS px and their multiples: a card in a list; a phone; the column of text (40rem) at one and a half
// and two device px each.
constexpr int kWidths[] = {320, 640, 960, 1280};
constexpr int kWidest = 1280;

int height_at(int width, int full_width, int full_height) {
  const auto height = (std::int64_t{full_height} * width + full_width / 2) / full_width;
  return static_cast<int>(std::max<std::int64_t>(height, 1));
}

// The picture upright, at most kWidest wide; nothing when its file is broken.
std::optional<Pixels> decode(PictureReader& reader, int width, int height, std::string& refusal) {
  const PictureFacts& facts = reader.facts;
  const bool sideways = facts.orientation >= 5;
  int to_width = std::min(width, kWidest);
  int to_height = height_at(to_width, width, height);
  if (sideways) std::swap(to_width, to_height);
  Scaler scaler(facts.width, facts.height, std::min(to_width, facts.width),
                std::min(to_height, facts.height), facts.opaque);
  std::vector<std::uint8_t> row(std::size_t{4} * static_cast<std::size_t>(facts.width));
  for (int y = 0; y < facts.height; ++y) {
    if (!reader.next_row(row.data())) {
      refuse_broken(reader.problem, refusal);
      return std::nullopt;
    }
    scaler.add_row(row.data());
  }
  if (!reader.finish()) {
    refuse_broken(reader.problem, refusal);
    return std::nullopt;
  }
  return turned(scaler.take(), facts.orientation);
}

MadePicture made(const Pixels& pixels, std::string ending, std::string bytes) {
  MadePicture picture;
  picture.version = {pixels.width, pixels.height, std::move(ending), short_hash(bytes),
                     bytes.size()};
  picture.bytes = std::move(bytes);
  return picture;
}

bool saves(std::size_t bytes, std::size_t of) { return bytes > 0 && bytes < of - of / 10; }

}  // namespace

Converted convert_picture(std::string_view bytes, int width, int height) {
  Converted out;
  const auto reader = open_picture(bytes, kWidest, out.refusal);
  // A very long one (a strip of drawings) is no file of WebP's.
  if (!reader || width <= 0 || height_at(std::min(width, kWidest), width, height) > kMaxWebpSide) {
    return out;
  }
  const auto top = decode(*reader, width, height, out.refusal);
  if (!top) return out;
  const PictureFacts& facts = reader->facts;
  std::size_t most = bytes.size();  // what the next wider choice takes
  const auto offer = [&](const Pixels& pixels) {
    MadePicture picture = made(pixels, "webp", write_webp(pixels, facts.lossy, facts.colors));
    if (!saves(picture.bytes.size(), most)) return;
    most = picture.bytes.size();
    out.set.versions.push_back(picture.version);
    out.files.push_back(std::move(picture));
  };
  offer(*top);
  out.set.with_original = out.set.versions.empty();
  for (auto it = std::rbegin(kWidths); it != std::rend(kWidths); ++it) {
    if (*it < top->width) offer(scaled(*top, *it, height_at(*it, top->width, top->height)));
  }
  out.set.with_original = out.set.with_original && !out.set.versions.empty();
  std::reverse(out.set.versions.begin(), out.set.versions.end());

  MadePicture card = made(*top, "jpg", write_jpeg(*top, facts.colors));
  if (width > kWidest || bytes.starts_with("RIFF") || saves(card.bytes.size(), bytes.size() / 2)) {
    out.set.card = card.version;
    out.files.push_back(std::move(card));
  }
  return out;
}

namespace {

// A file that is named as a picture and is none.
std::string misnamed(std::string_view path, const MediaFile& file) {
  constexpr std::string_view kEndings[] = {".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"};
  const bool named = std::any_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view ending) {
    return path.ends_with(ending);
  });
  return named && file.width == 0 ? " is no PNG, JPEG, WebP, AVIF or GIF" : "";
}

class Converter {
 public:
  Converter(const Content& content, std::string& problem)
      : content_(content), cache_(content.picture_cache), problem_(problem) {}

  // False when the picture or the cache can't be used.
  bool convert(const std::string& path, const MediaFile& file, PictureSet& set, std::string& refusal) {
    const std::string key = PictureCache::key_of(file);
    if (cache_.find(key, set, refusal)) return true;
    const auto bytes =
        read_file(fs::path(content_.folder) / path, std::size_t{1} << 40, problem_);
    if (!bytes) return false;
    Converted converted = convert_picture(*bytes, file.width, file.height);
    if (!cache_.keep(key, converted, problem_)) return false;
    set = std::move(converted.set);
    refusal = std::move(converted.refusal);
    made_new = true;
    return true;
  }

  bool made_new = false;

 private:
  const Content& content_;
  PictureCache cache_;
  std::string& problem_;
};

}  // namespace

void convert_pictures(Content& content, int jobs, Diagnostics& diagnostics) {
  if (content.picture_cache.empty()) return;
  struct Work {
    std::vector<std::pair<const std::string*, MediaFile*>> files;  // of one content
    PictureSet set;
    std::string refusal;
    std::string problem;
    bool made_new = false;
  };
  std::map<std::string, Work> by_key;
  for (auto& [path, file] : content.media) {
    if (!file.shown_in.empty()) by_key[PictureCache::key_of(file)].files.emplace_back(&path, &file);
  }
  std::vector<Work*> works;
  for (auto& [key, work] : by_key) works.push_back(&work);
  const Finish finish = for_each_index(works.size(), jobs, [&](std::size_t i) {
    Work& work = *works[i];
    const auto& [path, file] = work.files[0];
    Converter converter(content, work.problem);
    const bool done = converter.convert(*path, *file, work.set, work.refusal);
    work.made_new = converter.made_new;
    return done;
  });
  if (std::any_of(works.begin(), works.end(), [](const Work* work) { return work->made_new; })) {
    PictureCache(content.picture_cache).tidy();
  }
  const auto say = [&](Severity severity, std::string path, Place place, std::string sentence,
                       Code code) {
    diagnostics.push_back({severity, std::move(path), place, std::move(sentence), code});
  };
  if (finish != Finish::done) {
    std::string problem = "memory ran out";
    for (const Work* work : works) {
      if (!work->problem.empty()) problem = work->problem;
    }
    // All or none: the next build makes the same pages of the same content.
    return say(Severity::warning, content.picture_cache, {},
               "pictures are published as they are, since smaller ones can't be kept here: " + problem,
               Code::unreadable);
  }
  for (const Work* work : works) {
    for (const auto& [path, file] : work->files) {
      file->smaller = work->set;
      if (!file->lead) file->smaller.card = {};
      const std::string refusal = work->refusal.empty() ? misnamed(*path, *file) : work->refusal;
      if (refusal.empty()) continue;
      say(Severity::warning, file->shown_in, file->shown_at,
          "the picture " + ingest::quote(file->shown_as) + refusal +
              ", so it is published as it is",
          Code::unconverted_picture);
    }
  }
}

std::optional<std::string> version_bytes(const Content& content, const std::string& path,
                                         const PictureVersion& version, std::string& problem) {
  PictureCache cache(content.picture_cache);
  const MediaFile& file = content.media.at(path);
  const std::string key = PictureCache::key_of(file);
  if (auto bytes = cache.read(key, version)) return bytes;
  cache.forget(key);
  PictureSet set;
  std::string refusal;
  if (!Converter(content, problem).convert(path, file, set, refusal)) return std::nullopt;
  auto bytes = cache.read(key, version);
  if (!bytes) problem = "it changed while it was being published";
  return bytes;
}

std::string version_path(const std::string& path, const PictureVersion& version) {
  const std::size_t dot = path.rfind('.'), slash = path.rfind('/');
  const bool ends = dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
  return hashed_path(path.substr(0, ends ? dot : path.size()) + '-' +
                         std::to_string(version.width) + '.' + version.ending,
                     version.hash);
}

std::vector<model::ImageSource> sources_on(std::string_view page, const std::string& path,
                                           const MediaFile& file) {
  std::vector<model::ImageSource> sources;
  for (const PictureVersion& version : file.smaller.versions)
    sources.push_back({relative_url(page, version_path(path, version)), version.width});
  if (file.smaller.with_original)
    sources.push_back({relative_url(page, hashed_path(path, file.hash)), file.width});
  return sources;
}

}  // namespace lectern::publish
