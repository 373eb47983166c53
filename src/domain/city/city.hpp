#pragma once
// A city as it was read: plain values in the CityPlane (equal-area, metres; gis/geometry/plane.hpp), each list sorted by id. Names of
// members are the columns of docs/rules.md section 4.

#include "domain/city/date.hpp"
#include "domain/city/indicator.hpp"
#include "domain/city/stage.hpp"
#include "gis/geometry/shapes.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// Positions in the lists of a City.
enum class SchoolIndex : std::uint32_t {};
enum class CampusIndex : std::uint32_t {};

constexpr std::size_t index(SchoolIndex school)
{
    return static_cast<std::size_t>(school);
}
constexpr std::size_t index(CampusIndex campus)
{
    return static_cast<std::size_t>(campus);
}

enum class SchoolKind : std::uint8_t { regular, special, vocational, teaching_point };
enum class SchoolPhase : std::uint8_t { open, planned };

/// How the stages of a school are known.
enum class StageOrigin : std::uint8_t {
    pupils,         ///< those with pupils (or with a number), or not at all
    declared,       ///< a column or tag names them
    guessed,        ///< by the type or the name, where nothing else tells
    guessed_or_more ///< likewise, and it may have senior pupils too (中学): a total is of no one stage
};

/// Enrolment that is expected in a year.
struct ProjectedPupils
{
    std::int64_t year = 0;
    PerStage<std::optional<double>> pupils;
};

struct School
{
    std::string id;
    std::string name;
    std::vector<std::string> aliases; ///< other ids by which tables may name it
    std::string district;             ///< as written, may be empty
    PerStage<bool> has_stage{};       ///< by the column `stage`, or where pupils are given
    StageOrigin stage_origin = StageOrigin::pupils;
    PerStage<std::optional<std::int64_t>> pupils; ///< enrolment
    std::optional<std::int64_t> pupils_other;
    std::optional<std::int64_t> pupils_total; ///< enrolment of several stages together, where nothing says how many are of each
    PerStage<std::optional<std::int64_t>> classes;
    PerStage<std::optional<std::int64_t>> capacity; ///< seats
    std::optional<double> outdoor_m2;               ///< official figures
    std::optional<double> indoor_m2;
    std::optional<double> special_m2;
    std::optional<double> sports_m2;           ///< outdoor and indoor together, as the bureaus' returns give it
    std::optional<double> sports_m2_per_pupil; ///< the same for each pupil
    bool indoor_in_outdoor = false;            ///< only outdoor and indoor together are known: all of it stands under outdoor_m2
    std::optional<double> basement_usable_m2;  ///< of the channels basement and expand
    std::optional<double> expand_possible_m2;
    std::optional<bool> rural;
    bool dense = false;
    SchoolKind kind = SchoolKind::regular;
    std::string parent_id; ///< branch of
    SchoolPhase phase = SchoolPhase::open;
    std::optional<std::int64_t> open_year, plan_year, build_year, handover_year, built_year;
    std::optional<double> migrant_share;    ///< 0..1
    std::vector<ProjectedPupils> projected; ///< enrolment of later years where columns give it
    PerIndicator<SchoolAmount> amounts;     ///< of the national evaluation; none of sports_area_m2
    gis::Point at;
    gis::MultiPolygon ground; ///< where the school itself was drawn as a polygon; its campus if no other is known
};

struct Campus
{
    std::string id;
    std::string school_id; ///< empty: by location
    std::string name;
    gis::MultiPolygon ground; ///< valid
    bool from_osm = false;    ///< entrances on its outline were looked for in its own file
};

enum class FieldKind : std::uint8_t { outdoor, indoor, special };

constexpr std::string_view name_of(FieldKind kind)
{
    constexpr std::array<std::string_view, 3> names = {"outdoor", "indoor", "special"};
    return names[static_cast<std::size_t>(kind)];
}

struct Field
{
    std::string id;
    std::string school_id; ///< empty: by location
    FieldKind kind = FieldKind::outdoor;
    std::string surface;
    std::optional<double> floor_m2;
    std::optional<double> storeys; ///< where they are given
    gis::MultiPolygon ground;      ///< valid; empty where it is not drawn
    std::optional<gis::Point> at;  ///< of a field given as a point with floor_m2
    std::optional<bool> is_hard;   ///< what `surface` says: asphalt, concrete and the like; absent: not known

