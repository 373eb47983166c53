#include "layers/crs/street_offset.hpp"

#include "gis/geometry/middle.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace fieldgap {
namespace {

constexpr double cell_m = 10.0;
constexpr int farthest_cells = 200; ///< moves are searched to so many cells each way
constexpr int coarse_cells = 2;     ///< every second cell first
constexpr int near_cells = 20;      ///< where streets that fit better than by chance may fit best
constexpr int control_cells = 40;   ///< between the moves that say how many agree by chance
constexpr double inside_m = 8.0;    ///< nearer to its outline a ground says nothing: streets have a width
constexpr int gate_cells = 2;
constexpr int around_cells = 8; ///< around the best move: those that fit as well
constexpr double farthest_feature_m = 50'000.0;
constexpr std::size_t most_of_a_kind = 300;
constexpr std::size_t least_cells = 4;
constexpr std::size_t least_features = 8;
constexpr double fits_as_declared = 0.75;
constexpr double least_fit_then = 0.8;
constexpr double least_gain = 0.2;
constexpr double independent_moves = 1600.0; ///< of 100 m each
constexpr double most_chance_log = -9.2;     // ln of 1e-4

struct Cell
{
    int column = 0;
    int row = 0;

    friend bool operator==(const Cell&, const Cell&) = default;
};

Cell operator-(const Cell& a, const Cell& b)
{
    return {a.column - b.column, a.row - b.row};
}

int distance_2(const Cell& cell)
{
    return cell.column * cell.column + cell.row * cell.row;
}

/// Cells of one ground, none of which a street should touch, or around one gate, one of which a street should touch.
struct Feature
{
    std::vector<Cell> cells;
    bool wants_street = false;
};

/// Streets as cells.
class StreetCells
{
public:
    StreetCells(const gis::Box& bounds, double margin_m)
        : origin_{bounds.min_x - margin_m, bounds.min_y - margin_m}, columns_(count(bounds.max_x - bounds.min_x + 2.0 * margin_m)),
          rows_(count(bounds.max_y - bounds.min_y + 2.0 * margin_m)),
          has_street_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_))
    {
    }

    Cell cell_of(const gis::Point& at) const
    {
        return {static_cast<int>(std::floor((at.x - origin_.x) / cell_m)), static_cast<int>(std::floor((at.y - origin_.y) / cell_m))};
    }

    gis::Point middle_of(const Cell& cell) const
    {
        return {origin_.x + (cell.column + 0.5) * cell_m, origin_.y + (cell.row + 0.5) * cell_m};
    }

    void add(const gis::Point& a, const gis::Point& b)
    {
        const gis::Box all{origin_.x, origin_.y, origin_.x + columns_ * cell_m, origin_.y + rows_ * cell_m};
        gis::Box box;
        box.add(a);
        box.add(b);
        if (!all.meets(box)) {
            return;
        }
        const auto steps = static_cast<int>(std::min(gis::distance_m(a, b) / (cell_m / 2.0), 1e6)) + 1;
        for (int i = 0; i <= steps; ++i) {
            const double share = static_cast<double>(i) / steps;
            const Cell cell = cell_of({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share});
            if (is_in(cell)) {
                has_street_[at(cell)] = 1;
            }
        }
    }

    bool has_street(const Cell& cell) const { return is_in(cell) && has_street_[at(cell)] != 0; }

private:
    static int count(double metres) { return static_cast<int>(metres / cell_m) + 1; }
    bool is_in(const Cell& cell) const { return cell.column >= 0 && cell.row >= 0 && cell.column < columns_ && cell.row < rows_; }
    std::size_t at(const Cell& cell) const
    {
        return static_cast<std::size_t>(cell.row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(cell.column);
    }

    gis::Point origin_;
    int columns_, rows_;
    std::vector<std::uint8_t> has_street_;
};

