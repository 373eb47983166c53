#include "gis/geometry/datum.hpp"
#include "layers/crs/street_fit.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace fieldgap;

namespace {

/// Streets about every 450 m but at no equal steps, so that no shift lays them upon each other.
double street_at(double first, int i)
{
    return first + 0.0045 * i + 0.0016 * std::sin(2.3 * i * i);
}

gis::MultiLine streets()
{
    gis::MultiLine lines;
    for (int i = 0; i < 12; ++i) {
        lines.push_back({{street_at(114.30, i), 30.49}, {street_at(114.30, i), 30.56}});
        lines.push_back({{114.29, street_at(30.50, i)}, {114.37, street_at(30.50, i)}});
    }
    return lines;
}

/// Gates within some metres of a street.
FitLayer gates(gis::WebDatum written, gis::WebDatum declared)
{
    FitLayer layer;
    layer.role = Role::gates;
    layer.reading = {"EPSG:4326", declared, false, {}};
    for (const gis::WebDatum other : {gis::WebDatum::none, gis::WebDatum::gcj02, gis::WebDatum::bd09}) {
        if (other != declared) {
            layer.alternatives.push_back({"EPSG:4326", other, false, {}});
        }
    }
    for (int i = 0; i < 40; ++i) {
        const double along = 0.0011 * i;
        const gis::Point at = i % 2 == 0 ? gis::Point{street_at(114.30, 1 + i % 10) + 0.0001, 30.505 + along}
                                         : gis::Point{114.305 + along, street_at(30.50, 1 + i % 10) + 0.0001};
        const gis::Point as = written == gis::WebDatum::gcj02 ? gis::gcj02_of(at) : at;
        layer.features.push_back({std::to_string(i), "", declared == gis::WebDatum::gcj02 ? gis::wgs84_from_gcj02(as) : as});
    }
    return layer;
}

} // namespace

TEST_CASE("streets tell that all layers are shifted alike, that they are not, and nothing of few places", "[street_fit]")
{
    const auto fit = [](gis::WebDatum written, gis::WebDatum declared) {
        return fit_to_streets({gates(written, declared)}, streets()).datum;
    };
    CHECK(fit(gis::WebDatum::gcj02, gis::WebDatum::none) == gis::WebDatum::gcj02);
    CHECK(fit(gis::WebDatum::none, gis::WebDatum::none) == gis::WebDatum::none);
    CHECK(fit(gis::WebDatum::none, gis::WebDatum::gcj02) == gis::WebDatum::none);
    FitLayer few = gates(gis::WebDatum::gcj02, gis::WebDatum::none);
    few.features.resize(3);
    CHECK_FALSE(fit_to_streets({few}, streets()).datum);
    CHECK_FALSE(fit_to_streets({few}, {}).datum);
}

TEST_CASE("the mainland is told from its neighbours", "[datum]")
{
    for (const gis::Point inside : {gis::Point{116.4, 39.9}, gis::Point{114.06, 22.54}, gis::Point{87.6, 43.8}, gis::Point{110.3, 20.0},
                                    gis::Point{126.6, 45.8}, gis::Point{103.96, 30.67}, gis::Point{122.1, 37.5}}) {
        CHECK(gis::is_in_mainland_china(inside));
    }
    for (const gis::Point outside : {gis::Point{114.16, 22.30}, gis::Point{121.5, 25.0}, gis::Point{127.0, 37.5}, gis::Point{105.85, 21.0},
                                     gis::Point{85.3, 27.7}, gis::Point{106.9, 47.9}, gis::Point{76.9, 43.2}, gis::Point{8.7, 49.4},
                                     gis::Point{131.9, 43.1}, gis::Point{135.5, 34.7}, gis::Point{113.55, 22.17}}) {
        CHECK_FALSE(gis::is_in_mainland_china(outside));
    }
}
