// CPU seconds to screen many sites against a synthetic city. Usage: bench_screening SCHOOLS SITES [RENT_CAP_M2]
#include "domain/screening/screening.hpp"
#include "domain/screening/serve_estates.hpp"
#include "synth/model.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>

using namespace fieldgap;

namespace {

double cpu_s()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

gis::WalkNetwork network_of(const SyntheticCity& made, const gis::CityPlane& plane)
{
    gis::Streets streets;
    std::map<std::pair<long, long>, std::uint32_t> nodes;
    streets.first_ref.push_back(0);
    for (const Street& street : made.streets) {
        for (const gis::Point& point : street.line) {
            const auto key = std::pair(std::lround(point.x * 1000.0), std::lround(point.y * 1000.0));
            const auto [node, is_new] = nodes.emplace(key, static_cast<std::uint32_t>(streets.node.size()));
            if (is_new) {
                streets.node.push_back(plane.to_degrees(point));
                streets.node_flags.push_back(0);
            }
            streets.ref.push_back(node->second);
        }
        streets.first_ref.push_back(static_cast<std::uint32_t>(streets.ref.size()));
        streets.line_flags.push_back(0);
        streets.line_kind.push_back(0);
    }
    return gis::build_walk_network(std::move(streets), plane);
}

/// The city's candidates, and then its existing estates as if they were still to be built.
std::vector<Estate> sites_of(const SyntheticCity& made, std::size_t count)
{
    std::vector<Estate> sites = made.sites;
    for (std::size_t i = 0; sites.size() < count && i < made.city.estates.size(); ++i) {
        sites.push_back(made.city.estates[i]);
        sites.back().phase = EstatePhase::planned;
        sites.back().first_phase_year = 2024;
    }
    sites.resize(std::min(sites.size(), count));
    return sites;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: bench_screening SCHOOLS SITES [RENT_CAP_M2]\n");
        return 2;
    }
    SynthSettings order;
    order.schools = std::atoi(argv[1]);
    const SyntheticCity made = synthetic_city(order);
    const gis::WalkNetwork streets = network_of(made, gis::CityPlane(made.centre));
    Settings settings;
    for (const Channel channel : all_channels) {
        settings.channels[channel] = {true, 10.0, std::nullopt};
    }
    if (argc > 3) {
        settings.channels[Channel::rent].cap_m2 = std::atof(argv[3]);
    }
    const WalkNetworkView walking{&streets, {}};
    const double start_s = cpu_s();
    const Results results = analyse(made.city, walking, settings, [](Step) {});
    const double analysed_s = cpu_s();
    const std::vector<Estate> sites = sites_of(made, static_cast<std::size_t>(std::atoi(argv[2])));
    Findings findings;
    const Screening screening = screen({made.city, results, walking, settings}, sites, findings);
    const double screened_s = cpu_s();
    const EstateTable table = serve_estates({made.city, results, walking, settings}, findings);
    std::map<std::string_view, int> verdicts;
    for (const SiteScreening& one : screening.alone) {
        ++verdicts[name_of(*one.row.estate.verdict)];
    }
    std::printf("%zu schools, %zu sites, %zu estates, %zu edges; CPU: analysis %.2f s, screening %.2f s, estates %.2f s\n",
                made.city.schools.size(), sites.size(), table.rows.size(), streets.edge_count(), analysed_s - start_s,
                screened_s - analysed_s, cpu_s() - screened_s);
    for (const auto& [verdict, sum] : verdicts) {
        std::printf("  %s: %d\n", std::string(verdict).c_str(), sum);
    }
    return 0;
}
