#include "gis/geometry/datum.hpp"

#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace gis {
namespace {

constexpr double pi = 3.14159265358979323846;

bool is_shifted_area(Point p)
{
    return p.x >= 72.004 && p.x <= 137.8347 && p.y >= 0.8293 && p.y <= 55.8271;
}

/// The border and a line off the coast, from the Amur clockwise.
constexpr std::array mainland = {
    Point{121.5, 53.4},     Point{123.6, 53.6},    Point{125.0, 53.2},    Point{126.0, 52.6},   Point{127.0, 51.5},   Point{127.5, 50.2},
    Point{128.5, 49.6},     Point{130.0, 48.9},    Point{131.0, 47.7},    Point{133.0, 48.1},   Point{134.8, 48.4},   Point{134.0, 47.5},
    Point{133.5, 46.0},     Point{132.0, 45.2},    Point{131.2, 44.9},    Point{131.0, 43.5},   Point{131.2, 43.1},   Point{130.6, 42.4},
    Point{130.0, 42.9},     Point{129.7, 42.4},    Point{129.0, 42.0},    Point{128.0, 42.0},   Point{127.0, 41.6},   Point{126.5, 41.4},
    Point{125.5, 40.7},     Point{124.4, 40.0},    Point{124.0, 39.6},    Point{121.5, 38.5},   Point{123.0, 37.3},   Point{122.5, 34.0},
    Point{122.9, 31.0},     Point{123.0, 29.7},    Point{121.5, 27.5},    Point{120.4, 26.3},   Point{120.1, 25.3},   Point{119.2, 24.5},
    Point{118.3, 24.0},     Point{117.2, 23.2},    Point{116.0, 22.6},    Point{114.6, 22.4},   Point{114.46, 22.46}, Point{114.40, 22.57},
    Point{114.25, 22.555},  Point{114.15, 22.56},  Point{114.05, 22.51},  Point{113.95, 22.47}, Point{113.85, 22.42}, Point{113.65, 22.25},
    Point{113.545, 22.215}, Point{113.53, 22.213}, Point{113.535, 22.17}, Point{113.55, 22.10}, Point{113.2, 21.8},   Point{111.0, 21.2},
    Point{110.8, 20.2},     Point{111.2, 19.8},    Point{110.6, 18.3},    Point{109.5, 17.9},   Point{108.5, 18.3},   Point{108.4, 19.5},
    Point{109.0, 20.8},     Point{108.2, 21.4},    Point{107.9, 21.54},   Point{107.0, 21.95},  Point{106.7, 22.0},   Point{106.6, 22.6},
    Point{106.0, 22.95},    Point{105.3, 23.2},    Point{104.8, 22.9},    Point{104.0, 22.5},   Point{103.0, 22.5},   Point{101.7, 22.4},
    Point{101.6, 21.2},     Point{100.2, 21.5},    Point{99.2, 22.1},     Point{99.3, 23.1},    Point{98.7, 24.1},    Point{97.6, 23.9},
    Point{98.2, 25.6},      Point{98.7, 27.5},     Point{97.4, 28.3},     Point{94.5, 29.2},    Point{92.0, 27.8},    Point{90.0, 28.3},
    Point{89.0, 27.4},      Point{88.1, 27.95},    Point{86.0, 27.95},    Point{85.0, 28.4},    Point{83.0, 29.6},    Point{81.2, 30.1},
    Point{79.0, 31.3},      Point{78.7, 32.6},     Point{78.2, 34.6},     Point{77.8, 35.5},    Point{75.8, 36.6},    Point{74.6, 37.3},
    Point{73.5, 39.4},      Point{74.8, 40.4},     Point{76.8, 41.0},     Point{78.3, 41.3},    Point{80.2, 42.1},    Point{80.3, 43.2},
    Point{80.4, 44.6},      Point{82.5, 45.2},     Point{82.3, 45.6},     Point{83.0, 47.1},    Point{85.5, 47.1},    Point{85.8, 48.4},
    Point{87.4, 49.1},      Point{88.0, 48.6},     Point{90.0, 47.8},     Point{91.0, 46.5},    Point{90.9, 45.2},    Point{93.5, 44.9},
    Point{95.4, 44.3},      Point{96.4, 42.7},     Point{100.0, 42.6},    Point{101.8, 42.5},   Point{105.0, 41.6},   Point{107.5, 42.4},
    Point{109.5, 42.4},     Point{110.5, 42.8},    Point{112.0, 43.7},    Point{111.9, 45.0},   Point{113.6, 44.8},   Point{115.7, 45.5},
    Point{116.5, 46.3},     Point{119.8, 46.7},    Point{119.0, 47.5},    Point{117.8, 47.9},   Point{116.0, 47.8},   Point{115.6, 48.0},
    Point{116.7, 49.8},     Point{118.5, 50.0},    Point{119.3, 50.5},    Point{120.1, 51.7},   Point{120.8, 52.5},   Point{120.7, 53.2},
};

/// The two waves that both axes share.
double waves(double along)
{
    return (20.0 * std::sin(6.0 * along * pi) + 20.0 * std::sin(2.0 * along * pi)) * 2.0 / 3.0;
}

double north_offset(double x, double y)
{
    return -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::fabs(x)) + waves(x) +
           (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0 +
           (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
}

double east_offset(double x, double y)
{
    return 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::fabs(x)) + waves(x) +
           (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0 +
           (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
}

Point bd09_from_gcj02(Point gcj02)
{
    constexpr double k = pi * 3000.0 / 180.0;
    const double radius = std::hypot(gcj02.x, gcj02.y) + 0.00002 * std::sin(gcj02.y * k);
    const double angle = std::atan2(gcj02.y, gcj02.x) + 0.000003 * std::cos(gcj02.x * k);
    return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

/// Undoes a shift that changes slowly: each step takes off the error of the one before (0.5 % of it remains).
Point undone(Point shifted, Point (*shift)(Point))
{
    Point guess = shifted;
    for (int step = 0; step < 10; ++step) {
        const Point there = shift(guess);
        guess = {guess.x - (there.x - shifted.x), guess.y - (there.y - shifted.y)};
    }
    return guess;
}

struct Release
{
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* object) const { proj_destroy(object); }
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const { proj_operation_factory_context_destroy(factory); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, Release>;

constexpr double place_deg = 0.01;

bool is_geocentric(PJ_CONTEXT* context, const PJ* degrees)
{
    const Owned<PJ> ellipsoid(proj_get_ellipsoid(context, degrees));
    double semi_major_m = 0.0;
    double inverse_flattening = 0.0;
    const bool is_known =
        ellipsoid && proj_ellipsoid_get_parameters(context, ellipsoid.get(), &semi_major_m, nullptr, nullptr, &inverse_flattening) != 0;
    return !is_known || (std::fabs(semi_major_m - 6'378'137.0) < 0.5 && std::fabs(inverse_flattening - 298.257) < 0.01);
}

bool is_transformed(PJ_CONTEXT* context, const PJ* degrees, const Point& place)
{
    const Owned<PJ> wgs84(proj_create(context, "EPSG:4326"));
    const Owned<PJ_OPERATION_FACTORY_CONTEXT> factory(proj_create_operation_factory_context(context, nullptr));
    proj_operation_factory_context_set_area_of_interest(context, factory.get(), place.x - place_deg, place.y - place_deg,
                                                        place.x + place_deg, place.y + place_deg);
    proj_operation_factory_context_set_grid_availability_use(context, factory.get(), PROJ_GRID_AVAILABILITY_IGNORED);
    const Owned<PJ_OBJ_LIST> ways(proj_create_operations(context, degrees, wgs84.get(), factory.get()));
    for (int i = 0; ways && i < proj_list_get_count(ways.get()); ++i) {
        const Owned<PJ> way(proj_list_get(context, ways.get(), i));
        if (way && proj_coordoperation_has_ballpark_transformation(context, way.get()) == 0) {
            return true;
        }
    }
    return false;
}

/// `D_Beijing_1954`, as Esri's programs write it.
std::string plain_name(const char* name)
{
    std::string plain = name == nullptr ? "" : name;
    plain.erase(0, plain.starts_with("D_") ? 2 : 0);
    std::replace(plain.begin(), plain.end(), '_', ' ');
    return plain;
}

} // namespace

bool is_in_mainland_china(Point degrees)
{
    bool is_inside = false;
    Point from = mainland.back();
    for (const Point& to : mainland) {
        const bool passes = (from.y > degrees.y) != (to.y > degrees.y);
        is_inside ^= passes && degrees.x < from.x + (degrees.y - from.y) / (to.y - from.y) * (to.x - from.x);
        from = to;
    }
    return is_inside;
}

Point gcj02_of(Point wgs84)
{
    if (!is_shifted_area(wgs84)) {
        return wgs84;
    }
    constexpr double a = 6378245.0;
    constexpr double ee = 0.00669342162296594323;
    const double latitude = wgs84.y / 180.0 * pi;
    const double magic = 1.0 - ee * std::sin(latitude) * std::sin(latitude);
    const double root = std::sqrt(magic);
    const double north = north_offset(wgs84.x - 105.0, wgs84.y - 35.0);
    const double east = east_offset(wgs84.x - 105.0, wgs84.y - 35.0);
    return {wgs84.x + east * 180.0 / (a / root * std::cos(latitude) * pi),
            wgs84.y + north * 180.0 / (a * (1.0 - ee) / (magic * root) * pi)};
}

Point bd09_of(Point wgs84)
{
    return is_shifted_area(wgs84) ? bd09_from_gcj02(gcj02_of(wgs84)) : wgs84;
}

Point wgs84_from_gcj02(Point gcj02)
{
    return undone(gcj02, gcj02_of);
}

Point wgs84_from_bd09(Point bd09)
{
    return undone(bd09, bd09_of);
}

std::optional<std::string> datum_without_transformation(const std::string& crs, const Point& degrees)
{
    const Owned<PJ_CONTEXT> context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    const Owned<PJ> whole(proj_create(context.get(), crs.c_str()));
    if (!whole || proj_get_type(whole.get()) == PJ_TYPE_BOUND_CRS) {
        return std::nullopt; // a bound one brings its own transformation
    }
    const Owned<PJ> geographic(proj_crs_get_geodetic_crs(context.get(), whole.get()));
    if (!geographic || is_geocentric(context.get(), geographic.get()) || is_transformed(context.get(), geographic.get(), degrees)) {
        return std::nullopt;
    }
    const Owned<PJ> datum(proj_crs_get_datum_forced(context.get(), geographic.get()));
    return plain_name(datum ? proj_get_name(datum.get()) : nullptr);
}

} // namespace gis
