#include "gis/io/osm/osm.hpp"

#include "gis/io/osm/osm_features.hpp"
#include "gis/io/osm/osm_objects.hpp"
#include "gis/io/osm/osm_relations.hpp"
#include "gis/io/osm/osm_streets.hpp"
#include "gis/squares/joined_streets.hpp"

#include <osmium/memory/buffer.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace gis {
namespace {

/// One reading of a file, in which objects must come in order.
class Reading
{
public:
    explicit Reading(const OsmWanted& wanted)
        : wanted_(wanted), nodes_(wanted.nodes), areas_(wanted.areas), sites_(wanted.sites), relations_(areas_, sites_, wanted.boundaries),
          streets_(locations_, wanted.foot)
    {
    }

    OsmFile read(OsmObjects& objects);

private:
    void read_relations(OsmObjects& objects);
    void begin(const osmium::OSMObject& object);
    void add(const osmium::OSMObject& object);
    void add_node(const osmium::Node& node);
    void add_way(const osmium::Way& way);
    void add_area(const osmium::Way& way);
    void add_relation(const osmium::Relation& relation);
    bool wants_streets() const { return wanted_.streets || wanted_.ways; }
    bool wants_areas() const { return !areas_.is_empty() || wanted_.boundaries; }
    bool is_wanted(const osmium::Way& way, bool in_boundary) const;
    OsmFile file();

    const OsmWanted& wanted_;
    OsmMatcher nodes_;
    OsmMatcher areas_;
    OsmMatcher sites_;
    OsmLocations locations_;
    OsmRelations relations_;
    OsmStreets streets_;
    OsmFile file_;
    std::vector<StreetTag> tags_; ///< of the object at hand
    OsmOrder order_;
    bool nodes_are_over_ = false;
};

OsmFile Reading::read(OsmObjects& objects)
{
    // A file of nodes alone takes some 7 bytes a node, a usual one 9 or 10.
    constexpr std::uint64_t bytes_of_node = 6;
    constexpr std::uint64_t max_reserved = 100'000'000;
    locations_.reserve(std::min(objects.bytes() / bytes_of_node, max_reserved));
    if (wants_areas()) {
        read_relations(objects);
    }
    objects.all([this](const osmium::memory::Buffer& buffer) {
        for (const osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
            begin(object);
            add(object);
        }
    });
    return file();
}

void Reading::read_relations(OsmObjects& objects)
{
    objects.relations([this](const osmium::memory::Buffer& buffer) {
        for (const osmium::Relation& relation : buffer.select<osmium::Relation>()) {
            read_tags(relation.tags(), tags_);
            relations_.add(relation, tags_);
        }
    });
    relations_.close();
}

/// What comes first of ways and relations ends the nodes.
void Reading::begin(const osmium::OSMObject& object)
{
    order_.check(object);
    if (!nodes_are_over_ && object.type() > osmium::item_type::node) {
        locations_.close();
        nodes_are_over_ = true;
    }
    ++file_.objects_read;
}

void Reading::add(const osmium::OSMObject& object)
{
    switch (object.type()) {
    case osmium::item_type::node: add_node(static_cast<const osmium::Node&>(object)); break;
    case osmium::item_type::way: add_way(static_cast<const osmium::Way&>(object)); break;
    default: add_relation(static_cast<const osmium::Relation&>(object));
    }
}

void Reading::add_node(const osmium::Node& node)
{
    if (node.location().valid()) {
        locations_.add(node.id(), node.location().x(), node.location().y());
    }
    if (node.tags().empty()) {
        return;
    }
    read_tags(node.tags(), tags_);
    if (wants_streets()) {
        streets_.add_node(node.id(), tags_);
    }
    if (nodes_(tags_)) {
        file_.features.push_back(node_feature(node, tags_));
    }
}

void Reading::add_way(const osmium::Way& way)
{
    read_tags(way.tags(), tags_);
    if (wants_streets()) {
        streets_.add_way(way, tags_);
    }
    if (wants_areas()) {
        add_area(way);
    }
}

void Reading::add_area(const osmium::Way& way)
{
    relations_.add_way(way, locations_);
    if (tags_.empty()) {
        return;
    }
    const bool in_boundary = relations_.is_in_boundary(way.id());
    if (is_wanted(way, in_boundary)) {
        file_.features.push_back(way_feature(way, tags_, locations_));
        file_.features.back().in_boundary = in_boundary;
    }
}

bool Reading::is_wanted(const osmium::Way& way, bool in_boundary) const
{
    const bool is_closed = !way.nodes().empty() && way.ends_have_same_id();
    if (areas_(tags_) && !(is_closed && relations_.stands_for(way.id(), tags_))) {
        return true;
    }
    return wanted_.boundaries && is_closed && !in_boundary && value_of(tags_, "boundary") == "administrative";
}

void Reading::add_relation(const osmium::Relation& relation)
{
    if (wants_streets()) {
        read_tags(relation.tags(), tags_);
        streets_.add_relation(relation, tags_);
    }
}

OsmFile Reading::file()
{
    locations_.close();
    if (wanted_.ways) {
        file_.ways = std::move(streets_).streets();
    } else if (wanted_.streets) {
        file_.streets = joined(std::move(streets_).streets(), Squares::outline);
    }
    auto of_relations = relations_.features(locations_);
    file_.features.insert(file_.features.end(), std::make_move_iterator(of_relations.begin()), std::make_move_iterator(of_relations.end()));
    std::sort(file_.features.begin(), file_.features.end(),
              [](const OsmFeature& a, const OsmFeature& b) { return std::tie(a.kind, a.number) < std::tie(b.kind, b.number); });
    return std::move(file_);
}

} // namespace

OsmFile read_osm(const std::string& path, const OsmWanted& wanted, unsigned threads)
{
    OsmObjects objects(path, threads);
    try {
        return Reading(wanted).read(objects);
    } catch (const OsmOutOfOrder&) {
        objects.put_in_order();
        return Reading(wanted).read(objects);
    }
}

} // namespace gis
