#include "domain/analysis/district.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <map>

namespace fieldgap {
namespace {

/// Finds the district of a school.
class Places
{
public:
    Places(const City& city, Districts& result) : result_(result), districts_(city.districts)
    {
        for (const District& district : city.districts) {
            result.rows.push_back({district.id, district.name, district.ground, {}});
        }
        for (std::size_t i = 0; i < result.rows.size(); ++i) {
            by_word_.emplace(result.rows[i].id, i);
        }
        for (std::size_t i = 0; i < result.rows.size(); ++i) {
            by_word_.emplace(result.rows[i].name, i);
        }
    }

    std::optional<std::size_t> district_of(const School& school, Findings& findings)
    {
        if (const auto district = districts_.first_holding(school.at)) {
            return *district;
        }
        if (districts_.size() > 0) {
            findings.push_back({IssueCode::school_outside_districts, "schools", school.id, school.at, {}});
        }
        return school.district.empty() ? std::nullopt : std::optional(by_word(school.district));
    }

private:
    std::size_t by_word(const std::string& word)
    {
        const auto [it, is_new] = by_word_.emplace(word, result_.rows.size());
        if (is_new) {
            result_.rows.push_back({word, word, {}, {}});
        }
        return it->second;
    }

    Districts& result_;
    gis::PolygonIndex districts_;
    std::map<std::string, std::size_t> by_word_;
};

/// Adds schools up.
class Group
{
public:
    explicit Group(const Standard& standard) : standard_(standard) {}

    void add(const Enrolment& enrolled, const std::optional<Need>& need, const Assessment& state, const SchoolAllocation& school_allocation)
    {
        add_areas(state, school_allocation);
        if (!state.in_district_figures) {
            return;
        }
        ++figures_.schools;
        ++figures_.with_status[static_cast<std::size_t>(state.status)];
        figures_.pupils += enrolled.is_known ? enrolled.total().value_or(0) : 0;
        if (state.has_figures()) {
            add_stages(*need, state, school_allocation);
        } else if (state.status == Status::unknown) {
            add_undecided_stages(enrolled);
        }
    }

    GroupFigures figures() const
    {
        GroupFigures result = figures_;
        result.has_areas = with_areas_ > 0 || members_ == 0;
        for (const Stage stage : judged_stages) {
            result.before[stage] = variation(before_[stage]);
            result.after[stage] = variation(after_[stage]);
        }
        result.passes = passes(result);
        return result;
    }

private:
    static constexpr std::array<Stage, 2> judged_stages = {Stage::primary, Stage::junior};

    void add_areas(const Assessment& state, const SchoolAllocation& school_allocation)
    {
        ++members_;
        if (!state.has_figures()) {
            return;
        }
        ++with_areas_;
        figures_.own += state.own;
        figures_.required += state.required;
        figures_.gap += state.gap;
        figures_.surplus += state.surplus;
        figures_.residual += state.gap - school_allocation.received();
        figures_.cost += school_allocation.cost;
        for (const Channel channel : all_channels) {
            figures_.given[channel] += school_allocation.given[channel];
        }
    }

    void add_stages(const Need& need, const Assessment& state, const SchoolAllocation& school_allocation)
    {
        for (const Stage stage : judged_stages) {
            if (need.pupils[stage] > 0) {
                const auto pupils = static_cast<double>(need.pupils[stage]);
                before_[stage].push_back({pupils, state.own.square_metres() * need.share(stage)});
                after_[stage].push_back({pupils, ground_after(state, school_allocation).square_metres() * need.share(stage)});
            }
        }
    }

    /// An unknown school without any stage may teach each of them.
    void add_undecided_stages(const Enrolment& enrolled)
    {
        const bool names_none = std::none_of(all_stages.begin(), all_stages.end(), [&](Stage stage) { return enrolled.has_stage[stage]; });
        for (const Stage stage : judged_stages) {
            is_undecided_[stage] = is_undecided_[stage] || names_none || enrolled.has_stage[stage];
        }
    }

    /// A known school that fails decides, and so does a variation that no missing number can change; else absent where a counted school is
    /// unknown, or none is known. A stage that nobody attends is no obstacle.
    std::optional<bool> passes(const GroupFigures& result) const
    {
        const std::int64_t good = result.count(Status::meets) + (standard_.regime.near_passes ? result.count(Status::near) : 0);
        const std::int64_t known = result.count(Status::meets) + result.count(Status::near) + result.count(Status::short_of);
        bool is_even = true;
        for (const Stage stage : judged_stages) {
            if (!before_[stage].empty() && !is_undecided_[stage]) {
                is_even = is_even && result.before[stage] && is_within_limit(result.before[stage]->cv, standard_.cv_limit[stage]);
            }
        }
        if (good < known || !is_even) {
            return false;
        }
        return result.count(Status::unknown) > 0 || known == 0 ? std::nullopt : std::optional(true);
    }

    const Standard& standard_;
    GroupFigures figures_;
    std::size_t members_ = 0;
    std::size_t with_areas_ = 0;
    PerStage<std::vector<StageGround>> before_, after_;
    PerStage<bool> is_undecided_{}; ///< a school whose figures are unknown teaches the stage
};

void sort_by_id(Districts& result)
{
    std::vector<std::size_t> order(result.rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return result.rows[a].id < result.rows[b].id; });
    std::vector<std::size_t> position(order.size());
    std::vector<DistrictFigures> rows;
    for (std::size_t i = 0; i < order.size(); ++i) {
        position[order[i]] = i;
        rows.push_back(std::move(result.rows[order[i]]));
    }
    result.rows = std::move(rows);
    for (std::optional<std::size_t>& district : result.district_of_school) {
        if (district) {
            district = position[*district];
        }
    }
}

} // namespace

ExactArea ground_after(const Assessment& state, const SchoolAllocation& school_allocation)
{
    return state.own - school_allocation.shared_out + school_allocation.received();
}

Status status_after(const Assessment& state, const SchoolAllocation& school_allocation, double floor)
{
    return state.has_figures() ? status_of(ground_after(state, school_allocation), state.required, floor) : state.status;
}

Districts districts(const MeasuredCity& measured, const Allocation& allocation, Findings& findings)
{
    const City& city = measured.city;
    Districts result;
    Places places(city, result);
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        result.district_of_school.push_back(places.district_of(city.schools[s], findings));
    }
    sort_by_id(result);
    std::vector<Group> groups(result.rows.size(), Group(measured.settings.standard));
    Group whole(measured.settings.standard);
    Group outside(measured.settings.standard);
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (!has_figures(city, measured.owns, SchoolIndex(s))) {
            continue;
        }
        const auto add_to = [&](Group& group) {
            group.add(measured.enrolled[s], measured.needs[s], measured.assessments[s], allocation.of_school[s]);
        };
        add_to(whole);
        const auto district = result.district_of_school[s];
        add_to(district ? groups[*district] : outside);
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        result.rows[i].figures = groups[i].figures();
    }
    result.city = whole.figures();
    result.outside = outside.figures();
    return result;
}

} // namespace fieldgap
