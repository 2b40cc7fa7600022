#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "generator/content_reader.hpp"
#include "generator/links.hpp"
#include "generator/markdown.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

/// An image of content/ under its hashed address, with its bytes.
struct ImageAsset {
    ImageFile file;
    std::string bytes;
};

/// Renders the Markdown of content pages, resolves what they link to, and remembers which files of
/// content/ the site needs.
class ContentRenderer {
  public:
    ContentRenderer(std::filesystem::path folder,
                    const LinkTargets& targets,
                    model::Problems& problems);

    /// Fills what is rendered of the source.
    void render(ContentSource& source);

    /// Notes the files that a card's Markdown links to; its HTML is made when its page is drawn.
    void attach_linked(std::string_view markdown);

    /// Notes that a catalogue document offers this file; answers with it, or reports that there is
    /// none.
    std::optional<Attachment> attach(const model::RecordPosition& at, const std::string& file);

    /// Reports anchors that no heading has. Call when every page has been rendered.
    void check_anchors(const std::vector<ContentSource>& sources);

    [[nodiscard]] const std::map<std::string, ImageAsset>& images() const { return images_; }
    [[nodiscard]] const std::set<std::string>& attachments() const { return attachments_; }

  private:
    struct AnchorUse {
        std::string page;
        std::string anchor;
        model::Problem problem;
    };

    std::string use_link(ContentSource& source, std::string_view target, MarkdownPlace place);
    ImageFile use_image(ContentSource& source, std::string_view target, MarkdownPlace place);
    void fill_attachment(ContentSource& source);
    void fill_film(ContentSource& source);
    void fill_elements(ContentSource& source);
    void fill_eu_project(ContentSource& source);
    /// The image, ready to be published; nothing when the file is no image that we know.
    std::optional<ImageFile> publish_image(const std::string& file);
    std::optional<ImageFile> own_image(ContentSource& source, const model::Node& node);
    std::optional<std::string> own_file(ContentSource& source, std::string_view key);
    std::optional<std::string> own_file(ContentSource& source, const model::Node& node);
    [[nodiscard]] Attachment attachment_of(const std::string& file);
    [[nodiscard]] model::Problem problem_in(const ContentSource& source,
                                            MarkdownPlace place,
                                            std::string message,
                                            std::string remedy) const;

    std::filesystem::path folder_;
    const LinkTargets& targets_;
    model::Problems& problems_;
    std::map<std::string, ImageAsset> images_;
    std::set<std::string> attachments_;
    std::vector<AnchorUse> anchors_;
};

}  // namespace okienko::generator
