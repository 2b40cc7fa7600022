#include "generator/prepared_site.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <tuple>

#include "db/catalogue_store.hpp"
#include "db/toml_reader.hpp"
#include "generator/card_warnings.hpp"
#include "generator/content_check.hpp"
#include "generator/content_hash.hpp"
#include "generator/content_renderer.hpp"
#include "generator/duties.hpp"
#include "generator/file_tree.hpp"
#include "generator/incremental/source_state.hpp"
#include "generator/pages/all_pages.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/search_parts.hpp"
#include "generator/search_words_file.hpp"
#include "generator/settings_file.hpp"
#include "generator/site_index.hpp"
#include "generator/source_text.hpp"
#include "language/local_time.hpp"
#include "language/utf8.hpp"
#include "model/catalogue_check.hpp"

namespace okienko::generator {
namespace {

using model::Problems;

void append(Problems& problems, const Problems& more) {
    problems.insert(problems.end(), more.begin(), more.end());
}

/// Moves the value out, or notes why there is none.
template <class T>
std::optional<T> take(model::Checked<T, model::Problem> checked, Problems& problems) {
    if (checked.ok()) return std::move(checked).value();
    append(problems, checked.problems());
    return std::nullopt;
}

class Preparation {
  public:
    Preparation(const BuildRequest& request, Timings& timings, Problems& problems)
        : instance_(request.instance), request_(request), timings_(timings), problems_(problems) {}

    std::unique_ptr<PreparedSite> run() {
        bool ready = read_settings_file();
        prepared_->sources = source_state_now(instance_, site().settings.site.theme);
        ready = load_theme() && ready;
        timings_.end(Stage::Sources);
        site().catalogue = db::read_catalogue(instance_.catalogue());
        if (request_.amend) request_.amend(site().catalogue);
        if (request_.catalogue_was_read) request_.catalogue_was_read();
        timings_.end(Stage::Catalogue);
        read_content_folder();
        timings_.end(Stage::Content);
        ready = check_catalogue() && ready;
        timings_.end(Stage::Checks);
        if (!ready) return nullptr;
        index_site(site());
        prepared_->site.emplace(site());
        if (request_.output == Output::Release) prepared_->fingerprints.emplace(site());
        timings_.end(Stage::Index);
        name_pages();
        render_content();
        check_cards();
        append(prepared_->warnings, unmet_duties(site(), settings_file_));
        timings_.end(Stage::Pages);
        return std::move(prepared_);
    }

  private:
    SiteData& site() { return prepared_->data; }
    [[nodiscard]] bool shows_drafts() const { return request_.drafts == Drafts::Shown; }

    bool read_settings_file() {
        auto file = take(generator::read_settings_file(instance_), problems_);
        if (file) {
            site().settings = std::move(file->settings);
            settings_file_ = std::move(file->document);
        }
        site().now = language::local_time(request_.now, site().settings.site.time_zone);
        return file.has_value();
    }

    bool load_theme() {
        const auto& settings = site().settings.site;
        if (!std::filesystem::is_directory(instance_.root / "themes" / settings.theme) &&
            settings.theme != "default") {
            report_setting("site.theme",
                           "nie ma motywu „" + settings.theme + "”",
                           "dodaj folder themes/" + settings.theme + " albo wpisz \"default\"");
            return false;
        }
        auto layers = instance_.theme_layers(settings.theme);
        auto theme = take(Theme::load(layers, settings.languages), problems_);
        if (!theme) return false;
        prepared_->theme = std::make_unique<Theme>(std::move(*theme));
        site().words = prepared_->theme->words();
        site().icons = prepared_->theme->icons();
        for (const auto& asset : prepared_->theme->assets()) {
            auto address = "/zasoby/" + hashed_name(asset.name, asset.bytes);
            site().assets[asset.name] = address;
            add_static_file({address, asset.bytes, {}, fingerprint_of_bytes(asset.bytes)});
        }
        return true;
    }

