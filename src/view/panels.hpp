// SPDX-License-Identifier: MIT
// The panels of the page, one file each. A panel draws the subtree of its element as far as it is
// in view; a title's elements and figures are drawn one by one.
#pragma once

#include "view/surface.hpp"

namespace lectern::view {

void draw_masthead(Surface& surface, int root);
void draw_breadcrumb(Surface& surface, int root);
void draw_title(Surface& surface, int node);  // the mark, title, standfirst, byline, dateline, topics or source line
void draw_languages(Surface& surface, int root);
void draw_body(Surface& surface, int root);   // a body, or a figure outside of one
void draw_corrections(Surface& surface, int root);
void draw_related(Surface& surface, int root);
void draw_share(Surface& surface, int root);
void draw_moods(Surface& surface, int root);
void draw_column_map(Surface& surface, int root);
void draw_headlines(Surface& surface, int root);
void draw_turn(Surface& surface, int root);

}  // namespace lectern::view
