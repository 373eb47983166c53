#include "batch/slurm/tool_call.hpp"

#include "gis/interrupt.hpp"
#include "gis/io/base/descriptor.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <iterator>

namespace fieldgap {
namespace {

constexpr int between_looks_ms = 10;
constexpr int signal_base = 128; ///< as shells name the end by a signal

/// An error number of the system, or 0.
int spawn(const std::vector<std::string>& words, int out, int said, pid_t& pid)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, said, STDERR_FILENO);
    sigset_t usual;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE); // this process ignores them (cli/interrupt.hpp)
    sigaddset(&usual, SIGXFSZ);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    std::vector<char*> pointers;
    std::transform(words.begin(), words.end(), std::back_inserter(pointers),
                   [](const std::string& word) { return const_cast<char*>(word.c_str()); }); // POSIX promises to leave them alone
    pointers.push_back(nullptr);
    const int error = posix_spawnp(&pid, pointers.front(), &files, &attributes, pointers.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return error;
}

int exit_of(pid_t pid, OnInterrupt on_interrupt)
{
    int status = 0;
    while (waitpid(pid, &status, WNOHANG) == 0) {
        if (on_interrupt == OnInterrupt::give_up && gis::is_interrupted()) {
            kill(pid, SIGKILL);
            waitpid(pid, &status, 0);
            gis::throw_if_interrupted();
        }
        poll(nullptr, 0, between_looks_ms);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : signal_base + WTERMSIG(status);
}

std::string text_in(int file)
{
    std::string text;
    char block[4096];
    for (off_t at = 0;;) {
        const ssize_t bytes = pread(file, block, sizeof block, at);
        if (bytes <= 0) {
            return text;
        }
        text.append(block, static_cast<std::size_t>(bytes));
        at += bytes;
    }
}

} // namespace

ToolEnd call_tool(const std::vector<std::string>& words, OnInterrupt on_interrupt)
{
    const gis::Descriptor out(memfd_create("out", MFD_CLOEXEC));
    const gis::Descriptor said(memfd_create("said", MFD_CLOEXEC));
    pid_t pid = -1;
    if (const int error = spawn(words, out.number(), said.number(), pid); error != 0) {
        return {false, 0, "", std::strerror(error)};
    }
    const int exit = exit_of(pid, on_interrupt);
    return {true, exit, text_in(out.number()), text_in(said.number())};
}

} // namespace fieldgap
