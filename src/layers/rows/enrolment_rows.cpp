#include "layers/rows/enrolment_rows.hpp"

#include "layers/matching/row_figures.hpp"
#include "layers/text/id_key.hpp"
#include "layers/text/name_key.hpp"

namespace fieldgap {
namespace {

/// Brackets count: 东湖中学(南门) is no school though 东湖中学 is one.
std::u32string whole_name(const std::string& name)
{
    const NameKey key = name_key(name);
    return key.is_empty() ? std::u32string() : key.stem + U'\1' + key.campus + U'\1' + key.note;
}

} // namespace

std::vector<EnrolmentRow> enrolment_rows(const Table& table)
{
    std::vector<EnrolmentRow> rows;
    for (const gis::VectorFeature& cells : table.layer().features) {
        EnrolmentRow row;
        row.cells = &cells;
        row.id = table.text(cells, "id");
        row.name = table.text(cells, "name");
        row.name = row.name.empty() ? row.id : row.name;
        row.hints = {district_key(table.text(cells, "district")), stages_of_row(table, cells)};
        row.phase = table.value(cells, "phase", register_phase_of);
        rows.push_back(std::move(row));
    }
    return rows;
}

EnrolledSchools::EnrolledSchools(const Table& table, const std::vector<EnrolmentRow>& rows)
{
    for (const EnrolmentRow& row : rows) {
        if (pupils_in_row(table, *row.cells) > 0) {
            ids_.insert(id_key(row.id));
            names_.insert(whole_name(row.name));
        }
    }
    ids_.erase("");
    names_.erase(U"");
}

bool EnrolledSchools::has(const std::string& id, const std::string& name) const
{
    return ids_.contains(id_key(id)) || names_.contains(whole_name(name));
}

} // namespace fieldgap
