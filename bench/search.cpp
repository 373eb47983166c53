// How fast are the bounded searches, beside a bare Dijkstra on the same graph (nodes in the states of a walk, as plain arrays) that knows
// one entry a site, no routes and no ties?
// Both must find the same pairs with the same distances before anything is timed.
//
//   bench_search FILE.osm.pbf [SOURCES [VENUES [SEED [GRAPH.txt]]]]
//
// GRAPH.txt takes the graph, the sites and the pairs for bench/networkx_pairs.py.

#include "gis/io/osm/osm.hpp"
#include "gis/walking/access_points.hpp"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <memory>
#include <queue>
#include <random>
#include <string>
#include <thread>

namespace {

constexpr int rounds = 7;
constexpr double limit_s = 600.0;
constexpr double seconds_a_metre = 60.0 / 80.0;

double median_ms(const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

struct Pair
{
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    double seconds = 0.0;
};

/// What a graduate would write: plain arrays, std::priority_queue, one source after the other. Entries lie within an edge, so a source
/// starts at two nodes and a venue hangs on two nodes; the walk along a shared edge is looked at apart.
class BareDijkstra
{
public:
    BareDijkstra(const gis::WalkNetwork& network, const std::vector<float>& arc_s, const gis::SiteAccesses& sources,
                 const gis::SiteAccesses& targets)
        : network_(network), states_(gis::walk_states(gis::WalkTimes(network, arc_s, {}))), sources_(sources), targets_(targets),
          venues_at_(states_.stop_count()), venues_on_(network.edge_count())
    {
        for (const gis::Hop& hop : states_.hop) {
            head_.push_back(gis::index(hop.head));
            weight_.push_back(static_cast<double>(hop.seconds));
        }
        for (std::uint32_t venue = 0; venue < targets.site_count(); ++venue) {
            for (const gis::Access& access : targets.of(venue)) {
                add_venue(venue, access, false);
                add_venue(venue, access, true);
                venues_on_[gis::index(access.edge)].push_back(venue);
            }
        }
    }

    struct Memory
    {
        std::vector<double> node_s, venue_s;
        std::vector<std::uint32_t> touched, found;
    };

    Memory memory() const
    {
        const double far = std::numeric_limits<double>::infinity();
        return {std::vector<double>(states_.stop_count(), far), std::vector<double>(targets_.site_count(), far), {}, {}};
    }

    void search(std::uint32_t source, double most_s, Memory& memory, std::vector<Pair>& pairs) const
    {
        Queue queue;
        for (const gis::Access& access : sources_.of(source)) {
            for (const bool at_to : {false, true}) {
                const gis::NodeId node = gis::end_of(network_, access.edge, at_to);
                const gis::StopId stop = states_.stop(node, gis::state_at_end(network_, access, at_to));
                reach(gis::index(stop), partial_s(access, at_to), most_s, memory, queue);
            }
            for (const std::uint32_t venue : venues_on_[gis::index(access.edge)]) {
                offer(venue, along_s(access, targets_.of(venue).front()), most_s, memory);
            }
        }
        spread(most_s, memory, queue);
        std::sort(memory.found.begin(), memory.found.end());
        for (const std::uint32_t venue : memory.found) {
            pairs.push_back({source, venue, memory.venue_s[venue]});
            memory.venue_s[venue] = std::numeric_limits<double>::infinity();
        }
        for (const std::uint32_t node : memory.touched) {
            memory.node_s[node] = std::numeric_limits<double>::infinity();
        }
        memory.found.clear();
        memory.touched.clear();
    }

private:
    using Entry = std::pair<double, std::uint32_t>;
    using Queue = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;

    /// Venues on private ways are reached from all states, others before the private ways at the end of a walk.
    void add_venue(std::uint32_t venue, const gis::Access& access, bool at_to)
    {
        const gis::NodeId node = gis::end_of(network_, access.edge, at_to);
        const bool is_reached_last = gis::state_at_end(network_, access, at_to) == gis::WalkState::only_private;
        const gis::WalkState last = is_reached_last ? gis::WalkState::private_again : gis::WalkState::on_public;
        const std::uint32_t end = gis::index(states_.stop(node, last)) + 1;
        for (std::uint32_t stop = gis::index(states_.stop(node, gis::WalkState::only_private)); stop < end; ++stop) {
            venues_at_[stop].push_back({0, venue, partial_s(access, at_to)});
        }
    }

    double length_s(std::uint32_t edge) const { return static_cast<double>(network_.edge_length_m[edge]) * seconds_a_metre; }

    double partial_s(const gis::Access& access, bool to_end) const
    {
        const auto fraction = static_cast<double>(access.fraction);
        return static_cast<double>(access.connector_m) * seconds_a_metre +
               (to_end ? 1.0 - fraction : fraction) * length_s(gis::index(access.edge));
    }

    double along_s(const gis::Access& a, const gis::Access& b) const
    {
        return static_cast<double>(a.connector_m + b.connector_m) * seconds_a_metre +
               std::fabs(static_cast<double>(a.fraction) - static_cast<double>(b.fraction)) * length_s(gis::index(a.edge));
    }

    static void reach(std::uint32_t node, double seconds, double most_s, Memory& memory, Queue& queue)
    {
        if (seconds < memory.node_s[node] && seconds <= most_s) {
            if (std::isinf(memory.node_s[node])) {
                memory.touched.push_back(node);
            }
            memory.node_s[node] = seconds;
            queue.push({seconds, node});
        }
    }

    static void offer(std::uint32_t venue, double seconds, double most_s, Memory& memory)
    {
        if (seconds < memory.venue_s[venue] && seconds <= most_s) {
            if (std::isinf(memory.venue_s[venue])) {
                memory.found.push_back(venue);
            }
            memory.venue_s[venue] = seconds;
        }
    }

    void spread(double most_s, Memory& memory, Queue& queue) const
    {
        while (!queue.empty()) {
            const auto [seconds, node] = queue.top();
            queue.pop();
            if (seconds > memory.node_s[node]) {
                continue;
            }
            for (const Pair& venue : venues_at_[node]) {
                offer(venue.target, seconds + venue.seconds, most_s, memory);
            }
            for (std::uint32_t i = states_.first_hop[node]; i < states_.first_hop[node + 1]; ++i) {
                reach(head_[i], seconds + weight_[i], most_s, memory, queue);
            }
        }
    }

    const gis::WalkNetwork& network_;
    gis::WalkStates states_;
    const gis::SiteAccesses& sources_;
    const gis::SiteAccesses& targets_;
    std::vector<std::uint32_t> head_;
    std::vector<double> weight_;
    std::vector<std::vector<Pair>> venues_at_;
    std::vector<std::vector<std::uint32_t>> venues_on_;
};

std::vector<Pair> bare_pairs(const BareDijkstra& dijkstra, std::size_t sources, double most_s)
{
    constexpr std::size_t sources_a_task = 16;
    std::vector<std::vector<Pair>> parts((sources + sources_a_task - 1) / sources_a_task);
    tbb::enumerable_thread_specific<BareDijkstra::Memory> memories([&dijkstra] { return dijkstra.memory(); });
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t part) {
        for (std::size_t i = part * sources_a_task; i < std::min((part + 1) * sources_a_task, sources); ++i) {
            dijkstra.search(static_cast<std::uint32_t>(i), most_s, memories.local(), parts[part]);
        }
    });
    std::vector<Pair> pairs;
    for (const auto& part : parts) {
        pairs.insert(pairs.end(), part.begin(), part.end());
    }
    return pairs;
}

