#include "support/option_oracle.hpp"

#include "gis/network/nearest_on_line.hpp"
#include "gis/network/nearest_on_outline.hpp"
#include "support/on_foot.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace oracle {
namespace {

gis::CityPlane plane()
{
    return gis::CityPlane(gis::Point{117.2, 39.1});
}

/// All that are short enough and over five times as far on foot.
class MissingPieces
{
public:
    MissingPieces(const gis::WalkNetwork& network, double max_m) : network_(network), max_m_(max_m), on_foot_(network)
    {
        for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
            if (network.edge_in_main[edge] != 0) {
                place_[index(network.edge_from[edge])] = network.line(gis::EdgeId{edge}).front();
                place_[index(network.edge_to[edge])] = network.line(gis::EdgeId{edge}).back();
            }
        }
    }

    std::vector<gis::Line> all()
    {
        for (const auto& a : place_) {
            for (const auto& b : place_) {
                if (a.first < b.first) {
                    add(a.second, b.second, on_foot_.all.between(a.first, b.first));
                }
            }
            for (std::uint32_t edge = 0; edge < network_.edge_count(); ++edge) {
                if (network_.edge_in_main[edge] != 0) {
                    add_to_edge(a.first, a.second, edge);
                }
            }
        }
        return std::move(pieces_);
    }

private:
    void add_to_edge(std::uint32_t node, const gis::Point& at, std::uint32_t edge)
    {
        const gis::OnLine on = gis::nearest_on_line(at, network_.line(gis::EdgeId{edge}));
        const double along_m = static_cast<double>(network_.edge_length_m[edge]) * static_cast<double>(on.fraction);
        const double back_m = static_cast<double>(network_.edge_length_m[edge]) - along_m;
        if (along_m > 0.01 && back_m > 0.01 && !network_.is_private(gis::EdgeId{edge})) {
            add(at, on.at,
                std::min(on_foot_.to_public.between(node, index(network_.edge_from[edge])) + along_m,
                         on_foot_.to_public.between(node, index(network_.edge_to[edge])) + back_m));
        }
    }

    void add(const gis::Point& a, const gis::Point& b, double on_foot_m)
    {
        const double metres = gis::distance_m(a, b);
        if (metres > 0.01 && metres <= max_m_ && on_foot_m > 5.0 * metres) {
            pieces_.push_back({a, b});
        }
    }

    const gis::WalkNetwork& network_;
    double max_m_;
    OnFoot on_foot_;
    std::map<std::uint32_t, gis::Point> place_; ///< of the nodes that entries come by
    std::vector<gis::Line> pieces_;
};

} // namespace

gis::WalkNetwork Streetwork::network() const
{
    gis::Streets streets;
    streets.first_ref.push_back(0);
    for (std::size_t i = 0; i < place.size(); ++i) {
        streets.node.push_back(plane().to_degrees(place[i]));
        streets.node_flags.push_back(flags[i]);
    }
    for (const Line& line : lines) {
        streets.ref.insert(streets.ref.end(), {line.from, line.to});
        streets.first_ref.push_back(static_cast<std::uint32_t>(streets.ref.size()));
        streets.line_flags.push_back(line.flags);
        streets.line_kind.push_back(0);
    }
    return gis::build_walk_network(std::move(streets), plane());
}

/// The place here; a line that passes here is divided.
std::uint32_t Streetwork::place_at(const gis::Point& at)
{
    constexpr double same_m = 1e-4;
    for (std::uint32_t i = 0; i < place.size(); ++i) {
        if (gis::distance_m(place[i], at) < same_m) {
            return i;
        }
    }
    const auto added = static_cast<std::uint32_t>(place.size());
    place.push_back(at);
    flags.push_back(0);
    for (std::size_t i = 0, count = lines.size(); i < count; ++i) {
        const std::array<gis::Point, 2> ends = {place[lines[i].from], place[lines[i].to]};
        if (gis::nearest_on_line(at, ends).metres < same_m) {
            lines.push_back({added, lines[i].to, lines[i].flags});
            lines[i].to = added;
        }
    }
    return added;
}

