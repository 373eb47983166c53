#pragma once
// What is said to the human on stderr, and to machines in the file of --log-json.

#include "cli/options.hpp"

#include <fstream>
#include <mutex>
#include <string>
#include <string_view>

namespace fieldgap::cli {

/// An `error` changes the exit code and is said even with -q; `detail` is said with -v only.
enum class Level : std::uint8_t { error, warning, info, detail };

std::string_view name_of(Level level);

/// Lines on stderr and, each as one JSON object with its time (UTC), in the JSON log, which holds every level. Safe from any thread.
class Log
{
public:
    /// Lines of the JSON log are added at the end of the file. Throws gis::WriteError if it cannot be opened.
    explicit Log(const CommonOptions& options);
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    ~Log();

    void error(std::string_view text) { write(Level::error, text); }
    void warning(std::string_view text) { write(Level::warning, text); }
    void info(std::string_view text) { write(Level::info, text); }
    void detail(std::string_view text) { write(Level::detail, text); }

    /// How far the work is: on a terminal the last line, which the next one replaces; else a line of its own. Nothing with -q.
    void show_progress(std::string_view line);
    void end_progress();

    bool is_quiet() const { return loudness_ == Loudness::quiet; }
    bool on_terminal() const { return on_terminal_; }

private:
    void write(Level level, std::string_view text);
    void write_json(Level level, std::string_view text);
    void clear_bar();

    Loudness loudness_;
    bool on_terminal_;
    bool bar_shown_ = false;
    std::ofstream json_;
    std::mutex mutex_;
};

} // namespace fieldgap::cli
