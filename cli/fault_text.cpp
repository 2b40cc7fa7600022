#include "cli/fault_text.hpp"

namespace okienko::cli {

void print_faults(std::ostream& out, const backup::Faults& faults) {
    for (const auto& fault : faults) {
        if (!fault.path.empty()) out << fault.path << ": ";
        out << fault.message << "\n";
    }
}

}  // namespace okienko::cli
