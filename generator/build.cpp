#include "generator/build.hpp"

#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_set>

#include "generator/compression.hpp"
#include "generator/incremental/record_maker.hpp"
#include "generator/incremental/site_fingerprints.hpp"
#include "generator/incremental/source_state.hpp"
#include "generator/page_renderer.hpp"
#include "generator/prepared_site.hpp"
#include "generator/problem_order.hpp"
#include "generator/release.hpp"
#include "generator/release_writer.hpp"
#include "generator/site_files.hpp"
#include "model/date.hpp"

namespace okienko::generator {
namespace {

constexpr std::chrono::minutes kDay{24 * 60};

World world_of(const SiteData& site) {
    std::map<std::string_view, std::string_view> assets{site.assets.begin(), site.assets.end()};
    Fingerprint made = 0;
    for (const auto& [name, address] : assets) made = fingerprint_of_bytes(address, made);
    return {.program = fingerprint_of_program(),
            .settings = fingerprint_of(site.settings),
            .words = fingerprint_of(site.words),
            .assets = made};
}

/// What a build has no use for any more.
struct Remains {
    std::unique_ptr<PreparedSite> prepared;
    std::optional<BuildRecord> record;

    Remains(std::unique_ptr<PreparedSite> site, std::optional<BuildRecord> before)
        : prepared(std::move(site)), record(std::move(before)) {}
};

/// One run of `build`.
class Build {
  public:
    explicit Build(const BuildRequest& request) : request_(request) {}

    model::Checked<BuildReport, model::Problem> run() {
        if (publishes()) {
            lock_.emplace(request_.site);
            base_ = current_release(request_.site);
            if (!std::filesystem::is_directory(places_.folder(base_))) base_.clear();
            record_ = read_record(places_.record(base_), base_);
        }
        if (nothing_changed()) return std::move(report_);
        if (record_) unfolded_ = std::async(std::launch::async, [this] { record_->unfold(); });
        model::Problems problems;
        prepared_ = prepare_site(request_, report_.timings, problems);
        if (prepared_) {
            SectionFrames frames;
            auto files = site_files(*prepared_, frames);
            if (unfolded_.valid()) unfolded_.get();
            make(frames, files, problems);
        }
        sort_by_place(problems);
        if (!problems.empty()) return problems;
        report_.warnings = std::move(prepared_->warnings);
        report_.pages = prepared_->pages.size();
        report_.keep_releases = prepared_->data.settings.site.keep_releases;
        report_.remains = std::make_shared<Remains>(std::move(prepared_), std::move(record_));
        return std::move(report_);
    }

  private:
    [[nodiscard]] bool publishes() const { return request_.output == Output::Release; }

    /// Whether the files that the last build read are the very same, on the same day: then there is
    /// no need to read them. What people asked for besides a site is told by a whole build.
    bool nothing_changed() {
        if (!publishes() || !record_ || request_.extent == Extent::Everything) return false;
        const auto& glance = record_->glance;
        auto here = language::local_time(request_.now, record_->time_zone);
        bool same = glance.sources.at != 0 && record_->world.program == fingerprint_of_program() &&
                    glance.validity.holds_at(local_minute(here.date, here.time)) &&
                    glance.sources == with_drafts(source_state_at(
                                          glance.sources.at, request_.instance, record_->theme));
        if (!same) return false;
        report_.pages = glance.pages;
        report_.files = glance.files;
        report_.release = base_;
        report_.timings.end(Stage::Sources);
        return true;
    }

    /// Drafts are part of what was read, though no file tells it.
    [[nodiscard]] SourceState with_drafts(SourceState sources) const {
        sources.fingerprint =
            combined(sources.fingerprint, static_cast<Fingerprint>(request_.drafts));
        return sources;
    }

    [[nodiscard]] LocalMinute now() const {
        return local_minute(prepared_->data.now.date, prepared_->data.now.time);
    }

    void make(const SectionFrames& frames,
              const std::vector<SiteFile>& files,
              model::Problems& problems) {
        auto world = world_of(prepared_->data);
        auto freshness = freshness_in(world);
        RecordMaker maker{freshness, files.size()};
        auto stale = sort_out(files, freshness, maker);
        report_.files = files.size();
        report_.timings.end(Stage::Compare);

        // With problems everything is still drawn, for more of them; nothing is written.
        if (publishes() && problems.empty()) {
            writer_.emplace(request_.site,
                            model::to_compact_utc(request_.now),
                            freshness.record() ? base_ : std::string{});
        }
        draw_stale(frames, stale, freshness, maker, problems);
        report_.timings.end(Stage::Draw);
        if (!problems.empty() || !writer_) return;
        publish(files, world, maker);
    }

    [[nodiscard]] Freshness freshness_in(const World& world) const {
        if (!publishes()) return Freshness{Reason{Reason::Kind::Asked}};
        if (!base_fits()) return Freshness{Reason{Reason::Kind::Settings}};
        if (!record_) return Freshness{Reason{Reason::Kind::NoRecord}};
        if (request_.extent == Extent::Everything) return Freshness{Reason{Reason::Kind::Asked}};
        return Freshness{*record_, *prepared_->fingerprints, world, now(), request_.threads};
    }

    /// Whether the live release has compressed files as this one wants them.
    [[nodiscard]] bool base_fits() const {
        return !record_ || record_->precompressed == precompresses();
    }

