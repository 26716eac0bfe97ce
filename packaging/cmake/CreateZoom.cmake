# What every target of this project shares: the language, the warnings, the sanitizers, the form of a library.

option(CREATEZOOM_WERROR "Warnings are errors" OFF)
option(CREATEZOOM_UNITY "Compile a library's files twelve at a time: half the work, and names must differ" OFF)
set(CREATEZOOM_SANITIZE "" CACHE STRING "Sanitizers, separated by ';': address;undefined or thread")

add_library(createzoom_options INTERFACE)
target_compile_features(createzoom_options INTERFACE cxx_std_20)
target_include_directories(createzoom_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
target_compile_definitions(createzoom_options INTERFACE
  QT_NO_KEYWORDS # libvips' GLib headers have a member named `signals`
  QT_NO_CAST_FROM_ASCII
  QT_NO_CAST_TO_ASCII
  QT_NO_URL_CAST_FROM_STRING
  QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_CONTEXTLESS_CONNECT
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_STRICT_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(createzoom_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference
  $<$<NOT:$<CONFIG:Debug>>:-Wno-null-dereference> # an optimised Result looks as if it might hold nothing
  -Wno-missing-field-initializers # designated initialisers name what they mean
  -pthread # as libvips asks for; precompiled headers are for all or none
  $<$<BOOL:${CREATEZOOM_WERROR}>:-Werror>)
foreach(sanitizer IN LISTS CREATEZOOM_SANITIZE)
  target_compile_options(createzoom_options INTERFACE -fsanitize=${sanitizer} -fno-omit-frame-pointer)
  target_link_options(createzoom_options INTERFACE -fsanitize=${sanitizer})
endforeach()
if(CREATEZOOM_SANITIZE)
  # A sanitizer needs terabytes of address space, and GCC 12 warns wrongly under it: no limits, those warnings off.
  target_compile_definitions(createzoom_options INTERFACE CREATEZOOM_SANITIZED)
  target_compile_options(createzoom_options INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-null-dereference -Wno-tsan>)
endif()

if(thread IN_LIST CREATEZOOM_SANITIZE)
  add_library(createzoom_threadsanitizer OBJECT ${CMAKE_CURRENT_LIST_DIR}/threadsanitizer.cpp)
  target_sources(createzoom_options INTERFACE
    $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:$<TARGET_OBJECTS:createzoom_threadsanitizer>>)
endif()

if(CREATEZOOM_UNITY)
  # Another file's name may be hidden, and a class may have a field of its own file's type: one file alone is checked
  # for that in the other builds.
  target_compile_options(createzoom_options INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

# createzoom_library(<name> [WINDOW] HEADERS <files> [SOURCES <files>] [PUBLIC <targets>] [PRIVATE <targets>])
# A static library of one folder; WINDOW when it uses Qt Widgets. Headers are listed so that each is compiled alone
# (all_verify_interface_header_sets).
function(createzoom_library name)
  cmake_parse_arguments(arg "WINDOW" "" "HEADERS;SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  target_link_libraries(${name} PUBLIC createzoom_options ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${CREATEZOOM_UNITY} UNITY_BUILD_BATCH_SIZE 12)
  if(arg_WINDOW)
    createzoom_use_precompiled(${name} window)
  else()
    createzoom_use_precompiled(${name} core)
  endif()
endfunction()
