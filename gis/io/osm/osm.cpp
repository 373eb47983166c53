#include "gis/io/osm/osm.hpp"

#include "gis/io/osm/osm_direct.hpp"
#include "gis/io/osm/osm_objects.hpp"
#include "gis/io/osm/osm_reading.hpp"

#include <osmium/memory/buffer.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <utility>

namespace gis {
namespace {

/// One reading by libosmium, in which objects must come in order.
class Reading
{
public:
    explicit Reading(const OsmWanted& wanted) : reading_(wanted) {}

    OsmFile read(OsmObjects& objects);

private:
    OsmPart relations_in(const osmium::memory::Buffer& buffer);
    OsmPart part_of(const osmium::memory::Buffer& buffer);
    void add_tags(OsmPart& part, const osmium::OSMObject& object);
    void add(OsmPart& part, const osmium::Node& node);
    void add(OsmPart& part, const osmium::Way& way);
    void add(OsmPart& part, const osmium::Relation& relation);
    void take(OsmPart part);

    OsmReading reading_;
    std::vector<StreetTag> tags_; ///< of the object at hand
    OsmOrder order_;
    bool nodes_are_over_ = false;
};

OsmFile Reading::read(OsmObjects& objects)
{
    reading_.expect(objects.bytes());
    if (reading_.wants_relations()) {
        objects.relations([this](const osmium::memory::Buffer& buffer) { reading_.add_relations(relations_in(buffer)); });
        reading_.close_relations();
    }
    objects.all([this](const osmium::memory::Buffer& buffer) { take(part_of(buffer)); });
    if (!nodes_are_over_) {
        reading_.close_nodes();
    }
    return std::move(reading_).file();
}

OsmPart Reading::relations_in(const osmium::memory::Buffer& buffer)
{
    OsmPart part;
    for (const osmium::Relation& relation : buffer.select<osmium::Relation>()) {
        add(part, relation);
    }
    return part;
}

OsmPart Reading::part_of(const osmium::memory::Buffer& buffer)
{
    OsmPart part;
    for (const osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
        order_.check(object);
        reading_.count(1);
        if (object.type() == osmium::item_type::node) {
            add(part, static_cast<const osmium::Node&>(object));
        } else if (object.type() == osmium::item_type::way) {
            add(part, static_cast<const osmium::Way&>(object));
        }
    }
    return part;
}

void Reading::add_tags(OsmPart& part, const osmium::OSMObject& object)
{
    read_tags(object.tags(), tags_);
    for (const auto& [key, value] : tags_) {
        part.add_tag(key, value);
    }
}

void Reading::add(OsmPart& part, const osmium::Node& node)
{
    std::optional<OsmPlace> place;
    if (node.location().valid()) {
        place = {node.location().x(), node.location().y()};
        part.places.emplace_back(node.id(), *place);
    }
    if (!node.tags().empty()) {
        add_tags(part, node);
        part.end_node(node.id(), place);
    }
}

void Reading::add(OsmPart& part, const osmium::Way& way)
{
    add_tags(part, way);
    for (const osmium::NodeRef& node : way.nodes()) {
        part.add_node(node.ref());
    }
    part.end_way(way.id());
}

void Reading::add(OsmPart& part, const osmium::Relation& relation)
{
    add_tags(part, relation);
    for (const osmium::RelationMember& member : relation.members()) {
        part.add_member({static_cast<OsmKind>(osmium::item_type_to_nwr_index(member.type())), member.ref(), member.role()});
    }
    part.end_relation(relation.id());
}

void Reading::take(OsmPart part)
{
    reading_.take(reading_.nodes_of(part));
    if (part.way_count() == 0) {
        return;
    }
    if (!nodes_are_over_) {
        reading_.close_nodes();
        nodes_are_over_ = true;
    }
    reading_.take(reading_.ways_of(std::move(part)));
}

} // namespace

OsmFile read_osm_by_libosmium(const std::string& path, const OsmWanted& wanted, unsigned threads)
{
    OsmObjects objects(path, threads);
    try {
        return Reading(wanted).read(objects);
    } catch (const OsmOutOfOrder&) {
        objects.put_in_order();
        return Reading(wanted).read(objects);
    }
}

OsmFile read_osm(const std::string& path, const OsmWanted& wanted, unsigned threads)
{
    std::optional<OsmFile> file = OsmObjects::is_pbf(path) ? read_directly(path, wanted, threads) : std::nullopt;
    return file ? std::move(*file) : read_osm_by_libosmium(path, wanted, threads);
}

} // namespace gis
