// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>  // which says what the C library is

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace lectern::publish {

// To the system: what threads have freed stays reserved for them in the GNU C library (malloc_trim(3)), a sixth of what
// the search index takes. Does nothing elsewhere.
inline void give_back_freed_memory() {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

}  // namespace lectern::publish
