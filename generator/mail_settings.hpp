#pragma once

#include "generator/settings.hpp"
#include "generator/settings_problems.hpp"
#include "model/document.hpp"

namespace okienko::generator {

/// Who sends mails and through which server, from the checked group `mail`.
MailSettings read_mail_settings(const model::Node& node, SettingsProblems& problems);

}  // namespace okienko::generator
