#include "gis/io/osm/osm_streets.hpp"

#include "gis/geometry/geodesic.hpp"

#include <unordered_set>
#include <utility>

namespace gis {
FootAccess street_access(OsmTagSpan tags, const FootRules& rules)
{
    return may_be_street(tags) ? foot_access(tags, rules) : FootAccess::barred;
}

bool is_square(OsmTagSpan tags, const FootRules& rules)
{
    return value_of(tags, "type") == "multipolygon" && street_access(tags, rules) == FootAccess::walked;
}

std::uint8_t street_node_flags(OsmTagSpan tags)
{
    return static_cast<std::uint8_t>((is_barred_node(tags) ? node_barred : 0) | (is_signal_crossing(tags) ? node_signal : 0));
}

void OsmStreets::add_relation(const OsmRelation& relation)
{
    if (!is_square(relation.tags, rules_)) {
        return;
    }
    const std::uint32_t kind = kinds_.number_of(relation.tags);
    for (const OsmMember& member : relation.members) {
        if (member.kind == OsmKind::way) {
            square_ways_.emplace_back(member.number, kind);
            outlines_[member.number];
        }
    }
}

void OsmStreets::add_way(const OsmWay& way, FootAccess access, std::span<const std::uint32_t> positions)
{
    if (access == FootAccess::walked) {
        const std::uint8_t flags = value_of(way.tags, "highway") == "steps" ? line_steps : std::uint8_t{0};
        add_line(positions, flags, kinds_.number_of(way.tags));
        ways_.level_of_line.resize(ways_.lines.line_count(), street_level(way.tags));
        return;
    }
    // Walked ways are no outlines: they are lines already.
    if (const auto outline = outlines_.find(way.number); outline != outlines_.end()) {
        outline->second.assign(positions.begin(), positions.end());
    }
    if (access == FootAccess::trunk_barred) {
        add_barred_trunk(positions);
    }
}

void OsmStreets::add_barred_trunk(std::span<const std::uint32_t> positions)
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

void OsmStreets::add_line(std::span<const std::uint32_t> positions, std::uint8_t flags, std::uint32_t kind)
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
    std::unordered_set<std::int64_t> seen;
    for (const auto& [way, kind] : square_ways_) {
        if (seen.insert(way).second) {
            add_line(outlines_.at(way), 0, kind);
        }
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
