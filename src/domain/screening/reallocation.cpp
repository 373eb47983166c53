#include "domain/screening/reallocation.hpp"

#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <map>

namespace fieldgap {
namespace {

/// Whether what one school gets may be missing anywhere in the city.
bool is_one_neighbourhood(const Settings& settings)
{
    const auto has_cap = [&](Channel channel) {
        const ChannelSettings& one = settings.channels[channel];
        return one.on && (one.cap_m2 || !one.district_caps_m2.empty());
    };
    return settings.allocation.objective == Objective::budget || std::any_of(all_channels.begin(), all_channels.end(), has_cap);
}

bool shares(const Settings& settings)
{
    return settings.channels[Channel::share].on && settings.standard.regime.channels[Channel::share] != CountsFor::no_school;
}

} // namespace

void Partners::add_takers(const EstateWalks& walks)
{
    for (const EstateWalk& walk : walks.near) {
        may_take[index(walk.school)] = true;
    }
}

Reallocation::Reallocation(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, const Partners& partners)
    : city_(analysed.city), results_(analysed.results), schools_(schools), settings_(analysed.settings)
{
    if (analysed.walking.streets != nullptr && shares(settings_)) {
        std::vector<bool> takes, gives;
        for (std::size_t s = 0; s < city_.schools.size(); ++s) {
            const Assessment& state = results_.assessments[s];
            takes.push_back(state.has_figures() && (state.gap > ExactArea() || partners.may_take[s]));
            gives.push_back(state.has_figures() && (state.surplus > ExactArea() || partners.may_give[s]));
        }
        share_ = shared_pairs(analysed.measured(), results_.reach, analysed.walking, takes, gives);
    }
    first_rent_ = first_pairs(results_.reach.rent.pairs, city_.schools.size());
    first_share_ = first_pairs(share_.pairs, city_.schools.size());
    join_neighbours();
}

void Reallocation::join_neighbours()
{
    const std::size_t schools = city_.schools.size();
    boost::disjoint_sets_with_storage<> parts(schools + city_.venues.size());
    for (const ReachedPair& pair : results_.reach.rent.pairs) {
        if (settings_.channels[Channel::rent].on) {
            parts.union_set(std::size_t{index(pair.school)}, schools + pair.giver);
        }
    }
    for (const ReachedPair& pair : share_.pairs) {
        parts.union_set(std::size_t{index(pair.school)}, std::size_t{pair.giver});
    }
    for (std::size_t s = 1; s < schools && is_one_neighbourhood(settings_); ++s) {
        parts.union_set(s - 1, s);
    }
    part_of_.resize(schools);
    parts_.resize(schools + city_.venues.size());
    for (std::size_t s = 0; s < schools; ++s) {
        part_of_[s] = parts.find_set(s);
        if (results_.assessments[s].has_figures()) {
            parts_[part_of_[s]].push_back(SchoolIndex(s));
        }
    }
}

std::vector<std::size_t> Reallocation::neighbourhoods_of(std::span<const SchoolIndex> schools) const
{
    std::vector<std::size_t> parts;
    for (const SchoolIndex school : schools) {
        parts.push_back(part_of_[index(school)]);
    }
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

std::vector<SchoolIndex> Reallocation::neighbourhood(std::span<const SchoolIndex> schools) const
{
    std::vector<SchoolIndex> members;
    for (const std::size_t part : neighbourhoods_of(schools)) {
        members.insert(members.end(), parts_[part].begin(), parts_[part].end());
    }
    std::sort(members.begin(), members.end());
    return members;
}

MeasuredCity Reallocation::with(std::span<const Assessment> assessments) const
{
    MeasuredCity measured = measured_city(city_, results_, settings_);
    measured.assessments = assessments;
    return measured;
}

Reach Reallocation::reach_of(std::span<const SchoolIndex> members) const
{
    Reach reach;
    for (const SchoolIndex school : members) {
        const std::size_t s = index(school);
        const auto rent = results_.reach.rent.pairs.begin();
        reach.rent.pairs.insert(reach.rent.pairs.end(), rent + first_rent_[s], rent + first_rent_[s + 1]);
        const auto share = share_.pairs.begin();
        reach.share.pairs.insert(reach.share.pairs.end(), share + first_share_[s], share + first_share_[s + 1]);
    }
    return reach;
}

Assessment Reallocation::must_close(SchoolIndex school, const PupilLoad& taken, const PupilLoad& now, LoadCount count) const
{
    // What a school lacks today after the allocation it may go on lacking: as if it had that ground.
    const SchoolStanding& standing = schools_[index(school)];
    const auto required_before = required_with(standing, taken, settings_.standard);
    const auto tolerated = residual_of(standing, required_before);
    const auto required = required_as(count, standing, now, settings_.standard);
    Assessment state;
    if (standing.own && tolerated && required) {
        const ExactArea has = *standing.own + *tolerated;
        state.status = Status::short_of;
        state.gap = excess(*required, has);
        state.surplus = std::max(excess(*standing.own, *required), excess(has, std::max(*required, *required_before)));
    }
    return state;
}

bool Reallocation::can_close(std::span<const SchoolIndex> members, std::span<const Assessment> assessments) const
{
    ExactArea wanted;
    for (const SchoolIndex member : members) {
        wanted += assessments[index(member)].gap;
    }
    return wanted == ExactArea() || max_closed(with(assessments), reach_of(members), members) == wanted;
}

Assessment Reallocation::assessment_with(SchoolIndex school, const PupilLoad& now) const
{
    const SchoolStanding& standing = schools_[index(school)];
    const auto required = required_with(standing, now, settings_.standard);
    Assessment state = results_.assessments[index(school)];
    if (required && standing.own && !is_empty(now)) {
        state.required = *required;
        state.gap = excess(*required, *standing.own);
        state.surplus = excess(*standing.own, *required);
        state.status = status_of(*standing.own, *required, settings_.standard.floor);
    }
    return state;
}

std::vector<Assessment> Reallocation::assessments(std::span<const SchoolIndex> members, const std::vector<PupilLoad>& now) const
{
    std::vector<Assessment> states = results_.assessments;
    for (const SchoolIndex member : members) {
        states[index(member)] = assessment_with(member, now[index(member)]);
    }
    return states;
}

Allocation Reallocation::allotted(std::span<const SchoolIndex> members, std::span<const Assessment> assessments) const
{
    return allocate(with(assessments), reach_of(members), members);
}

namespace {

/// What one school receives from each giver through one channel, added up from pairs that stand in the order of `members`.
class PairSums
{
public:
    void add(const Reach& reach, const Allocation& allocation, std::int64_t sign)
    {
        for (std::size_t i = 0; i < reach.rent.pairs.size(); ++i) {
            const ReachedPair& pair = reach.rent.pairs[i];
            more_[{pair.school, 0, pair.giver}] += sign * allocation.given_by_rent[i].hundredths();
        }
        for (std::size_t i = 0; i < reach.share.pairs.size(); ++i) {
            const ReachedPair& pair = reach.share.pairs[i];
            more_[{pair.school, 1, pair.giver}] += sign * allocation.given_by_share[i].hundredths();
        }
    }

    void append_to(Reasons& reasons, const City& city) const
    {
        for (const auto& [key, hundredths] : more_) {
            if (hundredths > 0) {
                const bool rents = std::get<1>(key) == 0;
                const std::uint32_t giver = std::get<2>(key);
                Reason reason{rents ? ReasonCode::rent_more : ReasonCode::share_more};
                reason.school_id = city.schools[index(std::get<0>(key))].id;
                reason.other_id = rents ? city.venues[giver].id : city.schools[giver].id;
                reason.amount = ExactArea::hundredths(hundredths).square_metres();
                reasons.push_back(reason);
            }
        }
    }

private:
    std::map<std::tuple<SchoolIndex, int, std::uint32_t>, std::int64_t> more_;
};

} // namespace

Reasons Reallocation::what_more(std::span<const SchoolIndex> members, const Allocation& before, const Allocation& after) const
{
    const Reach reach = reach_of(members);
    PairSums sums;
    sums.add(reach, before, -1);
    sums.add(reach, after, 1);
    Reasons reasons;
    sums.append_to(reasons, city_);
    for (const SchoolIndex member : members) {
        for (const Channel channel : {Channel::basement, Channel::expand}) {
            const ExactArea more = after.of_school[index(member)].given[channel];
            const ExactArea less = before.of_school[index(member)].given[channel];
            if (more > less) {
                Reason reason{channel == Channel::basement ? ReasonCode::basement_more : ReasonCode::expand_more};
                reason.school_id = city_.schools[index(member)].id;
                reason.amount = (more - less).square_metres();
                reasons.push_back(reason);
            }
        }
    }
    return reasons;
}

} // namespace fieldgap
