# What our own targets are warned of. The presets dev and tsan make errors of it; a release must also
# build where a compiler warns of more.
# -Wrestrict is off: g++ 12 sees overlaps in "literal" + std::string (GCC bug 105651).
add_library(okienko_warnings INTERFACE)
target_compile_options(okienko_warnings INTERFACE
  -Wall -Wextra -Wconversion -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual -Wno-restrict)