    /// Notes what holds, and answers with what has to be made.
    std::vector<const SiteFile*> sort_out(const std::vector<SiteFile>& files,
                                          const Freshness& freshness,
                                          RecordMaker& maker) {
        std::vector<const SiteFile*> stale;
        for (const auto& file : files) {
            const auto* before = freshness.recorded(file.address);
            if (before) ++still_there_;
            if (auto reason = freshness.why_stale(before, file.recipe)) {
                stale.push_back(&file);
                if (request_.explain == Explain::Yes) {
                    report_.explained.push_back({std::string{file.address}, std::move(*reason)});
                }
            } else if (before) {
                kept_.push_back(file.address);
                maker.add_kept(*before);
            }
        }
        report_.made = stale.size();
        return stale;
    }

    void draw_stale(const SectionFrames& frames,
                    const std::vector<const SiteFile*>& stale,
                    const Freshness& freshness,
                    RecordMaker& maker,
                    model::Problems& problems) {
        std::mutex mutex;
        auto take = [&](const SiteFile& file, std::string_view bytes, const Reads& reads) {
            auto made = fingerprint_of_bytes(bytes);
            const auto* before = freshness.recorded(file.address);
            bool same = before && before->bytes == made && before->size == bytes.size();
            if (writer_ && !same) write(file_of(file.address), bytes);
            maker.add_made({.address = file.address,
                            .recipe = file.recipe,
                            .inputs = {},
                            .validity = {},
                            .bytes = made,
                            .size = bytes.size()},
                           reads);
            std::lock_guard guard{mutex};
            if (same) {
                kept_.push_back(file.address);
            } else {
                ++report_.written;
            }
        };
        draw({.prepared = *prepared_,
              .frames = frames,
              .files = stale,
              .inputs = maker.table(),
              .threads = request_.threads,
              .progress = request_.progress},
             take,
             problems);
    }

    void write(const std::string& path, std::string_view bytes) {
        writer_->write(path, bytes);
        if (!precompresses() || !is_compressible(path)) return;
        writer_->write(path + ".gz", gzipped(bytes));
        writer_->write(path + ".br", brotli_compressed(bytes));
    }

    [[nodiscard]] bool precompresses() const { return prepared_->data.settings.site.precompress; }

    [[nodiscard]] std::vector<std::string> kept_files() {
        std::vector<std::string> files;
        if (!writer_->links_kept_files()) return files;
        files.reserve(kept_.size());
        for (auto address : kept_) files.push_back(file_of(address));
        return all_files(std::move(files));
    }

    /// With the twins of compressed files.
    [[nodiscard]] std::vector<std::string> all_files(std::vector<std::string> paths) const {
        if (!precompresses()) return paths;
        std::vector<std::string> all;
        for (const auto& path : paths) {
            for (auto& each : with_twins(path)) all.push_back(std::move(each));
        }
        return all;
    }

    void publish(const std::vector<SiteFile>& files, const World& world, RecordMaker& maker) {
        auto dropped = dropped_files(files);
        report_.removed = dropped.size();
        bool differs = report_.written > 0 || !dropped.empty() || !record_ ||
                       request_.extent == Extent::Everything;
        report_.release = differs ? writer_->id() : base_;
        // Written while the disk is waited for, and put in its place when the release is there.
        auto record = std::async(std::launch::async, [&] { return draft_record(world, maker); });
        if (differs) writer_->finish(kept_files(), all_files(std::move(dropped)));
        report_.timings.end(Stage::Flush);
        record.get().publish();
        report_.timings.end(Stage::Record);
        if (differs) writer_->publish();
        report_.published = differs;
        report_.timings.end(Stage::Swap);
    }

    [[nodiscard]] RecordDraft draft_record(const World& world, RecordMaker& maker) const {
        // Nothing is drawn any more; the record is made in the memory of what that needed.
        prepared_->site.reset();
        prepared_->theme.reset();
        auto made = maker.finish(*prepared_->fingerprints);
        made.release = report_.release;
        made.world = world;
        made.precompressed = precompresses();
        note_glance(made);
        return {places_.record(report_.release), made};
    }

    /// With warnings every build is a whole one, so that they are said again.
    void note_glance(BuildRecord& record) const {
        const auto& data = prepared_->data;
        record.theme = data.settings.site.theme;
        record.time_zone = data.settings.site.time_zone;
        record.glance.pages = prepared_->pages.size();
        auto morning = local_minute(data.now.date);
        record.glance.validity.narrow({morning, morning + kDay.count()});
        if (prepared_->warnings.empty()) record.glance.sources = with_drafts(prepared_->sources);
    }

    /// Files of the last release that the new one does not have.
    [[nodiscard]] std::vector<std::string> dropped_files(const std::vector<SiteFile>& files) const {
        std::vector<std::string> dropped;
        if (!record_ || still_there_ == record_->files.size()) return dropped;
        std::unordered_set<std::string_view> present;
        for (const auto& file : files) present.insert(file.address);
        for (const auto& file : record_->files) {
            if (!present.contains(file.address)) dropped.push_back(file_of(file.address));
        }
        return dropped;
    }

    const BuildRequest& request_;
    ReleasePlaces places_{request_.site};
    BuildReport report_;
    std::optional<SiteLock> lock_;
    std::string base_;  ///< The live release.
    std::optional<BuildRecord> record_;
    std::future<void> unfolded_;   ///< The record, while the site is prepared.
    std::size_t still_there_ = 0;  ///< Files of the record that the site still has.
    std::unique_ptr<PreparedSite> prepared_;
    std::optional<ReleaseWriter> writer_;
    std::vector<std::string_view> kept_;  ///< Addresses.
};

}  // namespace

model::Checked<BuildReport, model::Problem> build(const BuildRequest& request) {
    return Build{request}.run();
}

}  // namespace okienko::generator
