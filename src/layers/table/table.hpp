#pragma once
// Rows of a file as typed values; whatever cannot be read becomes a finding.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "domain/city/issue_code.hpp"
#include "gis/geometry/plane.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "layers/columns/columns.hpp"
#include "layers/config/config.hpp"
#include "layers/table/derived_cells.hpp"
#include "layers/text/cell_values.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fieldgap {

/// A vector layer with its columns matched to ours. Borrows the layer, the plane and the findings.
class Table
{
public:
    /// Reports columns that nothing reads, what had to be decided about the others, and a guessed encoding. `plane` may be nullptr for
    /// tables without geometry.
    Table(Role role, const InputSpec& spec, const gis::VectorLayer& layer, const gis::CityPlane* plane, Findings& findings);

    const gis::VectorLayer& layer() const { return layer_; }
    bool has(std::string_view column) const;

    /// The file's own heading of one of our columns, empty where it has none.
    std::string heading_of(std::string_view column) const;

    /// The years for which the file gives this column, such as 2026 for `enrol_primary_2026`; ascending.
    std::vector<std::int64_t> years_of(const std::string& column) const;

    /// The year of the pupils, where their columns are of several years and one was taken.
    std::optional<std::int64_t> enrolment_year() const;

    /// Text of a cell, empty where it is absent.
    std::string text(const gis::VectorFeature& row, std::string_view column) const;

    template <class T>
    std::optional<T> value(const gis::VectorFeature& row, std::string_view column, Cell<T> (*read)(CellText)) const
    {
        const std::optional<std::string>& cell = cell_of(row, column);
        const Cell<T> result = read(cell);
        if (result.problem == CellProblem::unknown_word) {
            report_unknown_words(column, [read](CellText text) { return read(text).problem == CellProblem::unknown_word; });
        } else if (result.problem != CellProblem::none) {
            report(row, column, *cell, result.problem);
        }
        return result.value;
    }
    std::optional<std::int64_t> whole(const gis::VectorFeature& row, std::string_view column) const
    {
        return value(row, column, whole_number_of);
    }
    /// Decimals are rounded; the table has told how many.
    std::optional<std::int64_t> pupils(const gis::VectorFeature& row, std::string_view column) const
    {
        return value(row, column, pupil_number_of);
    }
    std::optional<double> real(const gis::VectorFeature& row, std::string_view column) const { return value(row, column, real_of); }
    /// Square metres, in whatever unit the heading or the cell says.
    std::optional<double> area_m2(const gis::VectorFeature& row, std::string_view column) const;
    /// Yuan, likewise.
    std::optional<double> money_yuan(const gis::VectorFeature& row, std::string_view column) const;

    /// The row's id, `#ROW` where it has none (reported if `is_needed`).
    std::string id(const gis::VectorFeature& row, bool is_needed) const;

    /// The geometry in the CityPlane; closed lines are the ground inside them. `ground`: valid polygons, empty if there are none or they
    /// are too large for their role; what had to be done is reported.
    gis::Geometry place(const gis::VectorFeature& row) const;
    gis::MultiPolygon ground(const gis::VectorFeature& row) const;
    /// The ground inside a running track that is drawn as an open line, completed and reported; empty for any other geometry.
    gis::MultiPolygon track(const gis::VectorFeature& row) const;
    std::optional<gis::Point> point(const gis::VectorFeature& row) const;

    /// Reports a geometry that is neither ground nor (if `points_too`) a point.
    void report_wrong_type(const gis::VectorFeature& row, const gis::Geometry& place, bool points_too) const;

    void report(IssueCode code, const gis::VectorFeature& row, std::vector<words::Value> values) const;

    /// The row gives nothing to the city: the finding reported last says so, if it is of this row, else `geometry_missing`.
    void leave_out(const gis::VectorFeature& row) const;

private:
    const std::optional<std::string>& cell_of(const gis::VectorFeature& row, std::string_view column) const;
    bool is_too_large(const gis::VectorFeature& row) const;
    /// Of the whole column in one row, the first time that it is asked of the column.
    void report_unknown_words(std::string_view column, const std::function<bool(CellText)>& is_unknown) const;
    gis::MultiPolygon ground_inside_lines(const gis::VectorFeature& row, const gis::MultiPolygon& insides) const;
    void report(const gis::VectorFeature& row, std::string_view column, const std::string& text, CellProblem problem) const;

    std::string role_;
    bool has_sites_; ///< campuses and the like, which can be too large
    const gis::VectorLayer& layer_;
    const gis::CityPlane* plane_;
    Findings& findings_;
    std::map<std::string, std::size_t, std::less<>> position_of_;
    std::map<std::string, YearTaken, std::less<>> years_;
    DerivedCells derived_;                                        ///< go before those of the file
    std::map<std::string, double, std::less<>> m2_per_unit_;      ///< of columns whose heading names another unit
    std::map<std::string, double, std::less<>> yuan_per_unit_;    ///< the same of money
    mutable std::set<std::string, std::less<>> columns_reported_; ///< for their unknown words, which are told once
};

/// A polygon made valid, with findings for what had to be done and for parts that are slivers.
gis::MultiPolygon valid_ground(const gis::MultiPolygon& drawn, const std::string& role, const std::string& id, Findings& findings);

/// Gives a second feature of the same id another one (`ID#2`), with a finding. Sorts by id.
template <class Thing>
void make_ids_unique(std::vector<Thing>& things, const std::string& role, Findings& findings)
{
    std::unordered_map<std::string, int> seen;
    for (Thing& thing : things) {
        const int count = ++seen[thing.id];
        if (count > 1) {
            const std::string new_id = thing.id + "#" + std::to_string(count);
            findings.push_back({IssueCode::id_repeated, role, thing.id, {}, {thing.id, new_id}});
            thing.id = new_id;
        }
    }
    std::stable_sort(things.begin(), things.end(), [](const Thing& a, const Thing& b) { return a.id < b.id; });
}

} // namespace fieldgap
