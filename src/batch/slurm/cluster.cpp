#include "batch/slurm/cluster.hpp"

#include "batch/slurm/tool_call.hpp"
#include "gis/error.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <sstream>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// Slurm writes `64+` where nodes differ.
template <class Number>
std::optional<Number> number_at_front(std::string_view text)
{
    Number number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && number > 0 ? std::optional(number) : std::nullopt;
}

template <class Number>
std::optional<Number> smaller(std::optional<Number> a, std::optional<Number> b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

std::size_t most_tasks_in(const std::string& configuration, std::size_t otherwise)
{
    std::istringstream lines(configuration);
    for (std::string line; std::getline(lines, line);) {
        const auto equals = line.find('=');
        if (equals != std::string::npos && words::trimmed(line.substr(0, equals)) == "MaxArraySize") {
            return number_at_front<std::size_t>(words::trimmed(std::string_view(line).substr(equals + 1))).value_or(otherwise);
        }
    }
    return otherwise;
}

/// One line for the user: what Slurm said, without the names of its programs before each line.
std::string in_one_line(const ToolEnd& end)
{
    std::istringstream lines(end.said);
    std::string all;
    for (std::string line; std::getline(lines, line);) {
        for (const std::string_view mark : {"error: ", "fatal: "}) {
            const auto at = line.find(mark);
            line = at == std::string::npos ? line : line.substr(at + mark.size());
        }
        if (!line.empty()) {
            all += (all.empty() ? "" : "; ") + line;
        }
    }
    return all.empty() ? "exit " + std::to_string(end.exit) : words::valid_utf8(all);
}

std::string wanted_partition()
{
    const char* partition = std::getenv("SBATCH_PARTITION");
    return partition == nullptr ? "" : partition;
}

} // namespace

void require_slurm()
{
    for (const char* tool : {"sbatch", "squeue", "scancel"}) {
        const ToolEnd end = call_tool({tool, "--version"}, OnInterrupt::give_up);
        if (!end.is_there || end.exit != 0) {
            throw gis::WriteError(translate(Text::batch_slurm_missing, {tool, in_one_line(end)}));
        }
    }
}

Cluster ask_cluster()
{
    return cluster_in(call_tool({"scontrol", "show", "config"}, OnInterrupt::give_up).out,
                      call_tool({"sinfo", "--noheader", "--exact", "--format=%P|%D|%c|%m"}, OnInterrupt::give_up).out, wanted_partition());
}

Cluster cluster_in(const std::string& configuration, const std::string& partitions, const std::string& partition)
{
    Cluster cluster;
    cluster.most_tasks = most_tasks_in(configuration, cluster.most_tasks);
    std::istringstream lines(partitions);
    for (std::string name, nodes, cores, memory; std::getline(lines, name, '|') && std::getline(lines, nodes, '|') &&
                                                 std::getline(lines, cores, '|') && std::getline(lines, memory);) {
        const bool is_default = name.ends_with('*');
        name.resize(name.size() - (is_default ? 1 : 0));
        if (partition.empty() ? is_default : name == partition) {
            cluster.cores = smaller(cluster.cores, number_at_front<unsigned>(cores));
            cluster.memory_mib = smaller(cluster.memory_mib, number_at_front<std::int64_t>(memory));
            cluster.nodes = cluster.nodes.value_or(0) + number_at_front<std::size_t>(nodes).value_or(0);
        }
    }
    return cluster;
}

std::string submit(const std::string& script)
{
    const ToolEnd end = call_tool({"sbatch", "--parsable", script}, OnInterrupt::go_on);
    const std::string job(words::trimmed(end.out.substr(0, end.out.find(';')))); // a cluster's name may follow
    if (!end.is_there || end.exit != 0 || job.empty()) {
        throw gis::WriteError(translate(Text::batch_slurm_refused, {in_one_line(end)}));
    }
    return job;
}

QueueAnswer queued_tasks()
{
    const ToolEnd end = call_tool(
        {"squeue", "--noheader", "--array", "--user=" + std::to_string(getuid()), std::string("--name=") + job_name, "--format=%F_%K"},
        OnInterrupt::give_up);
    QueueAnswer answer;
    answer.is_known = end.is_there && end.exit == 0;
    answer.why = answer.is_known ? "" : in_one_line(end);
    std::istringstream tasks(end.out);
    for (std::string task; tasks >> task;) {
        answer.tasks.insert(task);
    }
    return answer;
}

void cancel(const std::vector<std::string>& jobs)
{
    if (jobs.empty()) {
        return;
    }
    std::vector<std::string> words = {"scancel", "--quiet", std::string("--name=") + job_name};
    words.insert(words.end(), jobs.begin(), jobs.end());
    call_tool(words, OnInterrupt::go_on);
}

} // namespace fieldgap
