#include "domain/options/option_pairs.hpp"

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

/// Those of equal key stand together afterwards, the fewest seconds first, and of each key only the first is left.
template <class One, class Key, class SecondsOfOne>
void keep_least(std::vector<One>& all, const Key& key, const SecondsOfOne& seconds)
{
    std::sort(all.begin(), all.end(),
              [&](const One& a, const One& b) { return key(a) != key(b) ? key(a) < key(b) : seconds(a) < seconds(b); });
    all.erase(std::unique(all.begin(), all.end(), [&](const One& a, const One& b) { return key(a) == key(b); }), all.end());
}

} // namespace

/// To givers by `Heading::out`, from takers by `in`; by who.
std::vector<OptionPairs::Seconds> OptionPairs::at_place(const JoinedPlace& place, gis::Heading heading) const
{
    const bool to_givers = heading == gis::Heading::out;
    std::vector<Seconds> all;
    const auto add_over = [&](gis::NodeId node, gis::WalkState state, double seconds) {
        for (const SecondsOf& one : to_givers ? marked_.to_givers(node) : marked_.from_takers(node)) {
            const bool is_any = state == gis::WalkState::only_private;
            all.push_back({one.who, seconds + (is_any ? one.seconds.least : one.seconds.before_public)});
        }
    };
    gis::visit_first_nodes(ground_.times(), place.access, place.sights, heading, add_over);
    visit_direct_ways(ground_.times(), place, heading, to_givers ? givers_by_edge_ : takers_by_edge_,
                      [&](std::uint32_t who, double seconds) {
                          all.push_back({who, seconds});
                      });
    keep_least(
        all, [](const Seconds& one) { return one.who; }, [](const Seconds& one) { return one.seconds; });
    return all;
}

std::vector<OptionPairs::Seconds> OptionPairs::to_givers(const LinkEnd& end) const
{
    if (end.on_edge) {
        return at_place(end.joined, gis::Heading::out);
    }
    std::vector<Seconds> all;
    for (const SecondsOf& one : marked_.to_givers(end.node)) {
        all.push_back({one.who, one.seconds.before_public});
    }
    return all;
}

std::vector<OptionPairs::Seconds> OptionPairs::from_takers(const LinkEnd& end) const
{
    if (end.on_edge) {
        return at_place(end.joined, gis::Heading::in);
    }
    std::vector<Seconds> all;
    for (const SecondsOf& one : marked_.from_takers(end.node)) {
        all.push_back({one.who, one.seconds.before_public});
    }
    return all;
}

std::vector<OptionPair> OptionPairs::of_gate(SchoolIndex school, const GatePlace& gate) const
{
    std::vector<OptionPair> pairs;
    for (const Seconds& to : at_place(gate.joined, gis::Heading::out)) {
        const Giver& giver = ground_.givers()[to.who];
        if (to.seconds <= ground_.limit_s() && ground_.may_give(giver, school) && !ground_.is_in_reach(giver, school)) {
            pairs.push_back({school, to.who, to.seconds});
        }
    }
    return pairs;
}

std::vector<OptionPair> OptionPairs::of_link(const LinkPlace& link) const
{
    std::vector<OptionPair> pairs;
    append_over(link.begin, link.end, link.metres, pairs);
    append_over(link.end, link.begin, link.metres, pairs);
    keep_least(
        pairs, [](const OptionPair& pair) { return std::pair(pair.school, pair.giver); },
        [](const OptionPair& pair) { return pair.walk_s; });
    return pairs;
}

void OptionPairs::append_over(const LinkEnd& from, const LinkEnd& to, double metres, std::vector<OptionPair>& pairs) const
{
    const double piece_s = ground_.piece_s(metres) + (to.on_edge ? 0.0 : ground_.wait_s(to.node));
    const std::vector<Seconds> beyond = to_givers(to);
    for (const Seconds& before : from_takers(from)) {
        const SchoolIndex school = ground_.takers()[before.who];
        for (const Seconds& after : beyond) {
            const double walk_s = before.seconds + piece_s + after.seconds;
            const Giver& giver = ground_.givers()[after.who];
            if (walk_s <= ground_.limit_s() && ground_.may_give(giver, school) && !ground_.is_in_reach(giver, school)) {
                pairs.push_back({school, after.who, walk_s});
            }
        }
    }
}

} // namespace fieldgap
