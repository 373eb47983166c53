#include "layers/crs/street_fit.hpp"

#include "gis/geometry/middle.hpp"
#include "layers/crs/fit_relation.hpp"
#include "layers/crs/street_lines.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

constexpr std::array datums = {gis::WebDatum::none, gis::WebDatum::gcj02, gis::WebDatum::bd09};
constexpr std::size_t most_tested = 300; ///< of a layer
constexpr double farthest_m = 1500.0;
constexpr double same_m = 5.0;
constexpr double chance_of_other_log = -9.2;    // ln of 1e-4
constexpr double chance_of_declared_log = -6.9; // ln of 1e-3
constexpr std::array<gis::Point, 8> control_moves_m = {
    {{700, 0}, {0, 1500}, {-700, 0}, {0, -1500}, {1060, 1060}, {-495, 495}, {-1060, -1060}, {495, -495}}};

/// How badly each feature lies: metres to the nearest street, or metres of street across it; the same features whatever the move.
struct Lies
{
    std::vector<double> of_points_m;
    std::vector<double> of_grounds_m;
};

struct Count
{
    std::size_t better = 0;
    std::size_t worse = 0;

    double net() const { return static_cast<double>(better) - static_cast<double>(worse); }

    /// Chernoff's bound on as many being better where better and worse are equally likely.
    double chance_log() const
    {
        const double all = static_cast<double>(better + worse);
        const double rate = all > 0.0 ? static_cast<double>(better) / all : 0.0;
        const double rest = rate < 1.0 ? (1.0 - rate) * std::log(2.0 * (1.0 - rate)) : 0.0;
        return rate <= 0.5 ? 0.0 : -all * (rate * std::log(2.0 * rate) + rest);
    }
};

void count(const std::vector<double>& then, const std::vector<double>& before, Count& sum)
{
    for (std::size_t i = 0; i < then.size(); ++i) {
        sum.better += then[i] < before[i] - same_m ? 1U : 0U;
        sum.worse += then[i] > before[i] + same_m ? 1U : 0U;
    }
}

Count compared(const Lies& then, const Lies& before)
{
    Count sum;
    count(then.of_points_m, before.of_points_m, sum);
    count(then.of_grounds_m, before.of_grounds_m, sum);
    return sum;
}

FitLayer some_of(const FitLayer& layer)
{
    FitLayer some{layer.role, layer.reading, layer.alternatives, {}};
    const std::size_t step = layer.features.size() / most_tested + 1;
    for (std::size_t i = 0; i < layer.features.size(); i += step) {
        some.features.push_back(layer.features[i]);
    }
    return some;
}

/// Those that may be in another datum, all with that of the first.
std::vector<FitLayer> movable(const std::vector<FitLayer>& layers)
{
    std::vector<FitLayer> list;
    for (const FitLayer& layer : layers) {
        const bool may_move = std::any_of(layer.alternatives.begin(), layer.alternatives.end(), [&](const gis::SourceCrs& other) {
            return other.crs == layer.reading.crs && other.datum != layer.reading.datum;
        });
        if (may_move && !layer.features.empty() && layer.role != Role::districts &&
            (list.empty() || list.front().reading.datum == layer.reading.datum)) {
            list.push_back(some_of(layer));
        }
    }
    return list;
}

class StreetTest
{
public:
    StreetTest(const std::vector<FitLayer>& layers, const gis::MultiLine& streets)
        : layers_(movable(layers)), plane_(fit_centre(layers_)), streets_(std::get<gis::MultiLine>(plane_.to_plane(gis::Geometry(streets))))
    {
    }

    bool has_nothing() const { return layers_.empty(); }
    gis::WebDatum declared() const { return layers_.front().reading.datum; }

    Lies lies_of(gis::WebDatum datum, const gis::Point& move_m = {}) const
    {
        Lies lies;
        for (const FitLayer& layer : layers_) {
            gis::SourceCrs reading = layer.reading;
            reading.datum = datum;
            const PlacedFeatures placed = moved_by(placed_features(layer, reading, plane_), move_m);
            for (std::size_t i = 0; i < placed.at.size(); ++i) {
                if (!placed.ground[i].empty()) {
                    lies.of_grounds_m.push_back(streets_.inside_m(placed.ground[i]));
                } else if (std::holds_alternative<gis::Point>(layer.features[i].degrees)) {
                    lies.of_points_m.push_back(placed.at[i] ? streets_.nearest_m(*placed.at[i], farthest_m) : farthest_m);
                }
            }
        }
        return lies;
    }

private:
    std::vector<FitLayer> layers_;
    gis::CityPlane plane_;
    StreetLines streets_;
};

/// True where hardly a move at random does half as well as the datum does; one may chance to be nearly the same move.
bool beats_moves_at_random(const StreetTest& test, const Lies& declared, const Count& gained)
{
    return std::count_if(control_moves_m.begin(), control_moves_m.end(), [&](const gis::Point& move) {
               return 2.0 * compared(test.lies_of(test.declared(), move), declared).net() >= gained.net();
           }) <= 1;
}

} // namespace

StreetFit fit_to_streets(const std::vector<FitLayer>& layers, const gis::MultiLine& streets)
{
    StreetFit fit;
    const StreetTest test(layers, streets);
    if (test.has_nothing() || streets.empty()) {
        return fit;
    }
    fit.declared = test.declared();
    const Lies declared = test.lies_of(test.declared());
    std::optional<gis::WebDatum> best;
    Count most;
    bool is_declared_best = true;
    for (const gis::WebDatum datum : datums) {
        const auto at = static_cast<std::size_t>(datum);
        const Lies then = test.lies_of(datum);
        const Count gained = compared(then, declared);
        fit.median_m[at] = then.of_points_m.empty() ? 0.0 : gis::median(then.of_points_m);
        fit.better[at] = gained.better;
        fit.worse[at] = gained.worse;
        if (datum != test.declared()) {
            is_declared_best = is_declared_best && compared(declared, then).chance_log() < chance_of_declared_log;
            if (gained.net() > most.net()) {
                best = datum;
                most = gained;
            }
        }
    }
    fit.points = declared.of_points_m.size();
    if (is_declared_best) {
        fit.datum = test.declared();
    } else if (best && most.chance_log() < chance_of_other_log && beats_moves_at_random(test, declared, most)) {
        fit.datum = best;
    }
    return fit;
}

} // namespace fieldgap
