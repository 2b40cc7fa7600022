#include "generator/content_check.hpp"

#include <algorithm>

#include "model/suggestion.hpp"

namespace okienko::generator {
namespace {

template <class Card>
std::vector<std::string_view> slugs_of(const std::vector<Card>& cards) {
    std::vector<std::string_view> slugs;
    slugs.reserve(cards.size());
    for (const auto& card : cards) slugs.push_back(card.slug);
    std::sort(slugs.begin(), slugs.end());
    return slugs;
}

void check_successor(const model::Document& head,
                     const std::string& replaced_by,
                     const LinkTargets& targets,
                     model::Problems& problems) {
    const auto* node = head.root.find("replaced_by");
    if (!node || targets.has_page(replaced_by)) return;
    problems.push_back(model::problem_at(head,
                                         node->line,
                                         node->column,
                                         "nie ma strony „" + replaced_by + "”",
                                         "podaj adres strony, która ją zastępuje"));
}

class ContentChecker {
  public:
    ContentChecker(const SiteData& site, const LinkTargets& targets, model::Problems& problems)
        : audiences_(slugs_of(site.catalogue.audiences)),
          programmes_(slugs_of(site.catalogue.programmes)),
          targets_(targets),
          problems_(problems) {
        for (const auto& document : site.library) documents_.push_back(document.slug);
    }

    void check(const ContentSource& source) {
        source_ = &source;
        const auto& head = source.head.root;
        for (const auto& audience : head.groups("audience")) {
            check_slug(audience, audiences_, "nie ma grupy odbiorców");
        }
        check_field("programme", programmes_, "w katalogu nie ma programu");
        check_field("annex_to", documents_, "w bibliotece nie ma dokumentu");
        check_field("replaces", documents_, "w bibliotece nie ma dokumentu");
        check_successor(source.head, source.page.replaced_by, targets_, problems_);
    }

  private:
    void check_field(std::string_view key,
                     const std::vector<std::string_view>& known,
                     std::string_view complaint) {
        const auto* node = source_->head.root.find(key);
        if (node) check_slug(*node, known, complaint);
    }

    void check_slug(const model::Node& node,
                    const std::vector<std::string_view>& known,
                    std::string_view complaint) {
        const auto& slug = *node.as<std::string>();
        if (std::find(known.begin(), known.end(), slug) != known.end()) return;
        report(node, std::string{complaint} + " „" + slug + "”", model::did_you_mean(slug, known));
    }

    void report(const model::Node& node, std::string message, std::string remedy) {
        problems_.push_back(model::problem_at(
            source_->head, node.line, node.column, std::move(message), std::move(remedy)));
    }

    std::vector<std::string_view> audiences_;
    std::vector<std::string_view> programmes_;
    std::vector<std::string_view> documents_;
    const LinkTargets& targets_;
    model::Problems& problems_;
    const ContentSource* source_ = nullptr;
};

}  // namespace

void check_content(const std::vector<ContentSource>& sources,
                   const SiteData& site,
                   const LinkTargets& targets,
                   model::Problems& problems) {
    ContentChecker checker{site, targets, problems};
    for (const auto& source : sources) checker.check(source);
}

void check_successors(const std::vector<ContentSource>& expired,
                      const LinkTargets& targets,
                      model::Problems& problems) {
    for (const auto& source : expired) {
        check_successor(source.head, source.page.replaced_by, targets, problems);
    }
}

}  // namespace okienko::generator
