#include "domain/register/struck_schools.hpp"

#include "words/words.hpp"

#include <algorithm>
#include <map>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

void take_due(StruckSchool& school, const std::string& due)
{
    const auto last_day = last_day_of_quarter(due);
    const auto known = last_day_of_quarter(school.due);
    if (last_day && (!known || *last_day < *known)) {
        school.due = due;
    }
}

void take_unit(StruckSchool& school, const std::string& unit)
{
    if (school.unit.empty()) {
        school.unit = unit;
    } else if (!unit.empty() && school.unit.find(unit) == std::string::npos) {
        school.unit = translate(Text::evidence_joined, {school.unit, unit});
    }
}

std::string word_of(Stage stage)
{
    constexpr std::array<Text, 3> words = {Text::value_primary, Text::value_junior, Text::value_senior};
    return translate(words[static_cast<std::size_t>(stage)]);
}

/// With its stage, where the school has several issues.
void take_evidence(StruckSchool& school, Stage stage, const std::string& evidence, bool is_only_one)
{
    const std::string one = is_only_one ? evidence : translate(Text::evidence_of_stage, {word_of(stage), evidence});
    school.evidence = school.evidence.empty() ? one : translate(Text::evidence_joined, {school.evidence, one});
}

void take(StruckSchool& school, const IssueInRun& issue, const RegisterRow& row)
{
    school.state = school.issues == 0 || is_more_urgent(issue.state, school.state) ? issue.state : school.state;
    ++school.issues;
    school.baseline_gap += row.baseline_gap.value_or(ExactArea());
    if (row.current_gap) {
        school.current_gap = school.current_gap.value_or(ExactArea()) + *row.current_gap;
    }
    if (issue.state != IssueState::closed) {
        ++school.open_issues;
        take_due(school, row.district.due);
        take_unit(school, row.district.unit);
    }
}

} // namespace

std::vector<StruckSchool> struck_schools(const RegisterAfter& after)
{
    std::map<std::string, std::vector<const IssueInRun*>> by_school;
    for (const IssueInRun& issue : after.issues) {
        by_school[issue.school_id].push_back(&issue);
    }
    std::vector<StruckSchool> out;
    for (auto& [id, issues] : by_school) {
        std::stable_sort(issues.begin(), issues.end(), [](const IssueInRun* a, const IssueInRun* b) { return a->stage < b->stage; });
        StruckSchool school;
        school.school_id = id;
        for (const IssueInRun* issue : issues) {
            const RegisterRow& row = after.content.issues[issue->row];
            take(school, *issue, row);
            take_evidence(school, issue->stage, row.evidence, issues.size() == 1);
        }
        out.push_back(std::move(school));
    }
    return out;
}

} // namespace fieldgap
