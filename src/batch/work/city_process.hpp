#pragma once
// One city's process: the same program once more, with limits that hold whatever the city does.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace fieldgap {

struct ProcessLimits
{
    std::optional<std::int64_t> memory_mib; ///< resident
    std::optional<double> seconds;          ///< by the clock
};

enum class StoppedFor : std::uint8_t { nothing, time, memory };

struct ProcessEnd
{
    int wait_status = 0; ///< as waitpid gives it
    double seconds = 0.0;
    std::int64_t peak_mib = 0; ///< resident memory
    StoppedFor stopped_for = StoppedFor::nothing;
};

/// This program with other arguments. It never outlives this one: it is killed where this process ends in any way. Linux only.
class CityProcess
{
public:
    /// What it says, results and messages, goes to `log`, which is written anew. Throws gis::WriteError where the log cannot be made or
    /// no process can be had.
    CityProcess(const std::vector<std::string>& arguments, const std::string& log, const ProcessLimits& limits);
    ~CityProcess(); ///< kills it
    CityProcess(const CityProcess&) = delete;
    CityProcess& operator=(const CityProcess&) = delete;

    /// Readable once it has ended, for `poll`; -1 where the system has no such thing.
    int end_handle() const { return end_handle_; }

    /// How it ended, once it has. Ends it where it is beyond a limit: to be asked some ten times a second.
    std::optional<ProcessEnd> ended();

    /// Asks it to end, as Ctrl-C would.
    void ask_to_end() const;
    void kill() const;

private:
    using Clock = std::chrono::steady_clock;

    void hold_limits();

    ProcessLimits limits_;
    Clock::time_point start_;
    std::optional<Clock::time_point> asked_;
    StoppedFor stopped_for_ = StoppedFor::nothing;
    pid_t pid_ = -1;
    int end_handle_ = -1;
};

} // namespace fieldgap
