#include "report/quarter_json.hpp"

#include "report/layer_columns.hpp"
#include "report/strike_json.hpp"

namespace fieldgap {
namespace {

std::string driver_json(const quarter::DriverRow& row)
{
    return JsonObject()
        .text("school_id", row.school_id)
        .text("school", row.school)
        .figure("pupils", row.pupils)
        .figure("per_pupil_m2", row.driver.per_pupil_m2)
        .figure("contribution", row.driver.contribution)
        .figure("share", row.driver.share)
        .str();
}

std::string variation_json(const quarter::VariationRow& row)
{
    return JsonObject()
        .text("district", row.district)
        .text("stage", row.stage)
        .count("schools", static_cast<std::int64_t>(row.schools))
        .figure("mean_m2", row.variation.mean_m2)
        .figure("cv", row.variation.cv)
        .figure("limit", row.limit)
        .json("drivers", json_list(row.drivers, driver_json))
        .str();
}

std::string reading_json(const quarter::Reading& row)
{
    return JsonObject()
        .text("district", row.district)
        .text("stage", row.stage)
        .figure("schools", row.schools)
        .figure("mean_weighted", row.mean_weighted)
        .figure("cv_weighted", row.cv_weighted)
        .figure("mean_plain", row.mean_plain)
        .figure("cv_plain", row.cv_plain)
        .figure("cv_weighted_rounded", row.cv_weighted_rounded)
        .figure("cv_plain_rounded", row.cv_plain_rounded)
        .figure("limit", row.limit)
        .figure("passes_weighted", row.passes_weighted)
        .figure("passes_plain", row.passes_plain)
        .figure("passes_weighted_rounded", row.passes_weighted_rounded)
        .figure("passes_plain_rounded", row.passes_plain_rounded)
        .str();
}

std::string option_json(const quarter::SchoolOption& option)
{
    return JsonObject()
        .text("channel", option.channel)
        .text("from_id", option.from_id)
        .text("from_name", option.from_name)
        .figure("proposed_m2", option.proposed_m2)
        .figure("possible_m2", option.possible_m2)
        .figure("walk_s", option.walk_s)
        .count("crossings", option.crossings)
        .count("major_roads", option.major_roads)
        .figure("cost", option.cost)
        .str();
}

std::string history_json(const quarter::HistoryRow& row)
{
    return JsonObject()
        .text("issue_id", row.issue_id)
        .text("as_of", row.as_of)
        .text("state", row.state)
        .figure("required_m2", row.required_m2)
        .figure("pupils", row.pupils)
        .figure("own_m2", row.own_m2)
        .figure("special_m2", row.special_m2)
        .figure("leased_m2", row.leased_m2)
        .figure("gap_m2", row.gap_m2)
        .text("evidence", row.evidence)
        .str();
}

std::string sheet_json(const quarter::SchoolSheet& sheet)
{
    JsonObject classes;
    for (std::size_t stage = 0; stage < quarter::judged_stages.size(); ++stage) {
        classes.count(quarter::judged_stages[stage], sheet.classes[stage]);
    }
    return JsonObject()
        .text("school_id", sheet.school.school_id)
        .text("state", name_of(sheet.state))
        .json("classes", classes.str())
        .json("issues", json_list(sheet.issues, [](std::size_t issue) { return std::to_string(issue); }))
        .json("history", json_list(sheet.history, history_json))
        .json("options", json_list(sheet.options, option_json))
        .count("options_left_out", static_cast<std::int64_t>(sheet.options_left_out))
        .str();
}

std::string reach_json(const quarter::Reach& reach)
{
    return JsonObject().text("id", reach.id).count("schools", reach.schools).figure("least_walk_s", reach.least_walk_s).str();
}

/// A text, else a number.
std::string said(const std::optional<quarter::Amount>& amount)
{
    const bool is_text = amount && !amount->text.empty();
    return is_text ? json_text(amount->text) : amount && amount->value ? json_number(*amount->value) : "null";
}

std::string change_json(const quarter::Change& change)
{
    return JsonObject()
        .text("key", change.key)
        .json("before", said(change.before))
        .json("now", said(change.now))
        .text("unit", (change.now ? change.now : change.before)->unit)
        .flag("is_same", change.is_same())
        .str();
}

std::string surface_json(const quarter::SurfaceRow& row)
{
    return JsonObject()
        .text("district", row.district)
        .figure("rural", row.rural)
        .text("surface", row.surface)
        .figure("hard", row.hard)
        .figure("grounds", row.grounds)
        .figure("area_m2", row.area_m2)
        .str();
}

std::string programme_json(const quarter::ProgrammeRow& row)
{
    return JsonObject()
        .text("name", row.name)
        .text("unit", row.unit)
        .text("year", row.year)
        .figure("target", row.target)
        .figure("done", row.done)
        .figure("pace", row.pace)
        .text("forecast_year", row.forecast_year)
        .figure("total", row.total)
        .str();
}

std::string guess_json(const quarter::GuessRow& row)
{
    return JsonObject().text("layer", row.layer).text("message", row.message).str();
}

std::string line_json(const quarter::Amount& line)
{
    return JsonObject().text("key", line.key).figure("value", line.value).text("unit", line.unit).str();
}

std::string text_of_day(const std::optional<Date>& day)
{
    return day ? text_of(*day) : "";
}

} // namespace

std::string quarter_json(const quarter::QuarterReport& report)
{
    JsonObject out;
    out.text("file", report.file)
        .text("first", text_of_day(report.first))
        .text("before", text_of_day(report.before))
        .text("last", text_of_day(report.last))
        .text("day_of_result", report.day_of_result)
        .flag("is_of_other_run", report.is_of_other_run())
        .count("overruled", static_cast<std::int64_t>(report.overruled()));
    put_strike_off(out, report);
    out.json("variation", json_list(report.variation, variation_json))
        .json("readings", json_list(report.readings, reading_json))
        .json("sheets", json_list(report.sheets, sheet_json))
        .json("unreachable", json_list(report.unreachable, json_text))
        .json("reach", json_list(report.reach, reach_json))
        .json("changes", json_list(report.changes, change_json))
        .json("guesses", json_list(report.guesses, guess_json))
        .json("rural", json_list(report.rural, line_json))
        .json("surfaces", json_list(report.surfaces, surface_json))
        .json("programme", json_list(report.programme, programme_json));
    return out.str();
}

} // namespace fieldgap
