// SPDX-License-Identifier: MIT
// The viewer's own files as the site serves them: the template of pages, the stylesheet, and the ES
// modules with the WebAssembly, each under a name with the hash of its content.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "publish/page_template.hpp"

namespace lectern::publish {

struct SiteFile {
  std::string path;  // on the site
  std::string bytes;
};

struct ViewerFiles {
  PageTemplate shell;
  std::string styles;                // lectern.css and pages.css; viewer_for puts what the tokens give before them
  std::string styles_path;           // "_/style.HASH.css", from viewer_for
  std::string boot_path;             // "_/boot.HASH.js"
  std::string look_path;             // "_/look.HASH.js", which puts the reader's settings on before the page is painted
  std::string room_path;             // "_/room.HASH.json", the words of the reader's panels, from viewer_for
  std::string embed_styles_path;     // "_/embed.HASH.css", beside the stylesheet on embedded pages
  std::string embed_frame_path;      // "_/embed_frame.HASH.js", the script of embedded pages
  std::string embed_path;            // "_/embed.HASH.js", what partners load, beside embed.js
  std::string embed_integrity;       // of both
  std::string icon_path;             // "_/icon.HASH.svg"; "" when the folder has none
  std::map<int, std::string> icon_pngs;  // the same by its side in px, for systems that take no SVG
  std::string worker;                // sw.js, without the list that service_worker writes before it
  std::string worker_off;            // what stands in its place where nothing is to be kept
  std::string site_path;             // "_/site.HASH.txt" (site_look.hpp); "" when there is none
  std::string find_path;             // "_/find.HASH.json", the words of the search in an article, from viewer_for
  std::vector<std::string> at_once;  // site paths of what boot needs to start the viewer, all at the same time
  std::vector<SiteFile> files;       // all that goes to _/, what others name before them; and embed.js
};

// What the script that starts the viewer on a page has to tell it: data-files, and data-site where there is such a
// file; with a space before each.
std::string viewer_attributes(const ViewerFiles& viewer, const std::string& page);

// Reads `folder`: shell.html, lectern.css, pages.css, boot.js, look.js, embed_frame.js and sw.js with whatever they
// reach, embed.js, embed.css and embed.d.ts, sw_off.js, and icon.svg where there is one. A
// module names another file of the folder as a quoted "./NAME" (the WebAssembly as "NAME" too, as
// Emscripten writes it) outside of comment lines; each such name becomes the hashed one. Nothing
// when a file is missing or two modules name each other in a circle; `problem` is then a sentence.
std::optional<ViewerFiles> load_viewer(const std::string& folder, std::string& problem);

}  // namespace lectern::publish