    double counted_storeys() const { return storeys.value_or(1.0); }
};

struct Venue
{
    std::string id;
    std::string name;
    std::string kind;
    std::optional<double> area_m2; ///< given; else that of the ground
    bool rentable = true;
    std::optional<double> price_per_m2; ///< yuan per m2 and year; replaces the channel's cost
    gis::MultiPolygon ground;           ///< valid; empty for a point
    bool gives_ground = true;           ///< false: a site whose grounds are not mapped; its area is unknown
    double min_net_m2 = 0.0;            ///< less net ground than this is no venue (OSM: 100)
    gis::Point at;
};

enum class OwnerKind : std::uint8_t { school, venue, estate };

/// Where a gate is known from: a gates layer of one's own, or OSM.
enum class EntrySource : std::uint8_t { gate, osm, outline, point };

constexpr std::string_view name_of(EntrySource source)
{
    constexpr std::array<std::string_view, 4> names = {"gate", "osm", "outline", "point"};
    return names[static_cast<std::size_t>(source)];
}

struct Gate
{
    std::string id;                      ///< for messages
    std::optional<OwnerKind> owner_kind; ///< absent: any
    std::string owner_id;                ///< empty: every outline within 5 m
    bool schools_only = false;           ///< access or foot private or no: pupils only
    EntrySource source = EntrySource::gate;
    gis::Point at;
};

struct District
{
    std::string id;
    std::string name;
    gis::MultiPolygon ground; ///< valid; empty where it is known by name only
};

enum class EstatePhase : std::uint8_t { existing, planned };

struct Estate
{
    std::string id;
    std::string name;
    std::optional<double> households, population;
    PerStage<std::optional<double>> pupils;
    EstatePhase phase = EstatePhase::existing;
    std::optional<std::int64_t> first_phase_year;
    std::string owed_school;
    std::string dwelling;              ///< type, as the yields table calls it
    std::optional<std::int64_t> order; ///< of candidate sites: those of a smaller one stand already
    gis::MultiPolygon ground;
    std::optional<gis::Point> at; ///< of a site that is given as a point
};

/// An enrolment district: who lives in it goes to this school.
struct Catchment
{
    std::string id;
    std::string school_id;
    std::optional<Stage> stage; ///< absent: every stage of the school
    gis::MultiPolygon ground;   ///< valid
};

/// A row of the yields table: pupils per dwelling of one type, so many years after the first homes.
struct DwellingYield
{
    std::string dwelling;
    std::int64_t year = 0;                        ///< 0: the year of the first homes
    PerStage<std::optional<double>> per_dwelling; ///< pupils
};

/// A contract by which a school uses ground of a venue.
struct Lease
{
    std::string number;        ///< of the contract; `#ROW` where it has none
    SchoolIndex school{};      ///< as the contract names it: may be a branch
    std::uint32_t venue = 0;   ///< position in City::venues
    double m2 = 0.0;           ///< above 0
    std::optional<Date> until; ///< its last day
    std::string signed_by;
};

/// Everything that was read of a city. A value: it can be kept and analysed again.
struct City
{
    std::string name;
    std::vector<School> schools;
    std::vector<Campus> campuses;
    std::vector<Field> fields;
    bool fields_complete = true; ///< a campus without any drawn field has none; false: it is unknown
    std::vector<Venue> venues;
    std::vector<Gate> gates;
    std::vector<District> districts;
    std::vector<Estate> estates;
    std::vector<gis::MultiPolygon> buildings; ///< valid; those whose box meets an outdoor field's, in the order of their boxes
    std::vector<Catchment> catchments;
    std::vector<DwellingYield> yields;
    std::optional<std::int64_t> enrolment_year; ///< where the headings of the pupils name it
    std::vector<Lease> leases;                  ///< those that end last first, then by number
    std::vector<Venue> new_venues;              ///< places where a venue may be built; no part of what there is
};

} // namespace fieldgap
