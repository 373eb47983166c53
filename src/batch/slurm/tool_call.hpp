#pragma once
// Slurm's own commands, called and listened to.

#include <cstdint>
#include <string>
#include <vector>

namespace fieldgap {

struct ToolEnd
{
    bool is_there = true; ///< false: no such command, or it could not be begun; then `said` says why
    int exit = 0;
    std::string out;
    std::string said; ///< on stderr
};

/// What becomes of the call once the user wants an end.
enum class OnInterrupt : std::uint8_t { give_up, go_on };

/// Calls a command of the PATH. Ctrl-C on the terminal does not reach it: what was submitted by halves nobody could take back. Throws
/// gis::Interrupted where it is given up.
ToolEnd call_tool(const std::vector<std::string>& words, OnInterrupt on_interrupt);

} // namespace fieldgap
