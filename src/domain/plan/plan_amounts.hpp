#pragma once
// What a plan says is lacking, and by which measures it is to be closed (docs/rules.md section 6, Plan; docs/standards.md 8).

#include "domain/city/finding.hpp"
#include "domain/plan/waterfall.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace fieldgap {

/// A part of the shortfall: one channel, several of them, or what they leave.
enum class PlanPart : std::uint8_t {
    share,
    rent,
    basement,
    expand,
    named,     ///< all channels: what has a measure
    walked,    ///< share and rent: what hangs on the walk
    on_campus, ///< basement and expand
    unnamed,   ///< the shortfall less `named`; below 0 where the measures are more than is lacking
    shortfall
};

std::string_view name_of(PlanPart part);

/// The parts but the shortfall itself, in the order in which they are written.
inline constexpr std::array<PlanPart, 8> parts_of_shortfall = {PlanPart::share, PlanPart::rent,   PlanPart::basement,  PlanPart::expand,
                                                               PlanPart::named, PlanPart::walked, PlanPart::on_campus, PlanPart::unnamed};
/// Those that are channels.
inline constexpr std::array<PlanPart, 6> parts_of_named = {PlanPart::share,  PlanPart::rent,   PlanPart::basement,
                                                           PlanPart::expand, PlanPart::walked, PlanPart::on_campus};
/// Those of which a plan wants the average and the pace.
inline constexpr std::array<PlanPart, 3> totals_of_plan = {PlanPart::named, PlanPart::unnamed, PlanPart::shortfall};

/// What is lacking and by which channels it is closed: booked by a plan, or given by an allocation.
class PlanAmounts
{
public:
    PlanAmounts(const PerChannel<ExactArea>& by_channel, std::optional<ExactArea> shortfall)
        : by_channel_(by_channel), shortfall_(shortfall)
    {
    }

    /// Absent where it hangs on a shortfall that nobody tells.
    std::optional<ExactArea> of(PlanPart part) const;

    /// `part` over `whole`, 1 for all of it. Absent where one of them is unknown or the whole is nothing.
    std::optional<double> ratio(PlanPart part, PlanPart whole) const;

private:
    PerChannel<ExactArea> by_channel_;
    std::optional<ExactArea> shortfall_;
};

/// Of `[plan]`: a channel that it does not name has nothing booked on it. Absent where it names neither a channel nor a shortfall.
std::optional<PlanAmounts> booked_amounts(const PlanSettings& plan);

/// As the allocation has it: the shortfall is the gap of the schools, `unnamed` what is left of it.
PlanAmounts given_amounts(const Waterfall& waterfall);

/// What the allocation gives less what the plan books; above 0 where it gives more. Absent where either is unknown.
std::optional<ExactArea> difference(const std::optional<PlanAmounts>& given, const PlanAmounts& booked, PlanPart part);

/// What the channels leave of the shortfall, or have too much. Nothing where the plan names only one of the two.
void report_balance(const PlanSettings& plan, Findings& findings);

} // namespace fieldgap
