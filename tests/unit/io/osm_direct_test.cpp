#include "gis/error.hpp"
#include "gis/io/osm/osm_direct.hpp"
#include "gis/io/osm/osm_locations.hpp"
#include "support/catch.hpp"
#include "unit/io/osm_support.hpp"

#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 at -O3 takes the text behind an object in a buffer of libosmium for one outside it.
#pragma GCC diagnostic ignored "-Wstringop-overread"
#endif
#include <osmium/io/any_input.hpp>
#include <osmium/io/any_output.hpp>
#include <protozero/pbf_writer.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <random>

namespace {

using namespace osm_test;

gis::OsmWanted all_wanted()
{
    gis::OsmWanted wanted = areas({{"amenity", {}}, {"leisure", {"pitch", "park"}}, {"building", {}}});
    wanted.nodes = {{"entrance", {}}, {"amenity", {"school"}}};
    wanted.sites = {{"amenity", {}}};
    wanted.boundaries = true;
    wanted.ways = true;
    return wanted;
}

std::vector<gis::OsmWanted> wishes()
{
    gis::OsmWanted only_nodes;
    only_nodes.nodes = {{"amenity", {}}};
    return {all_wanted(), streets(), only_nodes, areas({{"leisure", {}}})};
}

bool is_same(const gis::Streets& a, const gis::Streets& b)
{
    return a.node == b.node && a.node_flags == b.node_flags && a.first_ref == b.first_ref && a.ref == b.ref &&
           a.line_flags == b.line_flags && a.line_kind == b.line_kind && a.kinds == b.kinds && a.trunk_ways_barred == b.trunk_ways_barred &&
           a.trunk_barred_m == b.trunk_barred_m && a.gaps.size() == b.gaps.size();
}

bool is_same(const gis::UnjoinedStreets& a, const gis::UnjoinedStreets& b)
{
    const auto is_same_way = [](const gis::CountedWay& one, const gis::CountedWay& other) {
        return one.course == other.course && one.metres == other.metres;
    };
    return is_same(a.lines, b.lines) && a.level_of_line == b.level_of_line && a.first_line_of_way == b.first_line_of_way &&
           std::equal(a.barred_trunk.begin(), a.barred_trunk.end(), b.barred_trunk.begin(), b.barred_trunk.end(), is_same_way);
}

bool is_same(const gis::OsmFeature& a, const gis::OsmFeature& b)
{
    return a.kind == b.kind && a.number == b.number && a.tags.list == b.tags.list && a.geometry == b.geometry && a.problem == b.problem &&
           a.near == b.near && a.in_boundary == b.in_boundary && a.members == b.members;
}

bool is_same(const gis::OsmFile& a, const gis::OsmFile& b)
{
    return a.objects_read == b.objects_read && is_same(a.streets, b.streets) && is_same(a.ways, b.ways) &&
           std::equal(a.features.begin(), a.features.end(), b.features.begin(), b.features.end(),
                      [](const gis::OsmFeature& one, const gis::OsmFeature& other) { return is_same(one, other); });
}

/// What a reading gives, or what it says is wrong.
struct Outcome
{
    gis::OsmFile file;
    std::string error;
};

Outcome outcome_of(const std::function<gis::OsmFile()>& read)
{
    try {
        return {read(), ""};
    } catch (const gis::Error& error) {
        return {{}, error.what()};
    }
}

/// For every wish the same by both ways, or the same refusal.
bool is_read_alike(const std::string& path)
{
    return std::ranges::all_of(wishes(), [&path](const gis::OsmWanted& wanted) {
        const Outcome ours = outcome_of([&] { return gis::read_osm(path, wanted, 2); });
        const Outcome theirs = outcome_of([&] { return gis::read_osm_by_libosmium(path, wanted, 2); });
        return ours.error == theirs.error && is_same(ours.file, theirs.file);
    });
}

bool is_usual(const std::string& path)
{
    return gis::read_directly(path, all_wanted(), 2).has_value();
}

/// A small town: streets of every sort, a square, areas, relations, what is missing, and what nobody asks for.
std::string town()
{
    std::string text = nodes_at({{0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}, {1, 2}, {0, 2}, {0, 1}, {5, 5}, {6, 5}, {6, 6}, {5, 6}});
    int number = 100;
    for (const auto& tags : {tag("barrier", "gate") + tag("access", "private"), tag("highway", "traffic_signals") + tag("crossing", "yes"),
                             tag("amenity", "school") + tag("name", "École"), tag("natural", "tree"), tag("entrance", "main")}) {
        ++number;
        text += "<node id='" + std::to_string(number) + "' lon='8.0" + std::to_string(number) + "' lat='50.001'>" + tags + "</node>";
    }
    text += way(1, {1, 2, 3}, tag("highway", "residential") + tag("layer", "1"));
    text += way(2, {3, 4, 999, 5, 6}, tag("highway", "steps"));
    text += way(3, {6, 7, 101, 102, 8}, tag("highway", "trunk") + tag("bridge", "yes"));
    text += way(4, {5, 5, 6}, tag("name", "nothing"));
    text += way(5, {1, 3, 5, 7, 1}, "");
    text += way(6, {9, 10, 11, 12, 9}, tag("leisure", "pitch") + tag("name", "场"));
    text += way(7, {9, 10, 11}, "");
    text += way(8, {11, 12, 9}, tag("highway", "construction"));
    text += way(9, {2, 4, 6, 8, 2}, tag("boundary", "administrative"));
    text += way(10, {}, tag("highway", "path"));
    text += relation(1, "way 5 outer", tag("type", "multipolygon") + tag("highway", "pedestrian"));
    text += relation(2, "way 7 outer,way 8 outer", tag("type", "multipolygon") + tag("leisure", "park"));
    text += relation(3, "node 103 entrance,way 6 ,relation 2 part", tag("type", "site") + tag("amenity", "school"));
    text += relation(4, "way 9 outer", tag("type", "boundary") + tag("boundary", "administrative"));
    return text;
}

/// `options`: of libosmium's writer.
std::string written_by_libosmium(const TemporaryFile& plain, const TemporaryFile& to, const std::string& options)
{
    osmium::io::Reader reader(plain.path());
    osmium::io::Writer writer(osmium::io::File(to.path(), "pbf," + options), osmium::io::overwrite::allow);
    while (osmium::memory::Buffer buffer = reader.read()) {
        writer(std::move(buffer));
    }
    writer.close();
    return io_test::bytes_in(to.path());
}

std::string packed_blob(const std::string& type, const std::string& block)
{
    std::string blob, header;
    protozero::pbf_writer(blob).add_bytes(1, block);
    protozero::pbf_writer writer(header);
    writer.add_string(1, type);
    writer.add_int32(3, static_cast<std::int32_t>(blob.size()));
    const auto size = static_cast<char>(header.size());
    return std::string{'\0', '\0', '\0', size} + header + blob;
}

std::string head(const std::vector<std::string>& features)
{
    std::string block;
    protozero::pbf_writer writer(block);
    for (const std::string& feature : features) {
        writer.add_string(4, feature);
    }
    return packed_blob("OSMHeader", block);
}

/// Groups of a block whose texts are "", highway, path, and another.
std::string block_with(const std::vector<std::string>& groups, const std::string& other_text = "x")
{
    std::string texts, block;
    for (const std::string& text : {std::string(), std::string("highway"), std::string("path"), other_text}) {
        protozero::pbf_writer(texts).add_bytes(1, text);
    }
    protozero::pbf_writer writer(block);
    writer.add_message(1, texts);
    for (const std::string& group : groups) {
        writer.add_message(2, group);
    }
    return packed_blob("OSMData", block);
}

/// Nodes `first` and the one after, 0.001 degrees apart.
std::string two_nodes(std::int64_t first)
{
    const std::vector<std::int64_t> numbers{first, 1};
    const std::vector<std::int64_t> places{first * 10'000, 10'000};
    std::string nodes, group;
    protozero::pbf_writer writer(nodes);
    writer.add_packed_sint64(1, numbers.begin(), numbers.end());
    writer.add_packed_sint64(8, places.begin(), places.end());
    writer.add_packed_sint64(9, places.begin(), places.end());
    protozero::pbf_writer(group).add_message(2, nodes);
    return group;
}

std::string path_over(std::int64_t number, std::int64_t first_node, std::uint32_t value = 2)
{
    const std::vector<std::uint32_t> keys{1};
    const std::vector<std::uint32_t> values{value};
    const std::vector<std::int64_t> nodes{first_node, 1};
    std::string way, group;
    protozero::pbf_writer writer(way);
    writer.add_int64(1, number);
    writer.add_packed_uint32(2, keys.begin(), keys.end());
    writer.add_packed_uint32(3, values.begin(), values.end());
    writer.add_packed_sint64(8, nodes.begin(), nodes.end());
    protozero::pbf_writer(group).add_message(3, way);
    return group;
}

std::string bare_relation(std::int64_t number)
{
    std::string relation, group;
    protozero::pbf_writer(relation).add_int64(1, number);
    protozero::pbf_writer(group).add_message(4, relation);
    return group;
}

const std::string usual_head = head({"OsmSchema-V0.6", "DenseNodes"});

} // namespace

