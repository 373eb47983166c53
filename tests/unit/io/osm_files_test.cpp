#include "gis/error.hpp"
#include "support/catch.hpp"
#include "unit/io/osm_support.hpp"

#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 at -O3 takes the text behind an object in a buffer of libosmium for one outside it.
#pragma GCC diagnostic ignored "-Wstringop-overread"
#endif
#include <osmium/area/assembler.hpp>
#include <osmium/area/multipolygon_manager.hpp>
#include <osmium/handler/node_locations_for_ways.hpp>
#include <osmium/index/map/sparse_mem_array.hpp>
#include <osmium/io/any_input.hpp>
#include <osmium/io/any_output.hpp>
#include <osmium/visitor.hpp>

#include <cmath>
#include <filesystem>
#include <map>
#include <random>

namespace {

using namespace osm_test;

gis::OsmWanted everything()
{
    gis::OsmWanted wanted = areas({{"amenity", {}}, {"leisure", {}}, {"landuse", {}}, {"building", {}}});
    wanted.nodes = {{"entrance", {}}, {"barrier", {}}, {"amenity", {}}};
    wanted.boundaries = true;
    wanted.streets = true;
    return wanted;
}

/// True when the file is read or refused with an error that names it.
bool is_read_or_refused(const std::string& path)
{
    try {
        gis::read_osm(path, everything(), 2);
        return true;
    } catch (const gis::Error& error) {
        return std::string(error.what()).find(path) != std::string::npos;
    }
}

double twice_the_area(const gis::Ring& ring)
{
    double sum = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        sum += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) - (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    }
    return std::fabs(sum);
}

double degrees2_of(const gis::OsmFeature& feature)
{
    double sum = 0.0;
    if (const auto* ground = std::get_if<gis::MultiPolygon>(&feature.geometry)) {
        for (const gis::Polygon& polygon : *ground) {
            sum += twice_the_area(polygon.outer);
            for (const gis::Ring& hole : polygon.holes) {
                sum -= twice_the_area(hole);
            }
        }
    }
    return sum / 2.0;
}

gis::Ring ring_of(const osmium::NodeRefList& nodes)
{
    gis::Ring ring;
    for (const osmium::NodeRef& node : nodes) {
        ring.push_back({node.location().x() / 1e7, node.location().y() / 1e7});
    }
    return ring;
}

/// Number and square degrees of the relations that libosmium's own manager puts together.
std::map<std::int64_t, double> areas_of_libosmium(const std::string& path)
{
    osmium::TagsFilter filter{false};
    for (const char* key : {"amenity", "leisure", "landuse", "building"}) {
        filter.add_rule(true, key);
    }
    filter.add_rule(true, "boundary", "administrative");
    osmium::area::Assembler::config_type config;
    config.create_empty_areas = false;
    osmium::area::MultipolygonManager<osmium::area::Assembler> manager{config, filter};
    osmium::relations::read_relations(osmium::io::File{path}, manager);
    osmium::index::map::SparseMemArray<osmium::unsigned_object_id_type, osmium::Location> index;
    osmium::handler::NodeLocationsForWays<decltype(index)> locations{index};
    locations.ignore_errors();
    std::map<std::int64_t, double> result;
    osmium::io::Reader reader{path};
    osmium::apply(reader, locations, manager.handler([&result](const osmium::memory::Buffer& buffer) {
        for (const osmium::Area& area : buffer.select<osmium::Area>()) {
            gis::OsmFeature feature;
            gis::MultiPolygon ground;
            for (const osmium::OuterRing& outer : area.outer_rings()) {
                ground.push_back({ring_of(outer), {}});
                for (const osmium::InnerRing& inner : area.inner_rings(outer)) {
                    ground.back().holes.push_back(ring_of(inner));
                }
            }
            feature.geometry = ground;
            if (!area.from_way()) {
                result[area.orig_id()] = degrees2_of(feature);
            }
        }
    }));
    return result;
}

} // namespace

TEST_CASE("paths of OpenStreetMap files are known by their ending, in any case", "[osm]")
{
    for (const char* path : {"a.osm.pbf", "a.pbf", "b/a.osm", "a.osm.gz", "a.osm.bz2", "A.OSM.PBF"}) {
        CHECK(gis::is_osm_path(path));
    }
    for (const char* path : {"", "osm", "a.gpkg", "a.osm.zip", "a.gz", "pbf"}) {
        CHECK_FALSE(gis::is_osm_path(path));
    }
}

TEST_CASE("a missing file, a folder and a web address are refused by name", "[osm]")
{
    const std::string folder = std::filesystem::temp_directory_path().string();
    for (const std::string& path :
         {std::string("nowhere.osm.pbf"), folder, std::string("http://localhost/a.osm"), std::string("-"), std::string()}) {
        CHECK_THROWS_AS(gis::read_osm(path, everything(), 1), gis::Error);
        CHECK(is_read_or_refused(path));
    }
}

