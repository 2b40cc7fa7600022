# What our own targets are warned of. The presets we work with make errors of it; a release must also
# build where a compiler warns of more.
add_library(okienko_warnings INTERFACE)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # -Wrestrict is off: g++ 12 sees overlaps in "literal" + std::string (GCC bug 105651).
  # -Wsubobject-linkage is off: it takes the sources of a batch (CMAKE_UNITY_BUILD) for headers.
  target_compile_options(okienko_warnings INTERFACE
    -Wall -Wextra -Wconversion -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual -Wno-restrict
    -Wno-subobject-linkage)
else()
  # clang++ builds what is fuzzed, nothing that is released.
  target_compile_options(okienko_warnings INTERFACE
    -Wall -Wextra -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
endif()
# Under TSan g++ takes an empty std::optional for one that was never made; its manual warns of such
# mistakes under any sanitizer.
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=thread")
  target_compile_options(okienko_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
