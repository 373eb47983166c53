#include "verify/checks/check_leases.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <tuple>

namespace fieldgap::verify {
namespace {

using Day = std::chrono::year_month_day;

/// `2021-12-31`; nothing where it is no day.
std::optional<Day> day_of(const std::string& text)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int end = 0;
    if (std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &end) != 3 || static_cast<std::size_t>(end) != text.size()) {
        return std::nullopt;
    }
    const Day found{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return found.ok() ? std::optional(found) : std::nullopt;
}

std::string day_after(Day day)
{
    const Day next(std::chrono::sys_days(day) + std::chrono::days(1));
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(next.year()), static_cast<unsigned>(next.month()),
                  static_cast<unsigned>(next.day()));
    return text;
}

class LeaseCheck
{
public:
    explicit LeaseCheck(const Result& all) : all_(all) {}

    Check check() &&
    {
        for (const LedgerRow& row : all_.ledger) {
            if (row.is_lease()) {
                look_at(row);
            } else {
                check_.holds(!row.lease_no && row.lease_until.empty(), Fault::malformed, {row.school_id, row.from_id}, "ledger.lease_until",
                             row.lease_until, "ledger.basis");
            }
        }
        look_at_links();
        look_at_future_gaps();
        if (all_.has_summary("leased_m2")) {
            check_.same_number({"summary"}, "leased_m2", all_.summary_value("leased_m2"), "ledger.m2", square_metres(leased_), 1e-6, "m2");
        }
        return std::move(check_);
    }

private:
    void look_at(const LedgerRow& row)
    {
        const Subject subject{row.school_id, row.from_id};
        const auto until = day_of(row.lease_until);
        leased_ += row.m2.value_or(0);
        check_.holds(until || row.lease_until.empty(), Fault::malformed, subject, "ledger.lease_until", row.lease_until, "2021-12-31");
        const auto as_of = day_of(all_.rules().as_of);
        check_.holds(!until || !as_of || *until >= *as_of, Fault::undercuts, subject, "ledger.lease_until", row.lease_until, "plan.as_of",
                     all_.rules().as_of);
        const auto plan_end = day_of(all_.rules().until);
        if (until && plan_end && *until < *plan_end && row.m2.value_or(0) > 0) {
            ends_[{row.school_id, day_after(*until), row.lease_no.value_or(""), row.m2.value_or(0)}] += 1;
        }
    }

    /// A pair gives at least what is leased.
    void look_at_links()
    {
        for (const LinkRow& link : all_.links) {
            if (link.leased != 0) {
                check_.at_least({link.from_school, link.to_id}, "links.given_m2", link.given.value_or(0), "ledger.lease_no", link.leased);
            }
        }
    }

    void look_at_future_gaps()
    {
        for (const FutureGapRow& row : all_.future_gaps) {
            const auto found = ends_.find({row.school_id, row.from_date, row.lease_no, row.m2.value_or(0)});
            const bool is_there = found != ends_.end() && found->second > 0;
            check_.holds(is_there, Fault::unknown, {row.school_id, row.lease_no}, "future_gaps.m2", text_of_parts(row.m2.value_or(0)),
                         "ledger");
            if (is_there) {
                --found->second;
            }
        }
        for (const auto& [key, left] : ends_) {
            const auto& [school, from_date, lease_no, m2] = key;
            check_.holds(left == 0, Fault::missing, {school, lease_no}, "future_gaps.from_date", from_date, "ledger.lease_until");
        }
    }

    const Result& all_;
    Check check_{"leases"};
    Area leased_ = 0;
    std::map<std::tuple<std::string, std::string, std::string, Area>, int> ends_; ///< what is to be a row of future_gaps, and how often
};

} // namespace

Check check_leases(const Result& result)
{
    return LeaseCheck(result).check();
}

} // namespace fieldgap::verify
