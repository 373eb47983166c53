#include "layers/table/table.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/geometry/slivers.hpp"
#include "gis/geometry/track.hpp"
#include "gis/interrupt.hpp"
#include "layers/columns/columns.hpp"
#include "layers/table/column_notes.hpp"
#include "layers/table/filled_cells.hpp"
#include "layers/table/geometry_words.hpp"
#include "layers/table/ground_limit.hpp"
#include "layers/table/table_notes.hpp"
#include "layers/table/track_lines.hpp"
#include "layers/table/unknown_words.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

/// In % of the larger of the two, so that it lies within -100 and 100.
double change_percent(double before_m2, double after_m2)
{
    const double larger_m2 = std::max(before_m2, after_m2);
    return larger_m2 > 0.0 ? 100.0 * (after_m2 - before_m2) / larger_m2 : 0.0;
}

Finding repair_finding(const gis::Repair& repair, const std::string& role, const std::string& id)
{
    constexpr double noticed_percent = 0.1;
    const double after_m2 = gis::area(repair.ground).square_metres();
    const std::string reason = repair_reason_in_words(repair.reason);
    const double change = change_percent(repair.drawn_m2, after_m2);
    if (std::fabs(change) < noticed_percent) {
        return {IssueCode::polygon_tidied, role, id, repair.ground, {reason, after_m2}};
    }
    return {IssueCode::polygon_repaired, role, id, repair.ground, {reason, repair.drawn_m2, after_m2, change}};
}

void report_slivers(const gis::MultiPolygon& ground, const std::string& role, const std::string& id, Findings& findings)
{
    const gis::Slivers slivers = gis::slivers_of(ground);
    if (slivers.all) {
        findings.push_back({IssueCode::ground_is_sliver, role, id, ground, {slivers.m2}});
    } else if (slivers.parts > 0) {
        findings.push_back({IssueCode::polygon_sliver, role, id, ground, {slivers.parts, ground.size(), slivers.m2}});
    }
}

ColumnFacts facts_of(const gis::VectorLayer& layer, const std::optional<std::int64_t>& as_of)
{
    ColumnFacts facts = facts_of_columns(
        layer.columns.size(),
        layer.features.size(), [&](std::size_t row, std::size_t column) -> const auto& { return layer.features[row].values[column]; });
    facts.as_of = as_of;
    return facts;
}

bool is_role_of_sites(Role role)
{
    return role == Role::schools || role == Role::campuses || role == Role::fields || role == Role::venues || role == Role::residential ||
           role == Role::new_venues;
}

} // namespace

Table::Table(Role role, const InputSpec& spec, const gis::VectorLayer& layer, const gis::CityPlane* plane, Findings& findings)
    : role_(spec.source.role.empty() ? std::string(name_of(role)) : spec.source.role), has_sites_(is_role_of_sites(role)), layer_(layer),
      plane_(plane), findings_(findings)
{
    MatchedColumns matched = matched_columns(role, layer.columns, spec.columns, facts_of(layer, spec.as_of));
    for (const auto& [ours, position] : matched.position_of) {
        const auto by_user = matched.m2_per_unit.find(ours);
        m2_per_unit_[ours] = by_user != matched.m2_per_unit.end() ? by_user->second : m2_per_unit_of_heading(layer.columns[position]);
        const auto money_by_user = matched.yuan_per_unit.find(ours);
        yuan_per_unit_[ours] =
            money_by_user != matched.yuan_per_unit.end() ? money_by_user->second : yuan_per_unit_of_heading(layer.columns[position]);
    }
    const FilledCells filled = filled_cells(role, layer, matched);
    derived_ = derived_cells(layer, matched, filled);
    note_columns(role, role_, layer, matched, filled, findings);
    position_of_ = std::move(matched.position_of);
    years_ = std::move(matched.years);
    // Not left unused: the row number that GDAL keeps, and what the geometry was made of.
    for (const std::string& column : {std::string("fid"), layer.coordinates.x, layer.coordinates.y, layer.coordinates.wkt}) {
        std::erase(matched.unused, column);
    }
    if (!matched.unused.empty()) {
        findings.push_back({IssueCode::columns_not_used, role_, "", {}, {words::joined(matched.unused)}});
    }
    note_file(role_, spec, layer, findings);
}

