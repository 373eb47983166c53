#include "layers/input/read_network.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/error.hpp"
#include "gis/io/vector/raster_heights.hpp"
#include "gis/joining/unjoined_streets.hpp"
#include "gis/squares/joined_streets.hpp"
#include "gis/walking/slope.hpp"
#include "layers/input/street_findings.hpp"
#include "layers/input/surroundings.hpp"
#include "layers/pieces/map_piece.hpp"
#include "layers/rows/read_streets.hpp"
#include "words/words.hpp"

#include <utility>

namespace fieldgap {
namespace {

std::string no_street_in(const std::string& path, const StreetsRead& read)
{
    return read.classes_barred.empty()
               ? words::translate(words::Text::input_no_street, {path})
               : words::translate(words::Text::input_no_street_class, {path, read.class_column, read.classes_barred});
}

struct CutStreets
{
    gis::Streets streets;
    std::optional<gis::Box> whole_within; ///< absent where nothing was left out
};

/// Where no street is near the city they are of another one: all are kept, so that it can be said how far off they are.
CutStreets streets_around(const gis::UnjoinedStreets& ways, const std::optional<Surroundings>& around, gis::Squares squares)
{
    if (around) {
        gis::UnjoinedStreets near = gis::cut_to(ways, around->degrees);
        if (near.lines.line_count() > 0) {
            return {gis::joined(std::move(near), squares), whole_within(*around)};
        }
    }
    return {gis::joined(ways, squares), std::nullopt};
}

/// A piece gives the same as the whole map only where all that is kept of it lies in the piece.
void check_piece(const InputFiles& files, const std::string& path, const std::optional<Surroundings>& around, const CutStreets& cut)
{
    const auto within = files.within_of_piece.find(path);
    if (within != files.within_of_piece.end() && (!around || !cut.whole_within || !holds(within->second, around->degrees))) {
        throw PieceTooSmall{};
    }
}

void report_trunk(const gis::Streets& streets, bool is_osm, Findings& findings)
{
    if (streets.trunk_ways_barred == 0) {
        return;
    }
    std::vector<words::Value> values;
    values.emplace_back(streets.trunk_ways_barred);
    values.emplace_back(streets.trunk_barred_m / 1000.0);
    const std::size_t left_out = is_osm ? streets.trunk_ways_barred : 0U;
    findings.push_back({IssueCode::trunk_barred, "network", "", {}, std::move(values), {}, left_out});
}

void read_slopes(const std::string& heights_path, CityInput& into)
{
    std::vector<gis::Point> points = into.streets->point;
    into.plane.to_degrees(points);
    into.read_s[Role::dem] =
        seconds_of([&] { into.slope_factor = gis::slope_factors(*into.streets, gis::heights_at(heights_path, points)); });
}

} // namespace

void read_network(const Config& config, InputFiles& files, const Table* rows, const gis::Box& extent, CityInput& into, UsedRows& used)
{
    const InputSpec& named = config.inputs.at(Role::network);
    const auto around = surroundings_of(extent, margin_m(config.settings), into.plane);
    const bool is_osm = rows == nullptr;
    StreetsRead read;
    std::optional<gis::Box> known;
    if (is_osm) {
        CutStreets cut = streets_around(std::exchange(files.osm.at(named.source.path).ways, {}), around,
                                        config.settings.walk.squares_by_outline ? gis::Squares::outline : gis::Squares::across);
        check_piece(files, named.source.path, around, cut);
        read.streets = std::move(cut.streets);
        known = cut.whole_within;
    } else {
        read = read_streets(*rows, into.plane, config.settings.walk, into.findings);
    }
    gis::Streets& streets = read.streets;
    used.of_role[Role::network] = is_osm ? streets.line_count() : read.rows_used;
    used.street_rows = streets.line_count() + streets.trunk_ways_barred;
    if (streets.line_count() == 0) {
        throw gis::Error(no_street_in(named.written_path, read));
    }
    const gis::Box surroundings = extent.widened(margin_m(config.settings));
    report_street_gaps(streets, into.city, into.plane, surroundings, config.settings.walk.snap_m, into.findings);
    report_uncrossed_squares(streets, into.plane, surroundings, into.findings);
    report_trunk(streets, is_osm, into.findings);
    into.streets = gis::build_walk_network(std::move(streets), into.plane);
    into.streets->whole_within = known;
    if (config.settings.walk.slope) {
        read_slopes(config.inputs.at(Role::dem).source.path, into);
    }
}

} // namespace fieldgap
