#include "layers/table.hpp"

#include "gis/geometry/overlay.hpp"
#include "layers/columns.hpp"
#include "layers/table_notes.hpp"

namespace fieldgap {
namespace {

std::string joined(const std::vector<std::string>& list)
{
    std::string text;
    for (const std::string& item : list) {
        text += (text.empty() ? "" : ", ") + item;
    }
    return text;
}

} // namespace

Table::Table(Role role, const InputSpec& spec, const gis::VectorLayer& layer, const gis::CityPlane* plane, Findings& findings)
    : role_(name_of(role)), layer_(layer), plane_(plane), findings_(findings)
{
    MatchedColumns matched = matched_columns(role, layer.columns, spec.columns);
    for (const auto& [ours, position] : matched.position_of) {
        m2_per_unit_[ours] = m2_per_unit_of_heading(layer.columns[position]);
    }
    position_of_ = std::move(matched.position_of);
    // Not left unused: the row number that GDAL keeps, and what the geometry was made of.
    for (const std::string& column : {std::string("fid"), layer.coordinates.x, layer.coordinates.y, layer.coordinates.wkt}) {
        std::erase(matched.unused, column);
    }
    if (!matched.unused.empty()) {
        findings.push_back({Doubt::columns_not_used, role_, "", {}, {joined(matched.unused)}});
    }
    note_reading(role_, spec, layer, findings);
}

bool Table::has(std::string_view column) const
{
    return position_of_.contains(column);
}

const std::optional<std::string>& Table::cell_of(const gis::VectorFeature& row, std::string_view column) const
{
    static const std::optional<std::string> absent;
    const auto it = position_of_.find(column);
    return it == position_of_.end() ? absent : row.values[it->second];
}

std::string Table::text(const gis::VectorFeature& row, std::string_view column) const
{
    std::string text = cell_of(row, column).value_or("");
    const auto first = text.find_first_not_of(" \t\r\n");
    const auto last = text.find_last_not_of(" \t\r\n");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

std::optional<double> Table::area_m2(const gis::VectorFeature& row, std::string_view column) const
{
    const std::optional<std::string>& text = cell_of(row, column);
    const auto unit = m2_per_unit_.find(column);
    const Cell<double> cell = area_m2_of(text, unit == m2_per_unit_.end() ? 1.0 : unit->second);
    if (cell.problem != CellProblem::none) {
        report(row, column, *text, cell.problem);
    }
    return cell.value;
}

std::string Table::id(const gis::VectorFeature& row, bool is_needed) const
{
    std::string own = text(row, "id");
    if (!own.empty()) {
        return own;
    }
    own = "#" + std::to_string(row.row);
    if (is_needed) {
        findings_.push_back({Doubt::id_missing, role_, own, place(row), {}});
    }
    return own;
}

gis::Geometry Table::place(const gis::VectorFeature& row) const
{
    return plane_ != nullptr ? plane_->to_plane(row.geometry) : gis::Geometry();
}

gis::MultiPolygon Table::ground(const gis::VectorFeature& row) const
{
    const auto* drawn = std::get_if<gis::MultiPolygon>(&row.geometry);
    return drawn != nullptr ? valid_ground(plane_->to_plane(*drawn), role_, id(row, false), findings_) : gis::MultiPolygon();
}

std::optional<gis::Point> Table::point(const gis::VectorFeature& row) const
{
    const auto* point = std::get_if<gis::Point>(&row.geometry);
    return point != nullptr ? std::optional(plane_->to_plane(*point)) : std::nullopt;
}

void Table::report_wrong_type(const gis::VectorFeature& row, const gis::Geometry& place, bool points_too) const
{
    if (std::holds_alternative<std::monostate>(place)) {
        findings_.push_back(
            {Doubt::geometry_missing, role_, id(row, false), {}, {row.geometry_problem.empty() ? "none" : row.geometry_problem}});
    } else if (std::holds_alternative<gis::MultiLine>(place) || (!points_too && std::holds_alternative<gis::Point>(place))) {
        const char* wanted = points_too ? "point or polygon" : "polygon";
        findings_.push_back({Doubt::geometry_wrong_type, role_, id(row, false), place, {wanted}});
    } else if (row.geometry_problem == "collection" || row.geometry_problem == "multipoint") {
        findings_.push_back({Doubt::geometry_partial, role_, id(row, false), place, {row.geometry_problem}});
    }
}

void Table::report(Doubt doubt, const gis::VectorFeature& row, std::vector<words::Value> values) const
{
    findings_.push_back({doubt, role_, id(row, false), place(row), std::move(values)});
}

void Table::report(const gis::VectorFeature& row, std::string_view column, const std::string& text, CellProblem problem) const
{
    report(Doubt::value_not_read, row, {column, text, text_of(problem)});
}

gis::MultiPolygon valid_ground(const gis::MultiPolygon& drawn, const std::string& role, const std::string& id, Findings& findings)
{
    gis::Repair repair = gis::repaired(drawn);
    if (repair.ground.empty()) {
        findings.push_back({Doubt::polygon_unusable, role, id, {}, {repair.reason.empty() ? "no area" : repair.reason}});
    } else if (repair.was_invalid) {
        findings.push_back({Doubt::polygon_repaired, role, id, repair.ground, {repair.reason, gis::area(repair.ground).square_metres()}});
    }
    return std::move(repair.ground);
}

} // namespace fieldgap
