#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/form_fields.hpp"
#include "server/forms/form_state.hpp"

namespace okienko::server {

/// Gathers everything that is wrong with the fields of a form. Words begin with what the form
/// calls the field: "sender" → "sender_missing", "sender_long".
class FieldChecks {
  public:
    void fault(std::string_view field, std::string_view word);

    /// It must be there: "…_missing".
    void need(std::string_view field, const std::string& value, std::string_view word);
    /// No more than so many characters: "…_long".
    void limit(std::string_view field,
               const std::string& value,
               std::size_t longest,
               std::string_view word);
    /// "phone_wrong", unless it is empty or a number where somebody can be reached.
    void phone(std::string_view field, const std::string& value);
    /// "email_wrong", unless it is empty.
    void email(std::string_view field, const std::string& value);
    /// "links": more than people need and few enough to be of no use to advertisers.
    void few_links(std::string_view field, const std::string& value);
    /// "pesel": a fault until whoever wrote it has seen the warning and means it.
    void no_pesel(std::string_view field, const std::string& value);

    [[nodiscard]] bool all_right() const { return faults_.empty(); }
    [[nodiscard]] std::vector<FieldFault> take() { return std::move(faults_); }

  private:
    std::vector<FieldFault> faults_;
};

/// Whether the warning of a PESEL was shown and the form was sent all the same.
bool means_pesel(const FormFields& fields);

/// As it is dialled: "857 152 550", "(85) 715-25-50" → "+48857152550". What cannot be a number
/// stays as it is.
std::string dialled(std::string_view typed);

}  // namespace okienko::server
