#include "gis/io/pbf/pbf_block.hpp"

#include <protozero/pbf_reader.hpp>
#include <protozero/varint.hpp>

#include <algorithm>
#include <utility>

namespace gis {
namespace {

using protozero::data_view;
using protozero::pbf_reader;
using protozero::pbf_wire_type;
using protozero::tag_and_type;

constexpr std::size_t max_text_bytes = 1024; // as libosmium

void require(bool is_usual)
{
    if (!is_usual) {
        throw PbfUnusual{};
    }
}

constexpr bool is_within(std::int64_t value, std::int64_t most)
{
    return -most <= value && value <= most;
}

constexpr std::uint32_t packed(protozero::pbf_tag_type tag)
{
    return tag_and_type(tag, pbf_wire_type::length_delimited);
}

constexpr std::uint32_t number(protozero::pbf_tag_type tag)
{
    return tag_and_type(tag, pbf_wire_type::varint);
}

/// A list of numbers.
class Varints
{
public:
    Varints() = default;
    explicit Varints(const data_view& data) : at_(data.data()), end_(data.data() + data.size()) {}

    bool empty() const { return at_ == end_; }
    std::uint64_t next() { return protozero::decode_varint(&at_, end_); }
    std::int64_t next_difference() { return protozero::decode_zigzag64(next()); }

private:
    const char* at_ = nullptr;
    const char* end_ = nullptr;
};

/// The sum of differences; damaged ones go round.
class Sum
{
public:
    std::int64_t plus(std::int64_t difference)
    {
        value_ += static_cast<std::uint64_t>(difference);
        return static_cast<std::int64_t>(value_);
    }

private:
    std::uint64_t value_ = 0;
};

class Decoder
{
public:
    Decoder(PbfText text, OsmKind kind, const OsmInterest& interest)
        : kind_(kind), keys_(kind == OsmKind::node ? interest.node_keys : interest.way_keys), next_way_(interest.ways.begin()),
          end_way_(interest.ways.end()), size_(text.size)
    {
        block_.part.text = std::move(text.bytes);
    }

    PbfBlock block()
    {
        read_head();
        for (const data_view& group : groups_) {
            read_group(pbf_reader(group));
        }
        require(has_objects_);
        return std::move(block_);
    }

private:
    void read_head();
    void read_texts(const data_view& list);
    void read_group(pbf_reader group);
    void read_nodes(pbf_reader nodes);
    void read_way(pbf_reader way);
    void read_relation(pbf_reader relation);
    /// Both whether a key among them is of interest.
    bool read_tags_of_node(Varints& tags);
    bool read_tags(Varints keys, Varints values);

    std::string_view text(std::uint64_t which) const
    {
        require(which < texts_.size());
        return texts_[which];
    }

    bool is_of_interest(std::uint64_t key);
    bool is_way_of_interest(std::int64_t way);
    OsmPlace place_of(std::int64_t lon, std::int64_t lat) const;

    void note_kind(OsmKind kind)
    {
        PbfContent& content = block_.content;
        require(!has_objects_ || content.last_kind <= kind);
        content.first_kind = has_objects_ ? content.first_kind : kind;
        content.last_kind = kind;
        has_objects_ = true;
    }

    void note_number(std::int64_t number)
    {
        PbfContent& content = block_.content;
        const std::uint64_t rank = osm_rank(number);
        require(content.count == 0 || content.last_rank < rank);
        content.first_rank = content.count == 0 ? rank : content.first_rank;
        content.last_rank = rank;
        ++content.count;
    }

