#include "domain/proof/apportion.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <random>

using namespace fieldgap;

namespace {

std::vector<std::int64_t> hundredths(const std::vector<double>& parts_m2, double total_m2)
{
    std::vector<std::int64_t> counts;
    for (const ExactArea part : apportioned(parts_m2, ExactArea::rounded(gis::SquareMetres(total_m2)))) {
        counts.push_back(part.hundredths());
    }
    return counts;
}

} // namespace

TEST_CASE("parts that add up are rounded as they are", "[apportion]")
{
    CHECK(hundredths({10.0, 1200.30, 0.07}, 1210.37) == std::vector<std::int64_t>{1000, 120030, 7});
    CHECK(hundredths({}, 0.0).empty());
}

TEST_CASE("the parts that would lose most go up, of equal ones the first", "[apportion]")
{
    CHECK(hundredths({0.006, 0.006}, 0.012) == std::vector<std::int64_t>{1, 0});
    CHECK(hundredths({5.004, 5.004, 5.004}, 15.012) == std::vector<std::int64_t>{501, 500, 500});
    CHECK(hundredths({5.004, 5.007, 5.004}, 15.015) == std::vector<std::int64_t>{501, 501, 500});
}

TEST_CASE("parts of any size add up to their rounded sum and move by less than a hundredth", "[apportion]")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> size(0.0, 1.0);
    for (int i = 0; i < 2000; ++i) {
        std::vector<double> parts;
        double sum = 0.0;
        for (int n = static_cast<int>(size(random) * 12.0); n >= 0; --n) {
            const double part = std::pow(10.0, size(random) * 6.0) * (size(random) < 0.3 ? 0.0 : 1.0);
            parts.push_back(size(random) < 0.5 ? std::round(part * 1000.0) / 1000.0 : part);
            sum += parts.back();
        }
        const auto counts = hundredths(parts, sum);
        std::int64_t total = 0;
        for (std::size_t k = 0; k < parts.size(); ++k) {
            total += counts[k];
            CHECK(std::fabs(static_cast<double>(counts[k]) - parts[k] * 100.0) < 1.0001);
        }
        CHECK(total == ExactArea::rounded(gis::SquareMetres(sum)).hundredths());
    }
}
