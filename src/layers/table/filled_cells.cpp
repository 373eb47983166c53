#include "layers/table/filled_cells.hpp"

#include "layers/text/cell_vocabulary.hpp"
#include "words/ascii.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>

namespace fieldgap {
namespace {

constexpr std::array<std::string_view, 2> naming_columns = {"id", "name"};
constexpr std::array<std::string_view, 2> grouping_columns = {"district", "stage"};

/// Counts and areas, which belong to all rows together; not what is the same for each of them, such as a price.
constexpr std::array<std::string_view, 3> figure_prefixes = {"enrol_", "classes_", "capacity_"};
constexpr std::array<std::string_view, 19> figures = {"outdoor_m2",
                                                      "indoor_m2",
                                                      "special_m2",
                                                      "sports_m2",
                                                      "basement_usable_m2",
                                                      "expand_possible_m2",
                                                      "floor_m2",
                                                      "area_m2",
                                                      "pupils_primary",
                                                      "pupils_junior",
                                                      "households",
                                                      "population",
                                                      "m2",
                                                      "primary",
                                                      "junior",
                                                      "teachers_degree",
                                                      "backbone_teachers",
                                                      "arts_sports_teachers",
                                                      "multimedia_rooms"};

bool is_figure(std::string_view ours)
{
    return words::is_one_of(ours, figures) ||
           std::any_of(figure_prefixes.begin(), figure_prefixes.end(), [&](std::string_view prefix) { return ours.starts_with(prefix); });
}

class CellFilling
{
public:
    CellFilling(Role role, const gis::VectorLayer& layer, const MatchedColumns& matched)
        : rows_(layer.features), table_(layer.table ? &*layer.table : nullptr), matched_(matched),
          has_schools_(role == Role::schools || role == Role::enrolment || role == Role::indicators),
          means_whole_by_blank_stage_(role == Role::indicators)
    {
    }

    FilledCells filled()
    {
        if (table_ == nullptr) {
            return {};
        }
        if (table_->merged) {
            fill_merged();
        }
        if (has_schools_ && !table_->merged) {
            fill_groups();
        }
        if (has_schools_) {
            fill_names();
        }
        return std::move(filled_);
    }

private:
    bool is_blank(std::size_t row, std::size_t column) const { return cell_key(rows_[row].values[column]).empty(); }

    bool are_blank(std::size_t row, const std::vector<std::size_t>& columns) const
    {
        return std::all_of(columns.begin(), columns.end(), [&](std::size_t column) { return is_blank(row, column); });
    }

    /// Blank rows are no rows of the layer, and a filter leaves out others.
    std::size_t first_from(std::uint64_t number) const
    {
        const auto at = std::lower_bound(rows_.begin(), rows_.end(), number,
                                         [](const gis::VectorFeature& row, std::uint64_t wanted) { return row.row < wanted; });
        return static_cast<std::size_t>(at - rows_.begin());
    }

    void fill_merged()
    {
        std::map<std::size_t, std::string_view> ours_of;
        for (const auto& [ours, column] : matched_.position_of) {
            if (!is_figure(ours)) {
                ours_of.emplace(column, ours);
            }
        }
        for (const gis::MergedRows& merged : *table_->merged) {
            const auto ours = ours_of.find(merged.column);
            const std::size_t first = first_from(merged.first_row);
            const bool is_there = ours != ours_of.end() && first < rows_.size() && rows_[first].row == merged.first_row;
            if (is_there && !is_blank(first, merged.column)) {
                fill_below(std::string(ours->second), merged, first);
            }
        }
    }

    void fill_below(const std::string& ours, const gis::MergedRows& merged, std::size_t first)
    {
        for (std::size_t row = first + 1; row < rows_.size() && rows_[row].row <= merged.last_row; ++row) {
            if (is_blank(row, merged.column)) {
                filled_[ours].push_back({row, first});
            }
        }
    }

    /// Sorted by district or stage, each of which stands once, above its rows.
    void fill_groups()
    {
        for (const std::string_view ours : grouping_columns) {
            const auto found = matched_.position_of.find(ours);
            const bool may_be_group = ours != "stage" || !means_whole_by_blank_stage_;
            if (may_be_group && found != matched_.position_of.end() && stands_once_each(found->second)) {
                std::size_t from = 0;
                for (std::size_t row = 0; row < rows_.size(); ++row) {
                    from = is_blank(row, found->second) ? from : row;
                    if (from != row) {
                        filled_[std::string(ours)].push_back({row, from});
                    }
                }
            }
        }
    }

    /// Two values at least, none of them twice, the first in the first row, and over most rows blank cells.
    bool stands_once_each(std::size_t column) const
    {
        constexpr std::size_t fewest_rows = 4;
        std::set<std::string> values;
        std::size_t filled = 0;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (!is_blank(row, column)) {
                values.insert(cell_key(rows_[row].values[column]));
                ++filled;
            }
        }
        return rows_.size() >= fewest_rows && !is_blank(0, column) && filled >= 2 && values.size() == filled && 2 * filled <= rows_.size();
    }

    /// A stage, or pupils: what the second row of a school with merged cells has.
    bool has_figures(std::size_t row) const
    {
        const bool has_column = std::any_of(matched_.position_of.begin(), matched_.position_of.end(), [&](const auto& match) {
            return (match.first == "stage" || match.first.starts_with("enrol_")) && !is_blank(row, match.second);
        });
        return has_column || std::any_of(matched_.grades.begin(), matched_.grades.end(),
                                         [&](const auto& stage) { return !are_blank(row, stage.second); });
    }

    /// A row without id and name, but with figures, is of the school above it, merged or not.
    void fill_names()
    {
        std::vector<std::size_t> naming;
        for (const std::string_view ours : naming_columns) {
            if (const auto found = matched_.position_of.find(ours); found != matched_.position_of.end()) {
                naming.push_back(found->second);
            }
        }
        std::set<std::size_t> merged;
        for (const std::string_view ours : naming_columns) {
            for (const FilledCell& cell : cells_of(ours)) {
                merged.insert(cell.row);
            }
        }
        std::optional<std::size_t> school;
        for (std::size_t row = 0; !naming.empty() && row < rows_.size(); ++row) {
            const bool is_named = !are_blank(row, naming);
            // Blank rows between are the end of what was merged.
            const bool is_next = row > 0 && rows_[row].row == rows_[row - 1].row + 1;
            school = is_named ? std::optional(row) : (is_next ? school : std::nullopt);
            if (!is_named && school && !merged.contains(row) && has_figures(row)) {
                fill_name(row, *school);
            }
        }
    }

    void fill_name(std::size_t row, std::size_t school)
    {
        for (const std::string_view ours : naming_columns) {
            if (matched_.position_of.contains(ours)) {
                filled_[std::string(ours)].push_back({row, school});
            }
        }
    }

    std::vector<FilledCell> cells_of(std::string_view ours) const
    {
        const auto found = filled_.find(ours);
        return found == filled_.end() ? std::vector<FilledCell>() : found->second;
    }

    const std::vector<gis::VectorFeature>& rows_;
    const gis::TableReading* table_;
    const MatchedColumns& matched_;
    bool has_schools_;
    bool means_whole_by_blank_stage_; ///< a row without a stage is of the whole school
    FilledCells filled_;
};

} // namespace

FilledCells filled_cells(Role role, const gis::VectorLayer& layer, const MatchedColumns& matched)
{
    return CellFilling(role, layer, matched).filled();
}

bool is_naming(std::string_view ours)
{
    return words::is_one_of(ours, naming_columns);
}

} // namespace fieldgap
