#include "layers/result/result_venue_options.hpp"

#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::ColumnType;

struct PlaceRow
{
    const Venue& place;
    const VenueOption& option;
};

std::vector<LayerColumn<PlaceRow>> place_columns()
{
    return {
        {"candidate_id", ColumnType::text, [](const PlaceRow& row) { return text_cell(row.place.id); }},
        {"chosen", ColumnType::boolean, [](const PlaceRow& row) { return gis::Cell(row.option.rank.has_value()); }},
        {"rank", ColumnType::integer, [](const PlaceRow& row) { return cell(row.option.rank); }},
        {"gain_m2", ColumnType::real, [](const PlaceRow& row) { return cell(row.option.gain); }},
        {"joint_gain_m2", ColumnType::real,
         [](const PlaceRow& row) { return row.option.joint_gain ? cell(*row.option.joint_gain) : gis::Cell(); }},
        {"schools", ColumnType::integer, [](const PlaceRow& row) { return gis::Cell(row.option.schools); }},
    };
}

} // namespace

void write_venue_options(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<PlaceRow> layer(file, "venue_options", gis::LayerGeometry::point, words::translate(words::Text::layer_venue_options),
                                place_columns());
    for (std::size_t i = 0; i < view.venue_options.places.size(); ++i) {
        const Venue& place = view.city.new_venues[i];
        layer.add(place.at, {place, view.venue_options.places[i]});
    }
}

} // namespace fieldgap
