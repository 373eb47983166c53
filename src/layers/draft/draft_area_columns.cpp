#include "layers/draft/draft_area_columns.hpp"

#include "layers/columns/heading.hpp"
#include "layers/guess/area_column.hpp"
#include "layers/text/cell_values.hpp"
#include "words/toml_text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// Of a school; the first two are large enough to tell square metres from other units.
constexpr std::array<std::string_view, 6> school_areas = {"outdoor_m2", "sports_m2",          "indoor_m2",
                                                          "special_m2", "basement_usable_m2", "expand_possible_m2"};
constexpr std::size_t telling_areas = 2;

class AreaColumns
{
public:
    AreaColumns(DraftInput& input, const Candidate& candidate, const LayerFacts& facts, const MatchedColumns& matched)
        : input_(input), candidate_(candidate), facts_(facts), rows_(facts.layer->rows), matched_(matched)
    {
    }

    void draft_venues()
    {
        const auto area = matched_.position_of.find("area_m2");
        if (area == matched_.position_of.end()) {
            return;
        }
        if (const auto unit = unit_of_area_column(facts_, area->second)) {
            write(*unit, area->second);
        } else if (const auto median = median_too_small(areas(area->second), least_venue_m2)) {
            ask("area_m2", area->second, *median);
        }
    }

    /// One question; who filled in one column so did the others.
    void draft_schools()
    {
        bool is_asked = false;
        for (std::size_t i = 0; i < school_areas.size() && (is_asked || i < telling_areas); ++i) {
            const auto column = matched_.position_of.find(school_areas[i]);
            const auto median =
                column == matched_.position_of.end() ? std::nullopt : median_too_small(areas(column->second), least_school_ground_m2);
            if (median && !is_asked) {
                is_asked = ask(column->first, column->second, *median);
            } else if (median) {
                input_.comments.push_back(translate(Text::init_area_as_well, {words::toml_text(heading(column->second))}));
            }
        }
    }

private:
    const std::string& heading(std::size_t column) const { return rows_.columns[column]; }

    std::string with_unit(std::size_t column, const std::string& sign) const
    {
        return words::toml_text(heading(column) + " (" + sign + ")");
    }

    /// As they are read without a word of the user; those of 0 tell nothing.
    std::vector<double> areas(std::size_t column) const
    {
        std::vector<double> figures;
        for (const std::uint32_t row : candidate_.rows) {
            const auto m2 = area_m2_of(rows_.features[row].values[column], m2_per_unit_of_heading(heading(column))).value;
            if (m2.value_or(0.0) > 0.0) {
                figures.push_back(*m2);
            }
        }
        return figures;
    }

    /// Figures that are too coarse to be read give way to the outlines, as do those that no heading can explain.
    void write(const AreaUnit& unit, std::size_t column)
    {
        const std::string name = words::toml_text(heading(column));
        if (unit.is_close && !unit.sign.empty()) {
            put({"area_m2", with_unit(column, unit.sign), translate(Text::init_area_unit, {unit.name, unit.pairs, name}), {}});
        } else {
            input_.comments.push_back(translate(Text::init_area_drawn, {name, unit.name, unit.pairs}));
        }
    }

    bool ask(const std::string& ours, std::size_t column, double median)
    {
        DraftKey question{
            ours, open_question_literal, translate(Text::init_area_doubtful, {words::toml_text(heading(column)), median}), {}};
        for (const LikelyUnit& unit : likely_units(median)) {
            question.choices.push_back(translate(Text::init_area_choice, {with_unit(column, unit.sign), unit.median_m2}));
        }
        return !question.choices.empty() && put(std::move(question));
    }

    /// Which of several columns is meant must be answered first.
    bool put(DraftKey key)
    {
        const auto known =
            std::find_if(input_.columns.begin(), input_.columns.end(), [&](const DraftKey& one) { return one.name == key.name; });
        if (known == input_.columns.end()) {
            input_.columns.push_back(std::move(key));
            return true;
        }
        const bool is_free = !known->is_open();
        if (is_free) {
            *known = std::move(key);
        }
        return is_free;
    }

    DraftInput& input_;
    const Candidate& candidate_;
    const LayerFacts& facts_;
    const gis::VectorLayer& rows_;
    const MatchedColumns& matched_;
};

} // namespace

void draft_area_columns(DraftInput& input, const Candidate& candidate, const LayerFacts& facts, const MatchedColumns& matched)
{
    AreaColumns columns(input, candidate, facts, matched);
    if (candidate.role == Role::venues) {
        columns.draft_venues();
    } else if (candidate.role == Role::schools || candidate.role == Role::enrolment) {
        columns.draft_schools();
    }
}

} // namespace fieldgap
