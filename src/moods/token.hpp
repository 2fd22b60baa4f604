// SPDX-License-Identifier: MIT
// A device's token and what is kept of it. The token itself is in no database, log or answer; it is
// compared with nothing but through its HMAC under the database's secret.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "moods/database.hpp"

namespace lectern::moods {

// The token in an Authorization header (RFC 6750): 22 to 64 characters, as many as 128 random bits
// take in base64url, hexadecimal or a UUID. Nothing when it has another form.
std::optional<std::string_view> bearer_token(std::string_view authorization);
bool is_token(std::string_view token);

// HMAC-SHA256 (RFC 2104), its first 128 bits.
Reader reader_of(std::string_view token, const Secret& secret);

// 32 hexadecimal digits.
std::string to_hex(const Reader& reader);

}  // namespace lectern::moods
