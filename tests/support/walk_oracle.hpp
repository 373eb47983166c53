#pragma once
// The walks of a small network by trying hard and knowing little: every access becomes a node of its own, every node is there before the
// first public way, on public ways and after the last one, and Dijkstra scans them all.

#include "gis/walking/bounded_search.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

class WalkOracle
{
public:
    struct Way
    {
        double seconds = std::numeric_limits<double>::infinity();
        double metres = 0.0;
    };

    /// `arc_factor` as for `gis::arc_seconds`.
    WalkOracle(const gis::WalkNetwork& network, const gis::Pace& pace, std::vector<float> arc_factor, const gis::SiteAccesses& sources,
               const gis::SiteAccesses& targets)
        : network_(network), pace_(pace), arc_factor_(std::move(arc_factor)), sources_(sources), targets_(targets)
    {
        source_node_ = add_accesses(sources);
        target_node_ = add_accesses(targets);
        source_ground_ = add_grounds(sources);
        target_ground_ = add_grounds(targets);
        links_.resize(node_count_);
        for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
            link_edge(edge);
        }
        link_from_grounds();
        link_to_grounds();
        link_across();
    }

    /// From the entries of one source to those of each target.
    std::vector<Way> ways_from(std::size_t source) const
    {
        std::vector<Way> at(node_count_ * states);
        for (std::uint32_t access = sources_.first[source]; access < sources_.first[source + 1]; ++access) {
            shorten(at[source_node_[access] * states], connector(sources_.access[access]));
            shorten(at[source_ground_[access] * states], connector(sources_.access[access]));
        }
        spread(at);
        std::vector<Way> ways(targets_.site_count());
        for (std::size_t target = 0; target < ways.size(); ++target) {
            for (std::uint32_t access = targets_.first[target]; access < targets_.first[target + 1]; ++access) {
                for (std::uint32_t state = 0; state < states; ++state) {
                    shorten(ways[target], sum(at[target_node_[access] * states + state], connector(targets_.access[access])));
                    shorten(ways[target], sum(at[target_ground_[access] * states + state], connector(targets_.access[access])));
                }
            }
        }
        return ways;
    }