TEST_CASE("real cities read the same by ourselves and by libosmium", "[osm]")
{
    for (const char* name : {"liechtenstein/liechtenstein.osm.pbf", "heidelberg/heidelberg.osm.pbf", "porto/porto.osm.pbf",
                             "moscow_west/moscow_west.osm.pbf"}) {
        if (const auto path = real_file(name)) {
            CAPTURE(*path);
            CHECK(is_usual(*path));
            CHECK(is_read_alike(*path));
        }
    }
}

TEST_CASE("a town reads the same by ourselves and by libosmium, however it is written", "[osm]")
{
    const TemporaryFile plain(osm_text(town()), ".osm");
    const TemporaryFile file("", ".osm.pbf");
    for (const char* options : {"pbf_compression=zlib", "pbf_compression=none", "add_metadata=false", "pbf_dense_nodes=false"}) {
        CAPTURE(options);
        written_by_libosmium(plain, file, options);
        CHECK(is_usual(file.path()) == (std::string(options) != "pbf_dense_nodes=false"));
        CHECK(is_read_alike(file.path()));
        CHECK(gis::read_osm(file.path(), streets(), 2).streets.line_count() == 4);
    }
}

TEST_CASE("a town cut off or with changed bytes reads the same by ourselves and by libosmium, or is refused in the same words", "[osm]")
{
    const TemporaryFile plain(osm_text(town()), ".osm");
    const TemporaryFile file("", ".osm.pbf");
    const std::string bytes = written_by_libosmium(plain, file, "pbf_compression=none,add_metadata=false");
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 400; ++round) {
        std::string changed = bytes;
        if (round % 8 == 0) {
            changed.resize(random() % bytes.size());
        } else {
            changed[random() % changed.size()] ^= static_cast<char>(1U << (random() % 8U));
        }
        const TemporaryFile damaged(changed, ".osm.pbf");
        CAPTURE(round);
        REQUIRE(is_read_alike(damaged.path()));
    }
}

