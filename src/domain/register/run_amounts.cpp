#include "domain/register/run_amounts.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Of one issue whose gap is known in this run.
PerChannel<ExactArea> done_of(const IssueInRun& issue)
{
    PerChannel<ExactArea> done;
    const HistoryRow& now = issue.entry;
    if (!now.required || !now.own || !now.special || !now.leased) {
        return done;
    }
    const auto& then = issue.opened_row;
    const bool is_comparable = then && then->own && then->special;
    const ExactArea own_then = is_comparable ? *then->own : *now.own;
    ExactArea needed = excess(*now.required, own_then);
    const auto take = [&needed](ExactArea amount) {
        const ExactArea taken = std::min(amount, needed);
        needed = needed - taken;
        return taken;
    };
    done[Channel::rent] = take(*now.leased);
    if (is_comparable) {
        done[Channel::basement] = take(excess(*now.special, *then->special));
        done[Channel::expand] = take(excess(*now.own - *now.special, *then->own - *then->special));
    }
    return done;
}

void add(RegisterAmounts& sums, const IssueInRun& issue, const RegisterRow& row)
{
    const ExactArea baseline = row.baseline_gap.value_or(ExactArea());
    const PerChannel<ExactArea> done = done_of(issue);
    const bool is_closed = issue.state == IssueState::closed;
    const bool has_quarter = last_day_of_quarter(row.district.due).has_value();
    sums.baseline += baseline;
    sums.current += row.current_gap.value_or(ExactArea());
    ExactArea measures;
    for (const Channel channel : all_channels) {
        sums.done[channel] += done[channel];
        const ExactArea promised = is_closed ? ExactArea() : row.district.promised[channel].value_or(ExactArea());
        sums.promised[channel] += promised;
        sums.under_way[channel] += has_quarter ? excess(promised, done[channel]) : ExactArea();
        measures += std::max(done[channel], promised); // what is done of a promise is not counted twice
    }
    sums.unassigned += is_closed ? ExactArea() : excess(baseline, measures);
}

} // namespace

RegisterAmounts amounts_of(const RegisterAfter& after)
{
    RegisterAmounts sums;
    for (const IssueInRun& issue : after.issues) {
        add(sums, issue, after.content.issues[issue.row]);
    }
    return sums;
}

std::vector<AmountRow> amount_rows(const RegisterAfter& after)
{
    const RegisterAmounts sums = amounts_of(after);
    std::vector<AmountRow> rows;
    const auto add_area = [&](const std::string& key, ExactArea area) {
        rows.push_back({after.as_of, key, area.square_metres(), "", "m2"});
    };
    add_area("baseline_gap_m2", sums.baseline);
    add_area("current_gap_m2", sums.current);
    for (const Channel channel : all_channels) {
        const std::string name = "." + std::string(name_of(channel)) + "_m2";
        add_area("done" + name, sums.done[channel]);
        add_area("under_way" + name, sums.under_way[channel]);
        add_area("promised" + name, sums.promised[channel]);
    }
    add_area("unassigned_m2", sums.unassigned);
    return rows;
}

} // namespace fieldgap
