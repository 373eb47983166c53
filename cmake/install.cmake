# What `cmake --install` brings: the program, its man pages, completions and pages, the sample city, the plugin for QGIS, and the gis and domain libraries for other projects
# (find_package(fieldgap), targets fieldgap::gis_io, fieldgap::fieldgap_domain ..; tests/install/consumer uses them).
include(CMakePackageConfigHelpers)

install(TARGETS fieldgap RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${man_folder}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 FILES_MATCHING PATTERN "*.1")
install(FILES ${completion_folder}/fieldgap DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completion_folder}/_fieldgap DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${completion_folder}/fieldgap.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md CHANGELOG.md CONTRIBUTING.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples FILES_MATCHING PATTERN "*.toml" PATTERN "*.gpkg")
find_package(Python3 COMPONENTS Interpreter)
if(Python3_Interpreter_FOUND)
    set(plugin_zip ${PROJECT_BINARY_DIR}/fieldgap-plugin.zip)
    add_custom_target(plugin_zip ALL COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/scripts/plugin-zip ${plugin_zip} VERBATIM)
    install(FILES ${plugin_zip} DESTINATION ${CMAKE_INSTALL_DATADIR}/fieldgap)
endif()

set(library_headers ${CMAKE_INSTALL_INCLUDEDIR}/fieldgap)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/fieldgap)
install(TARGETS words gis_base gis_geometry gis_sight gis_streets gis_network gis_walking gis_routes gis_widening gis_joining gis_squares gis_io fieldgap_domain EXPORT fieldgap
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/fieldgap INCLUDES DESTINATION ${library_headers})
install(DIRECTORY gis words src/domain DESTINATION ${library_headers} FILES_MATCHING PATTERN "*.hpp" PATTERN "*.def")
install(EXPORT fieldgap NAMESPACE fieldgap:: DESTINATION ${package_folder} FILE fieldgapTargets.cmake)
configure_package_config_file(cmake/fieldgapConfig.cmake.in ${PROJECT_BINARY_DIR}/fieldgapConfig.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/fieldgapConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/fieldgapConfig.cmake ${PROJECT_BINARY_DIR}/fieldgapConfigVersion.cmake DESTINATION ${package_folder})
