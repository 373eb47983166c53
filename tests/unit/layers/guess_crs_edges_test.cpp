// Readings of numbers that lead nowhere near the place, or lead there about as well as each other.
#include "layers/guess/guess_crs.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace fieldgap;

namespace {

gis::VectorLayer rows_at(const std::vector<gis::Point>& points)
{
    gis::VectorLayer rows;
    rows.has_geometry = true;
    for (const gis::Point& point : points) {
        rows.features.emplace_back().geometry = point;
    }
    return rows;
}

bool lists(const CrsReadings& readings, const std::string& crs)
{
    return std::any_of(readings.list.begin(), readings.list.end(), [&](const gis::CrsCandidate& one) { return one.reading.crs == crs; });
}

} // namespace

TEST_CASE("where nothing leads to the place, the numbers are looked at once more without it", "[guess_crs]")
{
    const gis::Box sao_paulo{-46.9, -23.8, -46.3, -23.3};
    const gis::VectorLayer rows = rows_at({{517293.540, 4332955.206}});
    const CrsReadings without_place = crs_readings(rows, std::nullopt);
    const CrsReadings elsewhere = crs_readings(rows, sao_paulo);
    CHECK(elsewhere.list.size() == without_place.list.size());
    CHECK(lists(elsewhere, "EPSG:4548"));
    CHECK(std::any_of(elsewhere.list.begin(), elsewhere.list.end(), is_reading));
}

TEST_CASE("readings that lead nearly as much to the place as the best are listed with it", "[guess_crs]")
{
    const gis::Box tianjin{116.9, 38.9, 117.5, 39.4}; // widened by its own 0.6 degrees: 40.0 N is its edge
    std::vector<gis::Point> points(19, {517293.540, 4332955.206});
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i].x += static_cast<double>(i);
    }
    // 39.99 N in the 3-degree zone; in UTM, whose scale is smaller, the same number is 1.8 km further north and out.
    const auto with_edge = [&](std::size_t far_ones) {
        std::vector<gis::Point> all = points;
        for (std::size_t i = 0; i < far_ones; ++i) {
            all[i].y = 4'428'450.0;
        }
        return crs_readings(rows_at(all), tianjin);
    };
    const CrsReadings nearly = with_edge(1); // 18 of 19 in UTM
    REQUIRE_FALSE(nearly.list.empty());
    CHECK(nearly.list.front().reading.crs == "EPSG:4548");
    CHECK(nearly.list.front().share_in_place == 1.0);
    CHECK(lists(nearly, "EPSG:32650"));
    CHECK_FALSE(lists(with_edge(4), "EPSG:32650")); // 15 of 19
}
