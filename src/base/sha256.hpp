// SPDX-License-Identifier: MIT
// SHA-256 (FIPS 180-4), for the hashes that browsers check (of a Content-Security-Policy and of files) and the
// readers of moods.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace lectern {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);

// HMAC (RFC 2104) with it; keys of at most 64 bytes.
std::array<std::uint8_t, 32> hmac_sha256(std::string_view key, std::string_view bytes);

// "sha256-…", as Subresource Integrity has it (W3C SRI, 3.1).
std::string integrity_of(std::string_view bytes);

// "'sha256-…'", as a policy names an inline style by its content (CSP level 3, 2.3.1).
std::string csp_hash(std::string_view bytes);

}  // namespace lectern
