#include "tests/generator/random_edits.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "db/catalogue_store.hpp"
#include "generator/file_tree.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;
using generator::read_file;
using generator::write_file;
using std::chrono::sys_days;

model::Date days_later(model::Date date, int days) {
    return model::Date{sys_days{date} + std::chrono::days{days}};
}

}  // namespace

RandomEdits::RandomEdits(fs::path instance, fs::path share, unsigned seed)
    : instance_(std::move(instance)), share_(std::move(share)), random_(seed) {}

std::size_t RandomEdits::below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>{0, limit - 1}(random_);
}

std::string RandomEdits::new_word() {
    return "zmiana" + std::to_string(++words_) + "x" + std::to_string(below(1000));
}

std::string RandomEdits::edit() {
    switch (below(9)) {
        case 8:
            return edit_translation();
        case 0:
        case 1:
            return edit_content();
        case 2:
        case 3:
            return edit_catalogue();
        case 4:
            return edit_service();
        case 5:
            return edit_theme();
        case 6:
            return edit_settings();
        default:
            return pass_time();
    }
}

fs::path RandomEdits::any_page() {
    auto files = generator::files_below(instance_ / "content");
    std::erase_if(files, [](const auto& file) { return !file.ends_with(".md"); });
    return instance_ / "content" / files[below(files.size())];
}

void RandomEdits::replace_in(const fs::path& file,
                             const std::string& what,
                             const std::string& with) {
    auto text = read_file(file);
    auto at = text.find(what);
    if (at != std::string::npos) text.replace(at, what.size(), with);
    write_file(file, text);
}

std::string RandomEdits::edit_content() {
    auto page = any_page();
    auto name = page.filename().string();
    switch (below(8)) {
        case 0:
            replace_in(page, "title = \"", "title = \"" + new_word() + " ");
            return "title of " + name;
        case 1:
            replace_in(page, "summary = \"", "summary = \"" + new_word() + " ");
            return "summary of " + name;
        case 2:
            replace_in(page, "+++\n", "+++\ndraft = true\n");
            return "draft " + name;
        case 3:
            fs::remove(page);
            return "removal of " + name;
        case 4: {
            auto word = new_word();
            write_file(instance_ / "content/aktualnosci" / (word + ".md"),
                       "+++\ntitle = \"" + word + "\"\nsummary = \"" + word +
                           ".\"\ndate = 2026-11-1" + std::to_string(below(10)) +
                           "\nexpires_on = 2027-0" + std::to_string(1 + below(9)) +
                           "-01\naliases = [\"/dawne/" + word + "/\"]\n+++\n\n## " + word + "\n");
            return "news " + word;
        }
        case 5: {
            auto files = generator::files_below(instance_ / "content");
            std::erase_if(files, [](const auto& file) { return !file.ends_with(".pdf"); });
            if (files.empty()) return "nothing";
            auto file = instance_ / "content" / files[below(files.size())];
            write_file(file, read_file(file) + "% " + new_word() + "\n");
            return "attachment " + file.filename().string();
        }
        case 6: {
            auto form = instance_ / "content/formularze/wniosek-o-uslugi.toml";
            if (!fs::exists(form)) return "nothing";
            replace_in(form, "label = \"", "label = \"" + new_word() + " ");
            return "label of a form";
        }
        default:
            write_file(page,
                       read_file(page) + "\n\n## " + new_word() + "\n\n" + new_word() + ".\n");
            return "text of " + name;
    }
}