/// Of lines of sight there are many over few squares, where few people live.
std::vector<gis::Point> street_points(const gis::WalkNetwork& network)
{
    std::vector<gis::Point> points;
    for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
        if (!network.is_sight(gis::EdgeId{edge})) {
            const auto line = network.line(gis::EdgeId{edge});
            points.insert(points.end(), line.begin(), line.end());
        }
    }
    return points;
}

/// Sites of one entry up to 30 m beside a random street point, so that they lie where people live.
gis::SiteAccesses random_sites(const gis::WalkNetwork& network, const gis::EdgeIndex& edges, std::size_t count, std::mt19937_64& random)
{
    std::uniform_real_distribution<double> aside(-30.0, 30.0);
    const std::vector<gis::Point> points = street_points(network);
    gis::SiteAccesses sites;
    while (sites.site_count() < count) {
        const gis::Point& at = points[random() % points.size()];
        const double x = at.x + aside(random);
        auto access = edges.nearest({x, at.y + aside(random)}, 100.0);
        if (access && access->edge != gis::no_edge) {
            access->square = gis::no_square; // the bare Dijkstra knows edges only
            sites.add_site({&*access, 1});
        }
    }
    return sites;
}

/// The middle of the streets.
gis::Point middle(const gis::Streets& streets)
{
    gis::Box box;
    for (const gis::Point& node : streets.node) {
        box.add(node);
    }
    return {(box.min_x + box.max_x) / 2.0, (box.min_y + box.max_y) / 2.0};
}

void require_same(const gis::Walks& ours, const std::vector<Pair>& bare)
{
    double worst_s = 0.0;
    bool same = ours.walk.size() == bare.size();
    for (std::size_t i = 0; same && i < bare.size(); ++i) {
        same = ours.walk[i].source == bare[i].source && ours.walk[i].target == bare[i].target;
        worst_s = std::max(worst_s, std::fabs(ours.walk[i].seconds - bare[i].seconds));
    }
    std::printf("pairs %zu, bare Dijkstra %zu: %s, largest difference %.2g s\n", ours.walk.size(), bare.size(),
                same ? "the same" : "DIFFERENT", worst_s);
    if (!same || worst_s > 1e-3) {
        std::exit(1);
    }
}

void write_sites(std::FILE* file, char kind, const gis::SiteAccesses& sites)
{
    for (const gis::Access& access : sites.access) {
        std::fprintf(file, "%c %u %.9g %.9g\n", kind, gis::index(access.edge), static_cast<double>(access.fraction),
                     static_cast<double>(access.connector_m));
    }
}

