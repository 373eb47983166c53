#include "quarter/sheet_part.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap::quarter {
namespace {

constexpr std::size_t most_options = 10;
constexpr double half_a_step_m2 = 0.005;

template <class Row>
std::map<std::string, std::vector<const Row*>> by_school(const std::vector<Row>& rows)
{
    std::map<std::string, std::vector<const Row*>> groups;
    for (const Row& row : rows) {
        groups[row.school_id].push_back(&row);
    }
    return groups;
}

/// Pupils over the mean class: whole, as the mean was made of whole classes.
std::optional<std::int64_t> classes_of(std::optional<double> pupils, std::optional<double> mean_class)
{
    constexpr double most = 1e6;
    const bool is_known = pupils && mean_class && *mean_class > 0.0 && *pupils >= 0.0 && *pupils / *mean_class < most;
    return is_known ? std::optional(static_cast<std::int64_t>(std::llround(*pupils / *mean_class))) : std::nullopt;
}

class Options
{
public:
    explicit Options(const ResultTables& result) : result_(result), links_(by_school(result.links)), gates_(by_school(result.gate_options))
    {
        for (const ResultSchool& school : result.schools) {
            schools_.emplace(school.school_id, &school);
        }
    }

    std::vector<SchoolOption> of(const ResultSchool& school) const
    {
        std::vector<SchoolOption> options = on_campus(school);
        if (const auto links = links_.find(school.school_id); links != links_.end()) {
            for (const ResultLink* link : links->second) {
                options.push_back(walked(*link));
            }
        }
        if (const auto gates = gates_.find(school.school_id); gates != gates_.end()) {
            for (const ResultGateOption* gate : gates->second) {
                options.push_back({gate->kind, gate->to_id, name_of_giver(gate->to_id), {}, gate->gain_m2, gate->walk_s, {}, {}, {}});
            }
        }
        return ranked_options(std::move(options), school.gap_m2.value_or(0.0));
    }

private:
    static std::vector<SchoolOption> on_campus(const ResultSchool& school)
    {
        constexpr std::array<const char*, 2> channels = {"basement", "expand"};
        std::vector<SchoolOption> options;
        for (std::size_t i = 0; i < channels.size(); ++i) {
            options.push_back({channels[i], "", "", school.given_on_campus_m2[i], school.possible_on_campus_m2[i], {}, {}, {}, {}});
        }
        return options;
    }

    SchoolOption walked(const ResultLink& link) const
    {
        const auto left = left_m2(link.to_id);
        const auto possible = left ? std::optional(*left + link.given_m2.value_or(0.0)) : std::nullopt;
        return {link.channel, link.to_id,     name_of_giver(link.to_id), link.given_m2, possible,
                link.walk_s,  link.crossings, link.major_roads,          link.cost};
    }

    /// What a venue, or a school with a surplus, still has.
    std::optional<double> left_m2(const std::string& id) const
    {
        if (const auto venue = result_.venues.find(id); venue != result_.venues.end()) {
            return venue->second.left_m2;
        }
        const auto school = schools_.find(id);
        if (school == schools_.end() || !school->second->surplus_m2) {
            return std::nullopt;
        }
        return *school->second->surplus_m2 - school->second->shared_out_m2.value_or(0.0);
    }

    std::string name_of_giver(const std::string& id) const
    {
        if (const auto venue = result_.venues.find(id); venue != result_.venues.end()) {
            return venue->second.name.empty() ? id : venue->second.name;
        }
        const auto school = schools_.find(id);
        return school == schools_.end() || school->second->name.empty() ? id : school->second->name;
    }

    const ResultTables& result_;
    std::map<std::string, std::vector<const ResultLink*>> links_;
    std::map<std::string, std::vector<const ResultGateOption*>> gates_;
    std::map<std::string, const ResultSchool*> schools_;
};

using IssuesOfSchool = std::map<std::string, std::vector<std::size_t>>;

IssuesOfSchool issues_of_schools(const StrikeOff& strike_off)
{
    IssuesOfSchool groups;
    for (std::size_t i = 0; i < strike_off.issues.size(); ++i) {
        groups[strike_off.issues[i].row.school_id].push_back(i);
    }
    return groups;
}

void put_issues(SchoolSheet& sheet, const StrikeOff& strike_off, const std::vector<std::size_t>& issues)
{
    sheet.issues = issues;
    std::vector<IssueState> states;
    for (const std::size_t issue : issues) {
        states.push_back(strike_off.issues[issue].state);
    }
    sheet.state = state_of_school(states).value_or(IssueState::open);
}

void put_options(SchoolSheet& sheet, const Options& options)
{
    sheet.options = options.of(sheet.school);
    if (sheet.options.size() > most_options) {
        sheet.options_left_out = sheet.options.size() - most_options;
        sheet.options.resize(most_options);
    }
}

using HistoryOfIssue = std::map<std::string, std::vector<const HistoryRow*>>;

void put_history(SchoolSheet& sheet, const StrikeOff& strike_off, const HistoryOfIssue& history)
{
    for (const std::size_t issue : sheet.issues) {
        const auto rows = history.find(strike_off.issues[issue].row.issue_id);
        for (std::size_t i = 0; rows != history.end() && i < rows->second.size(); ++i) {
            sheet.history.push_back(*rows->second[i]);
        }
    }
}

std::vector<Reach> reach_of(const std::vector<ResultLink>& links)
{
    std::map<std::string, Reach> reached;
    for (const ResultLink& link : links) {
        if (!link.walk_s) {
            continue;
        }
        Reach& reach = reached.try_emplace(link.to_id, Reach{link.to_id, 0, *link.walk_s}).first->second;
        ++reach.schools;
        reach.least_walk_s = std::min(reach.least_walk_s, *link.walk_s);
    }
    std::vector<Reach> all;
    for (auto& [id, reach] : reached) {
        all.push_back(reach);
    }
    return all;
}

} // namespace

void put_sheets(QuarterReport& report, const ResultTables& result, const RegisterTables& tables)
{
    const Options options(result);
    const IssuesOfSchool issues = issues_of_schools(report.strike_off);
    const auto ledger = by_school(result.ledger);
    HistoryOfIssue history;
    for (const HistoryRow& row : tables.history) {
        history[row.issue_id].push_back(&row);
    }
    for (const ResultSchool& school : result.schools) {
        const auto own = issues.find(school.school_id);
        if (own == issues.end()) {
            continue;
        }
        SchoolSheet sheet;
        sheet.school = school;
        for (std::size_t stage = 0; stage < judged_stages.size(); ++stage) {
            sheet.classes[stage] = classes_of(school.enrolled[stage], school.mean_class[stage]);
        }
        put_issues(sheet, report.strike_off, own->second);
        put_options(sheet, options);
        put_history(sheet, report.strike_off, history);
        if (const auto rows = ledger.find(school.school_id); rows != ledger.end()) {
            std::transform(rows->second.begin(), rows->second.end(), std::back_inserter(sheet.ledger),
                           [](const LedgerRow* row) { return *row; });
        }
        if (sheet.is_open() && school.residual_m2.value_or(0.0) > half_a_step_m2) {
            report.unreachable.push_back(school.school_id);
        }
        report.sheets.push_back(std::move(sheet));
    }
    report.reach = reach_of(result.links);
}

} // namespace fieldgap::quarter
