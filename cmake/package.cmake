# The Debian package, by `cpack -G DEB` (scripts/package): all that `cmake --install` brings, below /usr, with what a package needs besides.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME fieldgap)
set(CPACK_PACKAGE_VENDOR fieldgap)
set(CPACK_PACKAGE_CONTACT "fieldgap maintainers <maintainers@users.noreply.r-seed-1bb6a84f.example>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian_docs.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE https://r-seed-1bb6a84f.example/fieldgap)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What shows a result, what completes a command, and what another project needs to link the libraries (cmake/fieldgapConfig.cmake.in).
string(JOIN ", " CPACK_DEBIAN_PACKAGE_SUGGESTS
       "qgis (>= 3.22)" bash-completion pkg-config libfmt-dev libgdal-dev libgeos-dev libproj-dev libtbb-dev coinor-libcbc-dev libsqlite3-dev
       libssl-dev libuchardet-dev libutf8proc-dev zlib1g-dev libdeflate-dev libbz2-dev libexpat1-dev)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "where schools lack sports ground, and what closes the gap")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"fieldgap reads what a city has of its schools, their grounds, the venues
around and the streets, and says for each school how much sports ground is
missing and what within a ten-minute walk can close the gap: shared or rented
ground, basements, extensions. It screens housing sites, checks its own
results, runs many cities at once, and writes GeoPackages with a QGIS project.
.
The package holds the program, its man pages and completions, the plugin for
QGIS, a sample city, and the libraries with their CMake package.")
include(CPack)
