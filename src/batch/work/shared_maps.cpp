#include "batch/work/shared_maps.hpp"

#include "batch/cities/file_places.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

} // namespace

std::vector<SharedMap> shared_maps(const std::vector<std::vector<std::string>>& maps, const std::vector<std::size_t>& wanted)
{
    std::map<std::string, std::set<std::size_t>> namers;
    for (std::size_t city = 0; city < maps.size(); ++city) {
        for (const std::string& map : maps[city]) {
            namers[same_place(map)].insert(city);
        }
    }
    std::vector<SharedMap> shared;
    std::map<std::string, std::size_t> positions;
    for (const std::size_t city : wanted) {
        for (const std::string& map : maps[city]) {
            const std::string place = same_place(map);
            if (namers.at(place).size() < 2) {
                continue;
            }
            const auto [position, is_new] = positions.try_emplace(place, shared.size());
            if (is_new) {
                shared.push_back({place, {}});
            }
            auto& cities = shared[position->second].cities;
            if (cities.empty() || cities.back().city != city) { // by two paths it may name one map twice
                cities.push_back({city, map});
            }
        }
    }
    return shared;
}

CityWork cut_of(const SharedMap& map, const std::vector<BatchCity>& cities, const std::vector<std::string>& settings,
                const std::string& folder, const std::string& log)
{
    CityWork work{{"cut-map", map.path, "--pieces", folder, "-q"}, log, 0};
    const BatchCity& first = cities[map.cities.front().city];
    const bool has_template = !first.folder.empty();
    if (has_template) {
        work.arguments.push_back("--config=" + first.config);
    }
    for (const CityOfMap& of : map.cities) {
        const BatchCity& city = cities[of.city];
        work.arguments.push_back(has_template ? "--folder=" + city.folder : "--config=" + city.config);
    }
    for (const std::string& setting : settings) {
        work.arguments.push_back("--set=" + setting);
    }
    work.input_bytes = bytes_of_file(map.path);
    return work;
}

std::vector<PieceOfCity> pieces_told(const SharedMap& map, const std::string& folder, const std::string& log)
{
    std::vector<PieceOfCity> pieces;
    std::ifstream file(log);
    auto city = map.cities.begin();
    for (std::string line; city != map.cities.end() && std::getline(file, line);) {
        const Json told = Json::parse(line, nullptr, false);
        if (!told.is_object()) { // what the program said besides
            continue;
        }
        if (told.contains("piece")) {
            pieces.push_back({*city, (fs::path(folder) / told.value("piece", "")).string()});
        }
        ++city;
    }
    return pieces;
}

} // namespace fieldgap
