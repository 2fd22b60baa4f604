// SPDX-License-Identifier: MIT
// What a theme's templates may hold (docs/themes.md): enough for a masthead, nothing that a page's policy forbids
// or the viewer stumbles over.
#pragma once

#include <string_view>

namespace lectern::publish {

inline constexpr std::string_view kBodyTags[] = {
    "a", "abbr", "address", "b", "br", "circle", "div", "ellipse", "em", "g", "h2", "h3", "h4", "hr", "i", "img",
    "li", "line", "nav", "ol", "p", "path", "polygon", "polyline", "rect", "s", "section", "small", "span",
    "strong", "sub", "sup", "svg", "time", "title", "ul", "wbr"};
inline constexpr std::string_view kBlocks[] = {"address", "div", "h2", "h3", "h4", "hr",
                                        "nav",     "ol",  "p",  "section", "ul"};
inline constexpr std::string_view kOfText[] = {"h2", "h3", "h4", "p"};
inline constexpr std::string_view kHeadTags[] = {"link", "meta"};
inline constexpr std::string_view kVoid[] = {"br", "hr", "img", "link", "meta", "wbr"};
inline constexpr std::string_view kBodyAttributes[] = {
    "alt", "class", "cx", "cy", "d", "datetime", "dir", "fill", "fill-rule", "focusable", "height", "href",
    "hreflang", "lang", "points", "r", "rel", "role", "rx", "ry", "src", "stroke", "stroke-linecap",
    "stroke-linejoin", "stroke-width", "target", "title", "transform", "viewbox", "width", "x", "x1", "x2",
    "xmlns", "y", "y1", "y2"};
inline constexpr std::string_view kHeadAttributes[] = {"color", "content", "href", "hreflang", "lang", "media",
                                                "name", "property", "rel", "sizes", "title", "type"};
inline constexpr std::string_view kRelations[] = {"alternate", "apple-touch-icon", "author", "dns-prefetch", "help",
                                           "icon", "license", "mask-icon", "me", "preconnect", "search"};
// The viewer tells by them what it has painted and placed.
inline constexpr std::string_view kViewersClasses[] = {"laid", "on", "page", "placed", "stage"};

}  // namespace lectern::publish
