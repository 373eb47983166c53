#include "gis/io/osm/osm_store.hpp"

#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

namespace gis {

/// Objects are found by their offset, as a growing buffer moves them.
struct OsmStore::Objects
{
    osmium::memory::Buffer buffer{std::size_t{1} << 20U, osmium::memory::Buffer::auto_grow::yes};
    std::vector<std::size_t> nodes, ways, relations;

    std::uint32_t commit(std::vector<std::size_t>& offsets)
    {
        offsets.push_back(buffer.commit());
        return static_cast<std::uint32_t>(offsets.size() - 1);
    }
};

namespace {

template <class Builder>
void add_tags(Builder& object, OsmTagSpan tags)
{
    if (tags.empty()) {
        return;
    }
    osmium::builder::TagListBuilder list{object};
    for (const StreetTag& tag : tags) {
        list.add_tag(tag.first.data(), tag.first.size(), tag.second.data(), tag.second.size());
    }
}

} // namespace

OsmStore::OsmStore() : objects_(std::make_unique<Objects>()) {}

OsmStore::~OsmStore() = default;

std::uint32_t OsmStore::keep(const osmium::Node& node, OsmTagSpan tags)
{
    {
        osmium::builder::NodeBuilder copy{objects_->buffer};
        copy.set_id(node.id()).set_location(node.location());
        add_tags(copy, tags);
    }
    return objects_->commit(objects_->nodes);
}

std::uint32_t OsmStore::keep(const osmium::Way& way, OsmTagSpan tags)
{
    {
        osmium::builder::WayBuilder copy{objects_->buffer};
        copy.set_id(way.id());
        {
            osmium::builder::WayNodeListBuilder nodes{copy};
            for (const osmium::NodeRef& node : way.nodes()) {
                nodes.add_node_ref(node.ref());
            }
        }
        add_tags(copy, tags);
    }
    return objects_->commit(objects_->ways);
}

std::uint32_t OsmStore::keep(const osmium::Relation& relation, OsmTagSpan tags)
{
    {
        osmium::builder::RelationBuilder copy{objects_->buffer};
        copy.set_id(relation.id());
        {
            osmium::builder::RelationMemberListBuilder members{copy};
            for (const osmium::RelationMember& member : relation.members()) {
                members.add_member(member.type(), member.ref(), member.role());
            }
        }
        add_tags(copy, tags);
    }
    return objects_->commit(objects_->relations);
}

const osmium::Node& OsmStore::node(std::uint32_t which) const
{
    return objects_->buffer.get<const osmium::Node>(objects_->nodes[which]);
}

const osmium::Way& OsmStore::way(std::uint32_t which) const
{
    return objects_->buffer.get<const osmium::Way>(objects_->ways[which]);
}

const osmium::Relation& OsmStore::relation(std::uint32_t which) const
{
    return objects_->buffer.get<const osmium::Relation>(objects_->relations[which]);
}

std::uint32_t OsmStore::node_count() const
{
    return static_cast<std::uint32_t>(objects_->nodes.size());
}

} // namespace gis
