#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "generator/live_site.hpp"
#include "model/checked.hpp"
#include "model/message.hpp"
#include "server/forms/form_gate.hpp"
#include "server/forms/message_tray.hpp"

namespace okienko::server {

/// A form that becomes a message: when it is one, and how it looks.
template <class Form>
struct MessageForm {
    model::Checked<model::Message, FieldFault> (*check)(const Form& form);
    std::string (*draw)(const generator::LiveSite& live,
                        language::Language language,
                        const Form& form,
                        const FormState& state);
};

/// One that was sent, for FormGate: it goes into the tray when nothing is wrong with it. `next` is
/// the address of the page that says so.
template <class Form>
FormGate::Sent sent_message(
    const MessageForm<Form>& kind,
    const Form& form,
    const std::shared_ptr<const generator::LiveSite>& live,
    language::Language language,
    const MessageTray& tray,
    const std::function<std::string(const std::string& case_number)>& next) {
    auto checked = kind.check(form);
    return {.faults = checked.ok() ? std::vector<FieldFault>{} : checked.problems(),
            .draw = [=](const FormState& state) { return kind.draw(*live, language, form, state); },
            .keep = [=, &tray](const FormGate::Ticket& ticket) -> FormGate::Kept {
                auto receipt = tray.put(*live, language, checked.value(), ticket);
                return {next(receipt.case_number), receipt.had_before};
            }};
}

}  // namespace okienko::server
