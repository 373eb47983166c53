#include "unit/io/osm_support.hpp"

#include "support/catch.hpp"
#include "support/shared_data.hpp"

#include <sstream>

namespace osm_test {

std::string osm_text(std::string_view objects)
{
    return "<?xml version='1.0' encoding='UTF-8'?><osm version='0.6'>" + std::string(objects) + "</osm>";
}

gis::Point at(int east, int north)
{
    return {(80'000'000 + east * 10'000) / 1e7, (500'000'000 + north * 10'000) / 1e7};
}

std::string nodes_at(const std::vector<std::pair<int, int>>& steps)
{
    std::string text;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const gis::Point place = at(steps[i].first, steps[i].second);
        text += "<node id='" + std::to_string(i + 1) + "' lon='" + std::to_string(place.x) + "' lat='" + std::to_string(place.y) + "'/>";
    }
    return text;
}

std::string tag(std::string_view key, std::string_view value)
{
    return "<tag k='" + std::string(key) + "' v='" + std::string(value) + "'/>";
}

std::string way(int number, const std::vector<int>& nodes, std::string_view tags)
{
    std::string text = "<way id='" + std::to_string(number) + "'>";
    for (const int node : nodes) {
        text += "<nd ref='" + std::to_string(node) + "'/>";
    }
    return text + std::string(tags) + "</way>";
}

std::string relation(int number, std::string_view members, std::string_view tags)
{
    std::string text = "<relation id='" + std::to_string(number) + "'>";
    std::istringstream list{std::string(members)};
    for (std::string member; std::getline(list, member, ',');) {
        std::istringstream words(member);
        std::string type;
        std::string ref;
        std::string role;
        words >> type >> ref >> role;
        text += "<member type='" + type + "' ref='" + ref + "' role='" + role + "'/>";
    }
    return text + std::string(tags) + "</relation>";
}

gis::OsmFile read(std::string_view objects, const gis::OsmWanted& wanted)
{
    const TemporaryFile file(osm_text(objects), ".osm");
    return gis::read_osm(file.path(), wanted, 2);
}

gis::OsmWanted areas(std::vector<gis::OsmFilter> filters)
{
    gis::OsmWanted wanted;
    wanted.areas = std::move(filters);
    return wanted;
}

gis::OsmWanted streets()
{
    gis::OsmWanted wanted;
    wanted.streets = true;
    return wanted;
}

std::vector<gis::Line> lines(const gis::Streets& streets)
{
    std::vector<gis::Line> result;
    for (std::size_t i = 0; i < streets.line_count(); ++i) {
        gis::Line& line = result.emplace_back();
        for (std::uint32_t at = streets.first_ref[i]; at < streets.first_ref[i + 1]; ++at) {
            line.push_back(streets.node[streets.ref[at]]);
        }
    }
    return result;
}

std::optional<std::string> real_file(std::string_view name)
{
    return found_in_shared_data(std::string(name));
}

} // namespace osm_test
