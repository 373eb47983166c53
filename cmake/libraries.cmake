# Third-party libraries, as Debian 12 packages them (scripts/install-packages names the packages).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(GDAL 3.6 CONFIG REQUIRED)
find_package(GEOS 3.11 CONFIG REQUIRED)
find_package(PROJ 9.1 CONFIG REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(TBB REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(BZip2 REQUIRED)
find_package(EXPAT REQUIRED)
pkg_check_modules(uchardet REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)

# libosmium is headers only and has no CMake config on Debian.
find_path(OSMIUM_INCLUDE_DIR osmium/version.hpp REQUIRED)
add_library(libosmium INTERFACE)
target_include_directories(libosmium SYSTEM INTERFACE ${OSMIUM_INCLUDE_DIR})
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 at -O3 takes the text behind an object in a buffer of libosmium for one outside it.
    target_compile_options(libosmium INTERFACE -Wno-stringop-overread)
endif()

# Of LEMON only header-only algorithms are used; its CMake config names no target.
find_path(LEMON_INCLUDE_DIR lemon/network_simplex.h REQUIRED)
add_library(lemon_headers INTERFACE)
target_include_directories(lemon_headers SYSTEM INTERFACE ${LEMON_INCLUDE_DIR})
