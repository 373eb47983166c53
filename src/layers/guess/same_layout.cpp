#include "layers/guess/same_layout.hpp"

#include "layers/columns/columns.hpp"
#include "layers/text/cell_vocabulary.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace fieldgap {
namespace {

constexpr double most_shared = 0.1;

bool have_same_form(const LayerFacts& one, const LayerFacts& other)
{
    const SurveyedLayer& a = *one.layer;
    const SurveyedLayer& b = *other.layer;
    std::vector<std::string> columns = a.rows.columns;
    std::vector<std::string> others = b.rows.columns;
    std::sort(columns.begin(), columns.end());
    std::sort(others.begin(), others.end());
    return a.path != b.path && a.layer == b.layer && columns == others && one.shape == other.shape && a.lacks_crs == b.lacks_crs &&
           a.rows.crs_text == b.rows.crs_text;
}

/// Of the points, or of the first vertex of each polygon.
gis::Box extent_of(const LayerFacts& facts)
{
    gis::Box box;
    for (const gis::VectorFeature& row : facts.layer->rows.features) {
        if (const auto* point = std::get_if<gis::Point>(&row.geometry)) {
            box.add(*point);
        } else if (const auto* ground = std::get_if<gis::MultiPolygon>(&row.geometry); ground != nullptr && !ground->empty()) {
            box.add(ground->front().outer.front());
        }
    }
    return box;
}

bool are_near(const LayerFacts& one, const LayerFacts& other)
{
    constexpr double near_deg = 0.5;
    const gis::Box a = extent_of(one);
    const gis::Box b = extent_of(other);
    return a.is_empty() || b.is_empty() ||
           (a.min_x <= b.max_x + near_deg && b.min_x <= a.max_x + near_deg && a.min_y <= b.max_y + near_deg &&
            b.min_y <= a.max_y + near_deg);
}

/// To some 100 m: one place is not geocoded twice to the same metre.
std::string place_key(const gis::VectorFeature& row)
{
    constexpr double per_degree = 1000.0;
    const auto* point = std::get_if<gis::Point>(&row.geometry);
    return point == nullptr ? ""
                            : std::to_string(std::lround(point->x * per_degree)) + "/" + std::to_string(std::lround(point->y * per_degree));
}

/// What one column says of the rows, blank ones left out.
std::set<std::string> keys_of(const LayerFacts& facts, std::size_t column, bool with_place)
{
    std::set<std::string> keys;
    for (const gis::VectorFeature& row : facts.layer->rows.features) {
        if (const std::string key = cell_key(row.values[column]); !key.empty()) {
            keys.insert(with_place ? key + "@" + place_key(row) : key);
        }
    }
    return keys;
}

bool share_rows(const std::set<std::string>& one, const std::set<std::string>& other)
{
    const auto shared = static_cast<double>(std::count_if(one.begin(), one.end(), [&](const auto& key) { return other.contains(key); }));
    return shared > most_shared * static_cast<double>(std::min(one.size(), other.size()));
}

bool share_rows(Role role, const LayerFacts& one, const LayerFacts& other)
{
    const auto matched = matched_columns(role, one.layer->rows.columns, {}, facts_of_columns(one.layer->rows)).position_of;
    for (const char* const ours : {"id", "name"}) {
        const auto column = matched.find(ours);
        if (column == matched.end()) {
            continue;
        }
        const bool with_place = column->first == "name";
        const std::size_t in_other = *other.layer->rows.column(one.layer->rows.columns[column->second]);
        if (share_rows(keys_of(one, column->second, with_place), keys_of(other, in_other, with_place))) {
            return true;
        }
    }
    return !matched.contains("id") && !matched.contains("name");
}

} // namespace

bool are_parts_of_one(Role role, const LayerFacts& one, const LayerFacts& other)
{
    return have_same_form(one, other) && are_near(one, other) && !share_rows(role, one, other);
}

} // namespace fieldgap
