#pragma once
// What is said to the human on stderr, and to machines in the file of --log-json.

#include "cli/options.hpp"

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
    explicit Log(const CommonOptions& options);
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    ~Log();

    /// Opens the JSON log, if one is wanted: to be called once it is known that it is no input. Until then its lines wait. They are added
    /// at the end of the file. Throws gis::WriteError where it cannot be opened, or is a file that holds something else than such a log.
    void open_json();

    /// No JSON log after all: its file is one that must not be written to.
    void drop_json();

    /// The last call. Opens a JSON log that is not open yet, for a command that ended early. Returns `code`, or that of an output that
    /// could not be written where lines of the JSON log are lost and nothing worse has happened.
    int finish(int code);

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
    void append_json(const std::string& line);
    void clear_bar();

    Loudness loudness_;
    bool on_terminal_;
    bool bar_shown_ = false;
    std::string json_path_;    ///< empty: no JSON log
    std::string json_waiting_; ///< lines until it is open
    int json_ = -1;            ///< file descriptor; -1 while it is not open
    int json_error_ = 0;       ///< errno of the first line that was lost
    std::mutex mutex_;
};

} // namespace fieldgap::cli
