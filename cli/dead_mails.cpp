#include "cli/dead_mails.hpp"

namespace okienko::cli {

void print_dead_mails(std::ostream& out, const db::Office& office) {
    for (const auto& mail : office.dead_mails()) {
        out << "E-mail nie doszedł, sprawa " << mail.case_number << " („" << mail.mail.subject
            << "”): " << mail.remark << ". Zadzwoń.\n";
    }
}

}  // namespace okienko::cli
