// SPDX-License-Identifier: MIT
// What the viewer's files are for one publication: the stylesheet of its design, and the words of its language
// and the tokens that it has changed, told to the viewer by a file of its own, `_/site.HASH.txt`. An English
// publication with the default design needs none. The loader of embeds gets the language's words, too.
#pragma once

#include "publish/content.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

// The design also comes into force (layout::use_tokens).
ViewerFiles viewer_for(ViewerFiles viewer, const Content& content);

}  // namespace lectern::publish
