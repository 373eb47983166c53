#include "gis/io/pbf/osm_part.hpp"

namespace gis {

void OsmPart::drop()
{
    tags_.resize(ended_tags_);
    numbers_.resize(ended_numbers_);
    members_.resize(ended_members_);
}

void OsmPart::end(std::vector<Object>& objects, std::int64_t number, std::size_t end)
{
    objects.push_back({number, ended_tags_, tags_.size(), objects.empty() ? 0 : objects.back().end, end});
    ended_tags_ = tags_.size();
    ended_numbers_ = numbers_.size();
    ended_members_ = members_.size();
}

OsmTagSpan OsmPart::tags_of(const Object& object) const
{
    return OsmTagSpan(tags_).subspan(object.first_tag, object.end_tag - object.first_tag);
}

OsmNode OsmPart::node(std::size_t which) const
{
    return {nodes_[which].number, node_places_[which], tags_of(nodes_[which])};
}

OsmWay OsmPart::way(std::size_t which) const
{
    const Object& way = ways_[which];
    return {way.number, std::span(numbers_).subspan(way.first, way.end - way.first), tags_of(way)};
}

OsmRelation OsmPart::relation(std::size_t which) const
{
    const Object& relation = relations_[which];
    return {relation.number, std::span(members_).subspan(relation.first, relation.end - relation.first), tags_of(relation)};
}

} // namespace gis
