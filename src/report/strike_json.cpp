#include "report/strike_json.hpp"

namespace fieldgap {
namespace {

std::string standing_json(const quarter::StandingRow& row)
{
    return JsonObject()
        .text("district", row.district)
        .text("stage", row.stage)
        .figure("meets", row.meets)
        .figure("near", row.near)
        .figure("short", row.is_short)
        .figure("unknown", row.unknown)
        .figure("pupils_short", row.pupils_short)
        .figure("gap_m2", row.gap_m2)
        .figure("gap_before_m2", row.gap_before_m2)
        .figure("gap_first_m2", row.gap_first_m2)
        .str();
}

std::string channel_json(const quarter::ChannelRow& row)
{
    return JsonObject()
        .text("channel", row.channel)
        .figure("planned_m2", row.planned_m2)
        .figure("done_m2", row.done_m2)
        .figure("under_way_m2", row.under_way_m2)
        .figure("promised_m2", row.promised_m2)
        .figure("done_before_m2", row.done_before_m2)
        .str();
}

std::string counts_json(const std::string& district, const quarter::StrikeCounts& counts)
{
    JsonObject states;
    for (const IssueState state : issue_states_by_urgency) {
        states.count(name_of(state), counts.of(state));
    }
    return JsonObject()
        .text("district", district)
        .count("all", counts.all())
        .count("still_open", counts.still_open())
        .figure("closed_percent", counts.closed_percent())
        .json("states", states.str())
        .str();
}

std::string district_json(const quarter::DistrictStrike& district)
{
    return counts_json(district.district, district.counts);
}

std::string issue_json(const quarter::ReportedIssue& issue)
{
    const quarter::IssueRow& row = issue.row;
    JsonObject promised;
    for (std::size_t i = 0; i < quarter::register_channels.size(); ++i) {
        promised.figure(quarter::register_channels[i], row.promised_m2[i]);
    }
    return JsonObject()
        .text("issue_id", row.issue_id)
        .text("school_id", row.school_id)
        .text("school", issue.school)
        .text("district", issue.district)
        .text("stage", row.stage)
        .text("state", name_of(issue.state))
        .text("opened", row.opened)
        .text("closed", row.closed)
        .figure("baseline_gap_m2", row.baseline_gap_m2)
        .figure("current_gap_m2", row.current_gap_m2)
        .json("promised", promised.str())
        .text("unit", row.unit)
        .text("due", row.due)
        .text("note", row.note)
        .text("evidence", row.evidence)
        .flag("is_opened_now", issue.is_opened_now)
        .flag("is_closed_now", issue.is_closed_now)
        .flag("is_reopened_now", issue.is_reopened_now)
        .str();
}

std::string runs_json(const quarter::StrikeOff& strike_off)
{
    std::size_t place = 0;
    return json_list(strike_off.runs, [&](const quarter::RunPoint& run) {
        const quarter::LinePoint* line = place < strike_off.line.size() ? &strike_off.line[place] : nullptr;
        ++place;
        return JsonObject()
            .text("as_of", text_of(run.as_of))
            .figure("gap_m2", run.gap_m2)
            .count("issues", run.issues)
            .count("closed", run.closed)
            .count("open", run.open())
            .figure("line_gap_m2", line == nullptr ? std::nullopt : line->gap_m2)
            .figure("line_closed", line == nullptr ? std::nullopt : std::optional(line->closed))
            .str();
    });
}

std::string forecast_json(const quarter::Forecast& forecast)
{
    return JsonObject()
        .text("kind", name_of(forecast.kind))
        .text("quarter", forecast.quarter ? text_of(*forecast.quarter) : "")
        .figure("closed_per_quarter", forecast.closed_per_quarter)
        .str();
}

} // namespace

void put_strike_off(JsonObject& out, const quarter::QuarterReport& report)
{
    const quarter::StrikeOff& strike_off = report.strike_off;
    out.json("standing", json_list(report.standing, standing_json))
        .json("channels", json_list(report.channels, channel_json))
        .figure("planned_shortfall_m2", report.planned_shortfall_m2)
        .figure("planned_unnamed_m2", report.planned_unnamed_m2)
        .figure("unassigned_m2", report.unassigned_m2)
        .figure("unassigned_before_m2", report.unassigned_before_m2)
        .json("counts", counts_json("", strike_off.counts))
        .json("districts", json_list(strike_off.districts, district_json))
        .json("issues", json_list(strike_off.issues, issue_json))
        .json("runs", runs_json(strike_off))
        .text("until", strike_off.until ? text_of(*strike_off.until) : "")
        .flag("is_until_of_plan", strike_off.is_until_of_plan)
        .json("forecast", forecast_json(strike_off.forecast));
}

} // namespace fieldgap
