#include "gis/interrupt.hpp"

#include "gis/error.hpp"

#include <atomic>

namespace gis {
namespace {

// A signal handler has nothing but globals; a lock-free atomic is the one kind that it and other threads may share.
std::atomic<bool> end_asked_for = false;
static_assert(std::atomic<bool>::is_always_lock_free);

} // namespace

void request_interrupt() noexcept
{
    end_asked_for.store(true, std::memory_order_relaxed);
}

bool is_interrupted() noexcept
{
    return end_asked_for.load(std::memory_order_relaxed);
}

void throw_if_interrupted()
{
    if (is_interrupted()) {
        throw Interrupted();
    }
}

} // namespace gis
