# The kinds of targets Laurel has.
#
# Every library gets a public include directory that holds nothing but a link to its own folder, so
# #include "base/result.h" compiles only in targets that link laurel::base: an include against the
# direction of the arrows does not even compile.
include_guard(GLOBAL)

set(LAUREL_INCLUDE_LINKS "${CMAKE_BINARY_DIR}/include")

# Makes <binary>/include/<key>/<path> a link to `folder` and returns <binary>/include/<key>.
function(laurel_include_link key path folder result)
  set(root "${LAUREL_INCLUDE_LINKS}/${key}")
  get_filename_component(parent "${root}/${path}" DIRECTORY)
  file(MAKE_DIRECTORY "${parent}")
  file(CREATE_LINK "${folder}" "${root}/${path}" SYMBOLIC)
  set(${result} "${root}" PARENT_SCOPE)
endfunction()

# base -> laurel::base; laurel::base, laurel_json and Boost::headers stay as they are.
function(laurel_resolve_links result)
  set(resolved)
  foreach(link IN LISTS ARGN)
    if(link MATCHES "^laurel_|::|^-")
      list(APPEND resolved "${link}")
    else()
      list(APPEND resolved "laurel::${link}")
    endif()
  endforeach()
  set(${result} "${resolved}" PARENT_SCOPE)
endfunction()

# What Laurel's libraries and programs have in common. Most of what a file costs to compile is what its
# headers bring, so several are compiled as one. The preset `asan` compiles each by itself, so that every
# file includes what it uses; tests too, where helpers may have the same name in many files.
function(laurel_own target)
  laurel_warnings(${target})
  set_target_properties(${target} PROPERTIES
    UNITY_BUILD ${LAUREL_UNITY} UNITY_BUILD_BATCH_SIZE 8)
endfunction()

