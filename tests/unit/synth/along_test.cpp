#include "support/catch.hpp"

#include "gis/error.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/geometry/plane.hpp"
#include "synth/model.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace fieldgap;

namespace {

constexpr double step_degrees = 0.002; ///< about 170 m east and 220 m north

/// An OSM file with a square grid of streets, that goes away with its value.
class GridTown
{
public:
    explicit GridTown(int lines)
    {
        std::string name = (std::filesystem::temp_directory_path() / "fieldgap-town-XXXXXX.osm").string();
        const int file = mkstemps(name.data(), 4);
        REQUIRE(file >= 0);
        close(file);
        path_ = name;
        write(lines);
    }
    ~GridTown() { std::filesystem::remove(path_); }
    GridTown(const GridTown&) = delete;
    GridTown& operator=(const GridTown&) = delete;

    SyntheticCity city_of(int schools, unsigned threads = 1) const
    {
        SynthSettings settings;
        settings.schools = schools;
        settings.network_path = path_;
        settings.threads = threads;
        return synthetic_city(settings);
    }

private:
    void write(int lines) const
    {
        std::ofstream out(path_);
        out << "<osm version=\"0.6\">\n";
        for (int i = 0; i < lines * lines; ++i) {
            out << "<node id=\"" << i + 1 << "\" version=\"1\" lat=\"" << 39.1 + step_degrees * (i / lines) << "\" lon=\""
                << 117.2 + step_degrees * (i % lines) << "\"/>\n";
        }
        for (int way = 0; way < 2 * lines; ++way) {
            out << "<way id=\"" << way + 1 << "\" version=\"1\">";
            for (int k = 0; k < lines; ++k) {
                out << "<nd ref=\"" << (way < lines ? way * lines + k : k * lines + way - lines) + 1 << "\"/>";
            }
            out << "<tag k=\"highway\" v=\"residential\"/></way>\n";
        }
        out << "</osm>\n";
    }

    std::string path_;
};

} // namespace

TEST_CASE("on a real network campuses stand beside the streets and apart", "[synth]")
{
    const GridTown town(8);
    const SyntheticCity made = town.city_of(30);
    REQUIRE(made.city.schools.size() == 30);
    REQUIRE(made.streets.empty());
    REQUIRE(made.crs == "EPSG:4326");
    const auto& campuses = made.city.campuses;
    REQUIRE(campuses.size() >= 20);
    for (std::size_t i = 0; i < campuses.size(); ++i) {
        REQUIRE_FALSE(gis::repaired(campuses[i].ground).was_invalid);
        for (std::size_t k = 0; k < i; ++k) {
            REQUIRE_FALSE(gis::is_within(campuses[i].ground.front(), campuses[k].ground.front(), 0.5));
        }
    }
}

TEST_CASE("a gate on a real network is a few metres from a street", "[synth]")
{
    const GridTown town(8);
    const SyntheticCity made = town.city_of(30);
    const gis::CityPlane plane(made.centre);
    std::size_t gates = 0;
    for (const Gate& gate : made.city.gates) {
        const gis::Point at = plane.to_degrees(gate.at);
        const auto away_degrees = [](double share) { return std::fabs(share - std::round(share)) * step_degrees; };
        const double away_m =
            std::min(away_degrees((at.x - 117.2) / step_degrees) * 86500.0, away_degrees((at.y - 39.1) / step_degrees) * 111000.0);
        CAPTURE(gate.owner_id, away_m);
        REQUIRE((gate.owner_kind == OwnerKind::venue || away_m < 10.0));
        ++gates;
    }
    REQUIRE(gates > 20);
}

TEST_CASE("a network that is too small for the schools is refused", "[synth]")
{
    const GridTown town(4);
    REQUIRE_THROWS_AS(town.city_of(2000), gis::Error);
}

TEST_CASE("the threads that read a network change nothing", "[synth]")
{
    const GridTown town(6);
    const SyntheticCity one = town.city_of(12, 1);
    const SyntheticCity three = town.city_of(12, 3);
    REQUIRE(one.city.schools.size() == three.city.schools.size());
    REQUIRE(one.city.campuses.size() >= 12);
    REQUIRE(one.city.campuses.size() == three.city.campuses.size());
    for (std::size_t i = 0; i < one.city.campuses.size(); ++i) {
        REQUIRE(one.city.campuses[i].ground == three.city.campuses[i].ground);
    }
}
