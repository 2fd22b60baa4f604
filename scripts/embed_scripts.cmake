# SPDX-License-Identifier: MIT
# Writes JavaScript files as a C++ source of what src/highlight/scripts.hpp declares.
#   cmake "-DFROM=one.js;other.js" -DTO=scripts.cpp -P scripts/embed_scripts.cmake
set(out "// SPDX-License-Identifier: MIT\n// Written by scripts/embed_scripts.cmake.\n#include \"highlight/scripts.hpp\"\n
namespace lectern::highlight {\nnamespace {\n\nconstexpr Script kScripts[] = {\n")
foreach(file IN LISTS FROM)
  file(READ ${file} text)
  get_filename_component(name ${file} NAME_WE)
  string(REGEX REPLACE "^prism-" "" name ${name})
  string(APPEND out "{\"${name}\", R\"~~~(${text})~~~\"},\n")
endforeach()
string(APPEND out "};\n\n}  // namespace\n
std::span<const Script> scripts() { return kScripts; }\n\n}  // namespace lectern::highlight\n")
file(WRITE ${TO} "${out}")
