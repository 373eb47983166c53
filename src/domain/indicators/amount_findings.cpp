#include "domain/indicators/amount_findings.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/city/stage_word.hpp"
#include "domain/indicators/school_amounts.hpp"
#include "words/nearest.hpp"

#include <map>
#include <set>

namespace fieldgap {
namespace {

/// One school.
class AmountReports
{
public:
    AmountReports(const MeasuredCity& measured, std::size_t main, Findings& findings)
        : measured_(measured), main_(main), school_(measured.city.schools[main]), findings_(findings)
    {
    }

    void report()
    {
        for (const IndicatorRule& rule : indicator_rules) {
            for (const Stage stage : all_stages) {
                if (measured_.needs[main_]->pupils[stage] == 0) {
                    look_for_stage_without_pupils(rule.indicator, stage);
                } else if (stage != Stage::senior && rule.amount != AmountOf::sports_ground) {
                    look_at(rule, stage);
                }
            }
        }
        for (const auto& [of, indicators] : missing_) {
            add(IssueCode::indicator_row_missing, {of.first, words::joined(indicators), of.second});
        }
        if (!not_by_stage_.empty()) {
            add(IssueCode::teachers_without_stage, {words::joined(not_by_stage_)});
        }
    }

private:
    void look_at(const IndicatorRule& rule, Stage stage)
    {
        const FoundAmount found = found_amount(measured_, main_, stage, rule);
        if (found.amount || found.gap == AmountGap::not_given || !is_first(rule, found.gap)) {
            return;
        }
        const School& row = measured_.city.schools[index(*found.row)];
        switch (found.gap) {
        case AmountGap::not_given: break;
        case AmountGap::row_missing: missing_[{row.id, std::string(stage_word(stage))}].emplace_back(name_of(rule.indicator)); break;
        case AmountGap::not_by_stage: not_by_stage_.emplace_back(name_of(rule.indicator)); break;
        case AmountGap::indoor_unknown: add(IssueCode::indoor_rooms_unknown, {row.id}); break;
        case AmountGap::below_indoor: add(IssueCode::teaching_rooms_below_indoor, {*measured_.supplies[main_].indoor_m2}); break;
        }
    }

    void look_for_stage_without_pupils(Indicator indicator, Stage stage)
    {
        for (const SchoolIndex row : measured_.owns.rows_of_main[main_]) {
            if (measured_.city.schools[index(row)].amounts[indicator].of_stage[stage]) {
                add(IssueCode::indicator_stage_without_pupils, {name_of(indicator), stage_word(stage)});
            }
        }
    }

    /// What is said of one stage is not said of the next.
    bool is_first(const IndicatorRule& rule, AmountGap gap) { return said_.emplace(rule.indicator, gap).second; }

    void add(IssueCode code, std::vector<words::Value> values)
    {
        findings_.push_back({code, "schools", school_.id, school_.at, std::move(values)});
    }

    const MeasuredCity& measured_;
    std::size_t main_;
    const School& school_;
    Findings& findings_;
    std::set<std::pair<Indicator, AmountGap>> said_;
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> missing_; ///< by row and stage
    std::vector<std::string> not_by_stage_;
};

} // namespace

void report_amounts(const MeasuredCity& measured, Findings& findings)
{
    for (std::size_t s = 0; s < measured.city.schools.size(); ++s) {
        const bool is_known = has_figures(measured.city, measured.owns, SchoolIndex(s)) && measured.needs[s].has_value();
        if (is_known && !needs_nothing(measured.city.schools[s]) && has_amounts(measured, s)) {
            AmountReports(measured, s, findings).report();
        }
    }
}

} // namespace fieldgap
