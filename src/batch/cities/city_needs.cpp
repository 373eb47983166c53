#include "batch/cities/city_needs.hpp"

#include "batch/cities/file_places.hpp"
#include "gis/io/osm/osm.hpp"
#include "gis/io/source/source_path.hpp"
#include "layers/input/input_files.hpp"
#include "words/words.hpp"

#include <set>
#include <stdexcept>

namespace fieldgap {
namespace {

/// A file that several inputs name is counted once. Remote ones are not counted: they would have to be asked over the net.
std::uint64_t bytes_of(const std::vector<gis::NamedFile>& inputs)
{
    std::set<std::string> files;
    for (const gis::NamedFile& input : inputs) {
        if (!gis::is_remote(input.path)) {
            const auto read = gis::files_read_for(input.path);
            files.insert(read.begin(), read.end());
        }
    }
    std::uint64_t sum = 0;
    for (const std::string& file : files) {
        sum += bytes_of_file(file);
    }
    return sum;
}

} // namespace

std::optional<Config> config_of(const BatchCity& city, const std::vector<std::string>& settings)
{
    try {
        return city.problem.empty() ? std::optional(read_config(city.config, settings, city.folder)) : std::nullopt;
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

CityNeeds needs_of(const BatchCity& city, const std::vector<std::string>& settings)
{
    CityNeeds needs;
    needs.files.push_back({words::translate(words::Text::file_config), city.config});
    const auto config = config_of(city, settings);
    if (!config) {
        return needs;
    }
    const auto inputs = input_files_of(*config);
    needs.input_bytes = bytes_of(inputs);
    needs.files.insert(needs.files.end(), inputs.begin(), inputs.end());
    std::set<std::string> maps;
    for (const auto& [role, spec] : config->inputs) {
        if (is_read(*config, role) && gis::is_osm_path(spec.source.path) && !gis::is_remote(spec.source.path)) {
            maps.insert(spec.source.path);
        }
    }
    needs.maps.assign(maps.begin(), maps.end());
    needs.register_path = config->register_file.path;
    return needs;
}

} // namespace fieldgap
