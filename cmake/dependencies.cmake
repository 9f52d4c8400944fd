# Third-party libraries, each as one target with the name laurel_<library>, the same in every build.
#
# Where they come from: find_package or pkg-config for what a system installs; Dear ImGui's source,
# and for WebAssembly libsodium's, by FetchContent. cmake/bootstrap.py may have put Debian's sources
# into build/deps already; then, or with FETCHCONTENT_SOURCE_DIR_IMGUI / _LIBSODIUM, nothing is
# downloaded here. Headers are SYSTEM, so only Laurel's own code is checked for warnings.
include_guard(GLOBAL)
include(FetchContent)

foreach(name IN ITEMS imgui libsodium)
  string(TOUPPER "${name}" upper_name)
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper_name}
      AND IS_DIRECTORY "${PROJECT_SOURCE_DIR}/build/deps/${name}")
    set(FETCHCONTENT_SOURCE_DIR_${upper_name} "${PROJECT_SOURCE_DIR}/build/deps/${name}")
  endif()
endforeach()

# ---- header-only libraries ----

# laurel_header_library(laurel_json nlohmann nlohmann/json.hpp)
# The include directory holds only a link to the library's folder: -I/usr/include on an emcc line
# would put glibc's headers before musl's.
function(laurel_header_library target folder header)
  find_path(${target}_INCLUDE_DIR ${header} NO_CMAKE_FIND_ROOT_PATH
    PATHS /usr/include /usr/local/include /opt/homebrew/include)
  if(NOT ${target}_INCLUDE_DIR)
    message(FATAL_ERROR "<${header}> was not found: install it, or pass -D${target}_INCLUDE_DIR=…")
  endif()
  set(links "${CMAKE_BINARY_DIR}/include/third-party-${folder}")
  file(MAKE_DIRECTORY "${links}")
  file(CREATE_LINK "${${target}_INCLUDE_DIR}/${folder}" "${links}/${folder}" SYMBOLIC)
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE "${links}")
endfunction()

laurel_header_library(laurel_json nlohmann nlohmann/json.hpp)
target_compile_definitions(laurel_json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)
laurel_header_library(laurel_expected tl tl/expected.hpp)

# ---- Dear ImGui ----

FetchContent_Declare(imgui
  GIT_REPOSITORY https://github.com/ocornut/imgui
  GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5) # v1.92.2b
FetchContent_MakeAvailable(imgui)

file(STRINGS "${imgui_SOURCE_DIR}/imgui.h" imgui_version REGEX "#define IMGUI_VERSION ")
string(REGEX REPLACE ".*\"([0-9.]+)[^\"]*\".*" "\\1" imgui_version "${imgui_version}")
if(imgui_version VERSION_LESS 1.92.2 OR imgui_version VERSION_GREATER_EQUAL 1.93)
  message(FATAL_ERROR "Dear ImGui 1.92.2 or a later 1.92 is needed; ${imgui_SOURCE_DIR} holds "
    "${imgui_version}")
endif()
message(STATUS "Dear ImGui ${imgui_version} in ${imgui_SOURCE_DIR}")

