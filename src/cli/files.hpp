// SPDX-License-Identifier: MIT
// Reading and writing as the commands need it: a file or standard input as a whole, and an answer
// on standard output that is known to have arrived.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lectern::cli {

// The bytes of a file, or of standard input for "-". Nothing when it cannot be read or is larger
// than ingest::kMaxFileBytes; standard error says so then.
std::optional<std::string> read_input(const std::string& path);

// False when it could not be written, for which standard error has a sentence.
bool write_output(std::string_view text);

// One line on standard error: "lectern: SENTENCE", with control characters written out.
void complain(std::string_view sentence);

}  // namespace lectern::cli
