#include "cli/log.hpp"

#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"
#include "gis/error.hpp"
#include "words/visible.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <utility>

namespace fieldgap::cli {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t usual_columns = 80;

bool is_said(Level level, Loudness loudness)
{
    switch (loudness) {
    case Loudness::quiet: return level == Level::error;
    case Loudness::normal: return level != Level::detail;
    case Loudness::verbose: return true;
    }
    return true;
}

std::string line_of(Level level, std::string_view text)
{
    switch (level) {
    case Level::error: return translate(Text::cli_level_error, {text}) + "\n";
    case Level::warning: return translate(Text::cli_level_warning, {text}) + "\n";
    case Level::info:
    case Level::detail: break;
    }
    return std::string(text) + "\n";
}

std::string utc_now()
{
    const auto now = std::chrono::system_clock::now();
    const auto seconds = std::chrono::system_clock::to_time_t(now);
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
    std::tm parts = {};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text = {};
    const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    return std::string(text.data(), length) + words::fill(".{:03d}Z", {millis});
}

void write_stderr(const std::string& text)
{
    // Unbuffered; where even this fails there is nobody to tell.
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

/// A new or empty file, or one that begins like a log of ours; what is no file (a terminal, /dev/null, a pipe) takes anything.
bool may_take_lines(const std::string& path)
{
    constexpr std::string_view first_bytes = R"({"time":")";
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) {
        return true;
    }
    std::ifstream file(path, std::ios::binary);
    std::array<char, first_bytes.size()> there = {};
    file.read(there.data(), there.size());
    return file && std::string_view(there.data(), there.size()) == first_bytes;
}

std::size_t terminal_columns()
{
    winsize size = {};
    const bool is_known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
    return is_known ? size.ws_col : usual_columns;
}

} // namespace

std::string_view name_of(Level level)
{
    constexpr std::array<std::string_view, 4> names = {"error", "warning", "info", "detail"};
    return names[static_cast<std::size_t>(level)];
}

Log::Log(const CommonOptions& options)
    : loudness_(options.loudness), on_terminal_(::isatty(STDERR_FILENO) == 1), json_path_(options.json_log_path)
{
}

Log::~Log()
{
    end_progress();
    if (json_ >= 0) {
        ::close(json_);
    }
}

void Log::open_json()
{
    const std::lock_guard lock(mutex_);
    const std::string path = std::exchange(json_path_, {}); // what fails is said once
    if (path.empty() || json_ >= 0) {
        json_path_ = path;
        return;
    }
    if (!may_take_lines(path)) {
        throw gis::WriteError(translate(Text::cli_log_holds_other, {path}));
    }
    // A pipe that nobody reads would be waited for: it is refused instead.
    json_ = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0666);
    if (json_ < 0) {
        throw gis::WriteError(translate(Text::cli_log_not_opened, {path, std::strerror(errno)}));
    }
    ::fcntl(json_, F_SETFL, O_APPEND);
    append_json(std::exchange(json_waiting_, {}));
    if (json_error_ != 0) {
        throw gis::WriteError(translate(Text::cli_log_not_written, {path, std::strerror(json_error_)}));
    }
    json_path_ = path;
}

void Log::drop_json()
{
    const std::lock_guard lock(mutex_);
    json_path_.clear();
    json_waiting_.clear();
}

int Log::finish(int code)
{
    const bool is_done = code <= static_cast<int>(ExitCode::data_errors);
    try {
        open_json();
        if (json_error_ == 0 || json_path_.empty()) {
            return code;
        }
        error(translate(Text::cli_log_not_written, {json_path_, std::strerror(json_error_)}));
    } catch (const gis::WriteError& failure) {
        if (is_done) { // else the command has said what went wrong, which may be just this
            error(failure.what());
        }
    }
    return is_done ? static_cast<int>(ExitCode::output) : code;
}

void Log::write(Level level, std::string_view text)
{
    const std::lock_guard lock(mutex_);
    write_json(level, text);
    if (is_said(level, loudness_)) {
        clear_bar();
        write_stderr(line_of(level, words::visible(text)));
    }
}

void Log::write_json(Level level, std::string_view text)
{
    if (json_path_.empty()) {
        return;
    }
    nlohmann::ordered_json line;
    line["time"] = utc_now();
    line["level"] = name_of(level);
    line["text"] = text;
    // Texts may quote names in any encoding: a log line is never the reason to stop.
    append_json(words::visible(line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)) + "\n");
}

/// Each line in one call, so that the lines of several runs stay whole.
void Log::append_json(const std::string& line)
{
    if (json_ < 0) {
        json_waiting_ += line;
        return;
    }
    std::string_view rest = line;
    while (!rest.empty() && json_error_ == 0) {
        const auto written = ::write(json_, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            json_error_ = errno;
        }
    }
}

void Log::clear_bar()
{
    if (bar_shown_) {
        write_stderr("\r\x1b[K");
        bar_shown_ = false;
    }
}

void Log::show_progress(std::string_view line)
{
    const std::lock_guard lock(mutex_);
    if (is_quiet()) {
        return;
    }
    clear_bar();
    bar_shown_ = on_terminal_;
    write_stderr(on_terminal_ ? shortened(line, terminal_columns() - 1) : words::visible(line) + "\n");
}

void Log::end_progress()
{
    const std::lock_guard lock(mutex_);
    clear_bar();
}

} // namespace fieldgap::cli