# laurel_library(service
#   SOURCES handle.cpp session.cpp
#   LINKS domain protocol ports         what its headers need too
#   SYSTEM_LINKS laurel_sodium)         what only its own .cpp files need
#
# Called in src/<folder>: target laurel-<name>, alias laurel::<name>. Without SOURCES the library is
# header-only. A nested folder joins its parts by "_": src/adapters/memory is adapters_memory.
function(laurel_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS;SYSTEM_LINKS")
  laurel_reject_unknown(${name} "${arg_UNPARSED_ARGUMENTS}")
  file(RELATIVE_PATH path "${PROJECT_SOURCE_DIR}/src" "${CMAKE_CURRENT_SOURCE_DIR}")
  if(path MATCHES "^\\.\\./")
    file(RELATIVE_PATH path "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  endif()
  laurel_include_link("${name}" "${path}" "${CMAKE_CURRENT_SOURCE_DIR}" include_directory)
  laurel_resolve_links(links ${arg_LINKS})
  laurel_resolve_links(system_links ${arg_SYSTEM_LINKS})

  set(target laurel-${name})
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    target_include_directories(${target} PUBLIC "${include_directory}")
    target_link_libraries(${target} PUBLIC ${links} PRIVATE ${system_links})
    laurel_own(${target})
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${include_directory}")
    target_link_libraries(${target} INTERFACE ${links} ${system_links})
  endif()
  add_library(laurel::${name} ALIAS ${target})
endfunction()

# laurel_sources_of(sources src/app src/ui): every C++ file under the folders.
function(laurel_sources_of result)
  list(TRANSFORM ARGN APPEND "/*.cpp" OUTPUT_VARIABLE sources)
  list(TRANSFORM ARGN APPEND "/*.h" OUTPUT_VARIABLE headers)
  file(GLOB_RECURSE found CONFIGURE_DEPENDS ${sources} ${headers})
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# laurel_made_header(messages app_messages/messages_en.h messages.py
#   ARGUMENTS en.json app Message …     before the header's own path
#   DEPENDS en.json)                    beside the scripts themselves
#
# Has cmake/<script> write a header when the library is built that lists ${messages} among its
# SOURCES and ${CMAKE_CURRENT_BINARY_DIR}/generated among its include directories.
function(laurel_made_header result path script)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "" "ARGUMENTS;DEPENDS")
  laurel_reject_unknown(${path} "${arg_UNPARSED_ARGUMENTS}")
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(scripts "${PROJECT_SOURCE_DIR}/cmake")
  set(header "${CMAKE_CURRENT_BINARY_DIR}/generated/${path}")
  add_custom_command(
    OUTPUT "${header}"
    COMMAND ${Python3_EXECUTABLE} "${scripts}/${script}" ${arg_ARGUMENTS} "${header}"
    DEPENDS "${scripts}/${script}" "${scripts}/header.py" ${arg_DEPENDS}
    VERBATIM)
  set(${result} "${header}" PARENT_SCOPE)
endfunction()

# laurel_program(laurel-server SOURCES main.cpp LINKS server): a native program in the build
# directory's root.
function(laurel_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  laurel_reject_unknown(${name} "${arg_UNPARSED_ARGUMENTS}")
  laurel_resolve_links(links ${arg_LINKS})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${links})
  laurel_own(${name})
endfunction()

# laurel_test(base SOURCES json_reader_test.cpp LINKS base): build/<preset>/tests/test-base, a
# doctest program that tests/run.py runs; with LONG it is long-base, for `tests/run.py --long`.
# Headers shared by tests are included as "tests/<folder>/<header>"; main() comes from
# cmake/doctest_main.cpp unless OWN_MAIN is given.
function(laurel_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "OWN_MAIN;LONG" "" "SOURCES;LINKS")
  laurel_reject_unknown(${name} "${arg_UNPARSED_ARGUMENTS}")
  laurel_include_link(tests tests "${PROJECT_SOURCE_DIR}/tests" include_directory)
  laurel_resolve_links(links ${arg_LINKS})
  if(arg_LONG)
    set(target long-${name})
  else()
    set(target test-${name})
  endif()
  add_executable(${target} ${arg_SOURCES})
  target_include_directories(${target} PRIVATE "${include_directory}")
  target_link_libraries(${target} PRIVATE ${links} laurel_doctest)
  if(NOT arg_OWN_MAIN)
    target_link_libraries(${target} PRIVATE laurel_doctest_main)
  endif()
  if(NOT arg_LONG)
    # A third less to compile, and what is tested stands in the libraries anyway.
    target_compile_options(${target} PRIVATE -O0)
  endif()
  # Tests read assets and fixtures by absolute path, so they run from any working directory.
  target_compile_definitions(${target} PRIVATE LAUREL_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  set_target_properties(${target} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  set_property(GLOBAL APPEND PROPERTY LAUREL_TESTS ${target})
  laurel_warnings(${target})
endfunction()

# laurel_fuzzer(lines SOURCES lines_fuzz.cpp LINKS base ALONE src/ui runs.cpp): a libFuzzer program
# of the preset `fuzz`, build/fuzz/tests/fuzz-lines, for `tests/run.py --long`. ALONE names a folder
# and those of its files that are compiled by themselves, where the folder's library would bring
# what the fuzzer has no use for.
function(laurel_fuzzer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS;ALONE")
  laurel_reject_unknown(${name} "${arg_UNPARSED_ARGUMENTS}")
  set(target fuzz-${name})
  laurel_include_link(tests tests "${PROJECT_SOURCE_DIR}/tests" include_directories)
  if(arg_ALONE)
    list(POP_FRONT arg_ALONE folder)
    list(TRANSFORM arg_ALONE PREPEND "${PROJECT_SOURCE_DIR}/${folder}/")
    file(RELATIVE_PATH path "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/${folder}")
    laurel_include_link(${target} "${path}" "${PROJECT_SOURCE_DIR}/${folder}" include_directory)
    list(APPEND include_directories "${include_directory}")
  endif()
  laurel_resolve_links(links ${arg_LINKS})
  add_executable(${target} EXCLUDE_FROM_ALL ${arg_SOURCES} ${arg_ALONE})
  target_include_directories(${target} PRIVATE ${include_directories})
  # Laurel's code is compiled for libc++, see the preset; Debian's libFuzzer is for libstdc++, which
  # clang would take for a slip of the pen without -Wl.
  target_link_libraries(${target} PRIVATE ${links} c++ -Wl,-lstdc++)
  target_link_options(${target} PRIVATE -fsanitize=fuzzer)
  target_compile_definitions(${target} PRIVATE LAUREL_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  set_target_properties(${target} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  set_property(GLOBAL APPEND PROPERTY LAUREL_TESTS ${target})
  laurel_warnings(${target})
  if(NOT TARGET laurel-fuzzers)
    add_custom_target(laurel-fuzzers)
  endif()
  add_dependencies(laurel-fuzzers ${target})
endfunction()

# Lists the test programs for tests/run.py, so that one which is no longer built is not run.
function(laurel_write_test_list)
  get_property(tests GLOBAL PROPERTY LAUREL_TESTS)
  list(JOIN tests "\n" lines)
  file(WRITE "${CMAKE_BINARY_DIR}/tests/programs.txt" "${lines}\n")
endfunction()

# laurel_wasm_program(page
#   SOURCES main.cpp
#   LINKS app ui laurel_imgui_opengl3
#   JS_LIBRARIES storage.js             Emscripten JS libraries (--js-library)
#   ENVIRONMENT web                     web or worker
#   PARTS src/app/part.h                splits it: see below
#   LINK_OPTIONS …)                     anything else for this program alone
#
# Target laurel-<name>: build/web/web/<name>/laurel-<name>.js + .wasm. The .js is an ES module whose
# default export is a factory; the host passes it `locateFile`, because the deployed names carry
# hashes. A program for the web environment gets WebGL 2.
#
# With PARTS the deployed modules are parts/laurel-<name>.wasm and parts/laurel-<part>.wasm for each part
# but the first of the enum in that header: what is called through base::deferred alone is in the latter
# (cmake/split_wasm.py).
function(laurel_wasm_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "ENVIRONMENT;PARTS"
    "SOURCES;LINKS;JS_LIBRARIES;LINK_OPTIONS")
  laurel_reject_unknown(${name} "${arg_UNPARSED_ARGUMENTS}")
  if(NOT arg_ENVIRONMENT MATCHES "^(web|worker)$")
    message(FATAL_ERROR "laurel_wasm_program(${name}): ENVIRONMENT must be web or worker")
  endif()
  laurel_resolve_links(links ${arg_LINKS})
  set(target laurel-${name})
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE ${links})
  target_link_options(${target} PRIVATE ${LAUREL_WASM_LINK_OPTIONS}
    -sENVIRONMENT=${arg_ENVIRONMENT} ${arg_LINK_OPTIONS})
  if(arg_ENVIRONMENT STREQUAL "web")
    target_link_options(${target} PRIVATE -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
      # Dear ImGui uses none of some forty extensions, and asks for no error.
      -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
      -sGL_EXTENSIONS_IN_PREFIXED_FORMAT=0 -sGL_TRACK_ERRORS=0)
  endif()
  foreach(library IN LISTS arg_JS_LIBRARIES)
    get_filename_component(library "${library}" ABSOLUTE)
    target_link_options(${target} PRIVATE "SHELL:--js-library \"${library}\"")
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${library}")
  endforeach()
  set_target_properties(${target} PROPERTIES
    SUFFIX .js
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/web/${name}")
  laurel_own(${target})
  if(arg_PARTS)
    laurel_split(${target} "${arg_PARTS}")
  endif()
endfunction()

function(laurel_split target header)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  target_link_options(${target} PRIVATE --profiling-funcs -Wl,--no-demangle)
  set(split "${PROJECT_SOURCE_DIR}/cmake/split_wasm.py")
  set(parts "$<TARGET_FILE_DIR:${target}>/parts")
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS
    "${split}" "${PROJECT_SOURCE_DIR}/cmake/parts.py" "${header}")
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND "${CMAKE_COMMAND}" -E rm -rf "${parts}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${parts}"
    COMMAND "${Python3_EXECUTABLE}" "${split}" --binaryen "${LAUREL_BINARYEN}" --parts "${header}"
      "$<TARGET_FILE_DIR:${target}>/${target}.wasm" "${parts}"
    VERBATIM)
endfunction()

# A misspelt keyword would otherwise be a source file that silently is not built.
function(laurel_reject_unknown name unknown)
  if(unknown)
    message(FATAL_ERROR "Laurel target ${name}: do not understand ${unknown}")
  endif()
endfunction()

if(EMSCRIPTEN)
  # wasm-opt and its like, which Emscripten brings along.
  find_program(LAUREL_WASM_OPT wasm-opt REQUIRED HINTS "${LAUREL_BINARYEN_ROOT}/bin"
    NO_CMAKE_FIND_ROOT_PATH)
  get_filename_component(LAUREL_BINARYEN "${LAUREL_WASM_OPT}" DIRECTORY)

  # STACK_SIZE was called TOTAL_STACK up to 3.1.24.
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    set(stack_option -sTOTAL_STACK=262144)
  else()
    set(stack_option -sSTACK_SIZE=262144)
  endif()
  set(LAUREL_WASM_LINK_OPTIONS
    -sMODULARIZE=1 -sEXPORT_ES6=1
    -sALLOW_MEMORY_GROWTH=1 -sMALLOC=emmalloc -sFILESYSTEM=0 -sASSERTIONS=0 ${stack_option}
    -sINCOMING_MODULE_JS_API=locateFile,instantiateWasm,onAbort,print,printErr)
endif()
