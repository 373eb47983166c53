#include "layers/result/result_grounds.hpp"

#include "domain/ground/field_shares.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

struct CampusRow
{
    const ResultView& view;
    const Campus& campus;
    std::optional<std::size_t> school; ///< its main school

    const Assessment* state() const
    {
        const bool has = school && view.results.assessments[*school].has_figures();
        return has ? &view.results.assessments[*school] : nullptr;
    }
};

Cell campus_status(const CampusRow& row)
{
    const bool is_open = row.school && row.view.city.schools[*row.school].phase == SchoolPhase::open;
    return is_open ? text_cell(name_of(row.view.results.assessments[*row.school].status)) : Cell();
}

Cell campus_per_student(const CampusRow& row, bool after)
{
    if (row.state() == nullptr) {
        return {};
    }
    const auto pupils = static_cast<double>(row.view.results.enrolled[*row.school].total().value_or(0));
    const ExactArea ground = after ? ground_after(*row.state(), row.view.results.allocation.of_school[*row.school]) : row.state()->own;
    return rounded(ground.square_metres() / pupils, ratio_step);
}

std::vector<LayerColumn<CampusRow>> campus_columns()
{
    return {
        {"campus_id", ColumnType::text, [](const CampusRow& row) { return text_cell(row.campus.id); }},
        {"school_id", ColumnType::text,
         [](const CampusRow& row) { return row.school ? text_cell(row.view.city.schools[*row.school].id) : Cell(); }},
        {"name", ColumnType::text, [](const CampusRow& row) { return text_or_null(row.campus.name); }},
        {"campus_m2", ColumnType::real,
         [](const CampusRow& row) { return rounded(gis::area(row.campus.ground).square_metres(), area_step_m2); }},
        {"status", ColumnType::text, campus_status},
        {"gap_m2", ColumnType::real, [](const CampusRow& row) { return row.state() != nullptr ? cell(row.state()->gap) : Cell(); }},
        {"residual_m2", ColumnType::real,
         [](const CampusRow& row) {
             return row.state() != nullptr ? cell(row.state()->gap - row.view.results.allocation.of_school[*row.school].received())
                                           : Cell();
         }},
        {"per_student_m2", ColumnType::real, [](const CampusRow& row) { return campus_per_student(row, false); }},
        {"per_student_after_m2", ColumnType::real, [](const CampusRow& row) { return campus_per_student(row, true); }},
    };
}

/// Main schools on a campus, each once.
std::vector<std::size_t> mains_on(const Ownership& owns, std::size_t campus)
{
    std::vector<std::size_t> mains;
    for (const SchoolIndex school : owns.schools_of_campus[campus]) {
        mains.push_back(index(owns.main_of[index(school)]));
    }
    std::sort(mains.begin(), mains.end());
    mains.erase(std::unique(mains.begin(), mains.end()), mains.end());
    return mains;
}

} // namespace

void write_campuses(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<CampusRow> layer(file, "campuses", gis::LayerGeometry::multi_polygon, words::translate(words::Text::layer_campuses),
                                 campus_columns());
    for (std::size_t c = 0; c < view.city.campuses.size(); ++c) {
        const Campus& campus = view.city.campuses[c];
        const auto mains = mains_on(view.results.owns, c);
        for (const std::size_t main : mains) {
            layer.add(campus.ground, {view, campus, main});
        }
        if (mains.empty()) {
            layer.add(campus.ground, {view, campus, std::nullopt});
        }
    }
}

