# How Laurel's own code and what it depends on are compiled, in every preset.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Assertions report programmer errors and stay on in every build: no preset defines NDEBUG.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_C_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_FLAGS_MINSIZEREL "-Oz")
set(CMAKE_C_FLAGS_MINSIZEREL "-Oz")

if(NOT CMAKE_CXX_COMPILER_LAUNCHER AND NOT EMSCRIPTEN)
  find_program(LAUREL_CCACHE ccache)
  if(LAUREL_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER "${LAUREL_CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${LAUREL_CCACHE}")
  endif()
endif()

if(EMSCRIPTEN)
  # The first compilation of a newer Emscripten writes its system headers. Let it happen here:
  # during the build Ninja would find headers newer than objects and compile those again next time.
  file(WRITE "${CMAKE_BINARY_DIR}/first.c" "int first;\n")
  execute_process(COMMAND "${CMAKE_C_COMPILER}" -c first.c -o first.o
    WORKING_DIRECTORY "${CMAKE_BINARY_DIR}" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

  # Exceptions would cost a fifth of the size; code for the browser reports errors as values.
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti>")
else()
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
endif()

# Messages of assertions and tests name files as the repository does, wherever it was built.
add_compile_options("-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=")

if(LAUREL_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# The server and the page have no warning (LAUREL_WERROR in their presets) from the compilers of
# Debian 12. A newer one finds more to warn of, which is no reason to refuse somebody the build.
set(laurel_werror)
if(LAUREL_WERROR)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    set(laurel_werror -Werror)
  elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)
    set(laurel_werror -Werror)  # Emscripten's too
  endif()
endif()

# Warnings for Laurel's own targets; dependencies are built without.
function(laurel_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra ${laurel_werror})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # False alarms of g++ 12 wherever a std::variant is moved (GCC bug 105562 and its kin).
    target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
  endif()
endfunction()