TEST_CASE("an empty file is refused or empty, in every format", "[osm]")
{
    for (const char* ending : {".osm", ".osm.gz", ".osm.bz2", ".osm.pbf"}) {
        const TemporaryFile file("", ending);
        CHECK(is_read_or_refused(file.path()));
    }
    CHECK(read("", everything()).objects_read == 0);
}

TEST_CASE("compressed files read as the plain one does", "[osm]")
{
    const TemporaryFile plain(osm_text(nodes_at({{0, 0}, {1, 0}}) + way(1, {1, 2}, tag("highway", "path"))), ".osm");
    for (const char* ending : {".osm.gz", ".osm.bz2", ".osm.pbf", ".OSM.GZ"}) {
        const TemporaryFile other("", ending);
        osmium::io::Reader reader(plain.path());
        const std::string format = std::string(ending) == ".OSM.GZ" ? "osm.gz" : "";
        osmium::io::Writer writer(osmium::io::File(other.path(), format), osmium::io::overwrite::allow);
        while (osmium::memory::Buffer buffer = reader.read()) {
            writer(std::move(buffer));
        }
        writer.close();
        CHECK(lines(gis::read_osm(other.path(), streets(), 1).streets) == std::vector<gis::Line>{{at(0, 0), at(1, 0)}});
    }
}

TEST_CASE("texts with a NUL in them end no reading", "[osm]")
{
    // libosmium's own tag iterator runs past the end of such a list. An uncompressed file is changed in place.
    const auto path = real_file("broken/osm/test_uncompressed_dense_false.pbf");
    if (!path) {
        return;
    }
    const std::string bytes = io_test::bytes_in(*path);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = '\0';
        const TemporaryFile file(changed, ".osm.pbf");
        CHECK(is_read_or_refused(file.path()));
    }
}

TEST_CASE("broken files are read or refused, never more", "[osm]")
{
    const auto folder = real_file("broken/osm");
    if (!folder) {
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        CAPTURE(entry.path().string());
        CHECK(is_read_or_refused(entry.path().string()));
    }
    CHECK_THROWS_AS(gis::read_osm(*folder + "/billionlaugh.osm", everything(), 1), gis::Error);
}

TEST_CASE("a file cut off or with changed bytes is read or refused, never more", "[osm]")
{
    const auto folder = real_file("broken/osm");
    if (!folder) {
        return;
    }
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    for (const char* name : {"base-64.osm.pbf", "test.osm", "test_uncompressed_dense_true_nometadata.pbf"}) {
        const std::string bytes = io_test::bytes_in(*folder + "/" + name);
        for (int round = 0; round < 200; ++round) {
            std::string changed = bytes;
            if (round % 4 == 0) {
                changed.resize(random() % bytes.size());
            }
            for (std::uint64_t flips = random() % 4 + 1; flips > 0 && !changed.empty() && round % 4 != 0; --flips) {
                changed[random() % changed.size()] ^= static_cast<char>(1U << (random() % 8U));
            }
            const TemporaryFile file(changed, std::string(name).find(".pbf") != std::string::npos ? ".osm.pbf" : ".osm");
            REQUIRE(is_read_or_refused(file.path()));
        }
    }
}

TEST_CASE("one, two and five threads read the same from a real city", "[osm]")
{
    const auto path = real_file("liechtenstein/liechtenstein.osm.pbf");
    if (!path) {
        return;
    }
    const gis::OsmFile one = gis::read_osm(*path, everything(), 1);
    REQUIRE(one.features.size() > 1000);
    for (const unsigned threads : {2U, 5U}) {
        const gis::OsmFile other = gis::read_osm(*path, everything(), threads);
        CHECK(other.streets.node == one.streets.node);
        CHECK(other.streets.ref == one.streets.ref);
        CHECK(other.streets.first_ref == one.streets.first_ref);
        CHECK(other.streets.node_flags == one.streets.node_flags);
        REQUIRE(other.features.size() == one.features.size());
        for (std::size_t i = 0; i < one.features.size(); ++i) {
            REQUIRE(other.features[i].id() == one.features[i].id());
            REQUIRE(other.features[i].geometry == one.features[i].geometry);
        }
    }
}

TEST_CASE("a real country's relations have the ground that libosmium's manager gives them, and the others a problem", "[osm]")
{
    const auto path = real_file("liechtenstein/liechtenstein.osm.pbf");
    if (!path) {
        return;
    }
    const auto expected = areas_of_libosmium(*path);
    std::size_t whole = 0;
    for (const gis::OsmFeature& feature : gis::read_osm(*path, everything(), 2).features) {
        if (feature.kind != gis::OsmKind::relation) {
            continue;
        }
        CAPTURE(feature.id(), feature.problem);
        const auto found = expected.find(feature.number);
        REQUIRE((found != expected.end()) == feature.problem.empty());
        if (found != expected.end()) {
            ++whole;
            CHECK(std::fabs(degrees2_of(feature) - found->second) <= 1e-12 * found->second);
        }
    }
    CHECK(whole == expected.size());
    CHECK(whole > 100);
}
