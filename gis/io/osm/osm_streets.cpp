#include "gis/io/osm/osm_streets.hpp"

#include "gis/geometry/geodesic.hpp"

#include <osmium/osm/object_comparisons.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

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
        const std::uint32_t kind = kinds_.number_of(tags);
        add_line(line_flags(tags, access), kind);
        walked_ways_.push_back(way.id());
        ways_.level_of_line.resize(ways_.lines.line_count(), street_level(tags));
        if (value_of(tags, "area") == "yes") {
            add_closed_way(way, tags, line_flags(tags, access), kind);
        }
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
    const FootAccess access = square_access(tags, rules_);
    if (!is_street(access)) {
        return;
    }
    MemberSquare square{{"relation/" + std::to_string(relation.id()),
                         {},
                         street_level(tags),
                         line_flags(tags, access),
                         kinds_.number_of(square_tags(tags)),
                         true},
                        {}};
    for (const osmium::RelationMember& member : relation.members()) {
        if (member.type() == osmium::item_type::way) {
            square.members.push_back(member.ref());
        }
    }
    squares_.push_back(std::move(square));
}

/// The way at hand, which is the last of `ways_`.
void OsmStreets::add_closed_way(const osmium::Way& way, OsmTagSpan tags, std::uint8_t flags, std::uint32_t kind)
{
    const auto last = static_cast<std::uint32_t>(ways_.first_line_of_way.size() - 1);
    ways_.squares.push_back({"way/" + std::to_string(way.id()), {last}, street_level(tags), flags, kind, knows_whole_way()});
}

bool OsmStreets::knows_whole_way() const
{
    return !positions_.empty() &&
           std::all_of(positions_.begin(), positions_.end(), [](const auto& position) { return position.has_value(); });
}

std::optional<std::uint32_t> OsmStreets::walked_way(std::int64_t number) const
{
    const auto found = std::lower_bound(walked_ways_.begin(), walked_ways_.end(), number, osmium::id_order{});
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
    // What a public square and a private one share is public.
    std::stable_partition(squares_.begin(), squares_.end(),
                          [](const MemberSquare& each) { return (each.square.flags & line_private) == 0; });
    std::unordered_map<std::int64_t, std::uint32_t> outlines; // by number: which of `ways_`
    for (auto& [square, members] : squares_) {
        for (const std::int64_t number : members) {
            // Walked ways are lines already; along a public square a private one is walked by everybody.
            const auto way = walked_way(number);
            if (way && (!is_private(*way) || (square.flags & line_private) != 0)) {
                square.ways.push_back(*way);
                continue;
            }
            outlines_.find(number, way_nodes_);
            locations_->find_all(way_nodes_, positions_);
            square.is_complete = square.is_complete && knows_whole_way();
            const auto [outline, is_new] = outlines.emplace(number, static_cast<std::uint32_t>(ways_.first_line_of_way.size()));
            if (is_new) {
                add_line(square.flags, square.kind);
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
