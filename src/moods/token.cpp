// SPDX-License-Identifier: MIT
#include "moods/token.hpp"

#include <algorithm>

#include "base/sha256.hpp"

namespace lectern::moods {
namespace {

constexpr std::size_t kMinToken = 22, kMaxToken = 64;

bool is_token_char(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || std::string_view("-._~+/=").find(c) != std::string_view::npos;
}

}  // namespace

bool is_token(std::string_view token) {
  return token.size() >= kMinToken && token.size() <= kMaxToken &&
         std::all_of(token.begin(), token.end(), is_token_char);
}

std::optional<std::string_view> bearer_token(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (authorization.size() <= kScheme.size()) return std::nullopt;
  for (std::size_t i = 0; i < kScheme.size(); ++i) {
    const char c = authorization[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != kScheme[i]) return std::nullopt;
  }
  authorization.remove_prefix(kScheme.size());
  if (!is_token(authorization)) return std::nullopt;
  return authorization;
}

Reader reader_of(std::string_view token, const Secret& secret) {
  const auto hash = hmac_sha256({reinterpret_cast<const char*>(secret.data()), secret.size()},
                                        token);
  Reader reader;
  std::copy_n(hash.begin(), reader.size(), reader.begin());
  return reader;
}

std::string to_hex(const Reader& reader) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : reader) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace lectern::moods