private:
    static constexpr std::uint32_t states = 3;

    struct Link
    {
        std::uint32_t to = 0;
        bool is_private = false;
        Way way;
    };
    struct OnEdge
    {
        double fraction = 0.0;
        std::uint32_t node = 0;
    };

    static Way sum(const Way& a, const Way& b) { return {a.seconds + b.seconds, a.metres + b.metres}; }
    static void shorten(Way& way, const Way& other) { way = other.seconds < way.seconds ? other : way; }

    Way connector(const gis::Access& access) const
    {
        const auto metres = static_cast<double>(access.connector_m);
        return {metres * 60.0 / pace_.speed_m_per_min, metres};
    }

    /// An access right at the end of an edge is the node there.
    std::vector<std::uint32_t> add_accesses(const gis::SiteAccesses& sites)
    {
        on_edge_.resize(network_.edge_count());
        node_count_ = std::max(node_count_, static_cast<std::uint32_t>(network_.node_count()));
        std::vector<std::uint32_t> nodes;
        for (const gis::Access& access : sites.access) {
            const std::uint32_t edge = gis::index(access.edge);
            if (access.edge == gis::no_edge) {
                nodes.push_back(node_count_++);
            } else if (access.fraction <= 0.0F || access.fraction >= 1.0F) {
                nodes.push_back(gis::index(access.fraction <= 0.0F ? network_.edge_from[edge] : network_.edge_to[edge]));
            } else {
                nodes.push_back(node_count_++);
                on_edge_[edge].push_back({static_cast<double>(access.fraction), nodes.back()});
            }
        }
        return nodes;
    }

    /// The place of each access on its square, apart from that on its edge: nobody comes from the street onto a square in the middle of
    /// an edge.
    std::vector<std::uint32_t> add_grounds(const gis::SiteAccesses& sites)
    {
        std::vector<std::uint32_t> nodes;
        for (std::size_t left = sites.access.size(); left > 0; --left) {
            nodes.push_back(node_count_++);
        }
        return nodes;
    }

    void link_edge(std::uint32_t edge)
    {
        auto& stops = on_edge_[edge];
        std::sort(stops.begin(), stops.end(), [](const OnEdge& a, const OnEdge& b) { return a.fraction < b.fraction; });
        stops.insert(stops.begin(), {0.0, gis::index(network_.edge_from[edge])});
        stops.push_back({1.0, gis::index(network_.edge_to[edge])});
        for (std::size_t i = 1; i < stops.size(); ++i) {
            link(edge, stops[i - 1], stops[i], 2 * edge);
            link(edge, stops[i], stops[i - 1], 2 * edge + 1);
        }
    }

    void link(std::uint32_t edge, const OnEdge& from, const OnEdge& to, std::uint32_t arc)
    {
        const double metres = std::abs(to.fraction - from.fraction) * static_cast<double>(network_.edge_length_m[edge]);
        const double steps = network_.is_steps(gis::EdgeId{edge}) ? pace_.steps_factor : 1.0;
        const double slope = arc_factor_.empty() ? 1.0 : static_cast<double>(arc_factor_[arc]);
        const bool waits = to.node < network_.node_count() && network_.node_signal[to.node] != 0 && !network_.is_passage(gis::EdgeId{edge});
        links_[from.node].push_back({to.node,
                                     network_.is_private(gis::EdgeId{edge}),
                                     {metres * 60.0 / pace_.speed_m_per_min * steps * slope + (waits ? pace_.crossing_s : 0.0), metres}});
    }

    Way over_square(double metres, std::uint32_t square) const
    {
        const double steps = network_.squares[square].is_steps ? pace_.steps_factor : 1.0;
        return {metres * 60.0 / pace_.speed_m_per_min * steps, metres};
    }

    void link_from_grounds()
    {
        for (std::uint32_t access = 0; access < source_ground_.size(); ++access) {
            for (const gis::AccessSight& sight : sources_.sights_of(access)) {
                const Way waiting{network_.node_signal[gis::index(sight.node)] != 0 ? pace_.crossing_s : 0.0, 0.0};
                const Way way = sum(over_square(static_cast<double>(sight.metres), sight.square), waiting);
                links_[source_ground_[access]].push_back({gis::index(sight.node), network_.squares[sight.square].is_private, way});
            }
        }
    }

    void link_to_grounds()
    {
        for (std::uint32_t access = 0; access < target_ground_.size(); ++access) {
            for (const gis::AccessSight& sight : targets_.sights_of(access)) {
                const Way way = over_square(static_cast<double>(sight.metres), sight.square);
                links_[gis::index(sight.node)].push_back({target_ground_[access], network_.squares[sight.square].is_private, way});
            }
        }
    }

    void link_across()
    {
        for (std::uint32_t from = 0; from < source_ground_.size(); ++from) {
            for (std::uint32_t to = 0; to < target_ground_.size(); ++to) {
                const gis::Access& a = sources_.access[from];
                const gis::Access& b = targets_.access[to];
                if (a.square != gis::no_square && a.square == b.square && gis::sees(network_.squares[a.square], a.on_edge, b.on_edge)) {
                    links_[source_ground_[from]].push_back({target_ground_[to], network_.squares[a.square].is_private,
                                                            over_square(gis::distance_m(a.on_edge, b.on_edge), a.square)});
                }
            }
        }
    }

    void spread(std::vector<Way>& at) const
    {
        std::vector<bool> done(at.size());
        for (std::size_t round = 0; round < at.size(); ++round) {
            std::size_t nearest = at.size();
            for (std::size_t place = 0; place < at.size(); ++place) {
                if (!done[place] && (nearest == at.size() || at[place].seconds < at[nearest].seconds)) {
                    nearest = place;
                }
            }
            done[nearest] = true;
            const std::size_t state = nearest % states;
            for (const Link& link : links_[nearest / states]) {
                if (link.is_private || state < 2) {
                    const std::size_t next = !link.is_private ? 1 : state == 0 ? 0 : 2;
                    shorten(at[link.to * states + next], sum(at[nearest], link.way));
                }
            }
        }
    }

    const gis::WalkNetwork& network_;
    gis::Pace pace_;
    std::vector<float> arc_factor_;
    const gis::SiteAccesses& sources_;
    const gis::SiteAccesses& targets_;
    std::uint32_t node_count_ = 0;
    std::vector<std::uint32_t> source_node_, target_node_, source_ground_, target_ground_;
    std::vector<std::vector<OnEdge>> on_edge_;
    std::vector<std::vector<Link>> links_;
};