std::string RandomEdits::edit_catalogue() {
    auto file = instance_ / "catalogue.db";
    auto catalogue = db::read_catalogue(file);
    auto any = [this](auto& cards) -> auto& {
        return cards[below(cards.size())];
    };
    std::string what;
    switch (below(12)) {
        case 0:
            any(catalogue.providers).name += " " + new_word();
            what = "provider's name";
            break;
        case 1:
            any(catalogue.providers).profile += "\n\n" + new_word();
            what = "provider's profile";
            break;
        case 2:
            any(catalogue.places).name += " " + new_word();
            what = "place's name";
            break;
        case 3:
            any(catalogue.domains).description += " " + new_word();
            what = "domain's description";
            break;
        case 4:
            std::swap(catalogue.audiences.front().order, catalogue.audiences.back().order);
            what = "order of audiences";
            break;
        case 5:
            any(catalogue.situations).advice += "\n\n" + new_word();
            any(catalogue.situations).icon = one_in(2) ? "bus" : "";
            what = "situation's advice and icon";
            break;
        case 6:
            any(catalogue.localities).name += new_word();
            what = "locality's name";
            break;
        case 7:
            if (!catalogue.indicators.empty()) any(catalogue.indicators).plan += 1;
            what = "indicator's plan";
            break;
        case 8:
            if (!catalogue.budget_lines.empty()) any(catalogue.budget_lines).plan.grosze += 100;
            what = "budget line's plan";
            break;
        case 9:
            if (!catalogue.documents.empty()) any(catalogue.documents).title += " " + new_word();
            what = "document's title";
            break;
        case 10:
            if (!catalogue.programmes.empty()) any(catalogue.programmes).goal += " " + new_word();
            what = "programme's goal";
            break;
        default: {
            auto copy = any(catalogue.services);
            auto word = new_word();
            copy.slug = word;
            copy.name = word + " " + copy.name;
            copy.id = "00000000-0000-4000-8000-" + std::string(12 - 4, '0') +
                      std::to_string(1000 + below(9000));
            catalogue.services.push_back(copy);
            what = "new service " + word;
        }
    }
    db::write_catalogue(file, catalogue);
    return what;
}

std::string RandomEdits::edit_service() {
    auto file = instance_ / "catalogue.db";
    auto catalogue = db::read_catalogue(file);
    auto& service = catalogue.services[below(catalogue.services.size())];
    auto today = model::Date{std::chrono::floor<std::chrono::days>(now_)};
    std::string what;
    switch (below(16)) {
        case 11:
            service.minimum_age = static_cast<int>(below(30));
            what = "minimum_age";
            break;
        case 12:
            service.fee_mode = one_in(2) ? model::FeeMode::Free : model::FeeMode::Fixed;
            what = "fee_mode";
            break;
        case 13:
            service.decision_mode =
                one_in(2) ? model::DecisionMode::Programme : model::DecisionMode::Decision;
            what = "decision_mode";
            break;
        case 14:
            if (service.places.size() > 1) service.places.pop_back();
            what = "places";
            break;
        case 15:
            if (!service.schedules.empty()) {
                service.schedules.front().valid_to =
                    std::max(service.schedules.front().valid_from,
                             days_later(today, static_cast<int>(below(60)) - 20));
            }
            what = "end of a schedule";
            break;
        case 0:
            service.name = new_word() + " " + service.name;
            what = "name";
            break;
        case 1:
            service.summary += " " + new_word() + ".";
            what = "summary";
            break;
        case 2:
            service.description += "\n\n" + new_word() + " [kontakt](/kontakt/).";
            what = "description";
            break;
        case 3:
            service.verified_on = days_later(today, -static_cast<int>(below(500)));
            what = "verified_on";
            break;
        case 4:
            service.status =
                one_in(2) ? model::ServiceStatus::Active : model::ServiceStatus::TemporarilyClosed;
            what = "status";
            break;
        case 5:
            service.valid_to = days_later(today, static_cast<int>(below(40)) - 5);
            what = "valid_to";
            break;
        case 6:
            if (!service.schedules.empty()) {
                auto& schedule = service.schedules.front();
                schedule.exceptions.push_back(
                    {.date = days_later(today, static_cast<int>(below(90))),
                     .kind = model::ExceptionKind::Closed,
                     .starts = {},
                     .ends = {},
                     .note = new_word()});
            }
            what = "exception";
            break;
        case 7:
            if (!service.fees.empty()) service.fees.front().amount.grosze += 100;
            what = "fee";
            break;
        case 8:
            if (service.domains.size() > 1) std::swap(service.domains[0], service.domains[1]);
            what = "domains";
            break;
        case 9:
            service.aliases.push_back(new_word());
            what = "alias";
            break;
        default:
            service.related.clear();
            what = "related";
    }
    what += " of service " + service.slug;
    db::write_catalogue(file, catalogue);
    return what;
}

