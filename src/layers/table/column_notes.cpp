#include "layers/table/column_notes.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/text/cell_values.hpp"
#include "words/nearest.hpp"

#include <algorithm>
#include <set>

namespace fieldgap {
namespace {

constexpr std::size_t most_shown = 6;

class ColumnNotes
{
public:
    ColumnNotes(Role role, const std::string& layer_name, const gis::VectorLayer& layer, const MatchedColumns& matched,
                const FilledCells& filled, Findings& findings)
        : role_(role), layer_name_(layer_name), layer_(layer), matched_(matched), filled_(filled), findings_(findings)
    {
    }

    void note()
    {
        note_constant_ids();
        note_years();
        note_grades();
        note_repeated_headings();
        note_merged_cells();
        note_rounded_pupils();
        note_money_units();
        note_zeros("enrol_");
        note_zeros("classes_");
        note_zeros("capacity_");
    }

private:
    void add(IssueCode code, std::vector<words::Value> values) { findings_.push_back({code, layer_name_, "", {}, std::move(values)}); }

    const std::string& heading(std::size_t column) const { return layer_.columns[column]; }

    void note_constant_ids()
    {
        const auto taken = matched_.position_of.find("id");
        for (const std::size_t column : matched_.constant_ids) {
            const std::optional<std::string>& value = layer_.features.front().values[column];
            if (value && !value->empty()) {
                add(IssueCode::id_column_constant,
                    {heading(column), *value, layer_.features.size(), taken == matched_.position_of.end() ? "#" : heading(taken->second)});
            }
        }
    }

    void note_years()
    {
        std::vector<std::string> taken;
        std::vector<std::string> others;
        for (const auto& [ours, year] : matched_.years) {
            taken.push_back(heading(matched_.position_of.at(ours)));
            others.insert(others.end(), year.others.begin(), year.others.end());
        }
        if (!taken.empty()) {
            add(IssueCode::latest_year_taken,
                {matched_.years.begin()->second.year, words::joined_first(taken, most_shown), words::joined_first(others, most_shown)});
        }
    }

    void note_grades()
    {
        for (const auto& [ours, columns] : matched_.grades) {
            std::vector<std::string> headings;
            for (const std::size_t column : columns) {
                headings.push_back(heading(column));
            }
            add(IssueCode::grades_summed, {ours, words::joined(headings)});
        }
    }

    /// A heading that stands there again is called `NAME_2` by the reader of tables, and nothing reads it.
    void note_repeated_headings()
    {
        if (!layer_.table) {
            return;
        }
        std::vector<std::string> repeated;
        for (const std::string& again : layer_.table->repeated_headings) {
            const auto is_it = [&](const auto& match) { return heading(match.second) == again; };
            if (std::any_of(matched_.position_of.begin(), matched_.position_of.end(), is_it)) {
                repeated.push_back(again);
            }
        }
        if (!repeated.empty()) {
            add(IssueCode::heading_repeated, {words::joined_first(repeated, most_shown)});
        }
    }

    /// Id and name in one, for they are of one school; every other column by itself.
    void note_merged_cells()
    {
        std::set<std::size_t> of_schools;
        for (const auto& [ours, cells] : filled_) {
            std::set<std::size_t> rows;
            for (const FilledCell& cell : cells) {
                rows.insert(cell.row);
            }
            if (is_naming(ours)) {
                of_schools.merge(rows);
            } else {
                add(IssueCode::column_merged, {rows.size(), heading(matched_.position_of.at(ours)), listed(rows)});
            }
        }
        if (!of_schools.empty()) {
            add(IssueCode::cells_merged, {of_schools.size(), listed(of_schools)});
        }
    }

    std::string listed(const std::set<std::size_t>& rows) const
    {
        std::vector<std::string> texts;
        for (const std::size_t row : rows) {
            texts.push_back("#" + std::to_string(layer_.features[row].row));
        }
        return words::joined_first(std::move(texts), most_shown);
    }

    bool has_pupils() const { return role_ == Role::schools || role_ == Role::enrolment; }

    void note_rounded_pupils()
    {
        std::vector<std::string> rounded;
        for (const auto& [ours, column] : matched_.position_of) {
            for (std::size_t row = 0; has_pupils() && ours.starts_with("enrol_") && row < layer_.features.size(); ++row) {
                const std::optional<std::string>& text = layer_.features[row].values[column];
                if (pupil_number_of(text).is_rounded) {
                    rounded.push_back("'" + *text + "'");
                }
            }
        }
        if (!rounded.empty()) {
            const std::size_t count = rounded.size();
            add(IssueCode::pupils_rounded, {count, words::joined_first(std::move(rounded), most_shown)});
        }
    }

    /// Money in units of 10,000 yuan, as statistics have it.
    void note_money_units()
    {
        for (const auto& [ours, column] : matched_.position_of) {
            const auto by_user = matched_.yuan_per_unit.find(ours);
            const double yuan = by_user != matched_.yuan_per_unit.end() ? by_user->second : yuan_per_unit_of_heading(heading(column));
            if (yuan != 1.0) {
                add(IssueCode::money_unit_taken, {heading(column), yuan, ours});
            }
        }
    }

    /// Where every column of a kind is 0 in every row nobody counted.
    void note_zeros(std::string_view prefix)
    {
        std::vector<std::string> headings;
        bool all_zero = has_pupils() && layer_.features.size() > 1;
        for (const auto& [ours, column] : matched_.position_of) {
            if (ours.starts_with(prefix)) {
                headings.push_back(heading(column));
                all_zero = all_zero && is_zero_throughout(column);
            }
        }
        if (all_zero && !headings.empty()) {
            add(IssueCode::column_all_zero, {words::joined(headings), layer_.features.size()});
        }
    }

    bool is_zero_throughout(std::size_t column) const
    {
        return std::all_of(layer_.features.begin(), layer_.features.end(),
                           [column](const gis::VectorFeature& row) { return real_of(row.values[column]).value == 0.0; });
    }

    Role role_;
    const std::string& layer_name_;
    const gis::VectorLayer& layer_;
    const MatchedColumns& matched_;
    const FilledCells& filled_;
    Findings& findings_;
};

} // namespace

void note_columns(Role role, const std::string& layer_name, const gis::VectorLayer& layer, const MatchedColumns& matched,
                  const FilledCells& filled, Findings& findings)
{
    ColumnNotes(role, layer_name, layer, matched, filled, findings).note();
}

} // namespace fieldgap
