#include "gis/joining/street_gaps.hpp"

#include "gis/geometry/geodesic.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace gis {
namespace {

/// Whoever comes to the other line within so many metres misses no junction.
constexpr double way_round_m = 10.0;

/// Street nodes and those beside them on a line.
class NodeNeighbours
{
public:
    explicit NodeNeighbours(const Streets& streets) : streets_(streets), first_(streets.node.size() + 2)
    {
        for_each_segment([this](std::uint32_t a, std::uint32_t b) {
            ++first_[a + 2];
            ++first_[b + 2];
        });
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        neighbour_.resize(first_.back());
        for_each_segment([this](std::uint32_t a, std::uint32_t b) {
            neighbour_[first_[a + 1]++] = b;
            neighbour_[first_[b + 1]++] = a;
        });
    }

    /// Metres from `from` to each node that is within `limit_m`.
    std::unordered_map<std::uint32_t, double> walks(std::uint32_t from, double limit_m) const
    {
        using Reached = std::pair<double, std::uint32_t>;
        std::unordered_map<std::uint32_t, double> metres{{from, 0.0}};
        std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
        open.push({0.0, from});
        while (!open.empty()) {
            const Reached at = open.top();
            open.pop();
            for (std::uint32_t i = first_[at.second]; i < first_[at.second + 1]; ++i) {
                const std::uint32_t next = neighbour_[i];
                const double there_m = at.first + geodesic_length_m(streets_.node[at.second], streets_.node[next]);
                const auto known = metres.find(next);
                if (there_m <= limit_m && (known == metres.end() || there_m < known->second)) {
                    metres[next] = there_m;
                    open.push({there_m, next});
                }
            }
        }
        return metres;
    }

private:
    template <class Visit>
    void for_each_segment(const Visit& visit) const
    {
        for (std::size_t line = 0; line < streets_.line_count(); ++line) {
            for (std::uint32_t i = streets_.first_ref[line]; i + 1 < streets_.first_ref[line + 1]; ++i) {
                visit(streets_.ref[i], streets_.ref[i + 1]);
            }
        }
    }

    const Streets& streets_;
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> neighbour_;
};

/// The end and the place beside it, in one order: two ends that miss each other are one gap.
auto pair_of(const LooseEnd& loose)
{
    const auto at = std::make_tuple(loose.at.x, loose.at.y);
    const auto beside = std::make_tuple(loose.beside.x, loose.beside.y);
    return std::make_pair(std::min(at, beside), std::max(at, beside));
}

} // namespace

std::vector<StreetGap> street_gaps(const Streets& streets, const std::vector<LooseEnd>& loose,
                                   std::span<const std::uint32_t> node_of_vertex)
{
    std::vector<StreetGap> gaps;
    if (loose.empty()) {
        return gaps;
    }
    const NodeNeighbours neighbours(streets);
    std::set<decltype(pair_of(loose.front()))> seen;
    std::set<std::uint32_t> ends;
    for (const LooseEnd& one : loose) {
        throw_if_interrupted();
        const std::uint32_t end = node_of_vertex[one.end];
        const std::uint32_t from = node_of_vertex[one.from];
        const std::uint32_t to = node_of_vertex[one.to];
        const auto walks = neighbours.walks(end, way_round_m);
        const auto comes_by = [&](std::uint32_t node, double rest_m) {
            const auto found = walks.find(node);
            return found != walks.end() && found->second + rest_m <= way_round_m;
        };
        if (!comes_by(from, one.from_m) && !comes_by(to, one.to_m) && seen.insert(pair_of(one)).second && ends.insert(end).second) {
            gaps.push_back({streets.node[end], one.metres, end, one.from_m <= one.to_m ? from : to, false});
        }
    }
    return gaps;
}

} // namespace gis
