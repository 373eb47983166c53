// The whole run of a city against the least that any program of its kind must do: libosmium reads the file and assembles the areas, GDAL
// writes the rows of the result again. Both as processes of their own. Usage: bench_whole_run FIELDGAP CITY.toml OSM RESULT.gpkg FOLDER |
// bench_whole_run --least OSM RESULT.gpkg FOLDER
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
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
#include <string>
#include <vector>

namespace {

/// Two passes with all areas of the tags that fieldgap asks for, and nothing done with them.
std::size_t assembled_areas(const std::string& path)
{
    osmium::TagsFilter filter{false};
    for (const char* key : {"amenity", "leisure", "building", "landuse", "boundary"}) {
        filter.add_rule(true, key);
    }
    osmium::thread::Pool pool{2};
    const osmium::io::File file(path);
    osmium::area::MultipolygonManager<osmium::area::Assembler> manager{osmium::area::Assembler::config_type{}, filter};
    osmium::relations::read_relations(file, manager);
    osmium::index::map::FlexMem<osmium::unsigned_object_id_type, osmium::Location> index;
    osmium::handler::NodeLocationsForWays<decltype(index)> locations(index);
    locations.ignore_errors();
    std::size_t areas = 0;
    osmium::io::Reader reader(file, pool, osmium::io::read_meta::no);
    osmium::apply(reader, locations, manager.handler([&](osmium::memory::Buffer&& buffer) {
        for ([[maybe_unused]] const auto& area : buffer.select<osmium::Area>()) {
            ++areas;
        }
    }));
    reader.close();
    return areas;
}

/// The layers of a result, in memory.
void copy_rows(const std::string& result, const std::string& copy)
{
    const char* const drivers[] = {"GPKG", nullptr};
    GDALDatasetUniquePtr in(GDALDataset::Open(result.c_str(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR, drivers));
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    GDALDatasetUniquePtr out(driver->Create(copy.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    out->StartTransaction();
    for (OGRLayer* layer : in->GetLayers()) {
        out->CopyLayer(layer, layer->GetName());
    }
    out->CommitTransaction();
}

int do_the_least(char** argv)
{
    GDALAllRegister();
    const std::size_t areas = assembled_areas(argv[2]);
    const std::string copy = std::string(argv[4]) + "/least.gpkg";
    std::remove(copy.c_str());
    copy_rows(argv[3], copy);
    return areas > 0 ? 0 : 1;
}

double seconds_of(const std::string& command)
{
    const auto start = std::chrono::steady_clock::now();
    const int status = std::system(command.c_str());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (status != 0 && WEXITSTATUS(status) != 1) {
        std::fprintf(stderr, "failed: %s\n", command.c_str());
        std::exit(1);
    }
    return seconds;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

std::string quoted(const std::string& path)
{
    return "'" + path + "'";
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 5 && std::string(argv[1]) == "--least") {
        return do_the_least(argv);
    }
    if (argc != 6) {
        std::fprintf(stderr, "usage: bench_whole_run FIELDGAP CITY.toml OSM RESULT.gpkg FOLDER\n");
        return 2;
    }
    const std::string quiet = " >/dev/null 2>&1";
    const std::string ours = quoted(argv[1]) + " run " + quoted(argv[2]) + " -o " + quoted(std::string(argv[5]) + "/whole.gpkg") +
                             " --overwrite --set output.styles=false --threads 2" + quiet;
    const std::string least = quoted(argv[0]) + " --least " + quoted(argv[3]) + " " + quoted(argv[4]) + " " + quoted(argv[5]) + quiet;
    std::vector<double> our_s, least_s;
    for (int round = 0; round < 8; ++round) {
        const double a = seconds_of(ours);
        const double b = seconds_of(least);
        if (round > 0) { // the first warms the disk cache
            our_s.push_back(a);
            least_s.push_back(b);
        }
    }
    std::printf("| whole run | median s | ratio |\n| --- | --- | --- |\n");
    std::printf("| libosmium areas + GDAL writing the same rows | %.3f | 1.00 |\n", median(least_s));
    std::printf("| fieldgap run | %.3f | %.2f |\n", median(our_s), median(our_s) / median(least_s));
    return 0;
}
