# SPDX-License-Identifier: MIT
# Writes HTML's names of characters, from md4c's table, as a module that the viewer loads when a text has
# one that it does not know.
#   cmake -DFROM=entity.c -DTO=build/viewer/entities.js -P scripts/entity_names.cmake
file(STRINGS ${FROM} lines REGEX "{ \"&[A-Za-z0-9]+.\", {")
set(names "")
foreach(line IN LISTS lines)
  string(REGEX REPLACE ".*\"&([A-Za-z0-9]+).\", { ([0-9]+), ([0-9]+) .*" "\\1 \\2 \\3" name "${line}")
  string(REGEX REPLACE " 0$" "" name "${name}")
  list(APPEND names "${name}")
endforeach()
list(SORT names)
list(JOIN names "\n" names)
file(WRITE ${TO} "export default `${names}\n`\n")
