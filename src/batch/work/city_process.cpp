#include "batch/work/city_process.hpp"

#include "gis/error.hpp"
#include "gis/io/base/descriptor.hpp"
#include "words/words.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr std::int64_t kib_per_mib = 1024;
constexpr std::int64_t bytes_per_mib = kib_per_mib * 1024;

// Threads reserve address space that they never touch, so the limit of addresses lies far above that of memory: it stops only what would
// take more at once than can be seen between two looks.
constexpr std::int64_t unused_addresses_mib = 4096;

// After being asked, a process has the two seconds of docs/rules.md section 2, and some more for a machine under load.
constexpr std::chrono::milliseconds time_to_end{3000};

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif
#else
constexpr bool is_sanitized = false;
#endif

double seconds_between(std::chrono::steady_clock::time_point from, std::chrono::steady_clock::time_point to)
{
    return std::chrono::duration<double>(to - from).count();
}

/// Between fork and exec only what POSIX allows in a copy of a process with threads.
[[noreturn]] void become(char* const* arguments, int log, pid_t parent, const std::optional<rlimit>& addresses)
{
    constexpr int no_program = 127;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0);             // Ctrl-C on the terminal is for the batch: it tells its cities, once
    if (getppid() != parent) { // it ended before it was asked to be told
        _exit(no_program);
    }
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    dup2(log, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    if (addresses) {
        setrlimit(RLIMIT_AS, &*addresses);
    }
    // A broken city is no matter for the system's store of core files.
    const rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    execv("/proc/self/exe", arguments); // this program, also where its file was replaced meanwhile
    _exit(no_program);
}

std::optional<rlimit> address_limit(const ProcessLimits& limits)
{
    if (!limits.memory_mib || is_sanitized) { // a sanitizer reserves terabytes of addresses for its own notes
        return std::nullopt;
    }
    const auto bytes = static_cast<rlim_t>((*limits.memory_mib + unused_addresses_mib) * bytes_per_mib);
    return rlimit{bytes, bytes};
}

std::int64_t resident_mib(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/statm");
    std::int64_t all_pages = 0;
    std::int64_t resident_pages = 0;
    file >> all_pages >> resident_pages;
    return resident_pages * sysconf(_SC_PAGESIZE) / bytes_per_mib;
}

} // namespace

CityProcess::CityProcess(const std::vector<std::string>& arguments, const std::string& log, const ProcessLimits& limits)
    : limits_(limits), start_(Clock::now())
{
    const gis::Descriptor file(open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file.number() < 0) {
        throw gis::WriteError(translate(Text::batch_log_not_opened, {log, std::strerror(errno)}));
    }
    std::vector<std::string> words = {"fieldgap"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    std::transform(words.begin(), words.end(), std::back_inserter(pointers), [](std::string& word) { return word.data(); });
    pointers.push_back(nullptr);
    const auto addresses = address_limit(limits);
    const pid_t parent = getpid();
    pid_ = fork();
    if (pid_ == 0) {
        become(pointers.data(), file.number(), parent, addresses);
    }
    if (pid_ < 0) {
        throw gis::WriteError(translate(Text::batch_no_process, {std::strerror(errno)}));
    }
    end_handle_ = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
}

CityProcess::~CityProcess()
{
    if (pid_ > 0) {
        kill();
        waitpid(pid_, nullptr, 0);
    }
    if (end_handle_ >= 0) {
        close(end_handle_);
    }
}

std::optional<ProcessEnd> CityProcess::ended()
{
    int status = 0;
    rusage usage = {};
    const pid_t pid = wait4(pid_, &status, WNOHANG, &usage);
    if (pid == 0) {
        hold_limits();
        return std::nullopt;
    }
    pid_ = -1;
    return ProcessEnd{status, seconds_between(start_, Clock::now()), usage.ru_maxrss / kib_per_mib, stopped_for_};
}

void CityProcess::ask_to_end() const
{
    ::kill(pid_, SIGTERM);
}

void CityProcess::kill() const
{
    ::kill(pid_, SIGKILL);
}

void CityProcess::hold_limits()
{
    const auto now = Clock::now();
    if (stopped_for_ == StoppedFor::nothing && limits_.memory_mib && resident_mib(pid_) > *limits_.memory_mib) {
        stopped_for_ = StoppedFor::memory;
        kill();
    } else if (stopped_for_ == StoppedFor::nothing && limits_.seconds && seconds_between(start_, now) > *limits_.seconds) {
        stopped_for_ = StoppedFor::time;
        asked_ = now;
        ask_to_end();
    } else if (asked_ && now - *asked_ > time_to_end) {
        kill();
    }
}

} // namespace fieldgap
