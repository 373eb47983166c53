#include "domain/screening/ground_again.hpp"

#include <algorithm>

namespace fieldgap {

const std::vector<PupilLoad>& GroundAgain::loads()
{
    if (!loads_) {
        loads_ = loads_with(taken_, trial_);
        must_.resize(loads_->size());
    }
    return *loads_;
}

bool GroundAgain::can_absorb(std::span<const SchoolIndex> schools)
{
    const std::vector<std::size_t> neighbourhoods = again_.neighbourhoods_of(schools);
    return std::all_of(neighbourhoods.begin(), neighbourhoods.end(), [this](std::size_t one) { return can_absorb_in(one); });
}

bool GroundAgain::can_absorb_in(std::size_t neighbourhood)
{
    const auto known = absorbs_.find(neighbourhood);
    if (known != absorbs_.end()) {
        return known->second;
    }
    const std::vector<PupilLoad>& now = loads();
    const auto members = again_.members_of(neighbourhood);
    for (const SchoolIndex member : members) {
        must_[index(member)] = again_.must_close(member, taken_.load[index(member)], now[index(member)], trial_.count);
    }
    return absorbs_.emplace(neighbourhood, again_.can_close(members, must_)).first->second;
}

const Reasons& GroundAgain::what_more(std::span<const SchoolIndex> schools)
{
    const std::vector<std::size_t> neighbourhoods = again_.neighbourhoods_of(schools);
    auto known = more_.find(neighbourhoods);
    if (known == more_.end()) {
        // What the estates that come first need is theirs: the city is allocated for them before.
        const auto members = again_.neighbourhood(schools);
        const Allocation before = again_.allotted(members, again_.assessments(members, taken_.load));
        const Allocation after = again_.allotted(members, again_.assessments(members, loads()));
        known = more_.emplace(neighbourhoods, again_.what_more(members, before, after)).first;
    }
    return known->second;
}

} // namespace fieldgap
