// How long does the exact allocation take, phase by phase, beside one bare network simplex that knows a big cost for what stays unmet and
// nothing of walking or order? How long do its cut and prices, shadows and bottlenecks take, and how long the other objectives? Schools and
// venues lie at random; a venue within 800 m may be rented.

#include "domain/proof/bottlenecks.hpp"
#include "domain/proof/plan_proof.hpp"
#include "domain/transport/allocation_network.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace fieldgap;

struct Instance
{
    const char* name;
    std::uint32_t schools;
    std::uint32_t venues;
    double side_m;
    double rent_cap_share; ///< of all venues' ground, 1 = no cap
    bool own_prices;       ///< each venue has its own price, else 60 yuan for all
};

struct Place
{
    double x = 0.0;
    double y = 0.0;
};

class Clock
{
public:
    /// Milliseconds since the last call.
    double lap_ms()
    {
        const auto now = std::chrono::steady_clock::now();
        const double passed = std::chrono::duration<double, std::milli>(now - last_).count();
        last_ = now;
        return passed;
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

class City
{
public:
    explicit City(const Instance& instance) : instance_(instance), across_(static_cast<int>(instance.side_m / reach_m) + 1)
    {
        add_venues();
        add_schools();
        if (instance.rent_cap_share < 1.0) {
            const double cap = static_cast<double>(ground_.hundredths()) * instance.rent_cap_share;
            problem_.caps[Channel::rent] = ExactArea::hundredths(static_cast<std::int64_t>(cap));
        }
    }

    const TransportProblem& problem() const { return problem_; }

private:
    static constexpr double reach_m = 800.0;

    Place somewhere()
    {
        std::uniform_real_distribution<double> along(0.0, instance_.side_m);
        const double x = along(random_);
        return {x, along(random_)};
    }

    ExactArea between(std::int64_t least_m2, std::int64_t most_m2)
    {
        return ExactArea::hundredths(std::uniform_int_distribution<std::int64_t>(least_m2 * 100, most_m2 * 100)(random_));
    }

    int cell(double x, double y) const { return static_cast<int>(y / reach_m) * across_ + static_cast<int>(x / reach_m); }

    void add_venues()
    {
        for (std::uint32_t i = 0; i < instance_.venues; ++i) {
            places_.push_back(somewhere());
            prices_.push_back(instance_.own_prices ? std::uniform_int_distribution<int>(40, 160)(random_) * 0.5 : 60.0);
            in_cell_[cell(places_[i].x, places_[i].y)].push_back(i);
            problem_.supply_nodes.push_back({Channel::rent, between(300, 5000)});
            ground_ += problem_.supply_nodes.back().capacity;
        }
    }

    void add_schools()
    {
        for (std::uint32_t demand_node = 0; demand_node < instance_.schools; ++demand_node) {
            problem_.gaps.push_back(between(500, 15000));
            const Place school = somewhere();
            for (int row = -1; row <= 1; ++row) {
                for (int column = -1; column <= 1; ++column) {
                    add_offers(demand_node, school, cell(school.x, school.y) + row * across_ + column);
                }
            }
            problem_.offers.push_back({static_cast<std::uint32_t>(problem_.supply_nodes.size()), demand_node, 45.0, 0.0});
            problem_.supply_nodes.push_back({Channel::basement, between(0, 500)});
        }
    }

    void add_offers(std::uint32_t demand_node, const Place& school, int in)
    {
        const auto found = in_cell_.find(in);
        if (found == in_cell_.end()) {
            return;
        }
        for (const std::uint32_t venue : found->second) {
            const double apart_m = std::hypot(places_[venue].x - school.x, places_[venue].y - school.y);
            if (apart_m <= reach_m) {
                problem_.offers.push_back({venue, demand_node, prices_[venue], apart_m / 80.0 * 60.0});
            }
        }
    }

    Instance instance_;
    int across_;
    std::mt19937_64 random_{20220901};
    std::vector<Place> places_;
    std::vector<double> prices_;
    std::map<int, std::vector<std::uint32_t>> in_cell_;
    ExactArea ground_;
    TransportProblem problem_;
};

/// Area and price only: unmet gap costs more than any offer. It knows the caps, but neither walking nor order.
class BareSimplex
{
public:
    explicit BareSimplex(const TransportProblem& problem)
    {
        add_supply_nodes(problem);
        add_demand_nodes(problem);
        for (const AllocationArc& offer : problem.offers) {
            const std::int64_t price = std::llround(offer.price_per_m2 * 1e4);
            connect(givers_[offer.supply_node], takers_[offer.demand_node], problem.gaps[offer.demand_node].hundredths(), price);
        }
    }

    void run()
    {
        lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t> simplex(graph_);
        simplex.upperMap(upper_).costMap(cost_).supplyMap(supply_).run();
    }

private:
    using Graph = lemon::SmartDigraph;

    void connect(Graph::Node tail, Graph::Node head, std::int64_t most, std::int64_t price)
    {
        const Graph::Arc arc = graph_.addArc(tail, head);
        upper_[arc] = most;
        cost_[arc] = price;
    }

    void add_supply_nodes(const TransportProblem& problem)
    {
        PerChannel<Graph::Node> channels;
        for (const Channel channel : all_channels) {
            channels[channel] = graph_.addNode();
            connect(source_, channels[channel], problem.caps[channel] ? problem.caps[channel]->hundredths() : std::int64_t{1} << 50, 0);
        }
        for (const SupplyNode& supply_node : problem.supply_nodes) {
            givers_.push_back(graph_.addNode());
            connect(channels[supply_node.channel], givers_.back(), supply_node.capacity.hundredths(), 0);
        }
    }

    void add_demand_nodes(const TransportProblem& problem)
    {
        constexpr std::int64_t big_cost = 100'000'000;
        for (const ExactArea gap : problem.gaps) {
            takers_.push_back(graph_.addNode());
            connect(source_, takers_.back(), gap.hundredths(), big_cost);
            supply_[takers_.back()] = -gap.hundredths();
            supply_[source_] += gap.hundredths();
        }
    }

    Graph graph_;
    Graph::ArcMap<std::int64_t> upper_{graph_};
    Graph::ArcMap<std::int64_t> cost_{graph_};
    Graph::NodeMap<std::int64_t> supply_{graph_, 0};
    Graph::Node source_ = graph_.addNode();
    std::vector<Graph::Node> givers_;
    std::vector<Graph::Node> takers_;
};

double bare_simplex_ms(const TransportProblem& problem)
{
    Clock clock;
    BareSimplex(problem).run();
    return clock.lap_ms();
}

void measure(const Instance& instance)
{
    const City city(instance);
    const TransportProblem& problem = city.problem();
    const double bare_ms = bare_simplex_ms(problem);

    Clock clock;
    const TransportNetwork routes(problem);
    LexicographicMinCostFlow flow = routes.flow();
    const double build_ms = clock.lap_ms();
    const std::int64_t most = flow.maximise(routes.start(), TransportNetwork::sink);
    const double area_ms = clock.lap_ms();
    flow.minimise(routes.prices());
    const double price_ms = clock.lap_ms();
    flow.minimise(routes.walks());
    const double walk_ms = clock.lap_ms();
    flow.minimise(routes.ranks());
    const double order_ms = clock.lap_ms();
    std::vector<ExactArea> given(problem.offers.size());
    for (std::size_t i = 0; i < routes.offers().size(); ++i) {
        given[routes.offers()[i]] = ExactArea::hundredths(flow.flow(i));
    }
    clock.lap_ms();
    const PlanProof proof = proof_of(problem, PlanResidual(problem, given));
    const double proof_ms = clock.lap_ms();
    std::printf("| %s | %zu | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f%s |\n", instance.name, problem.offers.size(),
                static_cast<double>(most) / 100.0, build_ms, area_ms, price_ms, walk_ms, order_ms,
                build_ms + area_ms + price_ms + walk_ms + order_ms, bare_ms, proof_ms, proof.is_beyond_cut ? "" : " (no cut)");
    std::fflush(stdout);
}

/// One objective as the program solves it, with all cores.
void measure(const Instance& instance, Objective objective)
{
    const City city(instance);
    TransportProblem problem = city.problem();
    problem.objective = objective;
    problem.max_nodes = 200; // where every school competes with many others no search comes to an end
    if (objective == Objective::budget) {
        problem.budget = static_cast<std::int64_t>(instance.schools) * 100'000'000'000; // 100,000 yuan a school
    }
    Clock clock;
    const TransportPlan plan = allocated(problem);
    const double ms = clock.lap_ms();
    std::printf("| %s | %s | %zu | %.0f | %.0f | %lld | %lld | %s | %.0f |\n", instance.name, std::string(name_of(objective)).c_str(),
                problem.offers.size(), plan.closed.square_metres(), plan.bound.square_metres(), static_cast<long long>(plan.closed_weight),
                static_cast<long long>(plan.weight_bound), plan.is_proven ? "yes" : "no", ms);
    std::fflush(stdout);
}

/// The flow with the caps, then the flow without them and its groups.
void measure_scarcity(const Instance& instance)
{
    const City city(instance);
    Clock clock;
    const GreatestFlow with_caps(city.problem());
    const double shadows_ms = clock.lap_ms();
    const TransportProblem free = without_caps(city.problem());
    const std::vector<ShortGroup> groups = short_groups(free, GreatestFlow(free));
    const double bottlenecks_ms = clock.lap_ms();
    std::printf("| %s | %zu | %zu | %.0f | %.0f |\n", instance.name, free.offers.size(), groups.size(), shadows_ms, bottlenecks_ms);
    std::fflush(stdout);
}

} // namespace

int main()
{
    std::puts("| schools x venues | offers | m2 closed | build | area | price | walk | order | all phases, ms | bare simplex with a big "
              "cost, ms | cut and prices, ms |");
    std::puts("|---|---|---|---|---|---|---|---|---|---|---|");
    measure({"2,000 x 5,000, one price", 2000, 5000, 14500.0, 1.0, false});
    measure({"2,000 x 5,000, one price, cap 60 %", 2000, 5000, 14500.0, 0.6, false});
    measure({"2,000 x 5,000, own prices, cap 60 %", 2000, 5000, 14500.0, 0.6, true});
    measure({"20,000 x 50,000, sparse, own prices", 20000, 50000, 100800.0, 1.0, true});
    measure({"20,000 x 50,000, one price", 20000, 50000, 45300.0, 1.0, false});
    measure({"20,000 x 50,000, one price, cap 60 %", 20000, 50000, 45300.0, 0.6, false});
    measure({"20,000 x 50,000, own prices, cap 60 %", 20000, 50000, 45300.0, 0.6, true});

    std::puts("\n| schools x venues | objective | offers | m2 closed | bound | schools closed | bound | proven | ms |");
    std::puts("|---|---|---|---|---|---|---|---|---|");
    measure({"20,000 x 50,000, sparse, own prices", 20000, 50000, 100800.0, 1.0, true}, Objective::area);
    measure({"20,000 x 50,000, own prices, cap 60 %", 20000, 50000, 45300.0, 0.6, true}, Objective::area);
    measure({"1,000 x 2,500, own prices", 1000, 2500, 22500.0, 1.0, true}, Objective::schools);
    measure({"1,000 x 2,500, one price, cap 60 %", 1000, 2500, 22500.0, 0.6, false}, Objective::schools);
    measure({"1,000 x 2,500, own prices, cap 60 %", 1000, 2500, 22500.0, 0.6, true}, Objective::schools);
    measure({"2,000 x 5,000, own prices", 2000, 5000, 14500.0, 1.0, true}, Objective::budget);

    std::puts("\n| schools x venues | offers | bottlenecks | shadows, ms | bottlenecks, ms |");
    std::puts("|---|---|---|---|---|");
    measure_scarcity({"20,000 x 50,000, sparse, own prices", 20000, 50000, 100800.0, 1.0, true});
    measure_scarcity({"20,000 x 50,000, own prices, cap 60 %", 20000, 50000, 45300.0, 0.6, true});
    return 0;
}
