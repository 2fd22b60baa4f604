// SPDX-License-Identifier: MIT
// Which articles are the same in other languages. One need only be named by one of the others: who
// translates need not change what was there before.
#pragma once

#include <cstddef>
#include <vector>

#include "publish/page_context.hpp"

namespace lectern::publish {

// Of each story, the stories of its group in other languages, by language, one of each: the one
// that it names itself, else the newest. A group is what hangs together by `translations`. Cost:
// linear in the stories, times the languages of a group.
std::vector<std::vector<std::size_t>> find_translations(const Site& site);

}  // namespace lectern::publish
