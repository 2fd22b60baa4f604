// SPDX-License-Identifier: MIT
// Dear ImGui includes this in place of imstb_truetype.h (IMGUI_STB_TRUETYPE_FILENAME). All text goes
// through the glyph pages, so its TrueType rasteriser would be a tenth of what a reader downloads,
// for nothing. Only the names that imgui_draw.cpp of 1.92 mentions stand here.
#pragma once

struct stbtt_fontinfo {};
inline int stbtt_InitFont(stbtt_fontinfo*, const unsigned char*, int) { return 0; }
inline int stbtt_GetFontOffsetForIndex(const unsigned char*, int) { return -1; }
inline int stbtt_FindGlyphIndex(const stbtt_fontinfo*, int) { return 0; }
inline float stbtt_ScaleForPixelHeight(const stbtt_fontinfo*, float) { return 0; }
inline float stbtt_ScaleForMappingEmToPixels(const stbtt_fontinfo*, float) { return 0; }
inline void stbtt_GetFontVMetrics(const stbtt_fontinfo*, int*, int*, int*) {}
inline void stbtt_GetGlyphHMetrics(const stbtt_fontinfo*, int, int*, int*) {}
inline void stbtt_GetGlyphBitmapBoxSubpixel(const stbtt_fontinfo*, int, float, float, float, float,
                                            int*, int*, int*, int*) {}
inline void stbtt_GetGlyphBitmapBox(const stbtt_fontinfo*, int, float, float, int*, int*, int*,
                                    int*) {}
inline void stbtt_MakeGlyphBitmapSubpixelPrefilter(const stbtt_fontinfo*, unsigned char*, int, int,
                                                   int, float, float, float, float, int, int,
                                                   float*, float*, int) {}
