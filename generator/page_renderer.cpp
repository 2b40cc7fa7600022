#include "generator/page_renderer.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "generator/frame.hpp"

namespace okienko::generator {
namespace {

using FrameKey = std::pair<language::Language, Section>;

/// What all pages of a section share, made once.
std::map<FrameKey, View> section_frames(const PreparedSite& prepared) {
    std::map<FrameKey, View> frames;
    for (const auto& page : prepared.pages) {
        FrameKey key{page.head.language, page.head.section};
        if (!frames.contains(key)) {
            frames.emplace(key, site_frame(prepared.site, key.first, key.second));
        }
    }
    return frames;
}

class Renderer {
  public:
    Renderer(const PreparedSite& prepared,
             const std::function<void(std::size_t, std::size_t)>& progress,
             const FileSink& sink)
        : prepared_(prepared),
          progress_(progress),
          sink_(sink),
          frames_(section_frames(prepared)),
          total_(prepared.pages.size() + prepared.data_files.size()) {}

    void run(unsigned threads) {
        std::vector<std::thread> helpers;
        for (unsigned i = 1; i < threads; ++i)
            helpers.emplace_back([this] { work(Worker::Helper); });
        work(Worker::First);
        for (auto& helper : helpers) helper.join();
        if (failure_) std::rethrow_exception(failure_);
        if (progress_) progress_(total_, total_);
    }

    [[nodiscard]] RenderTotals totals() const { return {total_, bytes_.load()}; }

    /// A tag that many pages cannot fill is one mistake: the first of them is named.
    void append_problems(model::Problems& problems) const {
        for (const auto& [page, found] : problems_) {
            for (const auto& problem : found) {
                bool known =
                    std::any_of(problems.begin(), problems.end(), [&problem](const auto& each) {
                        return each.at == problem.at;
                    });
                if (!known) problems.push_back(problem);
            }
        }
    }

  private:
    enum class Worker { First, Helper };

    void work(Worker worker) {
        try {
            std::string buffer;
            buffer.reserve(1U << 17U);
            while (!stopped_) {
                auto index = next_.fetch_add(1);
                if (index >= total_) return;
                make(index, buffer);
                if (worker == Worker::First && progress_ && index % 16 == 0) {
                    progress_(index, total_);
                }
            }
        } catch (...) {
            std::lock_guard guard{mutex_};
            if (!failure_) failure_ = std::current_exception();
            stopped_ = true;
        }
    }

    void make(std::size_t index, std::string& buffer) {
        if (index < prepared_.pages.size()) {
            buffer.clear();
            draw(index, buffer);
            hand_over(prepared_.pages[index].head.address, buffer);
        } else {
            const auto& file = prepared_.data_files[index - prepared_.pages.size()];
            hand_over(file.address, file.bytes());
        }
    }

    void draw(std::size_t index, std::string& buffer) {
        const auto& page = prepared_.pages[index];
        model::Problems found;
        const auto* layout = prepared_.theme->find(page.head.language, page.template_name);
        if (layout) {
            auto frame = page_frame(prepared_.site, page.head);
            auto body = page.body();
            const auto& section = frames_.at({page.head.language, page.head.section});
            std::array<const View*, 3> views{&section, &frame, &body};
            layout->render(views, page.head.address, buffer, found);
        } else {
            found.push_back({model::SourcePosition{
                                 "themes/default/pages/" + page.template_name + ".mustache", 1, 1},
                             "brakuje szablonu strony",
                             "dodaj ten plik do motywu"});
        }
        if (found.empty()) return;
        std::lock_guard guard{mutex_};
        problems_.emplace(index, std::move(found));
    }

    void hand_over(std::string_view address, std::string_view bytes) {
        bytes_ += bytes.size();
        if (sink_) sink_(file_of(address), bytes);
    }

    const PreparedSite& prepared_;
    const std::function<void(std::size_t, std::size_t)>& progress_;
    const FileSink& sink_;
    std::map<FrameKey, View> frames_;
    std::size_t total_;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::uintmax_t> bytes_{0};
    std::atomic<bool> stopped_{false};
    std::mutex mutex_;
    std::map<std::size_t, model::Problems> problems_;
    std::exception_ptr failure_;
};

}  // namespace

RenderTotals render_site(const PreparedSite& prepared,
                         unsigned threads,
                         const std::function<void(std::size_t, std::size_t)>& progress,
                         const FileSink& sink,
                         model::Problems& problems) {
    Renderer renderer{prepared, progress, sink};
    renderer.run(threads);
    renderer.append_problems(problems);
    return renderer.totals();
}

std::string file_of(std::string_view address) {
    std::string file{address.substr(1)};
    if (file.empty() || file.ends_with('/')) file += "index.html";
    return file;
}

}  // namespace okienko::generator
