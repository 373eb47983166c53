#include "layers/input/read_grounds.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/geodesic.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/network/street_line_collector.hpp"
#include "layers/table/track_lines.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/words.hpp"

#include <array>

namespace fieldgap {

namespace {

/// The ground of a sports surface, with what is wrong about it reported; an open line of what may be a running track is completed.
gis::MultiPolygon sports_ground(const Table& table, const gis::VectorFeature& row, bool points_too)
{
    gis::MultiPolygon ground = table.ground(row);
    if (ground.empty() && may_be_track(table.text(row, "kind"))) {
        ground = table.track(row);
        if (!ground.empty()) {
            return ground;
        }
    }
    table.report_wrong_type(row, table.place(row), points_too);
    return ground;
}

} // namespace

std::vector<Campus> read_campuses(const Table& table)
{
    std::vector<Campus> campuses;
    for (const gis::VectorFeature& row : table.layer().features) {
        table.report_wrong_type(row, table.place(row), false);
        gis::MultiPolygon ground = table.ground(row);
        if (ground.empty()) {
            table.leave_out(row);
            continue;
        }
        campuses.push_back({table.id(row, false), table.text(row, "school_id"), table.text(row, "name"), std::move(ground), false});
    }
    return campuses;
}

std::vector<Field> read_fields(const Table& table)
{
    std::vector<Field> fields;
    for (const gis::VectorFeature& row : table.layer().features) {
        Field field;
        field.id = table.id(row, false);
        field.school_id = table.text(row, "school_id");
        field.kind = table.value(row, "kind", field_kind_of).value_or(FieldKind::outdoor);
        field.surface = table.text(row, "surface");
        field.floor_m2 = table.area_m2(row, "floor_m2");
        field.storeys = table.real(row, "storeys");
        field.ground = sports_ground(table, row, field.floor_m2.has_value());
        field.at = table.point(row);
        fields.push_back(std::move(field));
    }
    return fields;
}

std::vector<Venue> read_venues(const Table& table)
{
    std::vector<Venue> venues;
    for (const gis::VectorFeature& row : table.layer().features) {
        Venue venue;
        venue.id = table.id(row, true);
        venue.name = table.text(row, "name");
        venue.kind = table.text(row, "kind");
        venue.area_m2 = table.area_m2(row, "area_m2");
        venue.rentable = table.value(row, "rentable", boolean_of).value_or(true);
        venue.price_per_m2 = table.real(row, "price_per_m2");
        venue.ground = sports_ground(table, row, true);
        const auto point = table.point(row);
        if (venue.ground.empty() && !point) {
            table.leave_out(row);
            continue; // reported: without a place nobody can walk there
        }
        venue.at = venue.ground.empty() ? *point : gis::inner_point(venue.ground);
        venues.push_back(std::move(venue));
    }
    return venues;
}

std::vector<Gate> read_gates(const Table& table)
{
    std::vector<Gate> gates;
    for (const gis::VectorFeature& row : table.layer().features) {
        const auto point = table.point(row);
        if (!point) {
            table.report(IssueCode::geometry_wrong_type, row, {words::translate(words::Text::shape_point)});
            table.leave_out(row);
            continue;
        }
        Gate gate;
        gate.id = table.id(row, false);
        gate.owner_kind = table.value(row, "owner_kind", owner_kind_of);
        gate.owner_id = table.text(row, "owner_id");
        gate.source = EntrySource::gate;
        gate.at = *point;
        gates.push_back(std::move(gate));
    }
    return gates;
}

std::vector<District> read_districts(const Table& table)
{
    std::vector<District> districts;
    for (const gis::VectorFeature& row : table.layer().features) {
        table.report_wrong_type(row, table.place(row), false);
        districts.push_back({table.id(row, true), table.text(row, "name"), table.ground(row)});
    }
    return districts;
}

namespace {

/// The columns of a line layer that say who may walk there, by their OSM key.
constexpr std::array<std::string_view, 5> street_columns = {"highway", "foot", "access", "sidewalk", "area"};

/// The tags of one line; `texts` keeps the values alive.
std::vector<gis::StreetTag> tags_of(const Table& table, const gis::VectorFeature& row, std::vector<std::string>& texts)
{
    texts.clear();
    for (const std::string_view column : street_columns) {
        texts.push_back(table.text(row, column));
    }
    std::vector<gis::StreetTag> tags;
    for (std::size_t i = 0; i < street_columns.size(); ++i) {
        if (!texts[i].empty()) {
            tags.emplace_back(street_columns[i], texts[i]);
        }
    }
    return tags;
}

double length_m(const gis::MultiLine& degrees)
{
    double sum_m = 0.0;
    for (const gis::Line& line : degrees) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            sum_m += gis::geodesic_length_m(line[i - 1], line[i]);
        }
    }
    return sum_m;
}

} // namespace

StreetsRead read_streets(const Table& table, const gis::FootRules& rules, Findings& findings)
{
    const bool has_kind = table.has("highway");
    if (!has_kind) {
        findings.push_back({IssueCode::street_kind_missing, "network", "", {}, {}});
    }
    gis::StreetLineCollector collector;
    StreetsRead read;
    std::size_t barred = 0;
    std::size_t not_lines = 0;
    std::uint64_t trunk_ways = 0;
    double trunk_m = 0.0;
    std::vector<std::string> texts;
    for (const gis::VectorFeature& row : table.layer().features) {
        const auto tags = tags_of(table, row, texts);
        const gis::FootAccess access = has_kind ? gis::foot_access(tags, rules) : gis::FootAccess::walked;
        const auto* lines = std::get_if<gis::MultiLine>(&row.geometry);
        if (lines == nullptr) {
            ++not_lines;
        } else if (access == gis::FootAccess::walked) {
            ++read.rows_used;
            for (const gis::Line& line : *lines) {
                collector.add(line, texts.front() == "steps");
            }
        } else {
            ++barred;
            if (access == gis::FootAccess::trunk_barred) {
                ++trunk_ways;
                trunk_m += length_m(*lines);
            }
        }
    }
    if (barred > 0) {
        findings.push_back({IssueCode::streets_not_walked, "network", "", {}, {barred, table.layer().features.size()}, {}, barred});
    }
    if (not_lines > 0) {
        findings.push_back({IssueCode::streets_not_lines, "network", "", {}, {not_lines}, {}, not_lines});
    }
    read.streets = std::move(collector).streets();
    read.streets.trunk_ways_barred = trunk_ways;
    read.streets.trunk_barred_m = trunk_m;
    return read;
}

} // namespace fieldgap