bool Table::has(std::string_view column) const
{
    return position_of_.contains(column) || derived_.contains(column);
}

std::string Table::heading_of(std::string_view column) const
{
    const auto it = position_of_.find(column);
    return it == position_of_.end() ? std::string() : layer_.columns[it->second];
}

std::optional<std::int64_t> Table::enrolment_year() const
{
    std::optional<std::int64_t> latest;
    for (auto it = years_.lower_bound("enrol_"); it != years_.end() && it->first.starts_with("enrol_"); ++it) {
        latest = std::max(latest, std::optional(it->second.year)); // an absent one is the least
    }
    return latest;
}

std::vector<std::int64_t> Table::years_of(const std::string& column) const
{
    std::vector<std::int64_t> years;
    const std::string prefix = column + "_";
    for (auto it = position_of_.lower_bound(prefix); it != position_of_.end() && it->first.starts_with(prefix); ++it) {
        const std::string_view year = std::string_view(it->first).substr(prefix.size());
        if (year.size() == 4 && year.find_first_not_of("0123456789") == std::string_view::npos) {
            years.push_back(std::stoll(std::string(year)));
        }
    }
    return years;
}

const std::optional<std::string>& Table::cell_of(const gis::VectorFeature& row, std::string_view column) const
{
    static const std::optional<std::string> absent;
    if (const auto derived = derived_.find(column); derived != derived_.end()) {
        return derived->second[static_cast<std::size_t>(&row - layer_.features.data())];
    }
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

std::optional<double> Table::money_yuan(const gis::VectorFeature& row, std::string_view column) const
{
    const std::optional<std::string>& text = cell_of(row, column);
    const auto unit = yuan_per_unit_.find(column);
    const Cell<double> cell = money_yuan_of(text, unit == yuan_per_unit_.end() ? 1.0 : unit->second);
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
        findings_.push_back({IssueCode::id_missing, role_, own, place(row), {}});
    }
    return own;
}

gis::Geometry Table::place(const gis::VectorFeature& row) const
{
    gis::Geometry place = plane_ != nullptr ? plane_->to_plane(row.geometry) : gis::Geometry();
    const auto* lines = std::get_if<gis::MultiLine>(&place);
    if (lines != nullptr && std::all_of(lines->begin(), lines->end(), gis::is_closed)) {
        return gis::inside_of(*lines);
    }
    return place;
}

/// Measured before any plane, where it costs next to nothing, and reported.
bool Table::is_too_large(const gis::VectorFeature& row) const
{
    const auto* lines = std::get_if<gis::MultiLine>(&row.geometry);
    const gis::MultiPolygon insides = lines != nullptr ? gis::inside_of(*lines) : gis::MultiPolygon();
    const auto* polygons = std::get_if<gis::MultiPolygon>(&row.geometry);
    const auto finding = too_large(polygons != nullptr ? *polygons : insides, *plane_, role_, id(row, false));
    if (finding) {
        findings_.push_back(*finding);
    }
    return finding.has_value();
}

gis::MultiPolygon Table::ground(const gis::VectorFeature& row) const
{
    gis::throw_if_interrupted();
    if (has_sites_ && plane_ != nullptr && is_too_large(row)) {
        return {};
    }
    const gis::Geometry drawn = place(row);
    const auto* polygons = std::get_if<gis::MultiPolygon>(&drawn);
    if (polygons == nullptr) {
        return {};
    }
    const bool is_lines = std::holds_alternative<gis::MultiLine>(row.geometry);
    return is_lines ? ground_inside_lines(row, *polygons) : valid_ground(*polygons, role_, id(row, false), findings_);
}

