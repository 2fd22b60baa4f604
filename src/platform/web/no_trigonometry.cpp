// SPDX-License-Identifier: MIT
// Dear ImGui draws its circles by sines, of which the browser has its own: the C library's, exact for angles of
// any size, would be a hundredth of what a reader downloads.
#include <emscripten/em_js.h>

EM_JS(double, browser_sin, (double angle), { return Math.sin(angle) })
EM_JS(double, browser_cos, (double angle), { return Math.cos(angle) })

extern "C" {

float sinf(float angle) { return static_cast<float>(browser_sin(static_cast<double>(angle))); }
float cosf(float angle) { return static_cast<float>(browser_cos(static_cast<double>(angle))); }

}  // extern "C"
