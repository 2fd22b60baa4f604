// SPDX-License-Identifier: MIT
// What Dear ImGui's core calls of parts that the view never uses: tables and columns, and formatted
// text (window names of popups and tooltips). Without these parts a reader downloads a twentieth less.
#include "imgui.h"

#ifdef IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#include <cstdarg>

#include "imgui_internal.h"

int ImFormatString(char* buffer, size_t size, const char*, ...) {
  if (buffer && size > 0) *buffer = '\0';
  return 0;
}
int ImFormatStringV(char* buffer, size_t size, const char* format, va_list) {
  return ImFormatString(buffer, size, format);
}

namespace ImGui {

void EndColumns() {}
void EndTable() {}
void PopColumnsBackground() {}
void PushColumnsBackground() {}
void TableEndCell(ImGuiTable*) {}
void TableEndRow(ImGuiTable*) {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TablePopBackgroundChannel() {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePushColumnChannel(int) {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui
#endif
