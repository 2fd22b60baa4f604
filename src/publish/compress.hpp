// SPDX-License-Identifier: MIT
// Files compressed, as hosts send them to browsers that take them so, FILE.br and FILE.gz beside FILE, or as a script
// unpacks them.
#pragma once

#include <string>
#include <string_view>

namespace lectern::publish {

// Text and WebAssembly of more than a few hundred bytes; pictures and fonts are compressed already.
bool is_worth_compressing(std::string_view relative, std::size_t size);

// RFC 7932; `hashed` files, which stay for ever, take five times as long for a few percent. "" when memory
// runs out.
std::string compress_brotli(std::string_view bytes, bool hashed);

// RFC 1952, without a name or a time, so that the same bytes give the same. "" when memory runs out.
std::string compress_gzip(std::string_view bytes);

// RFC 1950, which browsers unpack for a script: its checksum says when it was changed on the way. Quick rather than
// smallest. "" when memory runs out.
std::string compress_zlib(std::string_view bytes);

// Whether a gzip file is of these bytes, by the length and the CRC at its end.
bool is_gzip_of(std::string_view gzip, std::string_view bytes);

}  // namespace lectern::publish
