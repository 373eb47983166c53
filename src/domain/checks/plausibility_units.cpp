#include "domain/checks/plausibility_units.hpp"

#include "domain/checks/plausibility_bounds.hpp"
#include "domain/city/issue_code.hpp"
#include "gis/geometry/middle.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

namespace bounds = plausible;

struct Unit
{
    const char* name;
    double m2;
};

constexpr Unit square_feet = {"square feet", 1.0 / 10.764};
/// Small areas in large units. What is small against the others is held against these only.
constexpr std::array<Unit, 3> large_units = {{{"mu", 10'000.0 / 15.0}, {"hectares (or wan m2)", 10'000.0}, {"km2", 1'000'000.0}}};

constexpr std::array<const char*, 3> column_names = {"outdoor_m2", "indoor_m2", "special_m2"};

/// One official figure of a column.
struct Figure
{
    std::size_t row = 0;
    double official = 0.0;
    std::optional<double> drawn_m2;   ///< where it is mapped and not zero
    std::optional<double> per_pupil;  ///< official for each pupil of the row
    const Unit* by_drawing = nullptr; ///< the unit that makes it what is drawn
};

/// The standard's own order of magnitude: a median of schools lies within 1.5 and 40 m2 for each pupil.
constexpr double usual_m2_per_pupil = 8.0;
constexpr double usual_factor = 5.0;

const Unit* unit_of_drawing(const Figure& figure)
{
    if (!figure.drawn_m2) {
        return nullptr;
    }
    for (const Unit& unit : large_units) {
        if (bounds::is_near(figure.official * unit.m2, *figure.drawn_m2, bounds::like_the_drawing)) {
            return &unit;
        }
    }
    const bool is_large = figure.per_pupil.value_or(0.0) > bounds::max_m2_per_pupil / 2.0;
    return is_large && bounds::is_near(figure.official * square_feet.m2, *figure.drawn_m2, bounds::like_the_drawing) ? &square_feet
                                                                                                                     : nullptr;
}

/// The unit that brings `value` within a factor of `usual`, the best where several do.
const Unit* unit_by_size(double value, double usual, double factor)
{
    const Unit* best = nullptr;
    const auto distance = [&](const Unit& unit) { return std::max(value * unit.m2 / usual, usual / (value * unit.m2)); };
    for (const Unit& unit : large_units) {
        if (distance(unit) <= factor && (best == nullptr || distance(unit) < distance(*best))) {
            best = &unit;
        }
    }
    return best;
}

std::int64_t pupils_of(const School& school)
{
    std::int64_t sum = 0;
    for (const Stage stage : all_stages) {
        sum += school.pupils[stage].value_or(0);
    }
    return sum;
}

/// One column of official figures.
struct UnitColumn
{
    const MeasuredCity& measured;
    FieldKind kind;
    std::vector<Figure> figures;

    const char* name() const { return column_names[static_cast<std::size_t>(kind)]; }
};

Figure figure_of(const MeasuredCity& measured, FieldKind kind, std::size_t s, double official)
{
    const RowGround row = ground_of_row(measured.owns, measured.drawn, measured.shares, s);
    Figure figure{s, official, {}, {}, nullptr};
    if (is_mapped(measured.city, row) && row.drawn[kind] > 0.0) {
        figure.drawn_m2 = row.drawn[kind];
    }
    if (const auto pupils = pupils_of(measured.city.schools[s]); pupils > 0) {
        figure.per_pupil = official / static_cast<double>(pupils);
    }
    figure.by_drawing = unit_of_drawing(figure);
    return figure;
}

UnitColumn column_of(const MeasuredCity& measured, FieldKind kind)
{
    UnitColumn column{measured, kind, {}};
    for (std::size_t s = 0; s < measured.city.schools.size(); ++s) {
        const School& main = measured.city.schools[index(measured.owns.main_of[s])];
        const auto official = official_m2(measured.city.schools[s], kind);
        if (official && *official > 0.0 && main.phase == SchoolPhase::open) {
            column.figures.push_back(figure_of(measured, kind, s, *official));
        }
    }
    return column;
}