namespace {

struct FieldRow
{
    const Field& field;
    const School* school;
    double counted_m2;
    double drawn_m2;
    unsigned notes;
    bool official_instead;
};

std::string notes_of(const FieldRow& row)
{
    struct Note
    {
        bool holds;
        words::Text text;
    };
    const std::array<Note, 6> all = {{
        {(row.notes & note_clipped) != 0, words::Text::note_clipped},
        {(row.notes & note_off_campus) != 0, words::Text::note_off_campus},
        {(row.notes & note_overlap) != 0, words::Text::note_overlap},
        {(row.notes & note_no_ground) != 0, words::Text::note_no_ground},
        {(row.notes & note_nobody) != 0, words::Text::note_nobody},
        {row.official_instead, words::Text::note_official},
    }};
    std::string list;
    for (const Note& note : all) {
        if (note.holds) {
            const std::string words_of_note = words::translate(note.text);
            list = list.empty() ? words_of_note : words::translate(words::Text::list_join, {list, words_of_note});
        }
    }
    return list;
}

std::vector<LayerColumn<FieldRow>> field_columns()
{
    return {
        {"field_id", ColumnType::text, [](const FieldRow& row) { return text_cell(row.field.id); }},
        {"school_id", ColumnType::text, [](const FieldRow& row) { return row.school != nullptr ? text_cell(row.school->id) : Cell(); }},
        {"kind", ColumnType::text, [](const FieldRow& row) { return text_cell(name_of(row.field.kind)); }},
        {"surface", ColumnType::text, [](const FieldRow& row) { return text_or_null(row.field.surface); }},
        {"rural", ColumnType::boolean, [](const FieldRow& row) { return row.school != nullptr ? cell(row.school->rural) : Cell(); }},
        {"counted_m2", ColumnType::real, [](const FieldRow& row) { return rounded(row.counted_m2, area_step_m2); }},
        {"drawn_m2", ColumnType::real, [](const FieldRow& row) { return rounded(row.drawn_m2, area_step_m2); }},
        {"note", ColumnType::text, [](const FieldRow& row) { return text_or_null(notes_of(row)); }},
    };
}

bool has_official(const School& school, FieldKind kind)
{
    return kind == FieldKind::outdoor  ? school.outdoor_m2.has_value()
           : kind == FieldKind::indoor ? school.indoor_m2.has_value()
                                       : school.special_m2.has_value();
}

FieldRow field_row(const ResultView& view, std::size_t f, const FieldShare& share)
{
    const Field& field = view.city.fields[f];
    const CountedField& counted = view.results.drawn.of_field[f];
    const School* row_school = share.school ? &view.city.schools[index(*share.school)] : nullptr;
    const School* main = share.school ? &view.city.schools[index(view.results.owns.main_of[index(*share.school)])] : nullptr;
    const bool official =
        row_school != nullptr && view.settings.standard.area_source == AreaSource::official && has_official(*row_school, field.kind);
    return {field, main, share.counted_m2, counted.drawn_m2, counted.notes, official};
}

} // namespace

void write_fields(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<FieldRow> layer(file, "fields", gis::LayerGeometry::multi_polygon, words::translate(words::Text::layer_fields),
                                field_columns());
    for (std::size_t f = 0; f < view.city.fields.size(); ++f) {
        for (const FieldShare& share : shares_of_field(view.city, view.results.owns, view.results.drawn, view.results.shares, f)) {
            layer.add(view.city.fields[f].ground, field_row(view, f, share));
        }
    }
}

namespace {

struct VenueRow
{
    const ResultView& view;
    std::size_t position;
    std::int64_t schools_in_reach;

    const Venue& venue() const { return view.city.venues[position]; }
    const std::optional<ExactArea>& area() const { return view.results.venue_grounds[position].area; }
    ExactArea rented() const { return view.results.allocation.rented[position]; }
};

std::vector<LayerColumn<VenueRow>> venue_columns()
{
    return {
        {"venue_id", ColumnType::text, [](const VenueRow& row) { return text_cell(row.venue().id); }},
        {"name", ColumnType::text, [](const VenueRow& row) { return text_or_null(row.venue().name); }},
        {"kind", ColumnType::text, [](const VenueRow& row) { return text_or_null(row.venue().kind); }},
        {"area_m2", ColumnType::real, [](const VenueRow& row) { return row.area() ? cell(*row.area()) : Cell(); }},
        {"schools_in_reach", ColumnType::integer,
         [](const VenueRow& row) { return row.view.walking.streets != nullptr ? Cell(row.schools_in_reach) : Cell(); }},
        {"rented_m2", ColumnType::real, [](const VenueRow& row) { return row.area() ? cell(row.rented()) : Cell(); }},
        {"left_m2", ColumnType::real, [](const VenueRow& row) { return row.area() ? cell(*row.area() - row.rented()) : Cell(); }},
        {"shadow_m2", ColumnType::real,
         [](const VenueRow& row) { return Cell(row.view.proof->scarcity.venue_shadow[row.position] != 0 ? 1.0 : 0.0); }},
        {"entry_source", ColumnType::text,
         [](const VenueRow& row) { return text_cell(name_of(row.view.results.reach.entries.of_venue[row.position].source)); }},
        {"price_per_m2", ColumnType::real,
         [](const VenueRow& row) { return row.venue().price_per_m2 ? Cell(*row.venue().price_per_m2) : Cell(); }},
        {"rentable", ColumnType::boolean, [](const VenueRow& row) { return Cell(row.venue().rentable); }},
    };
}

} // namespace

void write_venues(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<VenueRow> layer(file, "venues", gis::LayerGeometry::point, words::translate(words::Text::layer_venues), venue_columns());
    std::vector<std::int64_t> schools_in_reach(view.city.venues.size());
    for (const ReachedPair& pair : view.results.reach.rent.pairs) {
        ++schools_in_reach[pair.giver];
    }
    for (std::size_t v = 0; v < view.city.venues.size(); ++v) {
        if (view.results.venue_grounds[v].is_venue) {
            layer.add(view.city.venues[v].at, {view, v, schools_in_reach[v]});
        }
    }
}

} // namespace fieldgap
