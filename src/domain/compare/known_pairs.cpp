#include "domain/compare/known_pairs.hpp"

#include "domain/compare/pair_course.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace fieldgap {
namespace {

bool shares(const Settings& settings)
{
    return settings.channels[Channel::share].on && settings.standard.regime.channels[Channel::share] != CountsFor::no_school;
}

bool is_above_0(const std::optional<ExactArea>& area)
{
    return area && *area > ExactArea();
}

/// Share pairs of both results, with partners as nodes.
class SharePairs
{
public:
    SharePairs(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes)
        : before_(before), after_(after), nodes_(nodes)
    {
        for (const ComparedLink& link : before.share) {
            old_pairs_.emplace(group_of_old(link.school), nodes.of_old(link.giver));
        }
    }

    PairSource of_old() const
    {
        PairSource source{{}, before_.settings.walk, {}, {}};
        for (const ComparedLink& link : before_.share) {
            source.pairs.push_back({group_of_old(link.school), nodes_.of_old(link.giver), link.school, link.walk_s});
        }
        std::sort(source.pairs.begin(), source.pairs.end());
        source.could_list = [this](std::uint32_t school, std::uint32_t partner) {
            const auto& giver = nodes_.nodes()[partner].old_school;
            return shares(before_.settings) && giver && is_above_0(before_.schools[*giver].surplus) &&
                   is_above_0(before_.schools[school].gap);
        };
        return source;
    }

    /// With the partners' forerunners in their place, who give until partners are replaced.
    PairSource of_new() const
    {
        PairSource source{{}, after_.settings.walk, {}, {}};
        for (const ComparedLink& link : after_.share) {
            for (const std::uint32_t partner : old_partners(link)) {
                source.pairs.push_back({group_of_new(link.school), partner, link.school, link.walk_s});
            }
        }
        std::sort(source.pairs.begin(), source.pairs.end());
        source.could_list = [this](std::uint32_t school, std::uint32_t partner) {
            const SchoolGroup& partners = nodes_.group_of(partner);
            const bool gives = std::any_of(partners.news.begin(), partners.news.end(),
                                           [&](std::uint32_t one) { return is_above_0(after_.schools[one].surplus); });
            return shares(after_.settings) && gives && is_above_0(after_.schools[school].gap);
        };
        source.is_pooled = [this](std::uint32_t group, std::uint32_t partner) {
            return !nodes_.groups()[group].is_simple() || !nodes_.group_of(partner).is_simple();
        };
        return source;
    }

private:
    /// Of a partner that merged: those that were in reach, else those that had nothing to share and so are in no list, else all that it
    /// was.
    std::vector<std::uint32_t> old_partners(const ComparedLink& link) const
    {
        const std::uint32_t node = nodes_.of_new(link.giver);
        std::vector<std::uint32_t> all, known, unlisted;
        for (const std::uint32_t old_school : nodes_.group_of(node).olds) {
            all.push_back(nodes_.of_old(old_school));
            if (old_pairs_.contains({group_of_new(link.school), all.back()})) {
                known.push_back(all.back());
            } else if (!is_above_0(before_.schools[old_school].surplus)) {
                unlisted.push_back(all.back());
            }
        }
        return all.empty() ? std::vector{node} : !known.empty() ? known : !unlisted.empty() ? unlisted : all;
    }

    std::uint32_t group_of_old(std::uint32_t school) const { return nodes_.nodes()[nodes_.of_old(school)].group; }
    std::uint32_t group_of_new(std::uint32_t school) const { return nodes_.nodes()[nodes_.of_new(school)].group; }

    const ComparedResult& before_;
    const ComparedResult& after_;
    const SchoolNodes& nodes_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> old_pairs_; ///< group of the taker, node of the partner
};

/// Who merged with a partner has its ground already.
void drop_own_partners(const SchoolNodes& nodes, KnownPairs& pairs)
{
    std::erase_if(pairs, [&](const KnownPair& pair) { return nodes.nodes()[pair.taker].group == nodes.nodes()[pair.giver].group; });
}

} // namespace

std::vector<std::uint32_t> old_positions_of_venues(const ComparedResult& before, const ComparedResult& after)
{
    std::unordered_map<std::string, std::uint32_t> of_id;
    for (std::uint32_t v = 0; v < before.venues.size(); ++v) {
        of_id.emplace(before.venues[v].id, v);
    }
    std::vector<std::uint32_t> positions;
    for (const ComparedVenue& venue : after.venues) {
        const auto found = of_id.find(venue.id);
        positions.push_back(found == of_id.end() ? no_node : found->second);
    }
    return positions;
}

PairCourse rent_course(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes)
{
    const std::vector<std::uint32_t> old_place = old_positions_of_venues(before, after);
    std::vector<bool> is_rented_out_after(before.venues.size());
    for (std::uint32_t v = 0; v < after.venues.size(); ++v) {
        if (old_place[v] != no_node) {
            is_rented_out_after[old_place[v]] = after.venues[v].is_rentable;
        }
    }
    PairSource olds{{}, before.settings.walk, {}, {}};
    for (const ComparedLink& link : before.rent) {
        olds.pairs.push_back({nodes.nodes()[nodes.of_old(link.school)].group, link.giver, link.school, link.walk_s});
    }
    std::sort(olds.pairs.begin(), olds.pairs.end());
    olds.could_list = [](std::uint32_t, std::uint32_t) { return true; };
    PairSource news{{}, after.settings.walk, {}, {}};
    for (const ComparedLink& link : after.rent) {
        const std::uint32_t venue = old_place[link.giver];
        if (venue != no_node && before.venues[venue].is_rentable) {
            news.pairs.push_back({nodes.nodes()[nodes.of_new(link.school)].group, venue, link.school, link.walk_s});
        }
    }
    std::sort(news.pairs.begin(), news.pairs.end());
    news.could_list = [&](std::uint32_t, std::uint32_t venue) { return bool(is_rented_out_after[venue]); };
    news.is_pooled = [](std::uint32_t, std::uint32_t) { return false; }; // every school lists its venues
    return pair_course(nodes, olds, news);
}

ShareCourse share_course(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes)
{
    const SharePairs pairs(before, after, nodes);
    ShareCourse course;
    course.with_old_partners = pair_course(nodes, pairs.of_old(), pairs.of_new());
    drop_own_partners(nodes, course.with_old_partners.after_merger);
    drop_own_partners(nodes, course.with_old_partners.after_walk);
    for (const ComparedLink& link : after.share) {
        course.with_new_partners.push_back(
            {nodes.of_new(link.school), nodes.of_new(link.giver), link.walk_s, after.settings.walk.speed_m_per_min});
    }
    sort_and_thin(course.with_new_partners);
    return course;
}

} // namespace fieldgap