    void report_setting(std::string_view path, std::string message, std::string remedy) {
        const auto& node = model::node_at(settings_file_.root, path);
        problems_.push_back(model::problem_at(
            settings_file_, node.line, node.column, std::move(message), std::move(remedy)));
    }

    /// Cards with problems are put aside, so that the rest can still be tried.
    bool check_catalogue() {
        auto& catalogue = site().catalogue;
        auto found = model::check_catalogue(catalogue);
        append(problems_, found);
        append(problems_,
               model::check_document_references(
                   catalogue, {content_documents_.begin(), content_documents_.end()}));
        bool services_only = std::all_of(found.begin(), found.end(), [](const auto& problem) {
            return std::get<model::RecordPosition>(problem.at).table == "service";
        });
        for (const auto& problem : found) {
            const auto& at = std::get<model::RecordPosition>(problem.at);
            std::erase_if(catalogue.services, [&](const auto& s) { return s.slug == at.slug; });
            site().targets.add_page(
                service_address(at.slug));  // Links to it are not what is wrong.
        }
        std::erase_if(catalogue.services, [this](const model::Service& service) {
            if (model::is_published(service, site().now.date)) return false;
            if (shows_drafts() && model::is_upcoming(service, site().now.date)) {
                unpublished_[leaflet_address(service.slug)] = {service.valid_from};
                for (auto language : site().settings.site.languages) {
                    auto address = in_language(language, service_address(service.slug));
                    unpublished_[address] = {service.valid_from};
                }
                return false;
            }
            site().targets.add_unpublished(service_address(service.slug), "nie jest opublikowana");
            return true;
        });
        return services_only;
    }

    void read_content_folder() {
        auto content = read_content(instance_.content(), problems_);
        for (const auto& file : content.files) site().targets.add_attachment(file);
        content_files_ = content.files;
        for (const auto& page : content.unreadable) {
            site().targets.add_content_file(page.file, page.address);
            site().targets.add_page(page.address);  // Links to it are not what is wrong.
            if (page.kind == ContentKind::Document) add_document(page);
        }
        for (const auto& source : content.sources) {
            if (source.page.kind == ContentKind::Document) add_document(source.page);
        }
        for (const auto& form : content.forms) add_form(form.slug);
        for (const auto& slug : content.unreadable_forms) add_form(slug);
        site().forms = std::move(content.forms);
        read_search_words();
        for (auto& source : content.sources) sort_out(std::move(source));
        std::sort(sources_.begin(), sources_.end(), [](const auto& a, const auto& b) {
            return a.page.address < b.page.address;
        });
        for (const auto& source : sources_) site().content.push_back(source.page);
    }

    /// They travel with the release, so that it is searched by the words of its own day.
    void read_search_words() {
        site().search_words = read_search_words_file(instance_.content(), problems_);
        auto file = instance_.content() / kSearchWordsFile;
        if (!std::filesystem::exists(file)) return;
        add_static_file({std::string{kSearchFolder} + std::string{kSearchWordsFile},
                         {},
                         file,
                         fingerprint_of_file(file)});
    }

    /// Notes a document that cards may refer to. Its translations have the same slug.
    void add_document(const ContentPage& page) {
        const auto& known = content_documents_;
        if (std::find(known.begin(), known.end(), page.slug) != known.end()) return;
        const auto& cards = site().catalogue.documents;
        bool twin = std::any_of(cards.begin(), cards.end(), [&page](const auto& card) {
            return card.slug == page.slug;
        });
        if (twin) {
            problems_.push_back({model::SourcePosition{"content/" + page.file, 1, 1},
                                 "dokument „" + page.slug + "” jest już w katalogu",
                                 "zmień nazwę pliku albo usuń dokument z katalogu"});
        } else {
            content_documents_.push_back(page.slug);
        }
    }

