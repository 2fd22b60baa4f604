// SPDX-License-Identifier: MIT
// What the viewer's files are for one publication: the words of its language, told to the viewer by a file
// of its own, `_/site.HASH.txt`. An English publication needs none.
#pragma once

#include "model/publication.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

ViewerFiles viewer_for(ViewerFiles viewer, const model::Publication& publication);

}  // namespace lectern::publish