/// Every so many, those alone that lie near the middle.
template <class Thing, class BoxOf>
std::vector<const Thing*> some_near(const std::vector<Thing>& things, const gis::Point& middle, const BoxOf& box_of)
{
    std::vector<const Thing*> near;
    for (const Thing& thing : things) {
        const gis::Box box = box_of(thing);
        if (!box.is_empty() && gis::distance_m(gis::middle_of(box), middle) < farthest_feature_m) {
            near.push_back(&thing);
        }
    }
    const std::size_t step = near.size() / most_of_a_kind + 1;
    std::vector<const Thing*> some;
    for (std::size_t i = 0; i < near.size(); i += step) {
        some.push_back(near[i]);
    }
    return some;
}

gis::Box box_at(const gis::Point& point)
{
    return {point.x, point.y, point.x, point.y};
}

/// What is compared, and the streets around it.
class Comparison
{
public:
    Comparison(std::vector<const gis::MultiPolygon*> grounds, std::vector<const gis::Point*> gates, const gis::Box& bounds)
        : streets_(bounds, (farthest_cells + around_cells + gate_cells) * cell_m)
    {
        for (const gis::MultiPolygon* ground : grounds) {
            add_ground(*ground);
        }
        for (const gis::Point* gate : gates) {
            add_gate(*gate);
        }
    }

    void add_roads(const std::vector<std::span<const gis::Point>>& roads)
    {
        for (const std::span<const gis::Point> road : roads) {
            gis::throw_if_interrupted();
            for (std::size_t i = 1; i < road.size(); ++i) {
                streets_.add(road[i - 1], road[i]);
            }
        }
    }

    std::size_t tested() const { return features_.size(); }

    std::size_t agree(const Cell& move) const
    {
        return static_cast<std::size_t>(
            std::count_if(features_.begin(), features_.end(), [&](const Feature& feature) { return agrees(feature, move); }));
    }

private:
    void add_ground(const gis::MultiPolygon& ground)
    {
        Feature feature;
        const gis::Box box = gis::bounds(ground);
        const Cell low = streets_.cell_of({box.min_x, box.min_y});
        const Cell high = streets_.cell_of({box.max_x, box.max_y});
        // A ground of a thousand cells says no more than every so many of them do.
        const int step = std::max(1, std::max(high.column - low.column, high.row - low.row) / 32);
        for (int row = low.row; row <= high.row; row += step) {
            for (int column = low.column; column <= high.column; column += step) {
                const gis::Point at = streets_.middle_of({column, row});
                if (gis::contains(ground, at) && gis::distance_to_outline_m(ground, at) >= inside_m) {
                    feature.cells.push_back({column, row});
                }
            }
        }
        if (feature.cells.size() >= least_cells) {
            features_.push_back(std::move(feature));
        }
    }

    void add_gate(const gis::Point& gate)
    {
        Feature feature;
        feature.wants_street = true;
        const Cell middle = streets_.cell_of(gate);
        for (int row = -gate_cells; row <= gate_cells; ++row) {
            for (int column = -gate_cells; column <= gate_cells; ++column) {
                feature.cells.push_back({middle.column + column, middle.row + row});
            }
        }
        features_.push_back(std::move(feature));
    }

    /// Moving the streets there is moving the feature back.
    bool agrees(const Feature& feature, const Cell& move) const
    {
        const bool meets =
            std::any_of(feature.cells.begin(), feature.cells.end(), [&](const Cell& cell) { return streets_.has_street(cell - move); });
        return meets == feature.wants_street;
    }

    StreetCells streets_;
    std::vector<Feature> features_;
};

/// ln of the chance that of `tested` at least `agree` do, each with the chance `rate` (Chernoff's bound).
double chance_log(std::size_t tested, std::size_t agree, double rate)
{
    const double share = static_cast<double>(agree) / static_cast<double>(tested);
    if (share <= rate) {
        return 0.0;
    }
    const double rest = share < 1.0 ? (1.0 - share) * std::log((1.0 - share) / (1.0 - rate)) : 0.0;
    return -static_cast<double>(tested) * (share * std::log(share / rate) + rest);
}

struct Found
{
    Cell move;
    std::size_t agree = 0;
};

