// How long does the walk area of a school take, from the search to the polygon, on one core? Beside GEOS, which widens the same lines; of
// some schools it does, for it takes a hundred times as long. Both areas are compared.
//
//   bench_areas FILE.osm.pbf [SCHOOLS [BY_GEOS [MINUTES]]]

#include "gis/geometry/overlay.hpp"
#include "gis/io/osm/osm.hpp"
#include "gis/walking/reached_edges.hpp"
#include "gis/widening/widening.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <random>
#include <thread>
#include <vector>

namespace {

constexpr double buffer_m = 25.0;

/// Of this thread alone, so that a busy machine counts little.
class Clock
{
public:
    double ms() const { return now_ms() - begin_ms_; }

private:
    static double now_ms()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
    }

    double begin_ms_ = now_ms();
};

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0.0 : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

double mean(const std::vector<double>& values)
{
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(std::max<std::size_t>(values.size(), 1));
}

/// A school of one gate, beside a random street point, on a campus of 100 x 80 m.
struct SchoolPlace
{
    gis::SiteAccesses access;
    gis::MultiPolygon campus;
};

SchoolPlace random_school(const gis::WalkNetwork& network, const gis::EdgeIndex& edges, std::mt19937_64& random)
{
    std::uniform_real_distribution<double> aside(-30.0, 30.0);
    for (;;) {
        const gis::Point& street = network.point[random() % network.point.size()];
        const gis::Point gate{street.x + aside(random), street.y + aside(random)};
        if (const auto access = edges.nearest(gate, 100.0)) {
            const gis::Ring outline = {
                {gate.x, gate.y - 40.0}, {gate.x + 100.0, gate.y - 40.0}, {gate.x + 100.0, gate.y + 40.0}, {gate.x, gate.y + 40.0}};
            SchoolPlace school;
            school.access.add_site({&*access, 1});
            school.campus = {{outline, {}}};
            school.campus[0].outer.push_back(outline.front());
            return school;
        }
    }
}

std::size_t point_count(const gis::MultiPolygon& ground)
{
    std::size_t count = 0;
    for (const gis::Polygon& polygon : ground) {
        count += polygon.outer.size();
        for (const gis::Ring& hole : polygon.holes) {
            count += hole.size();
        }
    }
    return count;
}

struct Measured
{
    std::vector<double> search_ms, lines_ms, widen_ms, all_ms, segments, points, geos_ms, differences;
};

void measure(const gis::WalkTimes& times, const gis::WalkStates& states, const SchoolPlace& school, double limit_s, bool by_geos,
             gis::Widening& widening, Measured& measured)
{
    const gis::SiteAccesses nobody;
    static const gis::Targets no_targets(times, states, nobody, nullptr, 0.0);
    const gis::SearchContext context{times, states, school.access, nobody, no_targets, limit_s, false, false, {}};
    gis::WalkSearch search(context);
    const Clock all;
    const auto stops = search.reached_from(0);
    measured.search_ms.push_back(all.ms());
    gis::MultiLine lines;
    for (const gis::ReachedPart& part : gis::reached_parts(times, states, stops, school.access.of(0), limit_s)) {
        lines.push_back(gis::line_of(times.network(), part));
    }
    const gis::Access& gate = school.access.access.front();
    lines.push_back({gate.entry, gate.on_edge});
    measured.lines_ms.push_back(all.ms());
    const gis::MultiPolygon ground = widening.widened(lines, school.campus, buffer_m);
    measured.all_ms.push_back(all.ms());
    measured.widen_ms.push_back(measured.all_ms.back() - measured.lines_ms.back());
    measured.lines_ms.back() -= measured.search_ms.back();

    std::size_t segments = 0;
    for (const gis::Line& line : lines) {
        segments += line.size() - 1;
    }
    measured.segments.push_back(static_cast<double>(segments));
    measured.points.push_back(static_cast<double>(point_count(ground)));
    if (by_geos) {
        const Clock geos;
        const gis::MultiPolygon parts[] = {gis::within_distance(lines, buffer_m), school.campus};
        const gis::MultiPolygon expected = gis::united(parts);
        measured.geos_ms.push_back(geos.ms());
        measured.differences.push_back(std::fabs(gis::area(ground) / gis::area(expected) - 1.0));
    }
}

void print(const char* what, const std::vector<double>& values, const char* unit)
{
    std::printf("%-28s median %9.3f   nine tenths %9.3f   mean %9.3f   most %9.3f %s\n", what, quantile(values, 0.5), quantile(values, 0.9),
                mean(values), quantile(values, 1.0), unit);
}

std::size_t number_or(int argc, char** argv, int position, std::size_t otherwise)
{
    return argc > position ? std::strtoull(argv[position], nullptr, 10) : otherwise;
}

gis::Point middle(const gis::Streets& streets)
{
    gis::Box box;
    for (const gis::Point& node : streets.node) {
        box.add(node);
    }
    return {(box.min_x + box.max_x) / 2.0, (box.min_y + box.max_y) / 2.0};
}

void run(int argc, char** argv)
{
    gis::OsmWanted wanted;
    wanted.streets = true;
    const gis::Streets streets = gis::read_osm(argv[1], wanted, std::max(1U, std::thread::hardware_concurrency())).streets;
    const gis::WalkNetwork network = gis::build_walk_network(streets, gis::CityPlane(middle(streets)));
    const gis::EdgeIndex edges(network);
    const std::vector<float> seconds = gis::arc_seconds(network, {});
    const gis::WalkTimes times(network, seconds, {});
    const gis::WalkStates states = gis::walk_states(times);
    const std::size_t schools = number_or(argc, argv, 2, 1000);
    const std::size_t by_geos = number_or(argc, argv, 3, 50);
    const double limit_s = 60.0 * static_cast<double>(number_or(argc, argv, 4, 10));

    std::mt19937_64 random(1);
    gis::Widening widening;
    Measured measured;
    for (std::size_t i = 0; i < schools; ++i) {
        measure(times, states, random_school(network, edges, random), limit_s, i < by_geos, widening, measured);
    }
    std::printf("%zu schools, %.0f s on foot, one core\n", schools, limit_s);
    print("segments walked", measured.segments, "");
    print("points of an area", measured.points, "");
    print("search", measured.search_ms, "ms");
    print("parts of edges", measured.lines_ms, "ms");
    print("widening", measured.widen_ms, "ms");
    print("all of it", measured.all_ms, "ms");
    print("the same widened by GEOS", measured.geos_ms, "ms");
    std::printf("areas differ from GEOS' by %.2g at most\n", quantile(measured.differences, 1.0));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::printf("bench_areas FILE.osm.pbf [SCHOOLS [BY_GEOS [MINUTES]]]\n");
        return 2;
    }
    try {
        run(argc, argv);
    } catch (const std::exception& error) {
        std::printf("%s\n", error.what());
        return 1;
    }
    return 0;
}
