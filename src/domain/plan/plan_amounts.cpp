#include "domain/plan/plan_amounts.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/city/quantity.hpp"

#include <initializer_list>

namespace fieldgap {
namespace {

ExactArea sum_of(const PerChannel<ExactArea>& by_channel, std::initializer_list<Channel> channels)
{
    ExactArea sum;
    for (const Channel channel : channels) {
        sum += by_channel[channel];
    }
    return sum;
}

} // namespace

std::string_view name_of(PlanPart part)
{
    constexpr std::array<std::string_view, 9> names = {"share",  "rent",      "basement", "expand",   "named",
                                                       "walked", "on_campus", "unnamed",  "shortfall"};
    return names[static_cast<std::size_t>(part)];
}

std::optional<ExactArea> PlanAmounts::of(PlanPart part) const
{
    switch (part) {
    case PlanPart::share: return by_channel_[Channel::share];
    case PlanPart::rent: return by_channel_[Channel::rent];
    case PlanPart::basement: return by_channel_[Channel::basement];
    case PlanPart::expand: return by_channel_[Channel::expand];
    case PlanPart::named: return sum_of(by_channel_, {Channel::share, Channel::rent, Channel::basement, Channel::expand});
    case PlanPart::walked: return sum_of(by_channel_, {Channel::share, Channel::rent});
    case PlanPart::on_campus: return sum_of(by_channel_, {Channel::basement, Channel::expand});
    case PlanPart::unnamed: return shortfall_ ? std::optional(*shortfall_ - *of(PlanPart::named)) : std::nullopt;
    case PlanPart::shortfall: return shortfall_;
    }
    return std::nullopt;
}

std::optional<double> PlanAmounts::ratio(PlanPart part, PlanPart whole) const
{
    const auto amount = of(part);
    const auto of_all = of(whole);
    if (!amount || !of_all || *of_all == ExactArea()) {
        return std::nullopt;
    }
    return static_cast<double>(amount->hundredths()) / static_cast<double>(of_all->hundredths());
}

std::optional<PlanAmounts> booked_amounts(const PlanSettings& plan)
{
    const auto exact = [](const std::optional<double>& m2) {
        return m2 ? std::optional(ExactArea::rounded(gis::SquareMetres(*m2))) : std::nullopt;
    };
    PerChannel<ExactArea> by_channel;
    bool is_told = plan.shortfall_m2.has_value();
    for (const Channel channel : all_channels) {
        const std::optional<double>& booked_m2 = plan.booked_m2[channel];
        by_channel[channel] = exact(booked_m2).value_or(ExactArea());
        is_told = is_told || booked_m2.has_value();
    }
    return is_told ? std::optional<PlanAmounts>(std::in_place, by_channel, exact(plan.shortfall_m2)) : std::nullopt;
}

PlanAmounts given_amounts(const Waterfall& waterfall)
{
    return {waterfall.given, waterfall.required - waterfall.own};
}

std::optional<ExactArea> difference(const std::optional<PlanAmounts>& given, const PlanAmounts& booked, PlanPart part)
{
    const auto one = given ? given->of(part) : std::nullopt;
    const auto other = booked.of(part);
    return one && other ? std::optional(*one - *other) : std::nullopt;
}

void report_balance(const PlanSettings& plan, Findings& findings)
{
    Quantity booked;
    bool has_channel = false;
    for (const Channel channel : all_channels) {
        booked += Quantity::of(plan.booked_m2[channel].value_or(0.0));
        has_channel = has_channel || plan.booked_m2[channel].has_value();
    }
    if (!has_channel || !plan.shortfall_m2) {
        return;
    }
    const Quantity shortfall = Quantity::of(*plan.shortfall_m2);
    if (shortfall > booked) {
        findings.push_back({IssueCode::plan_unnamed, "plan", "", {}, {booked.text(), shortfall.text(), (shortfall - booked).text()}});
    } else if (shortfall < booked) {
        findings.push_back(
            {IssueCode::plan_exceeds_shortfall, "plan", "", {}, {booked.text(), shortfall.text(), (booked - shortfall).text()}});
    }
}

} // namespace fieldgap
