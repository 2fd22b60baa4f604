// SPDX-License-Identifier: MIT
// What globalThis.lectern tells of the viewer, as JSON.
#pragma once

#include <string>

#include "app/viewer.hpp"

namespace lectern::app {

std::string stats_json(const Viewer& viewer);
std::string lines_json(const Viewer& viewer);

}  // namespace lectern::app
