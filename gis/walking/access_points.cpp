#include "gis/walking/access_points.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace gis {
namespace {

constexpr float as_good_as_there_m = 0.001F; // a point in degrees and back is not the same to the last bit

/// The access points of one site that stand on one edge, by `fraction`.
class EdgeAccessPoints
{
public:
    EdgeAccessPoints(const WalkTimes& times, const SiteAccesses& sites, std::span<const AccessPoint> access_points)
        : times_(times), sites_(sites), access_points_(access_points), is_needed_(access_points.size(), true)
    {
    }

    void append_needed(Heading heading, std::vector<AccessPoint>& needed)
    {
        const EdgeId edge = access_points_.front().edge;
        const bool out = heading == Heading::out;
        double min_s = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < access_points_.size(); ++i) {
            min_s = step(i, i == 0 ? 0 : i - 1, min_s, times_.moving_s(edge, out));
        }
        min_s = std::numeric_limits<double>::infinity();
        for (std::size_t i = access_points_.size(); i-- > 0;) {
            min_s = step(i, std::min(i + 1, access_points_.size() - 1), min_s, times_.moving_s(edge, !out));
        }
        for (std::size_t i = 0; i < access_points_.size(); ++i) {
            if (is_needed_[i]) {
                needed.push_back(access_points_[i]);
            }
        }
    }

private:
    /// Seconds between the entry that is best so far and access point `i`, coming from access point `before`. An access point right at a
    /// node stays, and passes nothing on: at a signal it matters from which side the node is reached.
    double step(std::size_t i, std::size_t before, double min_s, double edge_s)
    {
        const auto fraction = static_cast<double>(access_points_[i].fraction);
        const bool is_at_node = fraction <= 0.0 || fraction >= 1.0;
        const double gap = std::abs(fraction - static_cast<double>(access_points_[before].fraction));
        const double arriving_s = min_s + gap * edge_s;
        const double own_s = times_.connector(sites_.access[access_points_[i].access]).seconds;
        if (is_at_node) {
            return arriving_s;
        }
        is_needed_[i] = is_needed_[i] && (own_s <= arriving_s || sites_.access[access_points_[i].access].square != no_square);
        return std::min(own_s, arriving_s);
    }

    const WalkTimes& times_;
    const SiteAccesses& sites_;
    std::span<const AccessPoint> access_points_;
    std::vector<bool> is_needed_;
};

/// All access points of a site by place; of several at one place only the one with the shortest connector.
std::vector<AccessPoint> access_points_by_place(const SiteAccesses& sites, std::size_t site)
{
    std::vector<AccessPoint> access_points;
    for (std::uint32_t access = sites.first[site]; access < sites.first[site + 1]; ++access) {
        access_points.push_back({access, sites.access[access].edge, sites.access[access].fraction});
    }
    std::sort(access_points.begin(), access_points.end(), [&sites](const AccessPoint& a, const AccessPoint& b) {
        return std::tie(a.edge, a.fraction, sites.access[a.access].connector_m, a.access) <
               std::tie(b.edge, b.fraction, sites.access[b.access].connector_m, b.access);
    });
    const auto is_same_place = [&sites](const AccessPoint& a, const AccessPoint& b) {
        const bool is_on_square = sites.access[a.access].square != no_square || sites.access[b.access].square != no_square;
        return a.edge == b.edge && a.fraction == b.fraction && !is_on_square;
    };
    access_points.erase(std::unique(access_points.begin(), access_points.end(), is_same_place), access_points.end());
    return access_points;
}

} // namespace

std::vector<AccessPoint> pruned_access_points(const WalkTimes& times, const SiteAccesses& sites, std::size_t site, Heading heading)
{
    const std::vector<AccessPoint> access_points = access_points_by_place(sites, site);
    std::vector<AccessPoint> needed;
    for (std::size_t begin = 0; begin < access_points.size();) {
        std::size_t end = begin + 1;
        while (end < access_points.size() && access_points[end].edge == access_points[begin].edge) {
            ++end;
        }
        const std::span<const AccessPoint> of_edge = std::span(access_points).subspan(begin, end - begin);
        if (of_edge.front().edge == no_edge) {
            needed.insert(needed.end(), of_edge.begin(), of_edge.end());
        } else {
            EdgeAccessPoints(times, sites, of_edge).append_needed(heading, needed);
        }
        begin = end;
    }
    return needed;
}

std::vector<Access> needed_accesses(const WalkTimes& times, std::span<const Access> of_site, Heading heading)
{
    SiteAccesses alone;
    alone.add_site(of_site);
    std::vector<std::uint32_t> positions;
    for (const AccessPoint& needed : pruned_access_points(times, alone, 0, heading)) {
        positions.push_back(needed.access);
    }
    std::sort(positions.begin(), positions.end());
    std::vector<Access> accesses;
    accesses.reserve(positions.size());
    for (const std::uint32_t position : positions) {
        accesses.push_back(of_site[position]);
    }
    return accesses;
}

NodeId end_of(const WalkNetwork& network, EdgeId edge, bool at_to)
{
    return at_to ? network.edge_to[index(edge)] : network.edge_from[index(edge)];
}

WalkState state_at_end(const WalkNetwork& network, const Access& access, bool at_to)
{
    const float share = at_to ? 1.0F - access.fraction : access.fraction;
    const bool is_there = share * network.edge_length_m[index(access.edge)] <= as_good_as_there_m;
    return is_there || network.is_private(access.edge) ? WalkState::only_private : WalkState::on_public;
}

WalkState state_at_corner(const WalkNetwork& network, const AccessSight& sight)
{
    const bool is_there = sight.metres <= as_good_as_there_m;
    return is_there || network.squares[sight.square].is_private ? WalkState::only_private : WalkState::on_public;
}

std::vector<std::uint32_t> squares_of(const SiteAccesses& sites, std::uint32_t access)
{
    std::vector<std::uint32_t> squares;
    if (sites.access[access].square != no_square) {
        squares.push_back(sites.access[access].square);
    }
    for (const AccessSight& sight : sites.sights_of(access)) {
        if (std::find(squares.begin(), squares.end(), sight.square) == squares.end()) {
            squares.push_back(sight.square);
        }
    }
    return squares;
}

} // namespace gis
