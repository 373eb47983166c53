#include "domain/register/register_run.hpp"

#include "domain/register/register_findings.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// One run over one register.
class RegisterRun
{
public:
    RegisterRun(const RegisterContent& before, const FoundSchools& found, const Date& as_of)
        : before_(before), found_(found), as_of_(as_of), pasts_(pasts_of_issues(before.history, text_of(as_of)))
    {
        out_.as_of = text_of(as_of);
        out_.content = before;
        for (const auto& [id, school] : found) {
            school_ids_.insert(id);
        }
        const auto is_of_today = [this](const auto& row) { return row.as_of == out_.as_of; };
        std::erase_if(out_.content.history, is_of_today);
        std::erase_if(out_.content.runs, is_of_today);
        std::erase_if(out_.content.amounts, is_of_today);
    }

    RegisterAfter after()
    {
        out_.findings = register_findings(before_, school_ids_);
        const std::vector<RowKind> kinds = kinds_of_rows(before_, school_ids_);
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            known_.insert(before_.issues[i].issue_id);
            if (kinds[i] == RowKind::ours) {
                carry_on(i);
            }
        }
        open_new_ones();
        return std::move(out_);
    }

private:
    const FoundSchool* school_of(const std::string& id) const
    {
        const auto found = found_.find(id);
        return found == found_.end() ? nullptr : &found->second;
    }

    void carry_on(std::size_t place)
    {
        RegisterRow row = before_.issues[place];
        const auto [school_id, stage] = *parts_of_issue(row.issue_id);
        const FoundSchool* school = school_of(school_id);
        const bool is_by_hand = row.opened.empty() && !pasts_.contains(row.issue_id);
        if (is_by_hand && (school == nullptr || !lacks_ground(school->stages[stage]))) {
            out_.findings.push_back(unknown_issue(row.issue_id));
            return;
        }
        row.school_id = school_id;
        row.stage = name_of(stage);
        step(place, row, stage, school);
    }

    void open_new_ones()
    {
        for (const auto& [id, school] : found_) {
            for (const Stage stage : all_stages) {
                const std::string issue_id = issue_id_of(id, stage);
                if (lacks_ground(school.stages[stage]) && !known_.contains(issue_id)) {
                    RegisterRow row;
                    row.issue_id = issue_id;
                    row.school_id = id;
                    row.stage = name_of(stage);
                    out_.content.issues.push_back(row);
                    step(out_.content.issues.size() - 1, row, stage, &school);
                }
            }
        }
    }

    static bool lacks_ground(const StageEvidence& stage) { return stage.standing == Standing::known && stage.own_gap > ExactArea(); }

    void step(std::size_t place, const RegisterRow& row, Stage stage, const FoundSchool* school)
    {
        const IssuePast past = pasts_.contains(row.issue_id) ? pasts_.at(row.issue_id) : IssuePast();
        const IssueStep next = next_step(row, past, school == nullptr ? nullptr : &school->stages[stage], as_of_);
        IssueInRun issue{place,
                         row.school_id,
                         stage,
                         school == nullptr ? std::nullopt : school->district,
                         next.state,
                         next.opened_now(),
                         next.closed_now(),
                         next.reopened_now(),
                         next.entry,
                         {}};
        issue.opened_row = past.first != nullptr ? std::optional(*past.first) : issue.opened_now ? std::optional(next.entry) : std::nullopt;
        out_.content.issues[place] = next.row;
        out_.content.history.push_back(next.entry);
        out_.issues.push_back(std::move(issue));
    }

    const RegisterContent& before_;
    const FoundSchools& found_;
    Date as_of_;
    std::map<std::string, IssuePast> pasts_;
    std::set<std::string> school_ids_;
    std::set<std::string> known_;
    RegisterAfter out_;
};

} // namespace

RegisterAfter issues_after(const RegisterContent& before, const FoundSchools& found, const Date& as_of)
{
    return RegisterRun(before, found, as_of).after();
}

std::int64_t count_in(const RegisterAfter& after, IssueState state)
{
    return std::count_if(after.issues.begin(), after.issues.end(), [state](const IssueInRun& issue) { return issue.state == state; });
}

} // namespace fieldgap
