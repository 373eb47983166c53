#include "batch/slurm/array_plan.hpp"
#include "batch/slurm/batch_script.hpp"

#include "support/catch.hpp"

#include <numeric>

namespace fieldgap {
namespace {

using Catch::Matchers::Contains;
using Tasks = std::vector<std::vector<std::size_t>>;

SlurmWishes wishes(unsigned cores, std::size_t nodes = 0)
{
    SlurmWishes wishes;
    wishes.cores = cores;
    wishes.nodes = nodes;
    return wishes;
}

TEST_CASE("cities are dealt by size, the biggest first, each to the task that has least")
{
    const ArrayPlan plan = plan_array({100, 900, 300, 500, 200, 400}, wishes(2), {}, Dealing::in_chunks);
    CHECK(plan.tasks == Tasks{{1}, {3, 4, 0}, {5, 2}});
    CHECK(plan.needs.cores == 2);
    CHECK(plan.needs.jobs == 2);
    CHECK(plan.needs.cities_mib == 900); // of the first task: the biggest two of the others take less
    CHECK(plan.needs.memory_mib > 900);
    CHECK_FALSE(plan.needs.minutes);
}

TEST_CASE("every city is in one task, and no array job has more tasks than the cluster takes")
{
    Cluster cluster;
    cluster.most_tasks = 7;
    const ArrayPlan plan = plan_array(std::vector<std::int64_t>(100, 60), wishes(2), cluster, Dealing::in_chunks);
    CHECK(plan.tasks.size() == 7);
    std::vector<int> times(100, 0);
    for (const auto& task : plan.tasks) {
        CHECK((task.size() == 14 || task.size() == 15));
        for (const std::size_t city : task) {
            ++times[city];
        }
    }
    CHECK(times == std::vector<int>(100, 1));
    CHECK(plan_array({60}, wishes(8), cluster, Dealing::in_chunks).tasks == Tasks{{0}});
}

TEST_CASE("each node has a task also where one could run all cities at once")
{
    Cluster cluster;
    cluster.nodes = 3;
    const std::vector<std::int64_t> estimates(8, 60);
    CHECK(plan_array(estimates, wishes(64), cluster, Dealing::in_chunks).tasks.size() == 3);
    const ArrayPlan plan = plan_array(estimates, wishes(64, 2), cluster, Dealing::in_chunks);
    CHECK(plan.tasks.size() == 2);
    CHECK(plan.at_once == 2);
}

TEST_CASE("what is submitted again has a task a city")
{
    CHECK(plan_array({60, 60, 60}, wishes(64), {}, Dealing::alone).tasks.size() == 3);
}

TEST_CASE("no task asks for more than the smallest node has, and where memory is short time is reckoned city by city")
{
    Cluster cluster;
    cluster.cores = 4;
    cluster.memory_mib = 1000;
    SlurmWishes four = wishes(16);
    four.limits.seconds = 600;
    const ArrayPlan tight = plan_array({900, 900, 900, 900}, four, cluster, Dealing::in_chunks);
    CHECK(tight.needs.cores == 4);
    CHECK(tight.needs.memory_mib == 1000);
    CHECK(tight.needs.minutes >= 40);
    const ArrayPlan easy = plan_array({60, 60, 60, 60}, four, cluster, Dealing::in_chunks);
    CHECK(easy.needs.minutes >= 10);
    CHECK(easy.needs.minutes <= 12);
}

TEST_CASE("the partition that jobs go to is the one that counts")
{
    const std::string partitions = "small|9|1|500\nmain*|3|64|256000+\nmain*|1|48|128000\n";
    const Cluster cluster = cluster_in("ClusterName = c\nMaxArraySize            = 5001\n", partitions, "");
    CHECK(cluster.most_tasks == 5001);
    CHECK(cluster.cores == 48U);
    CHECK(cluster.memory_mib == 128000);
    CHECK(cluster.nodes == 4U);
    CHECK(cluster_in("", partitions, "small").cores == 1U);
    CHECK_FALSE(cluster_in("", partitions, "gone").cores);
    CHECK(cluster_in("", "", "").most_tasks == 1001);
}

TEST_CASE("paths of the script mean the same to sbatch and to the shell, whatever they hold")
{
    ArrayPlan plan = plan_array({60, 60}, wishes(1, 3), {}, Dealing::in_chunks);
    plan.needs.minutes = 125;
    const std::string script = batch_script(plan, {"/opt/it's/fieldgap", "/data/a b", "/out/50% \"x\""});
    CHECK_THAT(script, Contains("#SBATCH --array=0-1%3\n"));
    CHECK_THAT(script, Contains("#SBATCH --time=2:05:00\n"));
    CHECK_THAT(script, Contains("#SBATCH --chdir=\"/data/a b\"\n"));
    CHECK_THAT(script, Contains("#SBATCH --output=\"/out/50%% \\\"x\\\"/%a.log\"\n"));
    CHECK_THAT(script, Contains("exec '/opt/it'\\''s/fieldgap' run-cities '/out/50% \"x\"'/\"$SLURM_ARRAY_TASK_ID\".json --threads 1\n"));
    const std::string odd = batch_script(plan, {"/opt/fieldgap", "/data", "/out/a\\b"});
    CHECK_THAT(odd, Contains("#SBATCH --output=/dev/null\n"));
    CHECK_THAT(odd, Contains(" --threads 1 >>'/out/a\\b'/\"$SLURM_ARRAY_TASK_ID\".log 2>&1\n"));
}

} // namespace
} // namespace fieldgap
