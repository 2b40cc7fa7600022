#include "generator/page_renderer.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "generator/file_tree.hpp"
#include "generator/frame.hpp"

namespace okienko::generator {
namespace {

/// A place in a template is one mistake, whichever page met it; a field of a card may hold several.
bool is_same_mistake(const model::Problem& a, const model::Problem& b) {
    if (a == b) return true;
    return a.at == b.at && std::holds_alternative<model::SourcePosition>(a.at);
}

class Renderer {
  public:
    Renderer(const Drawing& drawing, const FileSink& sink) : drawing_(drawing), sink_(sink) {}

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
                auto index = next_.fetch_add(1);
                if (index >= total()) return;
                make(index, numbers, buffer);
                if (worker == Worker::First && drawing_.progress && index % 16 == 0) {
                    drawing_.progress(index, total());
                }
            }
        } catch (...) {
            std::lock_guard guard{mutex_};
            if (!failure_) failure_ = std::current_exception();
            stopped_ = true;
        }
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
                for (auto& fault : page.check(buffer)) {
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
    std::atomic<std::size_t> next_{0};
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
