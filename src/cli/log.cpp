#include "cli/log.hpp"

#include "cli/terminal.hpp"
#include "gis/error.hpp"
#include "words/visible.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>

namespace fieldgap::cli {
namespace {

using words::say;
using words::Text;

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
    case Level::error: return say(Text::cli_level_error, {text}) + "\n";
    case Level::warning: return say(Text::cli_level_warning, {text}) + "\n";
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

Log::Log(const CommonOptions& options) : loudness_(options.loudness), on_terminal_(::isatty(STDERR_FILENO) == 1)
{
    if (options.json_log_path.empty()) {
        return;
    }
    json_.open(options.json_log_path, std::ios::app);
    if (!json_) {
        throw gis::WriteError(say(Text::cli_log_not_opened, {options.json_log_path, std::strerror(errno)}));
    }
}

Log::~Log()
{
    end_progress();
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
    if (!json_.is_open()) {
        return;
    }
    nlohmann::ordered_json line;
    line["time"] = utc_now();
    line["level"] = name_of(level);
    line["text"] = text;
    // Texts may quote names in any encoding: a log line is never the reason to stop.
    json_ << words::visible(line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)) << std::endl;
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