    /// Notes a form that cards may refer to: a document of its own, or the form of one that the
    /// catalogue has. A page with the same address would hide it.
    void add_form(const std::string& slug) {
        const auto& known = content_documents_;
        const auto& cards = site().catalogue.documents;
        if (std::find(known.begin(), known.end(), slug) != known.end()) {
            problems_.push_back(
                {model::SourcePosition{"content/formularze/" + slug + ".toml", 1, 1},
                 "pod adresem " + document_address(slug) + " jest już strona",
                 "zmień nazwę tego pliku albo pliku w content/dokumenty/"});
        }
        bool has_card = std::any_of(
            cards.begin(), cards.end(), [&slug](const auto& card) { return card.slug == slug; });
        if (!has_card) content_documents_.push_back(slug);
        site().targets.add_page(document_address(slug));
    }

    /// What the day makes of a page: published, expired, or not to be seen.
    void sort_out(ContentSource source) {
        auto& page = source.page;
        auto today = site().now.date;
        bool scheduled = page.publish_on && *page.publish_on > today;
        const auto& languages = site().settings.site.languages;
        site().targets.add_content_file(page.file, page.address);
        if (std::find(languages.begin(), languages.end(), page.language) == languages.end()) {
            prepared_->warnings.push_back(
                {model::SourcePosition{source.name, 1, 1},
                 "język tej strony nie jest włączony, więc jej nie publikujemy",
                 "dopisz go do languages w okienko.toml"});
            site().targets.add_unpublished(page.address, "jest w języku, który nie jest włączony");
        } else if (shows_drafts() && (page.draft || scheduled)) {
            unpublished_[page.address] = {page.draft ? std::nullopt : page.publish_on};
            sources_.push_back(std::move(source));
        } else if (page.draft) {
            site().targets.add_unpublished(page.address, "jest szkicem");
        } else if (scheduled) {
            site().targets.add_unpublished(page.address,
                                           "pojawi się dopiero " + model::to_iso(*page.publish_on));
        } else if (page.expires_on && *page.expires_on < today) {
            site().expired.push_back(page);
            expired_.push_back(std::move(source));
        } else {
            sources_.push_back(std::move(source));
        }
    }

    void name_pages() {
        const auto& seen = *prepared_->site;
        prepared_->pages = all_pages(seen);
        mark_unpublished();
        add_atom_feed(seen, prepared_->data_files);
        add_web_manifest(seen, prepared_->data_files);
        add_calendars(seen, prepared_->data_files);
        add_choice_index(seen, prepared_->data_files);
        add_search_files(seen, site().search_words, prepared_->data_files);
        add_site_map_files(seen, prepared_->pages, prepared_->data_files);
        for (const auto& page : prepared_->pages) {
            if (!site().targets.add_lasting_page(page.head.address())) report_twin(page);
        }
        for (const auto& file : prepared_->data_files) {
            site().targets.add_lasting_page(file.address);
        }
    }

    void mark_unpublished() {
        for (auto& page : prepared_->pages) {
            auto found = unpublished_.find(page.head.address());
            if (found != unpublished_.end()) page.head = marked(page.head, found->second);
        }
    }

    static PageHeadMaker marked(const PageHeadMaker& make, const Unpublished& mark) {
        return {make.address(), [make, mark] {
                    auto head = make();
                    head.unpublished = mark;
                    return head;
                }};
    }

    void report_twin(const Page& second) {
        const auto& address = second.head.address();
        const auto& first = *std::ranges::find_if(
            prepared_->pages, [&](const Page& page) { return page.head.address() == address; });
        const auto& [mended, other] =
            second.written ? std::tie(second, first) : std::tie(first, second);
        auto owner = other.written ? content_source(*other.written)
                                   : std::string{"strona, którą tworzy program"};
        auto file = mended.written ? content_source(*mended.written) : address;
        auto message = "adres „" + address + "” jest już zajęty (" + owner + ")";
        std::string remedy = "zmień nazwę pliku albo alias";
        for (const auto& source : sources_) {
            if (source.name != file) continue;
            const auto& at = place_of_address(source, address);
            problems_.push_back(
                model::problem_at(source.head, at.line, at.column, message, remedy));
            return;
        }
        problems_.push_back({model::SourcePosition{std::move(file), 1, 1}, message, remedy});
    }

