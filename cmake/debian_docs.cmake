# What Debian wants of a package's papers, done by cpack between install and packing: man pages and changelogs gzipped without their time,
# a changelog of the package, the copyright of all that is in it.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX})
set(papers ${root}/share/doc/fieldgap)
file(RENAME ${papers}/CHANGELOG.md ${papers}/changelog)

string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${papers}/changelog.Debian
"fieldgap (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * What is new stands in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${day}
")

# Headers of these packages are compiled into the program and the libraries, or their static libraries linked.
file(READ ${CMAKE_CURRENT_LIST_DIR}/copyright copyright)
foreach(package libcli11-dev liblemon-dev libosmium2-dev libprotozero-dev libsqlitecpp-dev libtomlplusplus-dev nlohmann-json3-dev)
    file(READ /usr/share/doc/${package}/copyright terms)
    string(APPEND copyright "\n\n-- ${package} --\n\n${terms}")
endforeach()
file(WRITE ${papers}/copyright "${copyright}")

file(GLOB pages ${root}/share/man/man1/*.1)
execute_process(COMMAND gzip -9nf ${pages} ${papers}/changelog ${papers}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)
