#pragma once
// OpenStreetMap files for the tests: small ones written as text, and real ones where they are there.

#include "gis/io/osm/osm.hpp"
#include "unit/io/io_support.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace osm_test {

/// A file that is gone with this object.
class TemporaryFile
{
public:
    /// `ending` such as `.osm`.
    TemporaryFile(std::string_view bytes, std::string_view ending) : path_(folder_.with("city" + std::string(ending), std::string(bytes)))
    {
    }

    const std::string& path() const { return path_; }

private:
    io_test::TempFolder folder_;
    std::string path_;
};

/// `<osm>` with `objects` in it.
std::string osm_text(std::string_view objects);

/// Nodes 1, 2, 3 .. at these places, in steps of 0.001 degrees from 8 degrees east, 50 degrees north.
std::string nodes_at(const std::vector<std::pair<int, int>>& steps);
gis::Point at(int east, int north);

std::string way(int number, const std::vector<int>& nodes, std::string_view tags);
std::string tag(std::string_view key, std::string_view value);

/// `members` as `way 1 outer, way 2 inner`.
std::string relation(int number, std::string_view members, std::string_view tags);

gis::OsmFile read(std::string_view objects, const gis::OsmWanted& wanted);

gis::OsmWanted areas(std::vector<gis::OsmFilter> filters);
gis::OsmWanted streets();

/// The lines as places, to be compared whatever the numbers are.
std::vector<gis::Line> lines(const gis::Streets& streets);

/// A path in the real data that is no part of the project; warns and gives nothing where it is absent.
std::optional<std::string> real_file(std::string_view name);

} // namespace osm_test
