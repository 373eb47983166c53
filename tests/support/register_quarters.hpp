#pragma once
// A register over the quarters of a drawn city, without a city: what each run finds is said in one line.

#include "domain/register/register_run.hpp"

#include <string>

namespace fieldgap::test {

inline ExactArea m2(double area)
{
    return ExactArea::rounded(gis::SquareMetres(area));
}

/// A primary stage of so many pupils at 7.5 m2 each, on so much ground of its own, with so much leased.
inline StageEvidence found(std::int64_t pupils, double own_m2, double leased_m2 = 0.0)
{
    StageEvidence stage;
    stage.standing = Standing::known;
    stage.pupils = pupils;
    stage.required = m2(7.5 * static_cast<double>(pupils));
    stage.own = m2(own_m2);
    stage.leased = m2(leased_m2);
    stage.own_gap = excess(stage.required, stage.own);
    stage.gap = excess(stage.required, stage.own + stage.leased);
    if (leased_m2 > 0.0) {
        stage.leases.push_back({"L-1", "2021-06-30", stage.leased, 6.5});
    }
    return stage;
}

inline StageEvidence standing(Standing how, const std::string& merged_into = "")
{
    StageEvidence stage;
    stage.standing = how;
    stage.merged_into = merged_into;
    return stage;
}

inline FoundSchool with_primary(const StageEvidence& primary)
{
    FoundSchool school;
    school.stages[Stage::primary] = primary;
    school.stages[Stage::junior] = found(0, 0.0);
    school.stages[Stage::senior] = found(0, 0.0);
    return school;
}

inline FoundSchools only(const std::string& id, const StageEvidence& primary)
{
    return {{id, with_primary(primary)}};
}

/// Runs one after another; between them a district writes into `content`.
struct Quarters
{
    RegisterContent content;
    RegisterAfter last;

    /// The state of the first issue after a run of that day.
    std::string run(const std::string& day, const FoundSchools& schools)
    {
        last = issues_after(content, schools, *date_of_text(day));
        content = last.content;
        for (std::size_t i = 0; i < content.issues.size(); ++i) {
            content.issues[i].place = static_cast<std::int64_t>(i) + 1;
        }
        return content.issues.empty() ? "" : content.issues.front().state;
    }

    RegisterRow& issue() { return content.issues.front(); }
};

} // namespace fieldgap::test
