#include "gis/io/osm/osm_cutter.hpp"

#include "gis/interrupt.hpp"
#include "gis/io/osm/osm_objects.hpp"
#include "gis/io/osm/osm_piece_writer.hpp"
#include "gis/io/osm/osm_relations.hpp"
#include "gis/io/osm/osm_store.hpp"
#include "gis/io/osm/osm_streets.hpp"

#include <osmium/memory/buffer.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/object_comparisons.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

namespace gis {
namespace {

/// A way's known nodes, a line for each run without one that is missing.
MultiLine course_of(const osmium::Way& way, OsmLocations& locations)
{
    MultiLine course;
    bool goes_on = false;
    for (const osmium::NodeRef& node : way.nodes()) {
        const auto position = locations.find(node.ref());
        if (position) {
            if (!goes_on) {
                course.emplace_back();
            }
            course.back().push_back(locations.degrees(*position));
        }
        goes_on = position.has_value();
    }
    return course;
}

Box bounds_of(const MultiLine& lines)
{
    Box box;
    for (const Line& line : lines) {
        for (const Point& point : line) {
            box.add(point);
        }
    }
    return box;
}

std::vector<std::int64_t> member_ways(const osmium::Relation& relation)
{
    std::vector<std::int64_t> ways;
    for (const osmium::RelationMember& member : relation.members()) {
        if (member.type() == osmium::item_type::way) {
            ways.push_back(member.ref());
        }
    }
    return ways;
}

void make_unique(std::vector<std::int64_t>& numbers)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

bool holds(const std::vector<std::int64_t>& sorted, std::int64_t number)
{
    return std::binary_search(sorted.begin(), sorted.end(), number);
}

std::vector<std::uint32_t> united(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    std::vector<std::uint32_t> both;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

/// A multipolygon whose outline is walked, and where its ways are in the store.
struct Square
{
    std::uint32_t relation = 0;
    std::vector<std::int64_t> ways;
};

/// The streets of one piece.
struct Part
{
    const OsmCut* cut = nullptr;
    std::size_t which = 0; ///< in the list of cuts
    std::vector<std::uint32_t> ways;
    std::size_t walked = 0;
};

/// Pieces that want the same of the file and differ only in where.
class Group
{
public:
    explicit Group(const OsmWanted& wanted) : wanted_(wanted), nodes_(wanted.nodes), areas_(wanted.areas), sites_(wanted.sites) {}

    const OsmWanted& wanted() const { return wanted_; }
    void add_part(const OsmCut& cut, std::size_t which) { parts_.push_back({&cut, which, {}, 0}); }
    const std::vector<Part>& parts() const { return parts_; }

    void announce(const osmium::Relation& relation, OsmTagSpan tags);
    void close_relations();
    bool wants(OsmTagSpan node) const { return nodes_(node); }
    void take_node(std::uint32_t node) { whole_.nodes.push_back(node); }
    /// `course` finds the way's nodes, and `keep` puts it into the store, when it is first asked.
    template <class Course, class Keep>
    void take_way(const osmium::Way& way, OsmTagSpan tags, const Course& course, const Keep& keep);
    template <class Keep>
    void take_relation(const osmium::Relation& relation, OsmTagSpan tags, const Keep& keep);
    /// What a part's piece holds, once all is taken.
    OsmPiece piece(const Part& part) const;

private:
    bool wants_streets() const { return wanted_.streets || wanted_.ways; }
    bool wants_relation(OsmTagSpan tags) const { return is_wanted_relation(tags, areas_, sites_, wanted_.boundaries); }
    bool wants_area(const osmium::Way& way, OsmTagSpan tags) const
    {
        return holds(members_, way.id()) || areas_(tags) || (wanted_.boundaries && value_of(tags, "boundary") == "administrative");
    }

    OsmWanted wanted_;
    OsmMatcher nodes_, areas_, sites_;
    std::vector<Part> parts_;
    std::vector<std::int64_t> members_;        ///< ways of wanted relations, sorted
    std::vector<std::int64_t> square_members_; ///< ways of squares, sorted
    OsmPiece whole_;                           ///< what every piece of the group holds
    std::vector<Square> squares_;
    std::vector<std::pair<std::int64_t, std::uint32_t>> square_ways_; ///< number and place, in the order of the file
};

void Group::announce(const osmium::Relation& relation, OsmTagSpan tags)
{
    const bool is_wanted = wants_relation(tags);
    if (is_wanted || (wants_streets() && is_square(tags, wanted_.foot))) {
        auto& list = is_wanted ? members_ : square_members_;
        const std::vector<std::int64_t> ways = member_ways(relation);
        list.insert(list.end(), ways.begin(), ways.end());
    }
}

void Group::close_relations()
{
    make_unique(members_);
    make_unique(square_members_);
}

template <class Course, class Keep>
void Group::take_way(const osmium::Way& way, OsmTagSpan tags, const Course& course, const Keep& keep)
{
    const bool is_whole = wants_area(way, tags);
    if (is_whole) {
        whole_.ways.push_back(keep());
    }
    if (!wants_streets()) {
        return;
    }
    const bool is_of_square = holds(square_members_, way.id());
    if (is_of_square) {
        square_ways_.emplace_back(way.id(), keep());
    }
    const FootAccess access = street_access(tags, wanted_.foot);
    if (access == FootAccess::barred && !is_of_square) {
        return;
    }
    const MultiLine& lines = course();
    const Box box = bounds_of(lines);
    for (Part& part : parts_) {
        const auto is_near = [&part](const Line& line) { return touches(line, part.cut->within); };
        if (part.cut->within.meets(box) && std::any_of(lines.begin(), lines.end(), is_near)) {
            part.ways.push_back(keep());
            part.walked += is_street(access) ? 1U : 0U;
        }
    }
}

template <class Keep>
void Group::take_relation(const osmium::Relation& relation, OsmTagSpan tags, const Keep& keep)
{
    if (wants_relation(tags)) {
        whole_.relations.push_back(keep());
    }
    if (wants_streets() && is_square(tags, wanted_.foot)) {
        squares_.push_back({keep(), member_ways(relation)});
    }
}

OsmPiece Group::piece(const Part& part) const
{
    OsmPiece piece{whole_.nodes, united(whole_.ways, part.ways), {}};
    std::vector<std::uint32_t> relations;
    std::vector<std::uint32_t> outlines;
    for (const Square& square : squares_) {
        std::vector<std::uint32_t> ways;
        for (const std::int64_t number : square.ways) {
            const auto found = std::lower_bound(square_ways_.begin(), square_ways_.end(), number,
                                                [](const auto& a, std::int64_t b) { return osmium::id_order{}(a.first, b); });
            if (found != square_ways_.end() && found->first == number) {
                ways.push_back(found->second);
            }
        }
        const auto is_near = [&part](std::uint32_t way) { return std::binary_search(part.ways.begin(), part.ways.end(), way); };
        if (std::any_of(ways.begin(), ways.end(), is_near)) {
            relations.push_back(square.relation);
            outlines.insert(outlines.end(), ways.begin(), ways.end());
        }
    }
    std::sort(outlines.begin(), outlines.end());
    outlines.erase(std::unique(outlines.begin(), outlines.end()), outlines.end());
    piece.ways = united(piece.ways, outlines);
    piece.relations = united(whole_.relations, relations);
    return piece;
}

/// One reading of a file, in which objects must come in order.
class Cutter
{
public:
    explicit Cutter(const std::vector<OsmCut>& cuts)
    {
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            group_of(cuts[i].wanted).add_part(cuts[i], i);
        }
    }

    void read(OsmObjects& objects)
    {
        objects.relations([this](const osmium::memory::Buffer& buffer) {
            for (const osmium::Relation& relation : buffer.select<osmium::Relation>()) {
                read_tags(relation.tags(), tags_);
                for (Group& group : groups_) {
                    group.announce(relation, tags_);
                }
            }
        });
        for (Group& group : groups_) {
            group.close_relations();
        }
        objects.all([this](const osmium::memory::Buffer& buffer) {
            for (const osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
                order_.check(object);
                add(object);
            }
        });
        close_locations();
    }

    std::vector<std::size_t> write(std::size_t count, unsigned threads)
    {
        std::vector<std::size_t> walked(count);
        for (const Group& group : groups_) {
            for (const Part& part : group.parts()) {
                throw_if_interrupted();
                write_piece(part.cut->path, group.piece(part), store_, locations_, threads);
                walked[part.which] = part.walked;
            }
        }
        return walked;
    }

private:
    Group& group_of(const OsmWanted& wanted)
    {
        const auto found = std::find_if(groups_.begin(), groups_.end(), [&](const Group& group) { return group.wanted() == wanted; });
        return found != groups_.end() ? *found : groups_.emplace_back(wanted);
    }

    void close_locations()
    {
        if (!locations_closed_) {
            locations_.close();
            locations_closed_ = true;
        }
    }

    void add(const osmium::OSMObject& object)
    {
        read_tags(object.tags(), tags_);
        switch (object.type()) {
        case osmium::item_type::node: return add_node(static_cast<const osmium::Node&>(object));
        case osmium::item_type::way: return add_way(static_cast<const osmium::Way&>(object));
        default: add_relation(static_cast<const osmium::Relation&>(object));
        }
    }

    void add_node(const osmium::Node& node)
    {
        if (node.location().valid()) {
            locations_.add(node.id(), node.location().x(), node.location().y());
        }
        if (tags_.empty()) {
            return;
        }
        const std::uint32_t place = store_.keep(node, tags_);
        for (Group& group : groups_) {
            if (group.wants(tags_)) {
                group.take_node(place);
            }
        }
    }

    void add_way(const osmium::Way& way)
    {
        close_locations();
        std::optional<MultiLine> known;
        const auto course = [&]() -> const MultiLine& { return known ? *known : known.emplace(course_of(way, locations_)); };
        std::optional<std::uint32_t> place;
        const auto keep = [&] { return place ? *place : place.emplace(store_.keep(way, tags_)); };
        for (Group& group : groups_) {
            group.take_way(way, tags_, course, keep);
        }
    }

    void add_relation(const osmium::Relation& relation)
    {
        std::optional<std::uint32_t> place;
        const auto keep = [&] { return place ? *place : place.emplace(store_.keep(relation, tags_)); };
        for (Group& group : groups_) {
            group.take_relation(relation, tags_, keep);
        }
    }

    std::vector<Group> groups_;
    OsmOrder order_;
    OsmLocations locations_;
    bool locations_closed_ = false;
    OsmStore store_;
    std::vector<StreetTag> tags_; ///< of the object at hand
};

std::vector<std::size_t> cut(OsmObjects& objects, const std::vector<OsmCut>& cuts, unsigned threads)
{
    Cutter cutter(cuts);
    cutter.read(objects);
    return cutter.write(cuts.size(), threads);
}

} // namespace

std::vector<std::size_t> cut_osm(const std::string& path, const std::vector<OsmCut>& cuts, unsigned threads)
{
    OsmObjects objects(path, threads);
    try {
        return cut(objects, cuts, threads);
    } catch (const OsmOutOfOrder&) {
        objects.put_in_order();
        return cut(objects, cuts, threads);
    }
}

} // namespace gis
