#include "gis/io/osm/osm_streets.hpp"

#include "gis/geometry/geodesic.hpp"

#include <osmium/osm/object_comparisons.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>
#include <unordered_set>

namespace gis {
namespace {

/// Small numbers of either sign become small numbers: 0, -1, 1, -2 .. are 0, 1, 2, 3 ..
std::uint64_t folded(std::uint64_t difference)
{
    return (difference << 1U) ^ (0 - (difference >> 63U));
}

std::uint64_t unfolded(std::uint64_t value)
{
    return (value >> 1U) ^ (0 - (value & 1U));
}

void append(std::vector<std::uint8_t>& bytes, std::uint64_t value)
{
    for (; value >= 0x80U; value >>= 7U) {
        bytes.push_back(static_cast<std::uint8_t>(value | 0x80U));
    }
    bytes.push_back(static_cast<std::uint8_t>(value));
}

std::uint64_t take(const std::vector<std::uint8_t>& bytes, std::size_t& at)
{
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const std::uint64_t byte = bytes[at++];
        value |= (byte & 0x7FU) << shift;
        if (byte < 0x80U) {
            return value;
        }
    }
}

std::uint8_t line_flags(OsmTagSpan tags, FootAccess access)
{
    const int steps = value_of(tags, "highway") == "steps" ? line_steps : 0;
    return static_cast<std::uint8_t>(steps | (access == FootAccess::on_private ? line_private : 0));
}

} // namespace

FootAccess street_access(OsmTagSpan tags, const FootRules& rules)
{
    return may_be_street(tags) ? foot_access(tags, rules) : FootAccess::barred;
}

bool is_square(OsmTagSpan tags, const FootRules& rules)
{
    return value_of(tags, "type") == "multipolygon" && is_street(street_access(tags, rules));
}

void OsmOutlines::add(std::int64_t way, const osmium::NodeRefList& nodes)
{
    ways_.emplace_back(way, bytes_.size());
    append(bytes_, nodes.size());
    std::uint64_t before = 0;
    for (const osmium::NodeRef& node : nodes) {
        const auto number = static_cast<std::uint64_t>(node.ref());
        append(bytes_, folded(number - before));
        before = number;
    }
}

void OsmOutlines::find(std::int64_t way, std::vector<std::int64_t>& nodes) const
{
    nodes.clear();
    const auto found =
        std::lower_bound(ways_.begin(), ways_.end(), way, [](const auto& a, std::int64_t b) { return osmium::id_order{}(a.first, b); });
    if (found == ways_.end() || found->first != way) {
        return;
    }
    std::size_t at = found->second;
    const std::uint64_t count = take(bytes_, at);
    std::uint64_t number = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        number += unfolded(take(bytes_, at));
        nodes.push_back(static_cast<std::int64_t>(number));
    }
}

void OsmStreets::add_node(std::int64_t number, OsmTagSpan tags)
{
    const Admitted admitted = admitted_at_node(tags);
    const int bar = admitted == Admitted::nobody ? node_barred : admitted == Admitted::on_private ? node_private : 0;
    const int flags = bar | (is_signal_crossing(tags) ? node_signal : 0);
    if (flags != 0) {
        flagged_.emplace_back(number, static_cast<std::uint8_t>(flags));
    }
}

void OsmStreets::add_way(const osmium::Way& way, OsmTagSpan tags)
{
    const FootAccess access = street_access(tags, rules_);
    if (access != FootAccess::walked) {
        outlines_.add(way.id(), way.nodes());
    }
    if (access == FootAccess::barred) {
        return;
    }
    way_nodes_.clear();
    for (const osmium::NodeRef& node : way.nodes()) {
        way_nodes_.push_back(node.ref());
    }
    locations_->find_all(way_nodes_, positions_);
    if (is_street(access)) {
        add_line(line_flags(tags, access), kinds_.number_of(tags));
        ways_.level_of_line.resize(ways_.lines.line_count(), street_level(tags));
    } else {
        add_barred_trunk();
    }
}

void OsmStreets::add_barred_trunk()
{
    CountedWay way;
    bool goes_on = false;
    for (const auto& position : positions_) {
        if (position) {
            const Point at = locations_->degrees(*position);
            if (goes_on) {
                way.metres += geodesic_length_m(way.course.back().back(), at);
            } else {
                way.course.emplace_back();
            }
            way.course.back().push_back(at);
        }
        goes_on = position.has_value();
    }
    ways_.barred_trunk.push_back(std::move(way));
}

void OsmStreets::add_relation(const osmium::Relation& relation, OsmTagSpan tags)
{
    if (!is_square(tags, rules_)) {
        return;
    }
    for (const osmium::RelationMember& member : relation.members()) {
        if (member.type() == osmium::item_type::way) {
            const bool is_private = street_access(tags, rules_) == FootAccess::on_private;
            square_ways_.push_back({member.ref(), is_private ? line_private : std::uint8_t{0}, kinds_.number_of(tags)});
        }
    }
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

void OsmStreets::add_line(std::uint8_t flags, std::uint32_t kind)
{
    begin_way();
    for (const auto& position : positions_) {
        if (!position) {
            end_line(flags, kind);
        } else if (line_.empty() || line_.back() != *position) {
            __builtin_prefetch(&number_[*position]);
            line_.push_back(*position);
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
    // Walked ways are no outlines: they are lines already. What a public square and a private one share is public.
    std::stable_sort(square_ways_.begin(), square_ways_.end(), [](const SquareWay& a, const SquareWay& b) { return a.flags < b.flags; });
    std::unordered_set<std::int64_t> seen;
    for (const SquareWay& square : square_ways_) {
        if (seen.insert(square.way).second) {
            outlines_.find(square.way, way_nodes_);
            locations_->find_all(way_nodes_, positions_);
            add_line(square.flags, square.kind);
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
