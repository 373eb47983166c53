#include "cli/interrupt.hpp"

#include "cli/exit_code.hpp"
#include "gis/interrupt.hpp"
#include "words/words.hpp"

#include <semaphore.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

namespace fieldgap::cli {
namespace {

using words::Text;
using words::translate;

// With the time that the process takes to go, it is gone within the two seconds of docs/rules.md section 2.
constexpr std::chrono::milliseconds grace{1500};

// A signal handler has nothing but globals.
sem_t end_asked_for;

extern "C" void ask_for_end(int)
{
    if (gis::is_interrupted()) {
        _exit(static_cast<int>(ExitCode::interrupted));
    }
    gis::request_interrupt();
    const int error = errno;
    sem_post(&end_asked_for);
    errno = error;
}

void end_after_grace(void (*clean_up)())
{
    while (sem_wait(&end_asked_for) != 0 && errno == EINTR) {
    }
    std::this_thread::sleep_for(grace);
    clean_up();
    const std::string text =
        (isatty(STDERR_FILENO) == 1 ? "\n" : "") + translate(Text::cli_level_error, {translate(Text::cli_interrupted)}) + "\n";
    // The lock of stdio may be held by a thread that does not come back.
    static_cast<void>(!write(STDERR_FILENO, text.data(), text.size()));
    _exit(static_cast<int>(ExitCode::interrupted));
}

} // namespace

void watch_interrupts(void (*clean_up)())
{
    sem_init(&end_asked_for, 0, 0);
    std::thread(end_after_grace, clean_up).detach();
    struct sigaction action = {};
    action.sa_handler = ask_for_end;
    action.sa_flags = SA_RESTART; // file reading in libraries need not know of it
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A file that may not grow (ulimit -f, as batch queues set it) and a pipe that nobody reads any more are failed writes, not a sudden
    // end that leaves an unfinished folder.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace fieldgap::cli
