# SPDX-License-Identifier: MIT
# The third-party libraries as targets third_party::NAME; nothing else in the build names their files.
# Sources come from where scripts/bootstrap unpacked them (build/third_party_paths.cmake, when it has
# run), else by FetchContent from their upstreams. The pins of both stand in third_party.lock alone.
# Their code is compiled without warnings (they are not ours to mend) and included as system headers.
include_guard(GLOBAL)
include(FetchContent)
include(${CMAKE_CURRENT_LIST_DIR}/../build/third_party_paths.cmake OPTIONAL)

# third_party_source(NAME): makes NAME's source available and sets NAME_SOURCE_DIR in the caller.
# For a name with two pins the first counts; the second is for bootstrap, when Debian drops the first.
function(third_party_source name)
  file(STRINGS ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/third_party.lock lines REGEX "^(debian|upstream|script) ${name} ")
  list(GET lines 0 line)
  separate_arguments(pin UNIX_COMMAND "${line}")
  list(GET pin 0 kind)
  list(GET pin 4 sha256)
  list(GET pin 5 url)
  if(NOT kind STREQUAL "upstream")
    list(GET pin 6 commit)
    set(from GIT_REPOSITORY ${url} GIT_TAG ${commit})
  else()
    set(from URL ${url} URL_HASH SHA256=${sha256})
  endif()
  # SOURCE_SUBDIR names no folder, so that their own CMakeLists.txt is not added: only files are wanted.
  FetchContent_Declare(${name} ${from} SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(${name})
  set(${name}_SOURCE_DIR ${${name}_SOURCE_DIR} PARENT_SCOPE)
endfunction()

# third_party_library(NAME FOLDER FILE…): a static library third_party::NAME from files in FOLDER.
function(third_party_library name folder)
  list(TRANSFORM ARGN PREPEND ${folder}/)
  add_library(third_party_${name} STATIC ${ARGN})
  add_library(third_party::${name} ALIAS third_party_${name})
  target_include_directories(third_party_${name} SYSTEM PUBLIC ${folder})
  target_compile_options(third_party_${name} PRIVATE -w)
endfunction()

# Markdown parser. entity.c is its table of HTML entities, not in md4c's own library target.
third_party_source(md4c)
third_party_library(md4c ${md4c_SOURCE_DIR}/src md4c.c entity.c)

# Line breaks (UAX #14) and grapheme clusters (UAX #29); word breaks are the browser's.
third_party_source(libunibreak)
third_party_library(unibreak ${libunibreak_SOURCE_DIR}/src
  unibreakbase.c unibreakdef.c linebreak.c linebreakdata.c linebreakdef.c
  eastasianwidthdef.c emojidef.c graphemebreak.c)

# The order of text in both directions (UAX #9). One file takes in all others.
third_party_source(sheenbidi)
third_party_library(sheenbidi ${sheenbidi_SOURCE_DIR}/Source SheenBidi.c)
target_include_directories(third_party_sheenbidi SYSTEM PUBLIC ${sheenbidi_SOURCE_DIR}/Headers)
target_compile_definitions(third_party_sheenbidi PRIVATE SB_CONFIG_UNITY SB_CONFIG_DISABLE_SCRATCH_MEMORY)

# Dear ImGui's core. PUBLIC definitions: imgui.h must look the same to whoever includes it.
# No demo, no debug windows, no files, no terminal, no shell: less code to download, and none of them
# has a use in a browser.
third_party_source(imgui)
# From 1.92 on fonts come through a loader; what the view does without (fonts, tables, formatted text)
# is then left out of the download: src/view/imgui/ stands in for it.
file(STRINGS ${imgui_SOURCE_DIR}/imgui.h imgui_version REGEX "#define IMGUI_VERSION_NUM")
string(REGEX REPLACE "[^0-9]" "" imgui_version "${imgui_version}")
if(imgui_version GREATER_EQUAL 19200)
  set(trim ${CMAKE_CURRENT_LIST_DIR}/../src/view/imgui)
  third_party_library(imgui ${imgui_SOURCE_DIR} imgui.cpp imgui_draw.cpp imgui_widgets.cpp)
  target_sources(third_party_imgui PRIVATE ${trim}/trim.cpp)
  target_compile_definitions(third_party_imgui
    PUBLIC IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
    PRIVATE IMGUI_STB_TRUETYPE_FILENAME="${trim}/no_truetype.h")
else()
  third_party_library(imgui ${imgui_SOURCE_DIR}
    imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp)
endif()
target_compile_definitions(third_party_imgui PUBLIC
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_DEBUG_TOOLS
  IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_TTY_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)

# Stemmers, for the search. They are written in a language of their own; its compiler, a second's work, is made
# for this machine, whatever is built for. `languages` are those of src/search/stem.cpp.
third_party_source(snowball)
set(snowball_dir ${CMAKE_BINARY_DIR}/snowball)
get_filename_component(snowball_stamp ${snowball_SOURCE_DIR} NAME)
set(snowball_stamp ${snowball_dir}/${snowball_stamp}.made)
if(NOT EXISTS ${snowball_stamp})
  find_program(LECTERN_HOST_CC NAMES cc gcc clang REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  file(GLOB compiler_files ${snowball_SOURCE_DIR}/compiler/*.c)
  file(MAKE_DIRECTORY ${snowball_dir})
  execute_process(COMMAND ${LECTERN_HOST_CC} -O1 -w -o ${snowball_dir}/snowball ${compiler_files}
    COMMAND_ERROR_IS_FATAL ANY)
endif()
set(snowball_files ${snowball_SOURCE_DIR}/runtime/api.c ${snowball_SOURCE_DIR}/runtime/utilities.c)
foreach(language arabic danish dutch english finnish french german hindi italian norwegian portuguese russian
        spanish swedish)
  if(NOT EXISTS ${snowball_stamp})
    execute_process(COMMAND ${snowball_dir}/snowball ${snowball_SOURCE_DIR}/algorithms/${language}.sbl
      -o ${snowball_dir}/stem_${language} -eprefix ${language}_UTF_8_ -r runtime -u COMMAND_ERROR_IS_FATAL ANY)
  endif()
  list(APPEND snowball_files ${snowball_dir}/stem_${language}.c)
endforeach()
file(TOUCH ${snowball_stamp})
add_library(third_party_snowball STATIC ${snowball_files})
add_library(third_party::snowball ALIAS third_party_snowball)
target_include_directories(third_party_snowball SYSTEM PUBLIC ${snowball_SOURCE_DIR})
target_compile_options(third_party_snowball PRIVATE -w)

# JSON, headers alone. bootstrap copies Debian's out of /usr/include, which must not come before the
# web compiler's own headers.
add_library(third_party_json INTERFACE)
add_library(third_party::json ALIAS third_party_json)
if(NOT LECTERN_JSON_INCLUDE_DIR)
  third_party_source(nlohmann_json)
  set(LECTERN_JSON_INCLUDE_DIR ${nlohmann_json_SOURCE_DIR}/include)
endif()
target_include_directories(third_party_json SYSTEM INTERFACE ${LECTERN_JSON_INCLUDE_DIR})
if(EMSCRIPTEN)
  # The viewer is compiled without exceptions and reads no files.
  target_compile_definitions(third_party_json INTERFACE JSON_NOEXCEPTION JSON_NO_IO)
else()
  # Only what the native command needs; both are packages on every distribution.
  find_package(yaml-cpp REQUIRED)
  add_library(third_party_yaml INTERFACE)
  add_library(third_party::yaml ALIAS third_party_yaml)
  target_link_libraries(third_party_yaml INTERFACE yaml-cpp)

  # HTML as browsers parse it, and TOML (headers alone).
  find_path(LECTERN_GUMBO_INCLUDE_DIR gumbo.h)
  find_library(LECTERN_GUMBO_LIBRARY gumbo)
  if(NOT LECTERN_GUMBO_INCLUDE_DIR OR NOT LECTERN_GUMBO_LIBRARY)
    message(FATAL_ERROR "The HTML parser Gumbo is missing; please install libgumbo-dev.")
  endif()
  add_library(third_party_gumbo INTERFACE)
  add_library(third_party::gumbo ALIAS third_party_gumbo)
  target_include_directories(third_party_gumbo SYSTEM INTERFACE ${LECTERN_GUMBO_INCLUDE_DIR})
  target_link_libraries(third_party_gumbo INTERFACE ${LECTERN_GUMBO_LIBRARY})
  find_path(LECTERN_TOML_INCLUDE_DIR toml++/toml.h)
  if(NOT LECTERN_TOML_INCLUDE_DIR)
    message(FATAL_ERROR "The TOML parser toml++ is missing; please install libtomlplusplus-dev.")
  endif()
  add_library(third_party_toml INTERFACE)
  add_library(third_party::toml ALIAS third_party_toml)
  target_include_directories(third_party_toml SYSTEM INTERFACE ${LECTERN_TOML_INCLUDE_DIR})

  # Pictures: what reads and writes PNG, JPEG and WebP, and no more. libvips would do all of it, with two
  # hundred packages that it stands on.
  find_package(PNG REQUIRED)
  find_package(JPEG REQUIRED)
  find_path(LECTERN_WEBP_INCLUDE_DIR webp/mux.h)
  find_library(LECTERN_WEBP_LIBRARY webp)
  find_library(LECTERN_WEBPMUX_LIBRARY webpmux)
  if(NOT LECTERN_WEBP_INCLUDE_DIR OR NOT LECTERN_WEBP_LIBRARY OR NOT LECTERN_WEBPMUX_LIBRARY)
    message(FATAL_ERROR "libwebp is missing; please install libwebp-dev.")
  endif()
  add_library(third_party_pictures INTERFACE)
  add_library(third_party::pictures ALIAS third_party_pictures)
  target_include_directories(third_party_pictures SYSTEM INTERFACE ${LECTERN_WEBP_INCLUDE_DIR})
  target_link_libraries(third_party_pictures INTERFACE
    ${LECTERN_WEBPMUX_LIBRARY} ${LECTERN_WEBP_LIBRARY} PNG::PNG JPEG::JPEG)

  # What browsers take compressed.
  find_path(LECTERN_DEFLATE_INCLUDE_DIR libdeflate.h)
  find_library(LECTERN_DEFLATE_LIBRARY deflate)
  if(NOT LECTERN_DEFLATE_INCLUDE_DIR OR NOT LECTERN_DEFLATE_LIBRARY)
    message(FATAL_ERROR "libdeflate is missing; please install libdeflate-dev.")
  endif()
  find_path(LECTERN_BROTLI_INCLUDE_DIR brotli/encode.h)
  find_library(LECTERN_BROTLI_LIBRARY brotlienc)
  find_library(LECTERN_BROTLI_DECODER brotlidec)  # for the tests
  if(NOT LECTERN_BROTLI_INCLUDE_DIR OR NOT LECTERN_BROTLI_LIBRARY)
    message(FATAL_ERROR "Brotli is missing; please install libbrotli-dev.")
  endif()
  add_library(third_party_compression INTERFACE)
  add_library(third_party::compression ALIAS third_party_compression)
  target_include_directories(third_party_compression SYSTEM INTERFACE
    ${LECTERN_BROTLI_INCLUDE_DIR} ${LECTERN_DEFLATE_INCLUDE_DIR})
  target_link_libraries(third_party_compression INTERFACE ${LECTERN_BROTLI_LIBRARY} ${LECTERN_DEFLATE_LIBRARY})

  # Beast and Asio: headers alone.
  find_package(Boost 1.74 REQUIRED)
  find_package(Threads REQUIRED)
  add_library(third_party_boost INTERFACE)
  add_library(third_party::boost ALIAS third_party_boost)
  target_link_libraries(third_party_boost INTERFACE Boost::headers Threads::Threads)

  # What colours code: a tokenizer in JavaScript, and what runs it (src/highlight).
  third_party_source(prismjs)
  third_party_source(quickjs)
  third_party_library(quickjs ${quickjs_SOURCE_DIR} quickjs.c cutils.c dtoa.c libregexp.c libunicode.c)
  target_compile_definitions(third_party_quickjs PRIVATE _GNU_SOURCE NDEBUG CONFIG_VERSION="")
  target_link_libraries(third_party_quickjs PRIVATE m Threads::Threads)

  # Where moods are kept.
  find_package(SQLite3 3.37 REQUIRED)
  add_library(third_party_sqlite INTERFACE)
  add_library(third_party::sqlite ALIAS third_party_sqlite)
  target_link_libraries(third_party_sqlite INTERFACE SQLite::SQLite3)
  find_package(PostgreSQL REQUIRED)
  add_library(third_party_postgres INTERFACE)
  add_library(third_party::postgres ALIAS third_party_postgres)
  target_link_libraries(third_party_postgres INTERFACE PostgreSQL::PostgreSQL)
endif()
