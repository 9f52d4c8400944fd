// Dear ImGui's compile-time options (IMGUI_USER_CONFIG): full Unicode, no fonts, files, or demo.
#pragma once

#include <cassert>

// A download need not hold the texts of ImGui's assertions; it stops at them all the same.
#ifdef LAUREL_ASSERT_TRAPS
#define IM_ASSERT(condition) ((condition) ? static_cast<void>(0) : __builtin_trap())
#else
#define IM_ASSERT(condition) assert(condition)
#endif
#define IMGUI_USE_WCHAR32
#define ImDrawIdx unsigned int  // a large window of small words has more than 65,536 corners
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
// ImGui takes either stb_truetype or FreeType as its default way to fonts. This says the latter, and
// imgui_no_fonts.cpp answers for it: every atlas of ours brings its own loader.
#define IMGUI_ENABLE_FREETYPE
