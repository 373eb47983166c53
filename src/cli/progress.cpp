#include "cli/progress.hpp"

#include "words/words.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>

namespace fieldgap::cli {
namespace {

using words::Text;
using words::translate;

constexpr int all_percent = 100;
constexpr int bar_columns = 20;
constexpr double seconds_per_minute = 60.0;
constexpr std::chrono::milliseconds pause_on_terminal{250};
constexpr std::chrono::milliseconds pause_in_file{1000};

double seconds_between(std::chrono::steady_clock::time_point from, std::chrono::steady_clock::time_point to)
{
    return std::chrono::duration<double>(to - from).count();
}

double peak_memory_mib()
{
    constexpr double kib_per_mib = 1024.0;
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / kib_per_mib;
}

std::string time_left(double left_s)
{
    const bool in_minutes = left_s > 2 * seconds_per_minute;
    return in_minutes ? translate(Text::cli_bar_left_min, {std::ceil(left_s / seconds_per_minute)})
                      : translate(Text::cli_bar_left_s, {std::ceil(left_s)});
}

} // namespace

std::string progress_bar(int percent, const std::string& text, std::uint64_t done, std::uint64_t items, double elapsed_s)
{
    const auto full = static_cast<std::size_t>(std::clamp(percent, 0, all_percent) * bar_columns / all_percent);
    auto line = translate(Text::cli_bar, {std::string(full, '#'), std::string(bar_columns - full, '.'), percent, text});
    if (done == 0 || elapsed_s <= 0.0) {
        return line;
    }
    const auto rate = static_cast<double>(done) / elapsed_s;
    line += translate(Text::cli_bar_rate, {rate});
    if (items > done) {
        line += time_left(static_cast<double>(items - done) / rate);
    }
    return line;
}

Progress::Progress(Log& log) : log_(log), step_start_(Clock::now()), next_show_(0) {}

Progress::~Progress()
{
    log_.end_progress();
}

void Progress::step(std::string text, int until_percent, std::uint64_t items)
{
    const std::lock_guard lock(mutex_);
    end_step(Clock::now());
    text_ = std::move(text);
    from_percent_ = until_percent_;
    until_percent_ = std::clamp(until_percent, from_percent_, all_percent);
    items_ = items;
    done_ = 0;
    step_start_ = Clock::now();
    show(0, step_start_);
}

void Progress::advance(std::uint64_t items)
{
    const auto done = done_.fetch_add(items, std::memory_order_relaxed) + items;
    const auto now = Clock::now();
    if (now.time_since_epoch().count() < next_show_.load(std::memory_order_relaxed)) {
        return;
    }
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock.owns_lock()) { // else another thread is just showing it
        show(done, now);
    }
}

void Progress::finish(std::string text)
{
    const std::lock_guard lock(mutex_);
    end_step(Clock::now());
    text_ = std::move(text);
    from_percent_ = until_percent_ = all_percent;
    items_ = 0;
    show(0, Clock::now());
}

void Progress::end_step(Clock::time_point now)
{
    if (!text_.empty()) {
        log_.detail(translate(Text::cli_step_took, {text_, seconds_between(step_start_, now), peak_memory_mib()}));
    }
}

void Progress::show(std::uint64_t done, Clock::time_point now)
{
    const auto share = items_ == 0 ? 0.0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(items_));
    const auto percent = from_percent_ + static_cast<int>(share * (until_percent_ - from_percent_));
    log_.show_progress(log_.on_terminal() ? progress_bar(percent, text_, done, items_, seconds_between(step_start_, now))
                                          : translate(Text::cli_progress_line, {percent, text_}));
    const auto pause = log_.on_terminal() ? pause_on_terminal : pause_in_file;
    next_show_ = (now + pause).time_since_epoch().count();
}

} // namespace fieldgap::cli