/// All moves of every `step` cells around one, up to `cells` of them each way.
std::vector<Found> searched(const Comparison& comparison, const Cell& around, int cells, int step)
{
    std::vector<Found> moves;
    for (int row = -cells; row <= cells; row += step) {
        gis::throw_if_interrupted();
        for (int column = -cells; column <= cells; column += step) {
            const Cell move{around.column + column, around.row + row};
            moves.push_back({move, comparison.agree(move)});
        }
    }
    return moves;
}

std::size_t mean_agree(const std::vector<Found>& moves)
{
    const auto add = [](std::size_t sum, const Found& one) { return sum + one.agree; };
    return std::accumulate(moves.begin(), moves.end(), std::size_t{0}, add) / moves.size();
}

/// The least move of those that are nearly the best: where blocks are alike the whole city fits itself one block on.
Found least_of_the_best(const std::vector<Found>& moves, std::size_t tested)
{
    std::size_t most = 0;
    for (const Found& one : moves) {
        most = std::max(most, one.agree);
    }
    const std::size_t enough = most - std::min(most, tested / 50);
    Found least{{farthest_cells * 2, 0}, 0};
    for (const Found& one : moves) {
        if (one.agree >= enough && distance_2(one.move) < distance_2(least.move)) {
            least = one;
        }
    }
    return least;
}

/// The middle of the moves around one that fit as well.
gis::Point middle_of_alike(const Comparison& comparison, const Found& best)
{
    gis::Point sum;
    double count = 0.0;
    for (const Found& one : searched(comparison, best.move, around_cells, 1)) {
        if (one.agree >= best.agree) {
            sum = {sum.x + one.move.column * cell_m, sum.y + one.move.row * cell_m};
            count += 1.0;
        }
    }
    return {sum.x / count, sum.y / count};
}

} // namespace

std::optional<StreetOffset> offset_of_streets(const std::vector<gis::MultiPolygon>& grounds, const std::vector<gis::Point>& gates,
                                              const std::vector<std::span<const gis::Point>>& roads)
{
    const auto box_of_ground = [](const gis::MultiPolygon& ground) { return gis::bounds(ground); };
    std::vector<gis::Point> middles;
    for (const gis::MultiPolygon& ground : grounds) {
        if (const gis::Box box = box_of_ground(ground); !box.is_empty()) {
            middles.push_back(gis::middle_of(box));
        }
    }
    if (middles.size() < least_features) {
        return std::nullopt;
    }
    const gis::Point middle = gis::median(middles);
    const auto some_grounds = some_near(grounds, middle, box_of_ground);
    const auto some_gates = some_near(gates, middle, box_at);
    gis::Box bounds;
    std::for_each(some_grounds.begin(), some_grounds.end(), [&](const gis::MultiPolygon* ground) { bounds.add(box_of_ground(*ground)); });
    std::for_each(some_gates.begin(), some_gates.end(), [&](const gis::Point* gate) { bounds.add(*gate); });

    Comparison comparison(some_grounds, some_gates, bounds);
    comparison.add_roads(roads);
    const std::size_t tested = comparison.tested();
    const auto share = [tested](std::size_t agree) { return static_cast<double>(agree) / static_cast<double>(tested); };
    const std::size_t agree_declared = tested > 0 ? comparison.agree({}) : 0;
    if (tested < least_features || share(agree_declared) >= fits_as_declared) {
        return std::nullopt;
    }
    const double rate = share(mean_agree(searched(comparison, {}, farthest_cells, control_cells)));
    const bool is_near = chance_log(tested, agree_declared, rate) < most_chance_log;
    const Found best = least_of_the_best(searched(comparison, {}, is_near ? near_cells : farthest_cells, coarse_cells), tested);
    const bool is_accepted = share(best.agree) >= least_fit_then && share(best.agree) - share(agree_declared) >= least_gain &&
                             chance_log(tested, best.agree, rate) + std::log(independent_moves) < most_chance_log;
    return is_accepted ? std::optional(StreetOffset{middle_of_alike(comparison, best), tested, agree_declared, best.agree}) : std::nullopt;
}

} // namespace fieldgap
