// SPDX-License-Identifier: MIT
// Dear ImGui reads saved settings and typed numbers with sscanf. The viewer has neither, so this
// stands in for the C library's, which would be a fortieth of what a reader downloads.
#include <cstdio>

extern "C" int sscanf(const char*, const char*, ...) { return 0; }
