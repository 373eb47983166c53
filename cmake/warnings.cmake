# Warnings of our own code. They are errors in our presets only, so that another compiler's new warning never stops a user's build.
add_library(fieldgap_warnings INTERFACE)
target_compile_options(fieldgap_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # g++ 12 sees overlaps inside std::string's own operator+ (GCC bug 105651).
    target_compile_options(fieldgap_warnings INTERFACE -Wno-restrict)
endif()
option(FIELDGAP_WERROR "Treat warnings as errors" OFF)
if(FIELDGAP_WERROR)
    target_compile_options(fieldgap_warnings INTERFACE -Werror)
endif()
