// SPDX-License-Identifier: MIT
// A small site on disk, with things around and in it that must not be shown.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "server/static_site.hpp"

namespace lectern::server {

namespace fs = std::filesystem;

class StaticSiteTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("lectern-server-" + std::to_string(::getpid()));
    fs::remove_all(root_);
    write("secret.txt", "secret");
    write("site/index.html", "front");
    write("site/a/one/index.html", "one");
    write("site/_/boot.0123456789.js", "0123456789");
    write("site/.lectern-files", "notes");
    write("site/404.html", "<style>p{}</style>not here");
    fs::create_symlink(root_ / "secret.txt", root_ / "site/out.txt");
    fs::create_symlink(root_, root_ / "site/up");
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& path, const std::string& text) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
  }
  Answer get(const std::string& target, Request request = {}) {
    request.target = target;
    if (request.method.empty()) request.method = "GET";
    return StaticSite(root_ / "site").answer(request);
  }
  static std::string header(const Answer& answer, const std::string& name) {
    for (const auto& [key, value] : answer.headers) {
      if (key == name) return value;
    }
    return "";
  }

  fs::path root_;
};

}  // namespace lectern::server