/// Of the figures for each pupil; absent where they are too few to say what is usual.
std::optional<double> median_per_pupil(const std::vector<Figure>& figures)
{
    std::vector<double> per_pupil;
    for (const Figure& figure : figures) {
        if (figure.per_pupil) {
            per_pupil.push_back(*figure.per_pupil);
        }
    }
    return per_pupil.size() >= bounds::min_schools ? std::optional(gis::median(std::move(per_pupil))) : std::nullopt;
}

/// Half of the figures that can be held against a drawing, or the median pupil of the outdoor grounds, name one unit.
const Unit* unit_of_all(const UnitColumn& column, const std::optional<double>& median)
{
    const auto& figures = column.figures;
    const auto drawn = std::count_if(figures.begin(), figures.end(), [](const Figure& figure) { return figure.drawn_m2.has_value(); });
    for (const Unit* unit : {&large_units[0], &large_units[1], &large_units[2], &square_feet}) {
        const auto same = std::count_if(figures.begin(), figures.end(), [unit](const Figure& figure) { return figure.by_drawing == unit; });
        if (static_cast<std::size_t>(drawn) >= bounds::min_schools && 2 * same >= drawn) {
            return unit;
        }
    }
    const bool is_tiny = column.kind == FieldKind::outdoor && median && *median < bounds::min_m2_per_pupil / usual_factor;
    return is_tiny ? unit_by_size(*median, usual_m2_per_pupil, usual_factor) : nullptr;
}

/// Where the official figure is used, the school has `unit` times as much.
WhatIf in_unit(const MeasuredCity& measured, const Figure& figure, const Unit& unit)
{
    const bool is_used = measured.settings.standard.area_source == AreaSource::official;
    return {measured.city.schools[figure.row].id, is_used ? figure.official * (unit.m2 - 1.0) : 0.0, {}};
}

void report_all(const UnitColumn& column, const Unit& unit, Findings& findings)
{
    std::vector<WhatIf> what_if;
    std::vector<double> official;
    for (const Figure& figure : column.figures) {
        what_if.push_back(in_unit(column.measured, figure, unit));
        official.push_back(figure.official);
    }
    findings.push_back({IssueCode::unit_of_column,
                        "schools",
                        "",
                        {},
                        {column.name(), official.size(), gis::median(official), unit.name},
                        std::move(what_if)});
}

void report_one(const UnitColumn& column, const Figure& figure, const std::optional<double>& median, Findings& findings)
{
    const School& school = column.measured.city.schools[figure.row];
    if (const Unit* unit = figure.by_drawing) {
        findings.push_back({IssueCode::unit_mistaken,
                            "schools",
                            school.id,
                            school.at,
                            {column.name(), figure.official, *figure.drawn_m2, unit->name},
                            {in_unit(column.measured, figure, *unit)}});
    } else if (median && figure.per_pupil && !figure.drawn_m2) {
        if (const Unit* by_size = unit_by_size(*figure.per_pupil, *median, bounds::like_the_others)) {
            findings.push_back({IssueCode::unit_unlike_others,
                                "schools",
                                school.id,
                                school.at,
                                {column.name(), figure.official, *figure.per_pupil, *median, by_size->name},
                                {in_unit(column.measured, figure, *by_size)}});
        }
    }
}

} // namespace

void check_units(const MeasuredCity& measured, Findings& findings)
{
    for (const FieldKind kind : all_field_kinds) {
        const UnitColumn column = column_of(measured, kind);
        const auto median = median_per_pupil(column.figures);
        if (const Unit* unit = unit_of_all(column, median)) {
            report_all(column, *unit, findings);
            continue;
        }
        for (const Figure& figure : column.figures) {
            report_one(column, figure, median, findings);
        }
    }
}

} // namespace fieldgap
