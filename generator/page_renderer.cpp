#include "generator/page_renderer.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "generator/file_tree.hpp"
#include "generator/frame.hpp"

namespace okienko::generator {
namespace {

/// A place in a template is one mistake, whichever page met it; a field of a card may hold several.
bool is_same_mistake(const model::Problem& a, const model::Problem& b) {
    if (a == b) return true;
    return a.at == b.at && std::holds_alternative<model::SourcePosition>(a.at);
}

bool is_large(const SiteFile& file) {
    const auto* data = std::get_if<const DataFile*>(&file.source);
    return data && (*data)->effort == Effort::ManyPages;
}

/// Numbers of files, handed out one after another to whoever asks. Thread-safe.
class Queue {
  public:
    void add(std::size_t index) { files_.push_back(index); }

    std::optional<std::size_t> next() {
        auto at = next_.fetch_add(1);
        return at < files_.size() ? std::optional{files_[at]} : std::nullopt;
    }

  private:
    std::vector<std::size_t> files_;
    std::atomic<std::size_t> next_{0};
};

class Renderer {
  public:
    Renderer(const Drawing& drawing, const FileSink& sink) : drawing_(drawing), sink_(sink) {
        for (std::size_t i = 0; i < total(); ++i) {
            (is_large(*drawing_.files[i]) ? large_ : usual_).add(i);
        }
    }

    void run() {
        std::vector<std::thread> helpers;
        for (unsigned i = 1; i < drawing_.threads; ++i)
            helpers.emplace_back([this] { work(Worker::Helper); });
        work(Worker::First);
        for (auto& helper : helpers) helper.join();
        if (failure_) std::rethrow_exception(failure_);
        if (drawing_.progress) drawing_.progress(total(), total());
    }

    /// A tag that many pages cannot fill is one mistake: the first of them is named.
    void append_problems(model::Problems& problems) const {
        for (const auto& [index, found] : problems_) {
            for (const auto& problem : found) {
                bool known =
                    std::any_of(problems.begin(), problems.end(), [&problem](const auto& each) {
                        return is_same_mistake(each, problem);
                    });
                if (!known) problems.push_back(problem);
            }
        }
    }

  private:
    enum class Worker { First, Helper };

    [[nodiscard]] std::size_t total() const { return drawing_.files.size(); }

    void work(Worker worker) {
        try {
            std::string buffer;
            InputNumbers numbers{drawing_.inputs};
            while (!stopped_) {
                bool made = make_large_one(numbers, buffer) || make_next(usual_, numbers, buffer) ||
                            make_next(large_, numbers, buffer);
                if (!made) return;
                auto done = done_.fetch_add(1) + 1;
                if (worker == Worker::First && drawing_.progress && done % 16 == 0) {
                    drawing_.progress(done, total());
                }
            }
        } catch (...) {
            std::lock_guard guard{mutex_};
            if (!failure_) failure_ = std::current_exception();
            stopped_ = true;
        }
    }

    /// Large files come first, but one at a time, as long as the other threads have anything else
    /// to do: two of them would need twice the memory.
    bool make_large_one(InputNumbers& numbers, std::string& buffer) {
        if (making_large_.test_and_set()) return false;
        if (!make_next(large_, numbers, buffer)) return false;  // And nobody asks again.
        making_large_.clear();
        return true;
    }

    bool make_next(Queue& queue, InputNumbers& numbers, std::string& buffer) {
        auto index = queue.next();
        if (index) make(*index, numbers, buffer);
        return index.has_value();
    }

    void make(std::size_t index, InputNumbers& numbers, std::string& buffer) {
        const auto& output = *drawing_.files[index];
        ReadScope scope{numbers};
        if (const auto* page = std::get_if<const Page*>(&output.source)) {
            buffer.clear();
            draw_page(**page, buffer);
            sink_(output, buffer, scope.take());
        } else if (const auto* file = std::get_if<const DataFile*>(&output.source)) {
            auto bytes = (*file)->bytes();
            sink_(output, bytes, scope.take());
        } else {
            const auto& carried = *std::get<const StaticFile*>(output.source);
            sink_(output,
                  carried.source.empty() ? carried.bytes : read_file(carried.source),
                  scope.take());
        }
        note_problems(index, scope.take_problems());
    }

    void note_problems(std::size_t index, model::Problems found) {
        if (found.empty()) return;
        std::lock_guard guard{mutex_};
        problems_.emplace(index, std::move(found));
    }

    void draw_page(const Page& page, std::string& buffer) {
        model::Problems found;
        const auto& prepared = drawing_.prepared;
        auto head = page.head();
        const auto* layout = prepared.theme->find(head.language, page.template_name);
        if (layout) {
            const auto& section = drawing_.frames.of(head).view;
            draw_in_frame(*layout, section, *prepared.site, head, page.body(), buffer, found);
            if (page.check) {
                for (auto& fault : page.check(*prepared.site, buffer)) {
                    found.push_back(layout->problem_near(
                        fault.near, std::move(fault.message), std::move(fault.remedy)));
                }
            }
        } else {
            found.push_back(
                {model::SourcePosition{
                     "themes/default/pages/" + std::string{page.template_name} + ".mustache", 1, 1},
                 "brakuje szablonu strony",
                 "dodaj ten plik do motywu"});
        }
        for (auto& problem : found) note_problem(std::move(problem));
    }

    const Drawing& drawing_;
    const FileSink& sink_;
    Queue large_;
    Queue usual_;
    std::atomic_flag making_large_;
    std::atomic<std::size_t> done_{0};
    std::atomic<bool> stopped_{false};
    std::mutex mutex_;
    std::map<std::size_t, model::Problems> problems_;
    std::exception_ptr failure_;
};

}  // namespace

void draw(const Drawing& drawing, const FileSink& sink, model::Problems& problems) {
    Renderer renderer{drawing, sink};
    renderer.run();
    renderer.append_problems(problems);
}

}  // namespace okienko::generator
