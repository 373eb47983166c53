#include "batch/work/admission.hpp"

#include "support/catch.hpp"

#include <numeric>
#include <random>

namespace fieldgap {
namespace {

constexpr std::uint64_t mib = 1024 * 1024;

TEST_CASE("the biggest city begins first, as many as there are jobs")
{
    CityAdmission admission({1 * mib, 3 * mib, 2 * mib}, {2, 4, 10'000, 0});
    CHECK(admission.next() == 1);
    CHECK(admission.next() == 2);
    CHECK_FALSE(admission.next());
    admission.finished(1, std::nullopt);
    CHECK(admission.next() == 0);
    CHECK(admission.is_all_begun());
    CHECK(admission.running() == 2);
}

TEST_CASE("a city that does not fit beside the others waits, a smaller one goes before it")
{
    CityAdmission admission({100 * mib, 90 * mib, 1 * mib}, {3, 3, 1'000, 0});
    CHECK(admission.next() == 0); // about 860 MiB
    CHECK(admission.next() == 2);
    CHECK_FALSE(admission.next());
    admission.finished(0, std::nullopt);
    CHECK(admission.next() == 1);
}

TEST_CASE("a city too big for the machine runs alone, for waiting would be for ever")
{
    CityAdmission admission({5'000 * mib, 4'000 * mib}, {8, 8, 100, 0});
    const auto first = admission.next();
    REQUIRE(first);
    CHECK_FALSE(admission.next());
    admission.finished(*first, std::nullopt);
    CHECK(admission.next());
}

TEST_CASE("finished cities correct the estimate, and the limit of a city bounds it")
{
    CityAdmission admission({100 * mib, 100 * mib}, {1, 1, 10'000, 0});
    const auto before = admission.estimated_mib(1);
    REQUIRE(admission.next() == 0);
    admission.finished(0, 160); // one MiB for each of its inputs, above the program's own
    CHECK(admission.estimated_mib(1) < before / 3);
    CHECK(admission.estimated_mib(1) >= 160);
    const CityAdmission bounded({100 * mib}, {1, 1, 10'000, 200});
    CHECK(bounded.estimated_mib(0) == 200);
}

TEST_CASE("cores are shared out, and all are used by the last city")
{
    CityAdmission admission({3 * mib, 2 * mib, 1 * mib}, {2, 8, 10'000, 0});
    REQUIRE(admission.next());
    CHECK(admission.threads() == 4);
    REQUIRE(admission.next());
    admission.finished(0, std::nullopt);
    admission.finished(1, std::nullopt);
    REQUIRE(admission.next());
    CHECK(admission.threads() == 8);
}

TEST_CASE("whatever the sizes and the order of ends, every city runs once and memory is kept to where more than one runs")
{
    const unsigned seed = std::random_device()();
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::uint64_t> bytes(1 + random() % 20);
        for (auto& size : bytes) {
            size = random() % (200 * mib);
        }
        const std::int64_t memory_mib = 200 + static_cast<std::int64_t>(random() % 2'000);
        CityAdmission admission(bytes, {1 + static_cast<unsigned>(random() % 6), 4, memory_mib, 0});
        std::vector<int> begun(bytes.size());
        std::vector<std::size_t> running;
        while (!admission.is_all_begun() || !running.empty()) {
            while (const auto city = admission.next()) {
                ++begun[*city];
                running.push_back(*city);
            }
            REQUIRE_FALSE(running.empty());
            const auto sum = std::accumulate(running.begin(), running.end(), std::int64_t{0},
                                             [&](std::int64_t all, std::size_t city) { return all + admission.estimated_mib(city); });
            CHECK((running.size() == 1 || sum <= memory_mib));
            const std::size_t ended = random() % running.size();
            admission.finished(running[ended], std::nullopt);
            running.erase(running.begin() + static_cast<std::ptrdiff_t>(ended));
        }
        CHECK(begun == std::vector<int>(bytes.size(), 1));
    }
}

} // namespace
} // namespace fieldgap
