#include "batch/slurm/batch_script.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr std::int64_t minutes_per_hour = 60;

bool is_plain(char c)
{
    constexpr std::string_view others = "_./-+:@,=";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
}

/// For the shell.
std::string quoted(const std::string& text)
{
    std::string all = "'";
    for (const char c : text) {
        all += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return all + "'";
}

/// For a line `#SBATCH`, which sbatch takes apart by itself, with quotes and backslashes as a shell has them.
std::string quoted_for_sbatch(const std::string& text)
{
    if (std::all_of(text.begin(), text.end(), is_plain)) {
        return text;
    }
    std::string all = "\"";
    for (const char c : text) {
        all += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
    }
    return all + "\"";
}

/// In names of logs Slurm replaces what follows a per cent sign.
std::string with_signs_doubled(const std::string& text)
{
    std::string all;
    for (const char c : text) {
        all += c == '%' ? std::string("%%") : std::string(1, c);
    }
    return all;
}

std::string two_digits(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

std::string batch_script(const ArrayPlan& plan, const ScriptPlaces& places)
{
    const std::string task = quoted(places.task_folder) + "/\"$SLURM_ARRAY_TASK_ID\"";
    // Of a log whose name holds a backslash Slurm takes that out, and replaces nothing.
    const bool is_shell_to_log = places.task_folder.find('\\') != std::string::npos;
    std::string text = "#!/bin/sh\n";
    const auto line = [&](const std::string& option) { text += "#SBATCH --" + option + "\n"; };
    line(std::string("job-name=") + job_name);
    line("array=0-" + std::to_string(plan.tasks.size() - 1) + (plan.at_once > 0 ? "%" + std::to_string(plan.at_once) : ""));
    line("nodes=1");
    line("ntasks=1");
    line("cpus-per-task=" + std::to_string(plan.needs.cores));
    line("mem=" + std::to_string(plan.needs.memory_mib) + "M");
    if (plan.needs.minutes) {
        line("time=" + std::to_string(*plan.needs.minutes / minutes_per_hour) + ":" + two_digits(*plan.needs.minutes % minutes_per_hour) +
             ":00");
    }
    line("chdir=" + quoted_for_sbatch(places.work_folder));
    line("output=" + (is_shell_to_log ? "/dev/null" : quoted_for_sbatch(with_signs_doubled(places.task_folder) + "/%a.log")));
    line("open-mode=append");
    line("requeue");
    return text + "exec " + quoted(places.program) + " run-cities " + task + ".json --threads " + std::to_string(plan.needs.cores) +
           (is_shell_to_log ? " >>" + task + ".log 2>&1" : "") + "\n";
}

} // namespace fieldgap
