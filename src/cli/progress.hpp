#pragma once
// How far a command is, and what its steps took: a bar with rate and time left on a terminal, else lines `progress N text` (docs/rules.md
// section 2).

#include "cli/log.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace fieldgap::cli {

/// The work as steps in a row. `log` is borrowed. Nothing is shown with -q.
class Progress
{
public:
    explicit Progress(Log& log);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    /// The next step; the one before is told with its seconds and the memory that the process has needed at most so far, with -v and in
    /// the JSON log. It ends at `until_percent` (of the whole command, never less than before, at most 100) and has `items` countable
    /// parts (0: it cannot be counted). Always shown.
    void step(std::string text, int until_percent, std::uint64_t items = 0);

    /// So many parts more are done. From any thread; shown a few times a second at most.
    void advance(std::uint64_t items = 1);

    /// All is done: 100 with this text.
    void finish(std::string text);

private:
    using Clock = std::chrono::steady_clock;

    void end_step(Clock::time_point now);
    void show(std::uint64_t done, Clock::time_point now);

    Log& log_;
    std::mutex mutex_; ///< guards all below but the atomics
    std::string text_;
    int from_percent_ = 0;
    int until_percent_ = 0;
    std::uint64_t items_ = 0;
    std::atomic<std::uint64_t> done_ = 0;
    Clock::time_point step_start_;
    std::atomic<Clock::rep> next_show_;
};

/// `[#####.....]  50 % reading streets, 1200/s, 8 s left`, without rate where `done` is 0 and without time left where `items` is 0.
std::string progress_bar(int percent, const std::string& text, std::uint64_t done, std::uint64_t items, double elapsed_s);

} // namespace fieldgap::cli
