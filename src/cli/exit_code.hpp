#pragma once
// What the program's exit status says (docs/rules.md section 2).

namespace fieldgap::cli {

enum class ExitCode : int {
    done = 0,
    data_errors = 1, ///< done, but data issues of severity `error` were found
    usage = 2,       ///< bad usage or config
    input = 3,       ///< bad or unreadable input
    output = 4,      ///< could not write, or the output exists
    internal = 5,
    interrupted = 130
};

} // namespace fieldgap::cli
