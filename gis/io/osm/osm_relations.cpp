#include "gis/io/osm/osm_relations.hpp"

#include <osmium/area/assembler.hpp>
#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/area.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>

namespace gis {

/// Objects are found by their offset, as a growing buffer moves them.
struct OsmRelations::Store
{
    osmium::memory::Buffer objects{std::size_t{1} << 16U, osmium::memory::Buffer::auto_grow::yes};
    std::vector<std::size_t> relations;
    std::vector<std::pair<std::int64_t, std::size_t>> ways; ///< number and offset, sorted by `close_ways`

    std::size_t keep(const OsmRelation& relation);
    std::size_t keep(const OsmWay& way, std::span<const std::uint32_t> positions, const OsmLocations& locations);

    const osmium::Relation& relation(std::size_t which) const { return objects.get<const osmium::Relation>(relations[which]); }

    const osmium::Way* way(std::int64_t number) const
    {
        const auto found = std::lower_bound(ways.begin(), ways.end(), std::pair(number, std::size_t{0}));
        return found == ways.end() || found->first != number ? nullptr : &objects.get<const osmium::Way>(found->second);
    }
};

std::size_t OsmRelations::Store::keep(const OsmRelation& relation)
{
    {
        osmium::builder::RelationBuilder copy{objects};
        copy.set_id(relation.number);
        {
            osmium::builder::RelationMemberListBuilder members{copy};
            for (const OsmMember& member : relation.members) {
                members.add_member(osmium::nwr_index_to_item_type(static_cast<unsigned>(member.kind)), member.number, member.role.data(),
                                   member.role.size());
            }
        }
        osmium::builder::TagListBuilder tags{copy};
        for (const StreetTag& tag : relation.tags) {
            tags.add_tag(tag.first.data(), tag.first.size(), tag.second.data(), tag.second.size());
        }
    }
    return objects.commit();
}

std::size_t OsmRelations::Store::keep(const OsmWay& way, std::span<const std::uint32_t> positions, const OsmLocations& locations)
{
    {
        osmium::builder::WayBuilder copy{objects};
        copy.set_id(way.number);
        osmium::builder::WayNodeListBuilder nodes{copy};
        for (std::size_t i = 0; i < way.nodes.size(); ++i) {
            const bool is_known = positions[i] != OsmLocations::nowhere;
            nodes.add_node_ref(way.nodes[i], is_known ? osmium::Location(locations.x_e7(positions[i]), locations.y_e7(positions[i]))
                                                      : osmium::Location());
        }
    }
    return objects.commit();
}

namespace {

Point degrees(const osmium::Location& location)
{
    return {location.x() / 1e7, location.y() / 1e7};
}

template <class OsmRing>
Ring ring_of(const OsmRing& nodes)
{
    Ring ring;
    ring.reserve(nodes.size());
    for (const osmium::NodeRef& node : nodes) {
        ring.push_back(degrees(node.location()));
    }
    return ring;
}

MultiPolygon ground_of(const osmium::Area& area)
{
    MultiPolygon ground;
    for (const osmium::OuterRing& outer : area.outer_rings()) {
        ground.push_back({ring_of(outer), {}});
        for (const osmium::InnerRing& inner : area.inner_rings(outer)) {
            ground.back().holes.push_back(ring_of(inner));
        }
    }
    return ground;
}

/// The ground inside the ways' rings, empty where they do not close or cross each other.
MultiPolygon assembled(const osmium::Relation& relation, const std::vector<const osmium::Way*>& ways)
{
    osmium::area::AssemblerConfig config;
    config.create_empty_areas = false;
    config.keep_type_tag = true; // tags are copied whole, without a look into them
    osmium::memory::Buffer buffer{std::size_t{1} << 12U, osmium::memory::Buffer::auto_grow::yes};
    osmium::area::Assembler assemble{config};
    return assemble(relation, ways, buffer) ? ground_of(buffer.get<osmium::Area>(0)) : MultiPolygon{};
}

bool is_outer(const OsmMember& member)
{
    return member.role == "outer" || member.role.empty();
}

bool is_complete(const osmium::Way* way)
{
    return way != nullptr &&
           std::all_of(way->nodes().begin(), way->nodes().end(), [](const osmium::NodeRef& node) { return node.location().is_defined(); });
}

bool is_site_relation(OsmTagSpan tags)
{
    return value_of(tags, "type") == "site";
}

bool is_ground_of_boundary(OsmTagSpan tags)
{
    return is_area_relation(tags) && value_of(tags, "boundary") == "administrative";
}

std::vector<std::string> member_ids(const osmium::Relation& relation)
{
    std::vector<std::string> ids;
    for (const osmium::RelationMember& member : relation.members()) {
        ids.push_back(std::string(osmium::item_type_to_name(member.type())) + "/" + std::to_string(member.ref()));
    }
    return ids;
}

bool holds(const std::vector<std::int64_t>& sorted, std::int64_t number)
{
    return std::binary_search(sorted.begin(), sorted.end(), number);
}

} // namespace

bool is_wanted_relation(OsmTagSpan tags, const OsmMatcher& areas, const OsmMatcher& sites, bool boundaries)
{
    return (is_site_relation(tags) && sites(tags)) || (boundaries && is_ground_of_boundary(tags)) ||
           (is_area_relation(tags) && areas(tags));
}

OsmRelations::OsmRelations(const OsmMatcher& areas, const OsmMatcher& sites, bool boundaries)
    : areas_(&areas), sites_(&sites), boundaries_(boundaries), store_(std::make_unique<Store>())
{
}

OsmRelations::~OsmRelations() = default;

void OsmRelations::add(const OsmRelation& relation)
{
    if (is_ground_of_boundary(relation.tags)) {
        for (const OsmMember& member : relation.members) {
            if (member.kind == OsmKind::way) {
                in_boundary_.push_back(member.number);
            }
        }
    }
    if (is_wanted_relation(relation.tags, *areas_, *sites_, boundaries_)) {
        add_members(relation);
    }
}

void OsmRelations::add_members(const OsmRelation& relation)
{
    const auto which = static_cast<std::uint32_t>(store_->relations.size());
    store_->relations.push_back(store_->keep(relation));
    for (const OsmMember& member : relation.members) {
        if (member.kind != OsmKind::way) {
            continue;
        }
        members_.push_back(member.number);
        if (is_outer(member) && !is_site_relation(relation.tags)) {
            outers_.emplace_back(member.number, which);
        }
    }
}

void OsmRelations::close()
{
    for (auto* numbers : {&members_, &in_boundary_}) {
        std::sort(numbers->begin(), numbers->end());
        numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
    }
    std::sort(outers_.begin(), outers_.end());
}

bool OsmRelations::is_in_boundary(std::int64_t way) const
{
    return holds(in_boundary_, way);
}

bool OsmRelations::stands_for(std::int64_t way, OsmTagSpan tags) const
{
    std::vector<StreetTag> others;
    auto at = std::lower_bound(outers_.begin(), outers_.end(), std::pair(way, std::uint32_t{0}));
    for (; at != outers_.end() && at->first == way; ++at) {
        read_tags(store_->relation(at->second).tags(), others);
        if (areas_->same_main_tag(tags, others)) {
            return true;
        }
    }
    return false;
}

void OsmRelations::add_way(const OsmWay& way, std::span<const std::uint32_t> positions, const OsmLocations& locations)
{
    if (holds(members_, way.number)) {
        store_->ways.emplace_back(way.number, store_->keep(way, positions, locations));
    }
}

std::optional<Point> OsmRelations::somewhere(const osmium::Relation& relation, OsmLocations& locations) const
{
    for (const osmium::RelationMember& member : relation.members()) {
        if (member.type() == osmium::item_type::node) {
            if (const auto position = locations.find(member.ref())) {
                return locations.degrees(*position);
            }
        }
        const osmium::Way* way = member.type() == osmium::item_type::way ? store_->way(member.ref()) : nullptr;
        if (way == nullptr) {
            continue;
        }
        for (const osmium::NodeRef& node : way->nodes()) {
            if (node.location().is_defined()) {
                return degrees(node.location());
            }
        }
    }
    return std::nullopt;
}

OsmFeature OsmRelations::feature(const osmium::Relation& relation, OsmLocations& locations) const
{
    OsmFeature feature;
    feature.kind = OsmKind::relation;
    feature.number = relation.id();
    feature.near = somewhere(relation, locations).value_or(Point{});
    std::vector<StreetTag> tags;
    read_tags(relation.tags(), tags);
    feature.tags = kept(tags);
    if (is_site_relation(tags)) {
        feature.members = member_ids(relation);
        return feature;
    }
    std::vector<const osmium::Way*> ways;
    for (const osmium::RelationMember& member : relation.members()) {
        if (member.type() == osmium::item_type::way) {
            ways.push_back(store_->way(member.ref()));
        }
    }
    if (!std::all_of(ways.begin(), ways.end(), is_complete)) {
        feature.problem = "incomplete";
        return feature;
    }
    if (MultiPolygon ground = assembled(relation, ways); !ground.empty()) {
        feature.geometry = std::move(ground);
    } else {
        feature.problem = "ring";
    }
    return feature;
}

std::vector<OsmFeature> OsmRelations::features(OsmLocations& locations) const
{
    std::sort(store_->ways.begin(), store_->ways.end());
    std::vector<OsmFeature> result;
    for (std::size_t i = 0; i < store_->relations.size(); ++i) {
        result.push_back(feature(store_->relation(i), locations));
    }
    return result;
}

} // namespace gis