void write_graph(const char* path, const gis::WalkNetwork& network, const gis::SiteAccesses& sources, const gis::SiteAccesses& targets,
                 const gis::Walks& walks, double ours_ms)
{
    std::FILE* file = std::fopen(path, "w");
    if (file == nullptr) {
        std::printf("graph '%s': cannot be written\n", path);
        std::exit(4);
    }
    std::fprintf(file, "t %.6f %.9g\n", ours_ms, limit_s + 0.001 * seconds_a_metre);
    for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
        std::fprintf(file, "e %u %u %.9g %d\n", gis::index(network.edge_from[edge]), gis::index(network.edge_to[edge]),
                     static_cast<double>(network.edge_length_m[edge]), network.is_private(gis::EdgeId{edge}) ? 1 : 0);
    }
    write_sites(file, 's', sources);
    write_sites(file, 'v', targets);
    for (const gis::Walk& walk : walks.walk) {
        std::fprintf(file, "p %u %u %.6f %.6f\n", walk.source, walk.target, walk.seconds, walk.metres);
    }
    std::fclose(file);
}

/// One line of the table: milliseconds of both on so many threads.
double compare(unsigned threads, const gis::WalkNetwork& network, const std::vector<float>& arc_s, const gis::SiteAccesses& sources,
               const gis::SiteAccesses& targets, const BareDijkstra& dijkstra)
{
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    gis::ReachSettings settings;
    settings.limit_s = limit_s;
    const double most_s = limit_s + settings.slack_m * seconds_a_metre;
    const double bare_ms = median_ms([&] { bare_pairs(dijkstra, sources.site_count(), most_s); });
    settings.routes = false;
    const double ours_ms = median_ms([&] { gis::walks_within(network, arc_s, sources, targets, settings); });
    settings.routes = true;
    const double routes_ms = median_ms([&] { gis::walks_within(network, arc_s, sources, targets, settings); });
    std::printf("%u thread%s: bare %.1f ms, ours %.1f ms (x %.2f), ours with routes %.1f ms (x %.2f)\n", threads, threads == 1 ? "" : "s",
                bare_ms, ours_ms, ours_ms / bare_ms, routes_ms, routes_ms / bare_ms);
    return ours_ms;
}

std::size_t number_or(int argc, char** argv, int position, std::size_t otherwise)
{
    return argc > position ? std::strtoull(argv[position], nullptr, 10) : otherwise;
}

void run(int argc, char** argv)
{
    gis::OsmWanted wanted;
    wanted.streets = true;
    const gis::Streets streets = gis::read_osm(argv[1], wanted, std::max(1U, std::thread::hardware_concurrency())).streets;
    const gis::CityPlane plane(middle(streets));
    const double build_ms = median_ms([&] { gis::build_walk_network(streets, plane); });
    const double copy_ms = median_ms([&] { const gis::Streets copy = streets; });
    const gis::WalkNetwork network = gis::build_walk_network(streets, plane);
    const double index_ms = median_ms([&] { const gis::EdgeIndex index(network); });
    std::printf("%zu lines over %zu nodes -> %zu nodes, %zu edges, %zu points\n", streets.line_count(), streets.node.size(),
                network.node_count(), network.edge_count(), network.point.size());
    std::printf("network %.1f ms (of which a copy of the streets %.1f ms), index %.1f ms\n", build_ms, copy_ms, index_ms);

    const gis::EdgeIndex edges(network);
    std::mt19937_64 random(number_or(argc, argv, 4, 1));
    const gis::SiteAccesses sources = random_sites(network, edges, number_or(argc, argv, 2, 2000), random);
    const gis::SiteAccesses targets = random_sites(network, edges, number_or(argc, argv, 3, 5000), random);
    const double snap_ms = median_ms([&] {
        for (const gis::Access& access : targets.access) {
            edges.nearest(access.entry, 100.0);
        }
    });
    std::printf("nearest edge: %.2f us an entry\n",
                snap_ms * 1000.0 / static_cast<double>(std::max<std::size_t>(targets.access.size(), 1)));

    const std::vector<float> arc_s = gis::arc_seconds(network, {});
    const BareDijkstra dijkstra(network, arc_s, sources, targets);
    const gis::Walks walks = gis::walks_within(network, arc_s, sources, targets, {});
    require_same(walks, bare_pairs(dijkstra, sources.site_count(), limit_s + 0.001 * seconds_a_metre));
    const double alone_ms = compare(1, network, arc_s, sources, targets, dijkstra);
    if (const unsigned threads = std::thread::hardware_concurrency(); threads > 1) {
        compare(threads, network, arc_s, sources, targets, dijkstra);
    }
    if (argc > 5) {
        write_graph(argv[5], network, sources, targets, walks, alone_ms);
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::printf("bench_search FILE.osm.pbf [SOURCES [VENUES [SEED [GRAPH.txt]]]]\n");
        return 2;
    }
    try {
        run(argc, argv);
    } catch (const std::exception& error) {
        std::printf("%s\n", error.what());
        return 3;
    }
    return 0;
}