    /// The alias that says the address, else the whole head.
    static const model::Node& place_of_address(const ContentSource& source,
                                               std::string_view address) {
        for (const auto& alias : source.head.root.groups("aliases")) {
            if (*alias.as<std::string>() == address) return alias;
        }
        return source.head.root;
    }

    void render_content() {
        ContentRenderer renderer{instance_.content(), site().targets, problems_};
        for (auto& source : sources_) renderer.render(source);
        renderer.check_anchors(sources_);
        check_content(sources_, site(), site().targets, problems_);
        check_successors(expired_, site().targets, problems_);
        for (const auto& document : site().catalogue.documents) {
            if (document.file.empty()) continue;
            auto file = renderer.attach({"document", document.slug, "file"}, document.file);
            if (file) site().attachments[document.slug] = *file;
        }
        attach_files_of_cards(renderer);
        for (auto& source : sources_) {
            if (source.page.kind == ContentKind::Document && source.rendered.attachment) {
                site().attachments[source.page.slug] = *source.rendered.attachment;
            }
            site().bodies.emplace(source.page.address, std::move(source.rendered));
        }
        collect_content_files(renderer);
    }

    /// Their Markdown is rendered when their pages are drawn: too late to name what they offer.
    void attach_files_of_cards(ContentRenderer& renderer) {
        const auto& catalogue = site().catalogue;
        for (const auto& service : catalogue.services) renderer.attach_linked(service.description);
        for (const auto& provider : catalogue.providers) renderer.attach_linked(provider.profile);
        for (const auto& situation : catalogue.situations) renderer.attach_linked(situation.advice);
    }

    void collect_content_files(const ContentRenderer& renderer) {
        for (const auto& [file, image] : renderer.images()) {
            add_static_file(
                {image.file.address, image.bytes, {}, fingerprint_of_bytes(image.bytes)});
        }
        for (const auto& file : renderer.attachments()) {
            auto source = instance_.content() / file;
            add_static_file({"/" + file, {}, source, fingerprint_of_file(source)});
        }
        for (const auto& file : content_files_) {
            if (renderer.images().contains(file) || renderer.attachments().contains(file)) continue;
            prepared_->warnings.push_back({model::SourcePosition{"content/" + file, 1, 1},
                                           "żadna strona nie używa tego pliku",
                                           "usuń go albo dodaj do niego odnośnik"});
        }
    }

    void check_cards() {
        const auto& settings = site().settings;
        const auto& own = settings.centre.provider;
        if (!own.empty() && !site().providers.contains(own)) {
            report_setting("centre.provider",
                           "w katalogu nie ma podmiotu „" + own + "”",
                           "wpisz slug karty podmiotu, którym jest centrum");
        }
        append(prepared_->warnings, card_warnings(site()));
    }

    void add_static_file(StaticFile file) { prepared_->static_files.push_back(std::move(file)); }

    /// Whatever has changed, some part of the search index asks for the dictionary. Where there is
    /// none, it will say so.
    std::future<std::shared_ptr<const language::Inflection>> dictionary_ =
        std::async(std::launch::async, [] {
            auto dictionary = polish_inflection();
            dictionary->prepare();
            return dictionary;
        });
    const Instance& instance_;
    const BuildRequest& request_;
    Timings& timings_;
    Problems& problems_;
    std::unique_ptr<PreparedSite> prepared_ = std::make_unique<PreparedSite>();
    model::Document settings_file_;
    std::vector<ContentSource> sources_;  ///< Published pages, by address.
    std::vector<ContentSource> expired_;
    std::unordered_map<std::string, Unpublished> unpublished_;  ///< Shown ones, by address.
    std::vector<std::string> content_files_;
    std::vector<std::string> content_documents_;  ///< Slugs.
};

}  // namespace

std::unique_ptr<PreparedSite> prepare_site(const BuildRequest& request,
                                           Timings& timings,
                                           Problems& problems) {
    return Preparation{request, timings, problems}.run();
}

}  // namespace okienko::generator
