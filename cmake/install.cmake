# What `cmake --install` brings: the program, its man pages and pages, and the gis and domain libraries for other projects
# (find_package(fieldgap), targets fieldgap::gis_io, fieldgap::fieldgap_domain ..; tests/install/consumer uses them).
include(CMakePackageConfigHelpers)

install(TARGETS fieldgap RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${man_folder}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 FILES_MATCHING PATTERN "*.1")
install(FILES README.md CHANGELOG.md CONTRIBUTING.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(library_headers ${CMAKE_INSTALL_INCLUDEDIR}/fieldgap)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/fieldgap)
install(TARGETS words gis_base gis_geometry gis_sight gis_streets gis_network gis_walking gis_routes gis_widening gis_joining gis_squares gis_io fieldgap_domain EXPORT fieldgap
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/fieldgap INCLUDES DESTINATION ${library_headers})
install(DIRECTORY gis words src/domain DESTINATION ${library_headers} FILES_MATCHING PATTERN "*.hpp" PATTERN "*.def")
install(EXPORT fieldgap NAMESPACE fieldgap:: DESTINATION ${package_folder} FILE fieldgapTargets.cmake)
configure_package_config_file(cmake/fieldgapConfig.cmake.in ${PROJECT_BINARY_DIR}/fieldgapConfig.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/fieldgapConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/fieldgapConfig.cmake ${PROJECT_BINARY_DIR}/fieldgapConfigVersion.cmake DESTINATION ${package_folder})