TEST_CASE("blocks with objects of several kinds read as those with one", "[osm]")
{
    const TemporaryFile file(usual_head + block_with({two_nodes(1)}) + block_with({two_nodes(3), path_over(1, 1), path_over(2, 3)}) +
                                 block_with({path_over(3, 2), bare_relation(1)}) + block_with({bare_relation(2)}) +
                                 block_with({bare_relation(3)}),
                             ".osm.pbf");
    CHECK(is_usual(file.path()));
    CHECK(is_read_alike(file.path()));
    CHECK(gis::read_osm(file.path(), streets(), 2).streets.line_count() == 3);
}

TEST_CASE("what is unusual in a binary file is left to libosmium", "[osm]")
{
    const std::string nodes = block_with({two_nodes(1)});
    const std::string ways = block_with({path_over(1, 1)});
    const std::vector<std::pair<const char*, std::string>> files = {
        {"a history", head({"OsmSchema-V0.6", "HistoricalInformation"}) + nodes + ways},
        {"an unknown feature", head({"OsmSchema-V0.6", "Magic"}) + nodes + ways},
        {"ways before nodes", usual_head + ways + nodes},
        {"a relation before ways", usual_head + nodes + block_with({bare_relation(1)}) + ways},
        {"relations in descending order", usual_head + nodes + block_with({bare_relation(2)}) + block_with({bare_relation(1)})},
        {"nodes in descending order", usual_head + block_with({two_nodes(5)}) + nodes},
        {"the same nodes twice", usual_head + nodes + nodes + ways},
        {"a block without objects", usual_head + nodes + block_with({}) + ways},
        {"a text with a NUL", usual_head + nodes + block_with({path_over(1, 1)}, std::string("a\0b", 3))},
        {"a text that is not there", usual_head + nodes + block_with({path_over(1, 1, 9)})},
        {"an overlong text", usual_head + nodes + block_with({path_over(1, 1)}, std::string(2000, 'x'))},
        {"places off the earth", usual_head + block_with({two_nodes(200'000)}) + block_with({path_over(1, 200'000)})},
        {"no header", nodes + ways},
        {"bytes behind the last blob", usual_head + nodes + ways + "xy"},
    };
    for (const auto& [what, bytes] : files) {
        CAPTURE(what);
        const TemporaryFile file(bytes, ".osm.pbf");
        CHECK_FALSE(is_usual(file.path()));
        CHECK(is_read_alike(file.path()));
    }
}

TEST_CASE("locations that are appended are found as those added one by one", "[osm]")
{
    const std::vector<std::int64_t> numbers = {-3, 1, 5, 63, 64, 65, 130, 1000};
    for (std::size_t cut = 0; cut <= numbers.size(); ++cut) {
        gis::OsmLocations all;
        gis::OsmLocations later;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            (i < cut ? all : later).add(numbers[i], static_cast<std::int32_t>(i), 0);
        }
        all.append(later);
        all.close();
        std::vector<std::uint32_t> found;
        all.find_all(numbers, found);
        CHECK(found == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7});
        CHECK(all.x_e7(7) == 7);
    }
}
