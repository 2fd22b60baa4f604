// SPDX-License-Identifier: MIT
// The headers that a site needs of its host, as files that hosts read: _headers (Netlify, Cloudflare Pages),
// .htaccess (Apache) and nginx.conf, which a server block includes. A page can't say by itself who may frame it.
#pragma once

#include <string>
#include <vector>

#include "model/publication.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

// "frame-ancestors …" for the pages below embed/: those of publication.json and the site itself, else all.
std::string frame_ancestors(const model::Publication& publication);

// `base_url` is absolute, without a final slash; "" when it is not known. 404.html, which any address may be answered
// with, has the viewer's styles inside.
std::vector<SiteFile> write_host_headers(const model::Publication& publication, const ViewerFiles& viewer,
                                         const std::string& base_url);

}  // namespace lectern::publish
