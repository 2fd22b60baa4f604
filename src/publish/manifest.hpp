// SPDX-License-Identifier: MIT
// The web app manifest (w3.org/TR/appmanifest): how the site looks on a home screen.
#pragma once

#include <string>

#include "publish/content.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

inline constexpr const char* kManifestPath = "manifest.webmanifest";

// Its URLs are relative to itself, at the site's root.
std::string write_manifest(const Content& content, const ViewerFiles& viewer);

// The title as it fits under an icon: its first words of at most 12 characters, at least one word
// or so many characters of it.
std::string short_name_of(const std::string& title);

}  // namespace lectern::publish
