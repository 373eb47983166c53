#include "layers/rows/school_rows.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/matching/row_figures.hpp"
#include "layers/text/place_name.hpp"
#include "layers/text/school_type.hpp"
#include "layers/text/school_vocabulary.hpp"
#include "words/ascii.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

constexpr char unit_separator = '\x1f';

bool is_number_of_row(const std::string& heading)
{
    constexpr std::array<std::string_view, 7> names = {"fid", "objectid", "objectid_1", "oid", "gid", "ogc_fid", "序号"};
    return words::is_one_of(words::lower_ascii(heading), names);
}

std::optional<TypeSign> type_of(const Table& table, const gis::VectorFeature& row, std::string_view column)
{
    return school_type_of(table.text(row, column)).value;
}

bool is_none(const std::optional<TypeSign>& type)
{
    return type && type->is_no_school;
}

bool names_a_school(const std::optional<TypeSign>& type)
{
    return type && (type->has_stage() || type->kind != SchoolKind::regular);
}

} // namespace

SchoolRows::SchoolRows(const Table& table, const EnrolledSchools& enrolled, std::string where)
    : table_(table), enrolled_(enrolled), where_(std::move(where))
{
    for (std::size_t column = 0; column < table.layer().columns.size(); ++column) {
        if (!is_number_of_row(table.layer().columns[column])) {
            telling_columns_.push_back(column);
        }
    }
}

bool SchoolRows::is_school(const gis::VectorFeature& row)
{
    if (const gis::VectorFeature* first = earlier_alike(row)) {
        table_.report(IssueCode::school_row_twice, row, {table_.text(row, "name"), first->row});
    } else if (seems_none(row) && !is_school_all_the_same(row)) {
        table_.report(IssueCode::not_a_school, row, {table_.text(row, "name")});
    } else {
        return true;
    }
    table_.leave_out(row);
    return false;
}

/// By the word of its type, by the end of its name, or, where no stage is told, by any word of its name.
bool SchoolRows::seems_none(const gis::VectorFeature& row) const
{
    const auto stage = type_of(table_, row, "stage");
    const std::string name = table_.text(row, "name");
    const bool is_told = names_a_school(stage);
    return is_none(stage) || is_none(type_of(table_, row, "kind")) || (ends_as_no_school(name) && !(is_told && ends_as_college(name))) ||
           (!is_told && sign_of_name(name).is_no_school);
}

bool SchoolRows::is_school_all_the_same(const gis::VectorFeature& row) const
{
    const auto is_in_where = [&](std::string_view column) {
        const std::string text = table_.text(row, column);
        return !text.empty() && where_.find("'" + text + "'") != std::string::npos;
    };
    // The total of a nursery's own row is its children, not pupils of a stage.
    const bool is_told_none = is_none(type_of(table_, row, "stage")) || is_none(type_of(table_, row, "kind"));
    const bool has_own_pupils = is_told_none ? gives_pupils(table_, row) : pupils_in_row(table_, row) > 0;
    return has_own_pupils || enrolled_.has(table_.text(row, "id"), table_.text(row, "name")) || is_in_where("stage") ||
           is_in_where("kind") || is_in_where("name");
}

/// Tiles of a crawl overlap: the same point comes twice.
const gis::VectorFeature* SchoolRows::earlier_alike(const gis::VectorFeature& row)
{
    if (table_.text(row, "name").empty() && table_.text(row, "id").empty()) {
        return nullptr;
    }
    std::string texts;
    for (const std::size_t column : telling_columns_) {
        texts += row.values[column].value_or("") + unit_separator;
    }
    std::vector<const gis::VectorFeature*>& alike = seen_[texts];
    const auto first = std::find_if(alike.begin(), alike.end(), [&](const auto* other) { return other->geometry == row.geometry; });
    if (first != alike.end()) {
        return *first;
    }
    alike.push_back(&row);
    return nullptr;
}

} // namespace fieldgap
