// SPDX-License-Identifier: MIT
// A folder of its own for a test, with a content folder and a built viewer made of a few lines.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "publish/content.hpp"
#include "publish/site.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

class PublishTest : public testing::Test {
 protected:
  static constexpr std::int64_t kNow = 1795478400;  // 2026-11-24

  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    root_ = std::filesystem::temp_directory_path() /
            (std::string("lectern-") + std::to_string(::getpid()) + info->name());
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_ / "content");
    before_ = std::filesystem::current_path();
    std::filesystem::current_path(root_);  // so that diagnostics have short paths
  }
  void TearDown() override {
    std::filesystem::current_path(before_);
    std::filesystem::remove_all(root_);
  }

  void write(const std::string& path, const std::string& text) {
    std::filesystem::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
  }
  std::string read(const std::string& path) const {
    std::ifstream in(root_ / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  bool exists(const std::string& path) const { return std::filesystem::exists(root_ / path); }

  // An article in content/, as Markdown: lines of front matter, then the text.
  void article(const std::string& path, const std::string& front,
               const std::string& text = "Text.") {
    write("content/" + path, "---\n" + front + "\n---\n" + text + "\n");
  }

  // The header of a PNG is enough of a picture.
  static std::string png(unsigned char width, unsigned char height) {
    std::string bytes = "\x89PNG\r\n\x1a\n";
    bytes += std::string("\0\0\0\x0DIHDR\0\0\0", 11) + static_cast<char>(width);
    bytes += std::string("\0\0\0", 3) + static_cast<char>(height);
    return bytes + std::string("\x08\x02\0\0\0", 5);
  }

  std::optional<Content> load(LoadOptions options = {}) {
    options.now_s = kNow;
    diagnostics_.clear();
    return load_content("content", options, diagnostics_);
  }
  // The diagnostics of the last load(), one on a line.
  std::string said() const {
    std::string lines;
    for (const Diagnostic& diagnostic : diagnostics_)
      lines += to_string(diagnostic) + '\n';
    return lines;
  }

  void write_viewer() {
    write("viewer/shell.html",
          "<!-- the template's own -->\n<!doctype html>\n<html lang=\"{{lang}}\" dir=\"{{dir}}\">\n"
          "<title>{{title}}</title>\n{{head}}\n{{styles}}\n{{scripts}}\n<body>\n{{canvas}}\n"
          "{{body}}\n</body>\n");
    write("viewer/lectern.css", "a{}\n");
    write("viewer/pages.css", "b{}\n");
    write("viewer/boot.js", "import './core.js';\n");
    write("viewer/look.js", "self.look = 1;\n");
    write("viewer/core.js", "import(\"./lectern.js\");\n");
    write("viewer/lectern.js", "new URL(\"lectern.wasm\",import.meta.url)\n");
    write("viewer/lectern.wasm", "wasm");
    write("viewer/sw.js", "import { home } from \"./kept.js\";\n");
    write("viewer/kept.js", "export const home = 1;\n");
    write("viewer/sw_off.js", "self.off = 1;\n");
    write("viewer/embed_frame.js", "import(\"./boot.js\");\n");
    write("viewer/embed.js", "c();\n");
    write("viewer/embed.d.ts", "export {};\n");
    write("viewer/embed.css", "d{}\n");
  }

  SiteResult build(const std::string& base_url = "", int jobs = 1, LoadOptions options = {}) {
    const auto content = load(options);
    std::string problem;
    const auto viewer = load_viewer("viewer", problem);
    EXPECT_TRUE(content && viewer) << said() << problem;
    if (!content || !viewer) return {};
    return build_site(*content, *viewer, {"site", base_url, jobs});
  }

  std::filesystem::path root_;
  std::filesystem::path before_;
  Diagnostics diagnostics_;
};

}  // namespace lectern::publish