std::string RandomEdits::edit_translation() {
    auto file = instance_ / "catalogue.db";
    auto catalogue = db::read_catalogue(file);
    auto& all = catalogue.service_translations;
    std::string what;
    switch (all.empty() ? 0 : below(4)) {
        case 0: {
            const auto& service = catalogue.services[below(catalogue.services.size())];
            std::string language = one_in(2) ? "en" : "uk";
            std::erase_if(all, [&](const auto& each) {
                return each.service == service.slug && each.language == language;
            });
            all.push_back({service.slug,
                           language,
                           {{"name", service.name, new_word() + " " + service.name},
                            {"summary", service.summary, new_word() + "."}}});
            what = "new translation of " + service.slug + " into " + language;
            break;
        }
        case 1: {
            auto& translation = all[below(all.size())];
            auto& text = translation.texts[below(translation.texts.size())];
            text.text += " " + new_word();
            what = "translated " + text.field + " of " + translation.service;
            break;
        }
        case 2: {
            auto& translation = all[below(all.size())];
            auto& text = translation.texts[below(translation.texts.size())];
            text.original += new_word();
            what = "outdated " + text.field + " of " + translation.service;
            break;
        }
        default: {
            auto gone = all.begin() + static_cast<std::ptrdiff_t>(below(all.size()));
            what = "removal of a translation of " + gone->service;
            all.erase(gone);
        }
    }
    db::write_catalogue(file, catalogue);
    return what;
}

fs::path RandomEdits::own_copy_of(const std::string& theme_file) {
    auto own = instance_ / "themes/default" / theme_file;
    if (!fs::exists(own)) {
        fs::create_directories(own.parent_path());
        fs::copy_file(share_ / "themes/default" / theme_file, own);
    }
    return own;
}

std::string RandomEdits::edit_theme() {
    constexpr std::array<const char*, 6> kFiles{"components/service_row/service_row.mustache",
                                                "components/page_bottom/page_bottom.mustache",
                                                "pages/service.mustache",
                                                "pages/home.mustache",
                                                "styles/10-tokens.css",
                                                "pages/timetable.mustache"};
    std::string file = kFiles[below(kFiles.size())];
    if (!fs::exists(share_ / "themes/default" / file)) return "nothing";
    auto own = own_copy_of(file);
    auto mark = file.ends_with(".css") ? "\n/* " + new_word() + " */\n" : new_word() + "\n";
    write_file(own, read_file(own) + mark);
    if (one_in(4)) {
        fs::create_directories(instance_ / "themes/default/i18n");
        write_file(instance_ / "themes/default/i18n/pl.toml",
                   "[nav]\nservices = \"Usługi " + new_word() + "\"\n");
        return file + " and a word";
    }
    return file;
}

std::string RandomEdits::edit_settings() {
    auto file = instance_ / "okienko.toml";
    switch (below(4)) {
        case 0: {
            auto day = model::Date{std::chrono::floor<std::chrono::days>(now_)};
            replace_in(
                file,
                "[[contact.hours]]",
                "[[contact.special_days]]\nfrom = " + model::to_iso(day) + "\n\n[[contact.hours]]");
            return "a closed day";
        }
        case 1:
            replace_in(file, "tagline = \"", "tagline = \"" + new_word() + " ");
            return "tagline";
        case 2:
            replace_in(file, "[site]\n", "[site]\n# " + new_word() + "\n");
            return "a comment in the settings";
        default:
            replace_in(file, "name = \"", "name = \"" + new_word() + " ");
            return "name of the centre";
    }
}

std::string RandomEdits::pass_time() {
    using std::chrono::days;
    using std::chrono::minutes;
    switch (below(4)) {
        case 0:
            now_ += minutes{1 + below(300)};
            return "hours pass";
        case 1:
            now_ += days{1 + below(3)};
            return "days pass";
        case 2:
            now_ += days{20 + below(60)};
            return "months pass";
        default:
            now_ -= minutes{1 + below(3000)};
            return "the clock is set back";
    }
}

}  // namespace okienko::tests
