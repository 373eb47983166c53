#include "layers/result/result_sites.hpp"

#include "layers/result/estate_shape.hpp"
#include "layers/result/school_columns.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

void write_sites(gis::GeoPackage& file, const std::vector<SiteOut>& rows)
{
    LayerWriter<SiteOut> layer(file, "sites", gis::LayerGeometry::multi_polygon, words::translate(words::Text::layer_sites),
                               site_columns());
    for (const SiteOut& row : rows) {
        layer.add(shape_of(row), row);
    }
}

struct LinkOut
{
    const SiteOut& site;
    const SiteLink& link;
};

std::vector<LayerColumn<LinkOut>> link_columns()
{
    return {
        {"estate_id", ColumnType::text, [](const LinkOut& row) { return text_cell(row.site.id); }},
        {"school_id", ColumnType::text,
         [](const LinkOut& row) { return text_cell(row.site.view.city.city.schools[index(row.link.school)].id); }},
        {"stage", ColumnType::text, [](const LinkOut& row) { return text_cell(name_of(row.link.stage)); }},
        {"pupils", ColumnType::real, [](const LinkOut& row) { return Cell(row.link.pupils.pupils()); }},
        {"walk_m", ColumnType::real, [](const LinkOut& row) { return rounded(row.link.walk.walk_m, walk_step); }},
        {"walk_s", ColumnType::real, [](const LinkOut& row) { return rounded(row.link.walk.walk_s, walk_step); }},
    };
}

void write_site_links(gis::GeoPackage& file, const std::vector<SiteOut>& rows)
{
    LayerWriter<LinkOut> layer(file, "site_links", gis::LayerGeometry::line, words::translate(words::Text::layer_site_links),
                               link_columns());
    for (const SiteOut& row : rows) {
        for (const SiteLink& link : row.screened.links) {
            layer.add(route_of(row.view, link), {row, link});
        }
    }
}

struct AffectedRow
{
    const std::string& estate_id;
    const SchoolRow& before;
    const SchoolRow& after;
};

/// Numbers and states; ids and sources of numbers are no figures. A planned school without pupils has no status yet.
bool is_figure(const LayerColumn<SchoolRow>& column)
{
    return column.type != ColumnType::text || column.name.starts_with("status");
}

Cell figure_of(const LayerColumn<SchoolRow>& column, const SchoolRow& row)
{
    return row.is_branch() && column.type == ColumnType::text ? Cell() : column.value(row);
}

std::vector<LayerColumn<AffectedRow>> affected_columns()
{
    std::vector<LayerColumn<AffectedRow>> all = {
        {"estate_id", ColumnType::text, [](const AffectedRow& row) { return text_cell(row.estate_id); }},
        {"school_id", ColumnType::text, [](const AffectedRow& row) { return text_cell(row.before.school().id); }},
    };
    for (const LayerColumn<SchoolRow>& column : figure_columns(ColumnType::real)) {
        if (is_figure(column)) {
            all.push_back(
                {column.name + "_before", column.type, [column](const AffectedRow& row) { return figure_of(column, row.before); }});
            all.push_back({column.name + "_after", column.type, [column](const AffectedRow& row) { return figure_of(column, row.after); }});
        }
    }
    return all;
}

/// Absent where no stage has any.
std::optional<double> all_pupils(const PerStage<std::optional<double>>& pupils)
{
    std::optional<double> sum;
    for (const Stage stage : all_stages) {
        if (pupils[stage]) {
            sum = sum.value_or(0.0) + *pupils[stage];
        }
    }
    return sum;
}

SchoolRow row_of(const ResultView& view, SchoolIndex school, const SchoolState& state, const Neighbours& neighbours)
{
    const Results& results = view.results;
    const std::size_t s = index(school);
    const std::optional<double> sum = all_pupils(state.pupils);
    return {view,
            s,
            results.enrolled[s],
            state.pupils,
            sum,
            results.supplies[s],
            state.assessment,
            state.school_allocation,
            neighbours,
            sum ? school_size(view.city, results.owns, school, state.pupils, view.settings.limits) : SchoolSize()};
}

void write_schools_affected(gis::GeoPackage& file, const ScreenView& view, const std::vector<SiteOut>& rows)
{
    LayerWriter<AffectedRow> layer(file, "schools_affected", gis::LayerGeometry::point,
                                   words::translate(words::Text::layer_schools_affected), affected_columns());
    const std::vector<Neighbours> neighbours = neighbours_of(view.city);
    for (const SiteOut& row : rows) {
        for (const AffectedSchool& one : row.screened.affected) {
            const Neighbours& near = neighbours[index(one.school)];
            const SchoolRow before = row_of(view.city, one.school, one.before, near);
            const SchoolRow after = row_of(view.city, one.school, one.after, near);
            layer.add(map_point(view.city.city, view.city.results.owns, index(one.school)), {row.id, before, after});
        }
    }
}

} // namespace

gis::Geometry shape_of(const SiteOut& row)
{
    return row.site == nullptr ? gis::Geometry() : shape_of_estate(*row.site);
}

gis::Geometry route_of(const ScreenView& view, const SiteLink& link)
{
    if (link.walk.walk == without_route) {
        return {};
    }
    return gis::MultiLine{route_of(view.city.analysed(), view.screening.walks, link.walk)};
}

void write_screening(gis::GeoPackage& file, const ScreenView& view)
{
    const std::vector<SiteOut> rows = site_rows(view);
    write_sites(file, rows);
    write_site_links(file, rows);
    write_schools_affected(file, view, rows);
}

} // namespace fieldgap
