// SPDX-License-Identifier: MIT
// Which articles are the same in other languages. One need only be named by one of the others: who
// translates need not change what was there before.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publish/page_context.hpp"

namespace lectern::publish {

// Of each story, the stories of its group in other languages, by language, one of each: the one
// that it names itself, else the newest. A group is what hangs together by `translations`. Cost:
// linear in the stories, times the languages of a group.
std::vector<std::vector<std::size_t>> find_translations(const Site& site);

// What keeps `to`, which `from` names as its translation into `lang`, from being one; the end of a
// sentence, "" when nothing does.
std::string translation_fault(const Content& content, const Story& from, const std::string& lang,
                              const Story& to);

}  // namespace lectern::publish
