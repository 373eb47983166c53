#include "gis/io/crs/crs_guess.hpp"

#include "gis/geometry/datum.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/io/crs/crs_list.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace gis {
namespace {

using words::Text;
using words::translate;

/// Zones of transverse Mercator planes whose EPSG codes follow each other.
struct ZoneFamily
{
    int first_code;
    int zones;
    int first_number; ///< of the zone, as in the prefix
    double first_meridian_deg;
    double width_deg;
    bool has_prefix;
    double south_deg;
    double north_deg;
};

constexpr std::array<ZoneFamily, 6> families = {{{4513, 21, 25, 75.0, 3.0, true, 15.0, 54.0},
                                                 {4491, 11, 13, 75.0, 6.0, true, 15.0, 54.0},
                                                 {4534, 21, 25, 75.0, 3.0, false, 15.0, 54.0},
                                                 {4502, 11, 13, 75.0, 6.0, false, 15.0, 54.0},
                                                 {32601, 60, 1, -177.0, 6.0, false, -1.0, 84.0},
                                                 {32701, 60, 1, -177.0, 6.0, false, -81.0, 1.0}}};

/// The widest that a 3-degree zone is used. A 6-degree zone has the meridian of a 3-degree one, and without zone number the same plane.
constexpr double half_3_degree_zone_deg = 1.85;
constexpr int first_6_degree_code = 4502;
/// Surveyors keep a zone somewhat beyond its edge.
constexpr double zone_overlap_deg = 0.35;
constexpr std::size_t max_points = 200;

std::string epsg(int code)
{
    return "EPSG:" + std::to_string(code);
}

std::vector<Point> sample_of(std::span<const Point> points)
{
    std::vector<Point> finite;
    for (const Point& point : points) {
        if (std::isfinite(point.x) && std::isfinite(point.y) && (point.x != 0.0 || point.y != 0.0)) {
            finite.push_back(point);
        }
    }
    std::sort(finite.begin(), finite.end(), [](const Point& a, const Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    std::vector<Point> sample;
    const std::size_t step = std::max<std::size_t>(1, finite.size() / max_points);
    for (std::size_t i = 0; i < finite.size(); i += step) {
        sample.push_back(finite[i]);
    }
    return sample;
}

/// Tries readings on one sample and keeps those that are possible.
class Guess
{
public:
    Guess(std::vector<Point> sample, const std::optional<Box>& place) : sample_(std::move(sample)), middle_(median(sample_)), place_(place)
    {
        if (place_) {
            const double margin = std::max({0.05, place_->max_x - place_->min_x, place_->max_y - place_->min_y});
            place_ = place_->widened(margin);
        }
    }

    std::vector<CrsCandidate> candidates()
    {
        degrees(false);
        degrees(true);
        for (const bool is_swapped : {false, true}) {
            zones(is_swapped);
        }
        web_mercator();
        national_grids();
        if (place_) {
            keep_those_in_place();
        }
        local_plane();
        return std::move(found_);
    }

private:
    double x(bool is_swapped) const { return is_swapped ? middle_.y : middle_.x; }
    double y(bool is_swapped) const { return is_swapped ? middle_.x : middle_.y; }

    void add(SourceCrs reading, const std::string& name, const std::string& evidence);
    void degrees(bool is_swapped);
    void zones(bool is_swapped);
    void zones_of(const ZoneFamily& family, bool is_swapped);
    void web_mercator();
    void national_grids();
    void keep_those_in_place();
    void local_plane();
    bool is_listed(const std::string& crs) const
    {
        return std::any_of(found_.begin(), found_.end(), [&](const CrsCandidate& one) { return one.reading.crs == crs; });
    }

    /// Another code for the same plane.
    bool is_last_twice() const
    {
        const CrsCandidate& last = found_.back();
        constexpr double same_deg = 1e-7;
        return std::any_of(found_.begin(), found_.end() - 1, [&](const CrsCandidate& one) {
            return std::fabs(one.centre.x - last.centre.x) < same_deg && std::fabs(one.centre.y - last.centre.y) < same_deg;
        });
    }

    std::vector<Point> sample_;
    Point middle_;
    std::optional<Box> place_; ///< widened by its own size
    std::vector<CrsCandidate> found_;
};

/// Listed if most points have a place with it, and some lie in the place given.
void Guess::add(SourceCrs reading, const std::string& name, const std::string& evidence)
{
    std::vector<Point> placed;
    std::size_t in_place = 0;
    for (const std::optional<Point>& point : to_degrees(reading, sample_)) {
        if (point) {
            placed.push_back(*point);
            in_place += place_ && lies_in(*place_, *point) ? 1U : 0U;
        }
    }
    if (2 * placed.size() <= sample_.size()) {
        return;
    }
    const double share = static_cast<double>(in_place) / static_cast<double>(sample_.size());
    const std::string why = place_ ? translate(Text::guess_near, {evidence, 100.0 * share}) : evidence;
    found_.push_back({std::move(reading), name, why, median(placed), false, share});
}

void Guess::degrees(bool is_swapped)
{
    if (std::fabs(x(is_swapped)) <= 180.0 && std::fabs(y(is_swapped)) <= 90.0) {
        add({"EPSG:4326", WebDatum::none, is_swapped, {}}, "WGS 84",
            translate(is_swapped ? Text::guess_degrees_swapped : Text::guess_degrees));
    }
}

void Guess::zones(bool is_swapped)
{
    for (const ZoneFamily& family : families) {
        zones_of(family, is_swapped);
    }
}

void Guess::zones_of(const ZoneFamily& family, bool is_swapped)
{
    const double prefix = family.has_prefix ? std::floor(x(is_swapped) / 1e6) : 0.0;
    const double easting_m = x(is_swapped) - prefix * 1e6;
    const double northing_m = y(is_swapped) - (family.south_deg < -80.0 ? 1e7 : 0.0);
    const int zone = static_cast<int>(prefix) - family.first_number;
    if (std::fabs(northing_m) > 1e7 || easting_m < 1e4 || easting_m > 9.9e5 || (family.has_prefix && (zone < 0 || zone >= family.zones))) {
        return;
    }
    const double latitude = northing_m / 111'000.0;
    const double off_meridian_deg = (easting_m - 5e5) / (111'320.0 * std::cos(latitude * 3.14159 / 180.0));
    if (latitude < family.south_deg || latitude > family.north_deg ||
        std::fabs(off_meridian_deg) > family.width_deg / 2.0 + zone_overlap_deg) {
        return;
    }
    if (family.first_code == first_6_degree_code && std::fabs(off_meridian_deg) <= half_3_degree_zone_deg) {
        return;
    }
    for (int i = family.has_prefix ? zone : 0; i < (family.has_prefix ? zone + 1 : family.zones); ++i) {
        const double meridian = family.first_meridian_deg + i * family.width_deg;
        if (place_ && !lies_in(place_->widened(1.0), {meridian + off_meridian_deg, latitude})) {
            continue;
        }
        const std::string crs = epsg(family.first_code + i);
        const std::string why =
            family.has_prefix ? translate(Text::guess_zone_prefix, {family.first_number + i}) : translate(Text::guess_zone, {meridian});
        SourceCrs reading{crs, WebDatum::none, is_swapped, {}};
        const std::string evidence = is_swapped ? translate(Text::guess_zone_swapped, {why}) : why;
        if (place_) {
            add(std::move(reading), crs_name(crs), evidence);
        } else {
            found_.push_back({std::move(reading), "", evidence, {meridian + off_meridian_deg, latitude}, false, 0.0});
        }
    }
}

void Guess::web_mercator()
{
    constexpr double edge_m = 20'037'509.0;
    const bool is_beyond_degrees = std::fabs(middle_.x) > 180.0 || std::fabs(middle_.y) > 180.0;
    if (is_beyond_degrees && std::fabs(middle_.x) <= edge_m && std::fabs(middle_.y) <= edge_m) {
        add({"EPSG:3857", WebDatum::none, false, {}}, crs_name("EPSG:3857"), translate(Text::guess_web_mercator));
    }
}

void Guess::national_grids()
{
    if (!place_ || (std::fabs(middle_.x) <= 180.0 && std::fabs(middle_.y) <= 180.0)) {
        return;
    }
    for (const ListedCrs& grid : planes_made_for(middle_of(*place_))) {
        for (const bool is_swapped : {false, true}) {
            if (!is_listed(grid.code)) {
                add({grid.code, WebDatum::none, is_swapped, {}}, grid.name, translate(Text::guess_grid));
                if (!found_.empty() && found_.back().reading.crs == grid.code && (found_.back().share_in_place == 0.0 || is_last_twice())) {
                    found_.pop_back();
                }
            }
        }
    }
}

/// What lies elsewhere is out; the rest in the order of how much of it lies there and how far its middle is from that of the place. Both
/// are coarse, so that the order of the trials counts among equals.
void Guess::keep_those_in_place()
{
    const Point centre = middle_of(*place_);
    const auto rank = [&](const CrsCandidate& one) {
        const double off_deg = std::hypot(one.centre.x - centre.x, one.centre.y - centre.y);
        return std::pair(-std::lround(one.share_in_place * 10.0), std::lround(off_deg * 10.0));
    };
    std::erase_if(found_, [](const CrsCandidate& one) { return one.share_in_place < 0.5; });
    std::stable_sort(found_.begin(), found_.end(), [&](const CrsCandidate& a, const CrsCandidate& b) { return rank(a) < rank(b); });
}

void Guess::local_plane()
{
    const double largest = std::max(std::fabs(middle_.x), std::fabs(middle_.y));
    if (largest > 180.0 && largest < 1e6 && (found_.empty() || !place_)) {
        CrsCandidate local;
        local.name = translate(Text::guess_local_name);
        local.evidence = translate(Text::guess_local);
        local.needs_helmert = true;
        found_.push_back(std::move(local));
    }
}

} // namespace

std::vector<CrsCandidate> possible_readings(std::span<const Point> points, const std::optional<Box>& place)
{
    std::vector<Point> sample = sample_of(points);
    return sample.empty() ? std::vector<CrsCandidate>() : Guess(std::move(sample), place).candidates();
}

std::vector<SourceCrs> look_alikes(const SourceCrs& reading, const std::string& code, const Point& middle)
{
    std::vector<SourceCrs> others;
    const bool is_moved_by_web_maps = gcj02_of(middle) != middle;
    for (const WebDatum datum : {WebDatum::none, WebDatum::gcj02, WebDatum::bd09}) {
        if (is_moved_by_web_maps && datum != reading.datum) {
            others.push_back(reading);
            others.back().datum = datum;
        }
    }
    const auto zone = meridian_zone_of(reading.crs);
    if (!zone || reading.helmert) {
        return others;
    }
    const double off_first = (zone->meridian_deg + 177.0) / 6.0;
    const double third = zone->meridian_deg / 3.0;
    const int code_number = std::atoi(code.substr(code.find(':') + 1).c_str());
    const bool is_utm = code_number / 100 == 326 || code_number / 100 == 327;
    const auto add = [&](int other) { others.push_back({epsg(other), reading.datum, reading.swap_xy, {}}); };
    if (!is_utm && off_first == std::floor(off_first) && zone->false_easting_m == 5e5) {
        add(32601 + static_cast<int>(off_first));
    } else if (is_utm && third >= 25.0 && third <= 45.0) {
        add(4534 + static_cast<int>(third) - 25);
    }
    for (const ZoneFamily& family : families) {
        const int place = code_number - family.first_code;
        for (const int step : {-1, 1}) {
            if (!family.has_prefix && place >= 0 && place < family.zones && place + step >= 0 && place + step < family.zones) {
                add(code_number + step);
            }
        }
    }
    return others;
}

std::string config_lines(const SourceCrs& reading)
{
    constexpr std::array<const char*, 3> datums = {"", ", datum = \"gcj02\"", ", datum = \"bd09\""};
    return "crs = \"" + (reading.crs.empty() ? std::string("EPSG:4326") : reading.crs) + "\"" +
           datums[static_cast<std::size_t>(reading.datum)] + (reading.swap_xy ? ", swap_xy = true" : "");
}

} // namespace gis
