// SPDX-License-Identifier: MIT
// Apart from diagnostic.cpp, so that the viewer, which shows sentences alone, has none of these names.
#include "base/diagnostic_code.hpp"

#include <iterator>

namespace lectern {
namespace {

// In the order of the enumeration.
constexpr std::string_view kNames[] = {
    "other",
    "unreadable",
    "empty-file",
    "encoding",
    "syntax",
    "limit",
    "wrong-type",
    "missing-field",
    "bad-value",
    "incomplete-entry",
    "repeated-key",
    "unknown-key",
    "bad-date",
    "date-order",
    "bad-language",
    "bad-url",
    "bad-id",
    "duplicate-id",
    "long-title",
    "deep-section",
    "no-base-url",
    "removed-markup",
    "footnote",
    "empty-heading",
    "skipped-heading",
    "duplicate-heading",
    "missing-alt",
    "unknown-code",
    "missing-target",
    "missing-part",
    "missing-picture",
    "not-published",
    "outside-folder",
    "plain-http",
    "large-picture",
    "unconverted-picture",
    "missing-related",
    "related-to-itself",
    "missing-translation",
    "one-way-translation",
    "low-contrast",
    "theme-file",
    "symbolic-link",
    "similar-path",
    "published-site",
};
static_assert(std::size(kNames) == static_cast<std::size_t>(Code::published_site) + 1);

}  // namespace

std::string_view name_of(Code code) {
  return kNames[static_cast<std::size_t>(code)];
}

}  // namespace lectern