    OsmKind kind_;
    const std::vector<std::string>& keys_;
    std::vector<std::uint64_t>::const_iterator next_way_, end_way_;
    std::size_t size_;
    PbfBlock block_;
    bool has_objects_ = false;
    std::vector<data_view> groups_;
    std::vector<std::string_view> texts_;
    std::vector<std::uint8_t> interest_; ///< per text: not yet asked, no, yes
    std::int64_t granularity_ = 100;
    std::int64_t lat_offset_ = 0;
    std::int64_t lon_offset_ = 0;
};

void Decoder::read_head()
{
    pbf_reader reader(block_.part.text.get(), size_);
    while (reader.next()) {
        switch (reader.tag_and_type()) {
        case packed(1): read_texts(reader.get_view()); break;
        case packed(2): groups_.push_back(reader.get_view()); break;
        case number(17): granularity_ = reader.get_int32(); break;
        case number(18): reader.skip(); break; // of dates
        case number(19): lat_offset_ = reader.get_int64(); break;
        case number(20): lon_offset_ = reader.get_int64(); break;
        default: throw PbfUnusual{};
        }
    }
    constexpr std::int64_t widest = 1'000'000'000'000;
    require(granularity_ > 0 && granularity_ <= 1'000'000 && is_within(lat_offset_, widest) && is_within(lon_offset_, widest));
    interest_.resize(texts_.size());
}

void Decoder::read_texts(const data_view& list)
{
    require(texts_.empty());
    pbf_reader reader(list);
    while (reader.next()) {
        require(reader.tag_and_type() == packed(1));
        const data_view text = reader.get_view();
        require(text.size() <= max_text_bytes);
        texts_.emplace_back(text.data(), text.size());
        require(texts_.back().find('\0') == std::string_view::npos);
    }
}

void Decoder::read_group(pbf_reader group)
{
    while (group.next()) {
        OsmKind kind = OsmKind::node;
        switch (group.tag_and_type()) {
        case packed(2): break;
        case packed(3): kind = OsmKind::way; break;
        case packed(4): kind = OsmKind::relation; break;
        default: throw PbfUnusual{};
        }
        note_kind(kind);
        if (kind != kind_) {
            group.skip();
        } else if (kind == OsmKind::node) {
            read_nodes(group.get_message());
        } else if (kind == OsmKind::way) {
            read_way(group.get_message());
        } else {
            read_relation(group.get_message());
        }
    }
}

bool Decoder::is_of_interest(std::uint64_t key)
{
    require(key < texts_.size());
    if (interest_[key] == 0) {
        interest_[key] = std::find(keys_.begin(), keys_.end(), texts_[key]) == keys_.end() ? 1 : 2;
    }
    return interest_[key] == 2;
}

bool Decoder::is_way_of_interest(std::int64_t way)
{
    const std::uint64_t rank = osm_rank(way);
    if (next_way_ == end_way_ || rank < *next_way_) {
        return false;
    }
    next_way_ = std::lower_bound(next_way_, end_way_, rank);
    return next_way_ != end_way_ && *next_way_ == rank;
}

OsmPlace Decoder::place_of(std::int64_t lon, std::int64_t lat) const
{
    constexpr std::int64_t widest = 1'000'000'000'000; // no product overflows
    constexpr std::int64_t nanodegrees = 100;          // in the unit of OsmPlace
    require(is_within(lon, widest) && is_within(lat, widest));
    const std::int64_t x = (lon * granularity_ + lon_offset_) / nanodegrees;
    const std::int64_t y = (lat * granularity_ + lat_offset_) / nanodegrees;
    require(is_within(x, 1'800'000'000) && is_within(y, 900'000'000));
    return {static_cast<std::int32_t>(x), static_cast<std::int32_t>(y)};
}

bool Decoder::read_tags_of_node(Varints& tags)
{
    bool is_wanted = false;
    while (!tags.empty()) {
        const std::uint64_t key = tags.next();
        if (key == 0) {
            break;
        }
        is_wanted = is_of_interest(key) || is_wanted;
        require(!tags.empty());
        block_.part.add_tag(text(key), text(tags.next()));
    }
    return is_wanted;
}

void Decoder::read_nodes(pbf_reader nodes)
{
    Varints numbers, lats, lons, tags;
    while (nodes.next()) {
        switch (nodes.tag_and_type()) {
        case packed(1): numbers = Varints(nodes.get_view()); break;
        case packed(5): nodes.skip(); break; // versions and authors
        case packed(8): lats = Varints(nodes.get_view()); break;
        case packed(9): lons = Varints(nodes.get_view()); break;
        case packed(10): tags = Varints(nodes.get_view()); break;
        default: throw PbfUnusual{};
        }
    }
    Sum node, lat, lon;
    while (!numbers.empty()) {
        require(!lons.empty() && !lats.empty());
        const std::int64_t number = node.plus(numbers.next_difference());
        const std::int64_t east = lon.plus(lons.next_difference());
        const OsmPlace place = place_of(east, lat.plus(lats.next_difference()));
        note_number(number);
        block_.part.places.emplace_back(number, place);
        if (tags.empty()) {
            continue;
        }
        if (read_tags_of_node(tags)) {
            block_.part.end_node(number, place);
        } else {
            block_.part.drop();
        }
    }
}

bool Decoder::read_tags(Varints keys, Varints values)
{
    bool is_wanted = false;
    while (!keys.empty() && !values.empty()) {
        const auto key = static_cast<std::uint32_t>(keys.next());
        is_wanted = is_of_interest(key) || is_wanted;
        block_.part.add_tag(text(key), text(static_cast<std::uint32_t>(values.next())));
    }
    return is_wanted;
}

void Decoder::read_way(pbf_reader way)
{
    std::int64_t own_number = 0;
    Varints keys, values, nodes;
    while (way.next()) {
        switch (way.tag_and_type()) {
        case number(1): own_number = way.get_int64(); break;
        case packed(2): keys = Varints(way.get_view()); break;
        case packed(3): values = Varints(way.get_view()); break;
        case packed(4): way.skip(); break; // version and author
        case packed(8): nodes = Varints(way.get_view()); break;
        default: throw PbfUnusual{}; // such as places of its own
        }
    }
    note_number(own_number);
    const bool has_key = read_tags(keys, values);
    const bool is_wanted = is_way_of_interest(own_number) || has_key;
    // Nodes of other ways are decoded as well, so that what is damaged is known to be.
    for (Sum node; !nodes.empty();) {
        const std::int64_t next = node.plus(nodes.next_difference());
        if (is_wanted) {
            block_.part.add_node(next);
        }
    }
    if (is_wanted) {
        block_.part.end_way(own_number);
    } else {
        block_.part.drop();
    }
}

void Decoder::read_relation(pbf_reader relation)
{
    std::int64_t own_number = 0;
    Varints keys, values, roles, members, kinds;
    while (relation.next()) {
        switch (relation.tag_and_type()) {
        case number(1): own_number = relation.get_int64(); break;
        case packed(2): keys = Varints(relation.get_view()); break;
        case packed(3): values = Varints(relation.get_view()); break;
        case packed(4): relation.skip(); break; // version and author
        case packed(8): roles = Varints(relation.get_view()); break;
        case packed(9): members = Varints(relation.get_view()); break;
        case packed(10): kinds = Varints(relation.get_view()); break;
        default: throw PbfUnusual{};
        }
    }
    note_number(own_number);
    read_tags(keys, values);
    for (Sum member; !roles.empty() && !members.empty() && !kinds.empty();) {
        const std::string_view role = text(roles.next());
        const std::uint64_t kind = kinds.next();
        require(kind <= 2);
        block_.part.add_member({static_cast<OsmKind>(kind), member.plus(members.next_difference()), role});
    }
    block_.part.end_relation(own_number);
}

} // namespace

PbfBlock objects_in_block(PbfText text, OsmKind kind, const OsmInterest& interest)
{
    try {
        return Decoder(std::move(text), kind, interest).block();
    } catch (const protozero::exception&) {
        throw PbfUnusual{};
    }
}

} // namespace gis
