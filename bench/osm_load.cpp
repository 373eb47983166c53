// What does reading an OpenStreetMap file cost beside libosmium alone? Medians of several rounds in which every candidate has its turn.
// usage: bench_osm_load FILE [THREADS [ROUNDS]]

#include "gis/io/osm/osm.hpp"
#include "gis/network/walk_network.hpp"

#include <osmium/area/assembler.hpp>
#include <osmium/area/multipolygon_manager.hpp>
#include <osmium/handler/node_locations_for_ways.hpp>
#include <osmium/index/map/flex_mem.hpp>
#include <osmium/io/any_input.hpp>
#include <osmium/visitor.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include <sys/resource.h>

namespace {

struct Run
{
    std::string path;
    unsigned threads = 2;
};

const std::vector<std::string> wanted_keys = {"amenity", "leisure", "landuse"};

gis::OsmWanted all_wanted()
{
    gis::OsmWanted wanted;
    wanted.nodes = {{"amenity", {"school"}}, {"leisure", {}}, {"entrance", {}}, {"barrier", {"gate", "lift_gate", "swing_gate"}}};
    for (const std::string& key : wanted_keys) {
        wanted.areas.push_back({key, {}});
    }
    wanted.boundaries = true;
    wanted.streets = true;
    return wanted;
}

gis::OsmWanted streets_wanted()
{
    gis::OsmWanted wanted;
    wanted.streets = true;
    return wanted;
}

std::uint64_t decode_only(const Run& run)
{
    osmium::thread::Pool pool(static_cast<int>(run.threads));
    osmium::io::Reader reader(run.path, osmium::osm_entity_bits::nwr, osmium::io::read_meta::no, pool);
    std::uint64_t bytes = 0;
    while (const osmium::memory::Buffer buffer = reader.read()) {
        bytes += buffer.committed();
    }
    reader.close();
    return bytes;
}

std::uint64_t streets_only(const Run& run)
{
    return gis::read_osm(run.path, streets_wanted(), run.threads).streets.ref.size();
}

std::uint64_t streets_and_network(const Run& run)
{
    gis::OsmFile file = gis::read_osm(run.path, streets_wanted(), run.threads);
    const gis::CityPlane plane(file.streets.node.empty() ? gis::Point{} : file.streets.node.front());
    return gis::build_walk_network(std::move(file.streets), plane).edge_count();
}

std::uint64_t areas_of_libosmium(const Run& run)
{
    osmium::TagsFilter filter{false};
    for (const std::string& key : wanted_keys) {
        filter.add_rule(true, key);
    }
    filter.add_rule(true, "boundary", "administrative");
    osmium::area::Assembler::config_type config;
    config.create_empty_areas = false;
    config.ignore_invalid_locations = true;
    osmium::area::MultipolygonManager<osmium::area::Assembler> manager{config, filter};
    osmium::thread::Pool pool(static_cast<int>(run.threads));
    osmium::io::Reader relations(run.path, osmium::osm_entity_bits::relation, osmium::io::read_meta::no, pool);
    osmium::apply(relations, manager);
    relations.close();
    manager.prepare_for_lookup();
    osmium::index::map::FlexMem<osmium::unsigned_object_id_type, osmium::Location> index;
    osmium::handler::NodeLocationsForWays<decltype(index)> locations{index};
    locations.ignore_errors();
    std::uint64_t areas = 0;
    osmium::io::Reader reader(run.path, osmium::osm_entity_bits::nwr, osmium::io::read_meta::no, pool);
    osmium::apply(reader, locations, manager.handler([&areas](const osmium::memory::Buffer& buffer) {
        areas += static_cast<std::uint64_t>(std::distance(buffer.begin<osmium::Area>(), buffer.end<osmium::Area>()));
    }));
    reader.close();
    return areas;
}

std::uint64_t everything(const Run& run)
{
    return gis::read_osm(run.path, all_wanted(), run.threads).features.size();
}

struct Candidate
{
    const char* name;
    std::function<std::uint64_t(const Run&)> work;
    std::size_t base; ///< the candidate it is compared with
    std::vector<double> times_ms = {};
    std::vector<double> cpu_ms = {}; ///< of all threads: tells more than the clock on a machine that others use too
    std::uint64_t result = 0;
};

void time(Candidate& candidate, const Run& run)
{
    const std::clock_t cpu_begin = std::clock();
    const auto begin = std::chrono::steady_clock::now();
    candidate.result = candidate.work(run);
    candidate.cpu_ms.push_back(1e3 * static_cast<double>(std::clock() - cpu_begin) / CLOCKS_PER_SEC);
    candidate.times_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double peak_mib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: bench_osm_load FILE [THREADS [ROUNDS]]\n", stderr);
        return 2;
    }
    const Run run{argv[1], argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 2U};
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 9;
    std::vector<Candidate> candidates = {{"a: libosmium reads and decodes, nothing else", decode_only, 0},
                                         {"b: read_osm, streets", streets_only, 0},
                                         {"c: read_osm, streets, and build_walk_network", streets_and_network, 0},
                                         {"d: libosmium assembles areas", areas_of_libosmium, 3},
                                         {"e: read_osm, streets, areas, boundaries, nodes", everything, 3}};
    std::printf(
        "| %s, %u threads | median ms | ratio | CPU ms | ratio | of | result | peak so far MiB |\n|---|---|---|---|---|---|---|---|\n",
        run.path.c_str(), run.threads);
    for (int round = 0; round < rounds; ++round) {
        for (Candidate& candidate : candidates) {
            time(candidate, run);
        }
    }
    for (const Candidate& candidate : candidates) {
        const Candidate& base = candidates[candidate.base];
        std::printf("| %s | %.1f | %.2f | %.1f | %.2f | %c | %llu | %.0f |\n", candidate.name, median(candidate.times_ms),
                    median(candidate.times_ms) / median(base.times_ms), median(candidate.cpu_ms),
                    median(candidate.cpu_ms) / median(base.cpu_ms), base.name[0], static_cast<unsigned long long>(candidate.result),
                    peak_mib());
    }
    return 0;
}
