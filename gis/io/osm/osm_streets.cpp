#include "gis/io/osm/osm_streets.hpp"

#include "gis/geometry/geodesic.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace gis {
namespace {

std::uint8_t line_flags(OsmTagSpan tags, FootAccess access)
{
    const int steps = value_of(tags, "highway") == "steps" ? line_steps : 0;
    return static_cast<std::uint8_t>(steps | (access == FootAccess::on_private ? line_private : 0));
}

/// False where a node is missing, or all.
bool are_known(std::span<const std::uint32_t> positions)
{
    return !positions.empty() && std::find(positions.begin(), positions.end(), OsmLocations::nowhere) == positions.end();
}

} // namespace

FootAccess street_access(OsmTagSpan tags, const FootRules& rules)
{
    return may_be_street(tags) ? foot_access(tags, rules) : FootAccess::barred;
}

namespace {

/// One that is only place=square is walked as a pedestrian area.
std::vector<StreetTag> square_tags(OsmTagSpan tags)
{
    std::vector<StreetTag> as_street(tags.begin(), tags.end());
    if (value_of(tags, "highway").empty() && value_of(tags, "place") == "square") {
        as_street.emplace_back("highway", "pedestrian");
    }
    return as_street;
}

FootAccess square_access(OsmTagSpan tags, const FootRules& rules)
{
    return value_of(tags, "type") == "multipolygon" ? street_access(square_tags(tags), rules) : FootAccess::barred;
}

} // namespace

bool is_square(OsmTagSpan tags, const FootRules& rules)
{
    return is_street(square_access(tags, rules));
}

std::uint8_t street_node_flags(OsmTagSpan tags)
{
    const Admitted admitted = admitted_at_node(tags);
    const int bar = admitted == Admitted::nobody ? node_barred : admitted == Admitted::on_private ? node_private : 0;
    return static_cast<std::uint8_t>(bar | (is_signal_crossing(tags) ? node_signal : 0) | (has_lights(tags) ? node_lights : 0));
}

void OsmStreets::add_way(const OsmWay& way, FootAccess access, Positions positions)
{
    // A walked way is a line already, but along a public square a private one is walked by everybody.
    const auto outline = outlines_.find(way.number);
    if (access != FootAccess::walked && outline != outlines_.end()) {
        outline->second.assign(positions.begin(), positions.end());
    }
    if (is_street(access)) {
        const std::uint8_t flags = line_flags(way.tags, access);
        const std::uint32_t kind = kinds_.number_of(way.tags);
        add_line(positions, flags, kind);
        walked_ways_.push_back(way.number);
        ways_.level_of_line.resize(ways_.lines.line_count(), street_level(way.tags));
        if (value_of(way.tags, "area") == "yes") {
            add_closed_way(way, positions, flags, kind);
        }
    } else if (access == FootAccess::trunk_barred) {
        add_barred_trunk(positions);
    }
}

void OsmStreets::add_barred_trunk(Positions positions)
{
    CountedWay way;
    bool goes_on = false;
    for (const std::uint32_t position : positions) {
        const bool is_known = position != OsmLocations::nowhere;
        if (is_known) {
            const Point at = locations_->degrees(position);
            if (goes_on) {
                way.metres += geodesic_length_m(way.course.back().back(), at);
            } else {
                way.course.emplace_back();
            }
            way.course.back().push_back(at);
        }
        goes_on = is_known;
    }
    ways_.barred_trunk.push_back(std::move(way));
}

void OsmStreets::add_relation(const OsmRelation& relation)
{
    const FootAccess access = square_access(relation.tags, rules_);
    if (!is_street(access)) {
        return;
    }
    MemberSquare square{{"relation/" + std::to_string(relation.number),
                         {},
                         street_level(relation.tags),
                         line_flags(relation.tags, access),
                         kinds_.number_of(square_tags(relation.tags)),
                         true},
                        {}};
    for (const OsmMember& member : relation.members) {
        if (member.kind == OsmKind::way) {
            square.members.push_back(member.number);
            outlines_[member.number];
        }
    }
    squares_.push_back(std::move(square));
}

std::vector<std::int64_t> OsmStreets::square_ways() const
{
    std::vector<std::int64_t> ways;
    for (const auto& outline : outlines_) {
        ways.push_back(outline.first);
    }
    return ways;
}

