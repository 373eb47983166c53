#include "layers/rows/read_grounds.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/surface/surface_words.hpp"
#include "layers/table/track_lines.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/words.hpp"

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
        field.is_hard = table.value(row, "surface", hardness_of);
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
        venue.price_per_m2 = table.money_yuan(row, "price_per_m2");
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

} // namespace fieldgap
