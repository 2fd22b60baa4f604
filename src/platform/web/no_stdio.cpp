// SPDX-License-Identifier: MIT
// Formatted input and output of the C library, which would be a thirtieth of what a reader downloads
// (floats in full precision above all) and which the viewer has no use for: Dear ImGui reads saved
// settings with it, the JSON parser words messages that are not shown. These stand in for it.
#include <cstdarg>
#include <cstdio>

extern "C" {

int sscanf(const char*, const char*, ...) { return 0; }

int vsnprintf(char* buffer, std::size_t size, const char*, va_list) {
  if (size > 0) *buffer = '\0';
  return 0;
}
int snprintf(char* buffer, std::size_t size, const char*, ...) {
  return vsnprintf(buffer, size, nullptr, nullptr);
}

}  // extern "C"
