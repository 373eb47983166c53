#include "layers/output/plan_summary.hpp"

#include "domain/plan/channel_alone.hpp"
#include "domain/plan/plan_amounts.hpp"
#include "domain/plan/plan_course.hpp"
#include "domain/plan/surfaces.hpp"
#include "domain/plan/transfers.hpp"
#include "domain/plan/waterfall.hpp"

#include <span>

namespace fieldgap {
namespace {

/// `prefix` ends with a dot. The last word of a key has none, so a district may be called as it likes.
std::vector<SummaryLine> lines_of(const std::string& prefix, const std::optional<Waterfall>& waterfall)
{
    SummaryLines out(prefix);
    const auto step = [&](std::string_view key, auto value) {
        out.area(std::string(key), waterfall ? std::optional(value(*waterfall)) : std::nullopt);
    };
    step("required", [](const Waterfall& of) { return of.required; });
    step("own", [](const Waterfall& of) { return of.own; });
    for (const Channel channel : all_channels) {
        step(name_of(channel), [channel](const Waterfall& of) { return of.given[channel]; });
    }
    step("residual", [](const Waterfall& of) { return of.residual; });
    return out.lines();
}

void add_amounts(SummaryLines& out, const PlanAmounts& booked, const std::optional<PlanAmounts>& given)
{
    out.area("shortfall_m2", booked.of(PlanPart::shortfall));
    for (const PlanPart part : parts_of_shortfall) {
        out.area(std::string(name_of(part)), booked.of(part));
    }
    for (const PlanPart part : parts_of_shortfall) {
        out.area("difference." + std::string(name_of(part)), difference(given, booked, part));
    }
    out.area("difference." + std::string(name_of(PlanPart::shortfall)), difference(given, booked, PlanPart::shortfall));
}

void add_possible(SummaryLines& out, const ResultView& view)
{
    for (const Channel channel : all_channels) {
        const bool is_known = view.results.districts.city.has_areas;
        out.area("possible." + std::string(name_of(channel)),
                 is_known ? std::optional(most_alone(view.analysed(), channel)) : std::nullopt);
    }
}

void add_ratios(SummaryLines& out, const PlanAmounts& booked, std::span<const PlanPart> parts, PlanPart whole)
{
    for (const PlanPart part : parts) {
        out.number("of_" + std::string(name_of(whole)) + "." + std::string(name_of(part)), booked.ratio(part, whole), "");
    }
}

/// The totals of the plan for each of so many districts, years or quarters.
void add_totals_per(SummaryLines& out, const std::string& one, const PlanAmounts& booked, std::optional<double> count,
                    const std::string& unit)
{
    for (const PlanPart part : totals_of_plan) {
        const auto amount = booked.of(part);
        const bool is_known = amount && count && *count > 0.0;
        out.number("per_" + one + "." + std::string(name_of(part)),
                   is_known ? std::optional(amount->square_metres() / *count) : std::nullopt, unit);
    }
}

void add_pace(SummaryLines& out, const PlanAmounts& booked, const std::optional<std::int64_t>& quarters)
{
    const auto count = quarters ? std::optional(static_cast<double>(*quarters)) : std::nullopt;
    out.number("quarters", count, "");
    add_totals_per(out, "year", booked, count ? std::optional(*count / 4.0) : std::nullopt, "m2/year");
    add_totals_per(out, "quarter", booked, count, "m2/quarter");
}

void add_booked(SummaryLines& out, const ResultView& view, const PlanAmounts& booked)
{
    const auto waterfall = waterfall_of(view.results.districts.city);
    add_amounts(out, booked, waterfall ? std::optional(given_amounts(*waterfall)) : std::nullopt);
    add_possible(out, view);
    add_ratios(out, booked, parts_of_shortfall, PlanPart::shortfall);
    add_ratios(out, booked, parts_of_named, PlanPart::named);
    if (const auto districts = districts_of_plan(view.settings.plan)) {
        add_totals_per(out, "district", booked, districts, "m2");
    }
    if (view.settings.plan.until) {
        add_pace(out, booked, quarters_left(view.analysed().measured()));
    }
}

void add_districts(SummaryLines& out, const ResultView& view)
{
    for (const auto& [year, districts] : view.settings.plan.districts_to_pass) {
        out.number("districts_pass." + year, districts, "");
    }
    const DistrictsToday today = districts_today(view.results.districts);
    out.count("districts_pass.today", today.pass);
    out.count("districts_pass.undecided", today.undecided);
}

std::vector<SummaryLine> lines_of_transfers(const ResultView& view)
{
    const Districts& districts = view.results.districts;
    const Transfers paid = transfers(districts, view.settings.plan);
    SummaryLines out("transfers");
    out.number("", paid.total, "yuan/year");
    for (std::size_t i = 0; i < districts.rows.size(); ++i) {
        out.number("." + districts.rows[i].id, paid.of_district[i], "yuan/year");
    }
    return out.lines();
}

} // namespace

std::vector<SummaryLine> summary_of_waterfall(const ResultView& view)
{
    const Districts& districts = view.results.districts;
    SummaryLines out;
    out.append(lines_of("waterfall.", waterfall_of(districts.city)));
    for (const DistrictFigures& district : districts.rows) {
        out.append(lines_of("waterfall.district." + district.id + ".", waterfall_of(district.figures)));
    }
    if (!districts.rows.empty()) {
        out.append(lines_of("waterfall.outside.", waterfall_of(districts.outside)));
    }
    return out.lines();
}

std::vector<SummaryLine> summary_of_plan(const ResultView& view)
{
    const PlanSettings& plan = view.settings.plan;
    SummaryLines out("plan.");
    if (const auto booked = booked_amounts(plan)) {
        add_booked(out, view, *booked);
    }
    if (!plan.districts_to_pass.empty()) {
        add_districts(out, view);
    }
    if (!plan.hardship_districts.empty()) {
        out.append(lines_of_transfers(view));
    }
    return out.lines();
}

std::vector<SummaryLine> summary_of_rural_ground(const ResultView& view)
{
    const PlanSettings& plan = view.settings.plan;
    const auto today = rural_ground(view.analysed());
    SummaryLines out("rural.");
    if (!today && !plan.rural_grounds_m2 && !plan.rural_hard_before_m2) {
        return out.lines();
    }
    const auto sum = [&](double RuralGround::*member) { return today ? std::optional((*today).*member) : std::nullopt; };
    out.number("hard_m2", sum(&RuralGround::hard_m2), "m2");
    out.number("soft_m2", sum(&RuralGround::soft_m2), "m2");
    out.number("unknown_m2", sum(&RuralGround::unknown_m2), "m2");
    if (plan.rural_grounds_m2) {
        out.number("target_m2", plan.rural_grounds_m2, "m2");
    }
    if (plan.rural_hard_before_m2) {
        out.number("done_m2", rural_done_m2(plan, today), "m2");
    }
    if (plan.rural_grounds_m2 && plan.rural_hard_before_m2) {
        out.number("rate", rural_rate(plan, today), "");
    }
    return out.lines();
}

} // namespace fieldgap
