# Warnings are errors in our own targets, and only there.
# -Wrestrict is off: g++ 12 sees overlaps in "literal" + std::string (GCC bug 105651).
add_library(okienko_warnings INTERFACE)
target_compile_options(okienko_warnings INTERFACE
  -Wall -Wextra -Wconversion -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual -Wno-restrict
  -Werror)
