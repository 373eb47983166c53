#include "layers/crs/layer_fit.hpp"

#include "layers/crs/fit_relation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fieldgap {
namespace {

constexpr std::size_t least_gained = 4;
constexpr double largest_chance_log = -13.8; // ln of 1e-6
constexpr double least_chance = 0.02;
constexpr std::array<gis::Point, 8> control_moves_m = {
    {{700, 0}, {0, 1500}, {-700, 0}, {0, -1500}, {1060, 1060}, {-495, 495}, {-1060, -1060}, {495, -495}}};

/// What a reading of one layer does to its agreement with the others.
struct Outcome
{
    std::size_t tested = 0;
    std::size_t agree_declared = 0;
    std::size_t agree_then = 0;
    std::size_t gained = 0;
    std::size_t lost = 0;
    double by_chance = 0.0; ///< expected among those that disagree as declared
    std::size_t partners = 0;

    bool is_accepted() const
    {
        return gained >= least_gained && 5 * lost <= gained && 10 * agree_then >= 6 * tested && chance_log() < largest_chance_log;
    }

    /// Chernoff's bound on gaining as many by chance.
    double chance_log() const
    {
        const auto failing = static_cast<double>(tested - agree_declared);
        const double rate = static_cast<double>(gained) / failing;
        const double chance = std::max(least_chance, by_chance / failing);
        if (rate <= chance) {
            return 0.0;
        }
        const double rest = rate < 1.0 ? (1.0 - rate) * std::log((1.0 - rate) / (1.0 - chance)) : 0.0;
        return -failing * (rate * std::log(rate / chance) + rest);
    }
};

std::size_t count(const std::vector<char>& hits)
{
    return static_cast<std::size_t>(std::count(hits.begin(), hits.end(), 1));
}

/// Adds what one relation says.
void add(Outcome& sum, const std::vector<char>& declared, const std::vector<char>& then, double chance)
{
    std::size_t gained = 0;
    for (std::size_t i = 0; i < declared.size(); ++i) {
        gained += then[i] > declared[i] ? 1U : 0U;
        sum.lost += then[i] < declared[i] ? 1U : 0U;
    }
    sum.tested += declared.size();
    sum.agree_declared += count(declared);
    sum.agree_then += count(then);
    sum.gained += gained;
    sum.by_chance += chance * static_cast<double>(declared.size() - count(declared));
    sum.partners += 2 * gained > declared.size() ? 1U : 0U;
}

/// The layers in one plane while they are compared.
class Comparison
{
public:
    explicit Comparison(const std::vector<FitLayer>& layers) : layers_(layers), plane_(fit_centre(layers))
    {
        for (const FitLayer& layer : layers) {
            now_.push_back(placed_features(layer, layer.reading, plane_));
        }
    }

    std::vector<LayerVerdict> verdicts()
    {
        std::vector<LayerVerdict> found;
        std::vector<char> is_judged(layers_.size());
        while (const auto best = best_move(is_judged)) {
            is_judged[best->verdict.layer] = 1;
            now_[best->verdict.layer] = best->placed;
            found.push_back(best->verdict);
        }
        return found;
    }

    Agreement agreement(std::size_t layer, const gis::SourceCrs& reading) const
    {
        const Outcome outcome = outcome_of(layer, placed_features(layers_[layer], reading, plane_));
        return {outcome.tested, outcome.agree_then};
    }

private:
    struct Move
    {
        LayerVerdict verdict;
        PlacedFeatures placed;
        std::size_t gained = 0;
    };

    Outcome outcome_of(std::size_t layer, const PlacedFeatures& moved) const;
    std::optional<Move> best_move(const std::vector<char>& is_judged) const;
    std::optional<Move> best_reading(std::size_t layer) const;
    std::optional<Move> best_offset(std::size_t layer) const;
    std::optional<gis::Point> offset_m(std::size_t layer) const;

