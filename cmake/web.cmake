# The page of `fieldgap report`, made by npm out of web/ while building. AUTO: with it where npm is there and finds the packages of the
# lock file (in its cache or on the network); ON: with it, or no configuring; OFF: without it, and `report` says so. What npm brings goes
# into the build folder. fieldgap_page is the page's path, or empty.
set(FIELDGAP_WEB AUTO CACHE STRING "The page of `fieldgap report`, which needs npm: AUTO, ON or OFF")
set_property(CACHE FIELDGAP_WEB PROPERTY STRINGS AUTO ON OFF)

set(fieldgap_page "")
set(web_folder ${PROJECT_BINARY_DIR}/web)

function(fieldgap_without_page why)
    if(FIELDGAP_WEB STREQUAL "AUTO")
        message(STATUS "fieldgap report: built without its page, as ${why}; FIELDGAP_WEB=ON insists on it")
    else()
        message(FATAL_ERROR "FIELDGAP_WEB=ON: ${why}; install it, or set FIELDGAP_WEB=OFF")
    endif()
endfunction()

# Brings the packages once for each lock file.
function(fieldgap_bring_web_packages result)
    file(SHA256 ${PROJECT_SOURCE_DIR}/web/package-lock.json lock)
    set(mark ${web_folder}/node_modules/.fieldgap-${lock})
    if(NOT EXISTS ${mark})
        file(MAKE_DIRECTORY ${web_folder})
        file(COPY ${PROJECT_SOURCE_DIR}/web/package.json ${PROJECT_SOURCE_DIR}/web/package-lock.json DESTINATION ${web_folder})
        execute_process(COMMAND ${FIELDGAP_NPM} ci --omit=dev --prefer-offline --no-audit --no-fund --fetch-retries=1 --fetch-timeout=30000
                        WORKING_DIRECTORY ${web_folder} TIMEOUT 300 RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said)
        if(failed)
            message(STATUS "npm ci: ${said}")
            return()
        endif()
        file(TOUCH ${mark})
    endif()
    set(${result} TRUE PARENT_SCOPE)
endfunction()

if(FIELDGAP_WEB STREQUAL "OFF")
    message(STATUS "fieldgap report: built without its page, as FIELDGAP_WEB=OFF")
else()
    find_program(FIELDGAP_NPM npm)
    find_program(FIELDGAP_NODE NAMES node nodejs)
    mark_as_advanced(FIELDGAP_NPM FIELDGAP_NODE)
    if(NOT FIELDGAP_NPM OR NOT FIELDGAP_NODE)
        fieldgap_without_page("npm is not here")
    else()
        fieldgap_bring_web_packages(has_packages)
        if(has_packages)
            set(fieldgap_page ${web_folder}/report.html)
        else()
            fieldgap_without_page("npm could not bring the packages of web/package-lock.json")
        endif()
    endif()
endif()

if(fieldgap_page)
    file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/src/*)
    set(web_files ${PROJECT_SOURCE_DIR}/web/build.mjs ${PROJECT_SOURCE_DIR}/web/template.html ${PROJECT_SOURCE_DIR}/web/tsconfig.json)
    add_custom_command(OUTPUT ${fieldgap_page}
                       COMMAND ${CMAKE_COMMAND} -E copy_directory ${PROJECT_SOURCE_DIR}/web/src ${web_folder}/src
                       COMMAND ${CMAKE_COMMAND} -E copy ${web_files} ${web_folder}
                       COMMAND ${FIELDGAP_NODE} ${web_folder}/build.mjs ${fieldgap_page}
                       DEPENDS ${web_sources} ${web_files} ${PROJECT_SOURCE_DIR}/web/package-lock.json
                       COMMENT "The page of fieldgap report" VERBATIM)
    add_custom_target(report_page DEPENDS ${fieldgap_page})
endif()
