#include "cli/interrupt.hpp"

#include "cli/exit_code.hpp"
#include "gis/error.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>

namespace fieldgap::cli {
namespace {

// A signal handler has nothing but globals; a lock-free atomic is the one kind that it and other threads may share.
std::atomic<bool> signal_came = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void remember_signal(int)
{
    if (signal_came.exchange(true)) {
        _exit(static_cast<int>(ExitCode::interrupted));
    }
}

} // namespace

void watch_interrupts()
{
    struct sigaction action = {};
    action.sa_handler = remember_signal;
    action.sa_flags = SA_RESTART; // file reading in libraries need not know of it
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool is_interrupted()
{
    return signal_came.load(std::memory_order_relaxed);
}

void throw_if_interrupted()
{
    if (is_interrupted()) {
        throw gis::Interrupted();
    }
}

} // namespace fieldgap::cli
