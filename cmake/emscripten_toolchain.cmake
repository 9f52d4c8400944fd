# Finds the Emscripten that `emcc` on the PATH belongs to and hands over to its own toolchain file.
find_program(LAUREL_EMCC emcc REQUIRED)
find_program(LAUREL_EM_CONFIG em-config)
if(LAUREL_EM_CONFIG)
  execute_process(COMMAND "${LAUREL_EM_CONFIG}" EMSCRIPTEN_ROOT
    OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  execute_process(COMMAND "${LAUREL_EM_CONFIG}" BINARYEN_ROOT
    OUTPUT_VARIABLE LAUREL_BINARYEN_ROOT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT IS_DIRECTORY "${emscripten_root}")
  file(REAL_PATH "${LAUREL_EMCC}" emcc_path)
  get_filename_component(emscripten_root "${emcc_path}" DIRECTORY)
endif()
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")

# Debian's emcc finds its JavaScript modules (acorn) by itself only where `node` is Debian's own, so
# it is told where they are; this must not depend on the shell that started the build.
set(launcher)
if(IS_DIRECTORY /usr/share/nodejs/acorn AND emscripten_root MATCHES "^/usr/share/emscripten")
  set(launcher "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
endif()
set(CMAKE_C_LINKER_LAUNCHER "${launcher}")
set(CMAKE_CXX_LINKER_LAUNCHER "${launcher}")
find_program(LAUREL_CCACHE ccache NO_CMAKE_FIND_ROOT_PATH)
if(LAUREL_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${LAUREL_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${LAUREL_CCACHE}")
endif()