# laurel_add_imgui(target TABLES file) compiles the library, with its own imgui_tables.cpp or what
# stands in for it; its configuration is the caller's to define.
function(laurel_add_imgui target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TABLES" "")
  add_library(${target} STATIC
    "${imgui_SOURCE_DIR}/imgui.cpp" "${imgui_SOURCE_DIR}/imgui_draw.cpp"
    "${imgui_SOURCE_DIR}/imgui_widgets.cpp" "${arg_TABLES}")
  target_include_directories(${target} SYSTEM PUBLIC "${imgui_SOURCE_DIR}")
  target_compile_options(${target} PRIVATE -w)
endfunction()

# A page need not download tables that it never draws. A native linker wants them all the same.
if(EMSCRIPTEN)
  laurel_add_imgui(laurel_imgui TABLES "${PROJECT_SOURCE_DIR}/src/ui/imgui_no_tables.cpp")
else()
  laurel_add_imgui(laurel_imgui TABLES "${imgui_SOURCE_DIR}/imgui_tables.cpp")
endif()
# The configuration is part of src/ui but is included by ImGui itself, so it alone is linked here.
set(imgui_config_links "${CMAKE_BINARY_DIR}/include/imgui-config")
file(MAKE_DIRECTORY "${imgui_config_links}/ui")
file(CREATE_LINK "${PROJECT_SOURCE_DIR}/src/ui/imgui_config.h"
  "${imgui_config_links}/ui/imgui_config.h" SYMBOLIC)
target_include_directories(laurel_imgui PUBLIC "${imgui_config_links}")
target_compile_definitions(laurel_imgui PUBLIC
  IMGUI_USER_CONFIG="ui/imgui_config.h" $<$<BOOL:${EMSCRIPTEN}>:LAUREL_ASSERT_TRAPS>)
if(EMSCRIPTEN)
  add_library(laurel_imgui_opengl3 STATIC "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(laurel_imgui_opengl3 SYSTEM PUBLIC "${imgui_SOURCE_DIR}/backends")
  # web/page/gl_state.cpp answers what the renderer asks of the context, and prints its errors.
  target_compile_definitions(laurel_imgui_opengl3 PRIVATE
    IMGUI_IMPL_OPENGL_ES3 glGetIntegerv=laurel_gl_state glGetString=laurel_gl_string
    glGetStringi=laurel_gl_extension fprintf=laurel_gl_print)
  target_compile_options(laurel_imgui_opengl3 PRIVATE -w)
  target_link_libraries(laurel_imgui_opengl3 PUBLIC laurel_imgui)
else()
  # ImGui's item hooks tell the headless tests of every interactive item; the page does without.
  target_compile_definitions(laurel_imgui PUBLIC IMGUI_ENABLE_TEST_ENGINE)
  target_sources(laurel_imgui PRIVATE "${PROJECT_SOURCE_DIR}/src/ui/imgui_items.cpp"
    "${PROJECT_SOURCE_DIR}/src/ui/imgui_no_fonts.cpp")
  file(CREATE_LINK "${PROJECT_SOURCE_DIR}/src/ui/imgui_items.h"
    "${imgui_config_links}/ui/imgui_items.h" SYMBOLIC)
endif()

# ---- libsodium ----

if(EMSCRIPTEN)
  include(libsodium_wasm)
else()
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
  add_library(laurel_sodium INTERFACE)
  target_link_libraries(laurel_sodium INTERFACE PkgConfig::SODIUM)
endif()

if(EMSCRIPTEN)
  return()
endif()

# ---- native only ----

find_package(Threads REQUIRED)

find_package(SQLite3 REQUIRED)
add_library(laurel_sqlite INTERFACE)
if(TARGET SQLite3::SQLite3)
  target_link_libraries(laurel_sqlite INTERFACE SQLite3::SQLite3)
else() # before CMake 4.3
  target_link_libraries(laurel_sqlite INTERFACE SQLite::SQLite3)
endif()

find_package(ZLIB REQUIRED)
add_library(laurel_zlib INTERFACE)
target_link_libraries(laurel_zlib INTERFACE ZLIB::ZLIB)

find_package(PNG REQUIRED)
add_library(laurel_png INTERFACE)
target_link_libraries(laurel_png INTERFACE PNG::PNG)

find_package(JPEG REQUIRED)
add_library(laurel_jpeg INTERFACE)
target_link_libraries(laurel_jpeg INTERFACE JPEG::JPEG)

find_package(CURL REQUIRED)
add_library(laurel_curl INTERFACE)
target_link_libraries(laurel_curl INTERFACE CURL::libcurl)

# Beast and Asio, header-only. Include Beast in few files: a unit takes minutes with sanitizers.
find_package(Boost 1.81 CONFIG REQUIRED)
add_library(laurel_beast INTERFACE)
target_link_libraries(laurel_beast INTERFACE Boost::headers Threads::Threads)

find_package(CLI11 REQUIRED)
add_library(laurel_cli11 INTERFACE)
target_link_libraries(laurel_cli11 INTERFACE CLI11::CLI11)

find_package(doctest REQUIRED)
add_library(laurel_doctest INTERFACE)
target_link_libraries(laurel_doctest INTERFACE doctest::doctest)
add_library(laurel_doctest_main STATIC "${PROJECT_SOURCE_DIR}/cmake/doctest_main.cpp")
target_link_libraries(laurel_doctest_main PUBLIC laurel_doctest)
