# SPDX-License-Identifier: MIT
# Copies the modules and style sheets without comments and the style sheets without spaces, which no reader needs
# to download: a quarter of their size.
#   cmake -DFROM=web -DTO=build/viewer -P scripts/strip_comments.cmake
# In modules only full-line // comments and /** … */ are taken, so code and strings stay as they are. A
# file is touched only when it changes.
file(GLOB files ${FROM}/*.js ${FROM}/*.css)
foreach(file IN LISTS files)
  file(READ ${file} text)
  if(file MATCHES "\\.css$")
    string(REGEX REPLACE "/\\*([^*]|\\*+[^*/])*\\*+/" "" text "${text}")
    string(REGEX REPLACE "([{:,;]) +" "\\1" text "${text}")
    string(REGEX REPLACE ";?}" "}" text "${text}")
    string(REGEX REPLACE " +{" "{" text "${text}")
  else()
    string(REGEX REPLACE "\n[ ]*//[^\n]*" "" text "${text}")
    string(REGEX REPLACE "/\\*\\*([^*]|\\*+[^*/])*\\*+/ ?" "" text "${text}")
  endif()
  string(REGEX REPLACE "\n[ \n]+" "\n" text "${text}")
  get_filename_component(name ${file} NAME)
  set(before "")
  if(EXISTS ${TO}/${name})
    file(READ ${TO}/${name} before)
  endif()
  if(NOT before STREQUAL text)
    file(WRITE ${TO}/${name} "${text}")
  endif()
endforeach()
