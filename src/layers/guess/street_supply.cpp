#include "layers/guess/street_supply.hpp"

#include "gis/geometry/geodesic.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/network/point_grid.hpp"
#include "gis/sight/nearest_on_segment.hpp"
#include "gis/streets/foot_access.hpp"
#include "layers/columns/columns.hpp"
#include "layers/guess/rough_metres.hpp"
#include "layers/text/road_class.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace fieldgap {
namespace {

constexpr double near_m = 100.0; // the default of [walk] snap_m
constexpr double around_m = 2000.0;

double middle_latitude(std::span<const gis::Point> schools)
{
    std::vector<double> latitudes;
    for (const gis::Point& school : schools) {
        latitudes.push_back(school.y);
    }
    return latitudes.empty() ? 0.0 : std::clamp(gis::median(std::move(latitudes)), -80.0, 80.0);
}

/// Segments held against the schools, one after another.
class SupplyCount
{
public:
    explicit SupplyCount(std::span<const gis::Point> schools)
        : metres_(middle_latitude(schools)), schools_(in_metres(schools)), is_near_(schools.size()), grid_(schools_, near_m, near_m)
    {
        for (const gis::Point& school : schools_) {
            extent_.add(school);
        }
        extent_ = extent_.widened(around_m);
    }

    void add(const gis::Point& from, const gis::Point& to)
    {
        const gis::Point a = metres_(from);
        const gis::Point b = metres_(to);
        gis::Box box;
        box.add(a);
        box.add(b);
        if (!schools_.empty() && !extent_.meets(box)) {
            return;
        }
        const double length_m = gis::geodesic_length_m(from, to);
        supply_.km += std::isfinite(length_m) ? length_m / 1000.0 : 0.0;
        grid_.near(a, b, [&](std::uint32_t school) {
            is_near_[school] = is_near_[school] || gis::nearest_on_segment(schools_[school], a, b).squared_m2 <= near_m * near_m;
        });
    }

    StreetSupply supply() const
    {
        StreetSupply supply = supply_;
        supply.schools = schools_.size();
        supply.schools_near = static_cast<std::size_t>(std::count(is_near_.begin(), is_near_.end(), true));
        return supply;
    }

private:
    std::vector<gis::Point> in_metres(std::span<const gis::Point> degrees) const
    {
        std::vector<gis::Point> metres;
        for (const gis::Point& point : degrees) {
            metres.push_back(metres_(point));
        }
        return metres;
    }

    RoughMetres metres_;
    std::vector<gis::Point> schools_;
    std::vector<bool> is_near_;
    gis::PointGrid grid_;
    gis::Box extent_;
    StreetSupply supply_;
};

bool is_walked(const std::string& cell)
{
    const std::vector<RoadClass> classes = road_classes_of(cell);
    return classes.empty() || std::any_of(classes.begin(), classes.end(), [](const RoadClass& one) {
               const gis::StreetTag tag{"highway", one.known ? std::string_view(*one.known) : ""};
               return gis::foot_access({&tag, 1}, {}) == gis::FootAccess::walked;
           });
}

} // namespace

std::string StreetSupply::text() const
{
    return schools == 0 ? words::translate(words::Text::init_street_km, {km})
                        : words::translate(words::Text::init_street_supply, {km, schools_near, schools});
}

std::vector<bool> plausible_ones(std::span<const StreetSupply> supplies)
{
    std::size_t most_near = 0;
    for (const StreetSupply& one : supplies) {
        most_near = std::max(most_near, one.schools_near);
    }
    const auto is_near = [most_near](const StreetSupply& one) { return one.schools_near * 2 > most_near || most_near == 0; };
    double most_km = 0.0;
    for (const StreetSupply& one : supplies) {
        most_km = is_near(one) ? std::max(most_km, one.km) : most_km;
    }
    std::vector<bool> plausible;
    for (const StreetSupply& one : supplies) {
        plausible.push_back(is_near(one) && (one.km * 2.0 > most_km || most_km == 0.0));
    }
    return plausible;
}

StreetSupply supply_of(const gis::VectorLayer& layer, std::span<const gis::Point> schools)
{
    const auto matched = matched_columns(Role::network, layer.columns, {}).position_of;
    const auto by_class = matched.find("highway");
    const auto column = by_class != matched.end() ? by_class : matched.find("technical_grade");
    std::unordered_map<std::string, bool> walked;
    SupplyCount count(schools);
    for (const gis::VectorFeature& row : layer.features) {
        const auto* lines = std::get_if<gis::MultiLine>(&row.geometry);
        const std::string cell = column == matched.end() ? "" : row.values[column->second].value_or("");
        const auto known = walked.find(cell);
        const bool counts = known != walked.end() ? known->second : walked.emplace(cell, is_walked(cell)).first->second;
        for (const gis::Line& line : lines == nullptr || !counts ? gis::MultiLine() : *lines) {
            for (std::size_t i = 1; i < line.size(); ++i) {
                count.add(line[i - 1], line[i]);
            }
        }
    }
    return count.supply();
}

StreetSupply supply_of(const gis::Streets& streets, std::span<const gis::Point> schools)
{
    SupplyCount count(schools);
    for (std::size_t line = 0; line < streets.line_count(); ++line) {
        for (std::uint32_t i = streets.first_ref[line]; i + 1 < streets.first_ref[line + 1]; ++i) {
            count.add(streets.node[streets.ref[i]], streets.node[streets.ref[i + 1]]);
        }
    }
    return count.supply();
}

} // namespace fieldgap
