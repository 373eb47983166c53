#include "synth/grounds.hpp"

#include "synth/yard.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fieldgap {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double margin_m = 3.0;     ///< between fields and the wall of the campus
constexpr double front_share = 0.3;  ///< of the depth, for buildings
constexpr double field_share = 0.62; ///< of the sport zone that fields fill at best

/// A ring track: two straights and two half circles, to its outer edge.
struct Track
{
    double straight_m;
    double radius_m;

    double length_m() const { return straight_m + 2.0 * radius_m; }
    double width_m() const { return 2.0 * radius_m; }
    double area_m2() const { return straight_m * width_m() + pi * radius_m * radius_m; }
};

/// Rings of 400, 300, 250, 200 and 150 m (inner edge) with 8, 6, 4, 4 and 3 lanes.
constexpr std::array<Track, 5> tracks = {{{84.39, 46.26}, {64.0, 34.3}, {53.5, 27.4}, {43.0, 22.9}, {34.0, 16.5}}};

gis::MultiPolygon stadium(const Plot& plot, const Track& track)
{
    constexpr int steps = 12;
    std::vector<gis::Point> outline;
    for (const double turn : {-0.5, 0.5}) {
        const double x_m = track.radius_m + (turn < 0.0 ? track.straight_m : 0.0);
        for (int i = 0; i <= steps; ++i) {
            const double angle = pi * (turn + static_cast<double>(i) / steps);
            outline.push_back(plot.point(x_m + track.radius_m * std::cos(angle), track.radius_m + track.radius_m * std::sin(angle)));
        }
    }
    return {gis::Polygon{ring_of(outline), {}}};
}

/// The pitch inside the ring overlaps the track's polygon: it counts once.
Plot infield(const Plot& plot, const Track& track)
{
    const double length_m = track.straight_m + 0.5 * track.radius_m;
    const double width_m = 1.3 * track.radius_m;
    return {plot.point(track.radius_m - 0.25 * track.radius_m, 0.35 * track.radius_m), plot.along, length_m, width_m};
}

/// Puts fields into a campus until the wanted area is reached.
class FieldLayout
{
public:
    FieldLayout(const CampusPlan& campus, double wanted_m2, Random& random) : left_m2_(wanted_m2), random_(random)
    {
        buildings_.add_zone(campus.buildings, margin_m);
        for (const Parcel& zone : campus.sport) {
            yard_.add_zone(zone, margin_m);
        }
    }

    void add_hall();
    void add_special();
    void add_track();
    void add_courts();
    void add_open_ground();

    std::vector<Field> fields() && { return std::move(fields_); }

private:
    Field& add(FieldKind kind, const char* surface, gis::MultiPolygon ground)
    {
        Field field;
        field.kind = kind;
        field.surface = surface;
        field.ground = std::move(ground);
        fields_.push_back(std::move(field));
        return fields_.back();
    }

    double left_m2_;
    Random& random_;
    Yard buildings_;
    Yard yard_;
    std::vector<Field> fields_;
};

void FieldLayout::add_hall()
{
    const double storeys = random_.chance(0.3) ? 2.0 : 1.0;
    const double length_m = random_.between(34.0, 44.0);
    const double width_m = random_.between(20.0, 27.0);
    const std::optional<Plot> plot = left_m2_ > 2.0 * length_m * width_m * storeys ? buildings_.cut_plot(length_m, width_m) : std::nullopt;
    if (!plot) {
        return;
    }
    Field& hall = add(FieldKind::indoor, "wood", ground_of(*plot));
    const double floor_m2 = std::round(length_m * width_m * storeys * 0.9);
    hall.storeys = storeys;
    if (random_.chance(0.7)) {
        hall.floor_m2 = floor_m2;
    }
    left_m2_ -= hall.floor_m2.value_or(length_m * width_m * storeys);
}

void FieldLayout::add_special()
{
    const std::optional<Plot> plot = buildings_.cut_plot(random_.between(26.0, 40.0), random_.between(14.0, 18.0));
    if (plot) {
        add(FieldKind::special, "acrylic", ground_of(*plot));
        left_m2_ -= plot->length_m * plot->width_m;
    }
}

void FieldLayout::add_track()
{
    for (const Track& track : tracks) {
        const std::optional<Plot> plot = track.area_m2() <= left_m2_ ? yard_.cut_plot(track.length_m(), track.width_m()) : std::nullopt;
        if (plot) {
            const char* surface = random_.chance(0.75) ? "tartan" : random_.chance(0.5) ? "asphalt" : "concrete";
            add(FieldKind::outdoor, surface, stadium(*plot, track));
            add(FieldKind::outdoor, random_.chance(0.7) ? "artificial_turf" : "grass", ground_of(infield(*plot, track)));
            left_m2_ -= track.area_m2();
            return;
        }
    }
}

