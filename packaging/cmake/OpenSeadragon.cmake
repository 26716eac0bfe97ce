# The viewer of the dashboard's preview, from npm in the version and with the checksum of packaging/web/package-lock.json.
# Without it everything else works, and the page says what is missing. npm trusts the authorities that this machine trusts
# (/usr/local/share/ca-certificates), and those of NODE_EXTRA_CA_CERTS or its own "cafile" where they are set.
#
# CREATEZOOM_OPENSEADRAGON  AUTO: fetched where npm is and its registry answers;  ON: fetched, or configuring fails;
#                           OFF: left out;  a folder: that of the package "openseadragon", for builds without a network
# sets OPENSEADRAGON_FILES: what the server embeds (empty without)
#
# ON is for what others get: packages and images. AUTO is for who builds for himself.
set(CREATEZOOM_OPENSEADRAGON AUTO CACHE STRING "The preview's viewer: AUTO, ON, OFF or the folder of its npm package")

# Sets `package` to the folder of the package; where it cannot be had to nothing, and `why` to what stands in the way.
function(createzoom_fetch_openseadragon package why)
  set(${package} "" PARENT_SCOPE)
  set(lock ${PROJECT_SOURCE_DIR}/packaging/web/package-lock.json)
  set(folder ${PROJECT_BINARY_DIR}/openseadragon)
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${lock})
  file(SHA256 ${lock} wanted)
  if(EXISTS ${folder}/fetched)
    file(READ ${folder}/fetched fetched)
  endif()
  if(NOT "${fetched}" STREQUAL "${wanted}")
    find_program(NPM npm)
    if(NOT NPM)
      set(${why} "npm is not installed" PARENT_SCOPE)
      return()
    endif()
    set(system_authorities /etc/ssl/certs/ca-certificates.crt)
    set(environment)
    if(EXISTS ${system_authorities} AND NOT DEFINED ENV{NODE_EXTRA_CA_CERTS})
      set(environment NODE_EXTRA_CA_CERTS=${system_authorities})
    endif()
    file(REMOVE_RECURSE ${folder})
    file(COPY ${PROJECT_SOURCE_DIR}/packaging/web/package.json ${lock} DESTINATION ${folder})
    message(STATUS "Fetching OpenSeadragon from npm")
    # `ci` installs what the lock file names, and fails when a checksum is another.
    execute_process(
      COMMAND ${CMAKE_COMMAND} -E env ${environment}
        ${NPM} ci --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries=1 --fetch-timeout=20000
      WORKING_DIRECTORY ${folder} RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said TIMEOUT 120)
    if(NOT status EQUAL 0)
      string(STRIP "npm (${status}) says: ${said}" said)
      set(${why} "${said}" PARENT_SCOPE)
      return()
    endif()
    file(WRITE ${folder}/fetched ${wanted})
  endif()
  set(${package} ${folder}/node_modules/openseadragon PARENT_SCOPE)
endfunction()

set(openseadragon "")
set(missing "")
if(IS_DIRECTORY "${CREATEZOOM_OPENSEADRAGON}")
  set(openseadragon ${CREATEZOOM_OPENSEADRAGON})
elseif(CREATEZOOM_OPENSEADRAGON MATCHES "^(AUTO|ON)$")
  createzoom_fetch_openseadragon(openseadragon missing)
elseif(CREATEZOOM_OPENSEADRAGON)
  message(FATAL_ERROR "CREATEZOOM_OPENSEADRAGON is AUTO, ON, OFF or a folder, not ${CREATEZOOM_OPENSEADRAGON}")
endif()

set(OPENSEADRAGON_FILES "")
if(openseadragon)
  set(OPENSEADRAGON_FILES ${openseadragon}/build/openseadragon/openseadragon.min.js ${openseadragon}/LICENSE.txt)
  message(STATUS "OpenSeadragon: ${openseadragon}")
elseif(CREATEZOOM_OPENSEADRAGON STREQUAL "AUTO")
  message(WARNING "OpenSeadragon could not be fetched: the dashboard will show no previews. Install npm, or name the package's "
    "folder: -DCREATEZOOM_OPENSEADRAGON=FOLDER; OFF leaves it out silently.\n${missing}")
elseif(CREATEZOOM_OPENSEADRAGON)
  message(FATAL_ERROR "OpenSeadragon could not be fetched. -DCREATEZOOM_OPENSEADRAGON=FOLDER takes it from a folder, "
    "OFF builds without the dashboard's previews.\n${missing}")
else()
  message(STATUS "OpenSeadragon: left out, the dashboard will show no previews")
endif()
