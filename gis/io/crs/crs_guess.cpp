#include "gis/io/crs/crs_guess.hpp"

#include "gis/geometry/middle.hpp"
#include "gis/io/crs/crs_list.hpp"
#include "gis/io/crs/lands.hpp"
#include "gis/io/crs/zone_families.hpp"
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

/// The widest that a 3-degree zone is used. A 6-degree zone has the meridian of a 3-degree one, and without zone number the same plane.
constexpr double half_3_degree_zone_deg = 1.85;
constexpr int first_6_degree_code = 4502;
/// Surveyors keep a zone somewhat beyond its edge.
constexpr double zone_overlap_deg = 0.35;
constexpr std::size_t max_points = 200;

/// Where a country's systems are used; those of none on any land.
bool is_land_for(std::string_view country, const Point& degrees)
{
    return country.empty() ? is_land(degrees) : is_land_of(country, degrees);
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
    Guess(std::vector<Point> sample, const std::optional<Box>& place, std::span<const Country> countries)
        : sample_(std::move(sample)), middle_(median(sample_)), place_(place), countries_(countries)
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
        if (place_) {
            grids_of_place();
            keep_those_in_place();
        } else if (std::max(std::fabs(middle_.x), std::fabs(middle_.y)) > 180.0) {
            grids_of_countries();
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
    void grids_of_place();
    void grids_of_countries();
    static bool is_in(const Country& country, const ListedCrs& plane, const std::optional<Point>& place);
    void add_grid(const Country& country, const ListedCrs& plane, const Point& place, bool is_swapped);
    bool is_last_replaced_here(const ListedCrs& plane) const;
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
    std::span<const Country> countries_;
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
    for (const ZoneFamily& family : zone_families()) {
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
        const Point about{meridian + off_meridian_deg, latitude};
        if (place_ ? !lies_in(place_->widened(1.0), about) : !is_land_for(family.country, about)) {
            continue;
        }
        const std::string crs = epsg_text(family.first_code + i);
        const std::string why =
            family.has_prefix ? translate(Text::guess_zone_prefix, {family.first_number + i}) : translate(Text::guess_zone, {meridian});
        SourceCrs reading{crs, WebDatum::none, is_swapped, {}};
        const std::string evidence = is_swapped ? translate(Text::guess_zone_swapped, {why}) : why;
        if (place_) {
            add(std::move(reading), crs_name(crs), evidence);
        } else {
            found_.push_back({std::move(reading), "", evidence, about, false, 0.0});
        }
        if (!found_.empty() && found_.back().reading.crs == crs) {
            found_.back().country = family.country;
        }
    }
}

void Guess::web_mercator()
{
    constexpr double edge_m = 20'037'509.0;
    const bool is_beyond_degrees = std::fabs(middle_.x) > 180.0 || std::fabs(middle_.y) > 180.0;
    if (is_beyond_degrees && std::fabs(middle_.x) <= edge_m && std::fabs(middle_.y) <= edge_m) {
        add({"EPSG:3857", WebDatum::none, false, {}}, crs_name("EPSG:3857"), translate(Text::guess_web_mercator));
        if (!found_.empty() && found_.back().reading.crs == "EPSG:3857" && !place_ && !is_land(found_.back().centre)) {
            found_.pop_back();
        }
    }
}

/// A replaced system that leads to where a newer one does.
bool Guess::is_last_replaced_here(const ListedCrs& plane) const
{
    constexpr double beside_deg = 0.02;
    const CrsCandidate& last = found_.back();
    return plane.is_replaced && std::any_of(found_.begin(), found_.end() - 1, [&](const CrsCandidate& one) {
               return std::hypot(one.centre.x - last.centre.x, one.centre.y - last.centre.y) < beside_deg;
           });
}

/// Planes of the countries given that lead to their land; the second order of the numbers where the first leads nowhere, or where the
/// authority counts north first. Their places are rough.
void Guess::grids_of_countries()
{
    for (const Country& country : countries_) {
        for (const ListedCrs& plane : planes_of(country.area_name)) {
            const RoughPlaces places = rough_places_of(plane.code, middle_);
            const bool is_as_written = is_in(country, plane, places.as_written);
            if (is_as_written) {
                add_grid(country, plane, *places.as_written, false);
            }
            if ((!is_as_written || places.is_north_first) && is_in(country, plane, places.swapped)) {
                add_grid(country, plane, *places.swapped, true);
            }
        }
    }
}

bool Guess::is_in(const Country& country, const ListedCrs& plane, const std::optional<Point>& place)
{
    return place && lies_in(plane.area.widened(zone_overlap_deg), *place) && is_land_of(country.code, *place);
}

void Guess::add_grid(const Country& country, const ListedCrs& plane, const Point& place, bool is_swapped)
{
    const std::string why = translate(Text::guess_national_grid, {country.area_name});
    CrsCandidate one;
    one.reading = {plane.code, WebDatum::none, is_swapped, {}};
    one.evidence = is_swapped ? translate(Text::guess_zone_swapped, {why}) : why;
    one.centre = place;
    one.country = country.code;
    one.is_of_country_alone = plane.area_name.starts_with(country.area_name);
    one.is_replaced = plane.is_replaced;
    found_.push_back(std::move(one));
}

void Guess::grids_of_place()
{
    if (std::fabs(middle_.x) <= 180.0 && std::fabs(middle_.y) <= 180.0) {
        return;
    }
    for (const ListedCrs& grid : planes_made_for(middle_of(*place_))) {
        for (const bool is_swapped : {false, true}) {
            if (!is_listed(grid.code)) {
                add({grid.code, WebDatum::none, is_swapped, {}}, grid.name, translate(Text::guess_grid));
                const bool is_added = !found_.empty() && found_.back().reading.crs == grid.code;
                if (is_added && (found_.back().share_in_place == 0.0 || is_last_twice() || is_last_replaced_here(grid))) {
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

std::vector<CrsCandidate> possible_readings(std::span<const Point> points, const std::optional<Box>& place,
                                            std::span<const Country> countries)
{
    std::vector<Point> sample = sample_of(points);
    return sample.empty() ? std::vector<CrsCandidate>() : Guess(std::move(sample), place, countries).candidates();
}

bool lead_to_one_place(const CrsCandidate& one, const CrsCandidate& other)
{
    constexpr double one_place_deg = 5e-5;
    return std::hypot(one.centre.x - other.centre.x, one.centre.y - other.centre.y) < one_place_deg;
}

} // namespace gis
