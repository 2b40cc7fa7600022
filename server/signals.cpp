#include "server/signals.hpp"

#include <utility>

namespace okienko::server {

StopSignals::StopSignals(std::function<void()> on_stop) : on_stop_(std::move(on_stop)) {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals_, &mask_before_);
    waiter_ = std::thread([this] {
        while (true) {
            int signal = 0;
            if (sigwait(&signals_, &signal) != 0 || finished_) return;
            on_stop_();
        }
    });
}

StopSignals::~StopSignals() {
    finished_ = true;
    // Only wakes the waiter: the signal is blocked everywhere and taken by its sigwait.
    pthread_kill(waiter_.native_handle(), SIGINT);
    waiter_.join();
    pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
}

void outlive_file_limits() {
    std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace okienko::server
