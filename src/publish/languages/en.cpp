// SPDX-License-Identifier: MIT
#include "publish/languages/languages.hpp"

namespace lectern::publish {

const PageStrings kEnglish{
    .skip = "Skip to the text",
    .sections = "Sections",
    .front_page = "Front page",
    .more = "More stories",
    .below = "Columns in this section",
    .nothing_here = "There is no story in this column yet.",
    .not_found = "This page is not here",
    .not_found_text =
        "It may have been withdrawn, or the address has a slip in it. "
        "Every story can be found from these two pages.",
    .chosen = "chosen by the editors",
    .same_column = "same column",
    .same_column_and_topic = "same column and topic",
    .same_topic = "same topic",
    .same_column_about = "same column, both about",
    .same_about = "both about",
    .all_stories = "All stories",
    .stories = {.one = "{n} story", .other = "{n} stories"},
    .pages = "Pages",
    .count_page = "{stories}, page {page} of {pages}",
    .list_page = "{list}, page {page}",
    .newer = "← Newer stories",
    .older = "Older stories →",
    .viewer = {"Drop the file to read it here. It is sent nowhere.",
               "The page could not be opened: {why}.",
               "the network did not answer",
               "the network took too long",
               "the server answered {n}",
               "something else than a page of this publication came back",
               "it was cut off on the way",
               "{name} has more than {n} MiB.",
               "{name} could not be read.",
               "{name} is neither article JSON nor Markdown.",
               "{name} could not be fetched: {why}.",
               "no answer came, or this site does not let its pages ask there",
               "What opens files could not be loaded."},
};

}  // namespace lectern::publish