void FieldLayout::add_courts()
{
    constexpr std::array<std::array<double, 2>, 2> courts = {{{32.0, 19.0}, {22.0, 13.0}}};
    for (const auto& court : courts) {
        for (int i = 0; i < 8 && left_m2_ >= court[0] * court[1]; ++i) {
            const std::optional<Plot> plot = yard_.cut_plot(court[0], court[1]);
            if (!plot) {
                break;
            }
            add(FieldKind::outdoor, random_.chance(0.6) ? "acrylic" : "concrete", ground_of(*plot));
            left_m2_ -= court[0] * court[1];
        }
    }
}

void FieldLayout::add_open_ground()
{
    constexpr double least_m2 = 40.0;
    for (int i = 0; i < 4 && left_m2_ > least_m2; ++i) {
        const std::optional<Plot> plot = yard_.cut_area(left_m2_, least_m2);
        if (!plot) {
            return;
        }
        add(FieldKind::outdoor, "rubber", ground_of(*plot));
        left_m2_ -= plot->length_m * plot->width_m;
    }
}

CampusPlan rectangular(const Parcel& parcel)
{
    return {ground_of(parcel), part_of(parcel, 0.0, 1.0, 0.0, front_share), {part_of(parcel, 0.0, 1.0, front_share, 1.0)}};
}

/// The back right corner belongs to somebody else.
CampusPlan l_shaped(const Parcel& parcel)
{
    constexpr double u = 0.7;
    constexpr double v = 0.68;
    const std::vector<gis::Point> corners = {point_in(parcel, 0.0, 0.0), point_in(parcel, 1.0, 0.0), point_in(parcel, 1.0, v),
                                             point_in(parcel, u, v),     point_in(parcel, u, 1.0),   point_in(parcel, 0.0, 1.0)};
    return {{gis::Polygon{ring_of(corners), {}}},
            part_of(parcel, 0.0, 1.0, 0.0, front_share),
            {part_of(parcel, 0.0, u, front_share, 1.0), part_of(parcel, u, 1.0, front_share, v)}};
}

/// One venue: what it is, how large at most, how it is counted.
struct VenueModel
{
    const char* kind;
    double length_m;
    double width_m;
    double floors; ///< of a building; 0 outdoors
};

constexpr std::array<VenueModel, 8> venue_models = {{{"football", 105.0, 68.0, 0.0},
                                                     {"hall", 60.0, 40.0, 1.5},
                                                     {"football", 64.0, 42.0, 0.0},
                                                     {"swimming", 56.0, 30.0, 1.0},
                                                     {"tennis", 74.0, 36.0, 0.0},
                                                     {"basketball", 58.0, 34.0, 0.0},
                                                     {"multi", 40.0, 25.0, 0.0},
                                                     {"badminton", 36.0, 20.0, 1.0}}};

} // namespace

CampusPlan campus_on(const Parcel& parcel, double sport_m2, Random& random)
{
    const bool is_l = random.chance(1.0 / 6.0);
    const double share =
        std::clamp((sport_m2 / field_share / (1.0 - front_share) + 2500.0) / area_m2(parcel) * (is_l ? 1.15 : 1.0), 0.3, 1.0);
    // Rather less wide than less deep: fronts on streets are dear.
    const double width_share = std::max(0.55, share);
    const Parcel used = part_of(parcel, 0.0, width_share, 0.0, std::clamp(share / width_share, 0.5, 1.0));
    return is_l ? l_shaped(used) : rectangular(used);
}

std::vector<Field> fields_on(const CampusPlan& campus, double wanted_m2, bool cramped, Random& random)
{
    FieldLayout layout(campus, wanted_m2, random);
    if (random.chance(0.4)) {
        layout.add_hall();
    }
    if (cramped) {
        layout.add_special();
    }
    layout.add_track();
    layout.add_courts();
    layout.add_open_ground();
    return std::move(layout).fields();
}

std::vector<Venue> venues_on(const Parcel& parcel, Random& random)
{
    Yard yard;
    yard.add_zone(parcel, margin_m);
    const int wanted = random.whole(1, 4);
    std::vector<Venue> venues;
    for (int tries = 0; tries < 12 && static_cast<int>(venues.size()) < wanted; ++tries) {
        const VenueModel& model = venue_models[static_cast<std::size_t>(random.whole(tries < 6 ? 0 : 4, 7))];
        const std::optional<Plot> plot = yard.cut_plot(model.length_m, model.width_m);
        if (!plot) {
            continue;
        }
        Venue venue;
        venue.kind = model.kind;
        venue.ground = ground_of(*plot);
        venue.at = rounded(plot->point(plot->length_m / 2.0, plot->width_m / 2.0));
        if (model.floors > 0.0) {
            venue.area_m2 = std::round(model.length_m * model.width_m * model.floors);
        }
        venues.push_back(std::move(venue));
    }
    return venues;
}

} // namespace fieldgap