/// Lines may lie in each other, as the lanes of a track do: that is no fault.
gis::MultiPolygon Table::ground_inside_lines(const gis::VectorFeature& row, const gis::MultiPolygon& insides) const
{
    std::vector<gis::MultiPolygon> parts;
    for (const gis::Polygon& inside : insides) {
        parts.push_back(valid_ground({inside}, role_, id(row, false), findings_));
    }
    gis::MultiPolygon ground = gis::repaired(gis::united(parts)).ground;
    if (!ground.empty()) {
        findings_.push_back({IssueCode::polygon_from_line, role_, id(row, false), ground, {gis::area(ground).square_metres()}});
    }
    return ground;
}

gis::MultiPolygon Table::track(const gis::VectorFeature& row) const
{
    const gis::Geometry drawn = place(row);
    const auto* lines = std::get_if<gis::MultiLine>(&drawn);
    const auto track = lines != nullptr ? track_of_lines(*lines) : std::nullopt;
    if (!track) {
        return {};
    }
    findings_.push_back(track_finding(*track, role_, id(row, false)));
    return track->ground;
}

std::optional<gis::Point> Table::point(const gis::VectorFeature& row) const
{
    const auto* point = std::get_if<gis::Point>(&row.geometry);
    return point != nullptr ? std::optional(plane_->to_plane(*point)) : std::nullopt;
}

void Table::report_wrong_type(const gis::VectorFeature& row, const gis::Geometry& place, bool points_too) const
{
    if (std::holds_alternative<std::monostate>(place)) {
        findings_.push_back({IssueCode::geometry_missing, role_, id(row, false), {}, {geometry_problem_in_words(row.geometry_problem)}});
    } else if (std::holds_alternative<gis::MultiLine>(place) || (!points_too && std::holds_alternative<gis::Point>(place))) {
        const std::string wanted = words::translate(points_too ? words::Text::shape_point_or_polygon : words::Text::shape_polygon);
        findings_.push_back({IssueCode::geometry_wrong_type, role_, id(row, false), place, {wanted}});
    } else if (row.geometry_problem == "collection" || row.geometry_problem == "multipoint") {
        findings_.push_back({IssueCode::geometry_partial, role_, id(row, false), place, {geometry_problem_in_words(row.geometry_problem)}});
    }
}

void Table::report(IssueCode code, const gis::VectorFeature& row, std::vector<words::Value> values) const
{
    findings_.push_back({code, role_, id(row, false), place(row), std::move(values)});
}

void Table::leave_out(const gis::VectorFeature& row) const
{
    const std::string own = id(row, false);
    if (findings_.empty() || findings_.back().layer != role_ || findings_.back().feature_id != own) {
        report(IssueCode::geometry_missing, row, {geometry_problem_in_words("")});
    }
    ++findings_.back().rows_left_out;
}

void Table::report(const gis::VectorFeature& row, std::string_view column, const std::string& text, CellProblem problem) const
{
    report(IssueCode::value_not_read, row, {column, text, text_of(problem)});
}

void Table::report_unknown_words(std::string_view column, const std::function<bool(CellText)>& is_unknown) const
{
    if (!columns_reported_.emplace(column).second) {
        return;
    }
    std::map<std::string, std::size_t> count_of;
    for (const gis::VectorFeature& row : layer_.features) {
        if (const std::optional<std::string>& text = cell_of(row, column); is_unknown(text)) {
            ++count_of[*text];
        }
    }
    findings_.push_back(unknown_words_finding(role_, column, count_of));
}

gis::MultiPolygon valid_ground(const gis::MultiPolygon& drawn, const std::string& role, const std::string& id, Findings& findings)
{
    gis::Repair repair = gis::repaired(drawn);
    if (repair.ground.empty()) {
        findings.push_back({IssueCode::polygon_unusable, role, id, {}, {repair_reason_in_words(repair.reason)}});
    } else if (repair.was_invalid) {
        findings.push_back(repair_finding(repair, role, id));
    }
    report_slivers(repair.ground, role, id, findings);
    return std::move(repair.ground);
}

} // namespace fieldgap