Streetwork Streetwork::with_piece(const gis::Point& from, const gis::Point& to) const
{
    Streetwork more = *this;
    const std::uint32_t begin = more.place_at(from);
    const std::uint32_t end = more.place_at(to);
    more.lines.push_back({begin, end, gis::line_sight});
    return more;
}

Analysed::Analysed(const City& city, const Streetwork& streets, const Settings& settings) : network(streets.network())
{
    walking.streets = &network;
    results = analyse(city, walking, settings, [](Step) {});
}

std::map<Pair, double> pairs_of(const Reach& reach)
{
    std::map<Pair, double> pairs;
    for (const ReachedPair& pair : reach.rent.pairs) {
        pairs.emplace(Pair(pair.school, Channel::rent, pair.giver), pair.walk_s);
    }
    for (const ReachedPair& pair : reach.share.pairs) {
        pairs.emplace(Pair(pair.school, Channel::share, pair.giver), pair.walk_s);
    }
    return pairs;
}

BruteForce::BruteForce(const City& city, const Streetwork& streets, const Settings& settings)
    : city_(city), streets_(streets), settings_(settings), today_(city, streets, settings), pairs_(pairs_of(today_.results.reach)),
      pieces_(MissingPieces(today_.network, settings.walk.link_max_m).all())
{
}

std::vector<Tried> BruteForce::tried_for(SchoolIndex school)
{
    std::vector<Tried> all;
    for (const gis::Point& gate : gate_places(school)) {
        City more = city_;
        more.gates.push_back({"new", OwnerKind::school, city_.schools[index(school)].id, false, EntrySource::gate, gate});
        add_if_gain(all, gate, Analysed(more, streets_, settings_), school);
    }
    for (const gis::Line& piece : pieces_) {
        add_if_gain(all, gis::MultiLine{piece}, Analysed(city_, streets_.with_piece(piece[0], piece[1]), settings_), school);
    }
    std::sort(all.begin(), all.end(), [](const Tried& a, const Tried& b) { return a.gain > b.gain; });
    return all;
}

void BruteForce::add_if_gain(std::vector<Tried>& all, gis::Geometry where, const Analysed& then, SchoolIndex school)
{
    const std::int64_t gain = (then.results.allocation.closed - today_.results.allocation.closed).hundredths();
    std::map<Pair, double> gained;
    for (const auto& pair : pairs_of(then.results.reach)) {
        if (std::get<0>(pair.first) == school && !pairs_.contains(pair.first) && closes_alone(pair.first)) {
            gained.insert(pair);
        }
    }
    if (!gained.empty()) {
        all.push_back({std::move(where), gain, std::move(gained)});
    }
}

bool BruteForce::closes_alone(const Pair& pair)
{
    const auto known = closes_alone_.find(pair);
    if (known != closes_alone_.end()) {
        return known->second;
    }
    Reach reach;
    reach.rent.pairs = today_.results.reach.rent.pairs;
    reach.share.pairs = today_.results.reach.share.pairs;
    auto& list = std::get<1>(pair) == Channel::rent ? reach.rent.pairs : reach.share.pairs;
    list.push_back({std::get<0>(pair), std::get<2>(pair), 0.0, 0.0, 0});
    std::sort(list.begin(), list.end(),
              [](const ReachedPair& a, const ReachedPair& b) { return std::tie(a.school, a.giver) < std::tie(b.school, b.giver); });
    const bool closes = allocate(measured_city(city_, today_.results, settings_), reach).closed > today_.results.allocation.closed;
    return closes_alone_.emplace(pair, closes).first->second;
}

std::vector<gis::Point> BruteForce::gate_places(SchoolIndex school) const
{
    std::vector<gis::Point> places;
    for (const CampusIndex campus : today_.results.owns.campuses_of_school[index(school)]) {
        for (std::uint32_t edge = 0; edge < today_.network.edge_count(); ++edge) {
            const auto line = today_.network.line(gis::EdgeId{edge});
            for (std::size_t i = 0; today_.network.edge_in_main[edge] != 0 && i + 1 < line.size(); ++i) {
                const auto on = gis::nearest_on_outline(city_.campuses[index(campus)].ground[0], line.subspan(i, 2), 1e9);
                if (on.metres <= settings_.walk.snap_m) {
                    places.push_back(on.at);
                }
            }
        }
    }
    return places;
}

} // namespace oracle
