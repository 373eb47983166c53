#include "layers/proof/result_bottlenecks.hpp"

#include "gis/geometry/overlay.hpp"
#include "layers/result/estate_shape.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using gis::ColumnType;

struct BottleneckRow
{
    const ResultView& view;
    const Bottleneck& bottleneck;
};

gis::Cell school_ids(const BottleneckRow& row)
{
    std::string list;
    for (const SchoolIndex school : row.bottleneck.schools) {
        list += (list.empty() ? "" : ";") + row.view.city.schools[index(school)].id;
    }
    return list;
}

std::vector<LayerColumn<BottleneckRow>> bottleneck_columns()
{
    return {
        {"bottleneck_id", ColumnType::text, [](const BottleneckRow& row) { return text_cell(row.bottleneck.id); }},
        {"schools", ColumnType::text, school_ids},
        {"deficit_m2", ColumnType::real, [](const BottleneckRow& row) { return cell(row.bottleneck.deficit); }},
        {"reachable_m2", ColumnType::real, [](const BottleneckRow& row) { return cell(row.bottleneck.reachable); }},
        {"unmet_m2", ColumnType::real, [](const BottleneckRow& row) { return cell(row.bottleneck.unmet()); }},
    };
}

gis::MultiPolygon ground_of(const ResultView& view, const Bottleneck& bottleneck)
{
    std::vector<CampusIndex> campuses; // one may stand on it with another
    std::vector<gis::MultiPolygon> grounds;
    for (const SchoolIndex school : bottleneck.schools) {
        for (const SchoolIndex row : view.results.owns.rows_of_main[index(school)]) {
            const auto& own = view.results.owns.campuses_of_school[index(row)];
            campuses.insert(campuses.end(), own.begin(), own.end());
            if (own.empty()) {
                grounds.push_back(circle_around(view.city.schools[index(row)].at));
            }
        }
    }
    std::sort(campuses.begin(), campuses.end());
    campuses.erase(std::unique(campuses.begin(), campuses.end()), campuses.end());
    for (const CampusIndex campus : campuses) {
        grounds.push_back(view.city.campuses[index(campus)].ground);
    }
    return gis::united(grounds);
}

} // namespace

void for_each_bottleneck(const ResultView& view, const OnBottleneck& visit)
{
    for (const Bottleneck& bottleneck : view.proof->scarcity.bottlenecks) {
        visit(bottleneck, ground_of(view, bottleneck));
    }
}

void write_bottlenecks(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<BottleneckRow> layer(file, "bottlenecks", gis::LayerGeometry::multi_polygon,
                                     words::translate(words::Text::layer_bottlenecks), bottleneck_columns());
    for_each_bottleneck(view, [&](const Bottleneck& one, const gis::MultiPolygon& ground) { layer.add(ground, {view, one}); });
}

} // namespace fieldgap