    const std::vector<FitLayer>& layers_;
    gis::CityPlane plane_;
    std::vector<PlacedFeatures> now_;
};

Outcome Comparison::outcome_of(std::size_t layer, const PlacedFeatures& moved) const
{
    Outcome outcome;
    for (std::size_t other = 0; other < layers_.size(); ++other) {
        for (const bool is_first : {true, false}) {
            const std::size_t points = is_first ? layer : other;
            const std::size_t grounds = is_first ? other : layer;
            const auto relation = relation_between(layers_[points].role, layers_[grounds].role);
            if (other == layer || !relation) {
                continue;
            }
            const FitTest declared(*relation, now_[points], now_[grounds]);
            const FitTest then(*relation, is_first ? moved : now_[points], is_first ? now_[grounds] : moved);
            double by_chance = 0.0;
            const std::vector<char> hits = declared.hits({});
            for (const gis::Point& move : control_moves_m) {
                by_chance += static_cast<double>(count(declared.hits(move)));
            }
            const auto trials = static_cast<double>(control_moves_m.size() * std::max<std::size_t>(1, hits.size()));
            add(outcome, hits, then.hits({}), by_chance / trials);
        }
    }
    return outcome;
}

LayerVerdict verdict_of(std::size_t layer, const Outcome& outcome)
{
    LayerVerdict verdict;
    verdict.layer = layer;
    verdict.tested = outcome.tested;
    verdict.agree_declared = outcome.agree_declared;
    verdict.agree_then = outcome.agree_then;
    return verdict;
}

std::optional<Comparison::Move> Comparison::best_reading(std::size_t layer) const
{
    std::optional<Move> best;
    for (const gis::SourceCrs& reading : layers_[layer].alternatives) {
        PlacedFeatures moved = placed_features(layers_[layer], reading, plane_);
        const Outcome outcome = outcome_of(layer, moved);
        if (outcome.is_accepted() && (!best || outcome.gained > best->gained)) {
            best = Move{verdict_of(layer, outcome), std::move(moved), outcome.gained};
            best->verdict.cure = reading;
        }
    }
    return best;
}

/// The middle of what the features are away from those that they belong to by name, if they are all away alike.
std::optional<gis::Point> Comparison::offset_m(std::size_t layer) const
{
    std::vector<gis::Point> away;
    for (std::size_t other = 0; other < layers_.size(); ++other) {
        const auto forth = relation_between(layers_[layer].role, layers_[other].role);
        const auto back = relation_between(layers_[other].role, layers_[layer].role);
        if (forth) {
            append_ways(*forth, now_[layer], now_[other], 1.0, away);
        }
        if (back) {
            append_ways(*back, now_[other], now_[layer], -1.0, away);
        }
    }
    return common_way(away);
}

std::optional<Comparison::Move> Comparison::best_offset(std::size_t layer) const
{
    const auto offset = layers_[layer].alternatives.empty() ? std::nullopt : offset_m(layer);
    if (!offset) {
        return std::nullopt;
    }
    PlacedFeatures moved = moved_by(now_[layer], *offset);
    const Outcome outcome = outcome_of(layer, moved);
    if (!outcome.is_accepted() || outcome.partners < 2) {
        return std::nullopt;
    }
    Move move{verdict_of(layer, outcome), std::move(moved), outcome.gained};
    move.verdict.offset_m = *offset;
    return move;
}

std::optional<Comparison::Move> Comparison::best_move(const std::vector<char>& is_judged) const
{
    for (const bool by_reading : {true, false}) {
        std::optional<Move> best;
        for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
            auto move = is_judged[layer] != 0 ? std::nullopt : by_reading ? best_reading(layer) : best_offset(layer);
            if (move && (!best || move->gained > best->gained)) {
                best = std::move(move);
            }
        }
        if (best) {
            return best;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<LayerVerdict> compare_layers(const std::vector<FitLayer>& layers)
{
    return Comparison(layers).verdicts();
}

std::vector<Agreement> agreements(const std::vector<FitLayer>& layers, std::size_t layer)
{
    const Comparison comparison(layers);
    std::vector<Agreement> list = {comparison.agreement(layer, layers[layer].reading)};
    for (const gis::SourceCrs& reading : layers[layer].alternatives) {
        list.push_back(comparison.agreement(layer, reading));
    }
    return list;
}

} // namespace fieldgap