/// The way at hand, which is the last of `ways_`.
void OsmStreets::add_closed_way(const OsmWay& way, Positions positions, std::uint8_t flags, std::uint32_t kind)
{
    const auto last = static_cast<std::uint32_t>(ways_.first_line_of_way.size() - 1);
    ways_.squares.push_back({"way/" + std::to_string(way.number), {last}, street_level(way.tags), flags, kind, are_known(positions)});
}

std::optional<std::uint32_t> OsmStreets::walked_way(std::int64_t number) const
{
    const auto found = std::lower_bound(walked_ways_.begin(), walked_ways_.end(), number,
                                        [](std::int64_t a, std::int64_t b) { return osm_rank(a) < osm_rank(b); });
    if (found == walked_ways_.end() || *found != number) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(found - walked_ways_.begin());
}

bool OsmStreets::is_private(std::uint32_t way) const
{
    const std::uint32_t line = ways_.first_line_of_way[way];
    return line < ways_.lines.line_count() && (ways_.lines.line_flags[line] & line_private) != 0;
}

void OsmStreets::make_room()
{
    if (number_.empty()) {
        number_.resize(locations_->size(), 0);
        // Memory is only taken as it is used; growing step by step would touch all of it twice.
        ways_.lines.node.reserve(locations_->size());
        ways_.lines.ref.reserve(locations_->size() + locations_->size() / 2);
    }
}

void OsmStreets::begin_way()
{
    make_room();
    ways_.first_line_of_way.push_back(static_cast<std::uint32_t>(ways_.lines.line_count()));
}

void OsmStreets::add_line(Positions positions, std::uint8_t flags, std::uint32_t kind)
{
    begin_way();
    for (const std::uint32_t position : positions) {
        if (position == OsmLocations::nowhere) {
            end_line(flags, kind);
        } else if (line_.empty() || line_.back() != position) {
            __builtin_prefetch(&number_[position]);
            locations_->expect(position);
            line_.push_back(position);
        }
    }
    end_line(flags, kind);
}

void OsmStreets::end_line(std::uint8_t flags, std::uint32_t kind)
{
    if (line_.size() >= 2) {
        ways_.lines.first_ref.push_back(static_cast<std::uint32_t>(ways_.lines.ref.size()));
        ways_.lines.line_flags.push_back(flags);
        ways_.lines.line_kind.push_back(kind);
        for (const std::uint32_t position : line_) {
            ways_.lines.ref.push_back(number_of(position));
        }
    }
    line_.clear();
}

std::uint32_t OsmStreets::number_of(std::uint32_t position)
{
    if (number_[position] == 0) {
        ways_.lines.node.push_back(locations_->degrees(position));
        number_[position] = static_cast<std::uint32_t>(ways_.lines.node.size());
    }
    return number_[position] - 1;
}

void OsmStreets::add_squares()
{
    // What a public square and a private one share is public.
    std::stable_partition(squares_.begin(), squares_.end(),
                          [](const MemberSquare& each) { return (each.square.flags & line_private) == 0; });
    std::unordered_map<std::int64_t, std::uint32_t> outlines; // by number: which of `ways_`
    for (auto& [square, members] : squares_) {
        for (const std::int64_t number : members) {
            const auto way = walked_way(number);
            if (way && (!is_private(*way) || (square.flags & line_private) != 0)) {
                square.ways.push_back(*way);
                continue;
            }
            const std::vector<std::uint32_t>& positions = outlines_.at(number);
            square.is_complete = square.is_complete && are_known(positions);
            const auto [outline, is_new] = outlines.emplace(number, static_cast<std::uint32_t>(ways_.first_line_of_way.size()));
            if (is_new) {
                add_line(positions, square.flags, square.kind);
            }
            square.ways.push_back(outline->second);
        }
        ways_.squares.push_back(std::move(square));
    }
}

void OsmStreets::flag_nodes()
{
    ways_.lines.node_flags.assign(ways_.lines.node.size(), 0);
    for (const auto& [number, flags] : flagged_) {
        const auto position = locations_->find(number);
        if (position && !number_.empty() && number_[*position] != 0) {
            ways_.lines.node_flags[number_[*position] - 1] = flags;
        }
    }
}

UnjoinedStreets OsmStreets::streets() &&
{
    add_squares();
    flag_nodes();
    ways_.lines.first_ref.push_back(static_cast<std::uint32_t>(ways_.lines.ref.size()));
    ways_.lines.kinds = kinds_.kinds();
    return std::move(ways_);
}

} // namespace gis
