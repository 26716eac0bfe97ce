# The viewer of the dashboard's preview, from npm in the version and with the checksum of packaging/web/package-lock.json.
# Without it everything else works, and the page says what is missing.
#
# CREATEZOOM_OPENSEADRAGON  AUTO: fetched where npm is and its registry answers;  ON: fetched, or configuring fails;
#                           OFF: left out;  a folder: that of the package "openseadragon", for builds without a network
# sets OPENSEADRAGON_FILES: what the server embeds (empty without)
set(CREATEZOOM_OPENSEADRAGON AUTO CACHE STRING "The preview's viewer: AUTO, ON, OFF or the folder of its npm package")

function(createzoom_fetch_openseadragon package)
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
      set(${package} "" PARENT_SCOPE)
      return()
    endif()
    file(REMOVE_RECURSE ${folder})
    file(COPY ${PROJECT_SOURCE_DIR}/packaging/web/package.json ${lock} DESTINATION ${folder})
    message(STATUS "Fetching OpenSeadragon from npm")
    # `ci` installs what the lock file names, and fails when a checksum is another.
    execute_process(
      COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries=1 --fetch-timeout=20000
      WORKING_DIRECTORY ${folder} RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said TIMEOUT 120)
    if(NOT status EQUAL 0)
      message(STATUS "npm: ${said}")
      set(${package} "" PARENT_SCOPE)
      return()
    endif()
    file(WRITE ${folder}/fetched ${wanted})
  endif()
  set(${package} ${folder}/node_modules/openseadragon PARENT_SCOPE)
endfunction()

set(openseadragon "")
if(IS_DIRECTORY "${CREATEZOOM_OPENSEADRAGON}")
  set(openseadragon ${CREATEZOOM_OPENSEADRAGON})
elseif(CREATEZOOM_OPENSEADRAGON MATCHES "^(AUTO|ON)$")
  createzoom_fetch_openseadragon(openseadragon)
elseif(CREATEZOOM_OPENSEADRAGON)
  message(FATAL_ERROR "CREATEZOOM_OPENSEADRAGON is AUTO, ON, OFF or a folder, not ${CREATEZOOM_OPENSEADRAGON}")
endif()

set(OPENSEADRAGON_FILES "")
if(openseadragon)
  set(OPENSEADRAGON_FILES ${openseadragon}/build/openseadragon/openseadragon.min.js ${openseadragon}/LICENSE.txt)
  message(STATUS "OpenSeadragon: ${openseadragon}")
elseif(CREATEZOOM_OPENSEADRAGON STREQUAL "AUTO")
  message(WARNING "OpenSeadragon could not be fetched (npm is missing, or has no network): the dashboard will show no "
    "previews. Install npm, or name the package's folder: -DCREATEZOOM_OPENSEADRAGON=FOLDER; OFF leaves it out silently.")
elseif(CREATEZOOM_OPENSEADRAGON)
  message(FATAL_ERROR "OpenSeadragon could not be fetched: npm is missing, or has no network")
else()
  message(STATUS "OpenSeadragon: left out, the dashboard will show no previews")
endif()
