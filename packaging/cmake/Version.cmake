# project(VERSION) is the only place of the version; the git hash is added where there is a checkout, elsewhere it is told.
set(CREATEZOOM_REVISION "" CACHE STRING "Revision of sources that are no checkout")
find_package(Git QUIET)
if(GIT_FOUND AND NOT CREATEZOOM_REVISION)
  execute_process(COMMAND ${GIT_EXECUTABLE} rev-parse --short HEAD WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    OUTPUT_VARIABLE CREATEZOOM_REVISION OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
configure_file(${PROJECT_SOURCE_DIR}/core/base/version.h.in ${PROJECT_BINARY_DIR}/generated/core/base/version.h)
