// SPDX-License-Identifier: MIT
// A stable name for each kind of problem, for programs that read what `lectern check --format json`
// writes: sentences may change, these don't. docs/checks.md says what each is about.
#pragma once

#include <string_view>

namespace lectern {

enum class Code : unsigned char {
  other,
  // A file as a whole, and its syntax.
  unreadable,
  empty_file,
  encoding,
  syntax,
  limit,
  // Fields of front matter, article JSON and publication.json.
  wrong_type,
  missing_field,
  bad_value,
  incomplete_entry,
  repeated_key,
  unknown_key,
  bad_date,
  date_order,
  bad_language,
  bad_url,
  bad_id,
  duplicate_id,
  long_title,
  deep_section,
  no_base_url,
  // The text.
  removed_markup,
  footnote,
  empty_heading,
  skipped_heading,
  duplicate_heading,
  missing_alt,
  unknown_code,
  // What it refers to.
  missing_target,
  missing_part,
  missing_picture,
  not_published,
  outside_folder,
  plain_http,
  large_picture,
  unconverted_picture,
  missing_related,
  related_to_itself,
  missing_translation,
  one_way_translation,
  // The design.
  low_contrast,
  theme_file,
  // The content folder.
  symbolic_link,
  similar_path,
  published_site,
};

// "missing-part" for Code::missing_part.
std::string_view name_of(Code code);

}  // namespace lectern
