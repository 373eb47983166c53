#pragma once
// A part of an OpenStreetMap file while it is read: where its nodes are, and those of its objects that may be wanted.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace gis {

enum class OsmKind : std::uint8_t { node, way, relation };

using OsmTagSpan = std::span<const std::pair<std::string_view, std::string_view>>;

/// Ascends in the order of libosmium: 0, -1, -2 .., 1, 2 ..
constexpr std::uint64_t osm_rank(std::int64_t number)
{
    const auto bits = static_cast<std::uint64_t>(number);
    return number < 0 ? 0 - bits : number == 0 ? 0 : bits | (std::uint64_t{1} << 63U);
}

/// 1e-7 degrees.
struct OsmPlace
{
    std::int32_t x_e7 = 0;
    std::int32_t y_e7 = 0;
};

struct OsmNode
{
    std::int64_t number = 0;
    std::optional<OsmPlace> place; ///< none of a node without a place, or with one off the earth
    OsmTagSpan tags;
};

struct OsmWay
{
    std::int64_t number = 0;
    std::span<const std::int64_t> nodes;
    OsmTagSpan tags;

    bool is_closed() const { return !nodes.empty() && nodes.front() == nodes.back(); }
};

struct OsmMember
{
    OsmKind kind = OsmKind::node;
    std::int64_t number = 0;
    std::string_view role;
};

struct OsmRelation
{
    std::int64_t number = 0;
    std::span<const OsmMember> members;
    OsmTagSpan tags;
};

/// Objects are put together piece by piece: their tags and nodes or members, then `end_..` with the rest, or `drop`. Texts are borrowed,
/// from `text` or from whoever made the part.
class OsmPart
{
public:
    std::unique_ptr<char[]> text;
    std::vector<std::pair<std::int64_t, OsmPlace>> places;

    /// Tags without a key or a value are none.
    void add_tag(std::string_view key, std::string_view value)
    {
        if (!key.empty() && !value.empty()) {
            tags_.emplace_back(key, value);
        }
    }
    void add_node(std::int64_t number) { numbers_.push_back(number); }
    void add_member(const OsmMember& member) { members_.push_back(member); }

    void end_node(std::int64_t number, const std::optional<OsmPlace>& place)
    {
        node_places_.push_back(place);
        end(nodes_, number, 0);
    }
    void end_way(std::int64_t number) { end(ways_, number, numbers_.size()); }
    void end_relation(std::int64_t number) { end(relations_, number, members_.size()); }
    /// Forgets what was added since the last object ended.
    void drop();

    std::size_t node_count() const { return nodes_.size(); }
    std::size_t way_count() const { return ways_.size(); }
    std::size_t relation_count() const { return relations_.size(); }
    OsmNode node(std::size_t which) const;
    OsmWay way(std::size_t which) const;
    OsmRelation relation(std::size_t which) const;

private:
    /// Each list begins where the one of the object before ends.
    struct Object
    {
        std::int64_t number = 0;
        std::size_t first_tag = 0;
        std::size_t end_tag = 0;
        std::size_t first = 0; ///< node of a way, member of a relation
        std::size_t end = 0;
    };

    void end(std::vector<Object>& objects, std::int64_t number, std::size_t end);
    OsmTagSpan tags_of(const Object& object) const;

    std::vector<std::pair<std::string_view, std::string_view>> tags_;
    std::vector<std::int64_t> numbers_;
    std::vector<OsmMember> members_;
    std::vector<std::optional<OsmPlace>> node_places_; ///< parallel to `nodes_`
    std::vector<Object> nodes_, ways_, relations_;
    std::size_t ended_tags_ = 0, ended_numbers_ = 0, ended_members_ = 0;
};

} // namespace gis
