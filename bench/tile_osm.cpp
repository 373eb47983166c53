// Makes a big city of a small one: N x N copies of an OpenStreetMap file side by side, with numbers of their own, in order.
// usage: bench_tile_osm IN.osm.pbf N OUT.osm.pbf

#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/io/any_input.hpp>
#include <osmium/io/any_output.hpp>
#include <osmium/osm/box.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using osmium::memory::Buffer;

/// Where a copy goes and what is added to its numbers.
struct Copy
{
    double east_deg = 0.0;
    double north_deg = 0.0;
    std::int64_t number = 0;
};

/// The bounds of the nodes and the largest number of any object.
struct Extent
{
    osmium::Box box;
    std::int64_t largest = 0;
};

Extent extent_of(const Buffer& objects)
{
    Extent extent;
    for (const osmium::OSMObject& object : objects.select<osmium::OSMObject>()) {
        extent.largest = std::max(extent.largest, object.id());
        if (object.type() == osmium::item_type::node) {
            extent.box.extend(static_cast<const osmium::Node&>(object).location());
        }
    }
    return extent;
}

void move_node(osmium::Node& node, const Copy& copy)
{
    node.set_location(osmium::Location(node.location().lon() + copy.east_deg, node.location().lat() + copy.north_deg));
}

void move_object(osmium::OSMObject& object, const Copy& copy)
{
    object.set_id(object.id() + copy.number);
    if (object.type() == osmium::item_type::node) {
        move_node(static_cast<osmium::Node&>(object), copy);
    } else if (object.type() == osmium::item_type::way) {
        for (osmium::NodeRef& node : static_cast<osmium::Way&>(object).nodes()) {
            node.set_ref(node.ref() + copy.number);
        }
    } else if (object.type() == osmium::item_type::relation) {
        for (osmium::RelationMember& member : static_cast<osmium::Relation&>(object).members()) {
            member.set_ref(member.ref() + copy.number);
        }
    }
}

template <class Object>
void write_copy(osmium::io::Writer& writer, const Buffer& objects, const Copy& copy)
{
    Buffer moved{std::size_t{1} << 20U, Buffer::auto_grow::yes};
    for (const Object& object : objects.select<Object>()) {
        moved.add_item(object);
        move_object(moved.get<osmium::OSMObject>(moved.commit()), copy);
        if (moved.committed() > std::size_t{1} << 19U) {
            writer(std::move(moved));
            moved = Buffer{std::size_t{1} << 20U, Buffer::auto_grow::yes};
        }
    }
    writer(std::move(moved));
}

template <class Object>
void write_copies(osmium::io::Writer& writer, const Buffer& objects, const Extent& extent, int side)
{
    const double width_deg = extent.box.top_right().lon() - extent.box.bottom_left().lon();
    const double height_deg = extent.box.top_right().lat() - extent.box.bottom_left().lat();
    for (int i = 0; i < side * side; ++i) {
        write_copy<Object>(writer, objects, {i % side * width_deg, i / side * height_deg, i * extent.largest});
    }
}

} // namespace

int main(int argc, char** argv)
{
    const int side = argc == 4 ? std::atoi(argv[2]) : 0;
    if (side < 1) {
        std::fputs("usage: bench_tile_osm IN.osm.pbf N OUT.osm.pbf\n", stderr);
        return 2;
    }
    const Buffer objects = osmium::io::read_file(argv[1], osmium::io::read_meta::no);
    const Extent extent = extent_of(objects);
    osmium::io::Header header;
    header.set("generator", "fieldgap bench_tile_osm");
    osmium::io::Writer writer(argv[3], header, osmium::io::overwrite::allow);
    write_copies<osmium::Node>(writer, objects, extent, side);
    write_copies<osmium::Way>(writer, objects, extent, side);
    write_copies<osmium::Relation>(writer, objects, extent, side);
    writer.close();
    return 0;
}
