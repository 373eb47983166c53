// When a result is finished its target is looked at once more, and it appears after its project.
#include "gis/error.hpp"
#include "gis/io/geopackage/geopackage.hpp"
#include "support/catch.hpp"
#include "unit/io/io_support.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/inotify.h>
#include <unistd.h>

using namespace gis;
using io_test::TempFolder;
namespace fs = std::filesystem;

namespace {

GeoPackageTarget target_in(const TempFolder& folder)
{
    GeoPackageTarget target;
    target.path = folder / "out.gpkg";
    target.timestamp_s = 1'700'000'000;
    return target;
}

/// A file with one layer and a project, finished and not yet published.
void fill(GeoPackage& file)
{
    file.begin_layer({"points", LayerGeometry::point, {{"name", ColumnType::text}}, ""});
    file.add_row(Point{1.0, 2.0}, std::vector<Cell>{std::string("here")});
    QgisLook look;
    look.styles = {{"points", "Points", "Group", "<renderer-v2 type=\"nullSymbol\"/>", true, true}};
    file.styles("title", look);
}

/// Names that files get in a folder by a rename or a link, in their order.
class NamesGiven
{
public:
    explicit NamesGiven(const fs::path& folder) : watch_(inotify_init1(IN_NONBLOCK))
    {
        REQUIRE(watch_ >= 0);
        REQUIRE(inotify_add_watch(watch_, folder.c_str(), IN_MOVED_TO | IN_CREATE) >= 0);
    }
    ~NamesGiven() { close(watch_); }
    NamesGiven(const NamesGiven&) = delete;
    NamesGiven& operator=(const NamesGiven&) = delete;

    std::vector<std::string> names() const
    {
        alignas(inotify_event) std::array<char, 16384> bytes{};
        std::vector<std::string> found;
        for (ssize_t count = read(watch_, bytes.data(), bytes.size()); count > 0; count = read(watch_, bytes.data(), bytes.size())) {
            for (const char* at = bytes.data(); at < bytes.data() + count;) {
                const auto* event = reinterpret_cast<const inotify_event*>(at);
                if (event->len > 0 && event->name[0] != '.') { // not the unfinished folder
                    found.emplace_back(event->name);
                }
                at += sizeof(inotify_event) + event->len;
            }
        }
        return found;
    }

private:
    int watch_;
};

} // namespace

TEST_CASE("whoever finds a result finds its project beside it", "[geopackage]")
{
    const TempFolder folder;
    GeoPackageTarget target = target_in(folder);
    for (const bool overwrite : {false, true}) {
        target.overwrite = overwrite;
        const CityPlane plane({117.2, 39.13});
        GeoPackage file(target, plane);
        fill(file);
        const NamesGiven given(folder.path());
        file.publish();
        CHECK(given.names() == std::vector<std::string>{"out.qgz", "out.gpkg"});
    }
}

TEST_CASE("a target that somebody opened during the run is refused at the end", "[geopackage]")
{
    for (const std::string ending : {"-wal", "-shm", "-journal"}) {
        const TempFolder folder;
        GeoPackageTarget target = target_in(folder);
        target.overwrite = true;
        {
            const CityPlane plane({117.2, 39.13});
            GeoPackage file(target, plane);
            fill(file);
            folder.with("out.gpkg" + ending, "x");
            CHECK_THROWS_AS(file.publish(), WriteError);
        }
        CHECK_FALSE(fs::exists(target.path));
        CHECK_FALSE(fs::exists(folder / "out.qgz"));
        CHECK(fs::exists(folder / ("out.gpkg" + ending)));
    }
}
