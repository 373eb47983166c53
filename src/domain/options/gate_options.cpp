#include "domain/options/gate_options.hpp"

#include "domain/options/option_ranking.hpp"
#include "domain/options/option_search.hpp"
#include "domain/options/walks_today.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

namespace fieldgap {
namespace {

/// A place of an option and the pairs that it brings into reach.
struct Gate
{
    std::uint32_t lacking = 0; ///< position of its school in the ground's list
    GatePlace place;
    std::vector<OptionPair> pairs;
};
struct Link
{
    LinkPlace place;
    std::vector<OptionPair> pairs;
};

/// From the candidates of each school to the best of them.
class OptionFinder
{
public:
    explicit OptionFinder(const OptionGround& ground)
        : ground_(ground), givers_by_edge_(EdgeAccesses::of_givers(ground)), takers_by_edge_(EdgeAccesses::of_takers(ground)),
          further_(ground.measured(), ground.analysed().results.reach, ground.analysed().results.allocation, ground.givers())
    {
        for (std::uint32_t giver = 0; giver < ground.givers().size(); ++giver) {
            bounds_.can_give.push_back(further_.can_give(giver));
        }
    }

    std::vector<GateOption> options()
    {
        find_candidates();
        find_pairs();
        find_bounds();
        std::vector<GateOption> all = best_of_each();
        add_walks_today(ground_, all);
        std::sort(all.begin(), all.end(), [](const GateOption& a, const GateOption& b) { return a.id < b.id; });
        return all;
    }

private:
    void find_candidates()
    {
        const OptionSearchGround shared(ground_, givers_by_edge_, takers_by_edge_, bounds_.can_give);
        std::vector<OptionSearch::Found> found(ground_.lacking().size());
        tbb::enumerable_thread_specific<OptionSearch> searches([&] { return OptionSearch(shared); });
        tbb::parallel_for(std::size_t{0}, found.size(),
                          [&](std::size_t i) { found[i] = searches.local().options_of(ground_.lacking()[i]); });
        std::vector<LinkKey> keys;
        for (std::uint32_t i = 0; i < found.size(); ++i) {
            keys.insert(keys.end(), found[i].links.begin(), found[i].links.end());
            for (const GatePlace& gate : found[i].gates) {
                gates_.push_back({i, gate, {}});
            }
        }
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        for (const LinkKey& key : missing_links(ground_, keys)) {
            links_.push_back({link_place(ground_, key), {}});
        }
    }

    void find_pairs()
    {
        const MarkedNodes marked(ground_, ends_of_options(), !links_.empty());
        const OptionPairs pairs(ground_, givers_by_edge_, takers_by_edge_, marked);
        tbb::parallel_for(std::size_t{0}, gates_.size(),
                          [&](std::size_t i) { gates_[i].pairs = pairs.of_gate(ground_.lacking()[gates_[i].lacking], gates_[i].place); });
        tbb::parallel_for(std::size_t{0}, links_.size(), [&](std::size_t i) { links_[i].pairs = pairs.of_link(links_[i].place); });
    }

    std::vector<gis::NodeId> ends_of_options() const
    {
        std::vector<gis::NodeId> nodes;
        const auto add_joined = [&](const JoinedPlace& place) {
            gis::visit_first_nodes(ground_.times(), place.access, place.sights, gis::Heading::out,
                                   [&](gis::NodeId node, gis::WalkState, double) { nodes.push_back(node); });
        };
        for (const Gate& gate : gates_) {
            add_joined(gate.place.joined);
        }
        for (const Link& link : links_) {
            nodes.push_back(link.place.begin.node);
            if (link.place.end.on_edge) {
                add_joined(link.place.end.joined);
            } else {
                nodes.push_back(link.place.end.node);
            }
        }
        return nodes;
    }

    /// Of the schools and givers that stand in pairs.
    void find_bounds()
    {
        std::vector<bool> is_school(ground_.measured().city.schools.size(), false);
        std::vector<bool> is_giver(ground_.givers().size(), false);
        const auto note = [&](const std::vector<OptionPair>& pairs) {
            for (const OptionPair& pair : pairs) {
                is_school[index(pair.school)] = true;
                is_giver[pair.giver] = true;
            }
        };
        for (const Gate& gate : gates_) {
            note(gate.pairs);
        }
        for (const Link& link : links_) {
            note(link.pairs);
        }
        for (std::uint32_t s = 0; s < is_school.size(); ++s) {
            bounds_.through_school.push_back(is_school[s] ? further_.most_through(SchoolIndex(s)) : ExactArea());
        }
        for (std::uint32_t giver = 0; giver < is_giver.size(); ++giver) {
            bounds_.from_giver.push_back(is_giver[giver] ? further_.most_from(giver) : ExactArea());
        }
    }

    /// Positions of the links that bring each lacking school somewhere.
    std::vector<std::vector<std::uint32_t>> links_of_each() const
    {
        std::vector<std::vector<std::uint32_t>> links(ground_.lacking().size());
        for (std::uint32_t i = 0; i < links_.size(); ++i) {
            for (std::size_t p = 0; p < links_[i].pairs.size(); ++p) {
                const SchoolIndex school = links_[i].pairs[p].school;
                const auto found = std::lower_bound(ground_.lacking().begin(), ground_.lacking().end(), school);
                const bool is_first = p == 0 || links_[i].pairs[p - 1].school != school;
                if (is_first && found != ground_.lacking().end() && *found == school) {
                    links[static_cast<std::size_t>(found - ground_.lacking().begin())].push_back(i);
                }
            }
        }
        return links;
    }

    std::vector<GateOption> best_of_each()
    {
        std::vector<std::vector<std::uint32_t>> gates(ground_.lacking().size());
        for (std::uint32_t i = 0; i < gates_.size(); ++i) {
            gates[gates_[i].lacking].push_back(i);
        }
        const std::vector<std::vector<std::uint32_t>> links = links_of_each();
        std::vector<std::vector<GateOption>> best(ground_.lacking().size());
        tbb::enumerable_thread_specific<FurtherReach> furthers(further_);
        tbb::parallel_for(std::size_t{0}, best.size(), [&](std::size_t i) {
            if (!gates[i].empty() || !links[i].empty()) {
                best[i] = best_of(furthers.local(), ground_.lacking()[i], gates[i], links[i]);
            }
        });
        std::vector<GateOption> all;
        for (std::vector<GateOption>& of_school : best) {
            std::move(of_school.begin(), of_school.end(), std::back_inserter(all));
        }
        return all;
    }

    std::vector<GateOption> best_of(FurtherReach& further, SchoolIndex school, const std::vector<std::uint32_t>& gates,
                                    const std::vector<std::uint32_t>& links) const
    {
        std::vector<const std::vector<OptionPair>*> pairs;
        for (const std::uint32_t gate : gates) {
            pairs.push_back(&gates_[gate].pairs);
        }
        for (const std::uint32_t link : links) {
            pairs.push_back(&links_[link].pairs);
        }
        std::vector<GateOption> best;
        for (const OptionChoice& choice : best_choices(further, bounds_, school, pairs)) {
            const bool is_gate = choice.option < gates.size();
            const std::string rank = std::to_string(best.size() + 1);
            best.push_back({ground_.measured().city.schools[index(school)].id + "/" + rank,
                            is_gate ? OptionKind::gate : OptionKind::link,
                            school,
                            ground_.givers()[choice.gained],
                            choice.gain,
                            std::nullopt,
                            choice.walk_s,
                            {}});
            if (is_gate) {
                best.back().where = gates_[gates[choice.option]].place.at();
            } else {
                const LinkPlace& place = links_[links[choice.option - gates.size()]].place;
                best.back().where = gis::MultiLine{{place.from, place.to}};
            }
        }
        return best;
    }

    const OptionGround& ground_;
    EdgeAccesses givers_by_edge_, takers_by_edge_;
    FurtherReach further_;
    GainBounds bounds_;
    std::vector<Gate> gates_;
    std::vector<Link> links_;
};

/// A city without a residual, or where nobody walks to a giver, is soon done.
bool may_gain(const AnalysedCity& analysed)
{
    const auto& channels = analysed.settings.channels;
    const Results& results = analysed.results;
    bool lacks = false;
    for (std::size_t s = 0; s < results.assessments.size(); ++s) {
        const Assessment& state = results.assessments[s];
        lacks = lacks || (state.has_figures() && state.gap > results.allocation.of_school[s].received());
    }
    return lacks && (channels[Channel::rent].on || channels[Channel::share].on);
}

} // namespace

std::vector<GateOption> gate_options(const AnalysedCity& analysed)
{
    if (analysed.walking.streets == nullptr || !may_gain(analysed)) {
        return {};
    }
    const OptionGround ground(analysed);
    return ground.lacking().empty() || ground.givers().empty() ? std::vector<GateOption>() : OptionFinder(ground).options();
}

} // namespace fieldgap
